import { ACTIONS, ALL_ACTIONS, type ClaimFate, type Need } from './actions.js';
import {
  DEFAULT_POLICY,
  type Acting,
  type Actor,
  type ApprovalPolicy,
  type DecisionFacts,
  type DecisionRequest,
} from './facts.js';
import { CASE_GUARDS, FORM_GUARDS } from './guards.js';
import { caseOf, deputyshipOf, type Case, type Guard } from './guards/case.js';
import { needsOf } from './guards/form.guards.js';
import { outOfState } from './guards/state.guards.js';
import { transitionFor, voidedBy, type Action, type Progress, type Transition, type Voided } from './lifecycle.js';
import { progressOf } from './progress.js';
import type { Refusal } from './refusals.js';
import { isRelevant } from './relevance.js';

export interface Allowed {
  readonly kind: 'allowed';
  readonly transition: Transition;
  /** partial: somebody else must act too before the invoice goes on; the use case records the act and waits. */
  readonly progress: Progress;
  /** Who is to be recorded; null for a machine. */
  readonly by: Acting | null;
  /** What counts no more once this is done; see `isVoided`. */
  readonly voids: readonly Voided[];
  readonly claim: ClaimFate;
  /** The deputyship by which the person acts for somebody; null: in their own name. */
  readonly deputyshipId: string | null;
  readonly restsOn: RestsOn;
}

/** What was compared, for the log: EUR cents absolute (null: unknown), and the payee's accounts as keyed hashes. */
export interface RestsOn {
  readonly amountCents: bigint | null;
  readonly payeeAccountHashes: readonly string[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

export type Decision = Allowed | Refused;

/**
 * Whether the actor may do this with this invoice today, and what follows from it. Total: it answers, it never throws.
 * `today` is the day in the tenant's time zone, YYYY-MM-DD. Whether the actor saw the current version is the
 * write path's question, not this one's.
 */
export function decide(
  request: DecisionRequest,
  invoice: DecisionFacts,
  today: string,
  policy: ApprovalPolicy = DEFAULT_POLICY,
): Decision {
  const theCase = caseOf(request, invoice, today, policy);
  const progress = progressOf(theCase);
  const transition = transitionFor(invoice.state, request.action, progress);
  if (!transition) return { kind: 'refused', refusal: outOfState(theCase) };
  const refusal = firstRefusal(theCase, [...CASE_GUARDS, ...FORM_GUARDS]);
  return refusal
    ? { kind: 'refused', refusal }
    : {
        kind: 'allowed',
        transition,
        progress,
        by: theCase.by,
        voids: transition.change ? voidedBy(transition.change) : [],
        claim: ACTIONS[request.action].claim,
        deputyshipId: deputyshipOf(theCase),
        restsOn: { amountCents: theCase.amountCents, payeeAccountHashes: invoice.payeeAccountHashes },
      };
}

export interface Offer {
  readonly action: Action;
  /** null: the actor may do this now; otherwise why not. */
  readonly refusal: Refusal | null;
  /** What has to be given along. */
  readonly needs: readonly Need[];
  /** Whether it is worth telling this person why not, `isRelevant`. */
  readonly relevant: boolean;
}

/** Every action, with whether this actor may do it now and why not: what a decision bar shows. */
export function offeredActions(
  invoice: DecisionFacts,
  actor: Actor,
  today: string,
  policy: ApprovalPolicy = DEFAULT_POLICY,
): readonly Offer[] {
  return ALL_ACTIONS.map((action) => {
    const theCase = caseOf({ action, actor }, invoice, today, policy);
    const refusal = transitionFor(invoice.state, action) ? firstRefusal(theCase, CASE_GUARDS) : outOfState(theCase);
    return { action, refusal, needs: needsOf(theCase), relevant: isRelevant(action, invoice.state, refusal) };
  });
}

function firstRefusal(theCase: Case, guards: readonly Guard[]): Refusal | null {
  for (const guard of guards) {
    const refusal = guard(theCase);
    if (refusal) return refusal;
  }
  return null;
}
