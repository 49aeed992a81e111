import type { paths } from '../../generated/api.js';
import type { InvoiceSearch } from './invoice-search.js';
import type { Invoice, Offer } from './invoice-queries.js';
import type { decisionWords } from './decision.words.js';

export type DecisionBody = NonNullable<
  paths['/api/v1/invoices/{id}/decisions']['post']['requestBody']
>['content']['application/json'];

export type Action = DecisionBody['action'];

export interface Deed {
  readonly action: Action;
  /** The single key that begins it. */
  readonly key?: string;
  /** Done without asking: it can be taken back by its counterpart. */
  readonly atOnce?: true;
  /** What the person states by it. */
  readonly says?: keyof typeof decisionWords;
  /** The supplier gets to read the reason. */
  readonly told?: true;
  /** Where the next invoice of this kind waits; by default among one's own. */
  readonly next?: InvoiceSearch['queue'];
}

/** Every decision, the likeliest next step first: the first one that is allowed is the primary button. */
export const deeds: readonly Deed[] = [
  { action: 'order', key: 'o', says: 'saysOrder', next: 'toOrder' },
  { action: 'confirmFactual', key: 'f', says: 'saysFactual', next: 'toConfirm' },
  { action: 'confirmArithmetical', key: 'r', says: 'saysArithmetical', next: 'toConfirm' },
  { action: 'claim', key: 'c', atOnce: true },
  { action: 'confirmCapture', key: 'y', next: 'clearing' },
  { action: 'capture', next: 'clearing' },
  { action: 'releaseAccount', says: 'saysReleaseAccount', next: 'clearing' },
  { action: 'route', key: 'i', next: 'clearing' },
  { action: 'markDuplicate', next: 'clearing' },
  { action: 'dismissSuspicion', next: 'clearing' },
  { action: 'recheck', atOnce: true, next: 'clearing' },
  { action: 'forward', key: 'w' },
  { action: 'release', key: 'u', atOnce: true },
  { action: 'returnToReview', key: 'e', next: 'toOrder' },
  { action: 'sendToClarification', key: 'k' },
  { action: 'supersede' },
  { action: 'decline', key: 'a', told: true },
  { action: 'reject', told: true, next: 'clearing' },
  { action: 'dismiss', told: true, next: 'clearing' },
  { action: 'revoke', next: 'toOrder' },
  { action: 'reopen' },
];

/** A decision that this person may take now. */
export interface Choice extends Deed {
  readonly label: Offer['label'];
  readonly needs: readonly string[];
}

export function choicesOf({ offers }: Invoice): readonly Choice[] {
  return deeds.flatMap((deed) => {
    const offer = (offers ?? []).find(({ action, allowed }) => action === deed.action && allowed);
    return offer ? [{ ...deed, label: offer.label, needs: offer.needs }] : [];
  });
}

/** What is refused, the reasons that lie in this person or invoice before those that lie in the state. */
export function refusalsOf({
  offers,
}: Invoice): readonly (Offer & { readonly refusal: NonNullable<Offer['refusal']> })[] {
  const refused = (offers ?? []).flatMap((offer) => (offer.refusal ? [{ ...offer, refusal: offer.refusal }] : []));
  const byState = ({ refusal }: (typeof refused)[number]) => refusal.code === 'wrongState';
  return [...refused.filter((offer) => !byState(offer)), ...refused.filter(byState)];
}
