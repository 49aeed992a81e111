import { pieceListBytes, takeApartLimits } from './take-apart-limits.js';

/** What one reader process may use (invariant 13). Beyond memory or time it is killed from outside. */
export interface ReaderLimits {
  /** Resident memory of the whole process in bytes; buffers and wasm count, not only V8's heap. */
  readonly memoryBytes: number;
  /** Wall clock for one document, in milliseconds. */
  readonly timeMs: number;
  /** Wall clock until a new reader says that it is ready, in milliseconds. */
  readonly startMs: number;
  /**
   * Documents after which a reader is replaced, so that nothing can pile up in it. A new one is slow for its first
   * few hundred (V8 compiles what runs often); one that grew beyond half its memory is replaced at once.
   */
  readonly documents: number;
  /** One answer as JSON, in bytes. */
  readonly answerBytes: number;
  /** One part taken apart, in bytes: what is in it, and the list of it. */
  readonly piecesBytes: number;
  /** One request, in bytes: the largest file a tenant may allow (200 MiB) and its head. */
  readonly requestBytes: number;
  /** Documents that may wait for a reader; each is held in memory. */
  readonly waiting: number;
}

const mebibyte = 1024 * 1024;

export const readerLimits: ReaderLimits = {
  memoryBytes: 512 * mebibyte,
  timeMs: 20_000,
  startMs: 15_000,
  documents: 5000,
  answerBytes: 64 * mebibyte,
  piecesBytes: takeApartLimits.totalBytes + pieceListBytes,
  requestBytes: 201 * mebibyte,
  waiting: 64,
};
