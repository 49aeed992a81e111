import type { State } from '../approval/lifecycle.js';

/** What a supplier sees as one step, whatever it is inside the house. */
export type SupplierStep =
  | 'inProgress'
  | 'underReview'
  | 'query'
  | 'released'
  | 'paid'
  | 'paidReduced'
  | 'rejected'
  | 'declined'
  | 'duplicate'
  | 'superseded'
  | 'dismissed';

/** The step that a state is for the supplier; null: nothing is told of it. */
export const supplierSteps = {
  received: null,
  clarification: 'inProgress',
  rejected: 'rejected',
  duplicate: 'duplicate',
  routed: 'inProgress',
  in_review: 'underReview',
  query: 'query',
  confirmed: 'underReview',
  approved: 'released',
  claimed: 'released',
  handed_over: 'released',
  paid: 'paid',
  paid_reduced: 'paidReduced',
  declined: 'declined',
  superseded: 'superseded',
  moved: null,
  disposed: null,
  dismissed: 'dismissed',
} as const satisfies Record<State, SupplierStep | null>;

/**
 * Kinds of answers: a thread gets each at most once. `rejection` is the verdict's, with the report; `staffRejection` and
 * `decline` are what people decided later; `confirmation` asks whether an address wants to be told of later steps, which
 * `step.…` do.
 */
export type AnswerKind =
  'receipt' | 'rejection' | 'staffRejection' | 'decline' | 'confirmation' | `step.${SupplierStep}`;

/** The step that a kind of answer tells; null for a kind that tells none. */
export function stepTold(kind: AnswerKind): SupplierStep | null {
  if (kind === 'staffRejection') return 'rejected';
  if (kind === 'decline') return 'declined';
  return Object.values(supplierSteps).find((step) => step !== null && kind === `step.${step}`) ?? null;
}
