import type { Fate } from '../domain/mail/fates.js';
import type { Piece } from '../domain/mail/piece.js';
import type { DeliveryPart } from './ports/delivery-records.js';
import type { TakenPiece } from './ports/dismantler.js';

/** A part of a delivery with its fate. Indices count through all parts of the delivery. */
export interface SortedPart {
  /** The row that waited; null for what was found inside. */
  readonly row: DeliveryPart | null;
  /** Index of the part that holds it. */
  readonly parent: number | null;
  /** null: it could not be opened. */
  readonly taken: TakenPiece | null;
  readonly fate: Fate;
}

interface OpenedPart {
  readonly part: DeliveryPart;
  readonly pieces: readonly TakenPiece[] | null;
}

/** Puts the pieces of all parts in one row and gives them their fates. */
export function placesOf(
  opened: readonly OpenedPart[],
  fatesOf: (pieces: readonly Piece[]) => readonly Fate[],
): readonly SortedPart[] {
  const flat: { row: DeliveryPart | null; taken: TakenPiece; parent: number | null }[] = [];
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
  return [...sorted, ...broken];
}

const unopened: Fate = { fate: 'otherInvoice', reason: 'couldNotBeOpened' };

/** Pieces that become originals of their own, in one order everywhere, so that two deliveries never wait for each other. */
export function keptPieces(parts: readonly SortedPart[]): readonly { sha256: string; bytes: Uint8Array }[] {
  const kept = new Map<string, Uint8Array>();
  for (const { taken, fate } of parts) if (taken?.bytes && isKept(fate)) kept.set(taken.piece.sha256, taken.bytes);
  return [...kept].map(([sha256, bytes]) => ({ sha256, bytes })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}

export const isKept = ({ fate }: Fate): boolean => fate !== 'ignored' && fate !== 'refused' && fate !== 'opened';
