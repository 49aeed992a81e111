import type { Base64Cut } from './base64-cuts.js';
import { findBase64Cuts } from './base64-cuts.js';
import { GateRefusal } from './gate-refusal.js';

/** The text of an XML file, line ends already LF (XML 1.0, 2.11), and what was left out of it at which character. */
export interface DecodedXml {
  readonly text: string;
  readonly cuts: readonly { readonly at: number; readonly cut: Base64Cut }[];
}

type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'ISO-8859-1' | 'ISO-8859-15' | 'windows-1252' | 'US-ASCII';

/** Names by which files call the encodings that are taken (IANA character sets, lower case). */
const NAMES: Readonly<Record<string, Encoding | 'UTF-16'>> = {
  'utf-8': 'UTF-8',
  utf8: 'UTF-8',
  'utf-16': 'UTF-16',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'iso-8859-1': 'ISO-8859-1',
  'iso8859-1': 'ISO-8859-1',
  iso_8859_1: 'ISO-8859-1',
  'iso_8859-1': 'ISO-8859-1',
  latin1: 'ISO-8859-1',
  'iso-8859-15': 'ISO-8859-15',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'us-ascii': 'US-ASCII',
  ascii: 'US-ASCII',
};

/**
 * Decodes the file as its byte order mark and XML declaration say (XML 1.0, appendix F).
 * @param cutting whether long base64 values are left out.
 * @throws GateRefusal on an encoding that is not taken, declared falsely, or broken.
 */
export const decodeXml = (bytes: Buffer, cutting: boolean): DecodedXml => {
  const { encoding, start } = encodingOf(bytes);
  if (encoding === 'UTF-16LE' || encoding === 'UTF-16BE') {
    return { text: withLineFeeds(decodeSegment(bytes.subarray(start), encoding)), cuts: [] };
  }
  const cuts: { at: number; cut: Base64Cut }[] = [];
  let text = '';
  let from = start;
  for (const cut of cutting ? findBase64Cuts(bytes) : []) {
    text += withLineFeeds(decodeSegment(bytes.subarray(from, cut.start), encoding));
    cuts.push({ at: text.length, cut });
    from = cut.end;
  }
  return { text: text + withLineFeeds(decodeSegment(bytes.subarray(from), encoding)), cuts };
};

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** What the first bytes show: byte order marks first, then `<?` in the families that XML 1.0, appendix F names. */
const encodingOf = (bytes: Buffer): { encoding: Encoding; start: number } => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) refuse('UTF-32');
  if (startsWith(bytes, 0x3c, 0, 0, 0) || startsWith(bytes, 0, 0, 0, 0x3c)) refuse('UTF-32');
  if (startsWith(bytes, 0x4c, 0x6f, 0xa7, 0x94)) refuse('EBCDIC');
  if (startsWith(bytes, 0xff, 0xfe)) return declared(bytes, 'UTF-16LE', 2);
  if (startsWith(bytes, 0xfe, 0xff)) return declared(bytes, 'UTF-16BE', 2);
  if (startsWith(bytes, 0x3c, 0, 0x3f, 0)) return declared(bytes, 'UTF-16LE', 0);
  if (startsWith(bytes, 0, 0x3c, 0, 0x3f)) return declared(bytes, 'UTF-16BE', 0);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return declared(bytes, 'UTF-8', 3);
  return { encoding: declaredName(bytes.toString('latin1', 0, LONGEST_DECLARATION)) ?? 'UTF-8', start: 0 };
};

const LONGEST_DECLARATION = 400;
const DECLARATION = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

const declaredName = (head: string): Encoding | null => {
  const match = DECLARATION.exec(head);
  if (!match) return null;
  const name = match[1] ?? match[2] ?? '';
  const encoding = NAMES[name.toLowerCase()] ?? refuse(name.slice(0, 40));
  if (encoding.startsWith('UTF-16')) mismatch(encoding, 'UTF-8');
  return encoding === 'UTF-16' ? 'UTF-16LE' : encoding;
};

/** The encoding that the first bytes prove, unless the declaration says another. */
const declared = (bytes: Buffer, encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE', start: number) => {
  const head = decodeHead(bytes.subarray(start, start + LONGEST_DECLARATION), encoding);
  const match = DECLARATION.exec(head);
  if (match) {
    const name = match[1] ?? match[2] ?? '';
    const named = NAMES[name.toLowerCase()] ?? refuse(name.slice(0, 40));
    const agrees = named === encoding || (named === 'UTF-16' && encoding !== 'UTF-8');
    if (!agrees) mismatch(named, encoding);
  }
  return { encoding, start };
};

const decodeHead = (bytes: Buffer, encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE'): string =>
  encoding === 'UTF-8' ? bytes.toString('latin1') : new TextDecoder(encoding).decode(bytes);

const refuse = (found: string): never => {
  throw new GateRefusal('FORMAT-ENCODING', { found }, null);
};

const mismatch = (declaredAs: string, found: string): never => {
  throw new GateRefusal('FORMAT-ENCODING-MISMATCH', { declared: declaredAs, found }, null);
};

const decodeSegment = (bytes: Buffer, encoding: Encoding): string => {
  switch (encoding) {
    case 'ISO-8859-1':
      return bytes.toString('latin1');
    case 'ISO-8859-15':
      return bytes.toString('latin1').replace(/[\xa4\xa6\xa8\xb4\xb8\xbc-\xbe]/g, (char) => LATIN_9[char] ?? char);
    case 'windows-1252':
      return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? '');
    case 'US-ASCII':
      return bytes.some((byte) => byte > 0x7f) ? brokenBytes(encoding) : bytes.toString('latin1');
    default:
      return decodeUnicode(bytes, encoding);
  }
};

const decodeUnicode = (bytes: Buffer, encoding: Encoding): string => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return brokenBytes(encoding);
  }
};

const brokenBytes = (encoding: Encoding): never => {
  throw new GateRefusal('FORMAT-ENCODING-BYTES', { declared: encoding }, null);
};

const LATIN_9: Readonly<Record<string, string>> = {
  '\xa4': '€',
  '\xa6': 'Š',
  '\xa8': 'š',
  '\xb4': 'Ž',
  '\xb8': 'ž',
  '\xbc': 'Œ',
  '\xbd': 'œ',
  '\xbe': 'Ÿ',
};

/** 0x80 to 0x9F; the five that windows-1252 leaves open become U+FFFE, which XML does not allow. */
const WINDOWS_1252 = '€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ';

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
