import { bindingWords } from './words/binding-words.table.js';
import { codeListWords } from './words/code-list-words.table.js';
import { facturXWords } from './words/factur-x-words.table.js';
import { peppolWords } from './words/peppol-words.table.js';
import { presenceWords } from './words/presence-words.table.js';
import type { RuleWords } from './words/rule-words.js';
import { facturXVariantWords, structuralWords } from './words/structural-words.table.js';
import { decimalWords, totalsWords } from './words/totals-words.table.js';
import { vatWords } from './words/vat-words.table.js';
import { xrechnungWords } from './words/xrechnung-words.table.js';

/** The words of every rule that has its own, and of families of rules by the beginning of their ids. */
export const ruleWords: readonly RuleWords[] = [
  ...presenceWords,
  ...totalsWords,
  ...decimalWords,
  ...codeListWords,
  ...vatWords,
  ...xrechnungWords,
  ...peppolWords,
  ...facturXWords,
  ...bindingWords,
  ...structuralWords,
];

/** Words that hold in the books of Factur-X only. */
export const facturXOnly: readonly RuleWords[] = facturXVariantWords;
