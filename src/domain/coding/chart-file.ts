import type { Wording } from '../approval/lifecycle.js';
import { CHART_LIMITS, keyOfEntry, type ChartEntry, type ChartKind, type KnownEntry } from './chart.js';
import type { CsvEncoding } from './csv-text.js';
import { CSV_LIMITS, type Csv, type CsvRecord } from './csv.js';

/** What is wrong with a line, so that nothing of the file can be imported. */
export const CHART_FAULTS = {
  quoteOpen: {
    de: 'Ein Anführungszeichen wird nicht wieder geschlossen.',
    en: 'A quotation mark is never closed.',
  },
  quoteInside: {
    de: 'Nach dem schließenden Anführungszeichen steht noch etwas vor dem Trennzeichen.',
    en: 'Something stands between the closing quotation mark and the separator.',
  },
  quoteWithin: {
    de: 'Mitten in einem Feld steht ein Anführungszeichen. Solche Felder müssen ganz in Anführungszeichen stehen, mit doppelten darin.',
    en: 'A quotation mark stands within a field. Such a field has to be quoted as a whole, with doubled marks in it.',
  },
  tooLong: {
    de: `Die Zeile hat mehr als ${CSV_LIMITS.recordCharacters} Zeichen; vielleicht fehlt ein Anführungszeichen.`,
    en: `The line has more than ${CSV_LIMITS.recordCharacters} characters; a quotation mark may be missing.`,
  },
  tooWide: {
    de: `Die Zeile hat mehr als ${CSV_LIMITS.columns} Spalten.`,
    en: `The line has more than ${CSV_LIMITS.columns} columns.`,
  },
  tooMany: {
    de: `Die Datei hat mehr als ${CHART_LIMITS.entries} Zeilen.`,
    en: `The file has more than ${CHART_LIMITS.entries} lines.`,
  },
  yearFull: {
    de: `Mit dieser Zeile hätte das Haushaltsjahr mehr als ${CHART_LIMITS.entries} Einträge, geschlossene mitgezählt.`,
    en: `With this line the fiscal year would have more than ${CHART_LIMITS.entries} entries, closed ones included.`,
  },
  headings: {
    de: 'Die erste Zeile muss die Spalten nennen: Art, Nummer, Bezeichnung.',
    en: 'The first line has to name the columns: kind, number, name.',
  },
  kind: {
    de: 'Die Art muss Sachkonto, Produkt oder Kostenstelle sein.',
    en: 'The kind has to be account, product or cost centre.',
  },
  number: {
    de: `Die Nummer fehlt, hat mehr als ${CHART_LIMITS.number} Zeichen oder enthält Zeichen, die nicht lesbar sind.`,
    en: `The number is missing, longer than ${CHART_LIMITS.number} characters, or holds unreadable ones.`,
  },
  name: {
    de: `Die Bezeichnung fehlt, hat mehr als ${CHART_LIMITS.name} Zeichen oder enthält Zeichen, die nicht lesbar sind.`,
    en: `The name is missing, longer than ${CHART_LIMITS.name} characters, or holds unreadable ones.`,
  },
  twice: {
    de: 'Dieselbe Nummer steht weiter oben schon einmal.',
    en: 'The same number stands further up already.',
  },
} as const satisfies Record<string, Wording>;

export type ChartFault = keyof typeof CHART_FAULTS;

/** What an import makes of a line, or of an entry that the file does not have any more. */
export type ChartChange = 'added' | 'renamed' | 'reopened' | 'closed' | 'unchanged' | 'refused';

export interface PlannedLine {
  /** null: the file does not have it. */
  readonly line: number | null;
  readonly change: ChartChange;
  readonly fault: ChartFault | null;
  readonly kind: ChartKind | null;
  readonly number: string;
  readonly name: string;
  /** What it is called until now, where that changes. */
  readonly before: string | null;
}

/** A file as it has been taken apart. */
export interface ChartFile {
  readonly encoding: CsvEncoding;
  readonly csv: Csv;
}

export interface ChartPlan {
  readonly encoding: CsvEncoding;
  readonly lines: readonly PlannedLine[];
}

/**
 * What importing a file would change, line by line. Where the file is the whole chart (`closesOthers`), what it does not
 * have is closed. A file with a fault in it changes nothing.
 */
export function planChart(
  { encoding, csv }: ChartFile,
  known: readonly KnownEntry[],
  closesOthers: boolean,
): ChartPlan {
  const read = csv.kind === 'broken' ? [brokenAt(csv)] : readLines(csv.records);
  const before = new Map(known.map((entry) => [keyOfEntry(entry), entry]));
  const room = CHART_LIMITS.entries - known.length;
  const lines = withinRoom(
    read.map((line) => (isEntry(line) ? plannedLine(line, before.get(keyOfEntry(line))) : line)),
    room,
  );
  const named = new Set(
    lines.flatMap((line) => (line.kind === null ? [] : [keyOfEntry({ ...line, kind: line.kind })])),
  );
  const left = known.filter((entry) => closesOthers && !entry.closed && !named.has(keyOfEntry(entry)));
  const isWhole = lines.length > 0 && lines.every(({ fault }) => fault === null);
  return { encoding, lines: isWhole ? [...lines, ...left.map(closedLine)] : lines };
}

/** Refuses what would be added beyond the room that a year has left. */
function withinRoom(lines: readonly PlannedLine[], room: number): readonly PlannedLine[] {
  let added = 0;
  return lines.map((one) => {
    if (one.change === 'added') added += 1;
    return one.change === 'added' && added > room ? { ...one, change: 'refused', fault: 'yearFull' } : one;
  });
}

type ReadLine = (ChartEntry & { readonly line: number }) | PlannedLine;

const isEntry = (line: ReadLine): line is ChartEntry & { readonly line: number } => !('change' in line);

const refusedLine = (line: number, fault: ChartFault, cells: Partial<ChartEntry> = {}): PlannedLine => ({
  ...{ line, change: 'refused', fault, before: null },
  ...{ kind: cells.kind ?? null, number: shown(cells.number), name: shown(cells.name) },
});

const shown = (text = ''): string => text.slice(0, CHART_LIMITS.name);

const brokenAt = ({ line, because }: Extract<Csv, { kind: 'broken' }>): PlannedLine => refusedLine(line, because);

function readLines([heading, ...records]: readonly CsvRecord[]): readonly ReadLine[] {
  const columns = heading && columnsIn(heading);
  if (!columns || records.length === 0) return [refusedLine(heading?.line ?? 1, 'headings')];
  const seen = new Set<string>();
  return records.map(({ line, cells }) => {
    const cell = (column: number): string => (cells[column] ?? '').trim();
    const [kind, number, name] = [kindOf(cell(columns.kind)), cell(columns.number), cell(columns.name)];
    if (kind === null) return refusedLine(line, 'kind', { number, name });
    if (!isReadable(number, CHART_LIMITS.number)) return refusedLine(line, 'number', { kind, number, name });
    if (!isReadable(name, CHART_LIMITS.name)) return refusedLine(line, 'name', { kind, number, name });
    const key = keyOfEntry({ kind, number });
    if (seen.has(key)) return refusedLine(line, 'twice', { kind, number, name });
    seen.add(key);
    return { line, kind, number, name };
  });
}

const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** Words that headings are known by, in either language of the product and as common programs export them. */
const HEADINGS = {
  kind: ['art', 'typ', 'kind', 'type'],
  number: ['nummer', 'nr', 'nr.', 'number', 'no'],
  name: ['bezeichnung', 'name', 'text', 'description'],
} as const;

function columnsIn({ cells }: CsvRecord): Readonly<Record<keyof typeof HEADINGS, number>> | null {
  const words = cells.map(folded);
  const at = (names: readonly string[]): number => words.findIndex((word) => names.includes(word));
  const columns = { kind: at(HEADINGS.kind), number: at(HEADINGS.number), name: at(HEADINGS.name) };
  return Object.values(columns).includes(-1) ? null : columns;
}

const KINDS: ReadonlyMap<string, ChartKind> = new Map([
  ...['konto', 'sachkonto', 'account'].map((word) => [word, 'account'] as const),
  ...['produkt', 'kostenträger', 'product'].map((word) => [word, 'product'] as const),
  ...['kostenstelle', 'costcentre', 'costcenter'].map((word) => [word, 'costCentre'] as const),
]);

const kindOf = (text: string): ChartKind | null => KINDS.get(folded(text)) ?? null;

const isReadable = (text: string, most: number): boolean =>
  text !== '' && text.length <= most && !/[\p{Cc}\p{Cs}\ufffd]/u.test(text);

function plannedLine({ line, kind, number, name }: ChartEntry & { readonly line: number }, known?: KnownEntry) {
  const change =
    known === undefined ? 'added' : known.closed ? 'reopened' : known.name === name ? 'unchanged' : 'renamed';
  const before = known !== undefined && known.name !== name ? known.name : null;
  return { line, change, fault: null, kind, number, name, before } satisfies PlannedLine;
}

const closedLine = ({ kind, number, name }: KnownEntry): PlannedLine => ({
  ...{ line: null, change: 'closed', fault: null, kind, number, name, before: null },
});
