import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';
import { attributeValue, characterData, FORBIDDEN, isBlank } from './character-data.js';
import type { DecodedXml } from './decode-xml.js';
import { GateRefusal, malformed } from './gate-refusal.js';
import type { QualifiedName } from './namespaces.js';
import { ATTRIBUTE, Names, Namespaces } from './namespaces.js';
import { PlaceCounter } from './place-counter.js';
import { TreeBuilder } from './tree-builder.js';
import type { XmlLimits } from './xml-limits.js';

const NONE: readonly never[] = [];

/** Elements of which an invoice may have no more than the limit: lines of both syntaxes and sub lines. */
const LINE_NAMES: ReadonlySet<string> = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'SubInvoiceLine',
  'SubCreditNoteLine',
  'IncludedSupplyChainTradeLineItem',
]);

const S = '[ \\t\\n]';
const EQUALS = `${S}*=${S}*`;

/** XMLDecl of XML 1.0, 2.8. Documents of version 1.1 are taken by the rules of 1.0. */
const DECLARATION = new RegExp(
  `<\\?xml${S}+version${EQUALS}(?:"1\\.[01]"|'1\\.[01]')` +
    `(?:${S}+encoding${EQUALS}(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?` +
    `(?:${S}+standalone${EQUALS}(?:"(?:yes|no)"|'(?:yes|no)'))?${S}*\\?>`,
  'y',
);
const TAG_END = /[ \t\n]*(\/?)>/y;
const INSTRUCTION = /[ \t\n]|\?>/y;

/**
 * A scanner for XML 1.0 with namespaces and without DTDs, as the gate needs it: it stops at the first fault, knows
 * the limits, and jumps from markup to markup instead of looking at each character.
 */
export class XmlScanner {
  private readonly text: string;
  private readonly builder = new TreeBuilder();
  private readonly names = new Names();
  private readonly namespaces = new Namespaces();
  private readonly places: PlaceCounter;
  private readonly open: string[] = [];
  private nodes = 0;
  private lines = 0;
  private claimed = 0;
  private position = 0;

  constructor(
    private readonly decoded: DecodedXml,
    private readonly limits: XmlLimits,
  ) {
    this.text = decoded.text;
    this.places = new PlaceCounter(decoded);
  }

  /** The place of a refusal; asked once, at the end. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    this.places.moveTo(offset);
    return { line: this.places.line, column: this.places.column };
  }

  /**
   * The document's tree, or null where a base64 value was cut out that is no element's content.
   * @throws GateRefusal at the first fault.
   */
  scan(): XmlElement | null {
    const { text } = this;
    const forbidden = text.search(FORBIDDEN);
    if (forbidden >= 0) malformed('a character that XML does not allow', forbidden);
    this.scanDeclaration();
    for (let at = text.indexOf('<', this.position); at >= 0; at = text.indexOf('<', this.position)) {
      if (at > this.position) this.scanText(at);
      this.scanMarkup(at);
    }
    if (this.position < text.length) this.scanText(text.length);
    if (this.open.length > 0) malformed(`element ${this.open.at(-1) ?? ''} is not closed`, text.length);
    const root = this.builder.root ?? malformed('no element at all', text.length);
    return this.claimed === this.decoded.cuts.length ? root : null;
  }

  private scanDeclaration(): void {
    if (!/^<\?xml[ \t\n?]/.test(this.text)) return;
    DECLARATION.lastIndex = 0;
    if (!DECLARATION.test(this.text)) malformed('the XML declaration is wrong', 0);
    this.position = DECLARATION.lastIndex;
  }

  private scanText(end: number): void {
    const text = this.text.slice(this.position, end);
    if (this.open.length > 0) this.builder.addText(characterData(text, this.position));
    else if (!isBlank(text)) malformed('text outside of the root element', this.position);
    this.position = end;
  }

  private scanMarkup(at: number): void {
    switch (this.text.charCodeAt(at + 1)) {
      case 0x2f:
        return this.scanEndTag(at);
      case 0x21:
        return this.scanDeclarative(at);
      case 0x3f:
        return this.scanInstruction(at);
      default:
        return this.scanStartTag(at);
    }
  }

  private scanEndTag(at: number): void {
    const name = this.open.pop() ?? malformed('an end tag without a start tag', at);
    if (!this.text.startsWith(name, at + 2)) malformed(`element ${name} is not closed in its turn`, at);
    TAG_END.lastIndex = at + 2 + name.length;
    const match = TAG_END.exec(this.text);
    if (match?.[1] !== '') malformed(`element ${name} is not closed in its turn`, at);
    this.position = TAG_END.lastIndex;
    this.builder.closeElement();
    this.namespaces.close();
  }

  /** Comments, CDATA sections and the document type declaration. */
  private scanDeclarative(at: number): void {
    const { text } = this;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== 0x3e) malformed('a comment that is not ended or holds --', at);
      this.builder.endRun();
      this.position = end + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (this.open.length === 0 || end < 0) malformed('a CDATA section out of place or without end', at);
      this.builder.addText(text.slice(at + 9, end));
      this.position = end + 3;
    } else if (text.startsWith('<!DOCTYPE', at)) throw new GateRefusal('FORMAT-DTD', {}, at);
    else malformed('an exclamation mark after a less-than sign', at);
  }

  private scanInstruction(at: number): void {
    const target = this.names.at(this.text, at + 2);
    INSTRUCTION.lastIndex = at + 2 + target.written.length;
    const end = this.text.indexOf('?>', INSTRUCTION.lastIndex);
    if (target.prefix !== '' || target.local.toLowerCase() === 'xml' || end < 0 || !INSTRUCTION.test(this.text)) {
      malformed('a processing instruction that is wrong or out of place', at);
    }
    this.builder.endRun();
    this.position = end + 2;
  }

  private scanStartTag(at: number): void {
    const name = this.names.at(this.text, at + 1);
    this.countElement(name, at);
    this.position = at + 1 + name.written.length;
    const attributes =
      this.text.charCodeAt(this.position) === 0x3e ? this.withoutAttributes() : this.scanAttributes(at);
    TAG_END.lastIndex = this.position;
    const end = TAG_END.exec(this.text) ?? malformed(`the tag of ${name.written} is wrong`, this.position);
    this.position = TAG_END.lastIndex;
    this.places.moveTo(at);
    const { line, column } = this.places;
    const namespace = this.namespaces.ofElement(name, at);
    this.builder.openElement(namespace, name.local, attributes, line, column, this.claimCut());
    if (end[1] === '') this.open.push(name.written);
    else {
      this.builder.closeElement();
      this.namespaces.close();
    }
  }

  private countElement(name: QualifiedName, at: number): void {
    const { maxDepth, maxInvoiceLines } = this.limits;
    if (this.builder.depth === 0 && this.builder.root) malformed('a second root element', at);
    this.countNodes(1, at);
    if (LINE_NAMES.has(name.local)) this.lines += 1;
    if (this.open.length >= maxDepth) throw new GateRefusal('FORMAT-DEPTH', { limit: String(maxDepth) }, at);
    if (this.lines > maxInvoiceLines) throw new GateRefusal('FORMAT-LINES', { limit: String(maxInvoiceLines) }, at);
  }

  private countNodes(count: number, at: number): void {
    const { maxNodes } = this.limits;
    this.nodes += count;
    if (this.nodes > maxNodes) throw new GateRefusal('FORMAT-NODES', { limit: String(maxNodes) }, at);
  }

  private withoutAttributes(): readonly XmlAttribute[] {
    this.namespaces.open(null, this.position);
    return NONE;
  }

  private scanAttributes(at: number): readonly XmlAttribute[] {
    const found: { name: QualifiedName; value: string }[] = [];
    let declarations: (readonly [string, string])[] | null = null;
    ATTRIBUTE.lastIndex = this.position;
    for (let match = ATTRIBUTE.exec(this.text); match; match = ATTRIBUTE.exec(this.text)) {
      this.position = ATTRIBUTE.lastIndex;
      const [, first = '', second, double, single] = match;
      const value = attributeValue(double ?? single ?? '', at);
      const prefix = second === undefined ? '' : first;
      const local = second ?? first;
      const written = second === undefined ? first : `${first}:${second}`;
      if (written === 'xmlns' || prefix === 'xmlns') (declarations ??= []).push([prefix === '' ? '' : local, value]);
      else found.push({ name: { written, prefix, local }, value });
      this.checkCount(found.length + (declarations?.length ?? 0), at);
    }
    this.countNodes(found.length, at);
    checkTwice(declarations?.map(([prefix]) => prefix) ?? NONE, at);
    this.namespaces.open(declarations, at);
    if (found.length === 0) return NONE;
    const attributes = found.map(({ name, value }) => ({
      namespace: this.namespaces.ofAttribute(name, at),
      name: name.local,
      value,
    }));
    if (attributes.length > 1)
      checkTwice(
        attributes.map(({ namespace, name }) => `${name} ${namespace}`),
        at,
      );
    return attributes;
  }

  private checkCount(count: number, at: number): void {
    const { maxAttributes } = this.limits;
    if (count > maxAttributes) throw new GateRefusal('FORMAT-ATTRIBUTES', { limit: String(maxAttributes) }, at);
  }

  /** The base64 value that was cut out where the element's content begins. */
  private claimCut(): XmlBinary | null {
    const next = this.decoded.cuts[this.claimed];
    if (next?.at !== this.position) return null;
    this.claimed += 1;
    const { start, end, valid } = next.cut;
    return { start, end, valid };
  }
}

const checkTwice = (names: readonly string[], at: number): void => {
  if (new Set(names).size < names.length) malformed('the same attribute twice', at);
};
