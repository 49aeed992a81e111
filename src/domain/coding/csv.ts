/** A record of a CSV file with the line that it begins in, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Csv =
  | { readonly kind: 'records'; readonly records: readonly CsvRecord[] }
  | { readonly kind: 'broken'; readonly line: number; readonly because: 'quoteOpen' | 'quoteInside' | 'tooMany' };

/** Separators that spreadsheets write; the one that stands most often in the first line is the file's. */
const SEPARATORS = [';', ',', '\t'] as const;

/**
 * Reads CSV as RFC 4180 has it (quoted cells, doubled quotes, line ends within quotes), with the separator that the
 * first line shows and any line end. Records without anything in them are left out. Linear in the text's length.
 */
export function readCsv(text: string, mostRecords: number): Csv {
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const record = readRecord(text, at, line, separator);
    if (record.kind === 'broken') return record;
    if (record.cells.some((cell) => cell.trim() !== '')) records.push({ line, cells: record.cells });
    if (records.length > mostRecords) return { kind: 'broken', line, because: 'tooMany' };
    ({ at, line } = record.next);
  }
  return { kind: 'records', records };
}

function separatorOf(text: string): string {
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  const first = text.slice(0, Math.min(end, 1000));
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

interface Place {
  readonly at: number;
  readonly line: number;
}

type ReadRecord = { readonly kind: 'record'; readonly cells: readonly string[]; readonly next: Place } | Broken;
type Broken = Extract<Csv, { kind: 'broken' }>;

function readRecord(text: string, start: number, startLine: number, separator: string): ReadRecord {
  const cells: string[] = [];
  let place: Place = { at: start, line: startLine };
  for (;;) {
    const cell = text[place.at] === '"' ? quotedCell(text, place, separator) : plainCell(text, place, separator);
    if (cell.kind === 'broken') return cell;
    cells.push(cell.text);
    if (text[cell.next.at] === separator) {
      place = { ...cell.next, at: cell.next.at + 1 };
      continue;
    }
    const lineEnd = text.startsWith('\r\n', cell.next.at) ? 2 : cell.next.at < text.length ? 1 : 0;
    return { kind: 'record', cells, next: { at: cell.next.at + lineEnd, line: cell.next.line + Math.min(lineEnd, 1) } };
  }
}

type ReadCell = { readonly kind: 'cell'; readonly text: string; readonly next: Place } | Broken;

function plainCell(text: string, { at, line }: Place, separator: string): ReadCell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { kind: 'cell', text: text.slice(at, end), next: { at: end, line } };
}

function quotedCell(text: string, { at, line }: Place, separator: string): ReadCell {
  const pieces: string[] = [];
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { kind: 'broken', line, because: 'quoteOpen' };
    pieces.push(text.slice(from, quote));
    if (text[quote + 1] !== '"') {
      const after = text[quote + 1];
      const written = pieces.join('');
      const next = { at: quote + 1, line: line + (written.match(/\r\n|\r|\n/g)?.length ?? 0) };
      return after === undefined || after === separator || after === '\r' || after === '\n'
        ? { kind: 'cell', text: written, next }
        : { kind: 'broken', line: next.line, because: 'quoteInside' };
    }
    pieces.push('"');
    from = quote + 2;
  }
}
