import { STATES, type SupplierStep } from '../approval/lifecycle.js';

/** Steps that no mail of their own tells: the receipt tells the first, and what leaves the house is nobody's news. */
const UNTOLD = ['received', 'moved', 'disposed'] as const satisfies readonly SupplierStep[];

/** A step that suppliers are told by mail. */
export type ToldStep = Exclude<SupplierStep, (typeof UNTOLD)[number]>;

export const isTold = (step: SupplierStep): step is ToldStep => !UNTOLD.some((untold) => untold === step);

/**
 * Kinds of answers: a thread gets each at most once. `rejection` is the verdict's, with the report; `staffRejection` and
 * `decline` are what people decided later; `faultyForm` tells that one of an invoice's forms is faulty, though another one
 * counts; `query` asks what staff want to know; `confirmation` asks whether an address wants to be told of later steps, which
 * `step.…` do.
 */
export type AnswerKind =
  'receipt' | 'rejection' | 'staffRejection' | 'decline' | 'faultyForm' | 'query' | 'confirmation' | `step.${ToldStep}`;

/** The step that a kind of answer tells; null for a kind that tells none. */
export function stepTold(kind: AnswerKind): ToldStep | null {
  if (kind === 'staffRejection') return 'rejected';
  if (kind === 'decline') return 'declined';
  const steps = Object.values(STATES).map(({ supplier }) => supplier);
  return steps.filter(isTold).find((step) => kind === `step.${step}`) ?? null;
}
