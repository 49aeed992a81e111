import type { CalculatedAllowance, CalculatedInvoice, CalculatedLine } from './calculation.js';
import type { InvoiceDescription, Party, Seller, SupportingDocument, VatRate } from './description.js';
import { billingProcess, minimum, xrechnung } from './profiles.js';
import { base64, optional, withAttribute, writeXml, type XmlContent } from './xml-writer.js';

const namespaces = 'urn:un:unece:uncefact:data';
const rootAttributes = {
  '@_xmlns:rsm': `${namespaces}:standard:CrossIndustryInvoice:100`,
  '@_xmlns:ram': `${namespaces}:standard:ReusableAggregateBusinessInformationEntity:100`,
  '@_xmlns:qdt': `${namespaces}:standard:QualifiedDataType:100`,
  '@_xmlns:udt': `${namespaces}:standard:UnqualifiedDataType:100`,
} as const;

/** Writes the invoice as UN/CEFACT Cross Industry Invoice D16B. */
export function writeCii(invoice: CalculatedInvoice): string {
  const { terms } = invoice;
  return writeXml({
    'rsm:CrossIndustryInvoice': {
      ...rootAttributes,
      'rsm:ExchangedDocumentContext': {
        'ram:BusinessProcessSpecifiedDocumentContextParameter': { 'ram:ID': billingProcess },
        'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': xrechnung },
      },
      'rsm:ExchangedDocument': {
        ...documentOf(terms),
        'ram:IncludedNote': optional(terms.note, (note) => ({ 'ram:Content': note })),
      },
      'rsm:SupplyChainTradeTransaction': {
        'ram:IncludedSupplyChainTradeLineItem': invoice.lines.map(lineOf),
        'ram:ApplicableHeaderTradeAgreement': agreementOf(terms),
        'ram:ApplicableHeaderTradeDelivery': {
          'ram:ActualDeliverySupplyChainEvent': { 'ram:OccurrenceDateTime': dateOf(terms.delivered) },
        },
        'ram:ApplicableHeaderTradeSettlement': settlementOf(invoice),
      },
    },
  });
}

/** Writes only what Factur-X MINIMUM holds: the parties' names, the order and the totals, no lines. */
export function writeMinimum({ terms, totals }: CalculatedInvoice): string {
  return writeXml({
    'rsm:CrossIndustryInvoice': {
      ...rootAttributes,
      'rsm:ExchangedDocumentContext': {
        'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': minimum },
      },
      'rsm:ExchangedDocument': documentOf(terms),
      'rsm:SupplyChainTradeTransaction': {
        'ram:ApplicableHeaderTradeAgreement': {
          'ram:BuyerReference': terms.buyerReference,
          'ram:SellerTradeParty': {
            'ram:Name': terms.seller.name,
            'ram:PostalTradeAddress': { 'ram:CountryID': terms.seller.country },
            'ram:SpecifiedTaxRegistration': { 'ram:ID': withAttribute(terms.seller.vatId, 'schemeID', 'VA') },
          },
          'ram:BuyerTradeParty': { 'ram:Name': terms.buyer.name },
        },
        'ram:ApplicableHeaderTradeDelivery': '',
        'ram:ApplicableHeaderTradeSettlement': {
          'ram:InvoiceCurrencyCode': terms.currency,
          'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
            'ram:TaxBasisTotalAmount': totals.net,
            'ram:TaxTotalAmount': withAttribute(totals.vat, 'currencyID', terms.currency),
            'ram:GrandTotalAmount': totals.gross,
            'ram:DuePayableAmount': totals.due,
          },
        },
      },
    },
  });
}

function documentOf(terms: InvoiceDescription): { readonly [name: string]: XmlContent } {
  return { 'ram:ID': terms.number, 'ram:TypeCode': terms.type, 'ram:IssueDateTime': dateOf(terms.issued) };
}

function agreementOf(terms: InvoiceDescription): XmlContent {
  return {
    'ram:BuyerReference': terms.buyerReference,
    'ram:SellerTradeParty': sellerOf(terms.seller),
    'ram:BuyerTradeParty': partyOf(terms.buyer),
    'ram:BuyerOrderReferencedDocument': optional(terms.orderReference, (id) => ({ 'ram:IssuerAssignedID': id })),
    'ram:AdditionalReferencedDocument': optional(terms.attachment, attachmentOf),
  };
}

function attachmentOf({ id, title, fileName, bytes }: SupportingDocument): XmlContent {
  return {
    'ram:IssuerAssignedID': id,
    'ram:TypeCode': '916',
    'ram:Name': title,
    'ram:AttachmentBinaryObject': {
      '#text': base64(bytes),
      '@_mimeCode': 'application/pdf',
      '@_filename': fileName,
    },
  };
}

function sellerOf(seller: Seller): XmlContent {
  const contact = optional(seller.contact, ({ name, phone, mail }) => ({
    'ram:PersonName': name,
    'ram:TelephoneUniversalCommunication': { 'ram:CompleteNumber': phone },
    'ram:EmailURIUniversalCommunication': { 'ram:URIID': mail },
  }));
  return {
    ...partyOf(seller, contact),
    'ram:SpecifiedTaxRegistration': { 'ram:ID': withAttribute(seller.vatId, 'schemeID', 'VA') },
  };
}

function partyOf(party: Party, contact?: XmlContent): { readonly [name: string]: XmlContent | undefined } {
  return {
    'ram:Name': party.name,
    'ram:DefinedTradeContact': contact,
    'ram:PostalTradeAddress': {
      'ram:PostcodeCode': party.postCode,
      'ram:LineOne': party.street,
      'ram:CityName': party.city,
      'ram:CountryID': party.country,
    },
    'ram:URIUniversalCommunication': { 'ram:URIID': withAttribute(party.mail, 'schemeID', 'EM') },
  };
}

function settlementOf(invoice: CalculatedInvoice): XmlContent {
  const { terms, vatGroups, allowances } = invoice;
  return {
    'ram:PaymentReference': terms.number,
    'ram:TaxCurrencyCode': terms.euroRate === undefined ? undefined : 'EUR',
    'ram:InvoiceCurrencyCode': terms.currency,
    'ram:SpecifiedTradeSettlementPaymentMeans': {
      'ram:TypeCode': '58',
      'ram:PayeePartyCreditorFinancialAccount': {
        'ram:IBANID': terms.seller.iban,
        'ram:AccountName': terms.seller.name,
      },
    },
    'ram:ApplicableTradeTax': vatGroups.map((group) => ({
      'ram:CalculatedAmount': group.vat,
      'ram:TypeCode': 'VAT',
      'ram:BasisAmount': group.base,
      'ram:CategoryCode': 'S',
      'ram:RateApplicablePercent': group.rate,
    })),
    'ram:SpecifiedTradeAllowanceCharge': allowances.map((each) => allowanceOf(each, 'document')),
    'ram:SpecifiedTradePaymentTerms': {
      'ram:Description': terms.paymentTerms,
      'ram:DueDateDateTime': dateOf(terms.due),
    },
    'ram:SpecifiedTradeSettlementHeaderMonetarySummation': summationOf(invoice),
    'ram:InvoiceReferencedDocument': optional(terms.precedes, ({ number, issued }) => ({
      'ram:IssuerAssignedID': number,
      'ram:FormattedIssueDateTime': {
        'qdt:DateTimeString': withAttribute(compactDate(issued), 'format', '102'),
      },
    })),
  };
}

function summationOf({ terms, totals }: CalculatedInvoice): XmlContent {
  const inEuro = totals.vatInEuro === null ? [] : [withAttribute(totals.vatInEuro, 'currencyID', 'EUR')];
  return {
    'ram:LineTotalAmount': totals.lineTotal,
    'ram:ChargeTotalAmount': totals.chargeTotal ?? undefined,
    'ram:AllowanceTotalAmount': totals.allowanceTotal ?? undefined,
    'ram:TaxBasisTotalAmount': totals.net,
    'ram:TaxTotalAmount': [withAttribute(totals.vat, 'currencyID', terms.currency), ...inEuro],
    'ram:GrandTotalAmount': totals.gross,
    'ram:DuePayableAmount': totals.due,
  };
}

function lineOf(line: CalculatedLine): XmlContent {
  const { terms } = line;
  return {
    'ram:AssociatedDocumentLineDocument': { 'ram:LineID': line.id },
    'ram:SpecifiedTradeProduct': { 'ram:Name': terms.name, 'ram:Description': terms.description },
    'ram:SpecifiedLineTradeAgreement': { 'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': terms.price } },
    'ram:SpecifiedLineTradeDelivery': {
      'ram:BilledQuantity': withAttribute(terms.quantity, 'unitCode', terms.unit),
    },
    'ram:SpecifiedLineTradeSettlement': {
      'ram:ApplicableTradeTax': standardRate(terms.vatRate),
      'ram:SpecifiedTradeAllowanceCharge': line.allowances.map((each) => allowanceOf(each, 'line')),
      'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': line.net },
    },
  };
}

/** On a line the VAT rate is the line's own and is not repeated. */
function allowanceOf({ terms, amount, base }: CalculatedAllowance, on: 'line' | 'document'): XmlContent {
  return {
    'ram:ChargeIndicator': { 'udt:Indicator': String(terms.kind === 'charge') },
    'ram:CalculationPercent': 'percent' in terms.of ? terms.of.percent : undefined,
    'ram:BasisAmount': base ?? undefined,
    'ram:ActualAmount': amount,
    'ram:ReasonCode': terms.code,
    'ram:Reason': terms.reason,
    'ram:CategoryTradeTax': on === 'document' ? standardRate(terms.vatRate) : undefined,
  };
}

function standardRate(rate: VatRate): XmlContent {
  return { 'ram:TypeCode': 'VAT', 'ram:CategoryCode': 'S', 'ram:RateApplicablePercent': rate };
}

/** UNTDID 2379 format 102: CCYYMMDD. */
function dateOf(isoDate: string): XmlContent {
  return { 'udt:DateTimeString': withAttribute(compactDate(isoDate), 'format', '102') };
}

function compactDate(isoDate: string): string {
  return isoDate.replaceAll('-', '');
}
