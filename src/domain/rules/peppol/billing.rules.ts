import { normalized, pathOf } from '../engine/path.js';
import { all, any, count, exists, inSyntax, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { amountIsShareOfBase, lineAmountIsPriceTimesQuantity, peppolAmounts } from '../xrechnung/taken-over-amounts.js';
import {
  indicatorIsWord,
  peppolTakenOverRules,
  taxesHaveSameSign,
  taxTotalsInCurrency,
} from '../xrechnung/peppol-taken-over.rules.js';
import { bothHold, residesAbout } from './countries.js';
import { isProcess } from './processes.js';

const specification = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const agreement = '//ram:ApplicableHeaderTradeAgreement';
const ublLines = 'cac:InvoiceLine|cac:CreditNoteLine';
const line = `/${ublLines}/cac:AllowanceCharge`;
const atMostOne = (number: number): boolean => number <= 1;
const exactlyOne = (number: number): boolean => number === 1;

/** Amounts that must be in the invoice's currency: all but the tax total in the accounting currency. */
const amounts =
  '//cbc:Amount|cbc:BaseAmount|cbc:PriceAmount|cbc:TaxableAmount|cbc:LineExtensionAmount|cbc:TaxExclusiveAmount' +
  '|cbc:TaxInclusiveAmount|cbc:AllowanceTotalAmount|cbc:ChargeTotalAmount|cbc:PrepaidAmount' +
  '|cbc:PayableRoundingAmount|cbc:PayableAmount, //cac:TaxTotal[cac:TaxSubtotal]/cbc:TaxAmount, //cac:TaxSubtotal/cbc:TaxAmount';

/** Both parties reside in Germany: what only Germans may do between themselves. */
export const isGermanTrade = bothHold(residesAbout('seller', 'DE'), residesAbout('buyer', 'DE'));

/** The rules of Peppol BIS Billing 3.0 itself (PEPPOL-EN16931-R); what XRechnung takes over unchanged stands there. */
export const billingRules: readonly Rule[] = [
  asTakenOver('PEPPOL-EN16931-R001'),
  {
    id: 'PEPPOL-EN16931-R002',
    on: { ubl: 'document', cii: '//rsm:ExchangedDocument' },
    terms: ['BT-21', 'BT-22'],
    holds: {
      ubl: any(count('/cbc:Note', atMostOne), applies(isGermanTrade)),
      cii: all(count('ram:IncludedNote', atMostOne), not(exists('ram:IncludedNote/ram:SubjectCode'))),
    },
  },
  {
    id: 'PEPPOL-EN16931-R003',
    on: { ubl: 'document', cii: agreement },
    terms: ['BT-10', 'BT-13'],
    holds: {
      ubl: exists('cbc:BuyerReference', 'cac:OrderReference/cbc:ID'),
      cii: exists('ram:BuyerReference', 'ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID'),
    },
  },
  {
    id: 'PEPPOL-EN16931-R004',
    on: { ubl: 'document', cii: '//rsm:ExchangedDocumentContext' },
    terms: ['BT-24'],
    holds: {
      ubl: someText('cbc:CustomizationID', isBillingId),
      cii: someText('ram:GuidelineSpecifiedDocumentContextParameter/ram:ID', isBillingId),
    },
  },
  asTakenOver('PEPPOL-EN16931-R005'),
  {
    id: 'PEPPOL-EN16931-R006',
    on: { cii: agreement },
    terms: ['BT-18'],
    holds: { cii: count("ram:AdditionalReferencedDocument[ram:TypeCode='130']", atMostOne) },
  },
  {
    id: 'PEPPOL-EN16931-R007',
    on: { ubl: 'document', cii: '//rsm:ExchangedDocumentContext' },
    terms: ['BT-23'],
    holds: { ubl: someText('BT-23', isProcess.ubl), cii: someText('BT-23', isProcess.cii) },
  },
  { id: 'PEPPOL-EN16931-R008', on: { ubl: '//*' }, terms: [], holds: { ubl: holdsSomething } },
  asTakenOver('PEPPOL-EN16931-R010'),
  asTakenOver('PEPPOL-EN16931-R020'),
  asTakenOver('PEPPOL-EN16931-R040', { holds: any(not(hasFactorAndBase()), amountIsShareOfBase(peppolAmounts)) }),
  asTakenOver('PEPPOL-EN16931-R041'),
  asTakenOver('PEPPOL-EN16931-R042'),
  // An allowance with a factor or a base alone is reported by R041 or R042 and not looked at further.
  {
    id: 'PEPPOL-EN16931-R043',
    on: {
      ubl: bothOrNone(['/cac:AllowanceCharge', line], 'cbc:MultiplierFactorNumeric', 'cbc:BaseAmount'),
      cii: `${bothOrNone(['//ram:SpecifiedTradeAllowanceCharge'], 'ram:CalculationPercent', 'ram:BasisAmount')}, //ram:AppliedTradeAllowanceCharge`,
    },
    terms: [],
    quotes: { ubl: 'cbc:ChargeIndicator', cii: 'ram:ChargeIndicator/udt:Indicator' },
    holds: indicatorIsWord,
  },
  asTakenOver('PEPPOL-EN16931-R044', { on: { ubl: '//cac:Price/cac:AllowanceCharge' } }),
  asTakenOver('PEPPOL-EN16931-R046', { on: { ubl: '//cac:Price/cac:AllowanceCharge' } }),
  {
    id: 'PEPPOL-EN16931-R051',
    on: { ubl: amounts },
    terms: ['BT-5'],
    quotes: '@currencyID',
    holds: { ubl: isInInvoiceCurrency },
  },
  asTakenOver('PEPPOL-EN16931-R053', {
    holds: { ubl: count('/cac:TaxTotal[cac:TaxSubtotal]', exactlyOne), cii: taxTotalsInCurrency(exactlyOne) },
  }),
  asTakenOver('PEPPOL-EN16931-R054'),
  asTakenOver('PEPPOL-EN16931-R055', { holds: taxesHaveSameSign({ ciiNeedsInvoiceTax: false }) }),
  asTakenOver('PEPPOL-EN16931-R061'),
  {
    id: 'PEPPOL-EN16931-R080',
    on: { ubl: '//cn:CreditNote', cii: agreement },
    terms: ['BT-11'],
    holds: {
      ubl: count("cac:AdditionalDocumentReference[cbc:DocumentTypeCode='50']", atMostOne),
      cii: count("ram:AdditionalReferencedDocument[ram:TypeCode='50']", atMostOne),
    },
  },
  {
    id: 'PEPPOL-EN16931-R100',
    on: 'line',
    terms: ['BT-128'],
    holds: {
      ubl: count('cac:DocumentReference', atMostOne),
      cii: count("ram:SpecifiedLineTradeSettlement/ram:AdditionalReferencedDocument[ram:TypeCode='130']", atMostOne),
    },
  },
  asTakenOver('PEPPOL-EN16931-R101'),
  asTakenOver('PEPPOL-EN16931-R110'),
  asTakenOver('PEPPOL-EN16931-R111'),
  asTakenOver('PEPPOL-EN16931-R120', { holds: lineAmountIsPriceTimesQuantity(peppolAmounts), severity: 'fatal' }),
  asTakenOver('PEPPOL-EN16931-R121'),
  asTakenOver('PEPPOL-EN16931-R130'),
];

/** The row that XRechnung takes over, with what is different there. */
function asTakenOver(id: string, own: Partial<Rule> = {}): Rule {
  const row = peppolTakenOverRules.find((rule) => rule.id === id);
  if (!row) throw new Error(`XRechnung takes over no rule ${id}`);
  return { ...row, ...own };
}

function applies(test: typeof isGermanTrade): Question {
  return () => (_node, document) => test(document);
}

function isBillingId(id: string): boolean {
  const text = normalized(id);
  return text.startsWith(specification) && !text.includes('::');
}

function hasFactorAndBase(): Question {
  return inSyntax({
    ubl: exists('.[cbc:MultiplierFactorNumeric][cbc:BaseAmount]'),
    cii: exists('.[ram:CalculationPercent][ram:BasisAmount]'),
  });
}

/** The elements that have both children, and those that have neither. */
function bothOrNone(places: readonly string[], first: string, second: string): string {
  return places.flatMap((at) => [`${at}[${first}][${second}]`, `${at}[!${first}][!${second}]`]).join(', ');
}

/** Every element without children holds text; an attachment's bytes are kept apart from it. */
function holdsSomething(): ReturnType<Question> {
  return ({ children, element }) => {
    if (children.length > 0 || normalized(element.text) !== '') return true;
    return !!element.binary && element.binary.end > element.binary.start;
  };
}

function isInInvoiceCurrency(): ReturnType<Question> {
  const [own, invoice] = [pathOf('@currencyID'), pathOf('/cbc:DocumentCurrencyCode')];
  return (node, document) => {
    const codes = invoice.values(node, document);
    return own.values(node, document).some((code) => codes.includes(code));
  };
}
