import type { SaxesTagNS } from 'saxes';
import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';
import { GateRefusal } from './gate-refusal.js';
import type { XmlLimits } from './xml-limits.js';

/** An element under construction; it becomes the tree as it is. */
interface Node {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  children: Node[] | readonly never[];
  text: string;
  textNodes?: readonly string[];
  binary?: XmlBinary;
  readonly line: number;
  readonly column: number;
}

const NONE: readonly never[] = [];
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const WHITE = /^[ \t\n\r]*$/;

/** Elements of which an invoice may have no more than the limit: lines of both syntaxes and sub lines. */
const LINE_NAMES: ReadonlySet<string> = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'SubInvoiceLine',
  'SubCreditNoteLine',
  'IncludedSupplyChainTradeLineItem',
]);

/** Builds the tree from a parser's events and counts what is limited. */
export class TreeBuilder {
  root: XmlElement | null = null;
  private readonly open: Node[] = [];
  /** Text nodes of the open elements that a comment, an instruction or a child has ended; null where none has. */
  private readonly ended: (string[] | null)[] = [];
  private run = '';
  private elements = 0;
  private lines = 0;

  constructor(private readonly limits: XmlLimits) {}

  /** @throws GateRefusal beyond a limit. Called before the attributes are read. */
  countElement(): void {
    this.elements += 1;
    if (this.open.length >= this.limits.maxDepth) beyond('FORMAT-DEPTH', this.limits.maxDepth);
    if (this.elements > this.limits.maxElements) beyond('FORMAT-ELEMENTS', this.limits.maxElements);
  }

  openElement(tag: SaxesTagNS, line: number, column: number, binary: XmlBinary | undefined): void {
    if (LINE_NAMES.has(tag.local)) this.lines += 1;
    if (this.lines > this.limits.maxInvoiceLines) beyond('FORMAT-LINES', this.limits.maxInvoiceLines);
    this.endRun();
    const node: Node = {
      namespace: tag.uri,
      name: tag.local,
      attributes: attributesOf(tag),
      children: NONE,
      text: '',
      line,
      column,
    };
    if (binary) node.binary = binary;
    const parent = this.open.at(-1);
    if (!parent) this.root ??= node;
    else if (parent.children === NONE) parent.children = [node];
    else (parent.children as Node[]).push(node);
    this.open.push(node);
    this.ended.push(null);
  }

  addText(text: string): void {
    this.run += text;
  }

  /** A comment, an instruction or a child ends the text node before it. */
  endRun(): void {
    if (this.run === '') return;
    const last = this.ended.length - 1;
    if (last >= 0) (this.ended[last] ??= []).push(this.run);
    this.run = '';
  }

  closeElement(): void {
    const node = this.open.pop();
    const before = this.ended.pop() ?? null;
    if (!node) return;
    const runs = before === null ? null : this.run === '' ? before : [...before, this.run];
    const text = runs === null ? this.run : runs.join('');
    this.run = '';
    // White space between children is layout; keeping it would double the tree.
    if (node.children !== NONE && WHITE.test(text)) return;
    node.text = text;
    if (runs !== null && runs.length > 1) node.textNodes = runs;
  }
}

const beyond = (rule: 'FORMAT-DEPTH' | 'FORMAT-ELEMENTS' | 'FORMAT-LINES', limit: number): never => {
  throw new GateRefusal(rule, { limit: String(limit) });
};

const attributesOf = (tag: SaxesTagNS): readonly XmlAttribute[] => {
  let attributes: XmlAttribute[] | null = null;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (!attribute || attribute.uri === XMLNS) continue;
    (attributes ??= []).push({ namespace: attribute.uri, name: attribute.local, value: attribute.value });
  }
  return attributes ?? NONE;
};
