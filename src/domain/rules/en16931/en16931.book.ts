import { ciiBinding } from '../bindings/cii.binding.js';
import { ublBinding } from '../bindings/ubl.binding.js';
import { readyRules, type RulesBySyntax } from '../engine/rule-book.js';
import type { Rule } from '../engine/rule.js';
import { ciiStructuralRules } from './cii-structural.table.js';
import { codeListRules } from './code-list.rules.js';
import { decimalRules } from './decimals.rules.js';
import { presenceRules } from './presence.rules.js';
import { readyStructuralRules, structuralIds } from './structural-book.js';
import { ciiByHand, ublByHand } from './structural-by-hand.js';
import { totalsRules } from './totals.rules.js';
import { ublStructuralRules } from './ubl-structural.table.js';
import { vatRules } from './vat.rules.js';

/** The rows of EN 16931's book, both syntaxes. */
export const en16931Rules: readonly Rule[] = [
  ...presenceRules,
  ...totalsRules,
  ...decimalRules,
  ...codeListRules,
  ...vatRules,
];

/** EN 16931 as CEN's validation artefacts 1.3.16 test it. */
export const en16931Book: RulesBySyntax = {
  ubl: [
    ...readyRules('en16931', en16931Rules, ublBinding),
    ...readyStructuralRules(ublStructuralRules, 'ubl', ublByHand),
  ],
  cii: [
    ...readyRules('en16931', en16931Rules, ciiBinding),
    ...readyStructuralRules(ciiStructuralRules, 'cii', ciiByHand),
  ],
};

/** The ids that are built, semantic and structural. */
export const en16931Ids = {
  ubl: [...idsIn('ubl'), ...structuralIds(ublStructuralRules)],
  cii: [...idsIn('cii'), ...structuralIds(ciiStructuralRules)],
} as const;

function idsIn(syntax: 'ubl' | 'cii'): readonly string[] {
  const book = readyRules('en16931', en16931Rules, syntax === 'ubl' ? ublBinding : ciiBinding);
  return book.map((rule) => rule.id);
}
