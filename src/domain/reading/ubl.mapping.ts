import type { Mapping, MappingRow } from './mapping-row.js';
import { again, inAccountingCurrency, into, is, isNot, notInAccountingCurrency, take, within } from './mapping-row.js';

const addressRows: readonly MappingRow[] = [
  take('line1', 'cbc:StreetName'),
  take('line2', 'cbc:AdditionalStreetName'),
  take('line3', 'cac:AddressLine/cbc:Line'),
  take('city', 'cbc:CityName'),
  take('postCode', 'cbc:PostalZone'),
  take('subdivision', 'cbc:CountrySubentity'),
  take('country', 'cac:Country/cbc:IdentificationCode'),
];

const contactRows: readonly MappingRow[] = [
  take('name', 'cbc:Name'),
  take('telephone', 'cbc:Telephone'),
  take('email', 'cbc:ElectronicMail'),
];

const isVat = is('cac:TaxScheme/cbc:ID', 'VAT');
const isNotVat = isNot('cac:TaxScheme/cbc:ID', 'VAT');
const isSepa = is('cbc:ID/@schemeID', 'SEPA');
const isNotSepa = isNot('cbc:ID/@schemeID', 'SEPA');
const isAllowance = is('cbc:ChargeIndicator', 'FALSE', '0');
const isCharge = is('cbc:ChargeIndicator', 'TRUE', '1');

const sellerRows: readonly MappingRow[] = [
  take('electronicAddress', 'cbc:EndpointID'),
  within('cac:PartyIdentification', isNotSepa, [take('identifiers', 'cbc:ID')]),
  within('cac:PartyIdentification', isSepa, [take('/creditorIdentifiers', 'cbc:ID')]),
  take('tradingName', 'cac:PartyName/cbc:Name'),
  into('address', 'cac:PostalAddress', addressRows),
  within('cac:PartyTaxScheme', isVat, [take('vatId', 'cbc:CompanyID')]),
  within('cac:PartyTaxScheme', isNotVat, [take('taxNumber', 'cbc:CompanyID')]),
  take('name', 'cac:PartyLegalEntity/cbc:RegistrationName'),
  take('legalRegistration', 'cac:PartyLegalEntity/cbc:CompanyID'),
  take('legalInformation', 'cac:PartyLegalEntity/cbc:CompanyLegalForm'),
  into('contact', 'cac:Contact', contactRows),
];

const buyerRows: readonly MappingRow[] = [
  take('electronicAddress', 'cbc:EndpointID'),
  take('identifiers', 'cac:PartyIdentification/cbc:ID'),
  take('tradingName', 'cac:PartyName/cbc:Name'),
  into('address', 'cac:PostalAddress', addressRows),
  within('cac:PartyTaxScheme', isVat, [take('vatId', 'cbc:CompanyID')]),
  take('name', 'cac:PartyLegalEntity/cbc:RegistrationName'),
  take('legalRegistration', 'cac:PartyLegalEntity/cbc:CompanyID'),
  into('contact', 'cac:Contact', contactRows),
];

const payeeRows: readonly MappingRow[] = [
  within('cac:PartyIdentification', isNotSepa, [take('identifiers', 'cbc:ID')]),
  within('cac:PartyIdentification', isSepa, [take('/creditorIdentifiers', 'cbc:ID')]),
  take('name', 'cac:PartyName/cbc:Name'),
  take('legalRegistration', 'cac:PartyLegalEntity/cbc:CompanyID'),
];

const taxRepresentativeRows: readonly MappingRow[] = [
  take('name', 'cac:PartyName/cbc:Name'),
  into('address', 'cac:PostalAddress', addressRows),
  within('cac:PartyTaxScheme', isVat, [take('vatId', 'cbc:CompanyID')]),
];

const deliveryRows: readonly MappingRow[] = [
  take('date', 'cbc:ActualDeliveryDate'),
  take('locationIdentifiers', 'cac:DeliveryLocation/cbc:ID'),
  into('address', 'cac:DeliveryLocation/cac:Address', addressRows),
  take('name', 'cac:DeliveryParty/cac:PartyName/cbc:Name'),
];

const paymentMeansRows: readonly MappingRow[] = [
  take('typeCode', 'cbc:PaymentMeansCode'),
  take('text', 'cbc:PaymentMeansCode/@name'),
  take('/remittanceInformation', 'cbc:PaymentID'),
  into('/paymentTerms', 'cbc:PaymentDueDate', [take('dueDate', '.')], { item: 'first' }),
  into('card', 'cac:CardAccount', [
    take('accountNumber', 'cbc:PrimaryAccountNumberID'),
    take('holderName', 'cbc:HolderName'),
  ]),
  into('creditTransfers', 'cac:PayeeFinancialAccount', [
    take('account', 'cbc:ID'),
    take('name', 'cbc:Name'),
    take('serviceProvider', 'cac:FinancialInstitutionBranch/cbc:ID'),
  ]),
  into('directDebit', 'cac:PaymentMandate', [
    take('/mandateReferences', 'cbc:ID'),
    take('debitedAccount', 'cac:PayerFinancialAccount/cbc:ID'),
  ]),
];

const allowanceRows: readonly MappingRow[] = [
  take('reasonCode', 'cbc:AllowanceChargeReasonCode'),
  take('reason', 'cbc:AllowanceChargeReason'),
  take('percentage', 'cbc:MultiplierFactorNumeric'),
  take('amount', 'cbc:Amount'),
  take('baseAmount', 'cbc:BaseAmount'),
];

const documentAllowanceRows: readonly MappingRow[] = [
  ...allowanceRows,
  take('vatCategoryCode', 'cac:TaxCategory/cbc:ID'),
  take('vatRate', 'cac:TaxCategory/cbc:Percent'),
];

const vatBreakdownRows: readonly MappingRow[] = [
  take('taxableAmount', 'cbc:TaxableAmount'),
  take('taxAmount', 'cbc:TaxAmount'),
  take('categoryCode', 'cac:TaxCategory/cbc:ID'),
  take('rate', 'cac:TaxCategory/cbc:Percent'),
  take('exemptionReasonCode', 'cac:TaxCategory/cbc:TaxExemptionReasonCode'),
  take('exemptionReason', 'cac:TaxCategory/cbc:TaxExemptionReason'),
];

const totalRows: readonly MappingRow[] = [
  take('lineNet', 'cbc:LineExtensionAmount'),
  take('net', 'cbc:TaxExclusiveAmount'),
  take('gross', 'cbc:TaxInclusiveAmount'),
  take('allowances', 'cbc:AllowanceTotalAmount'),
  take('charges', 'cbc:ChargeTotalAmount'),
  take('paid', 'cbc:PrepaidAmount'),
  take('rounding', 'cbc:PayableRoundingAmount'),
  take('payable', 'cbc:PayableAmount'),
];

const lineRows: readonly MappingRow[] = [
  take('id', 'cbc:ID'),
  take('notes', 'cbc:Note'),
  take('quantity', 'cbc:InvoicedQuantity'),
  take('quantity', 'cbc:CreditedQuantity'),
  take('netAmount', 'cbc:LineExtensionAmount'),
  take('accountingReference', 'cbc:AccountingCost'),
  into('period', 'cac:InvoicePeriod', [take('start', 'cbc:StartDate'), take('end', 'cbc:EndDate')]),
  take('orderLineReference', 'cac:OrderLineReference/cbc:LineID'),
  take('objectIdentifiers', 'cac:DocumentReference/cbc:ID'),
  into('allowances', 'cac:AllowanceCharge', allowanceRows, { when: isAllowance }),
  into('charges', 'cac:AllowanceCharge', allowanceRows, { when: isCharge }),
  into('item', 'cac:Item', [
    take('description', 'cbc:Description'),
    take('name', 'cbc:Name'),
    take('buyerIdentifier', 'cac:BuyersItemIdentification/cbc:ID'),
    take('sellerIdentifier', 'cac:SellersItemIdentification/cbc:ID'),
    take('standardIdentifier', 'cac:StandardItemIdentification/cbc:ID'),
    take('countryOfOrigin', 'cac:OriginCountry/cbc:IdentificationCode'),
    take('classifications', 'cac:CommodityClassification/cbc:ItemClassificationCode'),
    into('attributes', 'cac:AdditionalItemProperty', [take('name', 'cbc:Name'), take('value', 'cbc:Value')]),
  ]),
  into('vat', 'cac:Item/cac:ClassifiedTaxCategory', [take('categoryCode', 'cbc:ID'), take('rate', 'cbc:Percent')]),
  into('price', 'cac:Price', [
    take('net', 'cbc:PriceAmount'),
    take('baseQuantity', 'cbc:BaseQuantity'),
    within('cac:AllowanceCharge', isAllowance, [take('discount', 'cbc:Amount'), take('gross', 'cbc:BaseAmount')]),
  ]),
  again('subLines', 'cac:SubInvoiceLine'),
  again('subLines', 'cac:SubCreditNoteLine'),
];

const supportingDocumentRows: readonly MappingRow[] = [
  take('reference', 'cbc:ID'),
  take('description', 'cbc:DocumentDescription'),
  take('attachment', 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject'),
  take('location', 'cac:Attachment/cac:ExternalReference/cbc:URI'),
];

const headerRows: readonly MappingRow[] = [
  into('processControl', '.', [take('specification', 'cbc:CustomizationID'), take('businessProcess', 'cbc:ProfileID')]),
  take('number', 'cbc:ID'),
  take('issueDate', 'cbc:IssueDate'),
  into('paymentTerms', 'cbc:DueDate', [take('dueDate', '.')], { item: 'first' }),
  take('typeCode', 'cbc:InvoiceTypeCode'),
  take('typeCode', 'cbc:CreditNoteTypeCode'),
  take('notes', 'cbc:Note', 'note'),
  take('taxPointDate', 'cbc:TaxPointDate'),
  take('currency', 'cbc:DocumentCurrencyCode'),
  take('accountingCurrency', 'cbc:TaxCurrencyCode'),
  take('accountingReference', 'cbc:AccountingCost'),
  take('buyerReference', 'cbc:BuyerReference'),
  take('taxPointDateCode', 'cac:InvoicePeriod/cbc:DescriptionCode'),
  into('invoicingPeriods', 'cac:InvoicePeriod', [take('start', 'cbc:StartDate'), take('end', 'cbc:EndDate')]),
  take('orderReferences', 'cac:OrderReference/cbc:ID'),
  take('salesOrderReferences', 'cac:OrderReference/cbc:SalesOrderID'),
  into('precedingInvoices', 'cac:BillingReference/cac:InvoiceDocumentReference', [
    take('number', 'cbc:ID'),
    take('issueDate', 'cbc:IssueDate'),
  ]),
  take('despatchAdviceReferences', 'cac:DespatchDocumentReference/cbc:ID'),
  take('receivingAdviceReferences', 'cac:ReceiptDocumentReference/cbc:ID'),
  take('tenderReferences', 'cac:OriginatorDocumentReference/cbc:ID'),
  take('contractReferences', 'cac:ContractDocumentReference/cbc:ID'),
  within('cac:AdditionalDocumentReference', is('cbc:DocumentTypeCode', '130'), [take('objectIdentifiers', 'cbc:ID')]),
  into('supportingDocuments', 'cac:AdditionalDocumentReference', supportingDocumentRows, {
    when: isNot('cbc:DocumentTypeCode', '130', '50'),
  }),
  // A credit note has no project reference of its own; EN 16931-3-2 binds BT-11 to a document reference of type 50.
  within('cac:AdditionalDocumentReference', is('cbc:DocumentTypeCode', '50'), [take('projectReferences', 'cbc:ID')]),
  take('projectReferences', 'cac:ProjectReference/cbc:ID'),
];

const partyAndSumRows: readonly MappingRow[] = [
  into('seller', 'cac:AccountingSupplierParty/cac:Party', sellerRows),
  into('buyer', 'cac:AccountingCustomerParty/cac:Party', buyerRows),
  into('payee', 'cac:PayeeParty', payeeRows),
  into('taxRepresentative', 'cac:TaxRepresentativeParty', taxRepresentativeRows),
  into('deliveries', 'cac:Delivery', deliveryRows),
  into('paymentInstructions', 'cac:PaymentMeans', paymentMeansRows),
  into('paymentTerms', 'cac:PaymentTerms', [take('text', 'cbc:Note')], { item: 'nth' }),
  into('thirdPartyPayments', 'cac:PrepaidPayment', [
    take('type', 'cbc:ID'),
    take('amount', 'cbc:PaidAmount'),
    take('description', 'cbc:InstructionID'),
  ]),
  into('allowances', 'cac:AllowanceCharge', documentAllowanceRows, { when: isAllowance }),
  into('charges', 'cac:AllowanceCharge', documentAllowanceRows, { when: isCharge }),
  within('cac:TaxTotal', notInAccountingCurrency('cbc:TaxAmount/@currencyID'), [
    into('totals', '.', [take('vat', 'cbc:TaxAmount')]),
  ]),
  within('cac:TaxTotal', inAccountingCurrency('cbc:TaxAmount/@currencyID'), [
    into('totals', '.', [take('vatInAccountingCurrency', 'cbc:TaxAmount')]),
  ]),
  into('vatBreakdowns', 'cac:TaxTotal/cac:TaxSubtotal', vatBreakdownRows),
  into('totals', 'cac:LegalMonetaryTotal', totalRows),
  into('lines', 'cac:InvoiceLine', lineRows),
  into('lines', 'cac:CreditNoteLine', lineRows),
];

/** UBL 2.1 Invoice and CreditNote as EN 16931-3-2:2020 binds them, and the XRechnung 3.0 Extension. */
export const ublMapping: Mapping = {
  source: 'EN 16931-3-2:2020, XRechnung 3.0.2 Extension',
  prefixes: {
    cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
    cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  },
  rows: [...headerRows, ...partyAndSumRows],
  currencyAt: 'cbc:DocumentCurrencyCode',
  accountingCurrencyAt: 'cbc:TaxCurrencyCode',
};
