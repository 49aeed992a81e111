import { isInSteps, sharePerson } from '../progress.js';
import { refuse } from '../refusals.js';
import { CONFIRMING, ORDERING, forPeople, type Guard } from './case.js';

export const ordersOthersConfirmations = forPeople(({ action, invoice }, _person, by) =>
  action === 'order' && invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? refuse('confirmedByYourself', { action })
    : null,
);

/** A Kassenanordnung names Haushaltsjahr, Produkt and Konto, payee, account, amount and due date, or it is none. */
export const ordersWhatIsComplete: Guard = ({ action, invoice: { missingForOrder } }) =>
  ORDERING.includes(action) && missingForOrder.length > 0
    ? refuse('incompleteForOrder', { action, missing: missingForOrder.join(' ') })
    : null;

export const confirmsBeforeOrders = forPeople(({ action, invoice }, _person, by) =>
  CONFIRMING.includes(action) && invoice.orders.some((order) => sharePerson(order, by))
    ? refuse('orderedByYourself', { action })
    : null,
);

export const ordersOnce = forPeople(({ action, invoice }, _person, by) =>
  action === 'order' && invoice.orders.some((order) => sharePerson(order, by))
    ? refuse('secondPersonNeeded', { action })
    : null,
);

export const confirmsOnce: Guard = ({ action, invoice }) => {
  const kind = action === 'confirmFactual' ? 'factual' : action === 'confirmArithmetical' ? 'arithmetical' : null;
  return invoice.confirmations.some((confirmation) => confirmation.kind === kind)
    ? refuse('alreadyDecided', { action, state: invoice.state })
    : null;
};

export const twoConfirm = forPeople(({ action, invoice, policy }, _person, by) =>
  policy.twoConfirmers &&
  CONFIRMING.includes(action) &&
  invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? refuse('secondConfirmerNeeded', { action })
    : null,
);

/** The other half must come from somebody else; where a third person has proposed it too, there is no need to refuse. */
export const secondsOthers = forPeople(({ action, invoice }, _person, by) => {
  const halves = invoice.proposals.filter((proposal) => proposal.action === action);
  const onlyOwn = halves.length > 0 && halves.every((proposal) => sharePerson(proposal.by, by));
  return isInSteps(invoice.state, action) && onlyOwn ? refuse('secondPersonNeeded', { action }) : null;
});
