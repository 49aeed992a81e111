import { attributeOf, textOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { decimalsIn } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import type { Test } from '../engine/rule.js';

const atMostOne = (text: string): Test => {
  const path = pathOf(text);
  return (node, document) => path.nodes(node, document).length <= 1;
};

const some = (text: string): Test => {
  const path = pathOf(text);
  return (node, document) => path.exists(node, document);
};

const none = (text: string): Test => {
  const there = some(text);
  return (node, document) => !there(node, document);
};

const notBoth = (first: string, second: string): Test => {
  const [one, other] = [some(first), some(second)];
  return (node, document) => !(one(node, document) && other(node, document));
};

const allEqual = (text: string, treat: (text: string) => string = (value) => value): Test => {
  const path = pathOf(text);
  return (node, document) => new Set(path.values(node, document).map(treat)).size <= 1;
};

/** The element is there only on what the condition names. */
const only = (text: string, condition: string): Test => {
  const [there, allowed] = [some(text), some(condition)];
  return (node, document) => !there(node, document) || allowed(node, document);
};

const seller = 'cac:AccountingSupplierParty/cac:Party';
const sellerScheme = `${seller}/cac:PartyTaxScheme`;
const notVat = "[!cac:TaxScheme[cbc:ID%'VAT']]";
const reference130 = "//cac:AdditionalDocumentReference[cbc:DocumentTypeCode='130']";

/** The rules of the UBL binding that count nothing. */
export const ublByHand: Readonly<Record<string, Test>> = {
  'UBL-SR-51': atMostOne('cac:AddressLine'),
  'UBL-SR-43': documentTypeAllowsScheme,
  'UBL-DT-01': (node) => decimalsIn(textOf(node)) <= 2,
  'UBL-DT-06': some('@mimeCode'),
  'UBL-DT-07': some('@filename'),
  'UBL-SR-53': (node, document) =>
    pathOf('cac:TaxScheme/cbc:ID').exists(node, document) && pathOf('cbc:CompanyID').exists(node, document),
  'UBL-CR-002': none("cbc:UBLVersionID[!.='2.1']"),
  'UBL-CR-412': (node, document) =>
    node.element.name !== 'Invoice' || !pathOf('cac:PaymentMeans/cbc:PaymentDueDate').exists(node, document),
  'UBL-CR-665': none("//cac:AdditionalDocumentReference[!cbc:DocumentTypeCode='130']/cbc:ID/@schemeID"),
  'UBL-CR-666': none(`${reference130}/cac:Attachment`),
  'UBL-CR-673': none(`${reference130}/cbc:DocumentDescription`),
  'UBL-DT-18': (node, document) =>
    document.withAttribute('name').every((carrier) => carrier.name === 'cbc:PaymentMeansCode'),
  'UBL-SR-04': atMostOne("cac:AdditionalDocumentReference[cbc:DocumentTypeCode='130']/cbc:ID"),
  'UBL-SR-12': atMostOne(`${sellerScheme}[cac:TaxScheme/cbc:ID%'VAT']/cbc:CompanyID`),
  'UBL-SR-13': atMostOne(`${sellerScheme}[cac:TaxScheme]${notVat}/cbc:CompanyID`),
  'UBL-SR-18': atMostOne(
    "cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID%'VAT']/cbc:CompanyID",
  ),
  'UBL-SR-29': atMostOne("//cac:PartyIdentification/cbc:ID[@schemeID%'SEPA']"),
  'UBL-SR-44': allEqual('//cbc:PaymentID'),
  'UBL-SR-47': allEqual('//cbc:PaymentMeansCode'),
  'UBL-SR-19': payeeWith('cac:PartyName/cbc:Name'),
  'UBL-SR-20': payeeWith("cac:PartyIdentification/cbc:ID[!@schemeID%'SEPA']"),
  'UBL-SR-21': payeeWith('cac:PartyLegalEntity/cbc:CompanyID'),
  'UBL-SR-07': some('cac:InvoiceDocumentReference/cbc:ID'),
};

/** A scheme or a document type is for the invoiced object (130) and, on credit notes, the project (50). */
function documentTypeAllowsScheme(node: DocumentNode, document: DocumentIndex): boolean {
  const codes = pathOf('cbc:DocumentTypeCode').values(node, document);
  if (codes.includes('130')) return true;
  if (document.root.element.name === 'CreditNote' && codes.includes('50')) return true;
  return codes.length === 0 && !pathOf('cbc:ID/@schemeID').exists(node, document);
}

/** All three payee rules also ask for a payee's name that differs from the seller's registered name. */
function payeeWith(counted: string): Test {
  const payees = pathOf('cac:PartyName/cbc:Name');
  const countedOnce = atMostOne(counted);
  const sellers = pathOf(`/${seller}/cac:PartyLegalEntity/cbc:RegistrationName`);
  return (node, document) => {
    const names = sellers.values(node, document);
    const differs = payees.some(node, document, (name) => names.some((other) => other !== name));
    return differs && countedOnce(node, document);
  };
}

const additional = 'ram:AdditionalReferencedDocument';
const isAdditional = (codes: string): string => `.[ram:TypeCode='${codes}']`;
const onAdditional = (text: string, codes: string): Test => {
  const [there, allowed] = [some(text), some(isAdditional(codes))];
  return (node, document) => !there(node, document) || (node.name === additional && allowed(node, document));
};

const headerMeans = '//ram:SpecifiedTradeSettlementPaymentMeans';
const creditTransfer = `ram:SpecifiedTradeSettlementPaymentMeans[ram:TypeCode~'30|58']`;

const billedUnit =
  '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode';

/** The rules of the CII binding that count nothing. */
export const ciiByHand: Readonly<Record<string, Test>> = {
  'CII-SR-046': only('ram:GlobalID', 'ram:GlobalID/@schemeID'),
  'CII-SR-090': (node, document) =>
    !pathOf('ram:OriginTradeCountry').exists(node, document) ||
    pathOf('ram:OriginTradeCountry/ram:ID').nodes(node, document).length === 1,
  'CII-SR-119': grossAllowanceIsComplete,
  'CII-SR-463': some('ram:ChargeIndicator'),
  'CII-SR-474': atMostOne(`${additional}[ram:TypeCode~'130']`),
  'CII-SR-450': notBoth('ram:BuyerTradeParty/ram:ID', 'ram:BuyerTradeParty/ram:GlobalID'),
  'CII-SR-457': atMostOne(`${additional}[ram:TypeCode='50']`),
  'CII-SR-458': atMostOne(`${additional}[ram:TypeCode='130']`),
  'CII-SR-465': none('ram:SellerTradeParty/ram:DefinedTradeContact[ram:PersonName][ram:DepartmentName]'),
  'CII-SR-466': none('ram:BuyerTradeParty/ram:DefinedTradeContact[ram:PersonName][ram:DepartmentName]'),
  'CII-SR-475': atMostOne(`${additional}[ram:TypeCode~'916']/ram:Name`),
  'CII-SR-476': atMostOne(`${additional}[ram:TypeCode~'916']/ram:AttachmentBinaryObject`),
  'CII-SR-449': notBoth('ram:ShipToTradeParty/ram:ID', 'ram:ShipToTradeParty/ram:GlobalID'),
  'CII-SR-451': notBoth('ram:PayeeTradeParty/ram:ID', 'ram:PayeeTradeParty/ram:GlobalID'),
  'CII-SR-462': allEqual('//ram:ApplicableTradeTax/ram:DueDateTypeCode'),
  'CII-SR-470': none(
    `${creditTransfer}[!ram:PayeePartyCreditorFinancialAccount/ram:IBANID][!ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID]`,
  ),
  'CII-SR-467': allEqual(`${headerMeans}/ram:TypeCode`, normalized),
  'CII-SR-468': allEqual(`${headerMeans}/ram:Information`, normalized),
  'CII-DT-015': onAdditional('ram:URIID', '916'),
  'CII-DT-018': onAdditional('ram:TypeCode', '50|130|916'),
  'CII-DT-021': onAdditional('ram:Name', '916'),
  'CII-DT-022': onAdditional('ram:AttachmentBinaryObject', '916'),
  'CII-DT-024': onAdditional('ram:ReferenceTypeCode', '130'),
  'CII-DT-027': (node, document) =>
    node.name === 'ram:InvoiceReferencedDocument' || !pathOf('ram:FormattedIssueDateTime').exists(node, document),
  'CII-DT-033': (node, document) => attributeOf(node, 'unitCode') === null || pathOf(billedUnit).exists(node, document),
  'CII-DT-037': none("ram:TypeCode[!.='VAT']"),
  'CII-DT-041': only('ram:BasisAmount', belowSettlement()),
  'CII-DT-052': (node, document) =>
    node.name === 'ram:ApplicableTradeTax' || !pathOf('ram:ExemptionReasonCode').exists(node, document),
  'CII-DT-098': (node, document) =>
    node.name === 'ram:ApplicableTradeTax' || !pathOf('ram:ExemptionReason').exists(node, document),
  'CII-DT-054': only('ram:TaxPointDate', belowSettlement()),
  'CII-DT-058': only('ram:DueDateTypeCode', belowSettlement()),
  'CII-DT-097': (node) => /^[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(normalized(textOf(node))),
};

function belowSettlement(): string {
  return '.[<ram:ApplicableHeaderTradeSettlement]';
}

/** Both an indicator that says "allowance" and an amount, or neither. */
function grossAllowanceIsComplete(node: DocumentNode, document: DocumentIndex): boolean {
  const at = 'ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge';
  const isAllowance = pathOf(`${at}/ram:ChargeIndicator[udt:Indicator?false]`).exists(node, document);
  const hasAmount = pathOf(`${at}/ram:ActualAmount`).exists(node, document);
  const hasIndicator = pathOf(`${at}/ram:ChargeIndicator`).exists(node, document);
  return (isAllowance && hasAmount) || (!hasIndicator && !hasAmount);
}
