/**
 * Messages between a process and its readers: four bytes of length (unsigned, big-endian), then the content. A
 * channel of its own instead of Node's, so that what comes back from a reader is bounded before it is held.
 */
export function frame(...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0);
  const header = Buffer.alloc(4);
  header.writeUInt32BE(length);
  return Buffer.concat([header, ...parts]);
}

/** The other side announced more than the limit: it is broken or hostile, and the channel is of no more use. */
export class FrameTooLarge extends Error {
  constructor(
    readonly announced: number,
    readonly limit: number,
  ) {
    super(`A message of ${announced} bytes was announced; the limit is ${limit}.`);
  }
}

/** Puts frames together from the pieces in which they arrive; each byte is copied once. */
export class FrameAssembler {
  private pieces: Buffer[] = [];
  private held = 0;

  /** @param limit of one frame's content, in bytes; it may change between two frames. */
  constructor(public limit: number) {}

  /** The frames that this piece completes. @throws FrameTooLarge as soon as a length beyond the limit is announced. */
  *push(piece: Buffer): Generator<Buffer> {
    this.pieces.push(piece);
    this.held += piece.byteLength;
    for (let length = this.announced(); length !== null && this.held >= 4 + length; length = this.announced()) {
      const all = Buffer.concat(this.pieces);
      this.pieces = [all.subarray(4 + length)];
      this.held = all.byteLength - 4 - length;
      yield all.subarray(4, 4 + length);
    }
  }

  private announced(): number | null {
    if (this.held < 4) return null;
    const [first] = this.pieces;
    if (first && first.byteLength < 4) this.pieces = [Buffer.concat(this.pieces)];
    const length = this.pieces[0]?.readUInt32BE() ?? 0;
    if (length > this.limit) throw new FrameTooLarge(length, this.limit);
    return length;
  }
}
