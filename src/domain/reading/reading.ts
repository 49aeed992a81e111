import type { Invoice } from '../invoice/invoice.js';
import type { Syntax } from '../validation/examination.js';
import type { Finding } from '../validation/finding.js';

/** What came out of reading a tree. */
export interface Reading {
  /** null where the root is of no syntax that is known; then, and for ZUGFeRD 1, `invoice` is null too. */
  readonly syntax: Syntax | null;
  readonly invoice: Invoice | null;
  /** Where each term and group was found, by its path in the model: `lines[0].netAmount`; empty where not asked for. */
  readonly places: ReadonlyMap<string, ReadPlace>;
  /** Remarks (severity information): surplus elements, elements of no term, dates and numbers that are none. */
  readonly findings: readonly Finding[];
}

export interface ReadPlace {
  readonly line: number;
  readonly column: number;
  /** The text as it was written, where that is not what the model holds. */
  readonly raw?: string;
}
