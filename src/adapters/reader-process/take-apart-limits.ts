import type { Room } from '../../domain/mail/piece.js';

export interface TakeApartLimits extends Room {
  /** Mails and archives within each other, the outermost counted. */
  readonly depth: number;
}

const mebibyte = 1024 * 1024;

/** What may come out of one part of a delivery; time and memory are bounded as for every document. */
export const takeApartLimits: TakeApartLimits = {
  depth: 5,
  parts: 200,
  partBytes: 50 * mebibyte,
  totalBytes: 100 * mebibyte,
};

/** Names, sums and key data of the pieces in an answer, as JSON. */
export const pieceListBytes = 4 * mebibyte;
