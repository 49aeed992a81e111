import { partReasons, type PartReason } from './part-reasons.js';
import type { ContentKind, Piece } from './piece.js';

/** What a piece is whatever lies beside it. null: that depends on the rest of the delivery. */
export type OwnFate =
  { readonly fate: 'opened' } | { readonly fate: 'ignored' | 'refused'; readonly reason: PartReason } | null;

/** Only pieces without a fate of their own become originals; the others lie in the original that holds them. */
export function ownFate(piece: Piece): OwnFate {
  if (piece.refusal !== null) return because(piece.refusal);
  if (piece.invoice !== null) return null;
  const reason = reasons[piece.kind]?.(piece) ?? null;
  if (reason !== null) return because(reason);
  return piece.kind === 'mail' || piece.kind === 'zip' ? { fate: 'opened' } : null;
}

const because = (reason: PartReason): OwnFate => ({ fate: partReasons[reason].fate, reason });

const always = (reason: PartReason) => (): PartReason => reason;

/** By what the bytes are; kinds that are missing here have no fate of their own. */
const reasons: Partial<Record<ContentKind, (piece: Piece) => PartReason | null>> = {
  empty: always('emptyPart'),
  text: (piece) => (isBody(piece) ? 'textBody' : null),
  html: (piece) => (isBody(piece) ? 'htmlBody' : 'program'),
  image: (piece) => (isDecoration(piece) ? 'inlineImage' : null),
  calendar: always('calendar'),
  contact: always('contactCard'),
  detachedSignature: always('signature'),
  deliveryStatus: always('deliveryStatus'),
  signedContainer: always('signedContainer'),
  encrypted: always('encryptedMessage'),
  tnef: always('winmail'),
  outlook: always('outlookMessage'),
  otherArchive: always('unknownArchive'),
  program: always('program'),
};

/** What mail programs show as the message itself. */
const isBody = ({ parent, named, place }: Piece): boolean =>
  parent !== null && place.disposition !== 'attachment' && (!named || place.multipart === 'alternative');

/** Sizes in bytes: below the first no picture shows an invoice; below the second none that a text shows does. */
export const pictures = { tiny: 6 * 1024, ofText: 300 * 1024, scan: 30 * 1024 } as const;

const decorationName = /^(?:image\d{3}|logo|banner|signatur|signature|unterschrift|facebook|linkedin|instagram|xing)/i;

function isDecoration({ fileName, sizeBytes, place }: Piece): boolean {
  if (sizeBytes < pictures.tiny) return true;
  if (decorationName.test(fileName) && sizeBytes < pictures.ofText) return true;
  const inText = place.multipart === 'related' || (place.hasContentId && place.disposition !== 'attachment');
  return inText && sizeBytes < pictures.ofText;
}
