import { nameRole } from './invoice-words.js';
import { folded, stemOf } from './file-names.js';
import type { Piece } from './piece.js';

/** Which invoice a file goes with, and whether it is its picture. */
export type Match =
  { readonly isPicture: true; readonly of: number } | { readonly isPicture: false; readonly of: number | null };

/** Shorter numbers and names are found in everything. */
const tellingLength = 4;

/**
 * Looks for the invoice whose name or number a file bears; else the only one in its folder, else the only one there is.
 * @param invoices indices, not empty
 */
export function matchOf(pieces: readonly Piece[], at: number, invoices: readonly number[]): Match {
  const piece = pieces[at];
  if (!piece) return { isPicture: false, of: null };
  const stem = stemOf(piece.fileName);
  const same = invoices.find((one) => stemOf(pieces[one]?.fileName ?? '') === stem && stem !== '');
  const numbered = longest(invoices, (one) => bears(stem, folded(pieces[one]?.invoice?.number ?? '')));
  const related = longest(invoices, (one) => sharedBeginning(stem, stemOf(pieces[one]?.fileName ?? '')));
  const besides = invoices.filter((one) => pieces[one]?.parent === piece.parent);
  const only = onlyOne(besides) ?? onlyOne(invoices);
  const role = nameRole(piece.fileName);
  if (role !== 'beside' && (piece.kind === 'pdf' || piece.kind === 'image')) {
    const pictured = same ?? numbered ?? (role === 'invoice' ? only : null);
    if (pictured !== null) return { isPicture: true, of: pictured };
  }
  return { isPicture: false, of: same ?? numbered ?? related ?? only };
}

/** The one with the highest mark, the first of several; null where none has any. */
function longest(invoices: readonly number[], mark: (at: number) => number): number | null {
  let best: number | null = null;
  let highest = 0;
  for (const at of invoices) {
    const reached = mark(at);
    if (reached > highest) [best, highest] = [at, reached];
  }
  return best;
}

const bears = (stem: string, number: string): number =>
  number.length >= tellingLength && stem.includes(number) ? number.length : 0;

/** "rechnung4711" and "rechnung4711stunden": the whole of one begins the other. */
function sharedBeginning(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= tellingLength && long.startsWith(short) ? short.length : 0;
}

const onlyOne = (places: readonly number[]): number | null => (places.length === 1 ? (places[0] ?? null) : null);
