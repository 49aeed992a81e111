import type { RuleBookName } from '../rules/books.js';
import type { RuleSyntax } from '../rules/document-index.js';
import { en16931Rules } from '../rules/en16931/en16931.book.js';
import { extendedRules } from '../rules/factur-x/extended.rules.js';
import { ownVariants } from '../rules/factur-x/own-variants.rules.js';
import { officialRules, type OfficialRules } from '../rules/official-rules.table.js';
import { peppolRules } from '../rules/peppol/peppol.book.js';
import { xrechnungRules } from '../rules/xrechnung/xrechnung.book.js';
import type { Book, Severity } from './finding.js';
import { wordsOfRule } from './sentences.js';
import { termInWords } from './term-words.js';
import type { Language } from './value-forms.js';

type Words = Readonly<Record<Language, string>>;

/** Where a rule is asked, in the artefact of a syntax. */
export interface RuleVersion {
  readonly syntax: RuleSyntax;
  /** Name and version of the official artefact. */
  readonly artefact: string;
  /** The artefact's own level; a scenario may change it. */
  readonly level: Severity;
}

/** A rule as a person looks it up. */
export interface CataloguedRule {
  readonly book: RuleBookName;
  readonly id: string;
  readonly versions: readonly RuleVersion[];
  /** Business terms concerned, in words. */
  readonly terms: readonly Words[];
  /** What is said where the rule is broken; `…` stands for values of the document. */
  readonly sentence: Words;
  /** How it is mended. */
  readonly advice: Words;
  /** Whether the words were written for this rule; structural rules share theirs. */
  readonly ownWords: boolean;
}

/** Every rule of a book, in the order of the official lists; none for a book that does not exist. */
export function rulesInBook(book: RuleBookName): readonly CataloguedRule[] {
  const known = catalogue.get(book);
  if (known) return known;
  const rules = listBook(book);
  catalogue.set(book, rules);
  return rules;
}

const catalogue = new Map<RuleBookName, readonly CataloguedRule[]>();

/** The books that there are rules of. */
export const bookNames: readonly RuleBookName[] = Object.keys(officialRules).filter(isBookName);

/** Whether a text names one of the books. */
export function isBookName(name: string): name is RuleBookName {
  return Object.hasOwn(officialRules, name);
}

function listBook(book: RuleBookName): readonly CataloguedRule[] {
  const versions = new Map<string, RuleVersion[]>();
  for (const syntax of ['ubl', 'cii'] as const) {
    const rules = officialRules[book]?.[syntax];
    if (!rules) continue;
    for (const [id, level] of levelsOf(rules))
      versions.set(id, [...(versions.get(id) ?? []), { syntax, artefact: rules.artefact, level }]);
  }
  return [...versions].map(([id, found]) => catalogued(book, id, found));
}

function* levelsOf(rules: OfficialRules): Generator<readonly [id: string, level: Severity]> {
  for (const level of ['fatal', 'warning', 'information'] as const)
    for (const id of rules[level].split(' ')) if (id !== '') yield [id, level];
}

function catalogued(book: RuleBookName, id: string, versions: readonly RuleVersion[]): CataloguedRule {
  const { sentence, advice, own } = wordsOfRule(book, id);
  return {
    book,
    id,
    versions,
    terms: (termsOf(book).get(id) ?? []).map((term) => ({ de: termInWords(term, 'de'), en: termInWords(term, 'en') })),
    sentence: { de: withoutValues(sentence.de), en: withoutValues(sentence.en) },
    advice,
    ownWords: own,
  };
}

/** The values of one document say nothing of the rule: they fall away with their brackets, or become dots. */
function withoutValues(sentence: string): string {
  return sentence.replace(/ \((?:gefunden: |found: )?[„“]?\{[^}]*\}[“”]?(?: %)?\)/g, '').replace(/\{[^}]*\}/g, '…');
}

const termsByBook: Readonly<Record<string, ReadonlyMap<string, readonly string[]>>> = {
  en16931: termsIn(en16931Rules),
  xrechnung: termsIn(xrechnungRules),
  peppol: termsIn(peppolRules),
  'factur-x': termsIn([...en16931Rules, ...ownVariants, ...extendedRules]),
};

function termsOf(book: Book): ReadonlyMap<string, readonly string[]> {
  return termsByBook[book.startsWith('factur-x') ? 'factur-x' : book] ?? new Map();
}

function termsIn(rules: readonly { readonly id: string; readonly terms: readonly string[] }[]) {
  return new Map(rules.map(({ id, terms }) => [id, terms] as const));
}
