import type { DecodedXml } from './decode-xml.js';

const NEWLINE = 10;

/**
 * Turns offsets in the decoded text into lines and columns of the original, both from 1; columns count UTF-16 units
 * of the text and bytes of what was cut out of it. Offsets must be asked in rising order.
 */
export class PlaceCounter {
  line = 1;
  column = 1;
  private offset = 0;
  private nextCut = 0;

  constructor(private readonly decoded: DecodedXml) {}

  moveTo(offset: number): void {
    const { cuts } = this.decoded;
    for (let next = cuts[this.nextCut]; next && next.at < offset; next = cuts[this.nextCut]) {
      this.count(next.at);
      this.line += next.cut.lines;
      this.column = next.cut.lines > 0 ? next.cut.tail + 1 : this.column + next.cut.tail;
      this.nextCut += 1;
    }
    this.count(offset);
  }

  private count(offset: number): void {
    const { text } = this.decoded;
    let { line, column } = this;
    for (let i = this.offset; i < offset; i += 1) {
      if (text.charCodeAt(i) === NEWLINE) {
        line += 1;
        column = 1;
      } else column += 1;
    }
    this.line = line;
    this.column = column;
    this.offset = Math.max(this.offset, offset);
  }
}
