import { SaxesParser } from 'saxes';
import type { FormatRule } from '../../domain/reading/format.rules.js';
import type { XmlElement } from '../../domain/reading/xml-tree.js';
import type { Finding } from '../../domain/validation/finding.js';
import type { DecodedXml } from './decode-xml.js';
import { decodeXml } from './decode-xml.js';
import { findingOf, GateRefusal } from './gate-refusal.js';
import { PlaceCounter } from './place-counter.js';
import { TreeBuilder } from './tree-builder.js';
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
    const cutOut = parseText(decodeXml(buffer, true), all);
    if (cutOut !== 'notClaimed') return cutOut;
    const whole = parseText(decodeXml(buffer, false), all);
    if (whole !== 'notClaimed') return whole;
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

/** 'notClaimed': a base64 value was cut out that is no element's content but lies in a comment or CDATA section. */
const parseText = (decoded: DecodedXml, limits: XmlLimits): ParsedXml | 'notClaimed' => {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const builder = new TreeBuilder(limits);
  const places = new PlaceCounter(decoded);
  const claimed = connect(parser, builder, places, decoded, limits);
  try {
    parser.write(decoded.text).close();
  } catch (refusal) {
    if (!(refusal instanceof GateRefusal)) throw refusal;
    places.moveTo(Math.min(parser.position, decoded.text.length));
    return refused(refusal.rule, refusal.values, { line: places.line, column: places.column });
  }
  if (claimed.count < decoded.cuts.length) return 'notClaimed';
  return builder.root
    ? { ok: true, root: builder.root }
    : refused('FORMAT-NOT-WELL-FORMED', { detail: 'no root element' }, { line: 1, column: 1 });
};

const connect = (
  parser: SaxesParser<{ xmlns: true; position: false }>,
  builder: TreeBuilder,
  places: PlaceCounter,
  decoded: DecodedXml,
  limits: XmlLimits,
): { count: number } => {
  const claimed = { count: 0 };
  let attributes = 0;
  parser.on('error', (error) => {
    throw notWellFormed(error.message);
  });
  parser.on('doctype', () => {
    throw new GateRefusal('FORMAT-DTD', {});
  });
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    builder.countElement();
    // The parser stands behind the character after the name.
    places.moveTo(parser.position - tag.name.length - 2);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.maxAttributes) {
      throw new GateRefusal('FORMAT-ATTRIBUTES', { limit: String(limits.maxAttributes) });
    }
  });
  parser.on('opentag', (tag) => {
    const next = decoded.cuts[claimed.count];
    const cut = next && next.at === parser.position ? next.cut : undefined;
    if (cut) claimed.count += 1;
    const binary = cut && { start: cut.start, end: cut.end, valid: cut.valid };
    builder.openElement(tag, places.line, places.column, binary);
  });
  parser.on('text', (text) => builder.addText(text));
  parser.on('cdata', (text) => builder.addText(text));
  parser.on('comment', () => builder.endRun());
  parser.on('processinginstruction', () => builder.endRun());
  parser.on('closetag', () => builder.closeElement());
  return claimed;
};

/** Which rule the parser's message belongs to; what is not listed is plainly not well-formed. */
const MESSAGES: readonly (readonly [RegExp, FormatRule])[] = [
  [/^undefined entity/, 'FORMAT-ENTITY'],
  [/namespace|prefix/, 'FORMAT-NAMESPACE'],
];

const notWellFormed = (message: string): GateRefusal => {
  const rule = MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? 'FORMAT-NOT-WELL-FORMED';
  return new GateRefusal(rule, { detail: message.slice(0, 200) });
};
