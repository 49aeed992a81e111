import { textOf } from '../document-index.js';
import type { CodeListName } from '../code-lists/code-lists.table.js';
import { isInList, type CodeCheck } from '../en16931/code-list.rules.js';
import { normalized, pathOf } from '../engine/path.js';
import { someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { builtinForms } from '../structure/lexical-forms.js';
import { isGermanTrade } from './billing.rules.js';
import { restrictsTypes } from './processes.js';

const amounts =
  '//cbc:Amount|cbc:BaseAmount|cbc:PriceAmount|cbc:TaxAmount|cbc:TaxableAmount|cbc:LineExtensionAmount' +
  '|cbc:TaxExclusiveAmount|cbc:TaxInclusiveAmount|cbc:AllowanceTotalAmount|cbc:ChargeTotalAmount|cbc:PrepaidAmount' +
  '|cbc:PayableRoundingAmount|cbc:PayableAmount';
const reason = (indicator: string): string =>
  `//cac:AllowanceCharge[cbc:ChargeIndicator='${indicator}']/cbc:AllowanceChargeReasonCode`;
const ciiReason = (indicator: string): string =>
  `//ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator~'${indicator}']/ram:ReasonCode`;
const address = 'ram:URIUniversalCommunication/ram:URIID';

/** Coded values of Peppol BIS Billing 3.0 (PEPPOL-EN16931-CL, -P, -F). */
export const codedValueRules: readonly Rule[] = [
  codeRule(
    'CL001',
    ['BT-125-1'],
    attributeIn('//cbc:EmbeddedDocumentBinaryObject[@mimeCode]', '@mimeCode', 'mime-en'),
    attributeIn('//ram:AttachmentBinaryObject[@mimeCode]', '@mimeCode', 'mime-en'),
  ),
  codeRule(
    'CL002',
    ['BT-98', 'BT-140'],
    { at: reason('false'), list: 'untdid-5189-en' },
    { at: ciiReason('false'), list: 'untdid-5189-en' },
  ),
  codeRule(
    'CL003',
    ['BT-105', 'BT-145'],
    { at: reason('true'), list: 'untdid-7161' },
    { at: ciiReason('true'), list: 'untdid-7161' },
  ),
  codeRule('CL006', ['BT-8'], { at: '//cac:InvoicePeriod/cbc:DescriptionCode', list: 'vat-date-code' }),
  codeRule(
    'CL007',
    [],
    attributeIn(amounts, '@currencyID', 'peppol-4217'),
    attributeIn('//ram:TaxTotalAmount[@currencyID]', '@currencyID', 'peppol-4217-cii'),
  ),
  codeRule(
    'CL008',
    ['BT-34-1', 'BT-49-1'],
    attributeIn('//cbc:EndpointID[@schemeID]', '@schemeID', 'peppol-eas'),
    attributeIn(`//ram:BuyerTradeParty/${address}, //ram:SellerTradeParty/${address}`, '@schemeID', 'peppol-eas-cii'),
  ),
  {
    id: 'PEPPOL-EN16931-F001',
    on: {
      ubl: '//cbc:IssueDate|cbc:DueDate|cbc:TaxPointDate|cbc:StartDate|cbc:EndDate|cbc:ActualDeliveryDate',
      cii: '//udt:DateTimeString',
    },
    terms: [],
    quotes: '.',
    holds: { ubl: isPlainDate, cii: isDateOfThisCentury },
  },
  {
    ...codeRule(
      'P0100',
      ['BT-3'],
      { at: '//cbc:InvoiceTypeCode', list: 'peppol-1001-invoice' },
      // The official context names the element in a namespace it does not have, so no real document meets it.
      { at: '//ram:ExchangedDocument/ram:TypeCode', list: 'peppol-1001-invoice-cii' },
    ),
    when: restrictsTypes,
  },
  {
    ...codeRule('P0101', ['BT-3'], { at: '//cbc:CreditNoteTypeCode', list: 'peppol-1001-creditnote' }),
    when: restrictsTypes,
  },
  exemptionRule('P0104', 'VATEX-EU-G', 'G'),
  exemptionRule('P0105', 'VATEX-EU-O', 'O'),
  exemptionRule('P0106', 'VATEX-EU-IC', 'K'),
  exemptionRule('P0107', 'VATEX-EU-AE', 'AE'),
  exemptionRule('P0108', 'VATEX-EU-D', 'E'),
  exemptionRule('P0109', 'VATEX-EU-F', 'E'),
  exemptionRule('P0110', 'VATEX-EU-I', 'E'),
  exemptionRule('P0111', 'VATEX-EU-J', 'E'),
  {
    id: 'PEPPOL-EN16931-P0112',
    on: { ubl: "//cbc:InvoiceTypeCode[.~'326|384']" },
    terms: ['BT-3'],
    quotes: '.',
    holds: { ubl: () => (_node, document) => isGermanTrade(document) },
  },
];

function attributeIn(at: string, value: string, list: CodeListName): CodeCheck {
  return { at, value, list, as: 'exact' };
}

function codeRule(id: string, terms: readonly string[], ubl: CodeCheck, cii?: CodeCheck): Rule {
  const rule = { id: `PEPPOL-EN16931-${id}`, terms, quotes: ubl.value ?? '.' };
  return cii
    ? { ...rule, on: { ubl: ubl.at, cii: cii.at }, holds: { ubl: isInList(ubl), cii: isInList(cii) } }
    : { ...rule, on: { ubl: ubl.at }, holds: { ubl: isInList(ubl) } };
}

/** The code of an exemption's reason fixes the VAT category of its breakdown or allowance. */
function exemptionRule(id: string, exemption: string, category: string): Rule {
  return {
    id: `PEPPOL-EN16931-${id}`,
    on: { ubl: `//cac:TaxCategory[cbc:TaxExemptionReasonCode%'${exemption}']` },
    terms: ['BT-121', 'BT-118'],
    quotes: 'cbc:ID',
    holds: { ubl: someText('cbc:ID', (code) => normalized(code) === category) },
  };
}

/** Ten characters as they stand, a day of the calendar, no zone. */
function isPlainDate(): ReturnType<Question> {
  return (node) => {
    const text = textOf(node);
    return text.length === 10 && builtinForms['date']?.accepts(normalized(text)) === true;
  };
}

/** CII wants format 102 and eight characters that contain a year from 2000 on; the calendar is not looked at. */
function isDateOfThisCentury(): ReturnType<Question> {
  const format = pathOf('@format');
  return (node, document) => {
    const text = textOf(node);
    const isFormat102 = format.values(node, document).some((value) => normalized(value) === '102');
    return isFormat102 && text.length === 8 && /20[0-9]{6}/.test(normalized(text));
  };
}
