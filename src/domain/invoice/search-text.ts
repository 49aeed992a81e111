import Big from 'big.js';
import { foldedName } from './duplicate-key.js';
import { centsOf } from './money.js';

/** What people know an invoice by when they look for it. */
export interface Searchable {
  readonly number: string | null;
  readonly sellerName: string | null;
  readonly orderReference: string | null;
  readonly fileName: string | null;
}

/**
 * The text that a search looks through: each part folded, so that 're 2026 42' finds 'RE-2026/42' and 'muller' finds
 * 'Müller', and apart from the next by a line.
 */
export const searchTextOf = ({ number, sellerName, orderReference, fileName }: Searchable): string =>
  [number, sellerName, orderReference, fileName].map((part) => foldedName(part ?? '').toWellFormed()).join('|');

/** What sellers are sorted by; null where none is named. */
export const sellerSortOf = (sellerName: string | null): string | null =>
  foldedName(sellerName ?? '')
    .slice(0, MAX_SORTED_LENGTH)
    .toWellFormed() || null;

const MAX_SORTED_LENGTH = 80;

/** A search as it was typed: what the text has to contain, and the amount that it may be. */
export interface Search {
  /** Letters and digits only; empty: no text was meant. */
  readonly folded: string;
  readonly cents: bigint | null;
}

export const searchOf = (typed: string): Search => ({ folded: foldedName(typed), cents: typedCents(typed) });

/** Groups of thousands and decimals in either notation; the sign of the euro may stand before or behind. */
const AMOUNT = /^(-?)(?:\d{1,3}(?:([.,' ])\d{3})(?:\2\d{3})*|\d{1,16})(?:([.,])(\d{1,2}))?$/;

/**
 * An exact amount as people type it: 1.234,56 and 1,234.56 and 1234,56 are the same. Three digits behind a single sign
 * are thousands, for amounts have two decimals. null where the text is no amount.
 */
export function typedCents(typed: string): bigint | null {
  const text = typed.replace(/€|EUR/gi, '').trim();
  const [, sign = '', group, point, decimals = ''] = AMOUNT.exec(text) ?? [];
  if (!AMOUNT.test(text) || (point !== undefined && point === group)) return null;
  const whole = (decimals === '' ? text : text.slice(0, -decimals.length - 1)).replace(/\D/g, '');
  return centsOf(new Big(`${sign}${whole}.${decimals || '0'}`).toFixed()) ?? null;
}
