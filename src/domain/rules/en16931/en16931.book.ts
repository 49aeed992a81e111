import { ciiBinding } from '../bindings/cii.binding.js';
import { ublBinding } from '../bindings/ubl.binding.js';
import { readyRules, type RulesBySyntax } from '../engine/rule-book.js';
import { onDemand } from '../engine/on-demand.js';
import { isAskedIn, type Rule } from '../engine/rule.js';
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

const bindings = { ubl: ublBinding, cii: ciiBinding } as const;
const structural = { ubl: ublStructuralRules, cii: ciiStructuralRules } as const;
const byHand = { ubl: ublByHand, cii: ciiByHand } as const;

/** EN 16931 as CEN's validation artefacts 1.3.16 test it. */
export const en16931Book: RulesBySyntax = onDemand((syntax) => [
  ...readyRules('en16931', en16931Rules, bindings[syntax]),
  ...readyStructuralRules(structural[syntax], syntax, byHand[syntax]),
]);

/** The ids that are built, semantic and structural. */
export const en16931Ids = onDemand((syntax): readonly string[] => [
  ...en16931Rules.filter((rule) => isAskedIn(rule, syntax)).map(({ id }) => id),
  ...structuralIds(structural[syntax]),
]);
