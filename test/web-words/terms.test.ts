import { demoInvoices } from '../../demo/make-invoices.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import { termTree, type TermNode } from '../../src/domain/invoice/term-tree.js';
import { codesInWords } from '../../src/domain/rules/code-lists/code-words.js';
import { strictOptions } from '../../src/domain/validation/examination-options.js';
import { sectionsOf, type Entry, type Group } from '../../web/src/pages/invoice/terms.js';

type Json = Readonly<Record<string, unknown>>;

const examine = createFileExaminer({ parseXml, readPdf });

const models = (
  await Promise.all(
    (await demoInvoices()).map(async ({ fileName, bytes }) => {
      const { documents } = await examine(bytes, fileName, strictOptions);
      return documents.flatMap(({ invoice }) => (invoice ? [{ fileName, model: asStored(invoice) }] : []));
    }),
  )
).flat();

const shown = (model: Json, language: 'de' | 'en' = 'de') => sectionsOf(model, termTree, codesInWords, language);

const entriesIn = (groups: readonly Group[]): readonly Entry[] =>
  groups.flatMap(({ entries, groups: inner, tables }) => [
    ...entries,
    ...entriesIn(inner),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells, rest }) => [...cells.flat(), ...entriesIn(rest ? [rest] : [])]),
    ),
  ]);

/** The leaves of a model that no entry shows: neither where they stand nor what they say. */
function missingIn(model: Json, groups: readonly Group[]): readonly string[] {
  const entries = new Map(entriesIn(groups).map((entry) => [entry.path, entry]));
  return leavesOf(model).flatMap(({ path, text }) => {
    const entry = entries.get(path) ?? entries.get(path.slice(0, path.lastIndexOf('.')));
    return entry && says(`${entry.value} ${entry.note ?? ''}`, text) ? [] : [`${path} = ${text}`];
  });
}

const says = (printed: string, text: string): boolean =>
  [text, germanDate(text), germanDecimal(text)].some((form) => bare(printed).includes(bare(form)));

const germanDate = (text: string): string => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');
const germanDecimal = (text: string): string => text.replace('.', ',').replace('-', '−');
/** Blanks and the points between thousands are no content. */
const bare = (text: string): string => text.replace(/\s/g, '').replace(/\.(?=\d{3}(\D|$))/g, '');

function leavesOf(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value !== 'object' || value === null) return [{ path, text: String(value) }];
  return Object.entries(value)
    .filter(([name]) => name !== 'base64' && name !== 'base64At') // a file's bytes are to be opened, not read
    .flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`));
}

/** A model that holds every term that there is, each list twice, sub lines two levels deep. */
function everyTerm(nodes: readonly TermNode[], depth = 2): Json {
  const value = (node: TermNode, turn: number): unknown => {
    if (node.kind === 'again') return everyTerm(nodes, depth - 1);
    if (node.kind === 'group') return everyTerm(node.children, depth);
    const text = samples[node.type ?? '']?.(turn) ?? `${node.id} ${String(turn)}`;
    const parts = Object.fromEntries(Object.entries(node.parts).map(([key, id]) => [key, `${id} ${String(turn)}`]));
    return node.shape === 'string'
      ? text
      : { ...(node.shape === 'binary' ? { base64: 'AAAA' } : { value: text }), ...parts };
  };
  const fields = nodes.filter(({ kind }) => kind !== 'again' || depth > 0);
  return Object.fromEntries(
    fields.map((node) => [node.name, node.many ? [value(node, 1), value(node, 2)] : value(node, 1)]),
  );
}

const samples: Readonly<Record<string, (turn: number) => string>> = {
  amount: (turn) => `${String(turn)}234567.80`,
  unitPriceAmount: (turn) => `-${String(turn)}.2345`,
  quantity: (turn) => `${String(turn)}000.5`,
  percentage: (turn) => `${String(turn)}9.00`,
  date: (turn) => `2026-03-0${String(turn)}`,
};

/** As it comes out of the database. */
function asStored(model: unknown): Json {
  return JSON.parse(JSON.stringify(model));
}

describe('an invoice in words', () => {
  it('is tried with the invoices of the demonstration', () => expect(models.length).toBeGreaterThan(15));

  it.each(models.map(({ fileName, model }) => [fileName, model] as const))('%s: no term is missing', (_, model) => {
    expect(leavesOf(model).length).toBeGreaterThan(3);
    expect(missingIn(model, shown(model))).toEqual([]);
  });

  it('shows every term that the semantic model can hold, each under its label', () => {
    const model = everyTerm(termTree);
    expect(leavesOf(model).length).toBeGreaterThan(500);
    expect(missingIn(model, shown(model))).toEqual([]);
    expect(entriesIn(shown(model)).filter(({ label, path }) => label === '' || label === path)).toEqual([]);
  });

  it('shows what the tree of terms does not know', () => {
    const model = {
      number: 'R-1',
      seller: { name: 'Muster', star: { size: ['big'] } },
      comet: 'blue',
      lines: ['torn'],
    };
    expect(missingIn(model, shown(model))).toEqual([]);
  });

  it('would find a term that is left out', () => {
    const [model] = models.map((one) => one.model);
    if (!model) throw new Error('no invoice was read');
    const cut = shown(model).filter(({ title }) => title !== 'Summen');
    expect(missingIn(model, cut)).toContain('totals.gross = 1884.01');
  });

  it.each([
    ['currency', { currency: 'EUR' }, 'Euro (EUR)', null],
    ['issueDate', { issueDate: '2026-03-02' }, '02.03.2026', null],
    ['typeCode', { typeCode: '380' }, 'Rechnung (380)', null],
    ['totals.gross', { currency: 'EUR', totals: { gross: '-1234.5' } }, '−1.234,50\u00a0€', null],
    [
      'totals.vatInAccountingCurrency',
      { currency: 'CHF', accountingCurrency: 'EUR', totals: { vatInAccountingCurrency: '7.1' } },
      '7,10\u00a0€',
      null,
    ],
    ['lines.0.quantity', { lines: [{ quantity: { value: '38', unit: 'H87' } }] }, '38 Stück (H87)', null],
    ['lines.0.quantity', { lines: [{ quantity: { value: '1', unit: 'QQQ' } }] }, '1 QQQ', null],
    ['lines.0.vat.rate', { lines: [{ vat: { rate: '19' } }] }, '19\u00a0%', null],
    [
      'seller.electronicAddress',
      { seller: { electronicAddress: { value: 'a@b.example', scheme: 'EM' } } },
      'a@b.example',
      'Schema: E-Mail (EM)',
    ],
    [
      'paymentTerms.0.text',
      { currency: 'EUR', paymentTerms: [{ text: '#SKONTO#TAGE=14#PROZENT=2.00#\n' }] },
      '2,00 % Skonto bei Zahlung innerhalb von 14 Tagen',
      '#SKONTO#TAGE=14#PROZENT=2.00#\n',
    ],
    [
      'paymentTerms.0.text',
      { currency: 'EUR', paymentTerms: [{ text: 'Danach netto.\n#SKONTO#TAGE=7#PROZENT=3#BASISBETRAG=10.5#\n' }] },
      'Danach netto.\n3 % Skonto bei Zahlung innerhalb von 7 Tagen auf 10,50\u00a0€',
      'Danach netto.\n#SKONTO#TAGE=7#PROZENT=3#BASISBETRAG=10.5#\n',
    ],
  ])('says %s of %j as %s', (path, model, value, note) => {
    expect(entriesIn(shown(model)).find((entry) => entry.path === path)).toMatchObject({ value, note });
  });

  it('keeps a sub line below its line', () => {
    const model = { lines: [{ id: '1', subLines: [{ id: '1.1' }] }, { id: '2' }] };
    const rows = shown(model).flatMap(({ tables }) => tables.flatMap((table) => table.rows));
    expect(rows.map(({ level, cells }) => [level, cells[0]?.[0]?.value])).toEqual([
      [0, '1'],
      [1, '1.1'],
      [0, '2'],
    ]);
  });
});
