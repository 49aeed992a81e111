const transaction = '/rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const line = `${transaction}/ram:IncludedSupplyChainTradeLineItem`;
const lineAgreement = `${line}/ram:SpecifiedLineTradeAgreement`;
const lineDelivery = `${line}/ram:SpecifiedLineTradeDelivery`;
const lineSettlement = `${line}/ram:SpecifiedLineTradeSettlement`;
const product = `${line}/ram:SpecifiedTradeProduct`;
const document = '/rsm:ExchangedDocument';
const terms = `${settlement}/ram:SpecifiedTradePaymentTerms`;
const advance = `${settlement}/ram:SpecifiedAdvancePayment`;
const service = `${settlement}/ram:SpecifiedLogisticsServiceCharge`;
const charged = (indicator: string): string => `[ram:ChargeIndicator/udt:Indicator='${indicator}']`;
const price = `${lineAgreement}/ram:GrossPriceProductTradePrice`;
const issued = 'ram:FormattedIssueDateTime/qdt:DateTimeString';
const reference = (type: string): string => `${agreement}/ram:AdditionalReferencedDocument[ram:TypeCode='${type}']`;

type Row = readonly [at: string, rules: string];

/**
 * What the profile EXTENDED asks beyond the others, by the number of the rule (FX-SCH-A-00…): `=1`, `<=1`, `>=1` how
 * often an element stands there; `@…` an attribute that must be there; `. in list` and `@… in list` a code, whose list
 * is one of the profile's own or of EN 16931. Factur-X 1.09.2, Schematron of EXTENDED; in the order of the document,
 * by which the numbers run, but for older ones.
 */
export const extendedCardinalities: readonly Row[] = [
  [document, '0630 <=1 ram:Name, 0315 <=1 ram:LanguageID'],
  [`${document}/ram:EffectiveSpecifiedPeriod`, '0316 =1 ram:CompleteDateTime'],
  dated(`${document}/ram:EffectiveSpecifiedPeriod/ram:CompleteDateTime/udt:DateTimeString`, '0631 0632', 'day'),
  [`${document}/ram:IncludedNote`, '0317 <=1 ram:Content'],
  [`${document}/ram:LanguageID`, '0389 . in language'],
  dated(`${reference('130')}/${issued}`, '0637 0638'),
  dated(`${reference('50')}/${issued}`, '0641 0642'),
  dated(`${reference('916')}/${issued}`, '0645 0646'),
  [`${agreement}/ram:ApplicableTradeDeliveryTerms`, '0319 =1 ram:DeliveryTypeCode'],
  [`${agreement}/ram:ApplicableTradeDeliveryTerms/ram:DeliveryTypeCode`, '0320 . in delivery-terms'],
  country(`${agreement}/ram:ApplicableTradeDeliveryTerms/ram:RelevantTradeLocation/ram:CountryID`, '0648'),
  ...party(`${agreement}/ram:BuyerAgentTradeParty`, '0649 0650 0321 0651-0669'),
  dated(`${agreement}/ram:BuyerOrderReferencedDocument/${issued}`, '0670 0671'),
  ...party(`${agreement}/ram:BuyerTaxRepresentativeTradeParty`, '0672-0675 - 0677-0693'),
  [`${agreement}/ram:BuyerTaxRepresentativeTradeParty`, '0676 =1 ram:SpecifiedTaxRegistration'],
  ...party(`${agreement}/ram:BuyerTradeParty`, '- - 0694 - - - 0696 - - - - - - - 0700-0702 - - - - -'),
  [`${agreement}/ram:BuyerTradeParty`, '0695 <=1 ram:Description'],
  dated(`${agreement}/ram:ContractReferencedDocument/${issued}`, '0705 0706'),
  [`${agreement}/ram:ContractReferencedDocument/ram:ReferenceTypeCode`, '0707 . in untdid-1153+contract'],
  ...party(`${agreement}/ram:ProductEndUserTradeParty`, '0708-0729'),
  [`${agreement}/ram:QuotationReferencedDocument`, '0730 =1 ram:IssuerAssignedID'],
  dated(`${agreement}/ram:QuotationReferencedDocument/${issued}`, '0731 0732'),
  ...party(`${agreement}/ram:SalesAgentTradeParty`, '0733-0754'),
  dated(`${agreement}/ram:SellerOrderReferencedDocument/${issued}`, '0755 0756'),
  ...party(
    `${agreement}/ram:SellerTaxRepresentativeTradeParty`,
    '0757 - 0758 0759 - 0760-0764 - - - 0766-0769 - - 0771-0773',
  ),
  ...party(`${agreement}/ram:SellerTradeParty`, '- - 0774 - - - 0775 - - - - - - - 0779-0781 - - - - -'),
  [`${agreement}/ram:UltimateCustomerOrderReferencedDocument`, '0783 =1 ram:IssuerAssignedID'],
  dated(`${agreement}/ram:UltimateCustomerOrderReferencedDocument/${issued}`, '0784 0785'),
  [`${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`, '0786 @format in day'],
  [`${delivery}/ram:DeliveryNoteReferencedDocument`, '0787 =1 ram:IssuerAssignedID'],
  dated(`${delivery}/ram:DeliveryNoteReferencedDocument/${issued}`, '0788 0789'),
  dated(`${delivery}/ram:DespatchAdviceReferencedDocument/${issued}`, '0790 0791'),
  dated(`${delivery}/ram:ReceivingAdviceReferencedDocument/${issued}`, '0792 0793'),
  [`${delivery}/ram:RelatedSupplyChainConsignment/ram:SpecifiedLogisticsTransportMovement`, '0322 =1 ram:ModeCode'],
  [
    `${delivery}/ram:RelatedSupplyChainConsignment/ram:SpecifiedLogisticsTransportMovement/ram:ModeCode`,
    '0346 . in transport',
  ],
  ...party(`${delivery}/ram:ShipFromTradeParty`, '0794 - 0795-0814'),
  ...party(`${delivery}/ram:ShipToTradeParty`, '- - 0815-0820 - - - - - 0823-0831'),
  ...party(`${delivery}/ram:UltimateShipToTradeParty`, '0832 - 0833-0852'),
  [
    `${settlement}/ram:ApplicableTradeTax`,
    '0323 <=1 ram:LineTotalBasisAmount, 0324 <=1 ram:AllowanceChargeBasisAmount',
  ],
  [`${settlement}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString`, '0856 @format in day'],
  [`${settlement}/ram:ApplicableTradeTax/ram:TypeCode`, '0857 . in tax-or-vat'],
  [`${settlement}/ram:BillingSpecifiedPeriod`, '0858 <=1 ram:Description'],
  [`${settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString`, '0859 @format in day'],
  [`${settlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString`, '0860 @format in day'],
  [`${settlement}/ram:InvoiceReferencedDocument/${issued}`, '0862 @format in day-or-minute'],
  [`${settlement}/ram:InvoiceReferencedDocument/ram:TypeCode`, '0863 . in preceding'],
  ...party(`${settlement}/ram:InvoiceeTradeParty`, '0864-0885'),
  ...party(`${settlement}/ram:InvoicerTradeParty`, '0886-0907'),
  ...party(`${settlement}/ram:PayeeTradeParty`, '- - 0908-0913 - 0914-0926'),
  ...party(`${settlement}/ram:PayerTradeParty`, '0927-0948'),
  [`${settlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:TypeCode`, '0949 . in account'],
  dated(`${advance}/ram:FormattedReceivedDateTime/qdt:DateTimeString`, '0950 0951'),
  [advance, '0325 >=1 ram:IncludedTradeTax, 0326 <=1 ram:InvoiceSpecifiedReferencedDocument'],
  [`${advance}/ram:IncludedTradeTax`, '0952 =1 ram:CalculatedAmount, 0953 =1 ram:TypeCode, 0954 =1 ram:CategoryCode'],
  ...tax(`${advance}/ram:IncludedTradeTax`, '0955 0956 0957'),
  [`${advance}/ram:InvoiceSpecifiedReferencedDocument`, '0958 =1 ram:IssuerAssignedID'],
  dated(`${advance}/ram:InvoiceSpecifiedReferencedDocument/${issued}`, '0959 0960'),
  [`${advance}/ram:InvoiceSpecifiedReferencedDocument/ram:TypeCode`, '0961 . in preceding'],
  [`${settlement}/ram:SpecifiedFinancialAdjustment`, '0383 =1 ram:Reason, 0962 =1 ram:ActualAmount'],
  [service, '0963 =1 ram:Description, 0327 =1 ram:AppliedAmount, 0328 >=1 ram:AppliedTradeTax'],
  [
    `${service}/ram:AppliedTradeTax`,
    '0964 =1 ram:TypeCode, 0965 =1 ram:CategoryCode, 0329 =1 ram:RateApplicablePercent',
  ],
  ...tax(`${service}/ram:AppliedTradeTax`, '0966 0967 0968'),
  ...allowance(settlement, 'false', '0969 0970 0971 0972 0973'),
  ...allowance(settlement, 'true', '0974 0975 0976 0977 0390 0978'),
  [terms, '0330 <=1 ram:PartialPaymentAmount, 0331 <=1 ram:PayeeTradeParty'],
  dated(`${terms}/ram:ApplicableTradePaymentDiscountTerms/ram:BasisDateTime/udt:DateTimeString`, '0979 0980', 'day'),
  dated(`${terms}/ram:ApplicableTradePaymentPenaltyTerms/ram:BasisDateTime/udt:DateTimeString`, '0981 0982', 'day'),
  [`${terms}/ram:ApplicableTradePaymentPenaltyTerms/ram:BasisPeriodMeasure`, '0277 @unitCode'],
  [`${terms}/ram:DueDateDateTime/udt:DateTimeString`, '0983 @format in day'],
  ...party(`${terms}/ram:PayeeTradeParty`, '0984-1005'),
  [`${settlement}/ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode`, '1008 . in untdid-4461'],
  dated(
    `${settlement}/ram:TaxApplicableTradeCurrencyExchange/ram:ConversionRateDateTime/udt:DateTimeString`,
    '1009 1010',
    'day',
  ),
  [`${settlement}/ram:TaxApplicableTradeCurrencyExchange/ram:SourceCurrencyCode`, '0332 . in iso-4217'],
  [`${settlement}/ram:TaxApplicableTradeCurrencyExchange/ram:TargetCurrencyCode`, '0333 . in iso-4217'],
  [`${settlement}/ram:TaxCurrencyCode`, '1011 . in iso-4217'],
  [`${line}/ram:AssociatedDocumentLineDocument/ram:IncludedNote`, '1012 <=1 ram:Content, 1013 <=1 ram:SubjectCode'],
  [`${line}/ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:SubjectCode`, '1014 . in untdid-4451-cii'],
  [`${line}/ram:AssociatedDocumentLineDocument/ram:LineStatusCode`, '0334 . in status'],
  [`${line}/ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode`, '0335 . in subtype'],
  [
    `${lineAgreement}/ram:AdditionalReferencedDocument`,
    '1015 =1 ram:IssuerAssignedID, 1016 =1 ram:TypeCode, 1017 <=1 ram:Name, 1018 <=1 ram:AttachmentBinaryObject',
  ],
  [
    `${lineAgreement}/ram:AdditionalReferencedDocument/ram:AttachmentBinaryObject`,
    '1019 @mimeCode, 1020 @mimeCode in mime-en, 1021 @filename',
  ],
  dated(`${lineAgreement}/ram:AdditionalReferencedDocument/${issued}`, '1022 1023'),
  [`${lineAgreement}/ram:AdditionalReferencedDocument/ram:ReferenceTypeCode`, '1024 . in untdid-1153'],
  [`${lineAgreement}/ram:AdditionalReferencedDocument/ram:TypeCode`, '1025 . in attachment'],
  [`${lineAgreement}/ram:ApplicableTradeDeliveryTerms`, '1026 =1 ram:DeliveryTypeCode'],
  [`${lineAgreement}/ram:ApplicableTradeDeliveryTerms/ram:DeliveryTypeCode`, '1027 . in delivery-terms'],
  country(`${lineAgreement}/ram:ApplicableTradeDeliveryTerms/ram:RelevantTradeLocation/ram:CountryID`, '1028'),
  dated(`${lineAgreement}/ram:BuyerOrderReferencedDocument/${issued}`, '1029 1030'),
  dated(`${lineAgreement}/ram:ContractReferencedDocument/${issued}`, '1031 1032'),
  [`${price}/ram:AppliedTradeAllowanceCharge${charged('false')}/ram:ReasonCode`, '1033 . in untdid-5189-en'],
  [
    `${price}/ram:AppliedTradeAllowanceCharge${charged('true')}`,
    '1034 =1 ram:ChargeIndicator, 1035 =1 ram:ActualAmount',
  ],
  [`${price}/ram:AppliedTradeAllowanceCharge${charged('true')}/ram:ReasonCode[@listID='5153']`, '1036 . in tax'],
  [`${price}/ram:BasisQuantity`, '1037 @unitCode in unece-rec20-21'],
  ...party(`${lineAgreement}/ram:ItemSellerTradeParty`, '- - 1038 1040 - 1043-1051 - - - - - 1056-1058'),
  [
    `${lineAgreement}/ram:ItemSellerTradeParty`,
    "1039 <=1 ram:Description, 1041 <=1 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='VA'], 1042 <=1 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='FC']",
  ],
  ...registrations(`${lineAgreement}/ram:ItemSellerTradeParty`, '1052 1053 1054 1055'),
  [`${lineAgreement}/ram:NetPriceProductTradePrice`, '0336 <=1 ram:IncludedTradeTax'],
  [`${lineAgreement}/ram:NetPriceProductTradePrice/ram:BasisQuantity`, '1059 @unitCode in unece-rec20-21'],
  [
    `${lineAgreement}/ram:NetPriceProductTradePrice/ram:IncludedTradeTax`,
    '1060 =1 ram:CalculatedAmount, 1061 =1 ram:TypeCode, 1062 =1 ram:CategoryCode, 1063 =1 ram:RateApplicablePercent',
  ],
  ...tax(`${lineAgreement}/ram:NetPriceProductTradePrice/ram:IncludedTradeTax`, '1064 1065 1066'),
  dated(`${lineAgreement}/ram:QuotationReferencedDocument/${issued}`, '1067 1068'),
  dated(`${lineAgreement}/ram:SellerOrderReferencedDocument/${issued}`, '1069 1070'),
  dated(`${lineAgreement}/ram:UltimateCustomerOrderReferencedDocument/${issued}`, '1071 1072'),
  [`${lineDelivery}/ram:ActualDeliverySupplyChainEvent`, '1073 =1 ram:OccurrenceDateTime'],
  dated(
    `${lineDelivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`,
    '1074 1075',
    'day',
  ),
  measured(`${lineDelivery}/ram:ChargeFreeQuantity`, '1077 1078'),
  dated(`${lineDelivery}/ram:DeliveryNoteReferencedDocument/${issued}`, '1079 1080'),
  dated(`${lineDelivery}/ram:DespatchAdviceReferencedDocument/${issued}`, '1081 1082'),
  measured(`${lineDelivery}/ram:PackageQuantity`, '1083 1084'),
  measured(`${lineDelivery}/ram:PerPackageUnitQuantity`, '1085 1086'),
  dated(`${lineDelivery}/ram:ReceivingAdviceReferencedDocument/${issued}`, '1087 1088'),
  ...party(`${lineDelivery}/ram:ShipToTradeParty`, '1089 - 1090-1100 1102 - - - 1103-1107'),
  [`${lineDelivery}/ram:ShipToTradeParty/ram:SpecifiedLegalOrganization/ram:ID`, '1101 @schemeID'],
  ...party(`${lineDelivery}/ram:UltimateShipToTradeParty`, '1108 - 1109-1120 - - - 1121-1125'),
  [lineSettlement, '0337 <=1 ram:InvoiceReferencedDocument'],
  [`${lineSettlement}/ram:AdditionalReferencedDocument/ram:ReferenceTypeCode`, '1126 . in untdid-1153'],
  [`${lineSettlement}/ram:AdditionalReferencedDocument/ram:TypeCode`, '1127 . in attachment'],
  [`${lineSettlement}/ram:ApplicableTradeTax`, '0338 <=1 ram:CalculatedAmount'],
  ...tax(`${lineSettlement}/ram:ApplicableTradeTax`, '1128 1130 1131'),
  [`${lineSettlement}/ram:ApplicableTradeTax/ram:DueDateTypeCode`, '1129 . in vat-date-code-cii'],
  [`${lineSettlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString`, '1132 @format in day'],
  [`${lineSettlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString`, '1133 @format in day'],
  dated(`${lineSettlement}/ram:InvoiceReferencedDocument/${issued}`, '1134 1135'),
  [`${lineSettlement}/ram:InvoiceReferencedDocument/ram:TypeCode`, '1136 . in preceding'],
  ...allowance(lineSettlement, 'false', '- - - - 1137'),
  ...allowance(lineSettlement, 'true', '- - - - 1138 1139'),
  [
    `${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation`,
    '0382 <=1 ram:LineTotalAmount, 1140 <=1 ram:ChargeTotalAmount, 1141 <=1 ram:AllowanceTotalAmount, 0340 <=1 ram:GrandTotalAmount, 0341 <=1 ram:TotalAllowanceChargeAmount',
  ],
  [`${product}/ram:ApplicableProductCharacteristic`, '1144 <=1 ram:Description, 0384 <=1 ram:Value'],
  [`${product}/ram:DesignatedProductClassification`, '0342 <=1 ram:ClassName'],
  [`${product}/ram:DesignatedProductClassification/ram:ClassCode`, '1145 @listID in untdid-7143'],
  [`${product}/ram:GlobalID`, '1146 @schemeID in iso-6523-icd'],
  [
    `${product}/ram:IncludedReferencedProduct`,
    '1147 <=1 ram:ID, 0343 <=1 ram:IndustryAssignedID, 1148 =1 ram:Name, 1149 <=1 ram:Description, 0344 <=1 ram:UnitQuantity',
  ],
  [`${product}/ram:IncludedReferencedProduct/ram:GlobalID`, '1150 @schemeID, 1151 @schemeID in iso-6523-icd'],
  measured(`${product}/ram:IncludedReferencedProduct/ram:UnitQuantity`, '1152 1153'),
  ...party(`${product}/ram:ManufacturerTradeParty`, '- - 1154 1156 - 1157-1165 - - - - - 1170-1172'),
  [
    `${product}/ram:ManufacturerTradeParty`,
    "1155 <=1 ram:Description, 0386 <=2 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='VA'], 0385 <=2 ram:SpecifiedTaxRegistration[ram:ID/@schemeID='FC']",
  ],
  ...registrations(`${product}/ram:ManufacturerTradeParty`, '1166 1167 1168 1169'),
  country(`${product}/ram:OriginTradeCountry/ram:ID`, '1173'),
];

/** The same questions are asked of every party: in this order, by number; `-` where a party has no such rule. */
function party(at: string, numbers: string): readonly Row[] {
  const scheme = (element: string, number: string, list: string): Row => [
    `${at}/${element}`,
    `${number} @schemeID in ${list}`,
  ];
  const questions: readonly ((number: string) => Row)[] = [
    (number) => [at, `${number} <=1 ram:ID`],
    (number) => [at, `${number} =1 ram:Name`],
    (number) => [at, `${number} <=1 ram:RoleCode`],
    (number) => [at, `${number} <=1 ram:URIUniversalCommunication`],
    (number) => [at, `${number} <=1 ram:SpecifiedTaxRegistration`],
    (number) => [`${at}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication`, `${number} =1 ram:URIID`],
    (number) => [`${at}/ram:DefinedTradeContact/ram:FaxUniversalCommunication`, `${number} =1 ram:CompleteNumber`],
    (number) => [
      `${at}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication`,
      `${number} =1 ram:CompleteNumber`,
    ],
    (number) => [`${at}/ram:GlobalID`, `${number} @schemeID`],
    (number) => scheme('ram:GlobalID', number, 'iso-6523-icd'),
    (number) => [`${at}/ram:PostalTradeAddress`, `${number} =1 ram:CountryID`],
    (number) => [`${at}/ram:PostalTradeAddress`, `${number} <=1 ram:CountrySubDivisionName`],
    (number) => country(`${at}/ram:PostalTradeAddress/ram:CountryID`, number),
    (number) => scheme('ram:SpecifiedLegalOrganization/ram:ID', number, 'iso-6523-icd'),
    (number) => [`${at}/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress`, `${number} =1 ram:CountryID`],
    (number) => [
      `${at}/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress`,
      `${number} <=1 ram:CountrySubDivisionName`,
    ],
    (number) => country(`${at}/ram:SpecifiedLegalOrganization/ram:PostalTradeAddress/ram:CountryID`, number),
    (number) => [`${at}/ram:SpecifiedTaxRegistration`, `${number} =1 ram:ID`],
    (number) => [`${at}/ram:SpecifiedTaxRegistration/ram:ID`, `${number} @schemeID`],
    (number) => [`${at}/ram:URIUniversalCommunication`, `${number} =1 ram:URIID`],
    (number) => [`${at}/ram:URIUniversalCommunication/ram:URIID`, `${number} @schemeID`],
    (number) => scheme('ram:URIUniversalCommunication/ram:URIID', number, 'cef-eas'),
  ];
  const given = numbersIn(numbers);
  if (given.length !== questions.length) throw new Error(`${at}: ${String(given.length)} numbers`);
  return questions.flatMap((question, index) => {
    const number = given[index];
    return number === undefined || number === '-' ? [] : [question(number)];
  });
}

/** `0649 0650-0652 -` → each number. */
function numbersIn(text: string): readonly string[] {
  return text.split(' ').flatMap((part) => {
    const [from = '', to = from] = part === '-' ? ['-'] : part.split('-');
    if (from === to) return [from];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
      String(Number(from) + index).padStart(4, '0'),
    );
  });
}

/** A party that may have a VAT number and a tax number: the tax number's rules come first. */
function registrations(at: string, numbers: string): readonly Row[] {
  const [taxId = '', taxScheme = '', vatId = '', vatScheme = ''] = numbers.split(' ');
  const registration = (scheme: string): string => `${at}/ram:SpecifiedTaxRegistration[ram:ID/@schemeID='${scheme}']`;
  return [
    [registration('FC'), `${taxId} =1 ram:ID`],
    [`${registration('FC')}/ram:ID`, `${taxScheme} @schemeID`],
    [registration('VA'), `${vatId} =1 ram:ID`],
    [`${registration('VA')}/ram:ID`, `${vatScheme} @schemeID`],
  ];
}

function dated(at: string, numbers: string, list = 'day-or-minute'): Row {
  const [required = '', coded = ''] = numbers.split(' ');
  return [at, `${required} @format, ${coded} @format in ${list}`];
}

function measured(at: string, numbers: string): Row {
  const [required = '', coded = ''] = numbers.split(' ');
  return [at, `${required} @unitCode, ${coded} @unitCode in unece-rec20-21`];
}

function country(at: string, number: string): Row {
  return [at, `${number} . in iso-3166-en-cii`];
}

function tax(at: string, numbers: string): readonly Row[] {
  const [category = '', exemption = '', type = ''] = numbers.split(' ');
  return [
    [`${at}/ram:CategoryCode`, `${category} . in vat`],
    [`${at}/ram:ExemptionReasonCode`, `${exemption} . in vatex`],
    [`${at}/ram:TypeCode`, `${type} . in tax-or-vat`],
  ];
}

/** Quantity, tax and reason; a charge's reason comes from the list of taxes where it says so. */
function allowance(at: string, indicator: 'false' | 'true', numbers: string): readonly Row[] {
  const place = `${at}/ram:SpecifiedTradeAllowanceCharge${charged(indicator)}`;
  const [quantity = '-', category = '', exemption = '', type = '', first = '', second = ''] = numbers.split(' ');
  const reasons: readonly Row[] =
    indicator === 'false'
      ? [[`${place}/ram:ReasonCode`, `${first} . in untdid-5189-en`]]
      : [
          [`${place}/ram:ReasonCode[@listID='5153']`, `${first} . in tax`],
          [`${place}/ram:ReasonCode[!@listID]`, `${second} . in untdid-7161`],
        ];
  if (quantity === '-') return reasons;
  const common: readonly Row[] = [[`${place}/ram:BasisQuantity`, `${quantity} @unitCode in unece-rec20-21`]];
  return [...common, ...tax(`${place}/ram:CategoryTradeTax`, `${category} ${exemption} ${type}`), ...reasons];
}
