import { fatesOf, type Fate } from '../domain/mail/fates.js';
import type { DeliveryRoom, Piece } from '../domain/mail/piece.js';
import { replyFates } from '../domain/mail/reply-fates.js';
import { deliveryRoom } from './limits.js';
import type { DeliveryPart } from './ports/delivery-records.js';

/** A piece, and whether the document store keeps its bytes apart from those of what holds it. */
export interface KeptPiece {
  readonly piece: Piece;
  readonly isKept: boolean;
}

/** A part that was taken apart; `pieces` null: it could not be. */
export interface OpenedPart {
  readonly part: DeliveryPart;
  readonly pieces: readonly KeptPiece[] | null;
}

/** A part of a delivery with its fate. Indices count through all parts of the delivery. */
export interface SortedPart {
  /** The row that waited; null for what was found inside. */
  readonly row: DeliveryPart | null;
  /** Index of the part that holds it. */
  readonly parent: number | null;
  /** null: it could not be opened. */
  readonly taken: KeptPiece | null;
  readonly fate: Fate;
}

export const shaOf = ({ row, taken }: SortedPart): string | null => row?.sha256 ?? taken?.piece.sha256 ?? null;

/** Puts the pieces of all parts in one row and gives them their fates. */
export function placesOf(opened: readonly OpenedPart[], isReply = false): readonly SortedPart[] {
  const flat: { row: DeliveryPart | null; taken: KeptPiece; parent: number | null }[] = [];
  for (const { part, pieces } of opened) {
    const begin = flat.length;
    for (const [at, taken] of (pieces ?? []).entries()) {
      const { parent } = taken.piece;
      flat.push({ row: at === 0 ? part : null, taken, parent: parent === null ? null : begin + parent });
    }
  }
  const fates = fatesOf(flat.map(({ taken, parent }) => ({ ...taken.piece, parent })));
  const sorted = flat.map((one, at): SortedPart => ({ ...one, fate: fates[at] ?? unopened }));
  // A person sees what no program could open: it is an invoice for all that is known.
  const broken = opened.flatMap(({ part, pieces }) =>
    pieces === null ? [{ row: part, parent: null, taken: null, fate: unopened }] : [],
  );
  const all = [...sorted, ...broken];
  if (!isReply) return all;
  const said = replyFates(
    all.map(({ fate }) => fate),
    (at) => isKept(all[at]),
  );
  return all.map((part, at) => ({ ...part, fate: said[at] ?? part.fate }));
}

const isKept = (part: SortedPart | undefined): boolean =>
  part?.row === null ? part.taken?.isKept === true : typeof part?.row.sha256 === 'string';

const unopened: Fate = { fate: 'otherInvoice', reason: 'couldNotBeOpened' };

/** Pieces that are originals of their own, in one order everywhere, so that two deliveries never wait for each other. */
export function keptPieces(opened: readonly OpenedPart[]): readonly Piece[] {
  const kept = new Map<string, Piece>();
  for (const { piece, isKept } of opened.flatMap(({ pieces }) => pieces ?? []))
    if (isKept) kept.set(piece.sha256, piece);
  return [...kept.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

/** What may still come out of a delivery of `sent` files after some have been opened. */
export function roomLeft(sent: number, opened: readonly OpenedPart[]): DeliveryRoom {
  const found = opened.flatMap(({ pieces }) => pieces ?? []).filter(({ piece }) => piece.parent !== null);
  const bytes = found.reduce((sum, { piece }) => sum + piece.sizeBytes, 0);
  return {
    parts: Math.max(0, deliveryRoom.parts - (sent - 1) - found.length),
    totalBytes: Math.max(0, deliveryRoom.totalBytes - bytes),
  };
}
