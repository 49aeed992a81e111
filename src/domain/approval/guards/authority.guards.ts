import { ACTIONS } from '../actions.js';
import { authorityOf } from '../authority.js';
import type { Action } from '../lifecycle.js';
import { refuse } from '../refusals.js';
import { PERMISSIONS, isValidOn } from '../roles.js';
import { CONFIRMING, ORDERING, forPeople, type Case, type Guard } from './case.js';

export const machineMay: Guard = ({ action, request: { actor } }) =>
  actor.kind === 'machine' && !PERMISSIONS[action].parts.includes(actor.part)
    ? refuse('machineMayNot', { action, part: actor.part })
    : null;

export const hasGrant = forPeople(({ action, invoice, today }, person) => {
  const authority = authorityOf(person, action, invoice.departmentId, today);
  return authority.kind === 'none' ? authority.refusal : null;
});

export const isOutsideKasse = forPeople(({ action, today }, person) => {
  const inKasse = [person, person.onBehalfOf].some((one) =>
    one?.grants.some((grant) => grant.role === 'cashier' && isValidOn(grant, today)),
  );
  return [...CONFIRMING, ...ORDERING].includes(action) && inKasse ? refuse('kasseMayNot', { action }) : null;
});

export const isNotPayee = forPeople(({ action, invoice }, person) => {
  if (ACTIONS[action].handsAway) return null;
  const payees = new Set(invoice.payeeAccountHashes);
  const payee = [person, person.onBehalfOf].find((one) => one?.ownAccountHashes.some((hash) => payees.has(hash)));
  return payee ? refuse('ownPayee', { action, person: payee.id }) : null;
});

/** BT-112 in EUR against the grant. Without a limit nothing is measured, so that no rate is needed at the top level. */
export const isWithinLimit = forPeople(({ action, invoice, amountCents, today }, person) => {
  if (!ACTIONS[action].limited || isSecondOfException(action, invoice)) return null;
  const authority = authorityOf(person, limitedAs(action), invoice.departmentId, today);
  if (authority.kind === 'none') return null;
  if (!invoice.gross) return refuse('amountMissing', { action });
  if (authority.limitCents === null) return null;
  if (amountCents === null) return refuse('currencyNeedsRate', { action, currency: invoice.gross.currency });
  return amountCents > authority.limitCents
    ? refuse('aboveLimit', { action, amount: `${amountCents}`, limit: `${authority.limitCents}` })
    : null;
});

/** An exception is limited as the order that it is; who agrees to it orders nothing. */
const limitedAs = (action: Action): Action => (action === 'orderAsException' ? 'order' : action);

/** Who agrees to an exception that somebody else has begun. */
export const isSecondOfException = (action: Action, { proposals }: Case['invoice']): boolean =>
  action === 'orderAsException' && proposals.some((proposal) => proposal.action === action);
