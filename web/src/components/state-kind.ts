import type { BadgeKind } from './badge.js';

const kinds: Readonly<Record<string, BadgeKind>> = {
  clarification: 'warning',
  query: 'warning',
  rejected: 'danger',
  declined: 'danger',
  duplicate: 'danger',
  approved: 'success',
  claimed: 'success',
  handed_over: 'success',
  paid: 'success',
};

/** The colour of an invoice's state, the same wherever it stands. */
export const kindOfState = (state: string): BadgeKind => kinds[state] ?? 'info';
