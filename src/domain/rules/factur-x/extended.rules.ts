import { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { decimalOf, onlyNumber, toCents, zero } from '../engine/numbers.js';
import { pathOf } from '../engine/path.js';
import { all, any, exists, not } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';

const line = '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem';
const isDetail =
  "ram:AssociatedDocumentLineDocument[!ram:LineStatusReasonCode], ram:AssociatedDocumentLineDocument[ram:LineStatusReasonCode='DETAIL']";
const details = isDetail
  .split(', ')
  .map((document) => `//ram:IncludedSupplyChainTradeLineItem/${document}`)
  .join(', ');
const lineAmount =
  'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const allowances = `${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='false']/ram:ActualAmount`;
const charges = `${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']/ram:ActualAmount`;
const services = `${settlement}/ram:SpecifiedLogisticsServiceCharge/ram:AppliedAmount`;
const cent = new Big('0.01');

/**
 * What the profile EXTENDED asks instead of EN 16931 (BR-FXEXT): lines that only group or inform are not counted, and
 * sums may miss by a cent for each amount that goes into them.
 */
export const extendedRules: readonly Rule[] = [
  row('01', '/rsm:ExchangedDocument/ram:IncludedNote', ['BT-22'], exists('ram:ContentCode', 'ram:Content')),
  row(
    '02',
    `${line}/ram:AssociatedDocumentLineDocument/ram:IncludedNote`,
    ['BT-127'],
    exists('ram:ContentCode', 'ram:Content'),
  ),
  row('08', '//ram:IncludedSupplyChainTradeLineItem', ['BT-131'], groupIsSumOfItsLines),
  row('BR-22', details, ['BT-129'], exists('../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')),
  row('BR-23', details, ['BT-130'], exists('../ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode')),
  row('BR-24', details, ['BT-131'], exists(`../${lineAmount}`)),
  row(
    'BR-26',
    details,
    ['BT-146'],
    exists('../ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount'),
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
  row('CO-10', 'totals', ['BT-106'], totalOf('ram:LineTotalAmount', [['+', detailAmounts]])),
  row('CO-11', 'totals', ['BT-107'], absentOr('ram:AllowanceTotalAmount', [['+', at(allowances)]])),
  row(
    'CO-12',
    'totals',
    ['BT-108'],
    absentOr('ram:ChargeTotalAmount', [
      ['+', at(charges)],
      ['+', at(services)],
    ]),
  ),
  row(
    'CO-13',
    'totals',
    ['BT-109', 'BT-106', 'BT-107', 'BT-108'],
    totalOf('ram:TaxBasisTotalAmount', [
      ['+', detailAmounts],
      ['-', at(allowances)],
      ['+', at(charges)],
      ['+', at(services)],
    ]),
  ),
  row('CO-15', 'totals', ['BT-112', 'BT-109', 'BT-110'], grossIsNetAndTax),
];

function row(id: string, on: string, terms: readonly string[], question: Question): Rule {
  return { id: `BR-FXEXT-${id}`, on: { cii: on }, terms, holds: { cii: question } };
}

type Amounts = (node: DocumentNode, document: DocumentIndex) => readonly string[];
type Part = readonly [sign: '+' | '-', amounts: Amounts];

function at(path: string): Amounts {
  const amounts = pathOf(path);
  return (node, document) => amounts.values(node, document);
}

function detailAmounts(node: DocumentNode, document: DocumentIndex): readonly string[] {
  const amounts = pathOf(`../${lineAmount}`);
  return pathOf(details)
    .nodes(node, document)
    .flatMap((detail) => amounts.values(detail, document));
}

/** A total equals its parts but for a cent each. */
function totalOf(total: string, parts: readonly Part[]): Question {
  const path = pathOf(total);
  return () => (node, document) => {
    const given = onlyNumber(path.values(node, document));
    const computed = computedOf(parts, node, document);
    return given !== null && computed !== null && given.minus(computed.sum).abs().lte(cent.times(computed.number));
  };
}

function absentOr(total: string, parts: readonly Part[]): Question {
  const nothing: Question = () => (node, document) =>
    parts.every(([, amounts]) => amounts(node, document).length === 0);
  return any(all(not(exists(total)), nothing), totalOf(total, parts));
}

function computedOf(
  parts: readonly Part[],
  node: DocumentNode,
  document: DocumentIndex,
): { readonly sum: Big; readonly number: number } | null {
  let [sum, number] = [zero, 0];
  for (const [sign, amounts] of parts) {
    for (const text of amounts(node, document)) {
      const amount = decimalOf(text);
      if (amount === null) return null;
      sum = sign === '+' ? sum.plus(amount) : sum.minus(amount);
      number += 1;
    }
  }
  return { sum: toCents(sum), number };
}

/** Gross = net + tax in the invoice's currency, but for a cent for each amount of the invoice. */
function grossIsNetAndTax(): ReturnType<Question> {
  const [gross, net, tax, currency] = [
    'ram:GrandTotalAmount',
    'ram:TaxBasisTotalAmount',
    'ram:TaxTotalAmount',
    '../ram:InvoiceCurrencyCode',
  ].map(pathOf);
  const carried = pathOf('@currencyID');
  const parts: readonly Part[] = [
    ['+', detailAmounts],
    ['+', at(allowances)],
    ['+', at(charges)],
    ['+', at(services)],
  ];
  return (node, document) => {
    const codes = currency?.values(node, document) ?? [];
    const taxes = (tax?.nodes(node, document) ?? [])
      .filter((total) => carried.values(total, document).some((code) => codes.includes(code)))
      .map((total) => decimalOf(total.element.text) ?? zero);
    const [left, right] = [gross, net].map((path) => onlyNumber(path?.values(node, document) ?? []));
    const slack = computedOf(parts, node, document)?.number ?? 0;
    if (!left || !right) return false;
    const expected = taxes.reduce((sum, amount) => sum.plus(amount), right);
    return left.minus(expected).abs().lte(cent.times(slack));
  };
}

/** A group's amount is the sum of the lines and groups directly below it; lines that only inform are left out. */
function groupIsSumOfItsLines(): ReturnType<Question> {
  const status = pathOf('ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode');
  const [id, parent] = [
    pathOf('ram:AssociatedDocumentLineDocument/ram:LineID'),
    pathOf('ram:AssociatedDocumentLineDocument/ram:ParentLineID'),
  ];
  const [amount, lines] = [pathOf(lineAmount), pathOf('//ram:IncludedSupplyChainTradeLineItem')];
  return (node, document) => {
    const given = onlyNumber(amount.values(node, document));
    if (given === null || !status.values(node, document).includes('GROUP')) return true;
    const [own] = id.values(node, document);
    const children = lines
      .nodes(node, document)
      .filter((child) => own !== undefined && parent.values(child, document).includes(own))
      .filter((child) => !status.values(child, document).includes('INFORMATION'));
    const amounts = children.flatMap((child) => amount.values(child, document)).map((text) => decimalOf(text) ?? zero);
    return given.eq(amounts.reduce((sum, value) => sum.plus(value), zero));
  };
}
