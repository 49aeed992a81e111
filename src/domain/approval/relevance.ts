import { transitionFor, type Action, type State } from './lifecycle.js';
import type { Refusal, RefusalCode } from './refusals.js';

/** What everybody in the house waits for: who may not do it learns who may. */
const WAITED_FOR: Partial<Readonly<Record<State, readonly Action[]>>> = {
  clarification: ['route'],
  routed: ['claim'],
  in_review: ['confirmFactual', 'confirmArithmetical'],
  confirmed: ['order'],
};

/** Refusals that only say that there is nothing to be done here by this deed. */
const NOTHING_TO_DO: readonly RefusalCode[] = [
  'alreadyDecided',
  'machineMayNot',
  'notTheQuestion',
  'accountNotInDoubt',
  'heldByNobody',
  'notClaimed',
  'nothingCaptured',
  'nothingToConfirm',
  'noExceptions',
  'exceptionTooHigh',
  'noExceptionNeeded',
  'noRecallRequested',
];

/**
 * Whether a person who asks "why not?" wants to hear of this deed: the lifecycle has it here, it would do something, and it
 * is the person's work, or what everybody waits for.
 */
export function isRelevant(action: Action, state: State, refusal: Refusal | null): boolean {
  if (refusal === null) return true;
  if (!transitionFor(state, action) || NOTHING_TO_DO.includes(refusal.code)) return false;
  return refusal.code !== 'noGrant' || WAITED_FOR[state]?.includes(action) === true;
}
