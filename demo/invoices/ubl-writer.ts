import type { CalculatedAllowance, CalculatedInvoice, CalculatedLine, VatGroup } from './calculation.js';
import type { InvoiceDescription, Party, Seller, SupportingDocument, VatRate } from './description.js';
import { billingProcess, xrechnung } from './profiles.js';
import { base64, optional, withAttribute, writeXml, type XmlContent } from './xml-writer.js';

const namespaces = 'urn:oasis:names:specification:ubl:schema:xsd';
const vatScheme = { 'cbc:ID': 'VAT' };

/** Writes the invoice as UBL 2.1, as a CreditNote document if its type is 381. */
export function writeUbl(invoice: CalculatedInvoice): string {
  const root = invoice.terms.type === '381' ? 'CreditNote' : 'Invoice';
  return writeXml({
    [root]: {
      '@_xmlns': `${namespaces}:${root}-2`,
      '@_xmlns:cac': `${namespaces}:CommonAggregateComponents-2`,
      '@_xmlns:cbc': `${namespaces}:CommonBasicComponents-2`,
      ...headOf(invoice.terms),
      ...referencesOf(invoice.terms),
      ...partiesAndPayment(invoice.terms),
      'cac:AllowanceCharge': invoice.allowances.map((each) => allowanceOf(each, invoice.terms.currency, 'document')),
      ...amountsOf(invoice),
      [`cac:${root}Line`]: invoice.lines.map((line) => lineOf(line, invoice.terms)),
    },
  });
}

function headOf(terms: InvoiceDescription): { readonly [name: string]: XmlContent | undefined } {
  const isCreditNote = terms.type === '381';
  return {
    'cbc:CustomizationID': xrechnung,
    'cbc:ProfileID': billingProcess,
    'cbc:ID': terms.number,
    'cbc:IssueDate': terms.issued,
    'cbc:DueDate': isCreditNote ? undefined : terms.due,
    [isCreditNote ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode']: terms.type,
    'cbc:Note': terms.note,
    'cbc:DocumentCurrencyCode': terms.currency,
    'cbc:TaxCurrencyCode': terms.euroRate === undefined ? undefined : 'EUR',
    'cbc:BuyerReference': terms.buyerReference,
  };
}

function referencesOf(terms: InvoiceDescription): { readonly [name: string]: XmlContent | undefined } {
  return {
    'cac:OrderReference': optional(terms.orderReference, (id) => ({ 'cbc:ID': id })),
    'cac:BillingReference': optional(terms.precedes, ({ number, issued }) => ({
      'cac:InvoiceDocumentReference': { 'cbc:ID': number, 'cbc:IssueDate': issued },
    })),
    'cac:AdditionalDocumentReference': optional(terms.attachment, attachmentOf),
  };
}

function attachmentOf({ id, title, fileName, bytes }: SupportingDocument): XmlContent {
  return {
    'cbc:ID': id,
    'cbc:DocumentDescription': title,
    'cac:Attachment': {
      'cbc:EmbeddedDocumentBinaryObject': {
        '#text': base64(bytes),
        '@_mimeCode': 'application/pdf',
        '@_filename': fileName,
      },
    },
  };
}

function partiesAndPayment(terms: InvoiceDescription): { readonly [name: string]: XmlContent | undefined } {
  return {
    'cac:AccountingSupplierParty': { 'cac:Party': sellerOf(terms.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': partyOf(terms.buyer) },
    'cac:Delivery': { 'cbc:ActualDeliveryDate': terms.delivered },
    'cac:PaymentMeans': {
      'cbc:PaymentMeansCode': '58',
      'cbc:PaymentDueDate': terms.type === '381' ? terms.due : undefined,
      'cbc:PaymentID': terms.number,
      'cac:PayeeFinancialAccount': { 'cbc:ID': terms.seller.iban, 'cbc:Name': terms.seller.name },
    },
    'cac:PaymentTerms': { 'cbc:Note': terms.paymentTerms },
  };
}

function sellerOf(seller: Seller): XmlContent {
  return partyOf(seller, {
    'cac:PartyTaxScheme': { 'cbc:CompanyID': seller.vatId, 'cac:TaxScheme': vatScheme },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': seller.name },
    'cac:Contact': optional(seller.contact, ({ name, phone, mail }) => ({
      'cbc:Name': name,
      'cbc:Telephone': phone,
      'cbc:ElectronicMail': mail,
    })),
  });
}

function partyOf(party: Party, rest?: { readonly [name: string]: XmlContent | undefined }): XmlContent {
  return {
    'cbc:EndpointID': withAttribute(party.mail, 'schemeID', 'EM'),
    'cac:PostalAddress': {
      'cbc:StreetName': party.street,
      'cbc:CityName': party.city,
      'cbc:PostalZone': party.postCode,
      'cac:Country': { 'cbc:IdentificationCode': party.country },
    },
    ...(rest ?? { 'cac:PartyLegalEntity': { 'cbc:RegistrationName': party.name } }),
  };
}

function amountsOf({ terms, totals, vatGroups }: CalculatedInvoice): {
  readonly [name: string]: XmlContent | readonly XmlContent[];
} {
  const amount = (value: string) => withAttribute(value, 'currencyID', terms.currency);
  const taxTotal = {
    'cbc:TaxAmount': amount(totals.vat),
    'cac:TaxSubtotal': vatGroups.map((group) => subtotalOf(group, terms.currency)),
  };
  const inEuro =
    totals.vatInEuro === null ? [] : [{ 'cbc:TaxAmount': withAttribute(totals.vatInEuro, 'currencyID', 'EUR') }];
  return {
    'cac:TaxTotal': [taxTotal, ...inEuro],
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(totals.lineTotal),
      'cbc:TaxExclusiveAmount': amount(totals.net),
      'cbc:TaxInclusiveAmount': amount(totals.gross),
      'cbc:AllowanceTotalAmount': optional(totals.allowanceTotal, amount),
      'cbc:ChargeTotalAmount': optional(totals.chargeTotal, amount),
      'cbc:PayableAmount': amount(totals.due),
    },
  };
}

function subtotalOf(group: VatGroup, currency: string): XmlContent {
  return {
    'cbc:TaxableAmount': withAttribute(group.base, 'currencyID', currency),
    'cbc:TaxAmount': withAttribute(group.vat, 'currencyID', currency),
    'cac:TaxCategory': standardRate(group.rate),
  };
}

function lineOf(line: CalculatedLine, { type, currency }: InvoiceDescription): XmlContent {
  const { terms } = line;
  return {
    'cbc:ID': line.id,
    [type === '381' ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: withAttribute(
      terms.quantity,
      'unitCode',
      terms.unit,
    ),
    'cbc:LineExtensionAmount': withAttribute(line.net, 'currencyID', currency),
    'cac:AllowanceCharge': line.allowances.map((each) => allowanceOf(each, currency, 'line')),
    'cac:Item': {
      'cbc:Description': terms.description,
      'cbc:Name': terms.name,
      'cac:ClassifiedTaxCategory': standardRate(terms.vatRate),
    },
    'cac:Price': { 'cbc:PriceAmount': withAttribute(terms.price, 'currencyID', currency) },
  };
}

/** On a line the VAT rate is the line's own and is not repeated. */
function allowanceOf(
  { terms, amount, base }: CalculatedAllowance,
  currency: string,
  on: 'line' | 'document',
): XmlContent {
  return {
    'cbc:ChargeIndicator': String(terms.kind === 'charge'),
    'cbc:AllowanceChargeReasonCode': terms.code,
    'cbc:AllowanceChargeReason': terms.reason,
    'cbc:MultiplierFactorNumeric': 'percent' in terms.of ? terms.of.percent : undefined,
    'cbc:Amount': withAttribute(amount, 'currencyID', currency),
    'cbc:BaseAmount': optional(base, (value) => withAttribute(value, 'currencyID', currency)),
    'cac:TaxCategory': on === 'document' ? standardRate(terms.vatRate) : undefined,
  };
}

function standardRate(rate: VatRate): XmlContent {
  return { 'cbc:ID': 'S', 'cbc:Percent': rate, 'cac:TaxScheme': vatScheme };
}
