import { ciiBinding } from '../bindings/cii.binding.js';
import { en16931Rules } from '../en16931/en16931.book.js';
import { onDemand } from '../engine/on-demand.js';
import { readyRules, type ReadyRule, type RulesBySyntax } from '../engine/rule-book.js';
import type { Binding } from '../engine/scope.js';
import { extendedRules } from './extended.rules.js';
import { ownVariants } from './own-variants.rules.js';
import { officialRules } from '../official-rules.table.js';
import { profileRules, type FacturXProfile } from './profile.rules.js';

interface FacturXBook {
  readonly rules: RulesBySyntax;
  readonly ids: Readonly<Record<'ubl' | 'cii', readonly string[]>>;
}

const profiles: readonly FacturXProfile[] = ['minimum', 'basic-wl', 'basic', 'en16931', 'extended'];

/** Factur-X asks its rules on the breakdown of VAT for every category and type; CEN's contexts leave some out. */
const binding: Binding = {
  ...ciiBinding,
  groups: {
    ...ciiBinding.groups,
    vatBreakdown: {
      at: '//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax',
      terms: {
        'BT-116': 'ram:BasisAmount',
        'BT-117': 'ram:CalculatedAmount',
        'BT-118': 'ram:CategoryCode',
        'BT-119': 'ram:RateApplicablePercent',
      },
    },
  },
};

/**
 * Factur-X 1.09.2 (ZUGFeRD 2.5.2), a book per profile: the rules of EN 16931 that the profile keeps, and its own on
 * which elements there are. Each profile's list of rules says which.
 */
export const facturXBooks: Readonly<Record<string, FacturXBook>> = Object.fromEntries(
  profiles.map((profile) => [`factur-x-${profile}`, bookOf(profile)]),
);

function bookOf(profile: FacturXProfile): FacturXBook {
  const rules = onDemand((syntax) => (syntax === 'ubl' ? [] : rulesOf(profile)));
  return { rules, ids: onDemand((syntax) => rules[syntax].map(({ id }) => id)) };
}

function rulesOf(profile: FacturXProfile): readonly ReadyRule[] {
  const wanted = officialIds(`factur-x-${profile}`);
  const own = [...ownVariants, ...profileRules(profile), ...(profile === 'extended' ? extendedRules : [])];
  const replaced = new Set(own.map(({ id }) => id));
  const rows = [...en16931Rules.filter(({ id }) => !replaced.has(id)), ...own].filter(({ id }) => wanted.has(id));
  return readyRules(`factur-x-${profile}`, rows, binding);
}

function officialIds(book: string): ReadonlySet<string> {
  const rules = officialRules[book]?.cii;
  return new Set([rules?.fatal, rules?.warning, rules?.information].flatMap((ids) => ids?.split(' ') ?? []));
}
