import type { RuleSyntax } from '../document-index.js';
import { pathOf, type Path } from './path.js';

/** Where a group stands, and where its terms stand from there. */
export interface GroupBinding {
  readonly at: string;
  readonly terms: Readonly<Record<string, string>>;
}

/** One table per syntax: group → place and terms. The group `document` is the root; its terms can be asked anywhere. */
export interface Binding {
  readonly syntax: RuleSyntax;
  readonly groups: Readonly<Record<string, GroupBinding>>;
}

/** What a question sees: the terms of its group and of the document, in its syntax. */
export interface Scope {
  readonly syntax: RuleSyntax;
  /** The way to a term (`BT-1`), or a path of the path language. Throws on a term that the binding does not know. */
  path(term: string): Path;
  /** The same, or null where this syntax has no place for the term. */
  findPath(term: string): Path | null;
}

export function scopeOf(binding: Binding, group: string): Scope {
  const common = binding.groups['document']?.terms ?? {};
  // A path from the root is found once per document, also where it is asked at the root.
  const own = group === 'document' ? {} : (binding.groups[group]?.terms ?? {});
  const findPath = (term: string): Path | null => {
    if (!/^B[TG]-/.test(term)) return pathOf(term);
    const text = own[term] ?? (common[term] === undefined ? undefined : fromRoot(common[term]));
    return text === undefined ? null : pathOf(text);
  };
  return {
    syntax: binding.syntax,
    findPath,
    path: (term) => {
      const path = findPath(term);
      if (!path) throw new Error(`${binding.syntax}: no place bound for ${term} in ${group}`);
      return path;
    },
  };
}

function fromRoot(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
