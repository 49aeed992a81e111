import { GateRefusal, malformed } from './gate-refusal.js';

/** What XML 1.0, 2.2 does not allow, in text whose surrogates are known to be paired and whose CR are gone. */
// eslint-disable-next-line no-control-regex -- these are the characters to be found
export const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const NUMBER = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/;
const ENTITY_NAME = /^[^\s&#;<>"'/=]+$/;

/** Longest reference looked for: a number may have zeros in front, but nobody needs more than these. */
const MAX_REFERENCE = 64;

/**
 * Replaces references (XML 1.0, 4.1): numbers and the five predefined names.
 * @param offset of the text in the document, for the place of a refusal.
 */
export const expand = (text: string, offset: number): string => {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let done = '';
  let from = 0;
  while (at >= 0) {
    const end = text.indexOf(';', at);
    if (end < 0 || end - at > MAX_REFERENCE) return malformed('an ampersand that begins no reference', offset + at);
    done += text.slice(from, at) + referred(text.slice(at + 1, end), offset + at);
    from = end + 1;
    at = text.indexOf('&', from);
  }
  return done + text.slice(from);
};

const referred = (reference: string, offset: number): string => {
  const predefined = PREDEFINED[reference];
  if (predefined !== undefined) return predefined;
  const [, hex, decimal] = NUMBER.exec(reference) ?? [];
  if (hex !== undefined || decimal !== undefined) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return isChar(code) ? String.fromCodePoint(code) : malformed('a reference to no character of XML', offset);
  }
  if (!ENTITY_NAME.test(reference)) return malformed('an ampersand that begins no reference', offset);
  throw new GateRefusal('FORMAT-ENTITY', { entity: reference }, offset);
};

/** Char of XML 1.0, 2.2. */
const isChar = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** Character data between tags (XML 1.0, 2.4). */
export const characterData = (text: string, offset: number): string => {
  if (text.includes(']]>')) return malformed(']]> in text', offset + text.indexOf(']]>'));
  return expand(text, offset);
};

const NOT_BLANK = /[\t\n]/g;

/** An attribute's value, normalised as CDATA (XML 1.0, 3.3.3): references keep the white space they name. */
export const attributeValue = (text: string, offset: number): string =>
  expand(text.includes('\n') || text.includes('\t') ? text.replace(NOT_BLANK, ' ') : text, offset);

const BLANKS = /^[ \t\n]*$/;

export const isBlank = (text: string): boolean => BLANKS.test(text);
