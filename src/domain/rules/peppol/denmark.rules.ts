import { codeListText } from '../code-lists/code-list.js';
import { doubleOf } from '../engine/numbers.js';
import { normalized } from '../engine/path.js';
import { all, any, exists, filled, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { bothHold, residesIn } from './countries.js';

const isDanishSupplier = residesIn('seller', 'DK');
const isDanishBuyer = residesIn('buyer', 'DK');
const isDanishTrade = bothHold(isDanishSupplier, isDanishBuyer);

const transaction = '/rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const legalId = {
  ubl: '/cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
  cii: `${agreement}/ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID`,
};
// UBL asks about the means of payment of invoices alone; CII has no credit notes apart.
const means = {
  ubl: '/cac:PaymentMeans[^inv:Invoice]',
  cii: `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`,
};
const code = { ubl: 'cbc:PaymentMeansCode', cii: 'ram:TypeCode' };
const account = { ubl: 'cac:PayeeFinancialAccount/cbc:ID', cii: 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID' };
const reference = { ubl: 'cbc:PaymentID', cii: '../ram:PaymentReference' };
const classification = {
  ubl: 'cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode',
  cii: 'ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode',
};
const reasonPath = `${settlement}/ram:SpecifiedTradeAllowanceCharge`;

/** What Danish suppliers must state (DK-R): most of it only towards Danish buyers. */
export const danishRules: readonly Rule[] = [
  {
    id: 'DK-R-002',
    on: 'document',
    when: isDanishSupplier,
    terms: ['BT-30'],
    holds: { ubl: filled(legalId.ubl), cii: filled(legalId.cii) },
  },
  {
    id: 'DK-R-003',
    on: {
      ubl: '/cac:InvoiceLine|cac:CreditNoteLine',
      cii: `${transaction}/ram:IncludedSupplyChainTradeLineItem`,
    },
    when: isDanishTrade,
    terms: ['BT-158-2'],
    holds: { ubl: classifiedByVersion(classification.ubl), cii: classifiedByVersion(classification.cii) },
    severity: { ubl: 'fatal', cii: 'warning' },
  },
  {
    id: 'DK-R-004',
    on: { ubl: '//cac:AllowanceCharge', cii: 'document' },
    when: isDanishTrade,
    terms: ['BT-97', 'BT-98', 'BT-104', 'BT-105'],
    holds: {
      ubl: taxNamesItsCategory('cbc:AllowanceChargeReasonCode', 'cbc:AllowanceChargeReason'),
      cii: taxNamesItsCategory(`${reasonPath}/ram:ReasonCode`, `${reasonPath}/ram:Reason`),
    },
  },
  meansRule('DK-R-005', (syntax) => someText(code[syntax], (value) => danishCodes().includes(` ${value} `))),
  meansRule('DK-R-006', (syntax) =>
    whenPaidBy(
      '31|42',
      syntax,
      all(
        filled(account[syntax]),
        filled(
          syntax === 'ubl'
            ? 'cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID'
            : 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID',
        ),
      ),
    ),
  ),
  meansRule('DK-R-007', (syntax) =>
    whenPaidBy(
      '49',
      syntax,
      syntax === 'ubl'
        ? all(filled('cac:PaymentMandate/cbc:ID'), filled('cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID'))
        : all(filled('../ram:CreditorReferenceID'), filled('ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID')),
    ),
  ),
  meansRule(
    'DK-R-008',
    (syntax) =>
      whenPaidBy(
        '50',
        syntax,
        all(startsWith(reference[syntax], ['01#', '04#', '15#']), hasLength(account[syntax], 7)),
      ),
    ['BT-83', 'BT-84'],
  ),
  meansRule(
    'DK-R-009',
    (syntax) =>
      whenPaidBy(
        '50',
        syntax,
        any(not(startsWith(reference[syntax], ['04#', '15#'])), hasLength(reference[syntax], 19)),
      ),
    ['BT-83'],
  ),
  meansRule(
    'DK-R-010',
    (syntax) =>
      whenPaidBy(
        '93',
        syntax,
        all(startsWith(reference[syntax], ['71#', '73#', '75#']), hasLength(account[syntax], 8)),
      ),
    ['BT-83', 'BT-84'],
  ),
  meansRule(
    'DK-R-011',
    (syntax) =>
      whenPaidBy(
        '93',
        syntax,
        any(not(startsWith(reference[syntax], ['71#', '75#'])), hasLength(reference[syntax], 18, 19)),
      ),
    ['BT-83'],
  ),
  {
    id: 'DK-R-013',
    on: {
      ubl: '/cac:AccountingSupplierParty|cac:AccountingCustomerParty/cac:Party/cac:PartyIdentification',
      cii: 'document',
    },
    when: isDanishTrade,
    terms: ['BT-29-1', 'BT-46-1'],
    holds: {
      ubl: schemed('cbc:ID'),
      cii: all(
        schemed(`${agreement}/ram:SellerTradeParty/ram:GlobalID`),
        schemed(`${agreement}/ram:BuyerTradeParty/ram:GlobalID`),
      ),
    },
  },
  {
    id: 'DK-R-014',
    on: 'document',
    when: isDanishSupplier,
    terms: ['BT-30-1'],
    holds: { ubl: hasDanishScheme(legalId.ubl), cii: hasDanishScheme(legalId.cii) },
  },
  {
    id: 'DK-R-016',
    on: { ubl: '//cn:CreditNote', cii: "/rsm:ExchangedDocument[ram:TypeCode~'381']" },
    when: isDanishTrade,
    terms: ['BT-115'],
    holds: {
      ubl: not(isNegative('/cac:LegalMonetaryTotal/cbc:PayableAmount')),
      cii: not(isNegative(`${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount`)),
    },
  },
  {
    id: 'DK-R-017',
    on: { ubl: '/cac:AccountingCustomerParty/cac:Party' },
    when: isDanishTrade,
    terms: ['BT-47-1'],
    holds: { ubl: hasDanishScheme('cac:PartyLegalEntity/cbc:CompanyID') },
  },
];

function meansRule(id: string, question: (syntax: 'ubl' | 'cii') => Question, terms: readonly string[] = []): Rule {
  return {
    id,
    on: means,
    when: isDanishTrade,
    terms: ['BT-81', ...terms],
    quotes: code,
    holds: { ubl: question('ubl'), cii: question('cii') },
  };
}

function whenPaidBy(codes: string, syntax: 'ubl' | 'cii', question: Question): Question {
  return any(not(exists(`.[${code[syntax]}='${codes}']`)), question);
}

function startsWith(path: string, prefixes: readonly string[]): Question {
  return someText(path, (value) => prefixes.some((prefix) => value.startsWith(prefix)));
}

/** Characters as written, blanks included. */
function hasLength(path: string, ...lengths: readonly number[]): Question {
  return someText(path, (value) => lengths.includes(Array.from(value).length));
}

function danishCodes(): string {
  return ` ${codeListText('dk-4461')} `;
}

/** A classification by UNSPSC (list TST) names the version 19.0501 or 26.0801. */
function classifiedByVersion(path: string): Question {
  return any(
    not(exists(`${path}[@listID='TST']`)),
    exists(`${path}[@listVersionID='19.05.01|19.0501|26.08.01|26.0801']`),
  );
}

/** A tax that is no VAT (code ZZZ) names its category: four digits, or a text with # inside. */
function taxNamesItsCategory(codePath: string, reason: string): Question {
  const isNumber = (value: string): boolean =>
    Array.from(normalized(value)).length === 4 && doubleOf(value) >= 0 && doubleOf(value) <= 9999;
  const isCategory = (value: string): boolean => isNumber(value) || /^[^#][\s\S]*#[\s\S]*[^#]$/.test(value);
  return any(not(exists(`${codePath}[.='ZZZ']`)), someText(reason, isCategory));
}

function schemed(path: string): Question {
  return any(not(exists(path)), filled(`${path}/@schemeID`));
}

/** The legal identifier is a CVR number (scheme 0184). */
function hasDanishScheme(path: string): Question {
  return any(not(exists(path)), exists(`${path}[@schemeID~'0184']`));
}

function isNegative(path: string): Question {
  return someText(path, (value) => doubleOf(value) < 0);
}
