import type { Examination } from '../../domain/validation/examination.js';
import type { AcceptedFamily, ExaminationOptions } from '../../domain/validation/examination-options.js';
import type { TakenPiece } from '../../pipeline/ports/dismantler.js';
import { frame } from './frames.js';
import type { OpeningOrder } from './opening-order.js';
import { decodePieces, encodePieces, holdsPieces } from './piece-frames.js';
import type { TakeApartOrder } from './take-apart.js';

/** What is to be done with a document: judged, opened again for people, or taken apart. */
export type ReaderOrder = { readonly kind: 'examine' } | OpeningOrder | TakeApartOrder;

/** What a reader is asked: one document, what to do with it, and how to judge it. */
export interface ReaderRequest {
  readonly order: ReaderOrder;
  readonly fileName: string;
  readonly options: ExaminationOptions;
  readonly bytes: Uint8Array;
}

/** What a reader says. `failed`: this document broke it, or its answer would be beyond the limit. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'examined'; readonly examination: Examination }
  | { readonly kind: 'opened'; readonly value: unknown }
  | { readonly kind: 'takenApart'; readonly pieces: readonly TakenPiece[] }
  | { readonly kind: 'failed'; readonly cause: 'memory' | 'crash' };

interface RequestHead {
  readonly order: ReaderOrder;
  readonly fileName: string;
  readonly accept: readonly AcceptedFamily[];
  readonly exhaustive: boolean;
  readonly day: string | null;
}

/** A request is framed as: length of the head (four bytes), the head as JSON, the document's bytes as they are. */
export function encodeRequest({ order, fileName, options, bytes }: ReaderRequest): Buffer {
  const { accept, exhaustive, day = null } = options;
  const head = { order, fileName, accept: [...accept], exhaustive, day } satisfies RequestHead;
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.byteLength);
  return frame(length, text, bytes);
}

/** Trusts what it reads: only the process that started the reader can write to it. */
export function decodeRequest(payload: Buffer): ReaderRequest {
  const end = 4 + payload.readUInt32BE();
  const { order, fileName, accept, exhaustive, day } = JSON.parse(payload.toString('utf8', 4, end)) as RequestHead;
  const options = { accept: new Set(accept), exhaustive, ...(day === null ? {} : { day }) };
  return { order, fileName, options, bytes: payload.subarray(end) };
}

/** An answer beyond the limit becomes a failure; so does one too long to be a string at all (a RangeError). */
export function encodeMessage(message: ReaderMessage, limit: number): Buffer {
  try {
    if (message.kind === 'takenApart') return encodePieces(message.pieces);
    const text = Buffer.from(JSON.stringify(message));
    return text.byteLength <= limit ? frame(text) : failure('memory');
  } catch (error) {
    return failure(error instanceof RangeError ? 'memory' : 'crash');
  }
}

function failure(cause: 'memory' | 'crash'): Buffer {
  return frame(Buffer.from(JSON.stringify({ kind: 'failed', cause } satisfies ReaderMessage)));
}

/** @throws Error where the payload is not what a reader says: it has been taken over by its document. */
export function decodeMessage(payload: Buffer): ReaderMessage {
  if (holdsPieces(payload)) return { kind: 'takenApart', pieces: decodePieces(payload) };
  const message: unknown = JSON.parse(payload.toString('utf8'));
  if (isReaderMessage(message)) return message;
  throw new Error('The reader answered something else than an answer.');
}

function isReaderMessage(value: unknown): value is ReaderMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  if (value.kind === 'ready') return true;
  if (value.kind === 'opened') return 'value' in value;
  if (value.kind === 'failed') return 'cause' in value && (value.cause === 'memory' || value.cause === 'crash');
  return value.kind === 'examined' && 'examination' in value && isExamination(value.examination);
}

function isExamination(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'documents' in value && Array.isArray(value.documents);
}
