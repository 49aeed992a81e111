import { officialRules, type OfficialRules } from './official-rules.table.js';
import type { RuleSyntax } from './document-index.js';
import { en16931Book, en16931Ids } from './en16931/en16931.book.js';
import type { RulesBySyntax } from './engine/rule-book.js';
import { facturXBooks } from './factur-x/factur-x.books.js';
import { peppolBook, peppolIds } from './peppol/peppol.book.js';
import { xrechnungBook, xrechnungIds } from './xrechnung/xrechnung.book.js';

/** The rule books beside structure. Factur-X has one per profile. */
export type RuleBookName = 'en16931' | 'xrechnung' | 'peppol' | `factur-x-${string}`;

interface BuiltBook {
  readonly rules: RulesBySyntax;
  readonly ids: Readonly<Record<RuleSyntax, readonly string[]>>;
}

/** The books that are built. A book that is missing here exists officially but cannot be run yet. */
const built: Readonly<Record<string, BuiltBook>> = {
  en16931: { rules: en16931Book, ids: en16931Ids },
  xrechnung: { rules: xrechnungBook, ids: xrechnungIds },
  peppol: { rules: peppolBook, ids: peppolIds },
  ...facturXBooks,
};

/** How much of an official book there is. */
export interface Completeness {
  /** Name and version of the official artefact; null where it has none for the syntax. */
  readonly artefact: string | null;
  readonly official: number;
  readonly built: number;
  readonly missing: readonly string[];
  /** Ids that are built but not official: none. */
  readonly invented: readonly string[];
}

/** The rules of a book ready to run, or null where the book is not built. */
export function rulesOf(book: RuleBookName, syntax: RuleSyntax): RulesBySyntax[RuleSyntax] | null {
  const rules = built[book]?.rules[syntax];
  return rules && rules.length > 0 ? rules : null;
}

/** Whether every official rule of a book is built; what lacks rules cannot prove that a document keeps them. */
export function isComplete(book: RuleBookName, syntax: RuleSyntax): boolean {
  const key = `${book} ${syntax}`;
  const known = complete.get(key);
  if (known !== undefined) return known;
  const now = completenessOf(book, syntax).missing.length === 0;
  complete.set(key, now);
  return now;
}

const complete = new Map<string, boolean>();

/** Compares what is built with what the official artefact has. */
export function completenessOf(book: RuleBookName, syntax: RuleSyntax): Completeness {
  const rules = officialRules[book]?.[syntax];
  const official = rules ? officialIds(rules) : [];
  const ours = new Set(built[book]?.ids[syntax] ?? []);
  const theirs = new Set(official);
  return {
    artefact: rules?.artefact ?? null,
    official: theirs.size,
    built: [...ours].filter((id) => theirs.has(id)).length,
    missing: [...theirs].filter((id) => !ours.has(id)),
    invented: [...ours].filter((id) => !theirs.has(id)),
  };
}

function officialIds(rules: OfficialRules): readonly string[] {
  return [rules.fatal, rules.warning, rules.information].flatMap((ids) => ids.split(' ')).filter((id) => id !== '');
}

/** What a report says of a book: its artefact, and honestly how much of it there is while it is not complete. */
export function versionOf(book: RuleBookName, syntax: RuleSyntax): string {
  const key = `${book} ${syntax}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const version = describe(book, syntax);
  versions.set(key, version);
  return version;
}

const versions = new Map<string, string>();

function describe(book: RuleBookName, syntax: RuleSyntax): string {
  const { artefact, official, built: number, missing } = completenessOf(book, syntax);
  const name = artefact ?? 'no official artefact';
  return missing.length === 0 ? name : `${name} (${String(number)} of ${String(official)} rules)`;
}
