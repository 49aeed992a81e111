import { codesIn } from '../code-lists/code-list.js';
import { normalized, pathOf } from '../engine/path.js';
import { all, any, exists, inSyntax, someNumber, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { bothHold, residesAbout, type When } from './countries.js';

const isDutch = residesAbout('seller', 'NL');
const isDutchTrade = bothHold(isDutch, residesAbout('buyer', 'NL'));
const isDutchRepresented = bothHold(isDutch, residesAbout('representative', 'NL'));
const transaction = '/rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const ciiMeans = `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`;
const creditNotes = '81|83|381|396|532';

/** What Dutch suppliers must state (NL-R), taken from the Dutch CIUS of EN 16931. */
export const dutchRules: readonly Rule[] = [
  {
    id: 'NL-R-001',
    on: { ubl: '//cbc:CreditNoteTypeCode', cii: `/rsm:ExchangedDocument[ram:TypeCode~'${creditNotes}']` },
    when: isDutch,
    terms: ['BT-25'],
    holds: {
      ubl: exists('/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
      cii: exists('//ram:ApplicableHeaderTradeSettlement/ram:InvoiceReferencedDocument/ram:IssuerAssignedID'),
    },
  },
  addressRule('NL-R-002', isDutch, '//cac:AccountingSupplierParty/cac:Party', `${agreement}/ram:SellerTradeParty`),
  numberRule('NL-R-003', isDutch, 'cac:AccountingSupplierParty', 'ram:SellerTradeParty'),
  addressRule('NL-R-004', isDutchTrade, '//cac:AccountingCustomerParty/cac:Party', `${agreement}/ram:BuyerTradeParty`),
  numberRule('NL-R-005', isDutchTrade, 'cac:AccountingCustomerParty', 'ram:BuyerTradeParty'),
  addressRule(
    'NL-R-006',
    isDutchRepresented,
    '//cac:TaxRepresentativeParty',
    `${agreement}/ram:SellerTaxRepresentativeTradeParty`,
  ),
  {
    id: 'NL-R-007',
    on: {
      ubl: '//cac:LegalMonetaryTotal',
      cii: `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
    },
    when: isDutch,
    terms: ['BT-115', 'BG-16'],
    holds: any(inSyntax({ ubl: exists('//cac:PaymentMeans'), cii: exists(ciiMeans) }), owesNothing),
  },
  {
    id: 'NL-R-008',
    on: { ubl: '//cac:PaymentMeans', cii: ciiMeans },
    when: isDutchTrade,
    terms: ['BT-81'],
    quotes: { ubl: 'cbc:PaymentMeansCode', cii: 'ram:TypeCode' },
    holds: inSyntax({ ubl: isDutchMeans('cbc:PaymentMeansCode'), cii: isDutchMeans('ram:TypeCode') }),
  },
  {
    id: 'NL-R-009',
    on: {
      ubl: '//cac:OrderLineReference/cbc:LineID',
      cii: `${transaction}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID`,
    },
    when: isDutch,
    terms: ['BT-13', 'BT-132'],
    holds: {
      ubl: exists('/cac:OrderReference/cbc:ID'),
      cii: exists(`${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
    },
  },
];

function addressRule(id: string, when: When, ubl: string, cii: string): Rule {
  return {
    id,
    on: { ubl: `${ubl}/cac:PostalAddress`, cii: `${cii}/ram:PostalTradeAddress` },
    when,
    terms: ['BT-35', 'BT-37', 'BT-38'],
    holds: inSyntax({
      ubl: all(exists('cbc:StreetName'), exists('cbc:CityName'), exists('cbc:PostalZone')),
      cii: all(exists('ram:LineOne'), exists('ram:CityName'), exists('ram:PostcodeCode')),
    }),
  };
}

/** The legal identifier is a KVK (0106) or OIN number (0190). */
function numberRule(id: string, when: When, ubl: string, cii: string): Rule {
  return {
    id,
    on: {
      ubl: `//${ubl}/cac:Party/cac:PartyLegalEntity/cbc:CompanyID`,
      cii: `${agreement}/${cii}/ram:SpecifiedLegalOrganization/ram:ID`,
    },
    when,
    terms: ['BT-30-1', 'BT-47-1'],
    quotes: '@schemeID',
    holds: all(
      someText('.', (value) => normalized(value) !== ''),
      someText('@schemeID', (scheme) => scheme.split(' ').some((part) => part === '0106' || part === '0190')),
    ),
  };
}

/** Nothing is to be paid to the supplier: an invoice of at most zero, a credit note of at least zero. */
function owesNothing(...[scope]: Parameters<Question>): ReturnType<Question> {
  const due = scope.syntax === 'ubl' ? 'cbc:PayableAmount' : 'ram:DuePayableAmount';
  const isPositive = someNumber(due, (amount) => amount.gte(0))(scope);
  const isNegative = someNumber(due, (amount) => amount.lte(0))(scope);
  const type = pathOf('/rsm:ExchangedDocument/ram:TypeCode');
  return (node, document) => {
    const isCredit =
      scope.syntax === 'ubl'
        ? document.root.name === 'cn:CreditNote'
        : normalized(type.first(node, document) ?? '') === '381';
    return isCredit ? isPositive(node, document) : isNegative(node, document);
  };
}

function isDutchMeans(path: string): Question {
  return someText(path, (code) => codesIn('nl-4461').has(normalized(code)));
}
