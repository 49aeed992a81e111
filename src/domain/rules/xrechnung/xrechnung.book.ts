import { ciiBinding } from '../bindings/cii.binding.js';
import { ublBinding } from '../bindings/ubl.binding.js';
import { onDemand } from '../engine/on-demand.js';
import { readyRules, type RulesBySyntax } from '../engine/rule-book.js';
import { isAskedIn, type Rule } from '../engine/rule.js';
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
export const xrechnungBook: RulesBySyntax = onDemand((syntax) =>
  readyRules('xrechnung', xrechnungRules, syntax === 'ubl' ? ublBinding : ciiBinding),
);

/** The ids that are built. */
export const xrechnungIds = onDemand((syntax) =>
  xrechnungRules.filter((rule) => isAskedIn(rule, syntax)).map(({ id }) => id),
);
