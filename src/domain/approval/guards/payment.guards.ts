import type { Action } from '../lifecycle.js';
import { sharePerson } from '../progress.js';
import { refuse } from '../refusals.js';
import { forPeople } from './case.js';

const PAYING: readonly Action[] = ['claimForPayment', 'acknowledge', 'markPaid', 'markPaidReduced'];

export const paysOthersDecisions = forPeople(({ action, invoice }, _person, by) => {
  const decided = [...invoice.confirmations.map((confirmation) => confirmation.by), ...invoice.orders];
  return PAYING.includes(action) && decided.some((act) => sharePerson(act, by))
    ? refuse('paysOwnDecision', { action })
    : null;
});

/** The supplier learns why less is paid: what the town has said with the order is not left out when it is booked. */
export const reportsWhatIsReduced = forPeople(({ action, invoice }) =>
  action === 'markPaid' && invoice.paymentReduced ? refuse('paymentReduced', { action }) : null,
);

/** Where the money goes is changed by nobody alone: it is the change that thieves want. */
export const confirmsOthersPayment = forPeople(({ action, invoice }, _person, by) => {
  if (action !== 'confirmPayment') return null;
  if (invoice.paymentChangedBy.length === 0) return refuse('nothingToConfirm', { action });
  return invoice.paymentChangedBy.some((act) => sharePerson(act, by)) ? refuse('secondPersonNeeded', { action }) : null;
});

/** What has been asked for once waits for the finance system; and people there answer only what has been asked. */
export const recallsOnRequest = forPeople(({ action, invoice }, _person, by) => {
  const asked = invoice.proposals.filter((proposal) => proposal.action === 'requestRecall');
  if (action === 'requestRecall') return asked.length > 0 ? refuse('recallRequested', { action }) : null;
  if (action !== 'recall') return null;
  if (asked.length === 0) return refuse('noRecallRequested', { action });
  return asked.every((proposal) => sharePerson(proposal.by, by)) ? refuse('secondPersonNeeded', { action }) : null;
});
