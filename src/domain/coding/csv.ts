/** A record of a CSV file with the line that it begins in, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What one line may hold at most: a file with more is none that a person has made. */
export const CSV_LIMITS = { recordCharacters: 10_000, columns: 50 } as const;

/** Why a file cannot be taken apart. */
export type CsvFault = 'quoteOpen' | 'quoteInside' | 'quoteWithin' | 'tooMany' | 'tooLong' | 'tooWide';

export type Csv =
  | { readonly kind: 'records'; readonly records: readonly CsvRecord[] }
  | { readonly kind: 'broken'; readonly line: number; readonly because: CsvFault };
