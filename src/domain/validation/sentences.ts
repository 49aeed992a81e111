import { formatRules } from '../reading/format.rules.js';
import { readingRules } from '../reading/reading.rules.js';
import type { Finding } from './finding.js';
import { sentences, type Sentence } from './sentences.table.js';

export type Language = 'de' | 'en';

type Words = Readonly<Record<Language, string>>;

/** Rules that keep their words where they are made. */
const wordsByRule: ReadonlyMap<string, Words> = new Map(Object.entries({ ...formatRules, ...readingRules }));

/**
 * What a finding says to a reader, in short: the rule's own sentence, or that of its family (`BR-CL-`, `UBL-CR-`).
 * Values stand in for {names}; a value that the finding lacks becomes a dash.
 */
export function sentenceOf(finding: Finding, language: Language): string {
  const sentence = sentenceFor(finding.rule)[language];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(finding, name));
}

function sentenceFor(rule: string): Words {
  const own = wordsByRule.get(rule) ?? sentences.find(({ rules }) => rules === rule);
  return own ?? sentences.find(({ rules }) => rules.endsWith('-') && rule.startsWith(rules)) ?? fallback;
}

const fallback: Sentence = {
  rules: '',
  de: 'Die Regel {rule} ist verletzt; betroffen: {terms}.',
  en: 'Rule {rule} is broken; concerned: {terms}.',
};

function valueOf(finding: Finding, name: string): string {
  if (name === 'rule') return finding.rule;
  if (name === 'terms') return finding.terms.join(', ') || '–';
  const own = finding.values[name];
  if (own !== undefined) return own;
  return name === 'found'
    ? (finding.terms.map((term) => finding.values[term]).find((value) => value !== undefined) ?? '–')
    : '–';
}
