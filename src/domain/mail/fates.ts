import { likelihoodOf } from './invoice-words.js';
import { matchOf, type Match } from './matches.js';
import { ownFate } from './own-fate.js';
import { mayHideInvoice, type PartReason } from './part-reasons.js';
import type { Piece } from './piece.js';
import { twinGroups } from './twins.js';

/** What becomes of a piece. `of` is the index of the invoice that it belongs to; null: of the whole delivery. */
export type Fate =
  | { readonly fate: 'opened' | 'invoice' }
  /** With a reason where nobody could open it. */
  | { readonly fate: 'otherInvoice'; readonly reason: PartReason | null }
  | { readonly fate: 'twin' | 'repeat'; readonly of: number }
  | { readonly fate: 'supporting'; readonly of: number | null }
  /** It came as the answer to a query, and belongs to the invoice that was asked about. */
  | { readonly fate: 'answer' }
  | { readonly fate: 'ignored' | 'refused'; readonly reason: PartReason };

/**
 * Gives every piece of a delivery its fate, in the order of the pieces. Pure and total; what the tenant has had before is
 * not known here.
 */
export function fatesOf(pieces: readonly Piece[]): readonly Fate[] {
  const own = pieces.map(fateOfItsOwn);
  const first = firstsOf(pieces, own);
  const undecided = pieces.flatMap((_, at) => (own[at] === null && first[at] === at ? [at] : []));
  const fates = new Map<number, Fate>();
  for (const { primary, twins } of twinGroups(pieces, undecided)) {
    fates.set(primary, { fate: 'invoice' });
    for (const twin of twins) fates.set(twin, { fate: 'twin', of: primary });
  }
  const rest = undecided.filter((at) => !fates.has(at));
  const scopes = scopesOf(pieces);
  const known = [...fates].filter(([, { fate }]) => fate === 'invoice').map(([at]) => at);
  for (const scope of new Set(rest.map((at) => scopes.of(at)))) {
    const here = rest.filter((at) => scopes.of(at) === scope);
    const beside = known.filter((at) => scopes.of(at) === scope);
    const kin = known.some((at) => scopes.areKin(scopes.of(at), scope));
    const decided = beside.length > 0 ? besideInvoices(pieces, here, beside) : withoutInvoices(pieces, here, kin);
    for (const [at, fate] of decided) fates.set(at, fate);
  }
  const decided = pieces.map((_, at) => own[at] ?? copyOf(fates, first[at] ?? at, at));
  return decided.map((fate, at) => (hidesItsInvoice(pieces, decided, at) ? unread : fate));
}

/** A whole mail that cannot be opened is not refused: its sender may never hear of it, so a person has to see it. */
function fateOfItsOwn(piece: Piece): Fate | null {
  const own = ownFate(piece);
  const isWholeMail = piece.parent === null && piece.kind === 'mail';
  return own?.fate === 'refused' && isWholeMail ? { fate: 'otherInvoice', reason: own.reason } : own;
}

const unread: Fate = { fate: 'otherInvoice', reason: 'partsUnread' };

/**
 * A mail in which nothing became an invoice, but something could not be opened that may hold one: a person sees it whole,
 * because its sender may never hear of a refusal.
 */
function hidesItsInvoice(pieces: readonly Piece[], fates: readonly Fate[], mail: number): boolean {
  if (pieces[mail]?.kind !== 'mail' || pieces[mail].parent !== null || fates[mail]?.fate !== 'opened') return false;
  const inside = fates.filter((_, at) => outermostOf(pieces, at) === mail);
  if (inside.some(({ fate }) => becameInvoice.has(fate))) return false;
  return inside.some((one) => one.fate === 'refused' && mayHideInvoice.has(one.reason));
}

const becameInvoice: ReadonlySet<Fate['fate']> = new Set(['invoice', 'otherInvoice', 'twin', 'repeat'] as const);

function outermostOf(pieces: readonly Piece[], at: number): number {
  const holder = pieces[at]?.parent ?? null;
  return holder === null ? at : outermostOf(pieces, holder);
}

/** For each piece the first undecided one of the same bytes; its own index where it is that one. */
function firstsOf(pieces: readonly Piece[], own: readonly (Fate | null)[]): readonly number[] {
  const seen = new Map<string, number>();
  return pieces.map(({ sha256 }, at) => {
    if (own[at] !== null) return at;
    const first = seen.get(sha256) ?? at;
    seen.set(sha256, first);
    return first;
  });
}

/** The same bytes twice are one invoice; twice the same supporting document is one too. */
function copyOf(fates: ReadonlyMap<number, Fate>, first: number, at: number): Fate {
  const fate = fates.get(first) ?? { fate: 'ignored', reason: 'noInvoice' };
  if (first === at) return fate;
  if (fate.fate === 'invoice' || fate.fate === 'otherInvoice') return { fate: 'repeat', of: first };
  if (fate.fate === 'twin') return { fate: 'repeat', of: fate.of };
  return fate.fate === 'supporting' ? { fate: 'ignored', reason: 'sameTwice' } : fate;
}

/** Files beside e-invoices: their pictures, documents that support them, or invoices of another number. */
function besideInvoices(
  pieces: readonly Piece[],
  here: readonly number[],
  invoices: readonly number[],
): readonly (readonly [number, Fate])[] {
  return here.map((at) => [at, fateOfMatch(matchOf(pieces, at, invoices))] as const);
}

function fateOfMatch(match: Match): Fate {
  if (match.kind === 'another') return { fate: 'otherInvoice', reason: null };
  return match.kind === 'picture' ? { fate: 'twin', of: match.of } : { fate: 'supporting', of: match.of };
}

/**
 * Files of a mail without any e-invoice: those that are called an invoice are one; where none is, every document may be.
 * @param kin an e-invoice lies in a mail around or inside this one: then only what is called an invoice is one.
 */
function withoutInvoices(
  pieces: readonly Piece[],
  here: readonly number[],
  kin: boolean,
): readonly (readonly [number, Fate])[] {
  const called = (wanted: string): readonly number[] =>
    here.filter((at) => {
      const piece = pieces[at];
      return piece !== undefined && likelihoodOf(piece) === wanted;
    });
  const likely = called('likely');
  const others = likely.length > 0 || kin ? likely : called('possible');
  return here.map((at) => {
    if (others.includes(at)) return [at, { fate: 'otherInvoice', reason: null }] as const;
    if (others.length > 0) return [at, { fate: 'supporting', of: ownerOf(matchOf(pieces, at, others)) }] as const;
    return [at, kin ? { fate: 'supporting', of: null } : { fate: 'ignored', reason: 'noInvoice' }] as const;
  });
}

const ownerOf = (match: Match): number | null => (match.kind === 'another' ? null : match.of);

/** Each mail is a scope of its own; an archive belongs to the mail that it came with. */
function scopesOf(pieces: readonly Piece[]) {
  const of = (at: number): number | null => {
    let holder = pieces[at]?.parent ?? null;
    while (holder !== null && pieces[holder]?.kind !== 'mail') holder = pieces[holder]?.parent ?? null;
    return holder;
  };
  const isAround = (outer: number | null, inner: number | null): boolean => {
    for (let scope = inner; scope !== null; scope = of(scope)) if (of(scope) === outer) return true;
    return false;
  };
  return {
    of,
    areKin: (one: number | null, other: number | null) => one === other || isAround(one, other) || isAround(other, one),
  };
}
