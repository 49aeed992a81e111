import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nameBytes } from '../../domain/mail/file-names.js';
import { isPartReason, type PartReason } from '../../domain/mail/part-reasons.js';
import { contentKinds } from '../../domain/mail/piece.js';
import type { TakenPiece } from '../../pipeline/ports/dismantler.js';
import { frame } from './frames.js';
import { pieceListBytes, takeApartLimits } from './take-apart-limits.js';

/**
 * Pieces are answered as: a byte that no JSON begins with, length of the list (four bytes), the list as JSON, then the
 * bytes of the pieces that have some, one behind the other.
 */
const marker = 0x01;
const headBytes = 5;

export const holdsPieces = (payload: Buffer): boolean => payload[0] === marker;

/** @throws RangeError where the list is longer than it may be. */
export function encodePieces(pieces: readonly TakenPiece[]): Buffer {
  const list = pieces.map(({ piece, bytes }) => ({ piece, length: bytes === null ? null : bytes.byteLength }));
  const text = Buffer.from(JSON.stringify(list));
  if (text.byteLength > pieceListBytes) throw new RangeError('The list of pieces is too long.');
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(marker);
  head.writeUInt32BE(text.byteLength, 1);
  return frame(head, text, ...pieces.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])));
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(1000).nullable();

const listed = z.array(
  z.strictObject({
    piece: z.strictObject({
      parent: z.int().min(0).nullable(),
      fileName: z.string().refine((name) => name !== '' && Buffer.byteLength(name) <= nameBytes),
      named: z.boolean(),
      mediaType: z.string().max(255),
      sizeBytes: z.int().min(0),
      sha256,
      kind: z.enum(contentKinds),
      place: z.strictObject({
        disposition: z.enum(['inline', 'attachment']).nullable(),
        hasContentId: z.boolean(),
        multipart: text,
      }),
      refusal: z.custom<PartReason>((reason) => typeof reason === 'string' && isPartReason(reason)).nullable(),
      invoice: z
        .strictObject({
          form: z.enum(['ubl', 'cii', 'pdf']),
          dataSha256: sha256,
          ...{ duplicateKey: text, typeCode: text, iban: text, number: text, issueDate: text },
        })
        .nullable(),
    }),
    length: z.int().min(0).nullable(),
  }),
);

/**
 * @throws Error where it is not what a reader says. A reader that its document has taken over can lie about what is in
 *   the document, but not about which bytes are which.
 */
export function decodePieces(payload: Buffer): readonly TakenPiece[] {
  let at = headBytes + payload.readUInt32BE(1);
  const list = listed
    .min(1)
    .max(takeApartLimits.parts + 1)
    .parse(JSON.parse(payload.toString('utf8', headBytes, at)));
  const pieces = list.map(({ piece, length }, index) => {
    if ((piece.parent === null) !== (index === 0) || (piece.parent ?? -1) >= index)
      throw new Error('A piece lies in one that comes after it.');
    if (length === null) return { piece, bytes: null };
    if (length !== piece.sizeBytes) throw new Error('A piece is not as large as it says.');
    const bytes = payload.subarray(at, at + length);
    at += length;
    if (createHash('sha256').update(bytes).digest('hex') !== piece.sha256)
      throw new Error('A piece is not what its sum says.');
    return { piece, bytes };
  });
  if (at !== payload.byteLength) throw new Error('The pieces and their bytes do not go together.');
  return pieces;
}
