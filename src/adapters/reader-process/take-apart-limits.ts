import type { Room } from '../../domain/mail/piece.js';
import { deliveryRoom } from '../../pipeline/limits.js';

export interface TakeApartLimits extends Room {
  /** Mails and archives within each other, the outermost counted. */
  readonly depth: number;
}

const mebibyte = 1024 * 1024;

/** What may come out of a delivery, even if it is a single file; time and memory are bounded as for every document. */
export const takeApartLimits: TakeApartLimits = { ...deliveryRoom, depth: 5, partBytes: 50 * mebibyte };

/** Names, sums and key data of the pieces in an answer, as JSON. */
export const pieceListBytes = 4 * mebibyte;
