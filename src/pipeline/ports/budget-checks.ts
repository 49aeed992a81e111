import type { BudgetAnswer } from '../../domain/coding/order-needs.js';

/** What a budget system is asked: whether there are funds for this. Amounts are decimals with a point. */
export interface BudgetQuestion {
  readonly invoiceId: string;
  readonly codingVersion: number;
  readonly number: string | null;
  readonly fiscalYear: number;
  readonly currency: string;
  readonly total: string;
  readonly splits: readonly {
    readonly account: string;
    readonly product: string;
    readonly costCentre: string | null;
    readonly amount: string;
  }[];
}

export interface BudgetReply {
  /** `unknown`: it did not answer, or not understandably. */
  readonly answer: BudgetAnswer;
  /** Its words, or a code of why it said nothing: one of `budgetSilences`. */
  readonly message: string | null;
}

/** Why a budget check says nothing. */
export const budgetSilences = [
  'noAnswer',
  'notUnderstood',
  'hostForbidden',
  'noEncryption',
  'secretUnreadable',
] as const;
export type BudgetSilence = (typeof budgetSilences)[number];

/** A budget system (Mittelprüfung) behind an address that a tenant has set. */
export abstract class BudgetChecks {
  /**
   * Takes seconds at most, and never rejects: silence is an answer too.
   * @param token what the budget system knows the tenant by; null: it asks for none.
   */
  abstract ask(url: string, token: string | null, question: BudgetQuestion): Promise<BudgetReply>;
}
