import { authorityOf } from '../authority.js';
import { euroCents } from '../euro-amount.js';
import type { Acting, Actor, DecisionRequest, Person } from '../facts.js';
import type { Action } from '../lifecycle.js';
import type { Step } from '../progress.js';
import type { Refusal } from '../refusals.js';

/** A request against an invoice on a day: what every guard looks at. */
export interface Case extends Step {
  readonly request: DecisionRequest;
  readonly today: string;
}

/** A guard says why not, or null. */
export type Guard = (theCase: Case) => Refusal | null;

export function caseOf(
  request: DecisionRequest,
  invoice: Case['invoice'],
  today: string,
  policy: Case['policy'],
): Case {
  const amountCents = invoice.gross && euroCents(invoice.gross, invoice.euroRate);
  return { request, action: request.action, by: actingAs(request.actor), invoice, today, policy, amountCents };
}

/** Who is recorded for an act; null for a machine. */
export function actingAs(actor: Actor): Acting | null {
  return actor.kind === 'person' ? { personId: actor.id, onBehalfOfId: actor.onBehalfOf?.id ?? null } : null;
}

/** The deputyship that carries the act; null for machines and for who acts in their own name. */
export function deputyshipOf({ request: { actor }, action, invoice, today }: Case): string | null {
  if (actor.kind === 'machine') return null;
  const authority = authorityOf(actor, action, invoice.departmentId, today);
  return authority.kind === 'none' ? null : authority.deputyshipId;
}

/** A guard that asks people only: machines hold no claim, sign nothing and are nobody's payee. */
export const forPeople =
  (guard: (theCase: Case, person: Person, by: Acting) => Refusal | null): Guard =>
  (theCase) => {
    const { actor } = theCase.request;
    return actor.kind === 'person' && theCase.by ? guard(theCase, actor, theCase.by) : null;
  };

export const CONFIRMING: readonly Action[] = ['confirmFactual', 'confirmArithmetical'];
export const ORDERING: readonly Action[] = ['order', 'orderAsException'];
