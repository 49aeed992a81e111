const transaction = '/rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const line = `${transaction}/ram:IncludedSupplyChainTradeLineItem`;
const lineSettlement = `${line}/ram:SpecifiedLineTradeSettlement`;
const linePrice = `${line}/ram:SpecifiedLineTradeAgreement`;
const document = '/rsm:ExchangedDocument';
// EN 16931 has a tenth, B; Factur-X does not.
const vatCategories = ':AE E G K L M O S Z';
const context = '/rsm:ExchangedDocumentContext';
const summation = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const means = `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`;
const allowance = (indicator: string): string =>
  `ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='${indicator}']`;
const reference = (type: string): string => `${agreement}/ram:AdditionalReferencedDocument[ram:TypeCode='${type}']`;
const registration = (scheme: string): string =>
  `${agreement}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration[ram:ID/@schemeID='${scheme}']`;

/**
 * How often an element stands in its parent, by the number of the rule (FX-SCH-A-000…): `=1` exactly once, `<=1` at
 * most once, `>=1` at least once; `@…` an attribute that must be there. Factur-X 1.09.2, Schematron of the profiles
 * MINIMUM to EN 16931; the number tells which of them has the rule.
 */
export const cardinalities: readonly (readonly [at: string, rules: string])[] = [
  [document, '019 =1 ram:ID, 020 =1 ram:TypeCode'],
  [`${document}/ram:IssueDateTime/udt:DateTimeString`, '021 @format'],
  [`${document}/ram:IncludedNote`, '160 =1 ram:Content, 161 <=1 ram:SubjectCode'],
  [
    context,
    '024 <=1 ram:BusinessProcessSpecifiedDocumentContextParameter, 025 =1 ram:GuidelineSpecifiedDocumentContextParameter',
  ],
  [`${context}/ram:BusinessProcessSpecifiedDocumentContextParameter`, '406 =1 ram:ID'],
  [`${context}/ram:GuidelineSpecifiedDocumentContextParameter`, '407 =1 ram:ID'],
  [transaction, '265 >=1 ram:IncludedSupplyChainTradeLineItem'],
  [agreement, '027 =1 ram:SellerTradeParty, 028 =1 ram:BuyerTradeParty'],
  [reference('130'), '557 =1 ram:IssuerAssignedID, 558 =1 ram:TypeCode'],
  [reference('50'), '560 =1 ram:IssuerAssignedID, 561 =1 ram:TypeCode'],
  [
    reference('916'),
    '563 =1 ram:IssuerAssignedID, 564 =1 ram:TypeCode, 283 <=1 ram:Name, 284 <=1 ram:AttachmentBinaryObject',
  ],
  [`${reference('916')}/ram:AttachmentBinaryObject`, '285 @mimeCode, 286 @filename'],
  [`${agreement}/ram:BuyerOrderReferencedDocument`, '029 =1 ram:IssuerAssignedID'],
  [
    `${agreement}/ram:BuyerTradeParty`,
    '163 <=1 ram:ID, 164 <=1 ram:GlobalID, 030 =1 ram:Name, 288 <=1 ram:DefinedTradeContact, 419 =1 ram:PostalTradeAddress, 165 <=1 ram:URIUniversalCommunication, 166 <=1 ram:SpecifiedTaxRegistration',
  ],
  [`${agreement}/ram:BuyerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication`, '566 =1 ram:URIID'],
  [
    `${agreement}/ram:BuyerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication`,
    '289 =1 ram:CompleteNumber',
  ],
  [`${agreement}/ram:BuyerTradeParty/ram:GlobalID`, '420 @schemeID'],
  [
    `${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress`,
    '422 =1 ram:CountryID, 167 <=1 ram:CountrySubDivisionName',
  ],
  [`${agreement}/ram:BuyerTradeParty/ram:SpecifiedLegalOrganization`, '408 =1 ram:ID'],
  [`${agreement}/ram:BuyerTradeParty/ram:SpecifiedTaxRegistration`, '425 =1 ram:ID'],
  [`${agreement}/ram:BuyerTradeParty/ram:SpecifiedTaxRegistration/ram:ID`, '426 @schemeID'],
  [`${agreement}/ram:BuyerTradeParty/ram:URIUniversalCommunication`, '168 =1 ram:URIID'],
  [`${agreement}/ram:BuyerTradeParty/ram:URIUniversalCommunication/ram:URIID`, '428 @schemeID'],
  [`${agreement}/ram:ContractReferencedDocument`, '430 =1 ram:IssuerAssignedID'],
  [`${agreement}/ram:SellerOrderReferencedDocument`, '572 =1 ram:IssuerAssignedID'],
  [
    `${agreement}/ram:SellerTaxRepresentativeTradeParty`,
    '431 =1 ram:Name, 432 =1 ram:PostalTradeAddress, 169 =1 ram:SpecifiedTaxRegistration',
  ],
  [
    `${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:PostalTradeAddress`,
    '433 =1 ram:CountryID, 434 <=1 ram:CountrySubDivisionName',
  ],
  [`${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration`, '436 =1 ram:ID'],
  [`${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:ID`, '437 @schemeID'],
  [
    `${agreement}/ram:SellerTradeParty`,
    "409 =1 ram:Name, 575 <=1 ram:Description, 576 <=1 ram:DefinedTradeContact, 032 =1 ram:PostalTradeAddress, 439 <=1 ram:URIUniversalCommunication, 033 <=1 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='VA'], 034 <=1 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='FC']",
  ],
  [`${agreement}/ram:SellerTradeParty/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication`, '577 =1 ram:URIID'],
  [
    `${agreement}/ram:SellerTradeParty/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication`,
    '578 =1 ram:CompleteNumber',
  ],
  [`${agreement}/ram:SellerTradeParty/ram:GlobalID`, '440 @schemeID'],
  [
    `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress`,
    '035 =1 ram:CountryID, 442 <=1 ram:CountrySubDivisionName',
  ],
  [registration('FC'), '411 =1 ram:ID'],
  [`${registration('FC')}/ram:ID`, '037 @schemeID'],
  [registration('VA'), '412 =1 ram:ID'],
  [`${registration('VA')}/ram:ID`, '413 @schemeID'],
  [`${agreement}/ram:SellerTradeParty/ram:URIUniversalCommunication`, '445 =1 ram:URIID'],
  [`${agreement}/ram:SellerTradeParty/ram:URIUniversalCommunication/ram:URIID`, '446 @schemeID'],
  [`${delivery}/ram:ActualDeliverySupplyChainEvent`, '171 =1 ram:OccurrenceDateTime'],
  [`${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`, '448 @format'],
  [`${delivery}/ram:DespatchAdviceReferencedDocument`, '450 =1 ram:IssuerAssignedID'],
  [`${delivery}/ram:ReceivingAdviceReferencedDocument`, '584 =1 ram:IssuerAssignedID'],
  [`${delivery}/ram:ShipToTradeParty`, '451 <=1 ram:ID, 452 <=1 ram:GlobalID'],
  [`${delivery}/ram:ShipToTradeParty/ram:GlobalID`, '453 @schemeID'],
  [
    `${delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress`,
    '455 =1 ram:CountryID, 456 <=1 ram:CountrySubDivisionName',
  ],
  [
    settlement,
    '172 <=1 ram:PaymentReference, 038 =1 ram:InvoiceCurrencyCode, 173 >=1 ram:ApplicableTradeTax, 174 <=1 ram:SpecifiedTradePaymentTerms, 039 =1 ram:SpecifiedTradeSettlementHeaderMonetarySummation, 175 <=1 ram:ReceivableSpecifiedTradeAccountingAccount',
  ],
  [
    `${settlement}/ram:ApplicableTradeTax`,
    '176 =1 ram:CalculatedAmount, 458 =1 ram:TypeCode, 177 =1 ram:BasisAmount, 178 =1 ram:CategoryCode',
  ],
  [`${settlement}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString`, '590 @format'],
  [`${settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString`, '460 @format'],
  [`${settlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString`, '462 @format'],
  [`${settlement}/ram:InvoiceReferencedDocument`, '415 =1 ram:IssuerAssignedID'],
  [`${settlement}/ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString`, '465 @format'],
  [`${settlement}/ram:PayeeTradeParty`, '467 <=1 ram:ID, 468 <=1 ram:GlobalID, 469 =1 ram:Name'],
  [`${settlement}/ram:PayeeTradeParty/ram:GlobalID`, '470 @schemeID'],
  [
    `${settlement}/${allowance('false')}`,
    '183 =1 ram:ChargeIndicator, 184 =1 ram:ActualAmount, 185 =1 ram:CategoryTradeTax',
  ],
  [`${settlement}/${allowance('false')}/ram:CategoryTradeTax`, '473 =1 ram:TypeCode, 474 =1 ram:CategoryCode'],
  [
    `${settlement}/${allowance('true')}`,
    '477 =1 ram:ChargeIndicator, 478 =1 ram:ActualAmount, 479 =1 ram:CategoryTradeTax',
  ],
  [`${settlement}/${allowance('true')}/ram:CategoryTradeTax`, '480 =1 ram:TypeCode, 481 =1 ram:CategoryCode'],
  [`${settlement}/ram:SpecifiedTradePaymentTerms`, '187 <=1 ram:Description, 188 <=1 ram:DirectDebitMandateID'],
  [`${settlement}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`, '484 @format'],
  [
    summation,
    '189 =1 ram:LineTotalAmount, 190 <=1 ram:ChargeTotalAmount, 191 <=1 ram:AllowanceTotalAmount, 041 =1 ram:TaxBasisTotalAmount, 290 <=1 ram:RoundingAmount, 043 =1 ram:GrandTotalAmount, 193 <=1 ram:TotalPrepaidAmount, 044 =1 ram:DuePayableAmount',
  ],
  [means, '488 =1 ram:TypeCode, 291 <=1 ram:Information, 194 <=1 ram:PayeePartyCreditorFinancialAccount'],
  [`${means}/ram:ApplicableTradeSettlementFinancialCard`, '608 =1 ram:ID'],
  [`${means}/ram:PayeeSpecifiedCreditorFinancialInstitution`, '292 =1 ram:BICID'],
  [`${means}/ram:PayerPartyDebtorFinancialAccount`, '195 =1 ram:IBANID'],
  [
    line,
    '266 =1 ram:AssociatedDocumentLineDocument, 267 =1 ram:SpecifiedTradeProduct, 268 =1 ram:SpecifiedLineTradeAgreement, 269 =1 ram:SpecifiedLineTradeDelivery',
  ],
  [`${line}/ram:AssociatedDocumentLineDocument`, '270 =1 ram:LineID, 271 <=1 ram:IncludedNote'],
  [`${line}/ram:AssociatedDocumentLineDocument/ram:IncludedNote`, '529 =1 ram:Content'],
  [linePrice, '272 =1 ram:NetPriceProductTradePrice'],
  [
    `${linePrice}/ram:GrossPriceProductTradePrice`,
    "273 =1 ram:ChargeAmount, 274 <=1 ram:AppliedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='false']",
  ],
  [
    `${linePrice}/ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator='false']`,
    '530 =1 ram:ChargeIndicator, 531 =1 ram:ActualAmount',
  ],
  [`${linePrice}/ram:NetPriceProductTradePrice`, '532 =1 ram:ChargeAmount'],
  [`${line}/ram:SpecifiedLineTradeDelivery`, '276 =1 ram:BilledQuantity'],
  [
    lineSettlement,
    '278 =1 ram:ApplicableTradeTax, 279 =1 ram:SpecifiedTradeSettlementLineMonetarySummation, 293 <=1 ram:AdditionalReferencedDocument, 614 <=1 ram:ReceivableSpecifiedTradeAccountingAccount',
  ],
  [`${lineSettlement}/ram:AdditionalReferencedDocument`, '615 =1 ram:IssuerAssignedID, 616 =1 ram:TypeCode'],
  [`${lineSettlement}/ram:ApplicableTradeTax`, '535 =1 ram:TypeCode, 536 =1 ram:CategoryCode'],
  [`${lineSettlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString`, '539 @format'],
  [`${lineSettlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString`, '541 @format'],
  [`${lineSettlement}/${allowance('false')}`, '543 =1 ram:ChargeIndicator, 544 =1 ram:ActualAmount'],
  [`${lineSettlement}/${allowance('true')}`, '546 =1 ram:ChargeIndicator, 547 =1 ram:ActualAmount'],
  [`${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation`, '549 =1 ram:LineTotalAmount'],
  [`${line}/ram:SpecifiedTradeProduct`, '550 =1 ram:Name, 625 <=1 ram:Description'],
  [`${line}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`, '294 =1 ram:Description, 295 =1 ram:Value'],
  [`${line}/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode`, '296 @listID'],
  [`${line}/ram:SpecifiedTradeProduct/ram:GlobalID`, '551 @schemeID'],
  [`${line}/ram:SpecifiedTradeProduct/ram:OriginTradeCountry`, '627 =1 ram:ID'],
];

/** A value and the codes it may have: a list's name, or the codes themselves after `:`. One rule number per profile. */
export interface CodedPlace {
  readonly at: string;
  readonly value: string;
  readonly codes: string;
  readonly rules: Readonly<Partial<Record<'minimum' | 'basic-wl' | 'basic' | 'en16931' | 'extended', string>>>;
}

/** In the order of the document, by which the numbers of each profile run. */
export const codedPlaces: readonly CodedPlace[] = [
  place(`${document}/ram:IncludedNote/ram:SubjectCode`, '.', 'untdid-4451-cii', '-', '162', '490', '553', '633'),
  place(`${document}/ram:IssueDateTime/udt:DateTimeString`, '@format', ':102', '022', '416', '491', '554', '634'),
  place(`${document}/ram:TypeCode`, '.', 'untdid-1001', '023', '417', '492', '555', '635'),
  place(`${reference('130')}/ram:ReferenceTypeCode`, '.', 'untdid-1153', '-', '-', '-', '282', '639'),
  place(`${reference('130')}/ram:TypeCode`, '.', ':130', '-', '-', '-', '559', '640'),
  place(`${reference('50')}/ram:TypeCode`, '.', ':50', '-', '-', '-', '562', '643'),
  place(`${reference('916')}/ram:AttachmentBinaryObject`, '@mimeCode', 'mime-en', '-', '-', '-', '287', '644'),
  place(`${reference('916')}/ram:TypeCode`, '.', ':916', '-', '-', '-', '565', '647'),
  ...partyPlaces(`${agreement}/ram:BuyerTradeParty`, [
    ['ram:GlobalID', '@schemeID', 'iso-6523-icd', '-', '421', '494', '567', '697'],
    ['ram:PostalTradeAddress/ram:CountryID', '.', 'iso-3166-en-cii', '-', '423', '495', '568', '698'],
    ['ram:SpecifiedLegalOrganization/ram:ID', '@schemeID', 'iso-6523-icd', '031', '424', '496', '569', '699'],
    ['ram:SpecifiedTaxRegistration/ram:ID', '@schemeID', ':VA', '-', '427', '497', '570', '703'],
    ['ram:URIUniversalCommunication/ram:URIID', '@schemeID', 'cef-eas', '-', '429', '498', '571', '704'],
  ]),
  ...partyPlaces(`${agreement}/ram:SellerTaxRepresentativeTradeParty`, [
    ['ram:PostalTradeAddress/ram:CountryID', '.', 'iso-3166-en-cii', '-', '435', '499', '573', '765'],
    ['ram:SpecifiedTaxRegistration/ram:ID', '@schemeID', ':VA', '-', '438', '500', '574', '770'],
  ]),
  ...partyPlaces(`${agreement}/ram:SellerTradeParty`, [
    ['ram:GlobalID', '@schemeID', 'iso-6523-icd', '-', '441', '501', '579', '776'],
    ['ram:PostalTradeAddress/ram:CountryID', '.', 'iso-3166-en-cii', '036', '443', '502', '580', '777'],
    ['ram:SpecifiedLegalOrganization/ram:ID', '@schemeID', 'iso-6523-icd', '410', '444', '503', '581', '778'],
    ['ram:URIUniversalCommunication/ram:URIID', '@schemeID', 'cef-eas', '-', '447', '504', '582', '782'],
  ]),
  ...partyPlaces(delivery, [
    [
      'ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString',
      '@format',
      ':102',
      '-',
      '449',
      '505',
      '583',
    ],
    ['ram:ShipToTradeParty/ram:GlobalID', '@schemeID', 'iso-6523-icd', '-', '454', '506', '585', '821'],
    [
      'ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID',
      '.',
      'iso-3166-en-cii',
      '-',
      '457',
      '507',
      '586',
      '822',
    ],
  ]),
  ...partyPlaces(settlement, [
    ['ram:ApplicableTradeTax/ram:CategoryCode', '.', vatCategories, '-', '179', '508', '587', '853'],
    ['ram:ApplicableTradeTax/ram:DueDateTypeCode', '.', 'vat-date-code-cii', '-', '180', '509', '588', '854'],
    ['ram:ApplicableTradeTax/ram:ExemptionReasonCode', '.', 'vatex', '-', '181', '510', '589', '855'],
    ['ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString', '@format', ':102', '-', '-', '-', '591'],
    ['ram:ApplicableTradeTax/ram:TypeCode', '.', ':VAT', '-', '459', '511', '592'],
    ['ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString', '@format', ':102', '-', '461', '512', '593'],
    ['ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString', '@format', ':102', '-', '463', '513', '594'],
    ['ram:InvoiceCurrencyCode', '.', 'iso-4217', '040', '464', '514', '595', '861'],
    [
      'ram:InvoiceReferencedDocument/ram:FormattedIssueDateTime/qdt:DateTimeString',
      '@format',
      ':102',
      '-',
      '466',
      '515',
      '596',
    ],
    ['ram:PayeeTradeParty/ram:GlobalID', '@schemeID', 'iso-6523-icd', '-', '471', '516', '597'],
    [
      'ram:PayeeTradeParty/ram:SpecifiedLegalOrganization/ram:ID',
      '@schemeID',
      'iso-6523-icd',
      '-',
      '472',
      '517',
      '598',
    ],
    [`${allowance('false')}/ram:CategoryTradeTax/ram:CategoryCode`, '.', vatCategories, '-', '475', '518', '599'],
    [`${allowance('false')}/ram:CategoryTradeTax/ram:TypeCode`, '.', ':VAT', '-', '476', '519', '600'],
    [`${allowance('false')}/ram:ReasonCode`, '.', 'untdid-5189-en', '-', '186', '520', '601'],
    [`${allowance('true')}/ram:CategoryTradeTax/ram:CategoryCode`, '.', vatCategories, '-', '482', '521', '602'],
    [`${allowance('true')}/ram:CategoryTradeTax/ram:TypeCode`, '.', ':VAT', '-', '483', '522', '603'],
    [`${allowance('true')}/ram:ReasonCode`, '.', 'untdid-7161', '-', '391', '523', '604'],
    [
      'ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString',
      '@format',
      ':102',
      '-',
      '485',
      '524',
      '605',
    ],
    ['ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode', '.', 'untdid-4461', '-', '489', '527', '609'],
    ['ram:TaxCurrencyCode', '.', 'iso-4217', '-', '196', '528', '610'],
  ]),
  ...partyPlaces(line, [
    [
      'ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity',
      '@unitCode',
      'unece-rec20-21',
      '-',
      '-',
      '275',
      '611',
    ],
    [
      'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity',
      '@unitCode',
      'unece-rec20-21',
      '-',
      '-',
      '533',
      '612',
    ],
    [
      'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
      '@unitCode',
      'unece-rec20-21',
      '-',
      '-',
      '534',
      '613',
      '1076',
    ],
    [
      'ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode',
      '@listID',
      'untdid-7143',
      '-',
      '-',
      '-',
      '297',
    ],
    ['ram:SpecifiedTradeProduct/ram:GlobalID', '@schemeID', 'iso-6523-icd', '-', '-', '552', '626'],
    ['ram:SpecifiedTradeProduct/ram:OriginTradeCountry/ram:ID', '.', 'iso-3166-en-cii', '-', '-', '-', '628'],
  ]),
  ...partyPlaces(lineSettlement, [
    ['ram:AdditionalReferencedDocument/ram:ReferenceTypeCode', '.', 'untdid-1153', '-', '-', '-', '617'],
    ['ram:AdditionalReferencedDocument/ram:TypeCode', '.', ':130', '-', '-', '-', '618'],
    ['ram:ApplicableTradeTax/ram:CategoryCode', '.', vatCategories, '-', '-', '537', '619'],
    ['ram:ApplicableTradeTax/ram:TypeCode', '.', ':VAT', '-', '-', '538', '620'],
    ['ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString', '@format', ':102', '-', '-', '540', '621'],
    ['ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString', '@format', ':102', '-', '-', '542', '622'],
    [`${allowance('false')}/ram:ReasonCode`, '.', 'untdid-5189-en', '-', '-', '545', '623'],
    [`${allowance('true')}/ram:ReasonCode`, '.', 'untdid-7161', '-', '-', '548', '624'],
  ]),
];

type Codes = readonly [
  value: string,
  codes: string,
  minimum: string,
  basicWl: string,
  basic: string,
  en16931: string,
  extended?: string,
];

function place(at: string, ...[value, codes, ...numbers]: Codes): CodedPlace {
  const profiles = ['minimum', 'basic-wl', 'basic', 'en16931', 'extended'] as const;
  const rules = profiles.map((profile, index) => [profile, numbers[index] ?? '-'] as const);
  return { at, value, codes, rules: Object.fromEntries(rules.filter(([, number]) => number !== '-')) };
}

function partyPlaces(at: string, rows: readonly (readonly [path: string, ...Codes])[]): readonly CodedPlace[] {
  return rows.map(([path, ...codes]) => place(`${at}/${path}`, ...codes));
}
