import { attributeOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { pathOf, type Path } from '../engine/path.js';
import { numberOf } from '../names.js';

export interface PathCount {
  number: number;
  readonly first: DocumentNode;
}

/** How often each rule's path matched, by the rule's index; those that matched nothing are left out. */
export type PathCounts = ReadonlyMap<number, PathCount>;

/** Rules by their index: how much of a path is behind them. */
interface Branch {
  /** By the number of the child's name. */
  readonly children: Map<number, Branch>;
  readonly attributes: { readonly name: string; readonly rules: number[] }[];
  readonly rules: number[];
}

interface Anywhere {
  readonly rule: number;
  readonly attribute: string | null;
  readonly path: Path;
}

const none: PathCounts = new Map();

/**
 * Many paths from one element, laid on top of each other, so that one walk over what is there counts for all of
 * them: several hundred rules cost about as much as one.
 */
export class PathTree {
  private readonly top: Branch = newBranch();
  private readonly anywhere: Anywhere[] = [];

  /** @param paths one for each rule, as in a structural book; null where a rule counts nothing */
  constructor(paths: readonly (string | null)[]) {
    for (const [rule, path] of paths.entries()) {
      if (path === null) continue;
      if (path.startsWith('//')) {
        this.anywhere.push({ rule, attribute: path.startsWith('//@') ? path.slice(3) : null, path: pathOf(path) });
      } else add(this.top, path.split('/'), rule);
    }
  }

  count(node: DocumentNode, document: DocumentIndex): PathCounts {
    const { children, attributes } = this.top;
    const nothingToFind =
      this.anywhere.length === 0 &&
      (attributes.length === 0 || node.element.attributes.length === 0) &&
      (children.size === 0 || node.children.length === 0);
    if (nothingToFind) return none;
    const counts = new Map<number, PathCount>();
    walk(this.top, node, counts);
    for (const { rule, attribute, path } of this.anywhere) {
      const found = attribute === null ? path.nodes(node, document) : document.withAttribute(attribute);
      const first = found[0];
      if (first) counts.set(rule, { number: found.length, first });
    }
    return counts;
  }
}

function add(branch: Branch, [step, ...rest]: readonly string[], rule: number): void {
  if (step === undefined) branch.rules.push(rule);
  else if (step.startsWith('@')) {
    const name = step.slice(1);
    const known = branch.attributes.find((attribute) => attribute.name === name);
    if (known) known.rules.push(rule);
    else branch.attributes.push({ name, rules: [rule] });
  } else {
    for (const name of step.replace(/[{}]/g, '').split('|')) {
      const number = numberOf(name);
      const child = branch.children.get(number) ?? newBranch();
      branch.children.set(number, child);
      add(child, rest, rule);
    }
  }
}

function walk(branch: Branch, node: DocumentNode, counts: Map<number, PathCount>): void {
  for (const rule of branch.rules) bump(counts, rule, node);
  if (node.element.attributes.length > 0) {
    for (const { name, rules } of branch.attributes) {
      if (attributeOf(node, name) !== null) for (const rule of rules) bump(counts, rule, node);
    }
  }
  if (branch.children.size === 0) return;
  for (const child of node.children) {
    const next = branch.children.get(child.number);
    if (next) walk(next, child, counts);
  }
}

function newBranch(): Branch {
  return { children: new Map(), attributes: [], rules: [] };
}

function bump(counts: Map<number, PathCount>, rule: number, node: DocumentNode): void {
  const known = counts.get(rule);
  if (known) known.number += 1;
  else counts.set(rule, { number: 1, first: node });
}
