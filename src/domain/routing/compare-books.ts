import { route, type ClearingReason, type Routing, type RoutingBook } from './route.js';
import type { RoutingFacts } from './routing-field.js';

/** Where a book of rules sends an invoice, and by what. */
export interface Destination {
  /** null: to the clearing queue. */
  readonly departmentId: string | null;
  readonly by:
    | { readonly kind: 'leitwegId'; readonly leitwegId: string }
    | { readonly kind: 'rule'; readonly name: string }
    | { readonly kind: 'clearing'; readonly reason: ClearingReason };
}

export interface Move {
  readonly from: Destination;
  readonly to: Destination;
}

/** Where an invoice goes by another book, if that is another department than by the one before; else null. */
export function moveBetween(facts: RoutingFacts, before: RoutingBook, after: RoutingBook): Move | null {
  const [from, to] = [destinationOf(route(facts, before), before), destinationOf(route(facts, after), after)];
  return from.departmentId === to.departmentId ? null : { from, to };
}

function destinationOf(routing: Routing, { rules }: RoutingBook): Destination {
  if (routing.kind === 'clearing') return { departmentId: null, by: { kind: 'clearing', reason: routing.reason } };
  const { departmentId, by } = routing;
  if (by.ruleId === undefined) return { departmentId, by: { kind: 'leitwegId', leitwegId: by.leitwegId } };
  return { departmentId, by: { kind: 'rule', name: rules.find(({ id }) => id === by.ruleId)?.name ?? '' } };
}
