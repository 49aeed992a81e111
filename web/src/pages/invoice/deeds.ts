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
  /** A step on the way to payment: the first of these that is allowed is the primary button. */
  readonly onward?: true;
  /** Done without asking, unless a reason has to be given: it can be taken back by its counterpart. */
  readonly atOnce?: true;
  /** What the person states by it. */
  readonly says?: keyof typeof decisionWords;
  /** The supplier gets to read the reason. */
  readonly told?: true;
  /** Where the next invoice of this kind waits; by default among one's own. */
  readonly next?: InvoiceSearch['queue'];
  /** Asked in the clearing panel, with all that has to be seen or done before; the bar only leads there. */
  readonly inPanel?: true;
}

/** Every decision, the likeliest next step first. */
export const deeds: readonly Deed[] = [
  { action: 'order', onward: true, key: 'o', says: 'saysOrder', next: 'toOrder' },
  { action: 'confirmFactual', onward: true, key: 'f', says: 'saysFactual', next: 'toConfirm' },
  { action: 'confirmArithmetical', onward: true, key: 'r', says: 'saysArithmetical', next: 'toConfirm' },
  { action: 'claim', onward: true, key: 'c', atOnce: true },
  { action: 'takeOver', key: 'h', says: 'saysTakeOver' },
  { action: 'confirmCapture', onward: true, inPanel: true, next: 'clearing' },
  { action: 'capture', onward: true, inPanel: true, next: 'clearing' },
  { action: 'releaseAccount', onward: true, inPanel: true, next: 'clearing' },
  { action: 'dismissSuspicion', onward: true, inPanel: true, next: 'clearing' },
  { action: 'route', onward: true, key: 'i', next: 'clearing' },
  { action: 'markDuplicate', next: 'clearing' },
  { action: 'recheck', atOnce: true, next: 'clearing' },
  { action: 'answer', onward: true, says: 'saysAnswer' },
  { action: 'ask', key: 'q', told: true, says: 'saysAsk' },
  { action: 'forward', key: 'w' },
  { action: 'passOn' },
  { action: 'release', key: 'u', atOnce: true, says: 'saysRelease' },
  { action: 'returnToReview', key: 'e', next: 'toOrder' },
  { action: 'sendToClarification', key: 'k' },
  { action: 'supersede' },
  { action: 'decline', key: 'a', told: true },
  { action: 'reject', told: true, next: 'clearing' },
  { action: 'dismiss', told: true, next: 'clearing' },
  { action: 'orderAsException', says: 'saysException', next: 'toOrder' },
  { action: 'revoke', says: 'saysRevoke', next: 'toOrder' },
  { action: 'requestRecall', says: 'saysRequestRecall' },
  { action: 'recall', says: 'saysRecall' },
  { action: 'returnUntaken', says: 'saysUntaken' },
  { action: 'markPaid', says: 'saysPaid' },
  { action: 'markPaidReduced', says: 'saysPaidReduced', told: true },
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
    if (!offer) return [];
    const { label, needs } = offer;
    return [{ ...deed, label, needs, ...(needs.length > 0 ? { atOnce: undefined } : {}) }];
  });
}

/** Whether it is asked in the clearing panel: a duplicate only where the two are compared there. */
export const isInPanel = ({ action, inPanel }: Choice, among: readonly Choice[]): boolean =>
  inPanel ?? (action === 'markDuplicate' && among.some((other) => other.action === 'dismissSuspicion'));

/** Deeds that are refused for the same reason. */
export interface Refused {
  readonly labels: readonly Offer['label'][];
  readonly detail: string;
}

/** What is refused and worth telling, each reason once. */
export function refusalsOf({ offers }: Pick<Invoice, 'offers'>): readonly Refused[] {
  const told = new Map<string, Offer['label'][]>();
  for (const { relevant, refusal, label } of offers ?? [])
    if (relevant && refusal) told.set(refusal.detail, [...(told.get(refusal.detail) ?? []), label]);
  return [...told].map(([detail, labels]) => ({ detail, labels }));
}
