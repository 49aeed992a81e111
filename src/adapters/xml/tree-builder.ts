import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';
import { NO_CHILDREN, TreeElement } from './tree-element.js';

const WHITE = /^[ \t\n\r]*$/;

/** Builds the tree from what a scan finds. */
export class TreeBuilder {
  root: XmlElement | null = null;
  private readonly open: TreeElement[] = [];
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
    const node = new TreeElement(namespace, name, attributes, line, column, binary);
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
