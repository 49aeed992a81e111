import { nameRole } from './invoice-words.js';
import { folded, stemOf } from './file-names.js';
import type { InvoiceTraits, Piece } from './piece.js';

/** Which invoice a file goes with: as its picture, or beside it. `another`: it is called an invoice that is not here. */
export type Match =
  | { readonly kind: 'picture'; readonly of: number }
  | { readonly kind: 'beside'; readonly of: number | null }
  | { readonly kind: 'another' };

/** Shorter numbers and names are found in everything. */
const tellingLength = 4;

/**
 * Looks for the invoice whose name or number a file bears; else the only one in its folder, else the only one there is.
 * @param invoices indices, not empty
 */
export function matchOf(pieces: readonly Piece[], at: number, invoices: readonly number[]): Match {
  const piece = pieces[at];
  if (!piece) return { kind: 'beside', of: null };
  const stem = stemOf(piece.fileName);
  const same = invoices.find((one) => stemOf(pieces[one]?.fileName ?? '') === stem && stem !== '');
  const numbered = longest(invoices, (one) => bears(piece.fileName, pieces[one]?.invoice?.number ?? ''));
  const related = longest(invoices, (one) => sharedBeginning(stem, stemOf(pieces[one]?.fileName ?? '')));
  const besides = invoices.filter((one) => pieces[one]?.parent === piece.parent);
  const only = onlyOne(besides) ?? onlyOne(invoices);
  const role = nameRole(piece.fileName);
  const isPaper = piece.kind === 'pdf' || piece.kind === 'image';
  const known = same ?? numbered;
  if (known !== null) return { kind: isPaper && role !== 'beside' ? 'picture' : 'beside', of: known };
  if (role === 'invoice' && (isPaper || piece.kind === 'office')) {
    if (invoices.every((one) => namesAnother(piece.fileName, pieces[one]?.invoice))) return { kind: 'another' };
    if (isPaper && only !== null) return { kind: 'picture', of: only };
  }
  return { kind: 'beside', of: related ?? only };
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

/** Whole numbers only: "47112" does not bear 4711. What stands between their letters and digits does not count. */
function bears(fileName: string, number: string): number {
  const wanted = folded(number);
  if (wanted.length < tellingLength) return 0;
  const inner = [...wanted].join('[^\\p{L}\\p{N}]*');
  return new RegExp(`(?<!\\p{N})${inner}(?!\\p{N})`, 'u').test(unaccented(fileName)) ? wanted.length : 0;
}

/** How a name is compared whose signs still count. */
const unaccented = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/ß/g, 'ss');

/** What is left of a name's digits without the invoice's number, its date and the mark of a copy: another's number. */
function namesAnother(fileName: string, invoice: InvoiceTraits | null | undefined): boolean {
  const stem = fileName.replace(/\.[^.]{1,10}$/, '').replace(/\s*\(\d{1,2}\)$/, '');
  const numbers = (stem.replace(dateIn(invoice?.issueDate ?? null), ' ').match(/\d+/g) ?? []).map(significant);
  const own = (invoice?.number ?? '').match(/\d+/g) ?? [];
  const ours = new Set([...own, own.join('')].map(significant));
  return numbers.some((number) => !ours.has(number)) && !ours.has(significant(numbers.join('')));
}

const significant = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** The date as names bear it: whole in either order, its month, its year. */
function dateIn(issueDate: string | null): RegExp {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(issueDate ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return /(?!)/;
  const forms = [[year, month, day], [day, month, year], [year, month], [month, year], [year]];
  return new RegExp(`(?<!\\d)(?:${forms.map((form) => form.join('[-._ ]?')).join('|')})(?!\\d)`, 'g');
}

/** "rechnung4711" and "rechnung4711stunden": the whole of one begins the other. */
function sharedBeginning(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= tellingLength && long.startsWith(short) ? short.length : 0;
}

const onlyOne = (places: readonly number[]): number | null => (places.length === 1 ? (places[0] ?? null) : null);
