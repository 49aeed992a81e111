import type { Big } from 'big.js';
import { textOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { isAtLeast } from '../engine/dates.js';
import { decimalOf } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, any, count, exists, inSyntax, not } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';

import {
  amountIsShareOfBase,
  baseQuantityIsPositive,
  currencyPath,
  isPriceAllowance,
  lineAmountIsPriceTimesQuantity,
  netPriceInCii,
  netPriceInUbl,
  unitsAgree,
  xrechnungAmounts,
} from './taken-over-amounts.js';

const lines = 'cac:InvoiceLine|cac:CreditNoteLine';
const allowances = {
  ubl: `/cac:AllowanceCharge, /${lines}/cac:AllowanceCharge`,
  cii: '//ram:SpecifiedTradeAllowanceCharge',
};
const factor = inSyntax({ ubl: exists('cbc:MultiplierFactorNumeric'), cii: exists('ram:CalculationPercent') });
const base = inSyntax({ ubl: exists('cbc:BaseAmount'), cii: exists('ram:BasisAmount') });
const transaction = 'rsm:SupplyChainTradeTransaction';
const header = 'ram:ApplicableHeaderTradeSettlement';
const linePeriod = `//${transaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod`;

const grossPrice = `//${transaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice`;

/** Rules of Peppol BIS Billing 3.0 that XRechnung takes over in its own variants. */
export const peppolTakenOverRules: readonly Rule[] = [
  {
    id: 'PEPPOL-EN16931-R001',
    on: { ubl: 'document', cii: '//rsm:ExchangedDocumentContext' },
    terms: ['BT-23'],
    holds: { ubl: exists('BT-23'), cii: exists('ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID') },
  },
  {
    id: 'PEPPOL-EN16931-R005',
    on: { ubl: '//cbc:TaxCurrencyCode', cii: `//${header}/ram:TaxCurrencyCode` },
    terms: ['BT-6', 'BT-5'],
    quotes: '.',
    holds: currencyDiffers,
  },
  { id: 'PEPPOL-EN16931-R008', on: '//*', terms: [], holds: isNotEmpty },
  { id: 'PEPPOL-EN16931-R010', on: 'buyerParty', terms: ['BT-49'], holds: exists('BT-49') },
  { id: 'PEPPOL-EN16931-R020', on: 'sellerParty', terms: ['BT-34'], holds: exists('BT-34') },
  {
    id: 'PEPPOL-EN16931-R040',
    on: allowances,
    terms: [],
    holds: any(not(all(factor, base)), amountIsShareOfBase(xrechnungAmounts)),
  },
  { id: 'PEPPOL-EN16931-R041', on: allowances, terms: [], holds: any(not(factor), base) },
  { id: 'PEPPOL-EN16931-R042', on: allowances, terms: [], holds: any(factor, not(base)) },
  // An allowance with a factor or a base alone is reported by R041 or R042 and not looked at further.
  {
    id: 'PEPPOL-EN16931-R043',
    on: { ubl: allowances.ubl },
    terms: [],
    quotes: 'cbc:ChargeIndicator',
    holds: { ubl: any(exactlyOneOf(factor, base), indicatorIsWord) },
  },
  {
    id: 'PEPPOL-EN16931-R043-1',
    on: { cii: allowances.cii },
    terms: [],
    quotes: { cii: 'ram:ChargeIndicator/udt:Indicator' },
    holds: { cii: any(exactlyOneOf(factor, base), indicatorIsWord) },
  },
  {
    id: 'PEPPOL-EN16931-R043-2',
    on: { cii: '//ram:AppliedTradeAllowanceCharge' },
    terms: [],
    quotes: { cii: 'ram:ChargeIndicator/udt:Indicator' },
    holds: { cii: indicatorIsWord },
  },
  {
    id: 'PEPPOL-EN16931-R044',
    on: { ubl: '//cac:Price/cac:AllowanceCharge', cii: grossPrice },
    terms: ['BT-147'],
    holds: isPriceAllowance(),
  },
  {
    id: 'PEPPOL-EN16931-R046',
    on: { ubl: '//cac:Price/cac:AllowanceCharge', cii: grossPrice },
    terms: ['BT-146', 'BT-148'],
    holds: { ubl: netPriceInUbl, cii: netPriceInCii },
  },
  {
    id: 'PEPPOL-EN16931-R053',
    on: { ubl: 'document', cii: `//${header}` },
    terms: ['BG-23'],
    holds: {
      ubl: count('/cac:TaxTotal[cac:TaxSubtotal]', (number) => number === 1),
      cii: taxTotalsInCurrency((number) => number <= 1),
    },
  },
  {
    id: 'PEPPOL-EN16931-R054',
    on: { ubl: 'document', cii: `//${header}` },
    terms: ['BT-111', 'BT-6'],
    holds: otherTaxTotals,
  },
  {
    id: 'PEPPOL-EN16931-R055',
    on: { ubl: 'document', cii: `//${header}` },
    terms: ['BT-111', 'BT-110'],
    holds: taxesHaveSameSign({ ciiNeedsInvoiceTax: true }),
  },
  {
    id: 'PEPPOL-EN16931-R061',
    on: {
      ubl: "//cac:PaymentMeans[cbc:PaymentMeansCode~'49|59']",
      cii: "//ram:SpecifiedTradeSettlementPaymentMeans[ram:TypeCode~'49|59']",
    },
    terms: ['BT-89'],
    holds: {
      ubl: exists('cac:PaymentMandate/cbc:ID'),
      cii: exists('../ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID'),
    },
  },
  { id: 'PEPPOL-EN16931-R101', on: 'line', terms: ['BT-128'], holds: lineReferenceIsObject() },
  {
    id: 'PEPPOL-EN16931-R110',
    on: { ubl: `/${lines}/cac:InvoicePeriod/cbc:StartDate`, cii: `${linePeriod}/ram:StartDateTime` },
    terms: ['BT-134', 'BT-73'],
    quotes: { ubl: '.', cii: 'udt:DateTimeString' },
    holds: within('start'),
  },
  {
    id: 'PEPPOL-EN16931-R111',
    on: { ubl: `/${lines}/cac:InvoicePeriod/cbc:EndDate`, cii: `${linePeriod}/ram:EndDateTime` },
    terms: ['BT-135', 'BT-74'],
    quotes: { ubl: '.', cii: 'udt:DateTimeString' },
    holds: within('end'),
  },
  {
    id: 'PEPPOL-EN16931-R120',
    on: 'line',
    terms: ['BT-131', 'BT-129', 'BT-146', 'BT-149'],
    holds: lineAmountIsPriceTimesQuantity(xrechnungAmounts),
    severity: 'warning',
  },
  {
    id: 'PEPPOL-EN16931-R121',
    on: { ubl: 'line', cii: '//ram:NetPriceProductTradePrice|ram:GrossPriceProductTradePrice' },
    terms: ['BT-149'],
    quotes: { ubl: 'cac:Price/cbc:BaseQuantity', cii: 'ram:BasisQuantity' },
    holds: baseQuantityIsPositive(),
  },
  {
    id: 'PEPPOL-EN16931-R130',
    on: {
      ubl: '//cac:Price/cbc:BaseQuantity[@unitCode]',
      cii: '//ram:NetPriceProductTradePrice|ram:GrossPriceProductTradePrice/ram:BasisQuantity[@unitCode]',
    },
    terms: ['BT-150'],
    quotes: '@unitCode',
    holds: unitsAgree,
  },
];

function exactlyOneOf(first: Question, second: Question): Question {
  return any(all(first, not(second)), all(not(first), second));
}

function currencyDiffers(...[scope]: Parameters<Question>): ReturnType<Question> {
  const other = pathOf(scope.syntax === 'ubl' ? '../cbc:DocumentCurrencyCode' : '../ram:InvoiceCurrencyCode');
  return (node, document) => normalized(textOf(node)) !== normalized(other.first(node, document) ?? '');
}

/** Every element without children holds text; each syntax has one exception. */
function isNotEmpty(...[scope]: Parameters<Question>): ReturnType<Question> {
  const { syntax } = scope;
  return (node) => {
    if (node.children.length > 0 || normalized(node.element.text) !== '') return true;
    if (node.element.binary && node.element.binary.end > node.element.binary.start) return true;
    return syntax === 'ubl'
      ? node.name === 'cbc:ID' && node.parent?.name === 'cac:OrderReference'
      : node.name === 'ram:ApplicableHeaderTradeDelivery';
  };
}

/** The indicator is spelled out; 1 and 0 are no words. */
export function indicatorIsWord(...[scope]: Parameters<Question>): ReturnType<Question> {
  const path = pathOf(scope.syntax === 'ubl' ? 'cbc:ChargeIndicator' : 'ram:ChargeIndicator/udt:Indicator');
  return (node, document) => ['true', 'false'].includes(normalized(path.first(node, document) ?? ''));
}

const taxTotals = pathOf('ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount');

const carried = pathOf('@currencyID');

function currenciesOf(node: DocumentNode, document: DocumentIndex): readonly string[] {
  return taxTotals.nodes(node, document).flatMap((total) => carried.values(total, document));
}

/** How many tax totals of a CII document are in the invoice's currency. */
export function taxTotalsInCurrency(accepts: (number: number) => boolean): Question {
  return () => (node, document) => {
    const invoice = currencyPath.cii.values(node, document);
    return accepts(currenciesOf(node, document).filter((code) => invoice.includes(code)).length);
  };
}

/** One tax total without subtotals (CII: in another currency) where there is an accounting currency, else none. */
function otherTaxTotals(...[scope]: Parameters<Question>): ReturnType<Question> {
  if (scope.syntax === 'ubl') {
    const [others, accounting] = [pathOf('/cac:TaxTotal[!cac:TaxSubtotal]'), pathOf('/cbc:TaxCurrencyCode')];
    return (node, document) => others.nodes(node, document).length === (accounting.exists(node, document) ? 1 : 0);
  }
  const accounting = pathOf('ram:TaxCurrencyCode');
  return (node, document) => {
    const invoice = currencyPath.cii.values(node, document);
    const others = currenciesOf(node, document).filter((code) => invoice.some((other) => other !== code));
    return others.length === (accounting.exists(node, document) ? 1 : 0);
  };
}

/**
 * The taxes in both currencies are both at most zero or both at least zero; any pair will do. CII takes zero for
 * positive; XRechnung asks there only where there is a tax in the invoice's currency.
 */
export function taxesHaveSameSign({ ciiNeedsInvoiceTax }: { readonly ciiNeedsInvoiceTax: boolean }): Question {
  return ({ syntax }) => {
    const isUbl = syntax === 'ubl';
    const accounting = pathOf(isUbl ? '/cbc:TaxCurrencyCode' : `/${transaction}/${header}/ram:TaxCurrencyCode`);
    const totals = isUbl ? pathOf('/cac:TaxTotal/cbc:TaxAmount') : taxTotals;
    const invoice = currencyPath[syntax];
    return (node, document) => {
      if (!accounting.exists(node, document)) return true;
      const [mine, theirs] = [invoice, accounting].map((path) => {
        const codes = path.values(node, document).map(normalized);
        return totals
          .nodes(node, document)
          .filter((total) => carried.values(total, document).some((code) => codes.includes(code)))
          .map((total) => decimalOf(textOf(total)));
      });
      if (!isUbl && ciiNeedsInvoiceTax && mine?.length === 0) return true;
      const both = (test: (value: Big) => boolean): boolean =>
        [mine, theirs].every((amounts) => amounts?.some((amount) => amount !== null && test(amount)));
      return both((amount) => (isUbl ? amount.lte(0) : amount.lt(0))) || both((amount) => amount.gte(0));
    };
  };
}

function lineReferenceIsObject(): Question {
  return inSyntax({
    ubl: any(not(exists('cac:DocumentReference')), exists("cac:DocumentReference/cbc:DocumentTypeCode[.='130']")),
    cii: any(
      not(exists('ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument')),
      exists("ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument/ram:TypeCode[.='130']"),
    ),
  });
}

/** A line's period lies within the invoice's; UBL compares dates, CII texts. */
function within(end: 'start' | 'end'): Question {
  const isUbl = (syntax: string): boolean => syntax === 'ubl';
  return ({ syntax }) => {
    const name = end === 'start' ? 'Start' : 'End';
    const invoice = pathOf(
      isUbl(syntax)
        ? `/cac:InvoicePeriod/cbc:${name}Date`
        : `/${transaction}/${header}/ram:BillingSpecifiedPeriod/ram:${name}DateTime`,
    );
    const text = pathOf(isUbl(syntax) ? '.' : 'udt:DateTimeString');
    const invoiceText = pathOf(isUbl(syntax) ? invoice.text : `${invoice.text}/udt:DateTimeString`);
    const inOrder = isUbl(syntax) ? isAtLeast : (later: string, earlier: string): boolean => later >= earlier;
    return (node, document) => {
      if (!invoice.exists(node, document)) return true;
      const others = invoiceText.values(node, document);
      return text
        .values(node, document)
        .some((own) => others.some((other) => (end === 'start' ? inOrder(own, other) : inOrder(other, own))));
    };
  };
}
