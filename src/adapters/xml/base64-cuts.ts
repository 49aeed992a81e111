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

/** 0 to 63 a base64 digit, 64 padding, 65 white space, 255 anything else. */
const CLASS = new Uint8Array(256).fill(255);
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='
  .split('')
  .forEach((char, index) => (CLASS[char.charCodeAt(0)] = index));
for (const space of [0x20, 0x09, CR, LF]) CLASS[space] = 65;
const PAD = 64;
const SPACE = 65;

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
  let digits = 0;
  let padding = 0;
  let last = 0;
  let lines = 0;
  let lineStart = start;
  let valid = true;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    const kind = CLASS[byte] ?? 255;
    if (kind < PAD) {
      digits += 1;
      last = kind;
      if (padding > 0) valid = false;
    } else if (kind === PAD) padding += 1;
    else if (kind !== SPACE) return null;
    else if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
      lines += 1;
      lineStart = i + 1;
    }
  }
  return { start, end, valid: valid && wellEnded(digits, padding, last), lines, tail: end - lineStart };
};

/** XML Schema part 2, 3.2.16: groups of four, at most two of padding, unused bits zero. */
const wellEnded = (digits: number, padding: number, last: number): boolean => {
  if ((digits + padding) % 4 !== 0 || padding > 2) return false;
  if (padding === 0) return true;
  return padding === 1 ? last % 4 === 0 : last % 16 === 0;
};
