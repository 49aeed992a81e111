import type { Acting, ApprovalPolicy, DecisionFacts } from './facts.js';
import { transitionFor, type Action, type Progress, type State } from './lifecycle.js';
import { requiredOrders } from './value-steps.js';

/** What it takes to know whether an act closes a step. */
export interface Step {
  readonly action: Action;
  readonly by: Acting | null;
  readonly invoice: DecisionFacts;
  /** EUR cents, absolute; null: unknown. */
  readonly amountCents: bigint | null;
  readonly policy: ApprovalPolicy;
}

/** Whether this act, added to those before it, closes the step or leaves something open. */
export function progressOf(step: Step): Progress {
  const rule = CLOSED_BY[step.action] ?? (isInSteps(step.invoice.state, step.action) ? closedBySecondPerson : always);
  return rule(step) ? 'complete' : 'partial';
}

/** Whether the lifecycle has this action in several steps here. */
export const isInSteps = (state: State, action: Action): boolean =>
  transitionFor(state, action, 'partial')?.when === 'partial';

const always = (): boolean => true;

const closedBySecondPerson = ({ action, by, invoice }: Step): boolean =>
  invoice.proposals.some((proposal) => proposal.action === action && !sharePerson(proposal.by, by));

const CLOSED_BY: Partial<Record<Action, (step: Step) => boolean>> = {
  confirmFactual: ({ invoice }) => invoice.confirmations.some(({ kind }) => kind === 'arithmetical'),
  confirmArithmetical: ({ invoice }) => invoice.confirmations.some(({ kind }) => kind === 'factual'),
  order: ({ invoice, amountCents, policy }) => invoice.orders.length + 1 >= requiredOrders(amountCents, policy.steps),
  decline: (step) => !declineTakesTwo(step) || closedBySecondPerson(step),
};

/** An amount that is unknown in EUR counts as above the limit: not knowing must never make it easier. */
function declineTakesTwo({ amountCents, policy }: Step): boolean {
  const limit = policy.declineByTwoAboveCents;
  return limit !== null && (amountCents === null || amountCents > limit);
}

/** Whether two acts have a person in common, deputies and principals counted alike. */
export const sharePerson = (a: Acting, b: Acting | null): boolean =>
  b !== null && peopleOf(b).some((id) => peopleOf(a).includes(id));

const peopleOf = ({ personId, onBehalfOfId }: Acting): readonly string[] =>
  onBehalfOfId === null ? [personId] : [personId, onBehalfOfId];
