import { codeListText, codesIn } from '../code-lists/code-list.js';
import type { CodeListName } from '../code-lists/code-lists.table.js';
import { normalized, pathOf } from '../engine/path.js';
import type { Question, Rule } from '../engine/rule.js';

/** How a value is compared with a list: as it stands, white space normalised (the usual way), or upper-cased too. */
type Treatment = 'exact' | 'normalized' | 'upper';

/** Elements whose text or attribute must be one of a list's codes. */
export interface CodeCheck {
  readonly at: string;
  readonly value?: string;
  readonly list: CodeListName;
  readonly as?: Treatment;
}

interface Row {
  readonly id: string;
  readonly terms: readonly string[];
  readonly ubl: CodeCheck;
  readonly cii: CodeCheck;
}

const amounts =
  '//cbc:Amount|cbc:BaseAmount|cbc:PriceAmount|cbc:TaxAmount|cbc:TaxableAmount|cbc:LineExtensionAmount' +
  '|cbc:TaxExclusiveAmount|cbc:TaxInclusiveAmount|cbc:AllowanceTotalAmount|cbc:ChargeTotalAmount|cbc:PrepaidAmount' +
  '|cbc:PayableRoundingAmount|cbc:PayableAmount';
const object130 = "[cbc:DocumentTypeCode='130']";
const ciiAllowance = (indicator: string): string =>
  `//ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator?${indicator}]/ram:ReasonCode`;

/** Coded values (EN 16931-1, 6.4.3 and the code lists published with it: BR-CL). */
const rows: readonly Row[] = [
  row(
    'BR-CL-03',
    [],
    { at: amounts, value: '@currencyID', list: 'iso-4217' },
    { at: '//ram:TaxTotalAmount[@currencyID]', value: '@currencyID', list: 'iso-4217' },
  ),
  row(
    'BR-CL-04',
    ['BT-5'],
    { at: '//cbc:DocumentCurrencyCode', list: 'iso-4217' },
    { at: '//ram:InvoiceCurrencyCode', list: 'iso-4217' },
  ),
  row(
    'BR-CL-05',
    ['BT-6'],
    { at: '//cbc:TaxCurrencyCode', list: 'iso-4217' },
    { at: '//ram:TaxCurrencyCode', list: 'iso-4217' },
  ),
  row(
    'BR-CL-06',
    ['BT-8'],
    { at: '//cac:InvoicePeriod/cbc:DescriptionCode', list: 'vat-date-code' },
    { at: '//ram:DueDateTypeCode', list: 'vat-date-code-cii' },
  ),
  row(
    'BR-CL-07',
    ['BT-18-1', 'BT-128-1'],
    {
      at: `//cac:AdditionalDocumentReference|cac:DocumentReference${object130}/cbc:ID[@schemeID]`,
      value: '@schemeID',
      list: 'untdid-1153',
    },
    { at: '//ram:ReferenceTypeCode', list: 'untdid-1153' },
  ),
  row(
    'BR-CL-11',
    ['BT-30-1', 'BT-47-1', 'BT-61-1'],
    { at: '//cac:PartyLegalEntity/cbc:CompanyID[@schemeID]', value: '@schemeID', list: 'iso-6523-icd' },
    { at: '//ram:ID[@schemeID][!<ram:SpecifiedTaxRegistration]', value: '@schemeID', list: 'iso-6523-icd' },
  ),
  row(
    'BR-CL-13',
    ['BT-158-1'],
    { at: '//cac:CommodityClassification/cbc:ItemClassificationCode[@listID]', value: '@listID', list: 'untdid-7143' },
    { at: '//ram:ClassCode[@listID]', value: '@listID', list: 'untdid-7143' },
  ),
  row(
    'BR-CL-14',
    ['BT-40', 'BT-55', 'BT-69', 'BT-80'],
    { at: '//cac:Country/cbc:IdentificationCode', list: 'iso-3166-en' },
    { at: '//ram:CountryID', list: 'iso-3166-en-cii' },
  ),
  // In CII an identifier with a scheme is taken by BR-CL-11 before its country is looked at.
  row(
    'BR-CL-15',
    ['BT-159'],
    { at: '//cac:OriginCountry/cbc:IdentificationCode', list: 'iso-3166-en' },
    { at: '//ram:OriginTradeCountry/ram:ID[!@schemeID]', list: 'iso-3166-en-cii' },
  ),
  row(
    'BR-CL-16',
    ['BT-81'],
    { at: '//cac:PaymentMeans/cbc:PaymentMeansCode', list: 'untdid-4461' },
    { at: '//ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode', list: 'untdid-4461' },
  ),
  row(
    'BR-CL-17',
    ['BT-95', 'BT-102', 'BT-118'],
    { at: '//cac:TaxCategory/cbc:ID', list: 'untdid-5305-en' },
    { at: '//ram:CategoryTradeTax/ram:CategoryCode', list: 'untdid-5305-en' },
  ),
  row(
    'BR-CL-18',
    ['BT-151'],
    { at: '//cac:ClassifiedTaxCategory/cbc:ID', list: 'untdid-5305-en' },
    { at: '//ram:ApplicableTradeTax/ram:CategoryCode', list: 'untdid-5305-en' },
  ),
  row(
    'BR-CL-19',
    ['BT-98', 'BT-140'],
    { at: '//cac:AllowanceCharge[cbc:ChargeIndicator?false]/cbc:AllowanceChargeReasonCode', list: 'untdid-5189-en' },
    { at: ciiAllowance('false'), list: 'untdid-5189-en' },
  ),
  row(
    'BR-CL-20',
    ['BT-105', 'BT-145'],
    { at: '//cac:AllowanceCharge[cbc:ChargeIndicator?true]/cbc:AllowanceChargeReasonCode', list: 'untdid-7161' },
    { at: ciiAllowance('true'), list: 'untdid-7161' },
  ),
  row(
    'BR-CL-21',
    ['BT-157-1'],
    { at: '//cac:StandardItemIdentification/cbc:ID[@schemeID]', value: '@schemeID', list: 'iso-6523-icd' },
    { at: '//ram:SpecifiedTradeProduct/ram:GlobalID[@schemeID]', value: '@schemeID', list: 'iso-6523-icd' },
  ),
  row(
    'BR-CL-22',
    ['BT-121'],
    { at: '//cbc:TaxExemptionReasonCode', list: 'vatex', as: 'upper' },
    { at: '//ram:ExemptionReasonCode', list: 'vatex', as: 'upper' },
  ),
  row(
    'BR-CL-23',
    ['BT-130', 'BT-150'],
    {
      at: '//cbc:InvoicedQuantity|cbc:BaseQuantity|cbc:CreditedQuantity[@unitCode]',
      value: '@unitCode',
      list: 'unece-rec20-21',
    },
    { at: '//ram:BasisQuantity|ram:BilledQuantity[@unitCode]', value: '@unitCode', list: 'unece-rec20-21' },
  ),
  row(
    'BR-CL-24',
    ['BT-125-1'],
    { at: '//cbc:EmbeddedDocumentBinaryObject[@mimeCode]', value: '@mimeCode', list: 'mime-en', as: 'exact' },
    { at: '//ram:AttachmentBinaryObject[@mimeCode]', value: '@mimeCode', list: 'mime-en', as: 'exact' },
  ),
  row(
    'BR-CL-25',
    ['BT-34-1', 'BT-49-1'],
    { at: '//cbc:EndpointID[@schemeID]', value: '@schemeID', list: 'cef-eas' },
    { at: '//ram:URIUniversalCommunication/ram:URIID[@schemeID]', value: '@schemeID', list: 'cef-eas' },
  ),
  row(
    'BR-CL-26',
    ['BT-71-1'],
    { at: '//cac:DeliveryLocation/cbc:ID[@schemeID]', value: '@schemeID', list: 'iso-6523-icd' },
    {
      at: '//ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID[@schemeID]',
      value: '@schemeID',
      list: 'iso-6523-icd',
    },
  ),
];

export const codeListRules: readonly Rule[] = [
  ...rows.map(codeListRule),
  {
    id: 'BR-CL-01',
    on: { ubl: '//cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode', cii: '/rsm:ExchangedDocument/ram:TypeCode' },
    terms: ['BT-3'],
    quotes: '.',
    holds: { ubl: documentType, cii: isInList({ at: '', list: 'untdid-1001' }) },
  },
  {
    id: 'BR-CL-08',
    on: { ubl: '/cbc:Note', cii: '//ram:SubjectCode' },
    terms: ['BT-21'],
    quotes: '.',
    holds: { ubl: subjectInNote, cii: isInList({ at: '', list: 'untdid-4451-cii' }) },
  },
  {
    id: 'BR-CL-10',
    on: {
      ubl: '//cac:PartyIdentification/cbc:ID[@schemeID]',
      cii: '//ram:GlobalID[@schemeID][!<ram:SpecifiedTradeProduct][!<ram:ShipToTradeParty]',
    },
    terms: ['BT-29-1', 'BT-46-1', 'BT-60-1'],
    quotes: '@schemeID',
    holds: {
      ubl: partySchemeOrSepa('iso-6523-icd'),
      cii: isInList({ at: '', value: '@schemeID', list: 'iso-6523-icd' }),
    },
  },
];

function row(id: string, terms: readonly string[], ubl: CodeCheck, cii: CodeCheck): Row {
  return { id, terms, ubl, cii };
}

function codeListRule({ id, terms, ubl, cii }: Row): Rule {
  return {
    id,
    on: { ubl: ubl.at, cii: cii.at },
    terms,
    quotes: { ubl: ubl.value ?? '.', cii: cii.value ?? '.' },
    holds: { ubl: isInList(ubl), cii: isInList(cii) },
  };
}

/** The value is one token of the list; a value with an inner blank is none. A missing value is in no list. */
export function isInList(check: CodeCheck): Question {
  return () => {
    const path = pathOf(check.value ?? '.');
    const codes = codesIn(check.list);
    const treat = treatments[check.as ?? 'normalized'];
    return (node, document) => codes.has(treat(path.first(node, document) ?? ''));
  };
}

const treatments: Readonly<Record<Treatment, (value: string) => string>> = {
  exact: (value) => value,
  normalized,
  upper: (value) => normalized(value.toUpperCase()),
};

/** Invoices and credit notes have a list each: 381 is no type of an Invoice. */
function documentType(): ReturnType<Question> {
  const [invoice, creditNote] = [codesIn('untdid-1001-invoice'), codesIn('untdid-1001-creditnote')];
  return (node) => (node.name === 'cbc:InvoiceTypeCode' ? invoice : creditNote).has(normalized(node.element.text));
}

/** A note may begin with #XXX#; only then, and only for three characters, the text of the list must contain them. */
function subjectInNote(): ReturnType<Question> {
  const text = ` ${codeListText('untdid-4451')} `;
  return (node) => {
    const [, code, rest] = node.element.text.split('#');
    return rest === undefined || code === undefined || Array.from(code).length !== 3 || text.includes(code);
  };
}

/** The bank's creditor identifier carries the scheme SEPA, at the seller or the payee. */
export function partySchemeOrSepa(list: CodeListName): Question {
  return (scope) => {
    const inList = isInList({ at: '', value: '@schemeID', list })(scope);
    const isSepa = pathOf(".[@schemeID~'SEPA'][<cac:AccountingSupplierParty]");
    const isPayees = pathOf(".[@schemeID~'SEPA'][<cac:PayeeParty]");
    return (node, document) =>
      inList(node, document) || isSepa.exists(node, document) || isPayees.exists(node, document);
  };
}
