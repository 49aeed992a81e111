import type { StructureTable } from './structure-table.js';

/**
 * Names, order, cardinality and base types of the schema, as data (no schema text).
 * Source: UN/CEFACT CrossIndustryInvoice 100.D16B (uncoupled code lists, 2016-10-10) XSD.
 * Notation: structure-table.ts.
 */
export const ciiStructure: StructureTable = {
  source: 'UN/CEFACT CrossIndustryInvoice 100.D16B (uncoupled code lists, 2016-10-10) XSD',
  namespaces: {
    rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
    qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
    udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  },
  roots: {
    'rsm:CrossIndustryInvoice': 'rsm:CrossIndustryInvoiceType',
  },
  simple: {
    'qdt:LinearUnitMeasureUnitCodeContentType': 'token min=1 max=3',
    'qdt:VolumeUnitMeasureUnitCodeContentType': 'token min=1 max=3',
    'qdt:WeightUnitMeasureUnitCodeContentType': 'token min=1 max=3',
  },
  types: {
    'qdt:AccountingAccountTypeCodeType':
      '#token @listID?token=AccountingE501 @listAgencyID?token=210 @listVersionID?token @listURI?anyURI',
    'qdt:AccountingAmountTypeCodeType':
      '#token @listID?token=AccountingE601 @listAgencyID?token=210 @listVersionID?token @listURI?anyURI',
    'qdt:AccountingDocumentCodeType':
      '#token @listID?token=1001_Accounting @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:AdjustmentReasonCodeType': '#token @listID?token=4465 @listAgencyID?token=6 @listVersionID?token',
    'qdt:AllowanceChargeIdentificationCodeType':
      '#token @listID?token=5189_AllowanceChargeID @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:AllowanceChargeReasonCodeType':
      '#token @listID?token=4465_AllowanceChargeReasonCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:AutomaticDataCaptureMethodCodeType':
      '#token @listID?token=7233_AutomaticDataCaptureMethodCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:CargoCategoryCodeType':
      '#token @listID?token=Recommendation%2021-Annex%20I @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:CargoCommodityCategoryCodeType':
      '#token @listID?token=7357 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:CargoOperationalCategoryCodeType':
      '#token @listID?token=7085b @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:ChargePayingPartyRoleCodeType':
      '#token @listID?token=3035_Charge%20Paying @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:CommunicationChannelCodeType':
      '#token @listID?token=3155_CommunicationChannelCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:ContactTypeCodeType':
      '#token @listID?token=3139_ContactTypeCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:CountryIDType': '#token @schemeID?token @schemeAgencyID?token @schemeVersionID?token=second%20edition%202006',
    'qdt:CurrencyCodeType':
      '#token @listID?token=ISO%204217%203A @listAgencyID?token=5 @listVersionID?token @listURI?anyURI',
    'qdt:DeliveryTermsCodeType': '#token @listID?token=4053 @listAgencyID?token=6 @listVersionID?token',
    'qdt:DimensionTypeCodeType': '#token @listID?token=6145 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:DocumentCodeType':
      '#token @listID?token=1001 @listAgencyID?token=6 @listVersionID?token @name?string @listURI?anyURI',
    'qdt:DocumentStatusCodeType': '#token @listID?token=1373 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:FormattedDateTimeType': 'qdt:DateTimeString!qdt:FormattedDateTimeType.DateTimeString',
    'qdt:FormattedDateTimeType.DateTimeString': '#string @format?string',
    'qdt:FreightChargeTariffClassCodeType':
      '#token @listID?token=5243 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:FreightChargeTypeIDType': '#token @schemeID?token @schemeAgencyID?token @schemeVersionID?token',
    'qdt:GoodsTypeCodeType': '#token @listID?token=TDED%207357 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:GoodsTypeExtensionCodeType':
      '#token @listID?token=TDED%207361 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:LineStatusCodeType':
      '#token @listID?token=1229_LineStatusCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:LinearUnitMeasureType':
      '#decimal @unitCode?qdt:LinearUnitMeasureUnitCodeContentType @unitCodeListVersionID?token',
    'qdt:LogisticsChargeCalculationBasisCodeType':
      '#token @listID?token=TDED%206131 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:MessageFunctionCodeType':
      '#token @listID?token=1225_MessageFunctionTypeCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:PackageTypeCodeType': '#token @listID?token=7065 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:PackagingMarkingCodeType':
      '#token @listID?token=7233_PackagingMarkingCode @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:PartyRoleCodeType': '#token @listID?token=3035 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:PaymentGuaranteeMeansCodeType': '#token @listID?token=4431 @listAgencyID?token=6 @listVersionID?token',
    'qdt:PaymentMeansChannelCodeType':
      '#token @listID?token=4435 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:PaymentMeansCodeType': '#token @listID?token=4461 @listAgencyID?token=6 @listVersionID?token',
    'qdt:PaymentTermsEventTimeReferenceCodeType':
      '#token @listID?token=2475_Payment%20Terms%20Event @listAgencyID?token=6 @listVersionID?token',
    'qdt:PaymentTermsIDType': '#token @schemeID?token @schemeAgencyID?token @schemeVersionID?token',
    'qdt:PaymentTermsTypeCodeType': '#token @listID?token=4279 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:PriceTypeCodeType': '#token @listID?token=5375 @listAgencyID?token=6 @listVersionID?token',
    'qdt:ReferenceCodeType':
      '#token @listID?token=1153_ReferenceTypeCode @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TaxCategoryCodeType': '#token @listID?token=5305 @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:TaxTypeCodeType': '#token @listID?token=5153 @listAgencyID?token=6 @listVersionID?token @listURI?anyURI',
    'qdt:TimeReferenceCodeType': '#token @listID?token=2475 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportEquipmentCategoryCodeType':
      '#token @listID?token=8053 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportEquipmentFullnessCodeType':
      '#token @listID?token=8169 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportEquipmentSizeTypeCodeType':
      '#token @listID?token=8155 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportMeansTypeCodeType':
      '#token @listID?token=Recommendation%2028 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportModeCodeType':
      '#token @listID?token=Recommendation%2019 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:TransportMovementStageCodeType':
      '#token @listID?token=8051 @listAgencyID?token=6 @listVersionID?token @name?string',
    'qdt:VolumeUnitMeasureType':
      '#decimal @unitCode?qdt:VolumeUnitMeasureUnitCodeContentType @unitCodeListVersionID?token',
    'qdt:WeightUnitMeasureType':
      '#decimal @unitCode?qdt:WeightUnitMeasureUnitCodeContentType @unitCodeListVersionID?token',
    'ram:AdvancePaymentType':
      'ram:PaidAmount!udt:AmountType ram:FormattedReceivedDateTime?qdt:FormattedDateTimeType ram:IncludedTradeTax*ram:TradeTaxType',
    'ram:AppliedAllowanceChargeType':
      'ram:ActualAmount?udt:AmountType ram:Description?udt:TextType ram:ReasonCode?udt:CodeType ram:CalculationPercent?udt:PercentType ram:BasisAmount?udt:AmountType ram:ChargeIndicator!udt:IndicatorType ram:CategoryAppliedTax?ram:AppliedTaxType',
    'ram:AppliedTaxType':
      'ram:CalculatedAmount?udt:AmountType ram:TypeCode?udt:CodeType ram:CalculatedRate?udt:RateType ram:BasisAmount?udt:AmountType ram:TaxPointDate?udt:DateType',
    'ram:AvailablePeriodType':
      'ram:StartDateTime?udt:DateTimeType ram:EndDateTime?udt:DateTimeType ram:Description?udt:TextType',
    'ram:BasicWorkItemType':
      'ram:ID!udt:IDType ram:ReferenceID?udt:IDType ram:PrimaryClassificationCode*udt:CodeType ram:AlternativeClassificationCode*udt:CodeType ram:TypeCode*udt:CodeType ram:Comment*udt:TextType ram:TotalQuantity?udt:QuantityType ram:TotalQuantityClassificationCode?udt:CodeType ram:IndexValue?udt:ValueType ram:StatusCode*udt:CodeType ram:ReferenceFileBinaryObject*udt:BinaryObjectType ram:Index?udt:TextType ram:RequestedActionCode*udt:CodeType ram:PriceListItemID?udt:IDType ram:ContractualLanguageCode?udt:CodeType ram:ActualWorkItemComplexDescription*ram:WorkItemComplexDescriptionType ram:TotalQuantityWorkItemQuantityAnalysis*ram:WorkItemQuantityAnalysisType ram:UnitCalculatedPrice*ram:CalculatedPriceType ram:TotalCalculatedPrice*ram:CalculatedPriceType ram:SubordinateBasicWorkItem*ram:BasicWorkItemType ram:ChangedRecordedStatus*ram:RecordedStatusType ram:ItemBasicWorkItem*ram:BasicWorkItemType ram:ReferencedSpecifiedBinaryFile*ram:SpecifiedBinaryFileType',
    'ram:BranchFinancialInstitutionType':
      'ram:ID?udt:IDType ram:Name?udt:TextType ram:LocationFinancialInstitutionAddress?ram:FinancialInstitutionAddressType',
    'ram:CalculatedPriceType':
      'ram:TypeCode*udt:CodeType ram:ChargeAmount*udt:AmountType ram:RelatedAppliedAllowanceCharge*ram:AppliedAllowanceChargeType',
    'ram:ContactPersonType': 'ram:GivenName?udt:TextType ram:MiddleName?udt:TextType ram:FamilyName?udt:TextType',
    'ram:CreditorFinancialAccountType':
      'ram:IBANID?udt:IDType ram:AccountName?udt:TextType ram:ProprietaryID?udt:IDType',
    'ram:CreditorFinancialInstitutionType':
      'ram:BICID?udt:IDType ram:CHIPSUniversalID?udt:IDType ram:NewZealandNCCID?udt:IDType ram:IrishNSCID?udt:IDType ram:UKSortCodeID?udt:IDType ram:CHIPSParticipantID?udt:IDType ram:SwissBCID?udt:IDType ram:FedwireRoutingNumberID?udt:IDType ram:PortugueseNCCID?udt:IDType ram:RussianCentralBankID?udt:IDType ram:ItalianDomesticID?udt:IDType ram:AustrianBankleitzahlID?udt:IDType ram:CanadianPaymentsAssociationID?udt:IDType ram:SICID?udt:IDType ram:GermanBankleitzahlID?udt:IDType ram:SpanishDomesticInterbankingID?udt:IDType ram:SouthAfricanNCCID?udt:IDType ram:HongKongBankID?udt:IDType ram:AustralianBSBID?udt:IDType ram:IndianFinancialSystemID?udt:IDType ram:HellenicBankID?udt:IDType ram:PolishNationalClearingID?udt:IDType ram:Name?udt:TextType ram:ClearingSystemName?udt:TextType ram:JapanFinancialInstitutionCommonID?udt:IDType ram:LocationFinancialInstitutionAddress?ram:FinancialInstitutionAddressType ram:SubDivisionBranchFinancialInstitution?ram:BranchFinancialInstitutionType',
    'ram:DebtorFinancialAccountType': 'ram:IBANID?udt:IDType ram:AccountName?udt:TextType ram:ProprietaryID?udt:IDType',
    'ram:DebtorFinancialInstitutionType':
      'ram:BICID?udt:IDType ram:ClearingSystemName?udt:TextType ram:CHIPSUniversalID?udt:IDType ram:NewZealandNCCID?udt:IDType ram:IrishNSCID?udt:IDType ram:UKSortCodeID?udt:IDType ram:CHIPSParticipantID?udt:IDType ram:SwissBCID?udt:IDType ram:FedwireRoutingNumberID?udt:IDType ram:PortugueseNCCID?udt:IDType ram:RussianCentralBankID?udt:IDType ram:ItalianDomesticID?udt:IDType ram:AustrianBankleitzahlID?udt:IDType ram:CanadianPaymentsAssociationID?udt:IDType ram:SICID?udt:IDType ram:GermanBankleitzahlID?udt:IDType ram:SpanishDomesticInterbankingID?udt:IDType ram:SouthAfricanNCCID?udt:IDType ram:HongKongBankID?udt:IDType ram:AustralianBSBID?udt:IDType ram:IndianFinancialSystemID?udt:IDType ram:HellenicBankID?udt:IDType ram:PolishNationalClearingID?udt:IDType ram:Name?udt:TextType ram:JapanFinancialInstitutionCommonID?udt:IDType ram:LocationFinancialInstitutionAddress?ram:FinancialInstitutionAddressType ram:SubDivisionBranchFinancialInstitution?ram:BranchFinancialInstitutionType',
    'ram:DeliveryAdjustmentType':
      'ram:ReasonCode?qdt:AdjustmentReasonCodeType ram:Reason*udt:TextType ram:ActualAmount*udt:AmountType ram:ActualQuantity?udt:QuantityType ram:ActualDateTime?udt:DateTimeType',
    'ram:DisposalInstructionsType':
      'ram:MaterialID?udt:IDType ram:RecyclingDescriptionCode*udt:CodeType ram:Description*udt:TextType ram:RecyclingProcedure*udt:TextType',
    'ram:DocumentContextParameterType':
      'ram:ID?udt:IDType ram:Value?udt:TextType ram:SpecifiedDocumentVersion?ram:DocumentVersionType',
    'ram:DocumentLineDocumentType':
      'ram:LineID?udt:IDType ram:ParentLineID?udt:IDType ram:LineStatusCode?qdt:LineStatusCodeType ram:LineStatusReasonCode?udt:CodeType ram:IncludedNote*ram:NoteType',
    'ram:DocumentVersionType': 'ram:ID?udt:IDType ram:Name?udt:TextType ram:IssueDateTime?udt:DateTimeType',
    'ram:ExchangedDocumentContextType':
      'ram:SpecifiedTransactionID?udt:IDType ram:TestIndicator?udt:IndicatorType ram:BusinessProcessSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:BIMSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:ScenarioSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:ApplicationSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:GuidelineSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:SubsetSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:MessageStandardSpecifiedDocumentContextParameter?ram:DocumentContextParameterType',
    'ram:ExchangedDocumentType':
      'ram:ID!udt:IDType ram:Name*udt:TextType ram:TypeCode?qdt:DocumentCodeType ram:IssueDateTime!udt:DateTimeType ram:CopyIndicator?udt:IndicatorType ram:Purpose?udt:TextType ram:ControlRequirementIndicator?udt:IndicatorType ram:LanguageID*udt:IDType ram:PurposeCode?qdt:MessageFunctionCodeType ram:RevisionDateTime?udt:DateTimeType ram:VersionID?udt:IDType ram:GlobalID?udt:IDType ram:RevisionID?udt:IDType ram:PreviousRevisionID?udt:IDType ram:CategoryCode?udt:CodeType ram:IncludedNote*ram:NoteType ram:EffectiveSpecifiedPeriod?ram:SpecifiedPeriodType ram:IssuerTradeParty?ram:TradePartyType',
    'ram:FinancialAdjustmentType':
      'ram:ReasonCode?udt:CodeType ram:Reason*udt:TextType ram:ActualAmount*udt:AmountType ram:ActualQuantity?udt:QuantityType ram:ActualDateTime?udt:DateTimeType ram:ClaimRelatedTradeParty?ram:TradePartyType ram:InvoiceReferenceReferencedDocument?ram:ReferencedDocumentType',
    'ram:FinancialInstitutionAddressType':
      'ram:PostcodeCode?udt:CodeType ram:BuildingNumber?udt:TextType ram:LineOne?udt:TextType ram:LineTwo?udt:TextType ram:LineThree?udt:TextType ram:LineFour?udt:TextType ram:LineFive?udt:TextType ram:StreetName?udt:TextType ram:CityName?udt:TextType ram:CountrySubDivisionID?udt:IDType ram:CountryID?udt:IDType ram:TypeCode?udt:CodeType ram:DepartmentName?udt:TextType ram:PostOfficeBox?udt:TextType ram:CityID?udt:IDType ram:CountrySubDivisionName?udt:TextType ram:CountryName?udt:TextType',
    'ram:GeographicalCoordinateType':
      'ram:AltitudeMeasure?udt:MeasureType ram:LatitudeMeasure?udt:MeasureType ram:LongitudeMeasure?udt:MeasureType ram:SystemID?udt:IDType',
    'ram:GroupedWorkItemType':
      'ram:ID!udt:IDType ram:PrimaryClassificationCode*udt:CodeType ram:AlternativeClassificationCode*udt:CodeType ram:TypeCode*udt:CodeType ram:Comment*udt:TextType ram:TotalQuantity?udt:QuantityType ram:Index?udt:TextType ram:RequestedActionCode*udt:CodeType ram:PriceListItemID?udt:IDType ram:ContractualLanguageCode?udt:CodeType ram:TotalCalculatedPrice*ram:CalculatedPriceType ram:ItemGroupedWorkItem*ram:GroupedWorkItemType ram:ItemBasicWorkItem*ram:BasicWorkItemType ram:ChangedRecordedStatus*ram:RecordedStatusType ram:ActualWorkItemComplexDescription*ram:WorkItemComplexDescriptionType ram:ReferencedSpecifiedBinaryFile*ram:SpecifiedBinaryFileType',
    'ram:HeaderTradeAgreementType':
      'ram:Reference*udt:TextType ram:BuyerReference?udt:TextType ram:SellerTradeParty?ram:TradePartyType ram:BuyerTradeParty?ram:TradePartyType ram:SalesAgentTradeParty?ram:TradePartyType ram:BuyerRequisitionerTradeParty*ram:TradePartyType ram:BuyerAssignedAccountantTradeParty?ram:TradePartyType ram:SellerAssignedAccountantTradeParty?ram:TradePartyType ram:BuyerTaxRepresentativeTradeParty?ram:TradePartyType ram:SellerTaxRepresentativeTradeParty?ram:TradePartyType ram:ProductEndUserTradeParty?ram:TradePartyType ram:ApplicableTradeDeliveryTerms?ram:TradeDeliveryTermsType ram:SellerOrderReferencedDocument?ram:ReferencedDocumentType ram:BuyerOrderReferencedDocument?ram:ReferencedDocumentType ram:QuotationReferencedDocument?ram:ReferencedDocumentType ram:OrderResponseReferencedDocument?ram:ReferencedDocumentType ram:ContractReferencedDocument?ram:ReferencedDocumentType ram:DemandForecastReferencedDocument?ram:ReferencedDocumentType ram:SupplyInstructionReferencedDocument?ram:ReferencedDocumentType ram:PromotionalDealReferencedDocument?ram:ReferencedDocumentType ram:PriceListReferencedDocument?ram:ReferencedDocumentType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:RequisitionerReferencedDocument*ram:ReferencedDocumentType ram:BuyerAgentTradeParty?ram:TradePartyType ram:PurchaseConditionsReferencedDocument*ram:ReferencedDocumentType ram:SpecifiedProcuringProject?ram:ProcuringProjectType ram:UltimateCustomerOrderReferencedDocument*ram:ReferencedDocumentType',
    'ram:HeaderTradeDeliveryType':
      'ram:RelatedSupplyChainConsignment?ram:SupplyChainConsignmentType ram:ShipToTradeParty?ram:TradePartyType ram:UltimateShipToTradeParty?ram:TradePartyType ram:ShipFromTradeParty?ram:TradePartyType ram:ActualDespatchSupplyChainEvent?ram:SupplyChainEventType ram:ActualPickUpSupplyChainEvent?ram:SupplyChainEventType ram:ActualDeliverySupplyChainEvent?ram:SupplyChainEventType ram:ActualReceiptSupplyChainEvent?ram:SupplyChainEventType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:DespatchAdviceReferencedDocument?ram:ReferencedDocumentType ram:ReceivingAdviceReferencedDocument?ram:ReferencedDocumentType ram:DeliveryNoteReferencedDocument?ram:ReferencedDocumentType ram:ConsumptionReportReferencedDocument?ram:ReferencedDocumentType ram:PreviousDeliverySupplyChainEvent*ram:SupplyChainEventType ram:PackingListReferencedDocument?ram:ReferencedDocumentType',
    'ram:HeaderTradeSettlementType':
      'ram:DuePayableAmount*udt:AmountType ram:CreditorReferenceTypeCode*udt:CodeType ram:CreditorReferenceType*udt:TextType ram:CreditorReferenceIssuerID*udt:IDType ram:CreditorReferenceID?udt:IDType ram:PaymentReference*udt:TextType ram:TaxCurrencyCode?qdt:CurrencyCodeType ram:InvoiceCurrencyCode?qdt:CurrencyCodeType ram:PaymentCurrencyCode?qdt:CurrencyCodeType ram:InvoiceIssuerReference?udt:TextType ram:InvoiceDateTime?udt:DateTimeType ram:NextInvoiceDateTime*udt:DateTimeType ram:CreditReasonCode?udt:CodeType ram:CreditReason*udt:TextType ram:InvoicerTradeParty?ram:TradePartyType ram:InvoiceeTradeParty?ram:TradePartyType ram:PayeeTradeParty?ram:TradePartyType ram:PayerTradeParty?ram:TradePartyType ram:TaxApplicableTradeCurrencyExchange?ram:TradeCurrencyExchangeType ram:InvoiceApplicableTradeCurrencyExchange?ram:TradeCurrencyExchangeType ram:PaymentApplicableTradeCurrencyExchange?ram:TradeCurrencyExchangeType ram:SpecifiedTradeSettlementPaymentMeans*ram:TradeSettlementPaymentMeansType ram:ApplicableTradeTax*ram:TradeTaxType ram:BillingSpecifiedPeriod?ram:SpecifiedPeriodType ram:SpecifiedTradeAllowanceCharge*ram:TradeAllowanceChargeType ram:SubtotalCalculatedTradeTax*ram:TradeTaxType ram:SpecifiedLogisticsServiceCharge*ram:LogisticsServiceChargeType ram:SpecifiedTradePaymentTerms*ram:TradePaymentTermsType ram:SpecifiedTradeSettlementHeaderMonetarySummation?ram:TradeSettlementHeaderMonetarySummationType ram:SpecifiedFinancialAdjustment*ram:FinancialAdjustmentType ram:InvoiceReferencedDocument?ram:ReferencedDocumentType ram:ProFormaInvoiceReferencedDocument?ram:ReferencedDocumentType ram:LetterOfCreditReferencedDocument?ram:ReferencedDocumentType ram:FactoringAgreementReferencedDocument*ram:ReferencedDocumentType ram:FactoringListReferencedDocument*ram:ReferencedDocumentType ram:PayableSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:ReceivableSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:PurchaseSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:SalesSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:SpecifiedTradeSettlementFinancialCard*ram:TradeSettlementFinancialCardType ram:SpecifiedAdvancePayment*ram:AdvancePaymentType ram:UltimatePayeeTradeParty?ram:TradePartyType',
    'ram:LegalOrganizationType':
      'ram:LegalClassificationCode?udt:CodeType ram:Name?udt:TextType ram:ID?udt:IDType ram:TradingBusinessName?udt:TextType ram:PostalTradeAddress?ram:TradeAddressType ram:AuthorizedLegalRegistration*ram:LegalRegistrationType',
    'ram:LegalRegistrationType': 'ram:TypeCode?udt:CodeType ram:ID?udt:IDType',
    'ram:LineTradeAgreementType':
      'ram:BuyerReference?udt:TextType ram:BuyerRequisitionerTradeParty*ram:TradePartyType ram:ApplicableTradeDeliveryTerms?ram:TradeDeliveryTermsType ram:SellerOrderReferencedDocument?ram:ReferencedDocumentType ram:BuyerOrderReferencedDocument?ram:ReferencedDocumentType ram:QuotationReferencedDocument?ram:ReferencedDocumentType ram:ContractReferencedDocument?ram:ReferencedDocumentType ram:DemandForecastReferencedDocument?ram:ReferencedDocumentType ram:PromotionalDealReferencedDocument?ram:ReferencedDocumentType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:GrossPriceProductTradePrice?ram:TradePriceType ram:NetPriceProductTradePrice?ram:TradePriceType ram:RequisitionerReferencedDocument*ram:ReferencedDocumentType ram:ItemSellerTradeParty?ram:TradePartyType ram:ItemBuyerTradeParty?ram:TradePartyType ram:IncludedSpecifiedMarketplace?ram:SpecifiedMarketplaceType ram:UltimateCustomerOrderReferencedDocument*ram:ReferencedDocumentType',
    'ram:LineTradeDeliveryType':
      'ram:RequestedQuantity?udt:QuantityType ram:ReceivedQuantity?udt:QuantityType ram:BilledQuantity?udt:QuantityType ram:ChargeFreeQuantity?udt:QuantityType ram:PackageQuantity?udt:QuantityType ram:ProductUnitQuantity?udt:QuantityType ram:PerPackageUnitQuantity?udt:QuantityType ram:NetWeightMeasure?qdt:WeightUnitMeasureType ram:GrossWeightMeasure?qdt:WeightUnitMeasureType ram:TheoreticalWeightMeasure?qdt:WeightUnitMeasureType ram:DespatchedQuantity?udt:QuantityType ram:SpecifiedDeliveryAdjustment*ram:DeliveryAdjustmentType ram:IncludedSupplyChainPackaging*ram:SupplyChainPackagingType ram:RelatedSupplyChainConsignment?ram:SupplyChainConsignmentType ram:ShipToTradeParty?ram:TradePartyType ram:UltimateShipToTradeParty?ram:TradePartyType ram:ShipFromTradeParty?ram:TradePartyType ram:ActualDespatchSupplyChainEvent?ram:SupplyChainEventType ram:ActualPickUpSupplyChainEvent?ram:SupplyChainEventType ram:RequestedDeliverySupplyChainEvent?ram:SupplyChainEventType ram:ActualDeliverySupplyChainEvent?ram:SupplyChainEventType ram:ActualReceiptSupplyChainEvent?ram:SupplyChainEventType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:DespatchAdviceReferencedDocument?ram:ReferencedDocumentType ram:ReceivingAdviceReferencedDocument?ram:ReferencedDocumentType ram:DeliveryNoteReferencedDocument?ram:ReferencedDocumentType ram:ConsumptionReportReferencedDocument?ram:ReferencedDocumentType ram:PackingListReferencedDocument?ram:ReferencedDocumentType',
    'ram:LineTradeSettlementType':
      'ram:PaymentReference*udt:TextType ram:InvoiceIssuerReference?udt:TextType ram:TotalAdjustmentAmount?udt:AmountType ram:DiscountIndicator?udt:IndicatorType ram:ApplicableTradeTax*ram:TradeTaxType ram:BillingSpecifiedPeriod?ram:SpecifiedPeriodType ram:SpecifiedTradeAllowanceCharge*ram:TradeAllowanceChargeType ram:SubtotalCalculatedTradeTax*ram:TradeTaxType ram:SpecifiedLogisticsServiceCharge*ram:LogisticsServiceChargeType ram:SpecifiedTradePaymentTerms*ram:TradePaymentTermsType ram:SpecifiedTradeSettlementLineMonetarySummation?ram:TradeSettlementLineMonetarySummationType ram:SpecifiedFinancialAdjustment*ram:FinancialAdjustmentType ram:InvoiceReferencedDocument?ram:ReferencedDocumentType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:PayableSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:ReceivableSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:PurchaseSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:SalesSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:SpecifiedTradeSettlementFinancialCard?ram:TradeSettlementFinancialCardType',
    'ram:LogisticsLocationType':
      'ram:ID?udt:IDType ram:Name*udt:TextType ram:TypeCode?udt:CodeType ram:Description*udt:TextType ram:PhysicalGeographicalCoordinate?ram:GeographicalCoordinateType ram:PostalTradeAddress?ram:TradeAddressType',
    'ram:LogisticsServiceChargeType':
      'ram:ID?qdt:FreightChargeTypeIDType ram:Description*udt:TextType ram:PaymentArrangementCode?udt:CodeType ram:TariffClassCode?qdt:FreightChargeTariffClassCodeType ram:ChargeCategoryCode?udt:CodeType ram:ServiceCategoryCode?udt:CodeType ram:DisbursementAmount*udt:AmountType ram:AppliedAmount*udt:AmountType ram:AllowanceCharge?udt:TextType ram:PayingPartyRoleCode?qdt:ChargePayingPartyRoleCodeType ram:CalculationBasisCode?qdt:LogisticsChargeCalculationBasisCodeType ram:CalculationBasis?udt:TextType ram:TransportPaymentMethodCode?udt:CodeType ram:PaymentPlaceLogisticsLocation?ram:LogisticsLocationType ram:AppliedFromLogisticsLocation?ram:LogisticsLocationType ram:AppliedToLogisticsLocation?ram:LogisticsLocationType ram:AppliedTradeTax*ram:TradeTaxType',
    'ram:LogisticsTransportEquipmentType':
      'ram:ID?udt:IDType ram:LoadingLengthMeasure?qdt:LinearUnitMeasureType ram:CategoryCode?qdt:TransportEquipmentCategoryCodeType ram:CharacteristicCode?qdt:TransportEquipmentSizeTypeCodeType ram:UsedCapacityCode?qdt:TransportEquipmentFullnessCodeType ram:LinearSpatialDimension?ram:SpatialDimensionType',
    'ram:LogisticsTransportMeansType':
      'ram:TypeCode?qdt:TransportMeansTypeCodeType ram:Type?udt:TextType ram:ID?udt:IDType ram:Name?udt:TextType ram:OwnerTradeParty?ram:TradePartyType',
    'ram:LogisticsTransportMovementType':
      'ram:StageCode?qdt:TransportMovementStageCodeType ram:ModeCode?qdt:TransportModeCodeType ram:Mode?udt:TextType ram:UsedLogisticsTransportMeans?ram:LogisticsTransportMeansType',
    'ram:MaterialGoodsCharacteristicType':
      'ram:Description*udt:TextType ram:TypeCode?udt:CodeType ram:ProportionalConstituentPercent?udt:PercentType ram:AbsolutePresenceWeightMeasure?udt:MeasureType ram:AbsolutePresenceVolumeMeasure?udt:MeasureType',
    'ram:NoteType':
      'ram:Subject?udt:TextType ram:ContentCode?udt:CodeType ram:Content*udt:TextType ram:SubjectCode?udt:CodeType ram:ID?udt:IDType',
    'ram:PackagingMarkingType':
      'ram:TypeCode*qdt:PackagingMarkingCodeType ram:Content*udt:TextType ram:ContentDateTime?udt:DateTimeType ram:ContentAmount*udt:AmountType ram:BarcodeTypeCode*udt:CodeType ram:ContentCode*udt:CodeType ram:AutomaticDataCaptureMethodTypeCode*qdt:AutomaticDataCaptureMethodCodeType',
    'ram:ProcuringProjectType': 'ram:ID!udt:IDType ram:Description?udt:TextType ram:Name!udt:TextType',
    'ram:ProductCharacteristicConditionType':
      'ram:TypeCode?udt:CodeType ram:Name*udt:TextType ram:ValueMeasure?udt:MeasureType',
    'ram:ProductCharacteristicType':
      'ram:ID*udt:IDType ram:TypeCode?udt:CodeType ram:Description*udt:TextType ram:ValueMeasure?udt:MeasureType ram:MeasurementMethodCode?udt:CodeType ram:Value*udt:TextType ram:ValueCode?udt:CodeType ram:ValueDateTime?udt:DateTimeType ram:ValueIndicator?udt:IndicatorType ram:ContentTypeCode?udt:CodeType ram:ValueSpecifiedBinaryFile?ram:SpecifiedBinaryFileType ram:ApplicableProductCharacteristicCondition*ram:ProductCharacteristicConditionType ram:ApplicableReferencedStandard?ram:ReferencedStandardType',
    'ram:ProductClassificationType':
      'ram:SystemID?udt:IDType ram:SystemName*udt:TextType ram:ClassCode?udt:CodeType ram:ClassName*udt:TextType ram:SubClassCode?udt:CodeType ram:ClassProductCharacteristic*ram:ProductCharacteristicType ram:ApplicableReferencedStandard?ram:ReferencedStandardType',
    'ram:RecordedStatusType':
      'ram:ConditionCode!udt:CodeType ram:ChangerName?udt:TextType ram:ChangedDateTime!udt:DateTimeType',
    'ram:ReferencePriceType':
      'ram:ChargeAmount?udt:AmountType ram:BasisQuantity*udt:QuantityType ram:NetPriceIndicator*udt:IndicatorType ram:ComparisonMethodCode?udt:CodeType',
    'ram:ReferencedDocumentType':
      'ram:IssuerAssignedID?udt:IDType ram:URIID?udt:IDType ram:StatusCode?qdt:DocumentStatusCodeType ram:CopyIndicator?udt:IndicatorType ram:LineID?udt:IDType ram:TypeCode?qdt:DocumentCodeType ram:GlobalID?udt:IDType ram:RevisionID?udt:IDType ram:Name*udt:TextType ram:AttachmentBinaryObject*udt:BinaryObjectType ram:Information*udt:TextType ram:ReferenceTypeCode?qdt:ReferenceCodeType ram:SectionName*udt:TextType ram:PreviousRevisionID*udt:IDType ram:FormattedIssueDateTime?qdt:FormattedDateTimeType ram:EffectiveSpecifiedPeriod?ram:SpecifiedPeriodType ram:IssuerTradeParty?ram:TradePartyType ram:AttachedSpecifiedBinaryFile*ram:SpecifiedBinaryFileType',
    'ram:ReferencedProductType':
      'ram:ID*udt:IDType ram:GlobalID*udt:IDType ram:SellerAssignedID?udt:IDType ram:BuyerAssignedID?udt:IDType ram:ManufacturerAssignedID*udt:IDType ram:IndustryAssignedID*udt:IDType ram:Name*udt:TextType ram:Description*udt:TextType ram:RelationshipTypeCode*udt:CodeType ram:UnitQuantity*udt:QuantityType',
    'ram:ReferencedStandardType':
      'ram:ID?udt:IDType ram:VersionID?udt:IDType ram:ElementVersionID?udt:IDType ram:URIID?udt:IDType ram:PartID?udt:IDType ram:AgencyID?udt:IDType',
    'ram:RegisteredTaxType':
      'ram:TypeCode?udt:CodeType ram:ExemptionReasonCode?udt:CodeType ram:ExemptionReason*udt:TextType ram:CurrencyCode?udt:CodeType ram:Jurisdiction*udt:TextType ram:Description*udt:TextType ram:CustomsDutyIndicator?udt:IndicatorType',
    'ram:ReturnableAssetInstructionsType':
      'ram:MaterialID*udt:IDType ram:TermsAndConditionsDescription*udt:TextType ram:TermsAndConditionsDescriptionCode?udt:CodeType ram:DepositValueSpecifiedAmount*udt:AmountType ram:DepositValueValiditySpecifiedPeriod?ram:SpecifiedPeriodType',
    'ram:SpatialDimensionType':
      'ram:ValueMeasure?udt:MeasureType ram:TypeCode?qdt:DimensionTypeCodeType ram:Description*udt:TextType ram:WidthMeasure?udt:MeasureType ram:LengthMeasure?udt:MeasureType ram:HeightMeasure?udt:MeasureType ram:ID?udt:IDType ram:DiameterMeasure?qdt:LinearUnitMeasureType',
    'ram:SpecificationQueryType':
      'ram:ID!udt:IDType ram:TypeCode?udt:CodeType ram:Content!udt:TextType ram:ContractualLanguageCode?udt:CodeType',
    'ram:SpecificationResponseType':
      'ram:ID!udt:IDType ram:QueryID?udt:IDType ram:TypeCode?udt:CodeType ram:Content!udt:TextType ram:ContractualLanguageCode?udt:CodeType',
    'ram:SpecifiedBinaryFileType':
      'ram:ID*udt:IDType ram:Title*udt:TextType ram:AuthorName*udt:TextType ram:VersionID?udt:IDType ram:FileName?udt:TextType ram:URIID?udt:IDType ram:MIMECode?udt:CodeType ram:EncodingCode?udt:CodeType ram:CharacterSetCode?udt:CodeType ram:IncludedBinaryObject*udt:BinaryObjectType ram:Access*udt:TextType ram:Description*udt:TextType ram:SizeMeasure?udt:MeasureType ram:AccessAvailabilitySpecifiedPeriod?ram:SpecifiedPeriodType',
    'ram:SpecifiedMarketplaceType':
      'ram:ID?udt:IDType ram:Name?udt:TextType ram:VirtualIndicator?udt:IndicatorType ram:WebsiteURIID*udt:IDType ram:SalesMethodCode?udt:CodeType ram:OrderingAvailablePeriod*ram:AvailablePeriodType',
    'ram:SpecifiedPeriodType':
      'ram:DurationMeasure*udt:MeasureType ram:InclusiveIndicator?udt:IndicatorType ram:Description*udt:TextType ram:StartDateTime?udt:DateTimeType ram:EndDateTime?udt:DateTimeType ram:CompleteDateTime?udt:DateTimeType ram:OpenIndicator?udt:IndicatorType ram:SeasonCode?udt:CodeType ram:ID?udt:IDType ram:Name*udt:TextType ram:SequenceNumeric?udt:NumericType ram:StartDateFlexibilityCode?udt:CodeType ram:ContinuousIndicator?udt:IndicatorType ram:PurposeCode?udt:CodeType',
    'ram:SubordinateLineTradeAgreementType':
      'ram:SellerOrderReferencedDocument?ram:ReferencedDocumentType ram:BuyerOrderReferencedDocument?ram:ReferencedDocumentType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:GrossPriceProductTradePrice?ram:TradePriceType ram:NetPriceProductTradePrice?ram:TradePriceType',
    'ram:SubordinateLineTradeDeliveryType':
      'ram:PackageQuantity?udt:QuantityType ram:ProductUnitQuantity?udt:QuantityType ram:PerPackageUnitQuantity?udt:QuantityType ram:IncludedSupplyChainPackaging*ram:SupplyChainPackagingType',
    'ram:SubordinateLineTradeSettlementType': 'ram:ApplicableTradeTax?ram:TradeTaxType',
    'ram:SubordinateTradeLineItemType':
      'ram:ID*udt:IDType ram:SpecifiedReferencedProduct?ram:ReferencedProductType ram:ApplicableTradeProduct*ram:TradeProductType ram:SpecifiedSubordinateLineTradeAgreement?ram:SubordinateLineTradeAgreementType ram:SpecifiedSubordinateLineTradeDelivery?ram:SubordinateLineTradeDeliveryType ram:SpecifiedSubordinateLineTradeSettlement?ram:SubordinateLineTradeSettlementType',
    'ram:SupplyChainConsignmentItemType':
      'ram:TypeCode?qdt:GoodsTypeCodeType ram:TypeExtensionCode?qdt:GoodsTypeExtensionCodeType ram:DeclaredValueForCustomsAmount?udt:AmountType ram:DeclaredValueForStatisticsAmount?udt:AmountType ram:InvoiceAmount*udt:AmountType ram:GrossWeightMeasure?qdt:WeightUnitMeasureType ram:NetWeightMeasure?udt:MeasureType ram:TariffQuantity?udt:QuantityType ram:NatureIdentificationTransportCargo?ram:TransportCargoType',
    'ram:SupplyChainConsignmentType':
      'ram:GrossWeightMeasure*qdt:WeightUnitMeasureType ram:NetWeightMeasure*udt:MeasureType ram:GrossVolumeMeasure*qdt:VolumeUnitMeasureType ram:InsurancePremiumAmount?udt:AmountType ram:AssociatedInvoiceAmount*udt:AmountType ram:TotalChargeAmount?udt:AmountType ram:DeclaredValueForCustomsAmount?udt:AmountType ram:PackageQuantity?udt:QuantityType ram:ConsignorTradeParty?ram:TradePartyType ram:ConsigneeTradeParty?ram:TradePartyType ram:CarrierTradeParty?ram:TradePartyType ram:FreightForwarderTradeParty?ram:TradePartyType ram:DeliveryTradeParty?ram:TradePartyType ram:CustomsImportAgentTradeParty?ram:TradePartyType ram:CustomsExportAgentTradeParty?ram:TradePartyType ram:GroupingCentreTradeParty*ram:TradePartyType ram:TransportContractReferencedDocument?ram:ReferencedDocumentType ram:AssociatedReferencedDocument*ram:ReferencedDocumentType ram:IncludedSupplyChainConsignmentItem*ram:SupplyChainConsignmentItemType ram:UtilizedLogisticsTransportEquipment*ram:LogisticsTransportEquipmentType ram:SpecifiedLogisticsTransportMovement*ram:LogisticsTransportMovementType',
    'ram:SupplyChainEventType':
      'ram:ID?udt:IDType ram:OccurrenceDateTime?udt:DateTimeType ram:TypeCode?udt:CodeType ram:Description*udt:TextType ram:DescriptionBinaryObject*udt:BinaryObjectType ram:UnitQuantity?udt:QuantityType ram:LatestOccurrenceDateTime?udt:DateTimeType ram:EarliestOccurrenceDateTime?udt:DateTimeType ram:OccurrenceSpecifiedPeriod?ram:SpecifiedPeriodType ram:OccurrenceLogisticsLocation?ram:LogisticsLocationType',
    'ram:SupplyChainPackagingType':
      'ram:TypeCode?qdt:PackageTypeCodeType ram:Type?udt:TextType ram:Description*udt:TextType ram:ConditionCode?udt:CodeType ram:DisposalMethodCode*udt:CodeType ram:WeightMeasure*udt:MeasureType ram:MaximumStackabilityQuantity?udt:QuantityType ram:MaximumStackabilityWeightMeasure?udt:MeasureType ram:CustomerFacingTotalUnitQuantity?udt:QuantityType ram:LayerTotalUnitQuantity?udt:QuantityType ram:ContentLayerQuantity?udt:QuantityType ram:LinearSpatialDimension?ram:SpatialDimensionType ram:MinimumLinearSpatialDimension?ram:SpatialDimensionType ram:MaximumLinearSpatialDimension?ram:SpatialDimensionType ram:SpecifiedPackagingMarking*ram:PackagingMarkingType ram:ApplicableMaterialGoodsCharacteristic*ram:MaterialGoodsCharacteristicType ram:ApplicableDisposalInstructions*ram:DisposalInstructionsType ram:ApplicableReturnableAssetInstructions*ram:ReturnableAssetInstructionsType',
    'ram:SupplyChainTradeLineItemType':
      'ram:DescriptionCode?udt:CodeType ram:AssociatedDocumentLineDocument!ram:DocumentLineDocumentType ram:SpecifiedTradeProduct?ram:TradeProductType ram:SpecifiedLineTradeAgreement?ram:LineTradeAgreementType ram:SpecifiedLineTradeDelivery?ram:LineTradeDeliveryType ram:SpecifiedLineTradeSettlement!ram:LineTradeSettlementType ram:IncludedSubordinateTradeLineItem*ram:SubordinateTradeLineItemType',
    'ram:SupplyChainTradeTransactionType':
      'ram:IncludedSupplyChainTradeLineItem*ram:SupplyChainTradeLineItemType ram:ApplicableHeaderTradeAgreement!ram:HeaderTradeAgreementType ram:ApplicableHeaderTradeDelivery!ram:HeaderTradeDeliveryType ram:ApplicableHeaderTradeSettlement!ram:HeaderTradeSettlementType',
    'ram:TaxRegistrationType': 'ram:ID?udt:IDType ram:AssociatedRegisteredTax?ram:RegisteredTaxType',
    'ram:TradeAccountingAccountType':
      'ram:ID!udt:IDType ram:SetTriggerCode?qdt:AccountingDocumentCodeType ram:TypeCode?qdt:AccountingAccountTypeCodeType ram:AmountTypeCode?qdt:AccountingAmountTypeCodeType ram:Name?udt:TextType ram:CostReferenceDimensionPattern?udt:TextType',
    'ram:TradeAddressType':
      'ram:ID?udt:IDType ram:PostcodeCode?udt:CodeType ram:PostOfficeBox?udt:TextType ram:BuildingName?udt:TextType ram:LineOne?udt:TextType ram:LineTwo?udt:TextType ram:LineThree?udt:TextType ram:LineFour?udt:TextType ram:LineFive?udt:TextType ram:StreetName?udt:TextType ram:CityName?udt:TextType ram:CitySubDivisionName?udt:TextType ram:CountryID?qdt:CountryIDType ram:CountryName*udt:TextType ram:CountrySubDivisionID?udt:IDType ram:CountrySubDivisionName*udt:TextType ram:AttentionOf?udt:TextType ram:CareOf?udt:TextType ram:BuildingNumber?udt:TextType ram:DepartmentName?udt:TextType ram:AdditionalStreetName?udt:TextType',
    'ram:TradeAllowanceChargeType':
      'ram:ChargeIndicator?udt:IndicatorType ram:ID?udt:IDType ram:SequenceNumeric?udt:NumericType ram:CalculationPercent?udt:PercentType ram:BasisAmount?udt:AmountType ram:BasisQuantity?udt:QuantityType ram:PrepaidIndicator?udt:IndicatorType ram:ActualAmount*udt:AmountType ram:UnitBasisAmount?udt:AmountType ram:ReasonCode?qdt:AllowanceChargeReasonCodeType ram:Reason?udt:TextType ram:TypeCode?qdt:AllowanceChargeIdentificationCodeType ram:CategoryTradeTax*ram:TradeTaxType ram:ActualTradeCurrencyExchange?ram:TradeCurrencyExchangeType',
    'ram:TradeContactType':
      'ram:ID?udt:IDType ram:PersonName?udt:TextType ram:DepartmentName?udt:TextType ram:TypeCode?qdt:ContactTypeCodeType ram:JobTitle?udt:TextType ram:Responsibility?udt:TextType ram:PersonID*udt:IDType ram:TelephoneUniversalCommunication?ram:UniversalCommunicationType ram:DirectTelephoneUniversalCommunication?ram:UniversalCommunicationType ram:MobileTelephoneUniversalCommunication?ram:UniversalCommunicationType ram:FaxUniversalCommunication?ram:UniversalCommunicationType ram:EmailURIUniversalCommunication?ram:UniversalCommunicationType ram:TelexUniversalCommunication?ram:UniversalCommunicationType ram:VOIPUniversalCommunication?ram:UniversalCommunicationType ram:InstantMessagingUniversalCommunication?ram:UniversalCommunicationType ram:SpecifiedNote*ram:NoteType ram:SpecifiedContactPerson?ram:ContactPersonType',
    'ram:TradeCountrySubDivisionType': 'ram:ID?udt:IDType ram:Name*udt:TextType',
    'ram:TradeCountryType':
      'ram:ID?qdt:CountryIDType ram:Name*udt:TextType ram:SubordinateTradeCountrySubDivision*ram:TradeCountrySubDivisionType',
    'ram:TradeCurrencyExchangeType':
      'ram:SourceCurrencyCode!qdt:CurrencyCodeType ram:SourceUnitBasisNumeric?udt:NumericType ram:TargetCurrencyCode!qdt:CurrencyCodeType ram:TargetUnitBaseNumeric?udt:NumericType ram:MarketID?udt:IDType ram:ConversionRate!udt:RateType ram:ConversionRateDateTime?udt:DateTimeType ram:AssociatedReferencedDocument*ram:ReferencedDocumentType',
    'ram:TradeDeliveryTermsType':
      'ram:DeliveryTypeCode?qdt:DeliveryTermsCodeType ram:Description*udt:TextType ram:RelevantTradeLocation?ram:TradeLocationType',
    'ram:TradeLocationType':
      'ram:CountryID?qdt:CountryIDType ram:CountryName?udt:TextType ram:ID?udt:IDType ram:Name?udt:TextType',
    'ram:TradePartyType':
      'ram:ID*udt:IDType ram:GlobalID*udt:IDType ram:Name?udt:TextType ram:RoleCode*qdt:PartyRoleCodeType ram:Description*udt:TextType ram:SpecifiedLegalOrganization?ram:LegalOrganizationType ram:DefinedTradeContact*ram:TradeContactType ram:PostalTradeAddress?ram:TradeAddressType ram:URIUniversalCommunication*ram:UniversalCommunicationType ram:SpecifiedTaxRegistration*ram:TaxRegistrationType ram:EndPointURIUniversalCommunication?ram:UniversalCommunicationType ram:LogoAssociatedSpecifiedBinaryFile*ram:SpecifiedBinaryFileType',
    'ram:TradePaymentDiscountTermsType':
      'ram:BasisDateTime?udt:DateTimeType ram:BasisPeriodMeasure?udt:MeasureType ram:BasisAmount?udt:AmountType ram:CalculationPercent?udt:PercentType ram:ActualDiscountAmount?udt:AmountType',
    'ram:TradePaymentPenaltyTermsType':
      'ram:BasisDateTime?udt:DateTimeType ram:BasisPeriodMeasure?udt:MeasureType ram:BasisAmount?udt:AmountType ram:CalculationPercent?udt:PercentType ram:ActualPenaltyAmount?udt:AmountType',
    'ram:TradePaymentTermsType':
      'ram:ID?qdt:PaymentTermsIDType ram:FromEventCode?qdt:PaymentTermsEventTimeReferenceCodeType ram:SettlementPeriodMeasure?udt:MeasureType ram:Description*udt:TextType ram:DueDateDateTime?udt:DateTimeType ram:TypeCode?qdt:PaymentTermsTypeCodeType ram:InstructionTypeCode?udt:CodeType ram:DirectDebitMandateID*udt:IDType ram:PartialPaymentPercent?udt:PercentType ram:PaymentMeansID*udt:IDType ram:PartialPaymentAmount*udt:AmountType ram:ApplicableTradePaymentPenaltyTerms?ram:TradePaymentPenaltyTermsType ram:ApplicableTradePaymentDiscountTerms?ram:TradePaymentDiscountTermsType ram:PayeeTradeParty*ram:TradePartyType',
    'ram:TradePriceType':
      'ram:TypeCode?qdt:PriceTypeCodeType ram:ChargeAmount+udt:AmountType ram:BasisQuantity?udt:QuantityType ram:MinimumQuantity?udt:QuantityType ram:MaximumQuantity?udt:QuantityType ram:ChangeReason*udt:TextType ram:OrderUnitConversionFactorNumeric?udt:NumericType ram:AppliedTradeAllowanceCharge*ram:TradeAllowanceChargeType ram:ValiditySpecifiedPeriod?ram:SpecifiedPeriodType ram:IncludedTradeTax*ram:TradeTaxType ram:DeliveryTradeLocation*ram:TradeLocationType ram:TradeComparisonReferencePrice*ram:ReferencePriceType ram:AssociatedReferencedDocument*ram:ReferencedDocumentType',
    'ram:TradeProductInstanceType':
      'ram:GlobalSerialID?udt:IDType ram:BatchID?udt:IDType ram:KanbanID?udt:IDType ram:SupplierAssignedSerialID?udt:IDType ram:BestBeforeDateTime?udt:DateTimeType ram:ExpiryDateTime?udt:DateTimeType ram:SellByDateTime?udt:DateTimeType ram:SerialID*udt:IDType ram:RegistrationID*udt:IDType ram:ProductionSupplyChainEvent?ram:SupplyChainEventType ram:PackagingSupplyChainEvent?ram:SupplyChainEventType ram:ApplicableMaterialGoodsCharacteristic*ram:MaterialGoodsCharacteristicType ram:ApplicableProductCharacteristic*ram:ProductCharacteristicType',
    'ram:TradeProductType':
      'ram:ID?udt:IDType ram:GlobalID?udt:IDType ram:SellerAssignedID?udt:IDType ram:BuyerAssignedID?udt:IDType ram:ManufacturerAssignedID?udt:IDType ram:Name*udt:TextType ram:TradeName?udt:TextType ram:Description?udt:TextType ram:TypeCode?udt:CodeType ram:NetWeightMeasure?udt:MeasureType ram:GrossWeightMeasure?udt:MeasureType ram:ProductGroupID*udt:IDType ram:EndItemTypeCode*udt:CodeType ram:EndItemName*udt:TextType ram:AreaDensityMeasure?udt:MeasureType ram:UseDescription*udt:TextType ram:BrandName?udt:TextType ram:SubBrandName?udt:TextType ram:DrainedNetWeightMeasure?udt:MeasureType ram:VariableMeasureIndicator?udt:IndicatorType ram:ColourCode?udt:CodeType ram:ColourDescription*udt:TextType ram:Designation*udt:TextType ram:FormattedCancellationAnnouncedLaunchDateTime?qdt:FormattedDateTimeType ram:FormattedLatestProductDataChangeDateTime?qdt:FormattedDateTimeType ram:ApplicableProductCharacteristic*ram:ProductCharacteristicType ram:ApplicableMaterialGoodsCharacteristic*ram:MaterialGoodsCharacteristicType ram:DesignatedProductClassification*ram:ProductClassificationType ram:IndividualTradeProductInstance*ram:TradeProductInstanceType ram:CertificationEvidenceReferenceReferencedDocument*ram:ReferencedDocumentType ram:InspectionReferenceReferencedDocument*ram:ReferencedDocumentType ram:OriginTradeCountry?ram:TradeCountryType ram:LinearSpatialDimension?ram:SpatialDimensionType ram:MinimumLinearSpatialDimension?ram:SpatialDimensionType ram:MaximumLinearSpatialDimension?ram:SpatialDimensionType ram:ManufacturerTradeParty?ram:TradePartyType ram:PresentationSpecifiedBinaryFile*ram:SpecifiedBinaryFileType ram:MSDSReferenceReferencedDocument?ram:ReferencedDocumentType ram:AdditionalReferenceReferencedDocument*ram:ReferencedDocumentType ram:LegalRightsOwnerTradeParty?ram:TradePartyType ram:BrandOwnerTradeParty?ram:TradePartyType ram:IncludedReferencedProduct*ram:ReferencedProductType ram:InformationNote*ram:NoteType',
    'ram:TradeSettlementFinancialCardType':
      'ram:MicrochipIndicator?udt:IndicatorType ram:ID?udt:IDType ram:TypeCode?udt:CodeType ram:CardholderName?udt:TextType ram:ExpiryDate?udt:DateType ram:VerificationNumeric?udt:NumericType ram:ValidFromDateTime?udt:DateTimeType ram:CreditLimitAmount*udt:AmountType ram:CreditAvailableAmount*udt:AmountType ram:InterestRatePercent?udt:PercentType ram:IssuingCompanyName?udt:TextType ram:Description?udt:TextType',
    'ram:TradeSettlementHeaderMonetarySummationType':
      'ram:LineTotalAmount*udt:AmountType ram:ChargeTotalAmount*udt:AmountType ram:AllowanceTotalAmount*udt:AmountType ram:TaxBasisTotalAmount*udt:AmountType ram:TaxTotalAmount*udt:AmountType ram:RoundingAmount*udt:AmountType ram:GrandTotalAmount*udt:AmountType ram:InformationAmount*udt:AmountType ram:TotalPrepaidAmount*udt:AmountType ram:TotalDiscountAmount*udt:AmountType ram:TotalAllowanceChargeAmount*udt:AmountType ram:DuePayableAmount*udt:AmountType ram:RetailValueExcludingTaxInformationAmount*udt:AmountType ram:TotalDepositFeeInformationAmount*udt:AmountType ram:ProductValueExcludingTobaccoTaxInformationAmount*udt:AmountType ram:TotalRetailValueInformationAmount*udt:AmountType ram:GrossLineTotalAmount*udt:AmountType ram:NetLineTotalAmount*udt:AmountType ram:NetIncludingTaxesLineTotalAmount*udt:AmountType',
    'ram:TradeSettlementLineMonetarySummationType':
      'ram:LineTotalAmount*udt:AmountType ram:ChargeTotalAmount*udt:AmountType ram:AllowanceTotalAmount*udt:AmountType ram:TaxBasisTotalAmount*udt:AmountType ram:TaxTotalAmount*udt:AmountType ram:GrandTotalAmount*udt:AmountType ram:InformationAmount*udt:AmountType ram:TotalAllowanceChargeAmount*udt:AmountType ram:TotalRetailValueInformationAmount*udt:AmountType ram:GrossLineTotalAmount*udt:AmountType ram:NetLineTotalAmount*udt:AmountType ram:NetIncludingTaxesLineTotalAmount*udt:AmountType ram:ProductWeightLossInformationAmount*udt:AmountType',
    'ram:TradeSettlementPaymentMeansType':
      'ram:PaymentChannelCode?qdt:PaymentMeansChannelCodeType ram:TypeCode?qdt:PaymentMeansCodeType ram:GuaranteeMethodCode?qdt:PaymentGuaranteeMeansCodeType ram:PaymentMethodCode?udt:CodeType ram:Information*udt:TextType ram:ID*udt:IDType ram:ApplicableTradeSettlementFinancialCard?ram:TradeSettlementFinancialCardType ram:PayerPartyDebtorFinancialAccount?ram:DebtorFinancialAccountType ram:PayeePartyCreditorFinancialAccount?ram:CreditorFinancialAccountType ram:PayerSpecifiedDebtorFinancialInstitution?ram:DebtorFinancialInstitutionType ram:PayeeSpecifiedCreditorFinancialInstitution?ram:CreditorFinancialInstitutionType',
    'ram:TradeTaxType':
      'ram:CalculatedAmount*udt:AmountType ram:TypeCode?qdt:TaxTypeCodeType ram:ExemptionReason?udt:TextType ram:CalculatedRate?udt:RateType ram:CalculationSequenceNumeric?udt:NumericType ram:BasisQuantity?udt:QuantityType ram:BasisAmount*udt:AmountType ram:UnitBasisAmount*udt:AmountType ram:LineTotalBasisAmount*udt:AmountType ram:AllowanceChargeBasisAmount*udt:AmountType ram:CategoryCode?qdt:TaxCategoryCodeType ram:CurrencyCode?qdt:CurrencyCodeType ram:Jurisdiction*udt:TextType ram:CustomsDutyIndicator?udt:IndicatorType ram:ExemptionReasonCode?udt:CodeType ram:TaxBasisAllowanceRate?udt:RateType ram:TaxPointDate?udt:DateType ram:Type?udt:TextType ram:InformationAmount*udt:AmountType ram:CategoryName*udt:TextType ram:DueDateTypeCode?qdt:TimeReferenceCodeType ram:RateApplicablePercent?udt:PercentType ram:SpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:ServiceSupplyTradeCountry?ram:TradeCountryType ram:BuyerRepayableTaxSpecifiedTradeAccountingAccount?ram:TradeAccountingAccountType ram:SellerPayableTaxSpecifiedTradeAccountingAccount?ram:TradeAccountingAccountType ram:SellerRefundableTaxSpecifiedTradeAccountingAccount?ram:TradeAccountingAccountType ram:BuyerDeductibleTaxSpecifiedTradeAccountingAccount?ram:TradeAccountingAccountType ram:BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount?ram:TradeAccountingAccountType ram:PlaceApplicableTradeLocation*ram:TradeLocationType',
    'ram:TransportCargoType':
      'ram:TypeCode?qdt:CargoCategoryCodeType ram:Identification?udt:TextType ram:OperationalCategoryCode?qdt:CargoOperationalCategoryCodeType ram:StatisticalClassificationCode?qdt:CargoCommodityCategoryCodeType',
    'ram:UniversalCommunicationType':
      'ram:URIID?udt:IDType ram:ChannelCode?qdt:CommunicationChannelCodeType ram:CompleteNumber?udt:TextType',
    'ram:ValuationBreakdownStatementType':
      'ram:ID!udt:IDType ram:Name!udt:TextType ram:Description*udt:TextType ram:MeasurementMethodID*udt:IDType ram:CreationDateTime!udt:DateTimeType ram:DefaultCurrencyCode!qdt:CurrencyCodeType ram:DefaultLanguageCode!udt:CodeType ram:Comment*udt:TextType ram:TypeCode*udt:CodeType ram:RequestedActionCode*udt:CodeType ram:PriceListID?udt:IDType ram:ContractualLanguageCode?udt:CodeType ram:ItemGroupedWorkItem*ram:GroupedWorkItemType ram:ItemBasicWorkItem*ram:BasicWorkItemType ram:TotalCalculatedPrice*ram:CalculatedPriceType ram:ChangedRecordedStatus*ram:RecordedStatusType ram:CreationSpecifiedBinaryFile*ram:SpecifiedBinaryFileType ram:ReaderSpecifiedBinaryFile*ram:SpecifiedBinaryFileType ram:ReferencedSpecifiedBinaryFile*ram:SpecifiedBinaryFileType',
    'ram:WorkItemComplexDescriptionType':
      'ram:Abstract*udt:TextType ram:Content*udt:TextType ram:ContractualLanguageCode?udt:CodeType ram:RequestingSpecificationQuery*ram:SpecificationQueryType ram:RespondingSpecificationResponse*ram:SpecificationResponseType ram:SubsetWorkItemComplexDescription?ram:WorkItemComplexDescriptionType',
    'ram:WorkItemDimensionType':
      'ram:ID?udt:IDType ram:ValueMeasure!udt:MeasureType ram:Description?udt:TextType ram:TypeCode!udt:CodeType ram:ContractualLanguageCode?udt:CodeType ram:ComponentWorkItemDimension*ram:WorkItemDimensionType',
    'ram:WorkItemQuantityAnalysisType':
      'ram:ID!udt:IDType ram:ActualQuantity?udt:QuantityType ram:Description?udt:TextType ram:ActualQuantityPercent?udt:PercentType ram:StatusCode?udt:CodeType ram:TypeCode?udt:CodeType ram:PrimaryClassificationCode*udt:CodeType ram:AlternativeClassificationCode*udt:CodeType ram:ContractualLanguageCode?udt:CodeType ram:ActualQuantityWorkItemDimension*ram:WorkItemDimensionType ram:BreakdownWorkItemQuantityAnalysis*ram:WorkItemQuantityAnalysisType ram:ChangedRecordedStatus*ram:RecordedStatusType',
    'rsm:CrossIndustryInvoiceType':
      'rsm:ExchangedDocumentContext!ram:ExchangedDocumentContextType rsm:ExchangedDocument!ram:ExchangedDocumentType rsm:SupplyChainTradeTransaction!ram:SupplyChainTradeTransactionType rsm:ValuationBreakdownStatement?ram:ValuationBreakdownStatementType',
    'udt:AmountType': '#decimal @currencyID?token @currencyCodeListVersionID?token',
    'udt:BinaryObjectType':
      '#base64Binary @format?string @mimeCode?token @encodingCode?token @characterSetCode?token @uri?anyURI @filename?string',
    'udt:CodeType':
      '#token @listID?token @listAgencyID?token @listAgencyName?string @listName?string @listVersionID?token @name?string @languageID?token @listURI?anyURI @listSchemeURI?anyURI',
    'udt:DateTimeType': '[ udt:DateTimeString!udt:DateTimeType.DateTimeString udt:DateTime!dateTime ]!',
    'udt:DateTimeType.DateTimeString': '#string @format?string',
    'udt:DateType': '[ udt:DateString!udt:DateType.DateString udt:Date!date ]!',
    'udt:DateType.DateString': '#string @format?string',
    'udt:IDType':
      '#token @schemeID?token @schemeName?string @schemeAgencyID?token @schemeAgencyName?string @schemeVersionID?token @schemeDataURI?anyURI @schemeURI?anyURI',
    'udt:IndicatorType': '[ udt:IndicatorString!udt:IndicatorType.IndicatorString udt:Indicator!boolean ]!',
    'udt:IndicatorType.IndicatorString': '#string @format?string',
    'udt:MeasureType': '#decimal @unitCode?token @unitCodeListVersionID?token',
    'udt:NumericType': '#decimal @format?string',
    'udt:PercentType': '#decimal @format?string',
    'udt:QuantityType':
      '#decimal @unitCode?token @unitCodeListID?token @unitCodeListAgencyID?token @unitCodeListAgencyName?string',
    'udt:RateType': '#decimal @format?string',
    'udt:TextType': '#string @languageID?token @languageLocaleID?token',
    'udt:ValueType': '#decimal @format?string',
  },
  globals: {},
};
