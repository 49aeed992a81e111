import type { Mapping, MappingRow } from './mapping-row.js';
import { inAccountingCurrency, into, is, notInAccountingCurrency, take, within } from './mapping-row.js';

const transaction = 'rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;

const addressRows: readonly MappingRow[] = [
  take('postCode', 'ram:PostcodeCode'),
  take('line1', 'ram:LineOne'),
  take('line2', 'ram:LineTwo'),
  take('line3', 'ram:LineThree'),
  take('city', 'ram:CityName'),
  take('country', 'ram:CountryID'),
  take('subdivision', 'ram:CountrySubDivisionName'),
];

const contactRows: readonly MappingRow[] = [
  take('name', 'ram:PersonName'),
  take('department', 'ram:DepartmentName'),
  take('telephone', 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
  take('email', 'ram:EmailURIUniversalCommunication/ram:URIID'),
];

const isVatId = is('ram:ID/@schemeID', 'VA');
const isTaxNumber = is('ram:ID/@schemeID', 'FC');
const isAllowance = is('ram:ChargeIndicator/udt:Indicator', 'FALSE', '0');
const isCharge = is('ram:ChargeIndicator/udt:Indicator', 'TRUE', '1');

const partyRows: readonly MappingRow[] = [
  take('identifiers', 'ram:ID'),
  take('identifiers', 'ram:GlobalID'),
  take('name', 'ram:Name'),
  take('legalRegistration', 'ram:SpecifiedLegalOrganization/ram:ID'),
  take('tradingName', 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName'),
  into('contact', 'ram:DefinedTradeContact', contactRows),
  into('address', 'ram:PostalTradeAddress', addressRows),
  take('electronicAddress', 'ram:URIUniversalCommunication/ram:URIID'),
  within('ram:SpecifiedTaxRegistration', isVatId, [take('vatId', 'ram:ID')]),
];

const agreementRows: readonly MappingRow[] = [
  take('buyerReference', `${agreement}/ram:BuyerReference`),
  into('seller', `${agreement}/ram:SellerTradeParty`, [
    ...partyRows,
    take('legalInformation', 'ram:Description'),
    within('ram:SpecifiedTaxRegistration', isTaxNumber, [take('taxNumber', 'ram:ID')]),
  ]),
  into('buyer', `${agreement}/ram:BuyerTradeParty`, partyRows),
  into('taxRepresentative', `${agreement}/ram:SellerTaxRepresentativeTradeParty`, [
    take('name', 'ram:Name'),
    into('address', 'ram:PostalTradeAddress', addressRows),
    within('ram:SpecifiedTaxRegistration', isVatId, [take('vatId', 'ram:ID')]),
  ]),
  take('salesOrderReferences', `${agreement}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`),
  take('orderReferences', `${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
  take('contractReferences', `${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`),
  within(`${agreement}/ram:AdditionalReferencedDocument`, is('ram:TypeCode', '50'), [
    take('tenderReferences', 'ram:IssuerAssignedID'),
  ]),
  into(
    'objectIdentifiers',
    `${agreement}/ram:AdditionalReferencedDocument`,
    [take('value', 'ram:IssuerAssignedID'), take('scheme', 'ram:ReferenceTypeCode')],
    { when: is('ram:TypeCode', '130') },
  ),
  into(
    'supportingDocuments',
    `${agreement}/ram:AdditionalReferencedDocument`,
    [
      take('reference', 'ram:IssuerAssignedID'),
      take('location', 'ram:URIID'),
      take('description', 'ram:Name'),
      take('attachment', 'ram:AttachmentBinaryObject'),
    ],
    { when: is('ram:TypeCode', '916') },
  ),
  take('projectReferences', `${agreement}/ram:SpecifiedProcuringProject/ram:ID`),
];

const deliveryRows: readonly MappingRow[] = [
  into(
    'deliveries',
    `${delivery}/ram:ShipToTradeParty`,
    [
      take('locationIdentifiers', 'ram:ID'),
      take('locationIdentifiers', 'ram:GlobalID'),
      take('name', 'ram:Name'),
      into('address', 'ram:PostalTradeAddress', addressRows),
    ],
    { item: 'first' },
  ),
  into(
    'deliveries',
    `${delivery}/ram:ActualDeliverySupplyChainEvent`,
    [take('date', 'ram:OccurrenceDateTime/udt:DateTimeString', 'format102')],
    { item: 'first' },
  ),
  take('despatchAdviceReferences', `${delivery}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`),
  take('receivingAdviceReferences', `${delivery}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`),
];

const paymentMeansRows: readonly MappingRow[] = [
  take('typeCode', 'ram:TypeCode'),
  take('text', 'ram:Information'),
  into('card', 'ram:ApplicableTradeSettlementFinancialCard', [
    take('accountNumber', 'ram:ID'),
    take('holderName', 'ram:CardholderName'),
  ]),
  into('directDebit', 'ram:PayerPartyDebtorFinancialAccount', [take('debitedAccount', 'ram:IBANID')]),
  into(
    'creditTransfers',
    'ram:PayeePartyCreditorFinancialAccount',
    [take('account', 'ram:IBANID'), take('name', 'ram:AccountName'), take('otherAccount', 'ram:ProprietaryID')],
    { item: 'nth' },
  ),
  into('creditTransfers', 'ram:PayeeSpecifiedCreditorFinancialInstitution', [take('serviceProvider', 'ram:BICID')], {
    item: 'nth',
  }),
];

const allowanceRows: readonly MappingRow[] = [
  take('percentage', 'ram:CalculationPercent'),
  take('baseAmount', 'ram:BasisAmount'),
  take('amount', 'ram:ActualAmount'),
  take('reasonCode', 'ram:ReasonCode'),
  take('reason', 'ram:Reason'),
];

const documentAllowanceRows: readonly MappingRow[] = [
  ...allowanceRows,
  take('vatCategoryCode', 'ram:CategoryTradeTax/ram:CategoryCode'),
  take('vatRate', 'ram:CategoryTradeTax/ram:RateApplicablePercent'),
];

const vatBreakdownRows: readonly MappingRow[] = [
  take('taxAmount', 'ram:CalculatedAmount'),
  take('exemptionReason', 'ram:ExemptionReason'),
  take('taxableAmount', 'ram:BasisAmount'),
  take('categoryCode', 'ram:CategoryCode'),
  take('exemptionReasonCode', 'ram:ExemptionReasonCode'),
  take('/taxPointDate', 'ram:TaxPointDate/udt:DateString', 'format102'),
  take('/taxPointDateCode', 'ram:DueDateTypeCode'),
  take('rate', 'ram:RateApplicablePercent'),
];

const totalRows: readonly MappingRow[] = [
  take('lineNet', 'ram:LineTotalAmount'),
  take('charges', 'ram:ChargeTotalAmount'),
  take('allowances', 'ram:AllowanceTotalAmount'),
  take('net', 'ram:TaxBasisTotalAmount'),
  within('ram:TaxTotalAmount', notInAccountingCurrency('@currencyID'), [take('vat', '.')]),
  within('ram:TaxTotalAmount', inAccountingCurrency('@currencyID'), [take('vatInAccountingCurrency', '.')]),
  take('rounding', 'ram:RoundingAmount'),
  take('gross', 'ram:GrandTotalAmount'),
  take('paid', 'ram:TotalPrepaidAmount'),
  take('payable', 'ram:DuePayableAmount'),
];

const settlementRows: readonly MappingRow[] = [
  take('creditorIdentifiers', `${settlement}/ram:CreditorReferenceID`),
  take('remittanceInformation', `${settlement}/ram:PaymentReference`),
  take('accountingCurrency', `${settlement}/ram:TaxCurrencyCode`),
  take('currency', `${settlement}/ram:InvoiceCurrencyCode`),
  into('payee', `${settlement}/ram:PayeeTradeParty`, [
    take('identifiers', 'ram:ID'),
    take('identifiers', 'ram:GlobalID'),
    take('name', 'ram:Name'),
    take('legalRegistration', 'ram:SpecifiedLegalOrganization/ram:ID'),
  ]),
  into('paymentInstructions', `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`, paymentMeansRows),
  into('vatBreakdowns', `${settlement}/ram:ApplicableTradeTax`, vatBreakdownRows),
  into('invoicingPeriods', `${settlement}/ram:BillingSpecifiedPeriod`, [
    take('start', 'ram:StartDateTime/udt:DateTimeString', 'format102'),
    take('end', 'ram:EndDateTime/udt:DateTimeString', 'format102'),
  ]),
  into('allowances', `${settlement}/ram:SpecifiedTradeAllowanceCharge`, documentAllowanceRows, { when: isAllowance }),
  into('charges', `${settlement}/ram:SpecifiedTradeAllowanceCharge`, documentAllowanceRows, { when: isCharge }),
  into('paymentTerms', `${settlement}/ram:SpecifiedTradePaymentTerms`, [
    take('text', 'ram:Description'),
    take('dueDate', 'ram:DueDateDateTime/udt:DateTimeString', 'format102'),
    take('/mandateReferences', 'ram:DirectDebitMandateID'),
  ]),
  into('totals', `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`, totalRows),
  into('precedingInvoices', `${settlement}/ram:InvoiceReferencedDocument`, [
    take('number', 'ram:IssuerAssignedID'),
    take('issueDate', 'ram:FormattedIssueDateTime/qdt:DateTimeString', 'format102'),
  ]),
  take('accountingReference', `${settlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
];

const priceRows: readonly MappingRow[] = [
  take('gross', 'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount'),
  take('grossBaseQuantity', 'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity'),
  within(
    'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge',
    isAllowance,
    [take('discount', 'ram:ActualAmount')],
  ),
  take('net', 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount'),
  take('baseQuantity', 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity'),
];

const itemRows: readonly MappingRow[] = [
  take('standardIdentifier', 'ram:GlobalID'),
  take('sellerIdentifier', 'ram:SellerAssignedID'),
  take('buyerIdentifier', 'ram:BuyerAssignedID'),
  take('name', 'ram:Name'),
  take('description', 'ram:Description'),
  into('attributes', 'ram:ApplicableProductCharacteristic', [
    take('name', 'ram:Description'),
    take('value', 'ram:Value'),
  ]),
  take('classifications', 'ram:DesignatedProductClassification/ram:ClassCode'),
  take('countryOfOrigin', 'ram:OriginTradeCountry/ram:ID'),
];

const lineSettlement = 'ram:SpecifiedLineTradeSettlement';

const lineRows: readonly MappingRow[] = [
  take('id', 'ram:AssociatedDocumentLineDocument/ram:LineID'),
  take('parentLine', 'ram:AssociatedDocumentLineDocument/ram:ParentLineID'),
  take('notes', 'ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content'),
  into('item', 'ram:SpecifiedTradeProduct', itemRows),
  take('orderLineReference', 'ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID'),
  into('price', '.', priceRows),
  take('quantity', 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity'),
  into('vat', `${lineSettlement}/ram:ApplicableTradeTax`, [
    take('categoryCode', 'ram:CategoryCode'),
    take('rate', 'ram:RateApplicablePercent'),
  ]),
  into('period', `${lineSettlement}/ram:BillingSpecifiedPeriod`, [
    take('start', 'ram:StartDateTime/udt:DateTimeString', 'format102'),
    take('end', 'ram:EndDateTime/udt:DateTimeString', 'format102'),
  ]),
  into('allowances', `${lineSettlement}/ram:SpecifiedTradeAllowanceCharge`, allowanceRows, { when: isAllowance }),
  into('charges', `${lineSettlement}/ram:SpecifiedTradeAllowanceCharge`, allowanceRows, { when: isCharge }),
  take('netAmount', `${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
  into('objectIdentifiers', `${lineSettlement}/ram:AdditionalReferencedDocument`, [
    take('value', 'ram:IssuerAssignedID'),
    take('scheme', 'ram:ReferenceTypeCode'),
  ]),
  take('accountingReference', `${lineSettlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
];

const documentRows: readonly MappingRow[] = [
  into('processControl', 'rsm:ExchangedDocumentContext', [
    take('businessProcess', 'ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID'),
    take('specification', 'ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
  ]),
  take('number', 'rsm:ExchangedDocument/ram:ID'),
  take('typeCode', 'rsm:ExchangedDocument/ram:TypeCode'),
  take('issueDate', 'rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString', 'format102'),
  into('notes', 'rsm:ExchangedDocument/ram:IncludedNote', [
    take('text', 'ram:Content'),
    take('subjectCode', 'ram:SubjectCode'),
  ]),
];

/** UN/CEFACT CrossIndustryInvoice D16B as EN 16931-3-3:2020 binds it, and the parent line of Factur-X EXTENDED. */
export const ciiMapping: Mapping = {
  source: 'EN 16931-3-3:2020, Factur-X 1.0 EXTENDED (BT-X-304)',
  prefixes: {
    rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
    udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
    qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  },
  rows: [
    ...documentRows,
    into('lines', `${transaction}/ram:IncludedSupplyChainTradeLineItem`, lineRows),
    ...agreementRows,
    ...deliveryRows,
    ...settlementRows,
  ],
  currencyAt: `${settlement}/ram:InvoiceCurrencyCode`,
  accountingCurrencyAt: `${settlement}/ram:TaxCurrencyCode`,
};
