import type { State } from '../domain/approval/lifecycle.js';

/** The steps that a supplier can tell apart. Which desk an invoice lies on, and whether it waits there, is not among them. */
export const supplierSteps = [
  'received',
  'inProgress',
  'underReview',
  'query',
  'released',
  'paid',
  'paidReduced',
  'rejected',
  'declined',
  'duplicate',
  'closed',
] as const;
export type SupplierStep = (typeof supplierSteps)[number];

export const supplierStepOf = {
  received: 'received',
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
  superseded: 'closed',
  dismissed: 'closed',
  moved: 'closed',
  disposed: 'closed',
} as const satisfies Record<State, SupplierStep>;
