import { authorityOf } from '../authority.js';
import type { Person } from '../facts.js';
import { sharePerson } from '../progress.js';
import { refuse } from '../refusals.js';
import { requiredOrders } from '../value-steps.js';
import { isSecondOfException } from './authority.guards.js';
import { forPeople, type Case } from './case.js';

/**
 * The exception for towns too small for four eyes: begun by who may order and has confirmed, agreed to by somebody else,
 * and only where one order is enough.
 */
export const ordersAsException = forPeople((theCase, person, by) => {
  const { action, invoice, amountCents, today, policy } = theCase;
  if (action !== 'orderAsException') return null;
  if (!policy.orderException) return refuse('noExceptions', { action });
  if (requiredOrders(amountCents, policy.steps) > 1) return refuse('exceptionTooHigh', { action });
  if (isSecondOfException(action, invoice))
    return invoice.exceptionBegunBy.some((one) => mayStillOrder(one, theCase))
      ? null
      : refuse('exceptionLapsed', { action });
  const order = authorityOf(person, 'order', invoice.departmentId, today);
  if (order.kind === 'none') return order.refusal;
  return invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? null
    : refuse('noExceptionNeeded', { action });
});

/** The order is that of who began the exception: it is given today, with what they may do today. */
function mayStillOrder(person: Person, { invoice, amountCents, today }: Case): boolean {
  const authority = authorityOf(person, 'order', invoice.departmentId, today);
  if (authority.kind === 'none') return false;
  const { limitCents } = authority;
  return limitCents === null || (amountCents !== null && amountCents <= limitCents);
}
