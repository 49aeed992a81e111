import Big from 'big.js';
import { foldedName } from './duplicate-key.js';
import type { Invoice } from './invoice.js';
import { centsOf } from './money.js';

/** What people know an invoice by when they look for it. */
export interface Searchable {
  readonly number: string | null;
  readonly sellerName: string | null;
  readonly orderReference: string | null;
  readonly fileName: string | null;
  /** What else it says, see `searchedTexts`. */
  readonly texts: readonly string[];
}

/** Of an invoice's other references, notes and items as much is searched as fits. */
const MAX_TEXTS_LENGTH = 2_000;

/** Further words that 'Mueller' finds 'Müller' by. */
const MAX_TRANSCRIBED_LENGTH = 1_000;

/**
 * The text that a search looks through: the names of the invoice folded each into one word, so that '2026/42' finds
 * 'RE-2026/42', then its texts word by word, then again what has umlauts, written with two letters. Parts are kept apart
 * by a line.
 */
export function searchTextOf({ number, sellerName, orderReference, fileName, texts }: Searchable): string {
  const names = [number, sellerName, orderReference, fileName].map((name) => name ?? '');
  const written = [...names, ...texts].flatMap(wordsOf);
  const transcribed = written.flatMap((word) => (hasUmlaut(word) ? foldedName(transcription(word)) : []));
  return [
    ...names.map(foldedName),
    joined(texts.flatMap(wordsOf).map(foldedName), MAX_TEXTS_LENGTH),
    joined(transcribed, MAX_TRANSCRIBED_LENGTH),
  ]
    .map((part) => part.toWellFormed())
    .join('|');
}

/** What an invoice says beside its names: the references first, for they are what is looked for by number. */
export const searchedTexts = (invoice: Invoice): readonly string[] => [
  ...(invoice.contractReferences ?? []),
  ...(invoice.projectReferences ?? []),
  ...(invoice.salesOrderReferences ?? []),
  ...(invoice.orderReferences ?? []).slice(1),
  ...(invoice.notes ?? []).flatMap(({ text }) => text ?? []),
  ...(invoice.lines ?? []).flatMap(({ item }) => item?.name ?? []),
];

const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, MAX_TEXTS_LENGTH)
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');

const joined = (words: readonly string[], most: number): string =>
  [...new Set(words)]
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, most);

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const hasUmlaut = (text: string): boolean => /[äöüÄÖÜ]/.test(text);
const transcription = (text: string): string => text.replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter);

/** What sellers are sorted by; null where none is named. */
export const sellerSortOf = (sellerName: string | null): string | null =>
  foldedName(sellerName ?? '')
    .slice(0, MAX_SORTED_LENGTH)
    .toWellFormed() || null;

const MAX_SORTED_LENGTH = 80;

/** A search as it was typed: what the text has to contain, and the amount that it may be. */
export interface Search {
  /** The ways to write it; of one of them each word, letters and digits only, is contained. None: no text was meant. */
  readonly spellings: readonly (readonly string[])[];
  readonly cents: bigint | null;
}

/** More words than these do not narrow a search any more. */
const MAX_WORDS = 8;

export function searchOf(typed: string): Search {
  const words = wordsOf(typed).slice(0, MAX_WORDS);
  const folded = distinct(words.map(foldedName));
  const transcribed = words.some(hasUmlaut) ? [distinct(words.map((word) => foldedName(transcription(word))))] : [];
  return { spellings: folded.length === 0 ? [] : [folded, ...transcribed], cents: typedCents(typed) };
}

const distinct = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((word) => word.toWellFormed()).filter((word) => word !== '')),
];

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
