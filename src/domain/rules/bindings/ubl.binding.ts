import type { Binding } from '../engine/scope.js';

const vat = "[cac:TaxScheme/cbc:ID^'VAT']";
const lines = 'cac:InvoiceLine|cac:CreditNoteLine';
const seller = 'cac:AccountingSupplierParty/cac:Party';
const buyer = 'cac:AccountingCustomerParty/cac:Party';
const allowance = '[cbc:ChargeIndicator?false]';
const charge = '[cbc:ChargeIndicator?true]';

/** Where the business terms stand in UBL 2.1 (CEN/TS 16931-3-2), as the rules ask for them. */
export const ublBinding: Binding = {
  syntax: 'ubl',
  groups: {
    document: {
      at: '/',
      terms: {
        'BT-1': 'cbc:ID',
        'BT-2': 'cbc:IssueDate',
        'BT-3': 'cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode',
        'BT-5': 'cbc:DocumentCurrencyCode',
        'BT-6': 'cbc:TaxCurrencyCode',
        'BT-7': 'cbc:TaxPointDate',
        'BT-8': 'cac:InvoicePeriod/cbc:DescriptionCode',
        'BT-10': 'cbc:BuyerReference',
        'BT-12': 'cac:ContractDocumentReference/cbc:ID',
        'BT-17': 'cac:OriginatorDocumentReference/cbc:ID',
        'BT-20': 'cac:PaymentTerms/cbc:Note',
        'BT-21': 'cbc:Note',
        'BT-23': 'cbc:ProfileID',
        'BT-24': 'cbc:CustomizationID',
        'BT-27': `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
        'BT-31': `${seller}/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
        'BT-32': `${seller}/cac:PartyTaxScheme/cbc:CompanyID`,
        'BT-44': `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
        'BT-47': `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
        'BT-48': `${buyer}/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
        'BT-63': `cac:TaxRepresentativeParty/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
        'BT-72': 'cac:Delivery/cbc:ActualDeliveryDate',
        'BT-80': 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode',
        'BT-89': 'cac:PaymentMeans/cac:PaymentMandate/cbc:ID',
        'BT-91': 'cac:PaymentMeans/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID',
        'BT-106': 'cac:LegalMonetaryTotal/cbc:LineExtensionAmount',
        'BT-107': 'cac:LegalMonetaryTotal/cbc:AllowanceTotalAmount',
        'BT-108': 'cac:LegalMonetaryTotal/cbc:ChargeTotalAmount',
        'BT-109': 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount',
        'BT-110': 'cac:TaxTotal/cbc:TaxAmount',
        'BT-111': 'cac:TaxTotal/cbc:TaxAmount',
        'BT-112': 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount',
        'BT-113': 'cac:LegalMonetaryTotal/cbc:PrepaidAmount',
        'BT-114': 'cac:LegalMonetaryTotal/cbc:PayableRoundingAmount',
        'BT-115': 'cac:LegalMonetaryTotal/cbc:PayableAmount',
        'BG-3': 'cac:BillingReference/cac:InvoiceDocumentReference',
        'BG-5': `${seller}/cac:PostalAddress`,
        'BG-8': `${buyer}/cac:PostalAddress`,
        'BG-11': 'cac:TaxRepresentativeParty',
        'BG-14': 'cac:InvoicePeriod',
        'BG-16': 'cac:PaymentMeans',
        'BG-19': 'cac:PaymentMeans/cac:PaymentMandate',
        'BG-23': 'cac:TaxTotal/cac:TaxSubtotal',
        'BG-25': lines,
      },
    },
    totals: {
      at: '//cac:LegalMonetaryTotal',
      terms: {
        'BT-106': 'cbc:LineExtensionAmount',
        'BT-107': 'cbc:AllowanceTotalAmount',
        'BT-108': 'cbc:ChargeTotalAmount',
        'BT-109': 'cbc:TaxExclusiveAmount',
        'BT-112': 'cbc:TaxInclusiveAmount',
        'BT-113': 'cbc:PrepaidAmount',
        'BT-114': 'cbc:PayableRoundingAmount',
        'BT-115': 'cbc:PayableAmount',
      },
    },
    seller: {
      at: '//cac:AccountingSupplierParty',
      terms: {
        'BT-29': 'cac:Party/cac:PartyIdentification/cbc:ID',
        'BT-30': 'cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
        'BT-31': `cac:Party/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
        'BG-6': 'cac:Party/cac:Contact',
      },
    },
    headerSeller: { at: '/cac:AccountingSupplierParty', terms: { 'BG-6': 'cac:Party/cac:Contact' } },
    sellerParty: { at: `//${seller}`, terms: { 'BT-34': 'cbc:EndpointID' } },
    buyerParty: { at: `//${buyer}`, terms: { 'BT-49': 'cbc:EndpointID' } },
    sellerAddress: { at: `//${seller}/cac:PostalAddress`, terms: { 'BT-40': 'cac:Country/cbc:IdentificationCode' } },
    headerSellerAddress: {
      at: `/${seller}/cac:PostalAddress`,
      terms: { 'BT-37': 'cbc:CityName', 'BT-38': 'cbc:PostalZone' },
    },
    sellerContact: {
      at: `/${seller}/cac:Contact`,
      terms: { 'BT-41': 'cbc:Name', 'BT-42': 'cbc:Telephone', 'BT-43': 'cbc:ElectronicMail' },
    },
    sellerEndpoint: { at: `//${seller}/cbc:EndpointID`, terms: { 'BT-34': '.', 'BT-34-1': '@schemeID' } },
    buyerEndpoint: { at: `//${buyer}/cbc:EndpointID`, terms: { 'BT-49': '.', 'BT-49-1': '@schemeID' } },
    buyerAddress: { at: `//${buyer}/cac:PostalAddress`, terms: { 'BT-55': 'cac:Country/cbc:IdentificationCode' } },
    headerBuyerAddress: {
      at: `/${buyer}/cac:PostalAddress`,
      terms: { 'BT-52': 'cbc:CityName', 'BT-53': 'cbc:PostalZone' },
    },
    payee: {
      at: '//cac:PayeeParty',
      terms: { 'BT-59': 'cac:PartyName/cbc:Name', 'BT-60': 'cac:PartyIdentification/cbc:ID' },
    },
    taxRepresentative: {
      at: '//cac:TaxRepresentativeParty',
      terms: {
        'BT-62': 'cac:PartyName/cbc:Name',
        'BT-63': `cac:PartyTaxScheme${vat}/cbc:CompanyID`,
        'BG-12': 'cac:PostalAddress',
      },
    },
    taxRepresentativeAddress: {
      at: '//cac:TaxRepresentativeParty/cac:PostalAddress',
      terms: { 'BT-69': 'cac:Country/cbc:IdentificationCode' },
    },
    deliverToAddress: {
      at: '//cac:Delivery/cac:DeliveryLocation/cac:Address',
      terms: { 'BT-80': 'cac:Country/cbc:IdentificationCode' },
    },
    headerDeliverToAddress: {
      at: '/cac:Delivery/cac:DeliveryLocation/cac:Address',
      terms: { 'BT-77': 'cbc:CityName', 'BT-78': 'cbc:PostalZone' },
    },
    invoicePeriod: {
      at: '//cac:InvoicePeriod[!^cac:InvoiceLine][!^cac:CreditNoteLine]',
      terms: { 'BT-8': 'cbc:DescriptionCode', 'BT-73': 'cbc:StartDate', 'BT-74': 'cbc:EndDate' },
    },
    linePeriod: {
      at: `//${lines}/cac:InvoicePeriod`,
      terms: { 'BT-134': 'cbc:StartDate', 'BT-135': 'cbc:EndDate' },
    },
    documentAllowance: {
      at: `/cac:AllowanceCharge${allowance}`,
      terms: allowanceTerms('BT-92', 'BT-93', 'BT-95', 'BT-97', 'BT-98'),
    },
    documentCharge: {
      at: `/cac:AllowanceCharge${charge}`,
      terms: allowanceTerms('BT-99', 'BT-100', 'BT-102', 'BT-104', 'BT-105'),
    },
    lineAllowance: {
      at: `//${lines}/cac:AllowanceCharge${allowance}`,
      terms: allowanceTerms('BT-136', 'BT-137', null, 'BT-139', 'BT-140'),
    },
    lineCharge: {
      at: `//${lines}/cac:AllowanceCharge${charge}`,
      terms: allowanceTerms('BT-141', 'BT-142', null, 'BT-144', 'BT-145'),
    },
    vatBreakdown: {
      at: '//cac:TaxTotal/cac:TaxSubtotal',
      terms: {
        'BT-116': 'cbc:TaxableAmount',
        'BT-117': 'cbc:TaxAmount',
        'BT-118': `cac:TaxCategory${vat}/cbc:ID`,
        'BT-119': `cac:TaxCategory${vat}/cbc:Percent`,
      },
    },
    headerVatBreakdown: {
      at: '/cac:TaxTotal/cac:TaxSubtotal',
      terms: { 'BT-118': 'cac:TaxCategory/cbc:ID', 'BT-119': 'cac:TaxCategory/cbc:Percent' },
    },
    taxTotal: {
      at: '/cac:TaxTotal',
      terms: { 'BT-110': 'cbc:TaxAmount', 'BT-117': 'cac:TaxSubtotal/cbc:TaxAmount', 'BG-23': 'cac:TaxSubtotal' },
    },
    vatIdentifier: { at: `//cac:PartyTaxScheme${vat}`, terms: { 'BT-31': 'cbc:CompanyID' } },
    paymentMeans: {
      at: '//cac:PaymentMeans',
      terms: { 'BT-81': 'cbc:PaymentMeansCode', 'BT-84': 'cac:PayeeFinancialAccount/cbc:ID' },
    },
    headerPaymentMeans: {
      at: '/cac:PaymentMeans',
      terms: {
        'BT-81': 'cbc:PaymentMeansCode',
        'BT-84': 'cac:PayeeFinancialAccount/cbc:ID',
        'BT-91': 'cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID',
        'BG-17': 'cac:PayeeFinancialAccount',
        'BG-18': 'cac:CardAccount',
        'BG-19': 'cac:PaymentMandate',
      },
    },
    creditTransfer: {
      at: "//cac:PaymentMeans[cbc:PaymentMeansCode='30|58']/cac:PayeeFinancialAccount",
      terms: { 'BT-84': 'cbc:ID' },
    },
    card: { at: '//cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID', terms: { 'BT-87': '.' } },
    supportingDocument: { at: '//cac:AdditionalDocumentReference', terms: { 'BT-122': 'cbc:ID' } },
    externalDocument: {
      at: '/cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference',
      terms: { 'BT-124': 'cbc:URI' },
    },
    precedingInvoice: { at: '//cac:BillingReference', terms: { 'BT-25': 'cac:InvoiceDocumentReference/cbc:ID' } },
    line: {
      at: `//${lines}`,
      terms: {
        'BT-126': 'cbc:ID',
        'BT-129': 'cbc:InvoicedQuantity|cbc:CreditedQuantity',
        'BT-130': 'cbc:InvoicedQuantity|cbc:CreditedQuantity/@unitCode',
        'BT-131': 'cbc:LineExtensionAmount',
        'BT-146': 'cac:Price/cbc:PriceAmount',
        'BT-148': 'cac:Price/cac:AllowanceCharge/cbc:BaseAmount',
        'BT-149': 'cac:Price/cbc:BaseQuantity',
        'BT-151': `cac:Item/cac:ClassifiedTaxCategory${vat}/cbc:ID`,
        'BT-153': 'cac:Item/cbc:Name',
      },
    },
    itemAttribute: { at: '//cac:AdditionalItemProperty', terms: { 'BT-160': 'cbc:Name', 'BT-161': 'cbc:Value' } },
    itemStandardIdentifier: {
      at: `//${lines}/cac:Item/cac:StandardItemIdentification/cbc:ID`,
      terms: { 'BT-157': '.', 'BT-157-1': '@schemeID' },
    },
    itemClassification: {
      at: `//${lines}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode`,
      terms: { 'BT-158': '.', 'BT-158-1': '@listID' },
    },
  },
};

function allowanceTerms(
  amount: string,
  base: string,
  category: string | null,
  reason: string,
  code: string,
): Readonly<Record<string, string>> {
  return {
    [amount]: 'cbc:Amount',
    [base]: 'cbc:BaseAmount',
    ...(category === null ? {} : { [category]: `cac:TaxCategory${vat}/cbc:ID` }),
    [reason]: 'cbc:AllowanceChargeReason',
    [code]: 'cbc:AllowanceChargeReasonCode',
  };
}
