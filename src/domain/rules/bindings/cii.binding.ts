import type { Binding } from '../engine/scope.js';

const transaction = 'rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const summation = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const vat = "[ram:TypeCode%'VAT']";
const vatId = "ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA']";
const format102 = "udt:DateTimeString[@format='102']";
const means = 'ram:SpecifiedTradeSettlementPaymentMeans';

/** Where the business terms stand in UN/CEFACT CII D16B (CEN/TS 16931-3-3), as the rules ask for them. */
export const ciiBinding: Binding = {
  syntax: 'cii',
  groups: {
    document: {
      at: '/',
      terms: {
        'BT-1': 'rsm:ExchangedDocument/ram:ID',
        'BT-2': `rsm:ExchangedDocument/ram:IssueDateTime/${format102}`,
        'BT-3': 'rsm:ExchangedDocument/ram:TypeCode',
        'BT-5': `${settlement}/ram:InvoiceCurrencyCode`,
        'BT-6': `${settlement}/ram:TaxCurrencyCode`,
        'BT-7': '//ram:TaxPointDate',
        'BT-8': '//ram:DueDateTypeCode',
        'BT-10': `${agreement}/ram:BuyerReference`,
        'BT-12': `${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`,
        'BT-17': `${agreement}/ram:AdditionalReferencedDocument[ram:TypeCode~'50']/ram:IssuerAssignedID`,
        'BT-20': `${settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`,
        'BT-21': 'rsm:ExchangedDocument/ram:IncludedNote/ram:SubjectCode',
        'BT-23': 'rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID',
        'BT-24': 'rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID',
        'BT-27': `${agreement}/ram:SellerTradeParty/ram:Name`,
        'BT-31': `${agreement}/ram:SellerTradeParty/${vatId}`,
        'BT-32': `${agreement}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VA|FC']`,
        'BT-34': `${agreement}/ram:SellerTradeParty/ram:URIUniversalCommunication`,
        'BT-34-1': `${agreement}/ram:SellerTradeParty/ram:URIUniversalCommunication[1]/ram:URIID/@schemeID`,
        'BT-40': `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
        'BT-44': `${agreement}/ram:BuyerTradeParty/ram:Name`,
        'BT-47': `${agreement}/ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID`,
        'BT-48': `//ram:BuyerTradeParty/${vatId}`,
        'BT-49': `${agreement}/ram:BuyerTradeParty/ram:URIUniversalCommunication`,
        'BT-49-1': `${agreement}/ram:BuyerTradeParty/ram:URIUniversalCommunication[1]/ram:URIID/@schemeID`,
        'BT-55': `${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
        'BT-63': `${agreement}/ram:SellerTaxRepresentativeTradeParty/${vatId}`,
        'BT-72': `${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`,
        'BT-80': `${delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`,
        'BT-89': `${settlement}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`,
        'BT-90': `${settlement}/ram:CreditorReferenceID`,
        'BT-91': `${settlement}/${means}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`,
        'BT-106': `${summation}/ram:LineTotalAmount`,
        'BT-107': `${summation}/ram:AllowanceTotalAmount`,
        'BT-108': `${summation}/ram:ChargeTotalAmount`,
        'BT-109': `${summation}/ram:TaxBasisTotalAmount`,
        'BT-110': `${summation}/ram:TaxTotalAmount`,
        'BT-111': `${summation}/ram:TaxTotalAmount`,
        'BT-112': `${summation}/ram:GrandTotalAmount`,
        'BT-113': `${summation}/ram:TotalPrepaidAmount`,
        'BT-114': `${summation}/ram:RoundingAmount`,
        'BT-115': `${summation}/ram:DuePayableAmount`,
        'BG-3': `${settlement}/ram:InvoiceReferencedDocument`,
        'BG-5': `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress`,
        'BG-8': `${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress`,
        'BG-11': `${agreement}/ram:SellerTaxRepresentativeTradeParty`,
        'BG-14': `${settlement}/ram:BillingSpecifiedPeriod`,
        'BG-16': `${settlement}/${means}`,
        'BG-23': '//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax',
        'BG-25': '//ram:IncludedSupplyChainTradeLineItem',
      },
    },
    context: { at: '/rsm:ExchangedDocumentContext', terms: {} },
    totals: {
      at: '//ram:SpecifiedTradeSettlementHeaderMonetarySummation',
      terms: {
        'BT-106': 'ram:LineTotalAmount',
        'BT-107': 'ram:AllowanceTotalAmount',
        'BT-108': 'ram:ChargeTotalAmount',
        'BT-109': 'ram:TaxBasisTotalAmount',
        'BT-110': 'ram:TaxTotalAmount',
        'BT-111': 'ram:TaxTotalAmount',
        'BT-112': 'ram:GrandTotalAmount',
        'BT-113': 'ram:TotalPrepaidAmount',
        'BT-114': 'ram:RoundingAmount',
        'BT-115': 'ram:DuePayableAmount',
      },
    },
    seller: {
      at: '//ram:SellerTradeParty',
      terms: {
        'BT-29': 'ram:ID',
        'BT-29-0': 'ram:GlobalID',
        'BT-30': 'ram:SpecifiedLegalOrganization/ram:ID',
        'BT-31': vatId,
        'BT-34': 'ram:URIUniversalCommunication/ram:URIID',
        'BG-6': 'ram:DefinedTradeContact',
      },
    },
    headerSeller: { at: `/${agreement}/ram:SellerTradeParty`, terms: { 'BG-6': 'ram:DefinedTradeContact' } },
    sellerParty: { at: '//ram:SellerTradeParty', terms: { 'BT-34': 'ram:URIUniversalCommunication/ram:URIID' } },
    buyerParty: { at: '//ram:BuyerTradeParty', terms: { 'BT-49': 'ram:URIUniversalCommunication/ram:URIID' } },
    headerSellerAddress: {
      at: `/${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress`,
      terms: { 'BT-37': 'ram:CityName', 'BT-38': 'ram:PostcodeCode' },
    },
    sellerContact: {
      at: `/${agreement}/ram:SellerTradeParty/ram:DefinedTradeContact`,
      terms: {
        'BT-41': 'ram:PersonName|ram:DepartmentName',
        'BT-42': 'ram:TelephoneUniversalCommunication/ram:CompleteNumber',
        'BT-43': 'ram:EmailURIUniversalCommunication/ram:URIID',
      },
    },
    headerBuyerAddress: {
      at: `/${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress`,
      terms: { 'BT-52': 'ram:CityName', 'BT-53': 'ram:PostcodeCode' },
    },
    payee: { at: '//ram:PayeeTradeParty', terms: { 'BT-59': 'ram:Name', 'BT-60': 'ram:ID' } },
    taxRepresentative: {
      at: '//ram:SellerTaxRepresentativeTradeParty',
      terms: {
        'BT-62': 'ram:Name',
        'BT-63': vatId,
        'BT-69': 'ram:PostalTradeAddress/ram:CountryID',
        'BG-12': 'ram:PostalTradeAddress',
      },
    },
    delivery: {
      at: `/${delivery}`,
      terms: {
        'BG-15': 'ram:ShipToTradeParty/ram:PostalTradeAddress',
        'BT-80': 'ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID',
      },
    },
    headerDeliverToAddress: {
      at: `/${delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress`,
      terms: { 'BT-77': 'ram:CityName', 'BT-78': 'ram:PostcodeCode' },
    },
    invoicePeriod: {
      at: '//ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod',
      terms: { 'BT-73': 'ram:StartDateTime', 'BT-74': 'ram:EndDateTime' },
    },
    linePeriod: {
      at: '//ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod',
      terms: { 'BT-134': 'ram:StartDateTime', 'BT-135': 'ram:EndDateTime' },
    },
    documentAllowance: {
      at: allowances('ram:ApplicableHeaderTradeSettlement', 'false'),
      terms: allowanceTerms('BT-92', 'BT-93', 'BT-95', 'BT-97', 'BT-98'),
    },
    documentCharge: {
      at: allowances('ram:ApplicableHeaderTradeSettlement', 'true'),
      terms: allowanceTerms('BT-99', 'BT-100', 'BT-102', 'BT-104', 'BT-105'),
    },
    lineAllowance: {
      at: allowances('ram:SpecifiedLineTradeSettlement', 'false'),
      terms: allowanceTerms('BT-136', 'BT-137', null, 'BT-139', 'BT-140'),
    },
    lineCharge: {
      at: allowances('ram:SpecifiedLineTradeSettlement', 'true'),
      terms: allowanceTerms('BT-141', 'BT-142', null, 'BT-144', 'BT-145'),
    },
    // Breakdowns of the categories L, M and O are taken by the contexts of these categories, so most rules skip them.
    vatBreakdown: {
      at: `//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax[!.[ram:CategoryCode='L|M|O']${vat}]`,
      terms: vatTerms(),
    },
    headerVatBreakdown: {
      at: `/${settlement}/ram:ApplicableTradeTax`,
      terms: { 'BT-118': 'ram:CategoryCode', 'BT-119': 'ram:RateApplicablePercent' },
    },
    taxTotal: {
      at: '//ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount',
      terms: { 'BT-110': '.' },
    },
    vatIdentifier: { at: `//${vatId}`, terms: { 'BT-31': '.' } },
    paymentMeans: { at: `//${means}`, terms: { 'BT-81': 'ram:TypeCode' } },
    headerPaymentMeans: {
      at: `/${settlement}/${means}`,
      terms: {
        'BT-81': 'ram:TypeCode',
        'BT-84': 'ram:PayeePartyCreditorFinancialAccount/ram:IBANID',
        'BT-91': 'ram:PayerPartyDebtorFinancialAccount/ram:IBANID',
        'BG-17': 'ram:PayeePartyCreditorFinancialAccount',
        'BG-18': 'ram:ApplicableTradeSettlementFinancialCard',
      },
    },
    creditTransfer: {
      at: `//${means}[ram:TypeCode='30|58']/ram:PayeePartyCreditorFinancialAccount`,
      terms: { 'BT-84': 'ram:IBANID|ram:ProprietaryID' },
    },
    card: { at: '//ram:ApplicableTradeSettlementFinancialCard', terms: { 'BT-87': 'ram:ID' } },
    supportingDocument: { at: '//ram:AdditionalReferencedDocument', terms: { 'BT-122': 'ram:IssuerAssignedID' } },
    precedingInvoice: {
      at: `/${settlement}/ram:InvoiceReferencedDocument`,
      terms: { 'BT-25': 'ram:IssuerAssignedID' },
    },
    line: {
      at: '//ram:IncludedSupplyChainTradeLineItem',
      terms: {
        'BT-126': 'ram:AssociatedDocumentLineDocument/ram:LineID',
        'BT-129': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
        'BT-130': 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity/@unitCode',
        'BT-131':
          'ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
        'BT-146': 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount',
        'BT-148': 'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount',
        'BT-149': 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity',
        'BT-151': `ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax${vat}/ram:CategoryCode`,
        'BT-153': 'ram:SpecifiedTradeProduct/ram:Name',
        'BT-157': 'ram:SpecifiedTradeProduct/ram:GlobalID',
        'BT-157-1': 'ram:SpecifiedTradeProduct/ram:GlobalID/@schemeID',
      },
    },
    itemAttribute: {
      at: '//ram:ApplicableProductCharacteristic',
      terms: { 'BT-160': 'ram:Description', 'BT-161': 'ram:Value' },
    },
    itemClassification: {
      at: '//ram:DesignatedProductClassification',
      terms: { 'BT-158': 'ram:ClassCode', 'BT-158-1': 'ram:ClassCode/@listID' },
    },
  },
};

/** The official contexts compare the indicator's text, so 1 and 0 escape these rules. */
function allowances(parent: string, indicator: 'true' | 'false'): string {
  return `//${parent}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='${indicator}']`;
}

function vatTerms(): Readonly<Record<string, string>> {
  return {
    'BT-116': 'ram:BasisAmount',
    'BT-117': 'ram:CalculatedAmount',
    'BT-118': `.${vat}/ram:CategoryCode`,
    'BT-119': `.${vat}/ram:RateApplicablePercent`,
  };
}

function allowanceTerms(
  amount: string,
  base: string,
  category: string | null,
  reason: string,
  code: string,
): Readonly<Record<string, string>> {
  return {
    [amount]: 'ram:ActualAmount',
    [base]: 'ram:BasisAmount',
    ...(category === null ? {} : { [category]: `ram:CategoryTradeTax${vat}/ram:CategoryCode` }),
    [reason]: 'ram:Reason',
    [code]: 'ram:ReasonCode',
  };
}
