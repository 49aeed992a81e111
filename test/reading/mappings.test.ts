import type { Fields, TermRow } from '../../src/domain/invoice/model-row.js';
import { invoiceFields } from '../../src/domain/invoice/model.table.js';
import { ciiMapping } from '../../src/domain/reading/cii.mapping.js';
import type { Mapping } from '../../src/domain/reading/mapping-row.js';
import { readInvoice } from '../../src/domain/reading/read-invoice.js';
import { ublMapping } from '../../src/domain/reading/ubl.mapping.js';
import type { MutableElement, RowInPlace } from './trees.js';
import { documentFor, element, modelPath, setAttribute, takesOf } from './trees.js';

interface Syntax {
  readonly name: string;
  readonly mapping: Mapping;
  readonly root: () => MutableElement;
  readonly date: string;
}

const syntaxes: readonly Syntax[] = [
  {
    name: 'UBL Invoice',
    mapping: ublMapping,
    root: () => element('urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', 'Invoice'),
    date: '2026-03-05+01:00',
  },
  {
    name: 'UBL CreditNote',
    mapping: ublMapping,
    root: () => element('urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', 'CreditNote'),
    date: '2026-03-05',
  },
  {
    name: 'CII',
    mapping: ciiMapping,
    root: () => element('urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100', 'CrossIndustryInvoice'),
    date: '20260305',
  },
];

/** The row of the model at a path; a UBL note and an identifier whose scheme is an element of its own are none. */
const termAt = (path: readonly string[]): TermRow | undefined => {
  let fields: Fields = invoiceFields;
  let found: Fields[string] | undefined;
  for (const key of path) {
    found = fields[key];
    fields = found?.kind === 'group' ? found.fields : {};
  }
  return found?.kind === 'term' ? found : undefined;
};

const sampleOf = (term: TermRow | undefined, date: string): string => {
  if (term?.type === 'date') return date;
  return term?.type.endsWith('mount') || term?.type === 'percentage' || term?.type === 'quantity' ? '12.50' : 'probe';
};

const valueAt = (model: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => {
    const group = Array.isArray(value) ? value[0] : value;
    return typeof group === 'object' && group !== null ? Reflect.get(group, key) : undefined;
  }, model);

const expected = (term: TermRow | undefined, sample: string): unknown => {
  const text = term?.type === 'date' ? '2026-03-05' : sample;
  if (term?.shape === 'binary') return { base64: text };
  const value =
    term?.shape === 'schemed' || term?.shape === 'quantity' ? expect.objectContaining({ value: text }) : text;
  return term?.many ? [value] : value;
};

const attributesOf = (term: TermRow | undefined): readonly string[] => {
  if (term?.type === 'amount') return ['currencyID'];
  if (term?.shape === 'quantity') return ['unitCode'];
  if (term?.shape === 'binary') return ['mimeCode', 'filename'];
  return term?.shape === 'schemed' ? ['schemeID'] : [];
};

const title = ({ row, around }: RowInPlace): string =>
  [...around.map((outer) => outer.at), row.at]
    .filter((part) => part !== '.')
    .join('/')
    .replace(/\w+:/g, '');

describe.each(syntaxes)('every row of the mapping of $name', ({ mapping, root, date }) => {
  const rows = takesOf(mapping.rows).map((place) => ({ place, path: modelPath(place), title: title(place) }));

  it('is one of many', () => expect(rows.length).toBeGreaterThan(140));

  it.each(rows)('$title is read as $path', ({ place, path }) => {
    const term = termAt(path);
    const sample = sampleOf(term, date);
    const document = root();
    documentFor(mapping, place, document, sample);
    const value = valueAt(readInvoice(document).invoice, path);
    if (place.row.form === 'note') expect(value).toEqual([{ text: 'probe' }]);
    else expect(value).toEqual(expected(term, sample));
  });

  it.each(rows)('changing $title changes the model', ({ place, path }) => {
    const document = root();
    const before = documentFor(mapping, place, document, sampleOf(termAt(path), date));
    const first = JSON.stringify(readInvoice(document).invoice);
    documentFor(mapping, place, document, 'another');
    const second = JSON.stringify(readInvoice(document).invoice);
    expect(second).not.toBe(first);
    for (const name of attributesOf(termAt(path))) {
      setAttribute(before, name, 'ZZZ');
      expect(JSON.stringify(readInvoice(document).invoice)).not.toBe(second);
    }
  });

  it.each(rows)('an empty $title is present and empty', ({ place, path }) => {
    const document = root();
    documentFor(mapping, place, document, '');
    expect(JSON.stringify(valueAt(readInvoice(document).invoice, path))).toContain('""');
  });
});

describe('the model and its mappings', () => {
  const pathsOf = (fields: Fields, prefix = ''): string[] =>
    Object.entries(fields).flatMap(([key, field]) => [
      `${prefix}${key}`,
      ...(field.kind === 'group' ? pathsOf(field.fields, `${prefix}${key}.`) : []),
    ]);

  const mappedPaths = (mapping: Mapping): ReadonlySet<string> =>
    new Set(
      takesOf(mapping.rows).flatMap((place) => {
        const path = modelPath(place);
        return path.map((_, index) => path.slice(0, index + 1).join('.'));
      }),
    );

  it('know terms that UBL has no element for, or that are read in a way of their own', () => {
    const mapped = mappedPaths(ublMapping);
    expect(pathsOf(invoiceFields).filter((path) => !mapped.has(path))).toEqual([
      'notes.subjectCode', // within the note
      'notes.text',
      'seller.contact.department',
      'buyer.contact.department',
      'paymentInstructions.creditTransfers.otherAccount',
      'lines.parentLine',
      'lines.price.grossBaseQuantity',
      'lines.subLines', // the line's own rows again
    ]);
  });

  it('know terms that CII has no element for', () => {
    const mapped = mappedPaths(ciiMapping);
    expect(pathsOf(invoiceFields).filter((path) => !mapped.has(path))).toEqual([
      'lines.subLines',
      'thirdPartyPayments',
      'thirdPartyPayments.type',
      'thirdPartyPayments.amount',
      'thirdPartyPayments.description',
    ]);
  });

  it('know every business term and group of EN 16931-1:2017', () => {
    const ids = (fields: Fields): string[] =>
      Object.values(fields).flatMap((field) => [
        field.id,
        ...(field.kind === 'term' ? Object.values(field.parts) : []),
        ...(field.kind === 'group' ? ids(field.fields) : []),
      ]);
    const known = new Set(ids(invoiceFields));
    const numbered = (prefix: string, last: number) =>
      Array.from({ length: last }, (_, index) => `${prefix}-${index + 1}`);
    // BT-4 is a number that the standard does not use.
    expect(numbered('BT', 165).filter((id) => !known.has(id))).toEqual(['BT-4']);
    expect(numbered('BG', 32).filter((id) => !known.has(id))).toEqual([]);
    for (const id of ['BG-DEX-01', 'BG-DEX-09', 'BT-DEX-001', 'BT-DEX-002', 'BT-DEX-003']) expect(known).toContain(id);
  });
});
