import { Readable } from 'node:stream';
import mailsplit, { type MimeNode, type SplitterChunk } from '@zone-eu/mailsplit';
import type { LooseItem, OpenedContainer, PiecePlace, Room } from '../../domain/mail/piece.js';
import type { PartReason } from '../../domain/mail/part-reasons.js';
import { mailLimits } from './mail-limits.js';
import { decodeBody } from './transfer-encodings.js';

/** A MIME part while its lines come in. */
interface OpenPart {
  readonly node: MimeNode;
  readonly lines: Buffer[];
  hasChildren: boolean;
}

/**
 * Splits a mail into its parts, in their order. Multiparts are form, not content: they only leave their kind with what
 * stands in them. Mails within the mail stay whole. Never throws on content.
 *
 * The splitter beneath mailparser is used, not mailparser: that also turns texts into HTML and looks for links in them,
 * which nobody needs here and hostile mails pay for.
 */
export async function openMail(bytes: Uint8Array, room: Room): Promise<OpenedContainer> {
  const splitter = new mailsplit.Splitter({
    ignoreEmbedded: true,
    maxHeadSize: mailLimits.headBytes,
    maxChildNodes: mailLimits.nodes,
  });
  const parts: OpenPart[] = [];
  try {
    for await (const chunk of Readable.from(slicesOf(bytes)).compose(splitter) as AsyncIterable<SplitterChunk>)
      take(parts, chunk);
  } catch {
    return { ok: false, reason: parts.length >= mailLimits.nodes ? 'tooManyParts' : 'malformed' };
  }
  const leaves = parts.filter((part) => !part.hasChildren);
  if (leaves.length > room.parts) return { ok: false, reason: 'tooManyParts' };
  return { ok: true, items: itemsOf(leaves, room) };
}

/** The splitter holds what it is given at once. */
function* slicesOf(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += mailLimits.sliceBytes)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(mailLimits.sliceBytes, bytes.byteLength - at));
}

function take(parts: OpenPart[], chunk: SplitterChunk): void {
  if (chunk.type === 'node') {
    const holder = parts.find((part) => part.node === chunk.parentNode);
    if (holder) holder.hasChildren = true;
    parts.push({ node: chunk, lines: [], hasChildren: false });
  } else if (chunk.type === 'body') {
    if (chunk.value) parts.findLast((part) => part.node === chunk.node)?.lines.push(chunk.value);
  }
}

function itemsOf(leaves: readonly OpenPart[], room: Room): readonly LooseItem[] {
  let left = room.totalBytes;
  return leaves.map(({ node, lines }) => {
    const traits = { name: node.filename || null, mediaType: mediaTypeOf(node), place: placeOf(node) };
    const encoded = Buffer.concat(lines);
    const body = decodeBody(encoded, node.encoding || '');
    const refusal: PartReason | null =
      node.multipart !== false
        ? 'malformed' // a multipart without a single part
        : !body.ok
          ? 'malformed'
          : body.bytes.byteLength > Math.min(room.partBytes, left)
            ? 'tooLarge'
            : null;
    if (refusal !== null || !body.ok) return { ...traits, bytes: nothing, refusal: refusal ?? 'malformed' };
    left -= body.bytes.byteLength;
    return { ...traits, bytes: body.bytes, refusal: null };
  });
}

const nothing = new Uint8Array();

/** Bounded, because it is stored as it was sent. */
const mediaTypeOf = (node: MimeNode): string =>
  (node.contentType || 'text/plain').replace(/[^!-~]/g, '').slice(0, mailLimits.mediaTypeLength);

const placeOf = (node: MimeNode): PiecePlace => ({
  disposition: node.disposition === 'inline' || node.disposition === 'attachment' ? node.disposition : null,
  hasContentId: node.headers !== false && node.headers.getFirst('Content-ID') !== '',
  multipart: node.parentNode === false ? null : node.parentNode.multipart || null,
});
