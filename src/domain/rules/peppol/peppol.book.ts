import { ciiBinding } from '../bindings/cii.binding.js';
import { ublBinding } from '../bindings/ubl.binding.js';
import { onDemand } from '../engine/on-demand.js';
import { readyRules, type RulesBySyntax } from '../engine/rule-book.js';
import { isAskedIn, type Rule } from '../engine/rule.js';
import { billingRules } from './billing.rules.js';
import { codedValueRules } from './coded-values.rules.js';
import { danishRules } from './denmark.rules.js';
import { germanRules } from './germany.rules.js';
import { greekRules } from './greece.rules.js';
import { icelandicRules } from './iceland.rules.js';
import { identifierRules } from './identifiers.rules.js';
import { dutchRules } from './netherlands.rules.js';
import { norwegianAndItalianRules } from './norway-and-italy.rules.js';
import { swedishRules } from './sweden.rules.js';

/** The rows of Peppol's book, both syntaxes: the rules of billing, of identifiers, of codes, of eight countries. */
export const peppolRules: readonly Rule[] = [
  ...billingRules,
  ...codedValueRules,
  ...identifierRules,
  ...norwegianAndItalianRules,
  ...danishRules,
  ...swedishRules,
  ...greekRules,
  ...icelandicRules,
  ...dutchRules,
  ...germanRules,
];

/** Peppol BIS Billing 3.0 as OpenPeppol's Schematron tests it: 3.0.21 in UBL, 3.0.19 in CII. */
export const peppolBook: RulesBySyntax = onDemand((syntax) =>
  readyRules('peppol', peppolRules, syntax === 'ubl' ? ublBinding : ciiBinding),
);

/** The ids that are built. */
export const peppolIds = onDemand((syntax) =>
  peppolRules.filter((rule) => isAskedIn(rule, syntax)).map(({ id }) => id),
);
