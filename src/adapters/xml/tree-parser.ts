import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';
import type { DecodedXml } from './decode-xml.js';
import type { FormatRule } from '../../domain/reading/format.rules.js';
import { GateRefusal, malformed } from './gate-refusal.js';
import { KnownNames } from './known-names.js';
import { FirstFaultSaxes } from './first-fault-saxes.js';
import { faultOf } from './parser-faults.js';
import { PlaceCounter } from './place-counter.js';
import { TreeBuilder } from './tree-builder.js';
import type { XmlLimits } from './xml-limits.js';

const NONE: readonly never[] = [];
const BYTE_ORDER_MARK = 0xfeff;
const BLANKS: ReadonlySet<string> = new Set([' ', '\t', '\n']);

/**
 * Saxes, held to the limits and to what it leaves unchecked, building the tree. Each document has a parser of its own,
 * which ends at the first fault: what saxes reports after one is not to be relied on.
 */
export class TreeParser {
  private readonly saxes = new FirstFaultSaxes((message, position) =>
    faultOf(message, this.decoded.text, position, this.since),
  );
  private readonly builder = new TreeBuilder();
  private readonly names = new KnownNames();
  private readonly places: PlaceCounter;
  /** Attributes of the start tag that is being read, declarations of namespaces left out. */
  private attributes: SaxesAttributeNS[] = [];
  private attributeCount = 0;
  private nodes = 0;
  private lines = 0;
  private claimed = 0;
  /** Where the last start tag begins, or what ended since: a fault in text lies behind it. */
  private since = 0;

  constructor(
    private readonly decoded: DecodedXml,
    private readonly limits: XmlLimits,
  ) {
    this.places = new PlaceCounter(decoded);
    this.listenForMarkup();
    this.listenForText();
  }

  /**
   * The document's tree, or null where a base64 value was cut out that is no element's content.
   * @throws GateRefusal at the first fault.
   */
  parse(): XmlElement | null {
    const { text, cuts } = this.decoded;
    // Decoding has taken the mark away; saxes would take away another, which XML 1.0 allows in content only.
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) malformed('a second byte order mark', 0);
    this.saxes.parse(text);
    const root = this.builder.root ?? malformed('no element at all', text.length);
    return this.claimed === cuts.length ? root : null;
  }

  private listenForMarkup(): void {
    const { saxes } = this;
    saxes.on('doctype', () => {
      throw new GateRefusal('FORMAT-DTD', {}, this.decoded.text.lastIndexOf('<!DOCTYPE', saxes.position));
    });
    saxes.on('opentagstart', (tag) => this.beginElement(tag.name));
    saxes.on('attribute', (attribute) => this.addAttribute(attribute));
    saxes.on('opentag', (tag) => this.openElement(tag));
    saxes.on('closetag', () => this.builder.closeElement());
  }

  private listenForText(): void {
    const { saxes, builder } = this;
    const endRun = () => {
      builder.endRun();
      this.since = saxes.position;
    };
    saxes.on('text', (text) => builder.addText(text));
    saxes.on('cdata', (text) => {
      builder.addText(text);
      this.since = saxes.position;
    });
    saxes.on('comment', endRun);
    saxes.on('processinginstruction', ({ body }) => {
      this.checkBlankBefore(body);
      endRun();
    });
  }

  /** Saxes takes `<?name?body?>`; XML 1.0, 2.6 wants white space between the two. */
  private checkBlankBefore(body: string): void {
    const start = this.saxes.position - '?>'.length - body.length;
    const { text } = this.decoded;
    if (body !== '' && !BLANKS.has(text.charAt(start - 1))) {
      malformed('a processing instruction without white space behind its name', text.lastIndexOf('<?', start));
    }
  }

  /** Before the attributes are read, for saxes looks up each prefix in all elements around: quadratic in the depth. */
  private beginElement(name: string): void {
    // Saxes stands behind the character after the name.
    this.since = this.saxes.position - name.length - 2;
    this.attributeCount = 0;
    this.attributes = [];
    this.countNode();
    if (this.builder.depth >= this.limits.maxDepth) this.refuse('FORMAT-DEPTH', this.limits.maxDepth);
  }

  /** While the tag is being read, for saxes keeps every attribute until the tag ends. */
  private addAttribute(attribute: SaxesAttributeNS): void {
    const { name, prefix, local, value } = attribute;
    this.countNode();
    this.attributeCount += 1;
    if (this.attributeCount > this.limits.maxAttributes) this.refuse('FORMAT-ATTRIBUTES', this.limits.maxAttributes);
    if (prefix === 'xmlns') this.names.of(local, this.since);
    if (prefix !== 'xmlns' && name !== 'xmlns') this.attributes.push(attribute);
    else if (value !== value.trim()) {
      // Saxes would trim it. Namespaces in XML 1.0, 2.2 and 2.3: a URI reference, compared character by character.
      throw new GateRefusal('FORMAT-NAMESPACE', { detail: 'white space around a namespace name' }, this.since);
    }
  }

  private openElement(tag: SaxesTagNS): void {
    const { name, isInvoiceLine } = this.names.of(tag.local, this.since);
    if (isInvoiceLine) this.lines += 1;
    if (this.lines > this.limits.maxInvoiceLines) this.refuse('FORMAT-LINES', this.limits.maxInvoiceLines);
    this.places.moveTo(this.since);
    const { line, column } = this.places;
    this.builder.openElement(tag.uri, name, this.treeAttributes(), line, column, this.claimCut());
  }

  private treeAttributes(): readonly XmlAttribute[] {
    if (this.attributes.length === 0) return NONE;
    return this.attributes.map(({ uri, local, value }) => ({
      namespace: uri,
      name: this.names.of(local, this.since).name,
      value,
    }));
  }

  /** The base64 value that was cut out where the element's content begins. */
  private claimCut(): XmlBinary | null {
    const next = this.decoded.cuts[this.claimed];
    if (next?.at !== this.saxes.position) return null;
    this.claimed += 1;
    const { start, end, valid } = next.cut;
    return { start, end, valid };
  }

  private countNode(): void {
    this.nodes += 1;
    if (this.nodes > this.limits.maxNodes) this.refuse('FORMAT-NODES', this.limits.maxNodes);
  }

  private refuse(rule: FormatRule, limit: number): never {
    throw new GateRefusal(rule, { limit: String(limit) }, this.since);
  }
}
