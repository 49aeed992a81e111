import { ACTIONS, type Need } from '../actions.js';
import { refuse } from '../refusals.js';
import type { Case, Guard } from './case.js';
import { isHolder } from './claim.guards.js';

/** Longest reason, in UTF-16 units; a letter's page, and small enough to log and mail. */
export const MAX_REASON_CHARACTERS = 2_000;

/** What has to come along; who gives back another's claim also says why. */
export function needsOf({ action, request: { actor }, invoice: { claimedBy } }: Case): readonly Need[] {
  const { needs } = ACTIONS[action];
  const another = actor.kind === 'person' && claimedBy !== null && !isHolder(claimedBy, actor);
  // What the supplier has told somebody is written down; what they have sent speaks for itself.
  const toldToPerson = action === 'answer' && actor.kind === 'person';
  return toldToPerson || (action === 'release' && another) ? [...needs, 'reason'] : needs;
}

export const hasReason: Guard = (theCase) => {
  const { action, request } = theCase;
  const reason = request.reason?.trim() ?? '';
  if (reason.length > MAX_REASON_CHARACTERS) {
    return refuse('reasonTooLong', { action, limitCharacters: `${MAX_REASON_CHARACTERS}` });
  }
  return reason === '' && needsOf(theCase).includes('reason') ? refuse('reasonMissing', { action }) : null;
};

export const namesDepartment: Guard = ({ action, request, invoice }) => {
  if (!ACTIONS[action].needs.includes('department')) return null;
  if (!request.departmentId) return refuse('departmentMissing', { action });
  return action === 'forward' && request.departmentId === invoice.departmentId
    ? refuse('sameDepartment', { action })
    : null;
};

export const namesOtherInvoice: Guard = ({ action, request }) =>
  ACTIONS[action].needs.includes('otherInvoice') && !request.otherInvoiceId
    ? refuse('otherInvoiceMissing', { action })
    : null;

export const bringsCapture: Guard = ({ action, request }) =>
  ACTIONS[action].needs.includes('capture') && !request.brings?.includes('capture')
    ? refuse('captureMissing', { action })
    : null;
