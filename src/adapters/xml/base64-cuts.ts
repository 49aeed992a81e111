/** A long base64 value in the original bytes, left out of what the parser sees. Offsets in bytes, end exclusive. */
export interface Base64Cut {
  readonly start: number;
  readonly end: number;
  /** Whether it is lexically xs:base64Binary. */
  readonly valid: boolean;
  /** Line ends within it, and the bytes after the last of them: what places behind it must be moved by. */
  readonly lines: number;
  readonly tail: number;
}

/** Values shorter than this stay in the text: leaving them out would save nothing. */
const MIN_LENGTH = 64;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const CR = 0x0d;
const LF = 0x0a;

/** Both syntaxes name the element so: cbc:EmbeddedDocumentBinaryObject and ram:AttachmentBinaryObject. */
const NAME_END = Buffer.from('BinaryObject', 'latin1');

/** What a byte is in a base64 value: 0 a digit, otherwise one of these bits. */
const PAD = 1;
const SPACE = 2;
const FOREIGN = 4;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CLASS = new Uint8Array(256).fill(FOREIGN);
for (const digit of DIGITS) CLASS[digit.charCodeAt(0)] = 0;
CLASS[0x3d] = PAD;
for (const space of [0x20, 0x09, CR, LF]) CLASS[space] = SPACE;

/**
 * Finds the long base64 values of attachment elements. Works on bytes, for encodings in which ASCII stands for itself.
 * It knows no comments and CDATA: the tree builder drops back to the whole text where a cut is not claimed.
 */
export const findBase64Cuts = (bytes: Buffer): Base64Cut[] => {
  const cuts: Base64Cut[] = [];
  for (let at = bytes.indexOf(NAME_END); at >= 0; at = bytes.indexOf(NAME_END, at)) {
    const start = contentStart(bytes, at);
    const cut = start === null ? null : cutAt(bytes, start);
    if (cut) cuts.push(cut);
    at = cut ? cut.end : at + NAME_END.length;
  }
  return cuts;
};

/** Where the content of the start tag around a name begins; null where it is no start tag with content. */
const contentStart = (bytes: Buffer, nameEnd: number): number | null => {
  if (!isStartTagName(bytes, nameEnd)) return null;
  let quote = 0;
  for (let i = nameEnd + NAME_END.length; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === LT) return null;
    else if (byte === GT) return bytes[i - 1] === SLASH ? null : i + 1;
  }
  return null;
};

const LONGEST_NAME = 64;

const isStartTagName = (bytes: Buffer, nameEnd: number): boolean => {
  for (let i = nameEnd - 1; i >= 0 && i > nameEnd - LONGEST_NAME; i -= 1) {
    const byte = bytes[i] ?? 0;
    if (byte === LT) return true;
    if (byte === SLASH || byte === GT || byte <= 0x20) return false;
  }
  return false;
};

/** The value from `start` up to an end tag; null where it is short or holds anything but base64 and white space. */
const cutAt = (bytes: Buffer, start: number): Base64Cut | null => {
  const end = bytes.indexOf(LT, start);
  if (end - start < MIN_LENGTH || bytes[end + 1] !== SLASH) return null;
  const found = classesIn(bytes, start, end);
  if (found & FOREIGN) return null;
  const { lines, tail } = found & SPACE ? lineEnds(bytes, start, end) : { lines: 0, tail: end - start };
  return { start, end, valid: isBase64(bytes, start, end, found), lines, tail };
};

/** The same for two bytes that lie side by side: nearly every byte of an invoice with attachments is looked up here. */
const tableOfPairs = (): Uint8Array => {
  const pairs = new Uint8Array(0x10000);
  for (let pair = 0; pair < pairs.length; pair += 1) pairs[pair] = (CLASS[pair & 0xff] ?? 0) | (CLASS[pair >> 8] ?? 0);
  return pairs;
};

/** Made when it is first needed: many invoices have no attachment. */
let knownPairs: Uint8Array | null = null;

/** The classes of all bytes, joined. */
const classesIn = (bytes: Buffer, start: number, end: number): number => {
  const isOdd = (bytes.byteOffset + start) % 2 === 1;
  const from = isOdd ? start + 1 : start;
  const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset + from, (end - from) >> 1);
  const classes = (knownPairs ??= tableOfPairs());
  let found = isOdd ? (CLASS[bytes[start] ?? 0] ?? 0) : 0;
  if ((end - from) % 2 === 1) found |= CLASS[bytes[end - 1] ?? 0] ?? 0;
  let i = 0;
  for (; i + 3 < pairs.length && found < FOREIGN; i += 4) {
    found |= (classes[pairs[i] ?? 0] ?? 0) | (classes[pairs[i + 1] ?? 0] ?? 0);
    found |= (classes[pairs[i + 2] ?? 0] ?? 0) | (classes[pairs[i + 3] ?? 0] ?? 0);
  }
  for (; i < pairs.length; i += 1) found |= classes[pairs[i] ?? 0] ?? 0;
  return found;
};

/** Line ends as XML counts them (CR LF is one), and the bytes after the last. */
const lineEnds = (bytes: Buffer, start: number, end: number): { lines: number; tail: number } => {
  let lines = 0;
  let lineStart = start;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i];
    if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
      lines += 1;
      lineStart = i + 1;
    }
  }
  return { lines, tail: end - lineStart };
};

/** XML Schema part 2, 3.2.16: groups of four, at most two of padding and those at the end, unused bits zero. */
const isBase64 = (bytes: Buffer, start: number, end: number, found: number): boolean => {
  let digits = end - start;
  if (found & SPACE) for (let i = start; i < end; i += 1) if ((CLASS[bytes[i] ?? 0] ?? 0) === SPACE) digits -= 1;
  if (digits % 4 !== 0) return false;
  if (!(found & PAD)) return true;
  let last = end - 1;
  let padding = 0;
  for (; last >= start && CLASS[bytes[last] ?? 0] !== 0; last -= 1) if (CLASS[bytes[last] ?? 0] === PAD) padding += 1;
  const firstPad = bytes.indexOf(0x3d, start);
  if (padding > 2 || firstPad < last) return false;
  const value = DIGITS.indexOf(String.fromCharCode(bytes[last] ?? 0));
  return value % (padding === 1 ? 4 : 16) === 0;
};
