import type { Fate } from './fates.js';

/**
 * Fates in a delivery that answers a query. E-invoices and what belongs to them are what they are anywhere; everything else
 * that says something is the answer, papers that are called an invoice too: a person who knows the case reads them.
 * @param isKept whether a piece's bytes are kept apart, and so can be shown
 */
export function replyFates(fates: readonly Fate[], isKept: (at: number) => boolean): readonly Fate[] {
  return fates.map((fate, at) => (isKept(at) && isSaid(fate, fates) ? answer : fate));
}

const answer: Fate = { fate: 'answer' };

function isSaid(fate: Fate, fates: readonly Fate[]): boolean {
  if ('of' in fate) return fate.of === null || fates[fate.of]?.fate === 'otherInvoice';
  if (fate.fate === 'ignored') return said.has(fate.reason);
  return fate.fate === 'opened' || fate.fate === 'otherInvoice';
}

/** Reasons why a part would be ignored that do not count here. */
const said: ReadonlySet<string> = new Set(['textBody', 'noInvoice']);
