import { formatRules } from '../reading/format.rules.js';
import { readingRules } from '../reading/reading.rules.js';
import type { Book, Finding } from './finding.js';
import { facturXOnly, ruleWords } from './sentences.table.js';
import { termInWords } from './term-words.js';
import { dateIn, numberIn, shownValue, type Language } from './value-forms.js';
import { advices, type AdviceName } from './words/advices.table.js';
import type { RuleWords } from './words/rule-words.js';
import { missingElement } from './words/structural-words.table.js';

export type { Language } from './value-forms.js';

type Words = Readonly<Record<Language, string>>;

/** Sentence and advice of a rule, the sentence with its {names}. */
export interface WordsOfRule {
  readonly sentence: Words;
  readonly advice: Words;
  /** Whether they were written for this very rule, or for its family. */
  readonly own: boolean;
}

/** What a finding says to a reader, in short, with the values of the document in the reader's form. */
export function sentenceOf(finding: Finding, language: Language): string {
  const sentence = sentenceFor(finding)[language].replace(
    /\{([\w-]+)(?::(number|date))?\}/g,
    (_, name: string, form?: string) => {
      if (name === 'rule') return finding.rule;
      if (name === 'terms') return termsOf(finding, language);
      const found = valueOf(finding, name);
      if (found === undefined) return '–';
      const value = shownValue(found);
      return form === 'number' ? numberIn(value, language) : form === 'date' ? dateIn(value, language) : value;
    },
  );
  // What the document does not give is not put in brackets either.
  return sentence.replace(/ \(–(?: %)?\)/g, '');
}

function sentenceFor({ book, rule, values }: Finding): Words {
  const { sentence, own } = wordsOfRule(book, rule);
  return !own && values['found'] === '0' && values['in'] !== undefined ? missingElement : sentence;
}

/** How the fault is mended. */
export function adviceOf({ book, rule }: Finding, language: Language): string {
  return wordsOfRule(book, rule).advice[language];
}

/** The rule's own words, else those of its family, else some that are true of any rule. */
export function wordsOfRule(book: Book, rule: string): WordsOfRule {
  const key = `${book.startsWith('factur-x') ? 'factur-x ' : ''}${rule}`;
  const known = found.get(key);
  if (known) return known;
  const words = findWords(book, rule);
  // Ids come from our own tables, so that there are no more of them than rules; a foreign one is not remembered.
  if (words !== anyRule) found.set(key, words);
  return words;
}

const found = new Map<string, WordsOfRule>();

/** Rule of form → its advice, where the common one does not help. */
const formalAdvices: Readonly<Record<string, AdviceName>> = {
  'FORMAT-EMPTY': 'wholeFile',
  'FORMAT-SIZE': 'smallerFile',
  'FORMAT-LINES': 'smallerFile',
  'FORMAT-ENCODING': 'encoding',
  'FORMAT-ENCODING-MISMATCH': 'encoding',
  'FORMAT-ENCODING-BYTES': 'encoding',
  'FORMAT-NOT-WELL-FORMED': 'wholeFile',
  'READ-LEXICAL': 'valueForm',
  'READ-SURPLUS': 'howOften',
  'READ-UNDECIDED': 'leaveOut',
};

const byRule = new Map(ruleWords.map((row) => [row[0], wordsFrom(row, true)]));
const inFacturX = new Map(facturXOnly.map((row) => [row[0], wordsFrom(row, true)]));
const families = ruleWords.filter(([rule]) => rule.endsWith('-'));

/** Rules that keep their sentences where they are made; they are mended like any fault of form. */
const formal: ReadonlyMap<string, WordsOfRule> = new Map(
  Object.entries({ ...formatRules, ...readingRules }).map(([rule, sentence]) => [
    rule,
    { sentence, advice: advices[formalAdvices[rule] ?? 'structure'], own: true },
  ]),
);

function findWords(book: Book, rule: string): WordsOfRule {
  const own = (book.startsWith('factur-x') ? inFacturX.get(rule) : undefined) ?? byRule.get(rule) ?? formal.get(rule);
  if (own) return own;
  const family = families.find(([beginning]) => rule.startsWith(beginning));
  return family ? wordsFrom(family, false) : anyRule;
}

function wordsFrom([, de, en, advice]: RuleWords, own: boolean): WordsOfRule {
  return { sentence: { de, en }, advice: advices[advice], own };
}

const anyRule: WordsOfRule = {
  sentence: {
    de: 'Die Regel {rule} ist verletzt; betroffen: {terms}.',
    en: 'Rule {rule} is broken; concerned: {terms}.',
  },
  advice: advices.profileElement,
  own: false,
};

function termsOf({ terms }: Finding, language: Language): string {
  return terms.map((term) => termInWords(term, language)).join(', ') || '–';
}

/** What a rule does not quote: as found the first of its terms that is there, as element the one where it was found. */
function valueOf({ values, terms, at }: Finding, name: string): string | undefined {
  const own = values[name];
  if (own !== undefined) return own;
  if (name === 'found') return terms.map((term) => values[term]).find((value) => value !== undefined);
  return name === 'element' ? at?.path?.split('/').at(-1) : undefined;
}
