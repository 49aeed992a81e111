import { TRANSITIONS, type Action, type State } from '../lifecycle.js';
import { refuse, type Refusal } from '../refusals.js';
import { forPeople, type Case } from './case.js';

const HANDED_OVER: readonly State[] = ['handed_over', 'paid', 'paid_reduced'];
const ORDERED: readonly State[] = ['approved', 'claimed', ...HANDED_OVER];

/** States that nothing reaches without the deed: there it has been done, whoever did it. */
export const DONE_IN: Partial<Readonly<Record<Action, readonly State[]>>> = {
  reject: ['rejected'],
  route: ['routed'],
  moveToTenant: ['moved'],
  markDuplicate: ['duplicate'],
  supersede: ['superseded'],
  dismiss: ['dismissed'],
  ask: ['query'],
  decline: ['declined'],
  confirmFactual: ['confirmed', ...ORDERED],
  confirmArithmetical: ['confirmed', ...ORDERED],
  order: ORDERED,
  claimForPayment: ['claimed', ...HANDED_OVER],
  acknowledge: HANDED_OVER,
  markPaid: ['paid'],
  markPaidReduced: ['paid_reduced'],
  dispose: ['disposed'],
};

/** Why the lifecycle has no row for this: done already, or not now. */
export function outOfState({ action, invoice: { state } }: Case): Refusal {
  if (DONE_IN[action]?.includes(state)) return refuse('alreadyDecided', { action, state });
  const rows = TRANSITIONS.filter((row) => row.action === action);
  return refuse('wrongState', { action, state, states: [...new Set(rows.map((row) => row.from))].join(' ') });
}

/** Nobody has looked for duplicates and accounts yet: whoever acts now would act without what protects them. */
export const waitsForTheProgram = forPeople(({ action, invoice }) =>
  invoice.state === 'received' ? refuse('notCheckedYet', { action }) : null,
);
