import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';
import type { DecodedXml } from './decode-xml.js';
import { decodeEntities, isUnusual, isWhite, plainDeclaration } from './plain-text.js';
import { NamespaceScope, tagNamed } from './plain-names.js';
import { PlaceCounter } from './place-counter.js';
import { NO_CHILDREN, TreeElement } from './tree-element.js';
import type { XmlLimits } from './xml-limits.js';

/**
 * Reads what nearly all invoices are made of: elements and attributes with ASCII names, text, comments, the five
 * entities. It refuses nothing: wherever it meets anything else, or anything wrong, or a limit, it gives up, and saxes
 * reads the whole text and has the last word. So it must take less than saxes does, and make the same tree of it; the
 * tests hold both against each other.
 */
export function parsePlain(decoded: DecodedXml, limits: XmlLimits): XmlElement | null {
  if (isUnusual(decoded.text)) return null;
  return new PlainReader(decoded, limits).read();
}

interface Open {
  readonly node: TreeElement;
  /** The name as the end tag has to repeat it. */
  readonly tag: string;
  readonly scope: NamespaceScope;
  /** Whether it holds a comment: then its text may fall into parts. */
  commented: boolean;
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
const MOST_ATTRIBUTES = 20;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** What a method answers where the reader gives up; otherwise the offset behind what it has read. */
const GIVE_UP = -1;

class PlainReader {
  private readonly text: string;
  private readonly places: PlaceCounter;
  private readonly open: Open[] = [];
  private root: TreeElement | null = null;
  private nodes = 0;
  private lines = 0;
  private claimed = 0;
  /** Of the start tag that is being read. */
  private attributes: XmlAttribute[] | null = null;
  private prefixed: { readonly attribute: XmlAttribute; readonly prefix: string } | null = null;
  private scope = NamespaceScope.outermost;

  constructor(
    private readonly decoded: DecodedXml,
    private readonly limits: XmlLimits,
  ) {
    this.text = decoded.text;
    this.places = new PlaceCounter(decoded);
  }

  read(): XmlElement | null {
    let at = plainDeclaration(this.text);
    while (at >= 0 && at < this.text.length) {
      const next = this.text.indexOf('<', at);
      const end = next < 0 ? this.text.length : next;
      if (!this.takeText(at, end)) return null;
      at = next < 0 ? end : this.markup(next);
    }
    const complete = at >= 0 && this.open.length === 0 && this.claimed === this.decoded.cuts.length;
    return complete ? this.root : null;
  }

  /** Text stands in elements without children; anywhere else there may be white space only, which is layout. */
  private takeText(from: number, to: number): boolean {
    if (from === to) return true;
    const top = this.open[this.open.length - 1];
    const closes = this.text.charCodeAt(to + 1) === SLASH;
    if (!top || !closes || top.commented || top.node.children !== NO_CHILDREN) return isWhite(this.text, from, to);
    const text = decodeEntities(this.text.slice(from, to));
    if (text === null) return false;
    top.node.text = text;
    return true;
  }

  private markup(at: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (next === SLASH) return this.endTag(at + 2);
    return next === BANG ? this.comment(at) : this.startTag(at);
  }

  private comment(at: number): number {
    if (!this.text.startsWith('<!--', at)) return GIVE_UP;
    const end = this.text.indexOf('--', at + 4);
    if (end < 0 || this.text.charCodeAt(end + 2) !== GT) return GIVE_UP;
    const top = this.open[this.open.length - 1];
    if (top) top.commented = true;
    return end + 3;
  }

  private endTag(at: number): number {
    const top = this.open.pop();
    if (!top || !this.text.startsWith(top.tag, at)) return GIVE_UP;
    // A comment alone or amid text makes parts of it.
    if (top.commented && top.node.children === NO_CHILDREN) return GIVE_UP;
    const end = this.skipWhite(at + top.tag.length);
    return this.text.charCodeAt(end) === GT ? end + 1 : GIVE_UP;
  }

  private startTag(at: number): number {
    const parent = this.open[this.open.length - 1];
    if ((!parent && this.root) || this.open.length >= this.limits.maxDepth) return GIVE_UP;
    const nameEnd = this.nameEnd(at + 1);
    const tag = tagNamed(this.text, at + 1, nameEnd);
    if (tag === null || tag.reserved) return GIVE_UP;
    this.scope = parent?.scope ?? NamespaceScope.outermost;
    this.attributes = null;
    this.prefixed = null;
    const attributesEnd = this.readAttributes(nameEnd);
    if (attributesEnd === GIVE_UP || !this.countLine(tag.isInvoiceLine)) return GIVE_UP;
    const namespace = this.scope.of(tag.prefix);
    if (namespace === null) return GIVE_UP;
    const isEmpty = this.text.charCodeAt(attributesEnd) === SLASH;
    const end = attributesEnd + (isEmpty ? 2 : 1);
    if (this.text.charCodeAt(end - 1) !== GT) return GIVE_UP;
    this.places.moveTo(at);
    const node = this.nodeOf(namespace, tag.local, isEmpty ? null : this.claimCut(end));
    if (!parent) this.root = node;
    else if (parent.node.children === NO_CHILDREN) parent.node.children = [node];
    else parent.node.children.push(node);
    if (!isEmpty) this.open.push({ node, tag: tag.name, scope: this.scope, commented: false });
    return end;
  }

  private nodeOf(namespace: string, name: string, binary: XmlBinary | null): TreeElement {
    const { line, column } = this.places;
    return new TreeElement(namespace, name, this.attributes ?? NO_ATTRIBUTES, line, column, binary);
  }

  /** The base64 value that was cut out where the element's content begins. */
  private claimCut(at: number): XmlBinary | null {
    const next = this.decoded.cuts[this.claimed];
    if (next?.at !== at) return null;
    this.claimed += 1;
    const { start, end, valid } = next.cut;
    return { start, end, valid };
  }

  private countLine(isInvoiceLine: boolean): boolean {
    this.nodes += 1;
    if (isInvoiceLine) this.lines += 1;
    return this.nodes <= this.limits.maxNodes && this.lines <= this.limits.maxInvoiceLines;
  }

  /** @returns the offset of the `>` or `/` that ends the tag. */
  private readAttributes(from: number): number {
    let at = from;
    for (let count = 0; count <= MOST_ATTRIBUTES && count <= this.limits.maxAttributes; count += 1) {
      const start = this.skipWhite(at);
      const code = this.text.charCodeAt(start);
      if (code === GT || code === SLASH) return this.resolvePrefixed() ? start : GIVE_UP;
      if (start === at) return GIVE_UP;
      at = this.readAttribute(start);
      if (at === GIVE_UP) return GIVE_UP;
    }
    return GIVE_UP;
  }

  private readAttribute(start: number): number {
    const nameEnd = this.nameEnd(start);
    const equals = this.skipWhite(nameEnd);
    const quoted = this.skipWhite(equals + 1);
    const quote = this.text.charCodeAt(quoted);
    const end = quote === QUOTE ? this.text.indexOf('"', quoted + 1) : this.text.indexOf("'", quoted + 1);
    const known = tagNamed(this.text, start, nameEnd);
    if (known === null || this.text.charCodeAt(equals) !== EQUALS || end < 0) return GIVE_UP;
    if (quote !== QUOTE && quote !== APOSTROPHE) return GIVE_UP;
    const value = plainValue(this.text.slice(quoted + 1, end));
    this.nodes += 1;
    if (value === null || !this.takeAttribute(known, value)) return GIVE_UP;
    return end + 1;
  }

  private takeAttribute(tag: NonNullable<ReturnType<typeof tagNamed>>, value: string): boolean {
    if (tag.reserved) {
      const scope = this.scope.declaring(tag, value, this.open[this.open.length - 1]?.scope ?? null);
      if (scope === null) return false;
      this.scope = scope;
      return true;
    }
    const attribute = { namespace: '', name: tag.local, value };
    if (tag.prefix !== '') {
      // Two of them might be one by their namespace.
      if (this.prefixed !== null) return false;
      this.prefixed = { attribute, prefix: tag.prefix };
    } else if (this.attributes?.some(({ namespace, name }) => namespace === '' && name === tag.local)) return false;
    if (this.attributes === null) this.attributes = [attribute];
    else this.attributes.push(attribute);
    return true;
  }

  /** Namespaces may be declared behind the attribute that uses them. */
  private resolvePrefixed(): boolean {
    if (this.prefixed === null || this.attributes === null) return true;
    const { attribute, prefix } = this.prefixed;
    const namespace = this.scope.of(prefix);
    if (namespace === null) return false;
    this.attributes = this.attributes.map((each) => (each === attribute ? { ...each, namespace } : each));
    return true;
  }

  /** The first offset from `at` on at which no name goes on. */
  private nameEnd(at: number): number {
    let end = at;
    for (let code = this.text.charCodeAt(end); mayBeInName(code); code = this.text.charCodeAt(end)) end += 1;
    return end;
  }

  private skipWhite(at: number): number {
    let end = at;
    for (let code = this.text.charCodeAt(end); code === 0x20 || code === 0x0a || code === 0x09;) {
      end += 1;
      code = this.text.charCodeAt(end);
    }
    return end;
  }
}

/** A hyphen, a dot, or what lies above the slash, with the letters: the form of names tells the rest. */
function mayBeInName(code: number): boolean {
  return (code > SLASH && code !== EQUALS && code !== GT && code !== LT) || code === 0x2d || code === 0x2e;
}

/** The value of an attribute; null where it holds what XML would change or forbid. */
function plainValue(raw: string): string | null {
  return /[<\n\t]/.test(raw) ? null : decodeEntities(raw);
}
