import type { ReadyRule } from './engine/rule-book.js';
import type { RuleSyntax } from './document-index.js';
import { isComplete, rulesOf, versionOf, type RuleBookName } from './books.js';

/** One version of a book, ready to run in one syntax. */
export interface BookVersion {
  /** As a report says it: name and version of the official artefact. */
  readonly name: string;
  /** The first day on which it counts (YYYY-MM-DD), until a later version does; empty: from the beginning. */
  readonly from: string;
  /** Whether every official rule of it is built. */
  readonly complete: boolean;
  readonly rules: readonly ReadyRule[];
}

/** Says which versions of a book there are side by side, in any order; none where the book is not built. */
export type BookVersions = (book: RuleBookName, syntax: RuleSyntax) => readonly BookVersion[];

/** The versions that this project has: of each book the one whose artefact its rows follow. */
export const builtVersions: BookVersions = (book, syntax) => {
  const known = built[syntax].get(book);
  if (known) return known;
  const rules = rulesOf(book, syntax);
  if (!rules) return [];
  const versions = [{ name: versionOf(book, syntax), from: '', complete: isComplete(book, syntax), rules }];
  built[syntax].set(book, versions);
  return versions;
};

const built: Readonly<Record<RuleSyntax, Map<RuleBookName, readonly BookVersion[]>>> = {
  ubl: new Map(),
  cii: new Map(),
};

/**
 * The version that counts on a day: the newest that has begun, or the first where none has; without a day the newest.
 * @throws RangeError where two begin on the same day: which of them counts would be chance.
 */
export function inForce(versions: readonly BookVersion[], day: string | null): BookVersion | null {
  if (versions.length < 2) return versions[0] ?? null;
  const ordered = versions.toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const twice = ordered.find(({ from }, index) => index > 0 && ordered[index - 1]?.from === from);
  if (twice) throw new RangeError(`Two versions of a book begin on the same day: ${twice.name} is one of them.`);
  const begun = day === null ? ordered : ordered.filter(({ from }) => from <= day);
  return begun.at(-1) ?? ordered[0] ?? null;
}
