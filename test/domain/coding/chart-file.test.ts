import fc from 'fast-check';
import { planChart } from '../../../src/domain/coding/chart-file.js';
import type { KnownEntry } from '../../../src/domain/coding/chart.js';
import { csvText } from '../../../src/domain/coding/csv-text.js';
import { CSV_LIMITS } from '../../../src/domain/coding/csv.js';
import { readCsv } from '../../../src/pipeline/read-csv.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const known: readonly KnownEntry[] = [
  { kind: 'account', number: '5241000', name: 'Unterhaltung', closed: false },
  { kind: 'account', number: '5431000', name: 'Geschäftsaufwand', closed: true },
  { kind: 'product', number: '11.1.01', name: 'Zentrale Dienste', closed: false },
];
const fileOf = (bytes: Uint8Array) => {
  const { encoding, text } = csvText(bytes);
  return { encoding, csv: readCsv(text, 20_001) };
};
const plan = (text: string, closesOthers = false) =>
  planChart(fileOf(utf8(text)), known, closesOthers).lines.map(({ line, change, fault, number }) =>
    [line, change, fault, number].join(' '),
  );

describe('a chart of accounts as a file', () => {
  it('says line by line what an import would change', () => {
    const file =
      'Art;Nummer;Bezeichnung\r\nSachkonto;5241000;Unterhaltung\r\nKonto;5431000;Geschäftsaufwand\r\nProdukt;11.1.01;Zentrales\r\nKostenstelle;4711;Rathaus\r\n';
    expect(plan(file)).toEqual(['2 unchanged  5241000', '3 reopened  5431000', '4 renamed  11.1.01', '5 added  4711']);
  });

  it('closes what the whole chart does not have any more, and nothing else', () => {
    expect(plan('kind,number,name\naccount,1,One', true)).toEqual([
      '2 added  1',
      ' closed  5241000',
      ' closed  11.1.01',
    ]);
  });

  it.each([
    ['Nummer;Bezeichnung\n1;Eins', '1 refused headings '],
    ['Art;Nummer;Bezeichnung\nHaus;1;Eins', '2 refused kind 1'],
    ['Art;Nummer;Bezeichnung\nKonto;;Eins', '2 refused number '],
    ['Art;Nummer;Bezeichnung\nKonto;1;', '2 refused name 1'],
    ['Art;Nummer;Bezeichnung\nKonto;1;"Eins', '2 refused quoteOpen '],
    ['Art;Nummer;Bezeichnung\nKonto;1;"Eins" und', '2 refused quoteInside '],
    ['Art;Nummer;Bezeichnung\nKonto;1;Eins\n\nKonto;2;Rohr 3" weit', '4 refused quoteWithin '],
    ['', '1 refused headings '],
  ])('refuses %j and closes nothing because of it', (file, refused) => {
    expect(plan(file, true)).toEqual([refused]);
  });

  it('is refused where a line is longer or wider than any that people make', () => {
    const head = 'Art;Nummer;Bezeichnung\r\n"Konto";"1\r\n2";Eins\r\n';
    expect(plan(`${head}Konto;1;${'x'.repeat(CSV_LIMITS.recordCharacters)}`)).toEqual(['4 refused tooLong ']);
    expect(plan(`${head}${';'.repeat(CSV_LIMITS.columns)}`)).toEqual(['4 refused tooWide ']);
  });

  it('counts what the year has already, closed entries too', () => {
    const full = Array.from({ length: 19_999 }, (_, at) => ({
      ...({ kind: 'account', number: `K${String(at)}`, name: 'Konto' } as const),
      closed: at > 0,
    }));
    const { lines } = planChart(
      fileOf(utf8('Art;Nummer;Bezeichnung\nKonto;1;Eins\nKonto;K0;Null\nKonto;2;Zwei')),
      full,
      false,
    );
    expect(lines.map(({ change, fault }) => `${change} ${String(fault)}`)).toEqual([
      'added null',
      'renamed null',
      'refused yearFull',
    ]);
  });

  it('takes the same number for two kinds, and not twice for one', () => {
    const file = 'Art;Nummer;Bezeichnung\nKonto;1;Eins\nProdukt;1;Eins\nKonto;1;Noch eins';
    expect(plan(file).slice(1)).toEqual(['3 added  1', '4 refused twice 1']);
  });

  it('reads what German Excel writes: windows-1252, and UTF-8 with its mark', () => {
    const text = 'Art;Nummer;Bezeichnung\nKonto;1;Gebühren in €';
    const windows = (text: string) => Uint8Array.from(text, (one) => (one === '€' ? 0x80 : one.charCodeAt(0)));
    for (const [bytes, encoding] of [
      [windows(text.replaceAll(';', ',')), 'windows-1252'],
      [windows(text), 'windows-1252'],
      [utf8(`\ufeff${text}`), 'utf-8'],
    ] as const)
      expect(planChart(fileOf(bytes), [], false)).toMatchObject({
        encoding,
        lines: [{ name: 'Gebühren in €', change: 'added' }],
      });
  });
});

it('reads back whatever cells are written as RFC 4180 says', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', 'ü', ' ') });
  const row = fc.tuple(fc.constant('x'), cell, cell);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['a;b;c', ...rows.map((cells) => cells.map(quoted).join(';'))].join('\r\n');
      const csv = readCsv(text, 100);
      expect(csv.kind === 'records' && csv.records.slice(1).map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 500, seed: 53 },
  );
});

it('stops at the most records that are wanted', () => {
  expect(readCsv('a;b\n'.repeat(5), 4)).toEqual({ kind: 'broken', line: 5, because: 'tooMany' });
});
