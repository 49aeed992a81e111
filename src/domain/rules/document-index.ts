import { oneCopy } from '../reading/one-copy.js';
import type { XmlElement } from '../reading/xml-tree.js';
import type { Place } from '../validation/finding.js';
import { highestNumber, numberInDocument, numberOf, unnamed } from './names.js';
import { highestPlace, rootPlace, waysOnFrom } from './places.js';

/** The two families of rules: UBL (Invoice and CreditNote) and UN/CEFACT CII. */
export type RuleSyntax = 'ubl' | 'cii';

/** An element with its way up, and its name as the tables write it: `cbc:ID`; `{namespace}name` if the table has no prefix. */
export interface DocumentNode {
  readonly element: XmlElement;
  readonly name: string;
  /** The name's number (names.ts). */
  readonly number: number;
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
  /** The same by the name's number. */
  numbered(number: number): readonly DocumentNode[];
  has(number: number): boolean;
  /** The elements at the end of a way from the root (places.ts), in document order. */
  at(place: number): readonly DocumentNode[];
  /** The numbers of all names that there are. */
  readonly numbers: readonly number[];
  /** Elements that carry an attribute of this local name without a namespace. */
  withAttribute(name: string): readonly DocumentNode[];
  /** Keeps what several rules need (sums, memberships) for the lifetime of one document. */
  once<Value>(key: object, make: () => Value): Value;
  /** What paths that do not depend on where they are asked from have found, each in the place reserved for it. */
  readonly found: (readonly DocumentNode[] | undefined)[];
}

let reserved = 0;

/** A place in `found`, the caller's own in every document. */
export function reservePlace(): number {
  reserved += 1;
  return reserved - 1;
}

const nothing: readonly DocumentNode[] = [];

const leaf: readonly IndexedNode[] = [];

/** An element under construction: its children are added when it is met itself. */
class IndexedNode implements DocumentNode {
  children: readonly IndexedNode[] = leaf;

  constructor(
    readonly element: XmlElement,
    readonly name: string,
    readonly number: number,
    readonly parent: IndexedNode | null,
  ) {}
}

interface Name {
  readonly text: string;
  readonly number: number;
}

/** A namespace that the tables have a prefix for, and the local names met in it. */
interface Space {
  readonly namespace: string;
  readonly prefix: string;
  readonly names: Map<string, Name>;
}

const mostNames = 8000;
/** No table has a longer one. */
const longestName = 200;

/** Namespace and local name → the name as the tables write it; grows with the names seen, bounded. */
class Names {
  private readonly spaces: ReadonlyMap<string, Space>;
  /** The one asked for last: whole stretches of a document stand in one namespace. */
  private last: Space | undefined;
  private size = 0;

  constructor(namespaces: Readonly<Record<string, string>>) {
    this.spaces = new Map(
      Object.entries(namespaces).map(([prefix, namespace]) => [
        namespace,
        { namespace, prefix, names: new Map<string, Name>() },
      ]),
    );
  }

  of(element: XmlElement): Name {
    const space = this.spaceOf(element.namespace);
    if (space === undefined || element.name.length > longestName)
      return { text: `{${element.namespace}}${element.name}`, number: unnamed };
    return space.names.get(element.name) ?? this.learn(space, element.name);
  }

  private spaceOf(namespace: string): Space | undefined {
    if (this.last?.namespace !== namespace) this.last = this.spaces.get(namespace);
    return this.last;
  }

  private learn({ prefix, names }: Space, name: string): Name {
    const own = oneCopy(name);
    const text = oneCopy(`${prefix}:${own}`);
    const learnt = { text, number: numberInDocument(text) };
    if (this.size >= mostNames) {
      for (const space of this.spaces.values()) space.names.clear();
      this.size = 0;
    }
    this.size += 1;
    names.set(own, learnt);
    return learnt;
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
  const { text, number } = names.of(root);
  const top = new IndexedNode(root, text, number, null);
  return new IndexedDocument(syntax, top, inDocumentOrder(top, names));
}

class IndexedDocument implements DocumentIndex {
  // Made as long as they will be: V8 turns an array that is written far behind its end into a dictionary.
  readonly found = new Array<readonly DocumentNode[] | undefined>(reserved);
  private readonly byNumber = new Array<DocumentNode[] | undefined>(highestNumber() + 1);
  readonly numbers: number[] = [];
  private byPlace: readonly (readonly DocumentNode[] | undefined)[] = [];
  private byAttribute: ReadonlyMap<string, readonly DocumentNode[]> | null = null;
  private readonly kept = new Map<object, { value: unknown }>();

  constructor(
    readonly syntax: RuleSyntax,
    readonly root: DocumentNode,
    readonly all: readonly DocumentNode[],
  ) {
    for (const node of all) {
      const same = this.byNumber[node.number];
      if (same) same.push(node);
      else {
        this.byNumber[node.number] = [node];
        this.numbers.push(node.number);
      }
    }
  }

  named(name: string): readonly DocumentNode[] {
    return this.numbered(numberOf(name));
  }

  numbered(number: number): readonly DocumentNode[] {
    return this.byNumber[number] ?? nothing;
  }

  has(number: number): boolean {
    return this.byNumber[number] !== undefined;
  }

  at(place: number): readonly DocumentNode[] {
    // Books are made on demand, so that there may be more ways than when this was last looked at.
    if (place >= this.byPlace.length) this.byPlace = groupByPlace(this.root);
    return this.byPlace[place] ?? nothing;
  }

  withAttribute(name: string): readonly DocumentNode[] {
    this.byAttribute ??= groupByAttribute(this.all);
    return this.byAttribute.get(name) ?? nothing;
  }

  once<Value>(key: object, make: () => Value): Value {
    const cell = this.kept.get(key);
    if (cell && isOf<Value>(cell)) return cell.value;
    const value = make();
    this.kept.set(key, { value });
    return value;
  }
}

/** Each key is one constant used by one caller, so what lies under it is what that caller put there. */
function isOf<Value>(cell: { value: unknown }): cell is { value: Value } {
  return 'value' in cell;
}

function inDocumentOrder(top: IndexedNode, names: Names): IndexedNode[] {
  const all: IndexedNode[] = [];
  const pending = [top];
  for (let open = pending.pop(); open !== undefined; open = pending.pop()) {
    all.push(open);
    const { children } = open.element;
    if (children.length === 0) continue;
    const from = pending.length;
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (!child) continue;
      const { text, number } = names.of(child);
      pending.push(new IndexedNode(child, text, number, open));
    }
    // Cut to measure: a list that grows child by child takes the room of many.
    open.children = pending.slice(from).reverse();
  }
  return all;
}

function groupByPlace(root: DocumentNode): readonly (readonly DocumentNode[] | undefined)[] {
  const groups = new Array<DocumentNode[] | undefined>(highestPlace() + 1);
  addAlongWays(root, rootPlace, groups);
  return groups;
}

/** Goes only as deep as ways do, whatever the document. */
function addAlongWays(node: DocumentNode, place: number, groups: (DocumentNode[] | undefined)[]): void {
  const group = groups[place];
  if (group) group.push(node);
  else groups[place] = [node];
  const ways = waysOnFrom(place);
  if (ways.size === 0) return;
  for (const child of node.children) {
    const next = ways.get(child.number);
    if (next !== undefined) addAlongWays(child, next, groups);
  }
}

function groupByAttribute(nodes: readonly DocumentNode[]): ReadonlyMap<string, readonly DocumentNode[]> {
  const groups = new Map<string, DocumentNode[]>();
  for (const node of nodes) {
    for (const { name, namespace } of node.element.attributes) {
      if (namespace !== '') continue;
      const group = groups.get(name);
      if (group) group.push(node);
      else groups.set(name, [node]);
    }
  }
  return groups;
}

/** Where an element stands: line, column and its path with positions. */
export function placeOf(node: DocumentNode): Place {
  const steps: string[] = [];
  for (let at: DocumentNode | null = node; at !== null; at = at.parent) {
    steps.unshift(stepTo(at));
  }
  return { line: node.element.line, column: node.element.column, path: `/${steps.join('/')}` };
}

/** The local name, with the position among siblings of the same name where there are any. */
function stepTo(node: DocumentNode): string {
  let before = 0;
  let twins = 0;
  for (const sibling of node.parent?.children ?? nothing) {
    if (sibling === node) before = twins;
    if (sibling.name === node.name) twins += 1;
  }
  return twins > 1 ? `${node.element.name}[${String(before + 1)}]` : node.element.name;
}

/** The string value of an element: all character data in it and below (XPath 2.0 data model, 6.2.2). */
export function textOf(node: DocumentNode): string {
  if (node.children.length === 0) return node.element.text;
  let text = node.element.text;
  for (const child of node.children) text += textOf(child);
  return text;
}

/** The value of an attribute without a namespace, or null. */
export function attributeOf(node: DocumentNode, name: string): string | null {
  for (const attribute of node.element.attributes) {
    if (attribute.name === name && attribute.namespace === '') return attribute.value;
  }
  return null;
}
