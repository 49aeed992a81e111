import type { DeliveryRoom, Piece } from '../../domain/mail/piece.js';
import type { ExaminerAnswer } from './examiner.js';

/** One part of a delivery as it came, to be taken apart. */
export interface WholePart {
  readonly fileName: string;
  /** As it was declared; `message/rfc822` is believed. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** How a part is to be taken apart. */
export interface Dismantling {
  /** false: PDFs are not looked into, so that one that broke the reader does not break it again. */
  readonly thorough: boolean;
  /** What may come out of it; what does not fit is refused. */
  readonly room: DeliveryRoom;
  /** The text of a mail is wanted as well: it is what an answer says. */
  readonly withTexts: boolean;
}

/** A piece with the bytes that would become an original; null where they lie in the part that holds it. */
export interface TakenPiece {
  readonly piece: Piece;
  readonly bytes: Uint8Array | null;
}

/** `takenApart`: the part itself first, then what lies in it, holders before what they hold. */
export type DismantlerAnswer =
  | { readonly kind: 'takenApart'; readonly pieces: readonly TakenPiece[] }
  | Extract<ExaminerAnswer, { readonly kind: 'broke' | 'unavailable' }>;

/** Takes mails and archives apart outside this process, within the limits of memory and time (invariant 13). */
export abstract class Dismantler {
  abstract takeApart(part: WholePart, how: Dismantling): Promise<DismantlerAnswer>;
}
