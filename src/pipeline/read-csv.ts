import { CsvError, parse } from 'csv-parse/sync';
import { CSV_LIMITS, type Csv, type CsvFault, type CsvRecord } from '../domain/coding/csv.js';

/** Separators that spreadsheets write; the one that stands most often in the first line is the file's. */
const SEPARATORS = [';', ',', '\t'] as const;

/** What the parser calls what it refuses; anything else it says of a file is a mistake of ours. */
const FAULTS: Readonly<Record<string, CsvFault>> = {
  CSV_QUOTE_NOT_CLOSED: 'quoteOpen',
  CSV_INVALID_CLOSING_QUOTE: 'quoteInside',
  INVALID_OPENING_QUOTE: 'quoteWithin',
  CSV_MAX_RECORD_SIZE: 'tooLong',
};

/**
 * Reads CSV as RFC 4180 has it (quoted cells, doubled quotes, line ends within quotes), with the separator that the
 * first line shows and any line end. Records without anything in them are left out.
 */
export function readCsv(text: string, mostRecords: number): Csv {
  const rows: CsvRecord[] = [];
  let [next, twice] = [1, 0];
  try {
    parse(text, {
      ...{ delimiter: separatorOf(text), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true },
      ...{ to: mostRecords + 1, max_record_size: CSV_LIMITS.recordCharacters },
      // Told apart by where the one before has ended: the parser counts lines up to a record's end.
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: next, cells });
        // It takes CR and LF within quotes for two line ends.
        twice += cells.join(';').split('\r\n').length - 1;
        next = lines + 1 - twice;
        return null;
      },
    });
  } catch (error) {
    const because = error instanceof CsvError ? FAULTS[error.code] : undefined;
    if (because === undefined) throw error;
    return { kind: 'broken', line: next, because };
  }
  const extra = rows[mostRecords];
  if (extra) return { kind: 'broken', line: extra.line, because: 'tooMany' };
  const wide = rows.find(({ cells }) => cells.length > CSV_LIMITS.columns);
  if (wide) return { kind: 'broken', line: wide.line, because: 'tooWide' };
  return { kind: 'records', records: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

function separatorOf(text: string): string {
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  const first = text.slice(0, Math.min(end, 1000));
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}
