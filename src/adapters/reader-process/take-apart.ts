import { createHash } from 'node:crypto';
import { readableName } from '../../domain/mail/file-names.js';
import { ownFate } from '../../domain/mail/own-fate.js';
import type { PartReason } from '../../domain/mail/part-reasons.js';
import {
  noPlace,
  type ContentKind,
  type DeliveryRoom,
  type LooseItem,
  type OpenedContainer,
  type Piece,
  type Room,
} from '../../domain/mail/piece.js';
import type { Dismantling, TakenPiece } from '../../pipeline/ports/dismantler.js';
import { contentKindOf } from './content-kind.js';
import type { FileOpeners } from './examine-file.js';
import { invoiceTraitsOf } from './invoice-traits.js';
import { takeApartLimits, type TakeApartLimits } from './take-apart-limits.js';

/** Everything that opens something; a composition root hands it in, because adapters do not know each other. */
export interface PartOpeners extends FileOpeners {
  readonly openMail: (bytes: Uint8Array, room: Room) => Promise<OpenedContainer>;
  readonly openZip: (bytes: Uint8Array, room: Room) => Promise<OpenedContainer>;
}

/** How a part of a delivery is to be taken apart. */
export interface TakeApartOrder extends Dismantling {
  readonly kind: 'takeApart';
  readonly mediaType: string;
}

export type PartDismantler = (
  bytes: Uint8Array,
  fileName: string,
  order: TakeApartOrder,
) => Promise<readonly TakenPiece[]>;

/**
 * Takes a part of a delivery apart, mails and archives within it too, and says of each piece what it is: the reader
 * process and the tests run this same function. Never throws on content.
 */
export function createPartDismantler(openers: PartOpeners, limits: TakeApartLimits = takeApartLimits): PartDismantler {
  return async (bytes, fileName, { mediaType, thorough, room, withTexts }) => {
    const taking = new Taking(openers, limits, { thorough, withTexts }, room);
    const item = { name: fileName, mediaType, bytes, place: noPlace, refusal: null };
    await taking.take(item, null, 1);
    return taking.pieces;
  };
}

/** One part while it is taken apart: what has come out so far, and how much more may. */
class Taking {
  readonly pieces: TakenPiece[] = [];
  private partsLeft: number;
  private bytesLeft: number;

  constructor(
    private readonly openers: PartOpeners,
    private readonly limits: TakeApartLimits,
    private readonly how: Pick<Dismantling, 'thorough' | 'withTexts'>,
    { parts, totalBytes }: DeliveryRoom,
  ) {
    this.partsLeft = Math.min(limits.parts, parts);
    this.bytesLeft = Math.min(limits.totalBytes, totalBytes);
  }

  async take(item: LooseItem, parent: number | null, depth: number): Promise<void> {
    const { kind, refusal, items } = await this.look(item, parent, depth);
    const at = this.pieces.length;
    const piece: Piece = {
      parent,
      fileName: readableName(item.name, kind, at),
      named: item.name !== null && item.name !== '',
      mediaType: trueTypes[kind] ?? (item.mediaType || 'application/octet-stream'),
      sizeBytes: item.bytes.byteLength,
      sha256: createHash('sha256').update(item.bytes).digest('hex'),
      kind,
      place: item.place,
      refusal,
      invoice: this.isRead(kind, refusal) ? await invoiceTraitsOf(item.bytes, kind, this.openers) : null,
    };
    // What has a fate of its own lies in what holds it already, and the part itself is an original.
    this.pieces.push({ piece, bytes: parent === null || !this.isKept(piece) ? null : item.bytes });
    for (const inner of items) await this.take(inner, at, depth + 1);
  }

  private isKept(piece: Piece): boolean {
    const own = ownFate(piece);
    return own === null || (this.how.withTexts && own.fate === 'ignored' && own.reason === 'textBody');
  }

  private isRead(kind: ContentKind, refusal: PartReason | null): boolean {
    return refusal === null && (this.how.thorough || kind !== 'pdf');
  }

  private async look(item: LooseItem, parent: number | null, depth: number): Promise<Looked> {
    const hints = { fileName: readableName(item.name, 'unknown', 0), mediaType: item.mediaType };
    // The poller says of its own that it is a mail; everybody else has to show it.
    const isMail = parent === null && item.mediaType === 'message/rfc822';
    const kind = isMail ? 'mail' : contentKindOf(item.bytes, hints);
    if (item.refusal !== null) return { kind, refusal: item.refusal, items: [] };
    if (kind !== 'mail' && kind !== 'zip') return { kind, refusal: null, items: [] };
    if (depth > this.limits.depth) return { kind, refusal: 'tooDeep', items: [] };
    const room = { parts: this.partsLeft, partBytes: this.limits.partBytes, totalBytes: this.bytesLeft };
    const opened = await (kind === 'mail' ? this.openers.openMail : this.openers.openZip)(item.bytes, room);
    if (opened.ok === 'isDocument') return { kind: opened.kind, refusal: null, items: [] };
    if (!opened.ok) return { kind, refusal: opened.reason, items: [] };
    this.partsLeft -= opened.items.length;
    this.bytesLeft -= opened.items.reduce((sum, inner) => sum + inner.bytes.byteLength, 0);
    return { kind, refusal: null, items: opened.items };
  }
}

/** Where the bytes say it, the sender's word does not count. */
const trueTypes: Partial<Record<ContentKind, string>> = {
  mail: 'message/rfc822',
  zip: 'application/zip',
  xml: 'application/xml',
  pdf: 'application/pdf',
};

interface Looked {
  readonly kind: ContentKind;
  readonly refusal: PartReason | null;
  /** What lies in it, where it was opened. */
  readonly items: readonly LooseItem[];
}
