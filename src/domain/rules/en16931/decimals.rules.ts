import { decimalOf, toCents } from '../engine/numbers.js';
import { pathOf } from '../engine/path.js';
import { alwaysHolds, atMostTwoDecimals } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';

/** Rule → group and amount that may have two decimals at most (EN 16931-1, 6.4.3: BR-DEC). */
const rows = [
  ['BR-DEC-01', 'documentAllowance', 'BT-92'],
  ['BR-DEC-02', 'documentAllowance', 'BT-93'],
  ['BR-DEC-05', 'documentCharge', 'BT-99'],
  ['BR-DEC-06', 'documentCharge', 'BT-100'],
  ['BR-DEC-09', 'totals', 'BT-106'],
  ['BR-DEC-10', 'totals', 'BT-107'],
  ['BR-DEC-11', 'totals', 'BT-108'],
  ['BR-DEC-12', 'totals', 'BT-109'],
  ['BR-DEC-14', 'totals', 'BT-112'],
  ['BR-DEC-16', 'totals', 'BT-113'],
  ['BR-DEC-17', 'totals', 'BT-114'],
  ['BR-DEC-18', 'totals', 'BT-115'],
  ['BR-DEC-19', 'vatBreakdown', 'BT-116'],
  ['BR-DEC-20', 'vatBreakdown', 'BT-117'],
  ['BR-DEC-23', 'line', 'BT-131'],
  ['BR-DEC-24', 'lineAllowance', 'BT-136'],
  ['BR-DEC-25', 'lineAllowance', 'BT-137'],
  ['BR-DEC-27', 'lineCharge', 'BT-141'],
  ['BR-DEC-28', 'lineCharge', 'BT-142'],
] as const;

/** The official UBL tests of the two tax totals look below the amount for the currency and can never fire. */
export const decimalRules: readonly Rule[] = [
  ...rows.map(([id, on, term]): Rule => ({ id, on, terms: [term], holds: atMostTwoDecimals(term) })),
  {
    id: 'BR-DEC-13',
    on: { ubl: 'document', cii: 'totals' },
    terms: ['BT-110'],
    holds: { ubl: alwaysHolds, cii: taxTotalInCents('BT-5') },
  },
  {
    id: 'BR-DEC-15',
    on: { ubl: 'document', cii: 'totals' },
    terms: ['BT-111'],
    holds: { ubl: alwaysHolds, cii: taxTotalInCents('BT-6') },
  },
];

/** CII compares the value with its rounding (1.000 passes), and is content with any one total that fits. */
function taxTotalInCents(currencyTerm: 'BT-5' | 'BT-6'): Question {
  return (scope) => {
    const [totals, currencies] = [pathOf('ram:TaxTotalAmount'), scope.path(currencyTerm)];
    const currency = pathOf('@currencyID');
    return (node, document) => {
      const codes = currencies.values(node, document);
      const amounts = totals.nodes(node, document);
      return (
        amounts.length === 0 ||
        (currencyTerm === 'BT-6' && codes.length === 0) ||
        amounts.some((amount) => {
          const own = currency.values(amount, document)[0];
          if (own === undefined || !codes.includes(own)) return currencyTerm === 'BT-5';
          const value = decimalOf(amount.element.text);
          return value?.eq(toCents(value)) === true;
        })
      );
    };
  };
}
