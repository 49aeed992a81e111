import { ciiBinding } from '../bindings/cii.binding.js';
import { ublBinding } from '../bindings/ubl.binding.js';
import { readyRules, type RulesBySyntax } from '../engine/rule-book.js';
import type { Rule } from '../engine/rule.js';
import { cleanVehicleRules } from './clean-vehicles.rules.js';
import { extensionRules } from './extension.rules.js';
import { nationalRules } from './national.rules.js';
import { peppolTakenOverRules } from './peppol-taken-over.rules.js';
import { transitionalRules } from './transitional.rules.js';

/** The rows of XRechnung's book, both syntaxes. */
export const xrechnungRules: readonly Rule[] = [
  ...nationalRules,
  ...transitionalRules,
  ...extensionRules,
  ...cleanVehicleRules,
  ...peppolTakenOverRules,
];

/** XRechnung as KoSIT's Schematron 2.6.0 tests it. */
export const xrechnungBook: RulesBySyntax = {
  ubl: readyRules('xrechnung', xrechnungRules, ublBinding),
  cii: readyRules('xrechnung', xrechnungRules, ciiBinding),
};

/** The ids that are built. */
export const xrechnungIds = {
  ubl: xrechnungBook.ubl.map((rule) => rule.id),
  cii: xrechnungBook.cii.map((rule) => rule.id),
} as const;
