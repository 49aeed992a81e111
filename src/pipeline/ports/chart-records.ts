import type { ChartEntry, KnownEntry } from '../../domain/coding/chart.js';

/** The charts of accounts of a tenant, one for each Haushaltsjahr. */
export interface ChartRecords {
  /** Haushaltsjahre that have a chart, the latest first. */
  years(): Promise<readonly number[]>;
  /** Everything of a year by kind and number, what is closed included. */
  entries(fiscalYear: number): Promise<readonly KnownEntry[]>;
  /** Those of a year that bear one of these numbers, of whatever kind, what is closed included. */
  entriesNumbered(fiscalYear: number, numbers: readonly string[]): Promise<readonly KnownEntry[]>;
  /** Adds entries, or gives those that are there their new name and opens them again. */
  put(fiscalYear: number, entries: readonly ChartEntry[], at: Date): Promise<void>;
  close(fiscalYear: number, entries: readonly Pick<ChartEntry, 'kind' | 'number'>[], at: Date): Promise<void>;
}
