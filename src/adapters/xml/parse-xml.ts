import type { FormatRule } from '../../domain/reading/format.rules.js';
import type { XmlElement } from '../../domain/reading/xml-tree.js';
import type { Finding } from '../../domain/validation/finding.js';
import type { DecodedXml } from './decode-xml.js';
import { decodeXml } from './decode-xml.js';
import { findingOf, GateRefusal } from './gate-refusal.js';
import { placeOf } from './place-counter.js';
import { parsePlain } from './plain-xml.js';
import { TreeParser } from './tree-parser.js';
import type { XmlLimits } from './xml-limits.js';
import { defaultXmlLimits } from './xml-limits.js';

export type ParsedXml =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The gate: bytes of a file in, a bounded well-formed tree out, or the finding that says why not. Refuses DTDs,
 * entities other than XML's five, encodings that are unknown or declared falsely, and what is beyond the limits.
 * Never throws on content. Long base64 values stay in the bytes; the tree knows their place.
 */
export const parseXml = (bytes: Uint8Array, limits: Partial<XmlLimits> = {}): ParsedXml => {
  const all = { ...defaultXmlLimits, ...limits };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return refused('FORMAT-EMPTY', {}, null);
  if (buffer.length > all.maxBytes) {
    return refused('FORMAT-SIZE', { found: String(buffer.length), limit: String(all.maxBytes) }, null);
  }
  try {
    // A value that was cut out of a comment or a CDATA section is no element's content: then all of it is parsed.
    const parsed = parseText(decodeXml(buffer, true), all) ?? parseText(decodeXml(buffer, false), all);
    if (parsed) return parsed;
  } catch (refusal) {
    if (refusal instanceof GateRefusal) return refused(refusal.rule, refusal.values, { line: 1, column: 1 });
    throw refusal;
  }
  throw new Error('A text without cuts cannot have one that is not claimed.');
};

const refused = (
  rule: FormatRule,
  values: Readonly<Record<string, string>>,
  at: { readonly line: number; readonly column: number } | null,
): ParsedXml => ({ ok: false, findings: [findingOf(rule, values, at)] });

/** null: a base64 value was cut out that is no element's content. */
const parseText = (decoded: DecodedXml, limits: XmlLimits): ParsedXml | null => {
  try {
    const root = parsePlain(decoded, limits) ?? new TreeParser(decoded, limits).parse();
    return root && { ok: true, root };
  } catch (refusal) {
    if (!(refusal instanceof GateRefusal) || refusal.offset === null) throw refusal;
    return refused(refusal.rule, refusal.values, placeOf(decoded, refusal.offset));
  }
};
