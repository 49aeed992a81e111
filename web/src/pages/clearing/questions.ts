import type { Action } from '../invoice/deeds.js';
import type { Offer, SeenInvoice } from '../invoice/invoice-queries.js';

export const offerOf = ({ value }: SeenInvoice, action: Action): Offer | undefined =>
  (value.offers ?? []).find((offer) => offer.action === action);

/** What is to be answered, by the reason why it is in clarification and by what is on offer. */
export function questionsOf(invoice: SeenInvoice) {
  const { clarificationReason: reason, capture } = invoice.value;
  const may = (action: Action) => offerOf(invoice, action)?.allowed === true;
  const account = reason === 'accountChanged' || may('releaseAccount');
  return {
    account,
    duplicate: reason === 'suspectedDuplicate' || may('dismissSuspicion'),
    confirm: capture !== null && capture.confirmedBy === null,
    capture: may('capture'),
    route: may('route'),
    // A changed account is refused where it is shown.
    reject: may('reject') && !account,
  };
}

/** What is typed from the document, or compared with it, has it beside. */
export function hasPaperBeside(invoice: SeenInvoice): boolean {
  const { capture, confirm } = questionsOf(invoice);
  return invoice.value.state === 'clarification' && (capture || confirm);
}
