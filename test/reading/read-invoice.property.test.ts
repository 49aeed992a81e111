import fc from 'fast-check';
import { keyData } from '../../src/domain/invoice/key-data.js';
import { ciiMapping } from '../../src/domain/reading/cii.mapping.js';
import { readInvoice } from '../../src/domain/reading/read-invoice.js';
import { ublMapping } from '../../src/domain/reading/ubl.mapping.js';
import type { MutableElement } from './trees.js';
import { documentFor, element, setAttribute, takesOf } from './trees.js';

const roots = [
  ['Invoice', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'],
  ['CreditNote', 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'],
  ['CrossIndustryInvoice', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'],
] as const;

const attribute = fc.record({
  name: fc.constantFrom('schemeID', 'currencyID', 'unitCode', 'format', 'name', 'mimeCode', '__proto__'),
  value: fc.oneof(fc.constantFrom('VA', 'FC', 'SEPA', 'EUR', '102'), fc.string()),
});

const text = fc.oneof(
  fc.constantFrom('true', 'false', '130', '916', '50', 'VAT', 'EUR', '20261301', '2026-02-30', '1e5', '  ', '#ADU#x'),
  fc.string({ unit: 'grapheme' }),
);

/** Something done to a document: a term written by its row, with an attribute, then some element written twice. */
const change = fc.record({ row: fc.nat(), text, attribute: fc.option(attribute), twice: fc.option(fc.nat()) });

const elementsOf = (element: MutableElement): MutableElement[] => [element, ...element.children.flatMap(elementsOf)];

const copyOf = (element: MutableElement): MutableElement => ({ ...element, children: element.children.map(copyOf) });

const document = fc
  .record({ root: fc.constantFrom(...roots), changes: fc.array(change, { minLength: 1, maxLength: 25 }) })
  .map(({ root: [name, namespace], changes }) => {
    const root = element(namespace, name);
    const mapping = name === 'CrossIndustryInvoice' ? ciiMapping : ublMapping;
    const rows = takesOf(mapping.rows);
    for (const { row, text: value, attribute: added, twice } of changes) {
      const place = rows[row % rows.length];
      if (!place) continue;
      const leaf = documentFor(mapping, place, root, value);
      if (added) setAttribute(leaf, added.name, added.value);
      if (twice === null) continue;
      const parents = elementsOf(root).filter(({ children }) => children.length > 0);
      const parent = parents[twice % parents.length];
      const child = parent?.children[twice % parent.children.length];
      if (parent && child && parents.length < 200) parent.children.push(copyOf(child));
    }
    return root;
  });

/** The value at a path as the reader writes it: `lines[0].netAmount`. */
const valueAt = (model: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value ? Reflect.get(value, key) : undefined), model);

describe('reading any tree', () => {
  it('never throws, gives plain JSON, and every place is of a value in it', () => {
    let places = 0;
    fc.assert(
      fc.property(document, (root) => {
        const reading = readInvoice(root, { places: true });
        expect(JSON.parse(JSON.stringify(reading.invoice))).toEqual(reading.invoice);
        for (const path of reading.places.keys()) expect(valueAt(reading.invoice, path)).toBeDefined();
        places += reading.places.size;
        keyData(reading.invoice ?? {});
      }),
      { numRuns: 1500 },
    );
    expect(places).toBeGreaterThan(1000);
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(document, (root) => {
        expect(readInvoice(root)).toEqual(readInvoice(root));
      }),
      { numRuns: 200 },
    );
  });

  it('is bounded in depth: sub lines without end stop where no gate would let them through', () => {
    const aggregates = ublMapping.prefixes['cac'] ?? '';
    let deep = element(aggregates, 'SubInvoiceLine');
    for (let level = 0; level < 50_000; level += 1) {
      deep = { ...element(aggregates, 'SubInvoiceLine'), children: [deep] };
    }
    const [name, namespace] = roots[0];
    const root = { ...element(namespace, name), children: [{ ...deep, name: 'InvoiceLine' }] };
    expect(readInvoice(root).invoice?.lines).toHaveLength(1);
  });
});

describe('a root that is no invoice', () => {
  it.each([
    ['ZUGFeRD 1', 'CrossIndustryDocument', 'urn:ferd:CrossIndustryDocument:invoice:1p0', 'zugferd-1'],
    ['an order', 'Order', 'urn:oasis:names:specification:ubl:schema:xsd:Order-2', null],
    ['an invoice without namespace', 'Invoice', '', null],
  ])('%s is named, not read', (_name, name, namespace, syntax) => {
    expect(readInvoice(element(namespace, name))).toMatchObject({ syntax, invoice: null, findings: [] });
  });
});
