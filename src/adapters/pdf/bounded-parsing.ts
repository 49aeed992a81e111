/** What pdf-lib's parsers read their bytes by. */
interface ByteStream {
  /** How often a byte has been taken, going back included. */
  taken?: number;
  readonly length: number;
  next(): number;
  offset(): number;
  /** The byte at an offset; undefined outside. */
  peekAt(offset: number): number | undefined;
}

interface Parser {
  readonly bytes: ByteStream;
  matchIndirectObjectHeader(): boolean;
}

/** A sound file takes each byte once or twice, a damaged one some more; the rest is for small files. */
const readings = { perByte: 16, more: 100_000 } as const;

/**
 * Binds pdf-lib's parser to a time that grows as the file does. As it is, objects without an end make it run to the
 * end of the file for each, and over a long row of digits it comes to none.
 * @param parser any parser: its prototypes are changed.
 */
export function boundParsing(parser: Parser): void {
  const stream: ByteStream = Object.getPrototypeOf(parser.bytes);
  const next = stream.next;
  stream.next = function (): number {
    this.taken = (this.taken ?? 0) + 1;
    if (this.taken > readings.perByte * this.length + readings.more) throw new Error('the file is read too often');
    return next.call(this);
  };
  const prototype: Parser = Object.getPrototypeOf(parser);
  prototype.matchIndirectObjectHeader = function (): boolean {
    return headsObject(this.bytes);
  };
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isWhite = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

const longest = 10;

/**
 * Whether "12 0 obj" (ISO 32000-2, 7.3.10) begins here. pdf-lib asks this at every byte behind a damaged object, and
 * its own way throws and catches an error for each that is none: three seconds per megabyte.
 */
function headsObject(bytes: ByteStream): boolean {
  const begin = bytes.offset();
  if (isDigit(bytes.peekAt(begin - 1))) return false;
  let at = begin;
  for (const belongs of [isDigit, isWhite, isDigit, isWhite]) {
    const behind = behindRun(bytes, at, belongs);
    if (behind === at) return false;
    at = behind;
  }
  return bytes.peekAt(at) === 0x6f && bytes.peekAt(at + 1) === 0x62 && bytes.peekAt(at + 2) === 0x6a; // obj
}

/** Where the run of such bytes ends that begins at `from`; a longer one is cut off. */
function behindRun(bytes: ByteStream, from: number, belongs: (byte: number | undefined) => boolean): number {
  let at = from;
  while (at - from < longest && belongs(bytes.peekAt(at))) at += 1;
  return at;
}
