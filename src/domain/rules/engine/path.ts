import { attributeOf, textOf, type DocumentIndex, type DocumentNode } from '../document-index.js';

/**
 * A compiled way through the tree. The language is small and always relative to an element:
 *
 * - `cac:Party/cbc:Name` children; `cac:InvoiceLine|cac:CreditNoteLine` either; `..` the parent; `.` the element itself
 * - `@schemeID` an attribute, last
 * - `/…` from the root element, `//…` from anywhere in the document, `//*` every element
 * - `[cbc:ID]` where it exists, `[!cbc:ID]` where not, `[cbc:ID='S|Z']` where the text is exactly one of these,
 *   `[cbc:ID~'VAT']` white space normalised,
 *   `[cbc:ID%'VAT']` upper-cased, `[cbc:ID^'VAT']` both, `[cbc:X?true]` an xs:boolean,
 *   `[^cac:Price]` a child of such an element, `[<cac:Price]` anywhere below one, `[!<cac:Price]` not below;
 *   `[1]` only the first below each parent
 *
 * Several paths may be joined by `, `. As in XPath a comparison holds if any of several nodes satisfies it.
 */
export interface Path {
  readonly text: string;
  /** The elements (for an attribute: those that carry it), in document order. */
  nodes(from: DocumentNode, document: DocumentIndex): readonly DocumentNode[];
  /** Their texts, untrimmed; for an attribute its values. */
  values(from: DocumentNode, document: DocumentIndex): readonly string[];
  exists(from: DocumentNode, document: DocumentIndex): boolean;
}

type Start = 'here' | 'root' | 'anywhere';
type Condition = (node: DocumentNode, document: DocumentIndex) => boolean;

interface Step {
  readonly names: readonly string[];
  readonly conditions: readonly Condition[];
  /** Only the first one below each parent. */
  readonly first: boolean;
}

interface Parsed {
  readonly start: Start;
  readonly steps: readonly Step[];
  readonly attribute: string | null;
}

const compiled = new Map<string, Path>();

/** Compiles a path once. Throws on a path that is not in the language: paths are part of the program. */
export function pathOf(text: string): Path {
  const known = compiled.get(text);
  if (known) return known;
  const path = compile(text);
  compiled.set(text, path);
  return path;
}

/** Normalises white space as XPath's normalize-space does: blank, tab, line feed, carriage return. */
export function normalized(text: string): string {
  return /[\t\n\r]|^ | $| {2}/.test(text) ? text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '') : text;
}

function compile(text: string): Path {
  const parts = text.split(', ');
  return parts.length > 1 ? union(text, parts.map(pathOf)) : compileOne(text);
}

function union(text: string, paths: readonly Path[]): Path {
  return {
    text,
    nodes: (from, document) => [...new Set(paths.flatMap((path) => path.nodes(from, document)))],
    values: (from, document) => paths.flatMap((path) => path.values(from, document)),
    exists: (from, document) => paths.some((path) => path.exists(from, document)),
  };
}

function compileOne(text: string): Path {
  const { start, steps, attribute } = new PathParser(text).parse();
  const find = (from: DocumentNode, document: DocumentIndex): readonly DocumentNode[] => {
    const found = walk(start, steps, from, document);
    return attribute === null ? found : found.filter((node) => attributeOf(node, attribute) !== null);
  };
  const key = {};
  // What does not depend on where it is asked from is found once per document.
  const nodes: typeof find =
    start === 'here' ? find : (from, document) => document.once(key, () => find(from, document));
  return {
    text,
    nodes,
    values: (from, document) =>
      nodes(from, document).map((node) => (attribute === null ? textOf(node) : (attributeOf(node, attribute) ?? ''))),
    exists: (from, document) => nodes(from, document).length > 0,
  };
}

function walk(
  start: Start,
  steps: readonly Step[],
  from: DocumentNode,
  document: DocumentIndex,
): readonly DocumentNode[] {
  const [first, ...rest] = steps;
  if (!first) return [start === 'here' ? from : document.root];
  if (start === 'anywhere') return follow(rest, anywhere(first, document), document);
  return follow(steps, [start === 'here' ? from : document.root], document);
}

function anywhere(step: Step, document: DocumentIndex): readonly DocumentNode[] {
  const present = step.names.filter((name) => document.named(name).length > 0);
  const [only] = present;
  if (step.names[0] === '*') return document.all.filter((node) => holds(step, node, document));
  if (only === undefined) return [];
  const named =
    present.length === 1 ? document.named(only) : document.all.filter((node) => present.includes(node.name));
  return step.conditions.length === 0 ? named : named.filter((node) => holds(step, node, document));
}

function follow(
  steps: readonly Step[],
  start: readonly DocumentNode[],
  document: DocumentIndex,
): readonly DocumentNode[] {
  let current = start;
  for (const step of steps) {
    if (current.length === 0) return current;
    current = take(step, current, document);
  }
  return current;
}

function take(step: Step, from: readonly DocumentNode[], document: DocumentIndex): readonly DocumentNode[] {
  const found: DocumentNode[] = [];
  const [only] = step.names;
  const single = step.names.length === 1;
  for (const node of from) {
    if (only === '..' || only === '.') {
      const target = only === '.' ? node : node.parent;
      if (target && !found.includes(target) && holds(step, target, document)) found.push(target);
      continue;
    }
    for (const child of node.children) {
      const matches = single ? child.name === only : step.names.includes(child.name);
      if (!matches || !holds(step, child, document)) continue;
      found.push(child);
      if (step.first) break;
    }
  }
  return found;
}

function holds(step: Step, node: DocumentNode, document: DocumentIndex): boolean {
  for (const condition of step.conditions) if (!condition(node, document)) return false;
  return true;
}

/** A recursive-descent reader of the path language. */
class PathParser {
  private at = 0;

  constructor(private readonly text: string) {}

  parse(): Parsed {
    const start: Start = this.skip('//') ? 'anywhere' : this.skip('/') ? 'root' : 'here';
    const parsed = this.steps(start);
    if (this.at < this.text.length) this.fail();
    return parsed;
  }

  private steps(start: Start): Parsed {
    const steps: Step[] = [];
    for (;;) {
      if (this.skip('@')) return { start, steps, attribute: this.name() };
      if (start === 'root' && steps.length === 0 && this.at >= this.text.length)
        return { start, steps, attribute: null };
      steps.push(this.step());
      if (!this.skip('/')) return { start, steps, attribute: null };
    }
  }

  private step(): Step {
    const names = [this.name()];
    while (this.skip('|')) names.push(this.name());
    const conditions: Condition[] = [];
    let first = false;
    while (this.skip('[')) {
      if (this.skip('1]')) first = true;
      else conditions.push(this.condition());
    }
    return { names, conditions, first };
  }

  private condition(): Condition {
    const negated = this.skip('!');
    const inner = this.skip('<') ? below(this.name()) : this.skip('^') ? childOf(this.name()) : this.comparison();
    if (!this.skip(']')) this.fail();
    return negated ? (node, document) => !inner(node, document) : inner;
  }

  private comparison(): Condition {
    const start = this.at;
    this.steps('here');
    const path = pathOf(this.text.slice(start, this.at));
    for (const [sign, compare] of comparisons) {
      if (this.skip(sign)) return compare(path, this.literals());
    }
    return (node, document) => path.exists(node, document);
  }

  private literals(): readonly string[] {
    if (this.skip('true')) return ['true', '1'];
    if (this.skip('false')) return ['false', '0'];
    const end = this.text.indexOf("'", this.at + 1);
    if (!this.skip("'") || end < 0) this.fail();
    const literal = this.text.slice(this.at, end);
    this.at = end + 1;
    return literal.split('|');
  }

  private name(): string {
    const match = /^(?:\.\.|\.|\*|[\w-]+(?::[\w-]+)?)/.exec(this.text.slice(this.at));
    if (!match) this.fail();
    const [name] = match;
    this.at += name.length;
    return name;
  }

  private skip(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private fail(): never {
    throw new Error(`path "${this.text}": not understood at ${String(this.at)}`);
  }
}

type Comparison = (path: Path, literals: readonly string[]) => Condition;

const comparing =
  (treat: (value: string) => string): Comparison =>
  (path, literals) =>
  (node, document) =>
    path.values(node, document).some((value) => literals.includes(treat(value)));

const comparisons: readonly (readonly [string, Comparison])[] = [
  ['=', comparing((value) => value)],
  ['~', comparing(normalized)],
  ['%', comparing((value) => value.toUpperCase())],
  ['^', comparing((value) => normalized(value.toUpperCase()))],
  ['?', comparing(normalized)],
];

function below(name: string): Condition {
  return (node) => {
    for (let at = node.parent; at !== null; at = at.parent) if (at.name === name) return true;
    return false;
  };
}

function childOf(name: string): Condition {
  return (node) => node.parent?.name === name;
}
