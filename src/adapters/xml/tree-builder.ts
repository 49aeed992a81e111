import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';

/** An element under construction; it becomes the tree as it is. */
interface Node extends XmlElement {
  children: Node[];
  text: string;
  textNodes?: readonly string[];
}

/** Shared by all leaves; nobody writes into a finished tree. */
const NO_CHILDREN: Node[] = [];

const WHITE = /^[ \t\n\r]*$/;

/** Builds the tree from what a scan finds. */
export class TreeBuilder {
  root: XmlElement | null = null;
  private readonly open: Node[] = [];
  /** Text nodes of the open elements that a comment, an instruction or a child has ended; null where none has. */
  private readonly ended: (string[] | null)[] = [];
  private run = '';

  get depth(): number {
    return this.open.length;
  }

  openElement(
    namespace: string,
    name: string,
    attributes: readonly XmlAttribute[],
    line: number,
    column: number,
    binary: XmlBinary | null,
  ): void {
    this.endRun();
    const start = { namespace, name, attributes, children: NO_CHILDREN, text: '', line, column };
    const node: Node = binary === null ? start : { ...start, binary };
    const parent = this.open.at(-1);
    if (!parent) this.root ??= node;
    else if (parent.children === NO_CHILDREN) parent.children = [node];
    else parent.children.push(node);
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
    if (node.children !== NO_CHILDREN && WHITE.test(text)) return;
    node.text = text;
    if (runs !== null && runs.length > 1) node.textNodes = runs;
  }
}
