import type { StructureTable } from './structure-table.js';

/**
 * Names, order, cardinality and base types of the schema, as data (no schema text).
 * Source: ZUGFeRD 1.0 XSD (FeRD, 2014-06-25). Notation: structure-table.ts.
 */
export const zugferd1Structure: StructureTable = {
  source: 'ZUGFeRD 1.0 XSD (2014-06-25)',
  namespaces: {
    rsm: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
    ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12',
    qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:12',
    udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15',
  },
  roots: { 'rsm:CrossIndustryDocument': 'rsm:CrossIndustryDocumentType' },
  simple: { unit: 'token min=1 max=3', 'qdt:DateMandatoryDateTimeType': 'dateTime|date' },
  types: {
    'qdt:AllowanceChargeReasonCodeType': '#token',
    'qdt:CountryIDType': '#token',
    'qdt:DeliveryTermsCodeType': '#token',
    'qdt:DocumentCodeType': '#token',
    'qdt:PaymentMeansCodeType': '#token',
    'qdt:ReferenceCodeType': '#token',
    'qdt:TaxCategoryCodeType': '#token',
    'qdt:TaxTypeCodeType': '#token',
    'ram:CreditorFinancialAccountType':
      'ram:IBANID?udt:IDType ram:AccountName?udt:TextType ram:ProprietaryID?udt:IDType',
    'ram:DebtorFinancialAccountType': 'ram:IBANID?udt:IDType ram:ProprietaryID?udt:IDType',
    'ram:CreditorFinancialInstitutionType':
      'ram:BICID?udt:IDType ram:GermanBankleitzahlID?udt:IDType ram:Name?udt:TextType',
    'ram:DebtorFinancialInstitutionType':
      'ram:BICID?udt:IDType ram:GermanBankleitzahlID?udt:IDType ram:Name?udt:TextType',
    'ram:DocumentContextParameterType': 'ram:ID?udt:IDType',
    'ram:DocumentLineDocumentType': 'ram:LineID?udt:IDType ram:IncludedNote*ram:NoteType',
    'ram:ExchangedDocumentContextType':
      'ram:TestIndicator?udt:IndicatorType ram:BusinessProcessSpecifiedDocumentContextParameter*ram:DocumentContextParameterType ram:GuidelineSpecifiedDocumentContextParameter*ram:DocumentContextParameterType',
    'ram:ExchangedDocumentType':
      'ram:ID?udt:IDType ram:Name*udt:TextType ram:TypeCode?qdt:DocumentCodeType ram:IssueDateTime?udt:DateTimeType ram:CopyIndicator?udt:IndicatorType ram:LanguageID*udt:IDType ram:IncludedNote*ram:NoteType ram:EffectiveSpecifiedPeriod?ram:SpecifiedPeriodType',
    'ram:LogisticsServiceChargeType':
      'ram:Description*udt:TextType ram:AppliedAmount*udt:AmountType ram:AppliedTradeTax*ram:TradeTaxType',
    'ram:LogisticsTransportMovementType': 'ram:ModeCode?udt:CodeType ram:ID?udt:IDType',
    'ram:NoteType': 'ram:ContentCode*udt:CodeType ram:Content*udt:TextType ram:SubjectCode?udt:CodeType',
    'ram:ProductCharacteristicType':
      'ram:TypeCode*udt:CodeType ram:Description*udt:TextType ram:ValueMeasure*udt:MeasureType ram:Value*udt:TextType',
    'ram:ProductClassificationType': 'ram:ClassCode?udt:CodeType ram:ClassName*udt:TextType',
    'ram:ReferencedDocumentType':
      'ram:IssueDateTime?qdt:DateMandatoryDateTimeType ram:LineID?udt:IDType ram:TypeCode?qdt:DocumentCodeType ram:ID*udt:IDType ram:ReferenceTypeCode?qdt:ReferenceCodeType',
    'ram:ReferencedProductType':
      'ram:GlobalID*udt:IDType ram:SellerAssignedID?udt:IDType ram:BuyerAssignedID?udt:IDType ram:Name*udt:TextType ram:Description*udt:TextType ram:UnitQuantity*udt:QuantityType',
    'ram:SpecifiedPeriodType':
      'ram:StartDateTime?udt:DateTimeType ram:EndDateTime?udt:DateTimeType ram:CompleteDateTime?udt:DateTimeType',
    'ram:SupplyChainConsignmentType': 'ram:SpecifiedLogisticsTransportMovement*ram:LogisticsTransportMovementType',
    'ram:SupplyChainEventType': 'ram:OccurrenceDateTime*udt:DateTimeType',
    'ram:SupplyChainTradeAgreementType':
      'ram:BuyerReference*udt:TextType ram:SellerTradeParty?ram:TradePartyType ram:BuyerTradeParty?ram:TradePartyType ram:ProductEndUserTradeParty?ram:TradePartyType ram:ApplicableTradeDeliveryTerms?ram:TradeDeliveryTermsType ram:BuyerOrderReferencedDocument*ram:ReferencedDocumentType ram:ContractReferencedDocument*ram:ReferencedDocumentType ram:AdditionalReferencedDocument*ram:ReferencedDocumentType ram:GrossPriceProductTradePrice*ram:TradePriceType ram:NetPriceProductTradePrice*ram:TradePriceType ram:CustomerOrderReferencedDocument*ram:ReferencedDocumentType',
    'ram:SupplyChainTradeDeliveryType':
      'ram:BilledQuantity?udt:QuantityType ram:ChargeFreeQuantity?udt:QuantityType ram:PackageQuantity?udt:QuantityType ram:RelatedSupplyChainConsignment*ram:SupplyChainConsignmentType ram:ShipToTradeParty?ram:TradePartyType ram:UltimateShipToTradeParty?ram:TradePartyType ram:ShipFromTradeParty?ram:TradePartyType ram:ActualDeliverySupplyChainEvent*ram:SupplyChainEventType ram:DespatchAdviceReferencedDocument?ram:ReferencedDocumentType ram:ReceivingAdviceReferencedDocument*ram:ReferencedDocumentType ram:DeliveryNoteReferencedDocument?ram:ReferencedDocumentType',
    'ram:SupplyChainTradeLineItemType':
      'ram:AssociatedDocumentLineDocument?ram:DocumentLineDocumentType ram:SpecifiedSupplyChainTradeAgreement?ram:SupplyChainTradeAgreementType ram:SpecifiedSupplyChainTradeDelivery?ram:SupplyChainTradeDeliveryType ram:SpecifiedSupplyChainTradeSettlement?ram:SupplyChainTradeSettlementType ram:SpecifiedTradeProduct?ram:TradeProductType',
    'ram:SupplyChainTradeSettlementType':
      'ram:PaymentReference*udt:TextType ram:InvoiceCurrencyCode?udt:CodeType ram:InvoiceeTradeParty?ram:TradePartyType ram:PayeeTradeParty*ram:TradePartyType ram:SpecifiedTradeSettlementPaymentMeans*ram:TradeSettlementPaymentMeansType ram:ApplicableTradeTax*ram:TradeTaxType ram:BillingSpecifiedPeriod*ram:SpecifiedPeriodType ram:SpecifiedTradeAllowanceCharge*ram:TradeAllowanceChargeType ram:SpecifiedLogisticsServiceCharge*ram:LogisticsServiceChargeType ram:SpecifiedTradePaymentTerms*ram:TradePaymentTermsType ram:SpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType ram:SpecifiedTradeSettlementMonetarySummation?ram:TradeSettlementMonetarySummationType ram:ReceivableSpecifiedTradeAccountingAccount*ram:TradeAccountingAccountType',
    'ram:SupplyChainTradeTransactionType':
      'ram:ApplicableSupplyChainTradeAgreement*ram:SupplyChainTradeAgreementType ram:ApplicableSupplyChainTradeDelivery?ram:SupplyChainTradeDeliveryType ram:ApplicableSupplyChainTradeSettlement?ram:SupplyChainTradeSettlementType ram:IncludedSupplyChainTradeLineItem*ram:SupplyChainTradeLineItemType',
    'ram:TaxRegistrationType': 'ram:ID?udt:IDType',
    'ram:TradeAccountingAccountType': 'ram:ID?udt:IDType',
    'ram:TradeAddressType':
      'ram:PostcodeCode*udt:CodeType ram:LineOne?udt:TextType ram:LineTwo?udt:TextType ram:CityName?udt:TextType ram:CountryID?qdt:CountryIDType',
    'ram:TradeAllowanceChargeType':
      'ram:ChargeIndicator?udt:IndicatorType ram:SequenceNumeric?udt:NumericType ram:CalculationPercent?udt:PercentType ram:BasisAmount?udt:AmountType ram:BasisQuantity?udt:QuantityType ram:ActualAmount*udt:AmountType ram:ReasonCode?qdt:AllowanceChargeReasonCodeType ram:Reason?udt:TextType ram:CategoryTradeTax*ram:TradeTaxType',
    'ram:TradeContactType':
      'ram:PersonName?udt:TextType ram:DepartmentName?udt:TextType ram:TelephoneUniversalCommunication*ram:UniversalCommunicationType ram:FaxUniversalCommunication*ram:UniversalCommunicationType ram:EmailURIUniversalCommunication?ram:UniversalCommunicationType',
    'ram:TradeCountryType': 'ram:ID*qdt:CountryIDType',
    'ram:TradeDeliveryTermsType': 'ram:DeliveryTypeCode?qdt:DeliveryTermsCodeType',
    'ram:TradePartyType':
      'ram:ID*udt:IDType ram:GlobalID*udt:IDType ram:Name?udt:TextType ram:DefinedTradeContact*ram:TradeContactType ram:PostalTradeAddress?ram:TradeAddressType ram:SpecifiedTaxRegistration*ram:TaxRegistrationType',
    'ram:TradePaymentDiscountTermsType':
      'ram:BasisDateTime?udt:DateTimeType ram:BasisPeriodMeasure?udt:MeasureType ram:BasisAmount*udt:AmountType ram:CalculationPercent?udt:PercentType ram:ActualDiscountAmount*udt:AmountType',
    'ram:TradePaymentPenaltyTermsType':
      'ram:BasisDateTime?udt:DateTimeType ram:BasisPeriodMeasure?udt:MeasureType ram:BasisAmount*udt:AmountType ram:CalculationPercent?udt:PercentType ram:ActualPenaltyAmount*udt:AmountType',
    'ram:TradePaymentTermsType':
      'ram:Description*udt:TextType ram:DueDateDateTime?udt:DateTimeType ram:PartialPaymentAmount*udt:AmountType ram:ApplicableTradePaymentPenaltyTerms*ram:TradePaymentPenaltyTermsType ram:ApplicableTradePaymentDiscountTerms*ram:TradePaymentDiscountTermsType',
    'ram:TradePriceType':
      'ram:ChargeAmount*udt:AmountType ram:BasisQuantity?udt:QuantityType ram:AppliedTradeAllowanceCharge*ram:TradeAllowanceChargeType',
    'ram:TradeProductType':
      'ram:GlobalID*udt:IDType ram:SellerAssignedID?udt:IDType ram:BuyerAssignedID?udt:IDType ram:Name*udt:TextType ram:Description*udt:TextType ram:ApplicableProductCharacteristic*ram:ProductCharacteristicType ram:DesignatedProductClassification*ram:ProductClassificationType ram:OriginTradeCountry*ram:TradeCountryType ram:IncludedReferencedProduct*ram:ReferencedProductType',
    'ram:TradeSettlementMonetarySummationType':
      'ram:LineTotalAmount*udt:AmountType ram:ChargeTotalAmount*udt:AmountType ram:AllowanceTotalAmount*udt:AmountType ram:TaxBasisTotalAmount*udt:AmountType ram:TaxTotalAmount*udt:AmountType ram:GrandTotalAmount*udt:AmountType ram:TotalPrepaidAmount*udt:AmountType ram:TotalAllowanceChargeAmount*udt:AmountType ram:DuePayableAmount*udt:AmountType',
    'ram:TradeSettlementPaymentMeansType':
      'ram:TypeCode?qdt:PaymentMeansCodeType ram:Information*udt:TextType ram:ID*udt:IDType ram:PayerPartyDebtorFinancialAccount?ram:DebtorFinancialAccountType ram:PayeePartyCreditorFinancialAccount?ram:CreditorFinancialAccountType ram:PayerSpecifiedDebtorFinancialInstitution?ram:DebtorFinancialInstitutionType ram:PayeeSpecifiedCreditorFinancialInstitution?ram:CreditorFinancialInstitutionType',
    'ram:TradeTaxType':
      'ram:CalculatedAmount*udt:AmountType ram:TypeCode?qdt:TaxTypeCodeType ram:ExemptionReason?udt:TextType ram:BasisAmount*udt:AmountType ram:LineTotalBasisAmount*udt:AmountType ram:AllowanceChargeBasisAmount*udt:AmountType ram:CategoryCode?qdt:TaxCategoryCodeType ram:ApplicablePercent?udt:PercentType',
    'ram:UniversalCommunicationType': 'ram:URIID?udt:IDType ram:CompleteNumber?udt:TextType',
    'rsm:CrossIndustryDocumentType':
      'rsm:SpecifiedExchangedDocumentContext!ram:ExchangedDocumentContextType rsm:HeaderExchangedDocument!ram:ExchangedDocumentType rsm:SpecifiedSupplyChainTradeTransaction!ram:SupplyChainTradeTransactionType',
    'udt:AmountType': '#decimal @currencyID?token',
    'udt:CodeType': '#token @listID?token @listVersionID?token',
    'udt:DateTimeType': '[ udt:DateTimeString!udt:DateTimeType.DateTimeString ]!',
    'udt:DateTimeType.DateTimeString': '#string @format?string',
    'udt:IDType': '#token @schemeID?token @schemeAgencyID?token',
    'udt:IndicatorType': '[ udt:Indicator!boolean ]!',
    'udt:MeasureType': '#decimal @unitCode?unit',
    'udt:NumericType': '#decimal',
    'udt:PercentType': '#decimal',
    'udt:QuantityType': '#decimal @unitCode?unit',
    'udt:TextType': '#string',
  },
  globals: {},
};
