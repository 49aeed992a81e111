import type { XmlElement } from '../reading/xml-tree.js';
import type { Place } from '../validation/finding.js';

/** The two families of rules: UBL (Invoice and CreditNote) and UN/CEFACT CII. */
export type RuleSyntax = 'ubl' | 'cii';

/** An element with its way up, and its name as the tables write it: `cbc:ID`; `{namespace}name` if the table has no prefix. */
export interface DocumentNode {
  readonly element: XmlElement;
  readonly name: string;
  readonly parent: DocumentNode | null;
  readonly children: readonly DocumentNode[];
}

/** A document prepared once for all checks: every element by name, in document order. */
export interface DocumentIndex {
  readonly syntax: RuleSyntax;
  readonly root: DocumentNode;
  /** All elements, in document order, the root first. */
  readonly all: readonly DocumentNode[];
  named(name: string): readonly DocumentNode[];
  /** Elements that carry an attribute of this local name without a namespace. */
  withAttribute(name: string): readonly DocumentNode[];
  /** Keeps what several rules need (sums, memberships) for the lifetime of one document. */
  once<Value>(key: object, make: () => Value): Value;
}

interface OpenNode {
  readonly element: XmlElement;
  readonly name: string;
  readonly parent: DocumentNode | null;
  readonly children: DocumentNode[];
}

const nothing: readonly DocumentNode[] = [];

/** Prefix of a namespace → local name → the one string both are written as; grows with the names seen, bounded. */
class Names {
  private readonly known = new Map<string, Map<string, string>>();
  private readonly prefixes: ReadonlyMap<string, string>;
  private size = 0;

  constructor(namespaces: Readonly<Record<string, string>>) {
    this.prefixes = new Map(Object.entries(namespaces).map(([prefix, namespace]) => [namespace, prefix]));
  }

  of(element: XmlElement): string {
    const inNamespace = this.known.get(element.namespace);
    const found = inNamespace?.get(element.name);
    if (found !== undefined) return found;
    const prefix = this.prefixes.get(element.namespace);
    const name = prefix === undefined ? `{${element.namespace}}${element.name}` : `${prefix}:${element.name}`;
    if (this.size < 20_000 && prefix !== undefined) {
      this.size += 1;
      if (inNamespace) inNamespace.set(element.name, name);
      else this.known.set(element.namespace, new Map([[element.name, name]]));
    }
    return name;
  }
}

const namesOf = new WeakMap<Readonly<Record<string, string>>, Names>();

function namesFor(namespaces: Readonly<Record<string, string>>): Names {
  const names = namesOf.get(namespaces) ?? new Names(namespaces);
  namesOf.set(namespaces, names);
  return names;
}

/** Prepares a document; walks it without recursion, so that depth costs no stack. */
export function indexDocument(
  root: XmlElement,
  syntax: RuleSyntax,
  namespaces: Readonly<Record<string, string>>,
): DocumentIndex {
  const names = namesFor(namespaces);
  const top: OpenNode = { element: root, name: names.of(root), parent: null, children: [] };
  const all = inDocumentOrder(top, names);
  const byName = groupBy(all, (node) => [node.name]);
  let byAttribute: Map<string, DocumentNode[]> | null = null;
  const kept = new Map<object, { value: unknown }>();
  return {
    syntax,
    root: top,
    all,
    named: (name) => byName.get(name) ?? nothing,
    withAttribute: (name) => {
      byAttribute ??= groupBy(all, (node) =>
        node.element.attributes.filter((attribute) => attribute.namespace === '').map((attribute) => attribute.name),
      );
      return byAttribute.get(name) ?? nothing;
    },
    once: remembering(kept),
  };
}

function remembering(kept: Map<object, { value: unknown }>): DocumentIndex['once'] {
  return function once<Value>(key: object, make: () => Value): Value {
    const cell = kept.get(key);
    if (cell && isOf<Value>(cell)) return cell.value;
    const value = make();
    kept.set(key, { value });
    return value;
  };
}

/** Each key is one constant used by one caller, so what lies under it is what that caller put there. */
function isOf<Value>(cell: { value: unknown }): cell is { value: Value } {
  return 'value' in cell;
}

function inDocumentOrder(top: OpenNode, names: Names): DocumentNode[] {
  const all: DocumentNode[] = [];
  const pending: OpenNode[] = [top];
  for (let open = pending.pop(); open !== undefined; open = pending.pop()) {
    all.push(open);
    const opened: OpenNode[] = [];
    for (const child of open.element.children) {
      const node: OpenNode = { element: child, name: names.of(child), parent: open, children: [] };
      open.children.push(node);
      opened.push(node);
    }
    for (let index = opened.length - 1; index >= 0; index -= 1) {
      const node = opened[index];
      if (node) pending.push(node);
    }
  }
  return all;
}

function groupBy(
  nodes: readonly DocumentNode[],
  keysOf: (node: DocumentNode) => readonly string[],
): Map<string, DocumentNode[]> {
  const groups = new Map<string, DocumentNode[]>();
  for (const node of nodes) {
    for (const key of keysOf(node)) {
      const group = groups.get(key);
      if (group) group.push(node);
      else groups.set(key, [node]);
    }
  }
  return groups;
}

/** Where an element stands: line, column and its path with positions. */
export function placeOf(node: DocumentNode): Place {
  const steps: string[] = [];
  for (let at: DocumentNode | null = node; at !== null; at = at.parent) {
    const name = at.name;
    const twins: readonly DocumentNode[] = at.parent?.children.filter((sibling) => sibling.name === name) ?? [];
    steps.unshift(twins.length > 1 ? `${at.element.name}[${String(twins.indexOf(at) + 1)}]` : at.element.name);
  }
  return { line: node.element.line, column: node.element.column, path: `/${steps.join('/')}` };
}

/** The string value of an element: all character data in it and below (XPath 2.0 data model, 6.2.2). */
export function textOf(node: DocumentNode): string {
  if (node.children.length === 0) return node.element.text;
  return node.element.text + node.children.map(textOf).join('');
}

/** The value of an attribute without a namespace, or null. */
export function attributeOf(node: DocumentNode, name: string): string | null {
  for (const attribute of node.element.attributes) {
    if (attribute.name === name && attribute.namespace === '') return attribute.value;
  }
  return null;
}
