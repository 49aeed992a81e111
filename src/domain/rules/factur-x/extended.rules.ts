import { decimalOf, toCents, zero } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, any, exists, not, someText } from '../engine/questions.js';
import type { Question, Rule, Test } from '../engine/rule.js';
import { extendedBreakdownRules } from './extended-breakdown.rules.js';
import { extendedCodes } from './extended-codes.table.js';
import { extendedTotals } from './extended-totals.rules.js';

const items = '//ram:IncludedSupplyChainTradeLineItem';
const line = '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem';
const lineDocument = 'ram:AssociatedDocumentLineDocument';
const details = `${items}/${lineDocument}[!ram:LineStatusReasonCode], ${items}/${lineDocument}[ram:LineStatusReasonCode='DETAIL']`;
const amountPath =
  'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
const lineTax = '../ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax';

/**
 * What the profile EXTENDED asks instead of EN 16931 (BR-FXEXT): lines that only group or inform are not counted, and
 * sums may miss by a cent for each amount that goes into them.
 */
export const extendedRules: readonly Rule[] = [
  row(
    '01',
    '/rsm:ExchangedDocument/ram:IncludedNote[ram:SubjectCode]',
    ['BT-22'],
    exists('ram:ContentCode', 'ram:Content'),
  ),
  row(
    '02',
    `//${lineDocument}/ram:IncludedNote[ram:SubjectCode]`,
    ['BT-127'],
    exists('ram:ContentCode', 'ram:Content'),
  ),
  row(
    '03',
    '//ram:SpecifiedTaxRegistration/ram:ID[!<ram:SellerTradeParty]',
    [],
    someText('@schemeID', (scheme) => scheme === 'VA'),
  ),
  {
    ...row('04', '//ram:ApplicableProductCharacteristic/ram:TypeCode', [], isKnownCharacteristic),
    severity: 'warning',
  },
  row(
    '06',
    items,
    [],
    any(not(named(`${lineDocument}/ram:ParentLineID`)), named(`${lineDocument}/ram:LineStatusReasonCode`)),
  ),
  row('08', items, ['BT-131'], groupIsSumOfItsLines),
  row('11', items, [], () => parentExists()),
  row('12', `${items}[${lineDocument}/ram:LineStatusReasonCode='GROUP'][${amountPath}]`, ['BT-131'], () =>
    groupsBelowHaveAmounts(),
  ),
  row('BR-22', details, ['BT-129'], exists('../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')),
  row('BR-23', details, ['BT-130'], exists('../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode')),
  row('BR-24', details, ['BT-131'], exists(`../${amountPath}`)),
  row(
    'BR-26',
    details,
    ['BT-146'],
    exists('../ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount'),
  ),
  row(
    'CO-04',
    details,
    ['BT-151'],
    all(exists(`${lineTax}[ram:TypeCode='VAT']`), exists(`${lineTax}/ram:CategoryCode`)),
  ),
  row(
    'BR-38',
    "//ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']",
    ['BT-104', 'BT-105'],
    exists('ram:Reason', 'ram:ReasonCode'),
  ),
  row(
    'BR-44',
    "//ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']",
    ['BT-144', 'BT-145'],
    exists('ram:Reason', 'ram:ReasonCode'),
  ),
  row('BR-54-1', '//ram:ApplicableProductCharacteristic', ['BT-160'], exists('ram:Description', 'ram:TypeCode')),
  row(
    'BR-54-2',
    '//ram:ApplicableProductCharacteristic',
    ['BT-161'],
    any(
      all(exists('ram:Value'), not(exists('ram:ValueMeasure'))),
      all(not(exists('ram:Value')), exists('ram:ValueMeasure')),
    ),
  ),
  dated('CII-DT-097', '102', /^[ \t\n\r]*\p{Nd}{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])[ \t\n\r]*$/u),
  dated(
    'BR-FXEXT-CII-DT-097a',
    '205',
    /^[ \t\n\r]*\p{Nd}{4}(?:1[0-2]|0[1-9])(?:3[01]|[12][0-9]|0[1-9])(?:[01][0-9]|2[0-3])[0-5][0-9][ \t\n\r]*$/u,
  ),
  ...extendedTotals,
  ...extendedBreakdownRules,
];

function row(id: string, on: string, terms: readonly string[], question: Question): Rule {
  return { id: `BR-FXEXT-${id}`, on: { cii: on }, terms, holds: { cii: question } };
}

function dated(id: string, format: string, form: RegExp): Rule {
  const holds = someText('.', (text) => form.test(text));
  return {
    id,
    on: { cii: `//udt:DateTimeString[@format='${format}']` },
    terms: [],
    quotes: '.',
    holds: { cii: holds },
  };
}

/** There is more than white space. */
function named(path: string): Question {
  return someText(path, (text) => normalized(text) !== '');
}

/** One word of the list. */
function isKnownCharacteristic(): Test {
  const known = new Set(extendedCodes['characteristic']?.split(' '));
  const code = pathOf('.');
  return (node, document) => code.values(node, document).every((text) => known.has(normalized(text)));
}

const status = pathOf(`${lineDocument}/ram:LineStatusReasonCode`);
const id = pathOf(`${lineDocument}/ram:LineID`);
const parent = pathOf(`${lineDocument}/ram:ParentLineID`);
const amount = pathOf(amountPath);
const lines = pathOf(items);

/** A group's amount is the sum of the lines and groups directly below it, which therefore all have one. */
function groupIsSumOfItsLines(): Test {
  return (node, document) => {
    const [given] = amount.values(node, document);
    if (given === undefined || normalized(given) === '' || !status.values(node, document).includes('GROUP'))
      return true;
    const own = normalized(id.values(node, document)[0] ?? '');
    let sum = zero;
    for (const child of lines.nodes(node, document)) {
      if (normalized(parent.values(child, document)[0] ?? '') !== own) continue;
      if (!status.values(child, document).some((code) => code === 'DETAIL' || code === 'GROUP')) continue;
      const value = decimalOf(amount.values(child, document)[0]);
      if (value === null) return false;
      sum = sum.plus(value);
    }
    const total = decimalOf(given);
    return total !== null && toCents(total).eq(toCents(sum));
  };
}

function parentExists(): Test {
  const ids = pathOf(`${items}/${lineDocument}/ram:LineID`);
  return (node, document) => {
    const wanted = normalized(parent.values(node, document)[0] ?? '');
    return wanted === '' || ids.values(node, document).some((text) => normalized(text) === wanted);
  };
}

/** Where a group has an amount, the groups directly below it have one too. */
function groupsBelowHaveAmounts(): Test {
  const all = pathOf(line);
  return (node, document) => {
    const [own] = id.values(node, document);
    if (own === undefined) return false;
    const below = all
      .nodes(node, document)
      .filter((child) => parent.values(child, document).includes(own))
      .filter((child) => status.values(child, document).includes('GROUP'));
    return below.flatMap((child) => amount.values(child, document)).length === below.length;
  };
}
