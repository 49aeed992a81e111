import { attributeOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { pathOf } from '../engine/path.js';

export interface PathCount {
  readonly number: number;
  readonly first: DocumentNode;
}

interface Branch {
  readonly children: Map<string, Branch>;
  readonly attributes: Map<string, string[]>;
  readonly rules: string[];
}

/**
 * Many paths from one element, laid on top of each other, so that one walk over what is there counts for all of
 * them: several hundred rules cost about as much as one.
 */
export class PathTree {
  private readonly top: Branch = newBranch();
  private readonly anywhere: { readonly rule: string; readonly path: string }[] = [];

  /** @param paths rule id and path, as in a structural book */
  constructor(paths: readonly (readonly [rule: string, path: string])[]) {
    for (const [rule, path] of paths) {
      if (path.startsWith('//')) this.anywhere.push({ rule, path: path.slice(2) });
      else this.add(this.top, path.split('/'), rule);
    }
  }

  /** How often each rule's path matches from here; paths that match nothing are left out. */
  count(node: DocumentNode, document: DocumentIndex): ReadonlyMap<string, PathCount> {
    const counts = new Map<string, PathCount>();
    this.walk(this.top, node, counts);
    for (const { rule, path } of this.anywhere) {
      const found = path.startsWith('@')
        ? document.withAttribute(path.slice(1))
        : pathOf(`//${path}`).nodes(node, document);
      const first = found[0];
      if (first) counts.set(rule, { number: found.length, first });
    }
    return counts;
  }

  private add(branch: Branch, steps: readonly string[], rule: string): void {
    const [step, ...rest] = steps;
    if (step === undefined) {
      branch.rules.push(rule);
      return;
    }
    if (step.startsWith('@')) {
      const name = step.slice(1);
      branch.attributes.set(name, [...(branch.attributes.get(name) ?? []), rule]);
      return;
    }
    for (const name of step.replace(/[{}]/g, '').split('|')) {
      const child = branch.children.get(name) ?? newBranch();
      branch.children.set(name, child);
      this.add(child, rest, rule);
    }
  }

  private walk(branch: Branch, node: DocumentNode, counts: Map<string, PathCount>): void {
    for (const rule of branch.rules) bump(counts, rule, node);
    for (const [name, rules] of branch.attributes) {
      if (attributeOf(node, name) !== null) for (const rule of rules) bump(counts, rule, node);
    }
    if (branch.children.size === 0) return;
    for (const child of node.children) {
      const next = branch.children.get(child.name);
      if (next) this.walk(next, child, counts);
    }
  }
}

function newBranch(): Branch {
  return { children: new Map(), attributes: new Map(), rules: [] };
}

function bump(counts: Map<string, PathCount>, rule: string, node: DocumentNode): void {
  const known = counts.get(rule);
  counts.set(rule, known ? { number: known.number + 1, first: known.first } : { number: 1, first: node });
}
