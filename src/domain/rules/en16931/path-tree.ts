import { attributeOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { pathOf, type Path } from '../engine/path.js';
import { numberOf } from '../names.js';

/** How often each rule's path matched, by the rule's index; emptied and used again for the next element. */
export class PathCounts {
  /** The rules whose path matched, each once. */
  readonly matched: number[] = [];
  private readonly numbers: number[];
  private readonly firsts: (DocumentNode | null)[];

  constructor(rules: number) {
    this.numbers = new Array<number>(rules).fill(0);
    this.firsts = new Array<DocumentNode | null>(rules).fill(null);
  }

  numberOf(rule: number): number {
    return this.numbers[rule] ?? 0;
  }

  firstOf(rule: number): DocumentNode | null {
    return this.firsts[rule] ?? null;
  }

  add(rule: number, node: DocumentNode, times: number): void {
    const before = this.numbers[rule] ?? 0;
    this.numbers[rule] = before + times;
    if (before > 0) return;
    this.firsts[rule] = node;
    this.matched.push(rule);
  }

  /** Also lets go of the document. */
  clear(): void {
    // One by one: to set the length of an array is a call into the engine, and this runs for every element.
    for (let rule = this.matched.pop(); rule !== undefined; rule = this.matched.pop()) {
      this.numbers[rule] = 0;
      this.firsts[rule] = null;
    }
  }
}

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

  /** Whether all that it counts are children and attributes of the element it is asked from, and what is below. */
  get countsOnlyWithin(): boolean {
    return this.anywhere.length === 0 && this.top.rules.length === 0;
  }

  /** Adds to the counts what the paths lead to from an element. */
  count(node: DocumentNode, document: DocumentIndex, counts: PathCounts): void {
    walk(this.top, node, counts);
    for (const { rule, attribute, path } of this.anywhere) {
      const found = attribute === null ? path.nodes(node, document) : document.withAttribute(attribute);
      const first = found[0];
      if (first) counts.add(rule, first, found.length);
    }
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

function walk(branch: Branch, node: DocumentNode, counts: PathCounts): void {
  for (const rule of branch.rules) counts.add(rule, node, 1);
  if (branch.attributes.length > 0 && node.element.attributes.length > 0) {
    for (const { name, rules } of branch.attributes) {
      if (attributeOf(node, name) !== null) for (const rule of rules) counts.add(rule, node, 1);
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
