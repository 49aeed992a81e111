import type { Split } from '../../domain/coding/coding.js';
import type { BudgetAnswer } from '../../domain/coding/order-needs.js';

/** An invoice's coding in one of its versions. */
export interface CodingRecord {
  readonly version: number;
  readonly fiscalYear: number;
  /** What the splits add up to: negative for a credit note. */
  readonly totalCents: bigint;
  readonly currency: string;
  readonly splits: readonly Split[];
  readonly supplierId: string | null;
  readonly setBy: string;
  readonly setAt: Date;
}

/** What the budget check said about a coding. */
export interface BudgetAnswerRecord {
  readonly codingVersion: number;
  readonly answer: BudgetAnswer;
  /** In the words of the budget system, or why it said nothing. */
  readonly message: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

export interface CodingRecords {
  add(invoiceId: string, coding: CodingRecord): Promise<void>;
  /** The version that holds. */
  find(invoiceId: string): Promise<CodingRecord | null>;
  /** Every version, the newest first. */
  versions(invoiceId: string): Promise<readonly CodingRecord[]>;
  /** How the last other invoice of a supplier was coded, whatever became of it. */
  lastOf(
    supplierId: string,
    exceptInvoiceId: string,
  ): Promise<{
    readonly invoiceId: string;
    readonly coding: CodingRecord;
  } | null>;
  addBudgetAnswer(invoiceId: string, answer: BudgetAnswerRecord): Promise<void>;
  /** The newest answer about that version of the coding: one that says something before any that is `unknown`. */
  findBudgetAnswer(invoiceId: string, codingVersion: number): Promise<BudgetAnswerRecord | null>;
  /** The newest answer about any version before that one that says something. */
  findBudgetAnswerBefore(invoiceId: string, codingVersion: number): Promise<BudgetAnswerRecord | null>;
}
