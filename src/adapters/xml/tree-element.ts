import type { XmlAttribute, XmlBinary, XmlElement } from '../../domain/reading/xml-tree.js';

/** Shared by all leaves; nobody writes into a finished tree. */
export const NO_CHILDREN: TreeElement[] = [];

/**
 * An element under construction; it becomes the tree as it is. Every element has every field, in one order: whoever
 * walks a tree meets one layout of objects only, which V8 reads several times faster than many.
 */
export class TreeElement implements XmlElement {
  children: TreeElement[] = NO_CHILDREN;
  text = '';
  textNodes: readonly string[] | undefined = undefined;
  readonly binary: XmlBinary | undefined;

  constructor(
    readonly namespace: string,
    readonly name: string,
    readonly attributes: readonly XmlAttribute[],
    readonly line: number,
    readonly column: number,
    binary: XmlBinary | null,
  ) {
    this.binary = binary ?? undefined;
  }
}
