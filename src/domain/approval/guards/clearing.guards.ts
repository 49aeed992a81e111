import { ACTIONS } from '../actions.js';
import { sharePerson } from '../progress.js';
import { refuse } from '../refusals.js';
import { forPeople, type Guard } from './case.js';

/** In clarification an action answers a question; what has not been asked needs no answer. */
export const answersTheQuestion: Guard = ({ action, invoice }) => {
  const { state, clarificationReason, accountInDoubt, suspicionOpen } = invoice;
  const { clears } = ACTIONS[action];
  if (state !== 'clarification' || clears === undefined) return null;
  if (clears === 'changedAccount') return accountInDoubt ? null : refuse('accountNotInDoubt', { action });
  if (clears === 'suspicion' && suspicionOpen) return null;
  const questions = clears === 'suspicion' ? ['suspectedDuplicate'] : clears;
  // What staff sent back asks whatever it asked before; the terms of an e-invoice are not replaced by hand.
  const hasTerms = clarificationReason === 'sentByStaff' && invoice.gross !== null && invoice.capturedBy === null;
  return questions.some((reason) => reason === clarificationReason) && !hasTerms
    ? null
    : refuse('notTheQuestion', { action, reason: clarificationReason ?? '' });
};

/** What a department must not find in its queue: a duplicate nobody has judged, an account nobody has released, no terms. */
export const routesWhatIsClear = forPeople(({ action, invoice }) => {
  if (action !== 'route' || invoice.state !== 'clarification') return null;
  if (invoice.accountInDoubt) return refuse('accountNotReleased', { action });
  if (invoice.suspicionOpen) return refuse('suspicionOpen', { action });
  const unread = invoice.gross === null || invoice.clarificationReason === 'severalInvoices';
  return unread ? refuse('nothingToRoute', { action }) : null;
});

export const confirmsOthersCapture = forPeople(({ action, invoice }, _person, by) => {
  if (action !== 'confirmCapture') return null;
  if (invoice.capturedBy === null) return refuse('nothingCaptured', { action });
  return sharePerson(invoice.capturedBy, by) ? refuse('secondPersonNeeded', { action }) : null;
});
