import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoInvoices } from '../../demo/make-invoices.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { termTree, type TermNode } from '../../src/domain/invoice/term-tree.js';
import { codesIn } from '../../src/domain/rules/code-lists/code-list.js';
import type { CodeListName } from '../../src/domain/rules/code-lists/code-lists.table.js';
import { codesInWords } from '../../src/domain/rules/code-lists/code-words.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';

// What a screen does that knows only the tree: it shows everything that the tree leads to. Whatever is left over is lost.

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Paths of all texts in a value. */
function leaves(value: unknown, path = ''): readonly string[] {
  if (!isObject(value)) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

/** Paths of all texts that somebody sees who renders the model by the tree alone. */
function shown(nodes: readonly TermNode[], model: Record<string, unknown>, path = ''): readonly string[] {
  return nodes.flatMap((node) => {
    const held = model[node.name];
    if (held === undefined) return [];
    const own = `${path}/${node.name}`;
    if (!node.many) return shownValue(node, nodes, held, own);
    return Array.isArray(held)
      ? held.flatMap((item, index) => shownValue(node, nodes, item, `${own}/${String(index)}`))
      : [];
  });
}

function shownValue(node: TermNode, siblings: readonly TermNode[], value: unknown, path: string): readonly string[] {
  if (node.kind !== 'term')
    return isObject(value) ? shown(node.kind === 'again' ? siblings : node.children, value, path) : [];
  if (node.shape === 'string') return isObject(value) ? [] : [path];
  if (!isObject(value)) return [];
  const keys = ['value', ...Object.keys(node.parts), ...(node.shape === 'binary' ? ['base64', 'base64At'] : [])];
  return keys.flatMap((key) => (value[key] === undefined ? [] : leaves(value[key], `${path}/${key}`)));
}

const examine = createFileExaminer({ parseXml, readPdf });

const modelsIn = async (name: string, bytes: Uint8Array) =>
  (await examine(bytes, name, strictOptions)).documents.flatMap(({ invoice }) => (invoice ? [invoice] : []));

const filesIn = (folder: URL): readonly (readonly [string, Uint8Array])[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => [name, readFileSync(join(fileURLToPath(folder), name))] as const)
    : [];

const fixtures = new URL('../fixtures/reading/', import.meta.url);
const official = new URL('../../../shared/conformance/invoices/', import.meta.url);

it('leads to every term that the invoices of the house and of the official suites hold', async () => {
  if (!existsSync(official)) process.stderr.write(`SKIPPED: there are no invoices in ${fileURLToPath(official)}\n`);
  const demo = (await demoInvoices()).map(({ fileName, bytes }) => [fileName, bytes] as const);
  const lost = new Set<string>();
  let seen = 0;
  for (const [name, bytes] of [...demo, ...filesIn(fixtures), ...filesIn(official)]) {
    for (const { otherCurrencies = {}, ...model } of await modelsIn(name, bytes)) {
      const visible = new Set(shown(termTree, model));
      seen += visible.size;
      for (const leaf of leaves(model)) if (!visible.has(leaf)) lost.add(leaf.replace(/\d+/g, '#'));
      // A currency that differs stands beside its amount: the amount's own path must lead somewhere.
      for (const path of Object.keys(otherCurrencies)) {
        const amount = `/${path.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`;
        if (!visible.has(amount)) lost.add(`currency of ${amount}`);
      }
    }
  }
  expect([...lost]).toEqual([]);
  expect(seen).toBeGreaterThan(500);
}, 120_000);

it('loses a term that the tree does not have, so that the test above can fail', () => {
  const shorter = termTree.filter(({ name }) => name !== 'number');
  expect(shown(shorter, { number: 'R1' })).toEqual([]);
  expect(shown(termTree, { number: 'R1' })).toEqual(['/number']);
});

it('calls everything by a name in both languages', () => {
  const all = (nodes: readonly TermNode[]): readonly TermNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  for (const { label, description } of all(termTree))
    for (const text of [label.de, label.en, description]) expect(text).not.toBe('');
  expect(all(termTree).length).toBeGreaterThan(180);
});

describe('Codes in words', () => {
  const known = new Set<string>();
  for (const nodes = [...termTree]; nodes.length > 0;) {
    const node = nodes.pop();
    if (!node) break;
    for (const id of [node.id, ...Object.values(node.parts)]) known.add(id);
    nodes.push(...node.children);
  }

  it.each(codesInWords.map((list) => [list.name, list] as const))('%s: terms that exist, codes once', (_name, list) => {
    for (const term of list.terms) expect([...known]).toContain(term);
    expect(new Set(list.codes.map(({ code }) => code)).size).toBe(list.codes.length);
    for (const { label } of list.codes) for (const text of [label.de, label.en]) expect(text).not.toBe('');
  });

  it('names the euro, Germany, an invoice, hours and the standard rate', () => {
    const word = (name: string, code: string) =>
      codesInWords.find((list) => list.name === name)?.codes.find((one) => one.code === code)?.label.de;
    expect([word('currency', 'EUR'), word('country', 'DE'), word('typeCode', '380'), word('unit', 'HUR')]).toEqual([
      'Euro',
      'Deutschland',
      'Rechnung',
      'Stunde',
    ]);
  });

  const official = {
    typeCode: ['untdid-1001'],
    vatCategory: ['untdid-5305-en'],
    paymentMeans: ['untdid-4461'],
    unit: ['unece-rec20-21'],
    allowanceReason: ['untdid-5189-en'],
    chargeReason: ['untdid-7161'],
    taxPointDate: ['vat-date-code', 'vat-date-code-cii'],
    noteSubject: ['untdid-4451'],
    electronicAddressScheme: ['cef-eas'],
  } as const satisfies Partial<Record<string, readonly CodeListName[]>>;

  it.each(Object.entries(official))('%s holds no code that the official lists do not have', (name, lists) => {
    const taken = new Set(lists.flatMap((list) => [...codesIn(list)]));
    const codes = codesInWords.find((list) => list.name === name)?.codes.map(({ code }) => code) ?? [];
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !taken.has(code))).toEqual([]);
  });
});
