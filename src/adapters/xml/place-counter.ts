import type { DecodedXml } from './decode-xml.js';

/**
 * Turns offsets in the decoded text into lines and columns of the original, both from 1; columns count UTF-16 units
 * of the text and bytes of what was cut out of it. Offsets must be asked in rising order.
 */
export class PlaceCounter {
  line = 1;
  column = 1;
  /** Where the line would begin in the text, had nothing been cut out of it. */
  private lineStart = 0;
  private nextLineFeed: number;
  private nextCut = 0;

  constructor(private readonly decoded: DecodedXml) {
    this.nextLineFeed = lineFeedFrom(decoded.text, 0);
  }

  moveTo(offset: number): void {
    const { cuts } = this.decoded;
    for (let next = cuts[this.nextCut]; next && next.at < offset; next = cuts[this.nextCut]) {
      this.count(next.at);
      this.line += next.cut.lines;
      this.lineStart = (next.cut.lines > 0 ? next.at : this.lineStart) - next.cut.tail;
      this.nextCut += 1;
    }
    this.count(offset);
    this.column = offset - this.lineStart + 1;
  }

  private count(offset: number): void {
    while (this.nextLineFeed < offset) {
      this.line += 1;
      this.lineStart = this.nextLineFeed + 1;
      this.nextLineFeed = lineFeedFrom(this.decoded.text, this.lineStart);
    }
  }
}

const lineFeedFrom = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at < 0 ? Infinity : at;
};

/** The place of one offset, wherever it lies. */
export const placeOf = (decoded: DecodedXml, offset: number): { readonly line: number; readonly column: number } => {
  const places = new PlaceCounter(decoded);
  places.moveTo(offset);
  return { line: places.line, column: places.column };
};
