import { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { decimalOf, doubleOf, onlyNumber, toCents, zero } from '../engine/numbers.js';
import { pathOf } from '../engine/path.js';
import { all, any, exists, not } from '../engine/questions.js';
import type { Question, Rule, Test } from '../engine/rule.js';

const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const allowances = `${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='false']`;
const charges = `${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='true']`;
const services = `${settlement}/ram:SpecifiedLogisticsServiceCharge`;
const lines = '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem';
const detail = (condition: string): string => `${lines}[ram:AssociatedDocumentLineDocument${condition}]`;
/** Lines that count: those that neither group nor inform. */
const details = `${lines}[!ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode], ${detail("/ram:LineStatusReasonCode='DETAIL'")}`;
const lineAmount =
  'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount';
const cent = new Big('0.01');

/** An amount that goes into a total: elements and their amount. */
interface Part {
  readonly sign: '+' | '-';
  readonly of: string;
  readonly amount: string;
}

const parts = {
  lines: { sign: '+', of: details, amount: lineAmount },
  allowances: { sign: '+', of: allowances, amount: 'ram:ActualAmount' },
  charges: { sign: '+', of: charges, amount: 'ram:ActualAmount' },
  services: { sign: '+', of: services, amount: 'ram:AppliedAmount' },
} as const satisfies Record<string, Part>;

/** The totals of the profile EXTENDED: each may miss by a cent for each amount that goes into it. */
export const extendedTotals: readonly Rule[] = [
  // The official test takes only lines that count into the sum, but every line into what it may miss.
  row('FXEXT-CO-10', ['BT-106'], totalOf('ram:LineTotalAmount', [parts.lines], lines)),
  row(
    'FXEXT-CO-11',
    ['BT-107'],
    any(
      all(not(exists('ram:AllowanceTotalAmount')), not(exists(allowances))),
      totalOf('ram:AllowanceTotalAmount', [parts.allowances]),
    ),
  ),
  row(
    'FXEXT-CO-12',
    ['BT-108'],
    any(
      all(not(exists('ram:ChargeTotalAmount')), not(exists(charges))),
      totalOf('ram:ChargeTotalAmount', [parts.charges, parts.services]),
    ),
  ),
  row(
    'FXEXT-CO-13',
    ['BT-109', 'BT-106', 'BT-107', 'BT-108'],
    totalOf('ram:TaxBasisTotalAmount', [
      parts.lines,
      { ...parts.allowances, sign: '-' },
      parts.charges,
      parts.services,
    ]),
  ),
  row('FXEXT-CO-15', ['BT-112', 'BT-109', 'BT-110'], () => grossIsNetAndTax()),
  row('FXEXT-CO-16', ['BT-115', 'BT-112', 'BT-113', 'BT-114'], () => dueIsGrossLessPaid()),
  { ...row('CO-25', ['BT-115', 'BT-9', 'BT-20'], () => dueHasTerms()), on: { cii: '/' } },
];

function row(id: string, terms: readonly string[], question: Question): Rule {
  return { id: `BR-${id}`, on: { cii: 'totals' }, terms, holds: { cii: question } };
}

/** A total equals its parts, each sum rounded, but for a cent for each of the elements counted. */
function totalOf(total: string, of: readonly Part[], counted = of.map((part) => part.of).join(', ')): Question {
  const [path, elements] = [pathOf(total), pathOf(counted)];
  const sums = of.map(({ sign, of: at, amount }) => ({ sign, at: pathOf(at), amount: pathOf(amount) }));
  return () => (node, document) => {
    const given = onlyNumber(path.values(node, document));
    if (given === null) return false;
    let expected = zero;
    for (const { sign, at, amount } of sums) {
      const sum = sumAt(at.nodes(node, document), amount, document);
      if (sum === null) return false;
      expected = sign === '+' ? expected.plus(sum) : expected.minus(sum);
    }
    return given
      .minus(expected)
      .abs()
      .lte(cent.times(elements.nodes(node, document).length));
  };
}

function sumAt(nodes: readonly DocumentNode[], amount: ReturnType<typeof pathOf>, document: DocumentIndex): Big | null {
  let sum = zero;
  for (const text of nodes.flatMap((node) => amount.values(node, document))) {
    const value = decimalOf(text);
    if (value === null) return null;
    sum = sum.plus(value);
  }
  return toCents(sum);
}

/** Gross = net + tax in the invoice's currency, but for a cent for each amount; without that tax, gross = net. */
function grossIsNetAndTax(): Test {
  const [gross, net, tax, currency] = [
    pathOf('ram:GrandTotalAmount'),
    pathOf('ram:TaxBasisTotalAmount'),
    pathOf('ram:TaxTotalAmount'),
    pathOf('../ram:InvoiceCurrencyCode'),
  ];
  const [code, counted] = [pathOf('@currencyID'), pathOf([details, allowances, charges, services].join(', '))];
  return (node, document) => {
    const codes = currency.values(node, document);
    const [left, right] = [onlyNumber(gross.values(node, document)), onlyNumber(net.values(node, document))];
    if (codes.length === 0 || left === null || right === null) return false;
    const taxes = tax
      .nodes(node, document)
      .filter((total) => code.values(total, document).some((carried) => codes.includes(carried)));
    const [only, ...more] = taxes;
    if (!only || more.length > 0) return left.eq(right);
    const amount = decimalOf(only.element.text);
    if (amount === null) return false;
    return left
      .minus(right)
      .minus(amount)
      .abs()
      .lte(cent.times(counted.nodes(node, document).length));
  };
}

/** Due = gross - paid + rounding + what is collected for a third party, exactly. */
function dueIsGrossLessPaid(): Test {
  const due = pathOf('ram:DuePayableAmount');
  const added = pathOf(
    'ram:GrandTotalAmount, ram:RoundingAmount, ../ram:SpecifiedFinancialAdjustment/ram:ActualAmount',
  );
  const paid = pathOf('ram:TotalPrepaidAmount');
  const sum = (path: typeof due, node: DocumentNode, document: DocumentIndex): Big =>
    path.values(node, document).reduce((total, text) => total.plus(decimalOf(text) ?? zero), zero);
  return (node, document) => {
    const given = onlyNumber(due.values(node, document));
    return given?.eq(sum(added, node, document).minus(sum(paid, node, document))) ?? false;
  };
}

/** Something to pay says by when, or on which terms. */
function dueHasTerms(): Test {
  const due = pathOf('//ram:DuePayableAmount');
  const terms = pathOf(
    '//ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime, //ram:SpecifiedTradePaymentTerms/ram:Description',
  );
  return (node, document) => !(doubleOf(due.values(node, document)[0] ?? '') > 0) || terms.exists(node, document);
}
