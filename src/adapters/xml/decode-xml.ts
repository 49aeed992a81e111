import { isAscii } from 'node:buffer';
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
    return { text: textWithLineFeeds(decodeSegment(bytes.subarray(start), encoding)), cuts: [] };
  }
  const cuts: { at: number; cut: Base64Cut }[] = [];
  let text = '';
  let from = start;
  for (const cut of cutting ? findBase64Cuts(bytes) : []) {
    text += decodeSegment(withLineFeeds(bytes.subarray(from, cut.start)), encoding);
    cuts.push({ at: text.length, cut });
    from = cut.end;
  }
  return { text: text + decodeSegment(withLineFeeds(bytes.subarray(from)), encoding), cuts };
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
      return decodeByTable(bytes, LATIN_9);
    case 'windows-1252':
      return decodeByTable(bytes, WINDOWS_1252);
    case 'US-ASCII':
      return bytes.some((byte) => byte > 0x7f) ? brokenBytes(encoding) : bytes.toString('latin1');
    default:
      return decodeUnicode(bytes, encoding);
  }
};

/** Not by TextDecoder, which in Node 20 takes windows-1252 for ISO-8859-1. */
const decodeByTable = (bytes: Buffer, table: Uint16Array): string => {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) units[i] = table[bytes[i] ?? 0] ?? 0;
  return Buffer.from(units.buffer).toString('utf16le');
};

const strictly = { fatal: true, ignoreBOM: true } as const;
const utf8 = new TextDecoder('UTF-8', strictly);

const decodeUnicode = (bytes: Buffer, encoding: Encoding): string => {
  if (encoding === 'UTF-8' && isAscii(bytes)) return bytes.toString('latin1');
  try {
    return (encoding === 'UTF-8' ? utf8 : new TextDecoder(encoding, strictly)).decode(bytes);
  } catch {
    return brokenBytes(encoding);
  }
};

const brokenBytes = (encoding: Encoding): never => {
  throw new GateRefusal('FORMAT-ENCODING-BYTES', { declared: encoding }, null);
};

/** A table of code units in which some bytes stand for other characters than in ISO-8859-1. */
const tableOf = (others: readonly (readonly [first: number, characters: string])[]): Uint16Array => {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  for (const [first, characters] of others) {
    for (let i = 0; i < characters.length; i += 1) table[first + i] = characters.charCodeAt(i);
  }
  return table;
};

const LATIN_9 = tableOf([
  [0xa4, '€'],
  [0xa6, 'Š'],
  [0xa8, 'š'],
  [0xb4, 'Ž'],
  [0xb8, 'ž'],
  [0xbc, 'ŒœŸ'],
]);

/** 0x80 to 0x9F; the five that windows-1252 leaves open become U+FFFE, which XML does not allow. */
const WINDOWS_1252 = tableOf([[0x80, '€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ']]);

const CR = 0x0d;
const LF = 0x0a;

/** CR LF and CR become LF, in bytes whose encoding writes them as ASCII does. */
const withLineFeeds = (bytes: Buffer): Buffer => {
  if (!bytes.includes(CR)) return bytes;
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === CR && bytes[i + 1] === LF) continue;
    result[length] = byte === CR ? LF : byte;
    length += 1;
  }
  return result.subarray(0, length);
};

const textWithLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
