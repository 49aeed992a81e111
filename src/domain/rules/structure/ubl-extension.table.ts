import type { ExtensionTable } from './structure-table.js';

/**
 * Types and global elements that matter only inside UBL extension content (signatures, nested UBL elements).
 * `globals` gives, per type, the elements declared globally with it.
 * Source: OASIS UBL 2.1 (OS, 2013-11-04) Invoice + CreditNote XSD.
 * Notation: structure-table.ts.
 */
export const ublExtension: ExtensionTable = {
  types: {
    'cac:ActivityDataLineType':
      'cbc:ID!cct:IdentifierType cbc:SupplyChainActivityTypeCode!cct:CodeType cac:BuyerCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:ActivityPeriod?cac:PeriodType cac:ActivityOriginLocation!cac:LocationType cac:ActivityFinalLocation?cac:LocationType cac:SalesItem+cac:SalesItemType',
    'cac:ActivityPropertyType': 'cbc:Name!cct:TextType cbc:Value!cct:TextType',
    'cac:AppealTermsType':
      'cbc:Description*cct:TextType cac:PresentationPeriod?cac:PeriodType cac:AppealInformationParty?cac:PartyType cac:AppealReceiverParty?cac:PartyType cac:MediationParty?cac:PartyType',
    'cac:AuctionTermsType':
      'cbc:AuctionConstraintIndicator?udt:IndicatorType cbc:JustificationDescription*cct:TextType cbc:Description*cct:TextType cbc:ProcessDescription*cct:TextType cbc:ConditionsDescription*cct:TextType cbc:ElectronicDeviceDescription*cct:TextType cbc:AuctionURI?cct:IdentifierType',
    'cac:AwardingCriterionResponseType':
      'cbc:ID?cct:IdentifierType cbc:AwardingCriterionID?cct:IdentifierType cbc:AwardingCriterionDescription*cct:TextType cbc:Description*cct:TextType cbc:Quantity?cct:QuantityType cbc:Amount?udt:AmountType cac:SubordinateAwardingCriterionResponse*cac:AwardingCriterionResponseType',
    'cac:AwardingCriterionType':
      'cbc:ID?cct:IdentifierType cbc:AwardingCriterionTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:WeightNumeric?cct:NumericType cbc:Weight*cct:TextType cbc:CalculationExpression*cct:TextType cbc:CalculationExpressionCode?cct:CodeType cbc:MinimumQuantity?cct:QuantityType cbc:MaximumQuantity?cct:QuantityType cbc:MinimumAmount?udt:AmountType cbc:MaximumAmount?udt:AmountType cbc:MinimumImprovementBid*cct:TextType cac:SubordinateAwardingCriterion*cac:AwardingCriterionType',
    'cac:AwardingTermsType':
      'cbc:WeightingAlgorithmCode?cct:CodeType cbc:Description*cct:TextType cbc:TechnicalCommitteeDescription*cct:TextType cbc:LowTendersDescription*cct:TextType cbc:PrizeIndicator?udt:IndicatorType cbc:PrizeDescription*cct:TextType cbc:PaymentDescription*cct:TextType cbc:FollowupContractIndicator?udt:IndicatorType cbc:BindingOnBuyerIndicator?udt:IndicatorType cac:AwardingCriterion*cac:AwardingCriterionType cac:TechnicalCommitteePerson*cac:PersonType',
    'cac:BudgetAccountLineType':
      'cbc:ID?cct:IdentifierType cbc:TotalAmount?udt:AmountType cac:BudgetAccount*cac:BudgetAccountType',
    'cac:BudgetAccountType':
      'cbc:ID?cct:IdentifierType cbc:BudgetYearNumeric?cct:NumericType cac:RequiredClassificationScheme?cac:ClassificationSchemeType',
    'cac:CapabilityType':
      'cbc:CapabilityTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:ValueAmount?udt:AmountType cbc:ValueQuantity?cct:QuantityType cac:EvidenceSupplied*cac:EvidenceSuppliedType cac:ValidityPeriod?cac:PeriodType',
    'cac:CatalogueItemSpecificationUpdateLineType':
      'cbc:ID!cct:IdentifierType cac:ContractorCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:Item!cac:ItemType',
    'cac:CatalogueLineType':
      'cbc:ID!cct:IdentifierType cbc:ActionCode?cct:CodeType cbc:LifeCycleStatusCode?cct:CodeType cbc:ContractSubdivision?cct:TextType cbc:Note*cct:TextType cbc:OrderableIndicator?udt:IndicatorType cbc:OrderableUnit?cct:TextType cbc:ContentUnitQuantity?cct:QuantityType cbc:OrderQuantityIncrementNumeric?cct:NumericType cbc:MinimumOrderQuantity?cct:QuantityType cbc:MaximumOrderQuantity?cct:QuantityType cbc:WarrantyInformation*cct:TextType cbc:PackLevelCode?cct:CodeType cac:ContractorCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:WarrantyParty?cac:PartyType cac:WarrantyValidityPeriod?cac:PeriodType cac:LineValidityPeriod?cac:PeriodType cac:ItemComparison*cac:ItemComparisonType cac:ComponentRelatedItem*cac:RelatedItemType cac:AccessoryRelatedItem*cac:RelatedItemType cac:RequiredRelatedItem*cac:RelatedItemType cac:ReplacementRelatedItem*cac:RelatedItemType cac:ComplementaryRelatedItem*cac:RelatedItemType cac:ReplacedRelatedItem*cac:RelatedItemType cac:RequiredItemLocationQuantity*cac:ItemLocationQuantityType cac:DocumentReference*cac:DocumentReferenceType cac:Item!cac:ItemType cac:KeywordItemProperty*cac:ItemPropertyType cac:CallForTendersLineReference?cac:LineReferenceType cac:CallForTendersDocumentReference?cac:DocumentReferenceType',
    'cac:CataloguePricingUpdateLineType':
      'cbc:ID!cct:IdentifierType cac:ContractorCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:RequiredItemLocationQuantity*cac:ItemLocationQuantityType',
    'cac:CatalogueReferenceType':
      'cbc:ID!cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:IssueDate?udt:DateType cbc:IssueTime?udt:TimeType cbc:RevisionDate?udt:DateType cbc:RevisionTime?udt:TimeType cbc:Note*cct:TextType cbc:Description*cct:TextType cbc:VersionID?cct:IdentifierType cbc:PreviousVersionID?cct:IdentifierType',
    'cac:CatalogueRequestLineType':
      'cbc:ID!cct:IdentifierType cbc:ContractSubdivision?cct:TextType cbc:Note*cct:TextType cac:LineValidityPeriod?cac:PeriodType cac:RequiredItemLocationQuantity*cac:ItemLocationQuantityType cac:Item!cac:ItemType',
    'cac:CertificateOfOriginApplicationType':
      'cbc:ReferenceID!cct:IdentifierType cbc:CertificateType!cct:TextType cbc:ApplicationStatusCode?cct:CodeType cbc:OriginalJobID!cct:IdentifierType cbc:PreviousJobID?cct:IdentifierType cbc:Remarks*cct:TextType cac:Shipment!cac:ShipmentType cac:EndorserParty+cac:EndorserPartyType cac:PreparationParty!cac:PartyType cac:IssuerParty!cac:PartyType cac:ExporterParty?cac:PartyType cac:ImporterParty?cac:PartyType cac:IssuingCountry!cac:CountryType cac:DocumentDistribution*cac:DocumentDistributionType cac:SupportingDocumentReference*cac:DocumentReferenceType cac:Signature*cac:SignatureType',
    'cac:ClassificationCategoryType':
      'cbc:Name?cct:TextType cbc:CodeValue?cct:TextType cbc:Description*cct:TextType cac:CategorizesClassificationCategory*cac:ClassificationCategoryType',
    'cac:ClassificationSchemeType':
      'cbc:ID!cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:LastRevisionDate?udt:DateType cbc:LastRevisionTime?udt:TimeType cbc:Note*cct:TextType cbc:Name?cct:TextType cbc:Description*cct:TextType cbc:AgencyID?cct:IdentifierType cbc:AgencyName?cct:TextType cbc:VersionID?cct:IdentifierType cbc:URI?cct:IdentifierType cbc:SchemeURI?cct:IdentifierType cbc:LanguageID?cct:IdentifierType cac:ClassificationCategory+cac:ClassificationCategoryType',
    'cac:CompletedTaskType':
      'cbc:AnnualAverageAmount?udt:AmountType cbc:TotalTaskAmount?udt:AmountType cbc:PartyCapacityAmount?udt:AmountType cbc:Description*cct:TextType cac:EvidenceSupplied*cac:EvidenceSuppliedType cac:Period?cac:PeriodType cac:RecipientCustomerParty?cac:CustomerPartyType',
    'cac:ConsumptionAverageType': 'cbc:AverageAmount?udt:AmountType cbc:Description*cct:TextType',
    'cac:ConsumptionCorrectionType':
      'cbc:CorrectionType?cct:TextType cbc:CorrectionTypeCode?cct:CodeType cbc:MeterNumber?cct:TextType cbc:GasPressureQuantity?cct:QuantityType cbc:ActualTemperatureReductionQuantity?cct:QuantityType cbc:NormalTemperatureReductionQuantity?cct:QuantityType cbc:DifferenceTemperatureReductionQuantity?cct:QuantityType cbc:Description*cct:TextType cbc:CorrectionUnitAmount?udt:AmountType cbc:ConsumptionEnergyQuantity?cct:QuantityType cbc:ConsumptionWaterQuantity?cct:QuantityType cbc:CorrectionAmount?udt:AmountType',
    'cac:ConsumptionHistoryType':
      'cbc:MeterNumber?cct:TextType cbc:Quantity!cct:QuantityType cbc:Amount?udt:AmountType cbc:ConsumptionLevelCode?cct:CodeType cbc:ConsumptionLevel?cct:TextType cbc:Description*cct:TextType cac:Period!cac:PeriodType',
    'cac:ConsumptionLineType':
      'cbc:ID!cct:IdentifierType cbc:ParentDocumentLineReferenceID?cct:IdentifierType cbc:InvoicedQuantity!cct:QuantityType cbc:LineExtensionAmount!udt:AmountType cac:Period?cac:PeriodType cac:Delivery*cac:DeliveryType cac:AllowanceCharge*cac:AllowanceChargeType cac:TaxTotal*cac:TaxTotalType cac:UtilityItem!cac:UtilityItemType cac:Price?cac:PriceType cac:UnstructuredPrice?cac:UnstructuredPriceType',
    'cac:ConsumptionPointType':
      'cbc:ID!cct:IdentifierType cbc:Description*cct:TextType cbc:SubscriberID?cct:IdentifierType cbc:SubscriberType?cct:TextType cbc:SubscriberTypeCode?cct:CodeType cbc:TotalDeliveredQuantity?cct:QuantityType cac:Address?cac:AddressType cac:WebSiteAccess?cac:WebSiteAccessType cac:UtilityMeter*cac:MeterType',
    'cac:ConsumptionReportReferenceType':
      'cbc:ConsumptionReportID!cct:IdentifierType cbc:ConsumptionType?cct:TextType cbc:ConsumptionTypeCode?cct:CodeType cbc:TotalConsumedQuantity!cct:QuantityType cac:Period!cac:PeriodType',
    'cac:ConsumptionReportType':
      'cbc:ID!cct:IdentifierType cbc:ConsumptionType?cct:TextType cbc:ConsumptionTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:TotalConsumedQuantity?cct:QuantityType cbc:BasicConsumedQuantity?cct:QuantityType cbc:ResidentOccupantsNumeric?cct:NumericType cbc:ConsumersEnergyLevelCode?cct:CodeType cbc:ConsumersEnergyLevel?cct:TextType cbc:ResidenceType?cct:TextType cbc:ResidenceTypeCode?cct:CodeType cbc:HeatingType?cct:TextType cbc:HeatingTypeCode?cct:CodeType cac:Period?cac:PeriodType cac:GuidanceDocumentReference?cac:DocumentReferenceType cac:DocumentReference?cac:DocumentReferenceType cac:ConsumptionReportReference*cac:ConsumptionReportReferenceType cac:ConsumptionHistory*cac:ConsumptionHistoryType',
    'cac:ConsumptionType':
      'cbc:UtilityStatementTypeCode?cct:CodeType cac:MainPeriod?cac:PeriodType cac:AllowanceCharge*cac:AllowanceChargeType cac:TaxTotal*cac:TaxTotalType cac:EnergyWaterSupply?cac:EnergyWaterSupplyType cac:TelecommunicationsSupply?cac:TelecommunicationsSupplyType cac:LegalMonetaryTotal!cac:MonetaryTotalType',
    'cac:ContractExecutionRequirementType':
      'cbc:Name*cct:TextType cbc:ExecutionRequirementCode?cct:CodeType cbc:Description*cct:TextType',
    'cac:ContractExtensionType':
      'cbc:OptionsDescription*cct:TextType cbc:MinimumNumberNumeric?cct:NumericType cbc:MaximumNumberNumeric?cct:NumericType cac:OptionValidityPeriod?cac:PeriodType cac:Renewal*cac:RenewalType',
    'cac:ContractingActivityType': 'cbc:ActivityTypeCode?cct:CodeType cbc:ActivityType?cct:TextType',
    'cac:ContractingPartyType':
      'cbc:BuyerProfileURI?cct:IdentifierType cac:ContractingPartyType*cac:ContractingPartyTypeType cac:ContractingActivity*cac:ContractingActivityType cac:Party!cac:PartyType',
    'cac:ContractingPartyTypeType': 'cbc:PartyTypeCode?cct:CodeType cbc:PartyType?cct:TextType',
    'cac:DebitNoteLineType':
      'cbc:ID!cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:Note*cct:TextType cbc:DebitedQuantity?cct:QuantityType cbc:LineExtensionAmount!udt:AmountType cbc:TaxPointDate?udt:DateType cbc:AccountingCostCode?cct:CodeType cbc:AccountingCost?cct:TextType cbc:PaymentPurposeCode?cct:CodeType cac:DiscrepancyResponse*cac:ResponseType cac:DespatchLineReference*cac:LineReferenceType cac:ReceiptLineReference*cac:LineReferenceType cac:BillingReference*cac:BillingReferenceType cac:DocumentReference*cac:DocumentReferenceType cac:PricingReference?cac:PricingReferenceType cac:Delivery*cac:DeliveryType cac:TaxTotal*cac:TaxTotalType cac:AllowanceCharge*cac:AllowanceChargeType cac:Item?cac:ItemType cac:Price?cac:PriceType cac:SubDebitNoteLine*cac:DebitNoteLineType',
    'cac:DeclarationType':
      'cbc:Name*cct:TextType cbc:DeclarationTypeCode?cct:CodeType cbc:Description*cct:TextType cac:EvidenceSupplied*cac:EvidenceSuppliedType',
    'cac:DocumentDistributionType':
      'cbc:PrintQualifier!cct:TextType cbc:MaximumCopiesNumeric!cct:NumericType cac:Party!cac:PartyType',
    'cac:DocumentResponseType':
      'cac:Response!cac:ResponseType cac:DocumentReference+cac:DocumentReferenceType cac:IssuerParty?cac:PartyType cac:RecipientParty?cac:PartyType cac:LineResponse*cac:LineResponseType',
    'cac:DutyType':
      'cbc:Amount!udt:AmountType cbc:Duty?cct:TextType cbc:DutyCode?cct:CodeType cac:TaxCategory?cac:TaxCategoryType',
    'cac:EconomicOperatorRoleType': 'cbc:RoleCode?cct:CodeType cbc:RoleDescription*cct:TextType',
    'cac:EconomicOperatorShortListType':
      'cbc:LimitationDescription*cct:TextType cbc:ExpectedQuantity?cct:QuantityType cbc:MaximumQuantity?cct:QuantityType cbc:MinimumQuantity?cct:QuantityType cac:PreSelectedParty*cac:PartyType',
    'cac:EndorsementType':
      'cbc:DocumentID!cct:IdentifierType cbc:ApprovalStatus!cct:TextType cbc:Remarks*cct:TextType cac:EndorserParty!cac:EndorserPartyType cac:Signature*cac:SignatureType',
    'cac:EndorserPartyType':
      'cbc:RoleCode!cct:CodeType cbc:SequenceNumeric!cct:NumericType cac:Party!cac:PartyType cac:SignatoryContact!cac:ContactType',
    'cac:EnergyTaxReportType':
      'cbc:TaxEnergyAmount?udt:AmountType cbc:TaxEnergyOnAccountAmount?udt:AmountType cbc:TaxEnergyBalanceAmount?udt:AmountType cac:TaxScheme!cac:TaxSchemeType',
    'cac:EnergyWaterSupplyType':
      'cac:ConsumptionReport*cac:ConsumptionReportType cac:EnergyTaxReport*cac:EnergyTaxReportType cac:ConsumptionAverage*cac:ConsumptionAverageType cac:EnergyWaterConsumptionCorrection*cac:ConsumptionCorrectionType',
    'cac:EvaluationCriterionType':
      'cbc:EvaluationCriterionTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:ThresholdAmount?udt:AmountType cbc:ThresholdQuantity?cct:QuantityType cbc:ExpressionCode?cct:CodeType cbc:Expression*cct:TextType cac:DurationPeriod?cac:PeriodType cac:SuggestedEvidence*cac:EvidenceType',
    'cac:EventCommentType': 'cbc:Comment!cct:TextType cbc:IssueDate?udt:DateType cbc:IssueTime?udt:TimeType',
    'cac:EventLineItemType':
      'cbc:LineNumberNumeric?cct:NumericType cac:ParticipatingLocationsLocation?cac:LocationType cac:RetailPlannedImpact*cac:RetailPlannedImpactType cac:SupplyItem!cac:ItemType',
    'cac:EventTacticEnumerationType':
      'cbc:ConsumerIncentiveTacticTypeCode?cct:CodeType cbc:DisplayTacticTypeCode?cct:CodeType cbc:FeatureTacticTypeCode?cct:CodeType cbc:TradeItemPackingLabelingTypeCode?cct:CodeType',
    'cac:EventTacticType':
      'cbc:Comment?cct:TextType cbc:Quantity?cct:QuantityType cac:EventTacticEnumeration!cac:EventTacticEnumerationType cac:Period?cac:PeriodType',
    'cac:EventType':
      'cbc:IdentificationID?cct:IdentifierType cbc:OccurrenceDate?udt:DateType cbc:OccurrenceTime?udt:TimeType cbc:TypeCode?cct:CodeType cbc:Description*cct:TextType cbc:CompletionIndicator?udt:IndicatorType cac:CurrentStatus*cac:StatusType cac:Contact*cac:ContactType cac:OccurenceLocation?cac:LocationType',
    'cac:EvidenceSuppliedType': 'cbc:ID!cct:IdentifierType',
    'cac:EvidenceType':
      'cbc:ID?cct:IdentifierType cbc:EvidenceTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:CandidateStatement*cct:TextType cac:EvidenceIssuingParty?cac:PartyType cac:DocumentReference?cac:DocumentReferenceType cac:Language?cac:LanguageType',
    'cac:ExceptionCriteriaLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:ThresholdValueComparisonCode!cct:CodeType cbc:ThresholdQuantity!cct:QuantityType cbc:ExceptionStatusCode?cct:CodeType cbc:CollaborationPriorityCode?cct:CodeType cbc:ExceptionResolutionCode?cct:CodeType cbc:SupplyChainActivityTypeCode?cct:CodeType cbc:PerformanceMetricTypeCode?cct:CodeType cac:EffectivePeriod?cac:PeriodType cac:SupplyItem+cac:ItemType cac:ForecastExceptionCriterionLine?cac:ForecastExceptionCriterionLineType',
    'cac:ExceptionNotificationLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:Description*cct:TextType cbc:ExceptionStatusCode?cct:CodeType cbc:CollaborationPriorityCode?cct:CodeType cbc:ResolutionCode?cct:CodeType cbc:ComparedValueMeasure!udt:MeasureType cbc:SourceValueMeasure!udt:MeasureType cbc:VarianceQuantity?cct:QuantityType cbc:SupplyChainActivityTypeCode?cct:CodeType cbc:PerformanceMetricTypeCode?cct:CodeType cac:ExceptionObservationPeriod?cac:PeriodType cac:DocumentReference*cac:DocumentReferenceType cac:ForecastException?cac:ForecastExceptionType cac:SupplyItem!cac:ItemType',
    'cac:FinancialGuaranteeType':
      'cbc:GuaranteeTypeCode!cct:CodeType cbc:Description*cct:TextType cbc:LiabilityAmount?udt:AmountType cbc:AmountRate?cct:NumericType cac:ConstitutionPeriod?cac:PeriodType',
    'cac:ForecastExceptionCriterionLineType':
      'cbc:ForecastPurposeCode!cct:CodeType cbc:ForecastTypeCode!cct:CodeType cbc:ComparisonDataSourceCode?cct:CodeType cbc:DataSourceCode!cct:CodeType cbc:TimeDeltaDaysQuantity?cct:QuantityType',
    'cac:ForecastExceptionType':
      'cbc:ForecastPurposeCode!cct:CodeType cbc:ForecastTypeCode!cct:CodeType cbc:IssueDate!udt:DateType cbc:IssueTime?udt:TimeType cbc:DataSourceCode!cct:CodeType cbc:ComparisonDataCode?cct:CodeType cbc:ComparisonForecastIssueTime?udt:TimeType cbc:ComparisonForecastIssueDate?udt:DateType',
    'cac:ForecastLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:FrozenDocumentIndicator?udt:IndicatorType cbc:ForecastTypeCode!cct:CodeType cac:ForecastPeriod?cac:PeriodType cac:SalesItem?cac:SalesItemType',
    'cac:ForecastRevisionLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:Description*cct:TextType cbc:RevisedForecastLineID!cct:IdentifierType cbc:SourceForecastIssueDate!udt:DateType cbc:SourceForecastIssueTime!udt:TimeType cbc:AdjustmentReasonCode?cct:CodeType cac:ForecastPeriod?cac:PeriodType cac:SalesItem?cac:SalesItemType',
    'cac:FrameworkAgreementType':
      'cbc:ExpectedOperatorQuantity?cct:QuantityType cbc:MaximumOperatorQuantity?cct:QuantityType cbc:Justification*cct:TextType cbc:Frequency*cct:TextType cac:DurationPeriod?cac:PeriodType cac:SubsequentProcessTenderRequirement*cac:TenderRequirementType',
    'cac:ImmobilizedSecurityType':
      'cbc:ImmobilizationCertificateID?cct:IdentifierType cbc:SecurityID?cct:IdentifierType cbc:IssueDate?udt:DateType cbc:FaceValueAmount?udt:AmountType cbc:MarketValueAmount?udt:AmountType cbc:SharesNumberQuantity?cct:QuantityType cac:IssuerParty?cac:PartyType',
    'cac:InstructionForReturnsLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity!cct:QuantityType cac:ManufacturerParty?cac:PartyType cac:Item!cac:ItemType',
    'cac:InventoryReportLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity!cct:QuantityType cbc:InventoryValueAmount?udt:AmountType cbc:AvailabilityDate?udt:DateType cbc:AvailabilityStatusCode?cct:CodeType cac:Item!cac:ItemType cac:InventoryLocation?cac:LocationType',
    'cac:ItemComparisonType': 'cbc:PriceAmount?udt:AmountType cbc:Quantity?cct:QuantityType',
    'cac:ItemInformationRequestLineType':
      'cbc:TimeFrequencyCode?cct:CodeType cbc:SupplyChainActivityTypeCode?cct:CodeType cbc:ForecastTypeCode?cct:CodeType cbc:PerformanceMetricTypeCode?cct:CodeType cac:Period+cac:PeriodType cac:SalesItem+cac:SalesItemType',
    'cac:ItemManagementProfileType':
      'cbc:FrozenPeriodDaysNumeric?cct:NumericType cbc:MinimumInventoryQuantity?cct:QuantityType cbc:MultipleOrderQuantity?cct:QuantityType cbc:OrderIntervalDaysNumeric?cct:NumericType cbc:ReplenishmentOwnerDescription*cct:TextType cbc:TargetServicePercent?cct:NumericType cbc:TargetInventoryQuantity?cct:QuantityType cac:EffectivePeriod!cac:PeriodType cac:Item!cac:ItemType cac:ItemLocationQuantity?cac:ItemLocationQuantityType',
    'cac:LineItemType':
      'cbc:ID!cct:IdentifierType cbc:SalesOrderID?cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:Note*cct:TextType cbc:LineStatusCode?cct:CodeType cbc:Quantity?cct:QuantityType cbc:LineExtensionAmount?udt:AmountType cbc:TotalTaxAmount?udt:AmountType cbc:MinimumQuantity?cct:QuantityType cbc:MaximumQuantity?cct:QuantityType cbc:MinimumBackorderQuantity?cct:QuantityType cbc:MaximumBackorderQuantity?cct:QuantityType cbc:InspectionMethodCode?cct:CodeType cbc:PartialDeliveryIndicator?udt:IndicatorType cbc:BackOrderAllowedIndicator?udt:IndicatorType cbc:AccountingCostCode?cct:CodeType cbc:AccountingCost?cct:TextType cbc:WarrantyInformation*cct:TextType cac:Delivery*cac:DeliveryType cac:DeliveryTerms?cac:DeliveryTermsType cac:OriginatorParty?cac:PartyType cac:OrderedShipment*cac:OrderedShipmentType cac:PricingReference?cac:PricingReferenceType cac:AllowanceCharge*cac:AllowanceChargeType cac:Price?cac:PriceType cac:Item!cac:ItemType cac:SubLineItem*cac:LineItemType cac:WarrantyValidityPeriod?cac:PeriodType cac:WarrantyParty?cac:PartyType cac:TaxTotal*cac:TaxTotalType cac:ItemPriceExtension?cac:PriceExtensionType cac:LineReference*cac:LineReferenceType',
    'cac:LineResponseType': 'cac:LineReference!cac:LineReferenceType cac:Response+cac:ResponseType',
    'cac:MeterPropertyType':
      'cbc:Name?cct:TextType cbc:NameCode?cct:CodeType cbc:Value?cct:TextType cbc:ValueQuantity?cct:QuantityType cbc:ValueQualifier*cct:TextType',
    'cac:MeterReadingType':
      'cbc:ID?cct:IdentifierType cbc:MeterReadingType?cct:TextType cbc:MeterReadingTypeCode?cct:CodeType cbc:PreviousMeterReadingDate!udt:DateType cbc:PreviousMeterQuantity!cct:QuantityType cbc:LatestMeterReadingDate!udt:DateType cbc:LatestMeterQuantity!cct:QuantityType cbc:PreviousMeterReadingMethod?cct:TextType cbc:PreviousMeterReadingMethodCode?cct:CodeType cbc:LatestMeterReadingMethod?cct:TextType cbc:LatestMeterReadingMethodCode?cct:CodeType cbc:MeterReadingComments*cct:TextType cbc:DeliveredQuantity!cct:QuantityType',
    'cac:MeterType':
      'cbc:MeterNumber?cct:TextType cbc:MeterName?cct:TextType cbc:MeterConstant?cct:TextType cbc:MeterConstantCode?cct:CodeType cbc:TotalDeliveredQuantity?cct:QuantityType cac:MeterReading*cac:MeterReadingType cac:MeterProperty*cac:MeterPropertyType',
    'cac:MiscellaneousEventType': 'cbc:MiscellaneousEventTypeCode!cct:CodeType cac:EventLineItem+cac:EventLineItemType',
    'cac:NotificationRequirementType':
      'cbc:NotificationTypeCode!cct:CodeType cbc:PostEventNotificationDurationMeasure?udt:MeasureType cbc:PreEventNotificationDurationMeasure?udt:MeasureType cac:NotifyParty*cac:PartyType cac:NotificationPeriod*cac:PeriodType cac:NotificationLocation*cac:LocationType',
    'cac:OnAccountPaymentType':
      'cbc:EstimatedConsumedQuantity!cct:QuantityType cbc:Note*cct:TextType cac:PaymentTerms+cac:PaymentTermsType',
    'cac:OrderLineType':
      'cbc:SubstitutionStatusCode?cct:CodeType cbc:Note*cct:TextType cac:LineItem!cac:LineItemType cac:SellerProposedSubstituteLineItem*cac:LineItemType cac:SellerSubstitutedLineItem*cac:LineItemType cac:BuyerProposedSubstituteLineItem*cac:LineItemType cac:CatalogueLineReference?cac:LineReferenceType cac:QuotationLineReference?cac:LineReferenceType cac:OrderLineReference*cac:OrderLineReferenceType cac:DocumentReference*cac:DocumentReferenceType',
    'cac:OrderedShipmentType': 'cac:Shipment!cac:ShipmentType cac:Package*cac:PackageType',
    'cac:PerformanceDataLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:PerformanceValueQuantity!cct:QuantityType cbc:PerformanceMetricTypeCode!cct:CodeType cac:Period?cac:PeriodType cac:Item?cac:ItemType',
    'cac:ProcessJustificationType':
      'cbc:PreviousCancellationReasonCode?cct:CodeType cbc:ProcessReasonCode?cct:CodeType cbc:ProcessReason*cct:TextType cbc:Description*cct:TextType',
    'cac:ProcurementProjectLotType':
      'cbc:ID!cct:IdentifierType cac:TenderingTerms?cac:TenderingTermsType cac:ProcurementProject?cac:ProcurementProjectType',
    'cac:ProcurementProjectType':
      'cbc:ID?cct:IdentifierType cbc:Name+cct:TextType cbc:Description*cct:TextType cbc:ProcurementTypeCode?cct:CodeType cbc:ProcurementSubTypeCode?cct:CodeType cbc:QualityControlCode?cct:CodeType cbc:RequiredFeeAmount?udt:AmountType cbc:FeeDescription*cct:TextType cbc:RequestedDeliveryDate?udt:DateType cbc:EstimatedOverallContractQuantity?cct:QuantityType cbc:Note*cct:TextType cac:RequestedTenderTotal?cac:RequestedTenderTotalType cac:MainCommodityClassification?cac:CommodityClassificationType cac:AdditionalCommodityClassification*cac:CommodityClassificationType cac:RealizedLocation*cac:LocationType cac:PlannedPeriod?cac:PeriodType cac:ContractExtension?cac:ContractExtensionType cac:RequestForTenderLine*cac:RequestForTenderLineType',
    'cac:PromotionalEventLineItemType': 'cbc:Amount!udt:AmountType cac:EventLineItem!cac:EventLineItemType',
    'cac:PromotionalEventType':
      'cbc:PromotionalEventTypeCode!cct:CodeType cbc:SubmissionDate?udt:DateType cbc:FirstShipmentAvailibilityDate?udt:DateType cbc:LatestProposalAcceptanceDate?udt:DateType cac:PromotionalSpecification+cac:PromotionalSpecificationType',
    'cac:PromotionalSpecificationType':
      'cbc:SpecificationID?cct:IdentifierType cac:PromotionalEventLineItem+cac:PromotionalEventLineItemType cac:EventTactic*cac:EventTacticType',
    'cac:QualificationResolutionType':
      'cbc:AdmissionCode!cct:CodeType cbc:ExclusionReason*cct:TextType cbc:Resolution*cct:TextType cbc:ResolutionDate!udt:DateType cbc:ResolutionTime?udt:TimeType cac:ProcurementProjectLot?cac:ProcurementProjectLotType',
    'cac:QualifyingPartyType':
      'cbc:ParticipationPercent?cct:NumericType cbc:PersonalSituation*cct:TextType cbc:OperatingYearsQuantity?cct:QuantityType cbc:EmployeeQuantity?cct:QuantityType cbc:BusinessClassificationEvidenceID?cct:IdentifierType cbc:BusinessIdentityEvidenceID?cct:IdentifierType cbc:TendererRoleCode?cct:CodeType cac:BusinessClassificationScheme?cac:ClassificationSchemeType cac:TechnicalCapability*cac:CapabilityType cac:FinancialCapability*cac:CapabilityType cac:CompletedTask*cac:CompletedTaskType cac:Declaration*cac:DeclarationType cac:Party?cac:PartyType cac:EconomicOperatorRole?cac:EconomicOperatorRoleType',
    'cac:QuotationLineType':
      'cbc:ID?cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity?cct:QuantityType cbc:LineExtensionAmount?udt:AmountType cbc:TotalTaxAmount?udt:AmountType cbc:RequestForQuotationLineID?cct:IdentifierType cac:DocumentReference*cac:DocumentReferenceType cac:LineItem!cac:LineItemType cac:SellerProposedSubstituteLineItem*cac:LineItemType cac:AlternativeLineItem*cac:LineItemType cac:RequestLineReference?cac:LineReferenceType',
    'cac:RegulationType': 'cbc:Name!cct:TextType cbc:LegalReference?cct:TextType cbc:OntologyURI?cct:IdentifierType',
    'cac:RelatedItemType': 'cbc:ID?cct:IdentifierType cbc:Quantity?cct:QuantityType cbc:Description*cct:TextType',
    'cac:ReminderLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:UUID?cct:IdentifierType cbc:BalanceBroughtForwardIndicator?udt:IndicatorType cbc:DebitLineAmount?udt:AmountType cbc:CreditLineAmount?udt:AmountType cbc:AccountingCostCode?cct:CodeType cbc:AccountingCost?cct:TextType cbc:PenaltySurchargePercent?cct:NumericType cbc:Amount?udt:AmountType cbc:PaymentPurposeCode?cct:CodeType cac:ReminderPeriod*cac:PeriodType cac:BillingReference*cac:BillingReferenceType cac:ExchangeRate?cac:ExchangeRateType',
    'cac:RemittanceAdviceLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:UUID?cct:IdentifierType cbc:DebitLineAmount?udt:AmountType cbc:CreditLineAmount?udt:AmountType cbc:BalanceAmount?udt:AmountType cbc:PaymentPurposeCode?cct:CodeType cbc:InvoicingPartyReference?cct:TextType cac:AccountingSupplierParty?cac:SupplierPartyType cac:AccountingCustomerParty?cac:CustomerPartyType cac:BuyerCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:OriginatorCustomerParty?cac:CustomerPartyType cac:PayeeParty?cac:PartyType cac:InvoicePeriod*cac:PeriodType cac:BillingReference*cac:BillingReferenceType cac:DocumentReference*cac:DocumentReferenceType cac:ExchangeRate?cac:ExchangeRateType',
    'cac:RenewalType': 'cbc:Amount?udt:AmountType cac:Period?cac:PeriodType',
    'cac:RequestForQuotationLineType':
      'cbc:ID?cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:Note*cct:TextType cbc:OptionalLineItemIndicator?udt:IndicatorType cbc:PrivacyCode?cct:CodeType cbc:SecurityClassificationCode?cct:CodeType cac:DocumentReference*cac:DocumentReferenceType cac:LineItem!cac:LineItemType',
    'cac:RequestForTenderLineType':
      'cbc:ID?cct:IdentifierType cbc:UUID?cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity?cct:QuantityType cbc:MinimumQuantity?cct:QuantityType cbc:MaximumQuantity?cct:QuantityType cbc:TaxIncludedIndicator?udt:IndicatorType cbc:MinimumAmount?udt:AmountType cbc:MaximumAmount?udt:AmountType cbc:EstimatedAmount?udt:AmountType cac:DocumentReference*cac:DocumentReferenceType cac:DeliveryPeriod*cac:PeriodType cac:RequiredItemLocationQuantity*cac:ItemLocationQuantityType cac:WarrantyValidityPeriod?cac:PeriodType cac:Item!cac:ItemType cac:SubRequestForTenderLine*cac:RequestForTenderLineType',
    'cac:RequestedTenderTotalType':
      'cbc:EstimatedOverallContractAmount?udt:AmountType cbc:TotalAmount?udt:AmountType cbc:TaxIncludedIndicator?udt:IndicatorType cbc:MinimumAmount?udt:AmountType cbc:MaximumAmount?udt:AmountType cbc:MonetaryScope*cct:TextType cbc:AverageSubsequentContractAmount?udt:AmountType cac:ApplicableTaxCategory*cac:TaxCategoryType',
    'cac:RetailPlannedImpactType':
      'cbc:Amount!udt:AmountType cbc:ForecastPurposeCode!cct:CodeType cbc:ForecastTypeCode!cct:CodeType cac:Period?cac:PeriodType',
    'cac:SalesItemType':
      'cbc:Quantity!cct:QuantityType cac:ActivityProperty*cac:ActivityPropertyType cac:TaxExclusivePrice*cac:PriceType cac:TaxInclusivePrice*cac:PriceType cac:Item!cac:ItemType',
    'cac:StatementLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:UUID?cct:IdentifierType cbc:BalanceBroughtForwardIndicator?udt:IndicatorType cbc:DebitLineAmount?udt:AmountType cbc:CreditLineAmount?udt:AmountType cbc:BalanceAmount?udt:AmountType cbc:PaymentPurposeCode?cct:CodeType cac:PaymentMeans?cac:PaymentMeansType cac:PaymentTerms*cac:PaymentTermsType cac:BuyerCustomerParty?cac:CustomerPartyType cac:SellerSupplierParty?cac:SupplierPartyType cac:OriginatorCustomerParty?cac:CustomerPartyType cac:AccountingCustomerParty?cac:CustomerPartyType cac:AccountingSupplierParty?cac:SupplierPartyType cac:PayeeParty?cac:PartyType cac:InvoicePeriod*cac:PeriodType cac:BillingReference*cac:BillingReferenceType cac:DocumentReference*cac:DocumentReferenceType cac:ExchangeRate?cac:ExchangeRateType cac:AllowanceCharge*cac:AllowanceChargeType cac:CollectedPayment*cac:PaymentType',
    'cac:StockAvailabilityReportLineType':
      'cbc:ID!cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity!cct:QuantityType cbc:ValueAmount?udt:AmountType cbc:AvailabilityDate?udt:DateType cbc:AvailabilityStatusCode?cct:CodeType cac:Item!cac:ItemType',
    'cac:SubcontractTermsType':
      'cbc:Rate?cct:NumericType cbc:UnknownPriceIndicator?udt:IndicatorType cbc:Description*cct:TextType cbc:Amount?udt:AmountType cbc:SubcontractingConditionsCode?cct:CodeType cbc:MaximumPercent?cct:NumericType cbc:MinimumPercent?cct:NumericType',
    'cac:SubscriberConsumptionType':
      'cbc:ConsumptionID?cct:IdentifierType cbc:SpecificationTypeCode?cct:CodeType cbc:Note*cct:TextType cbc:TotalMeteredQuantity?cct:QuantityType cac:SubscriberParty?cac:PartyType cac:UtilityConsumptionPoint!cac:ConsumptionPointType cac:OnAccountPayment*cac:OnAccountPaymentType cac:Consumption?cac:ConsumptionType cac:SupplierConsumption*cac:SupplierConsumptionType',
    'cac:SupplierConsumptionType':
      'cbc:Description*cct:TextType cac:UtilitySupplierParty?cac:PartyType cac:UtilityCustomerParty?cac:PartyType cac:Consumption!cac:ConsumptionType cac:Contract?cac:ContractType cac:ConsumptionLine+cac:ConsumptionLineType',
    'cac:TelecommunicationsServiceType':
      'cbc:ID?cct:IdentifierType cbc:CallDate!udt:DateType cbc:CallTime!udt:TimeType cbc:ServiceNumberCalled!cct:TextType cbc:TelecommunicationsServiceCategory?cct:TextType cbc:TelecommunicationsServiceCategoryCode?cct:CodeType cbc:MovieTitle?cct:TextType cbc:RoamingPartnerName?cct:TextType cbc:PayPerView?cct:TextType cbc:Quantity?cct:QuantityType cbc:TelecommunicationsServiceCall?cct:TextType cbc:TelecommunicationsServiceCallCode?cct:CodeType cbc:CallBaseAmount?udt:AmountType cbc:CallExtensionAmount?udt:AmountType cac:Price?cac:PriceType cac:Country?cac:CountryType cac:ExchangeRate*cac:ExchangeRateType cac:AllowanceCharge*cac:AllowanceChargeType cac:TaxTotal*cac:TaxTotalType cac:CallDuty*cac:DutyType cac:TimeDuty*cac:DutyType',
    'cac:TelecommunicationsSupplyLineType':
      'cbc:ID!cct:IdentifierType cbc:PhoneNumber!cct:TextType cbc:Description*cct:TextType cbc:LineExtensionAmount?udt:AmountType cac:ExchangeRate*cac:ExchangeRateType cac:AllowanceCharge*cac:AllowanceChargeType cac:TaxTotal*cac:TaxTotalType cac:TelecommunicationsService+cac:TelecommunicationsServiceType',
    'cac:TelecommunicationsSupplyType':
      'cbc:TelecommunicationsSupplyType?cct:TextType cbc:TelecommunicationsSupplyTypeCode?cct:CodeType cbc:PrivacyCode!cct:CodeType cbc:Description*cct:TextType cbc:TotalAmount?udt:AmountType cac:TelecommunicationsSupplyLine+cac:TelecommunicationsSupplyLineType',
    'cac:TenderLineType':
      'cbc:ID?cct:IdentifierType cbc:Note*cct:TextType cbc:Quantity?cct:QuantityType cbc:LineExtensionAmount?udt:AmountType cbc:TotalTaxAmount?udt:AmountType cbc:OrderableUnit?cct:TextType cbc:ContentUnitQuantity?cct:QuantityType cbc:OrderQuantityIncrementNumeric?cct:NumericType cbc:MinimumOrderQuantity?cct:QuantityType cbc:MaximumOrderQuantity?cct:QuantityType cbc:WarrantyInformation*cct:TextType cbc:PackLevelCode?cct:CodeType cac:DocumentReference*cac:DocumentReferenceType cac:Item?cac:ItemType cac:OfferedItemLocationQuantity*cac:ItemLocationQuantityType cac:ReplacementRelatedItem*cac:RelatedItemType cac:WarrantyParty?cac:PartyType cac:WarrantyValidityPeriod?cac:PeriodType cac:SubTenderLine*cac:TenderLineType cac:CallForTendersLineReference?cac:LineReferenceType cac:CallForTendersDocumentReference?cac:DocumentReferenceType',
    'cac:TenderPreparationType':
      'cbc:TenderEnvelopeID!cct:IdentifierType cbc:TenderEnvelopeTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:OpenTenderID?cct:IdentifierType cac:ProcurementProjectLot*cac:ProcurementProjectLotType cac:DocumentTenderRequirement*cac:TenderRequirementType',
    'cac:TenderRequirementType':
      'cbc:Name!cct:TextType cbc:Description*cct:TextType cac:TemplateDocumentReference?cac:DocumentReferenceType',
    'cac:TenderResultType':
      'cbc:TenderResultCode?cct:CodeType cbc:Description*cct:TextType cbc:AdvertisementAmount?udt:AmountType cbc:AwardDate!udt:DateType cbc:AwardTime?udt:TimeType cbc:ReceivedTenderQuantity?cct:QuantityType cbc:LowerTenderAmount?udt:AmountType cbc:HigherTenderAmount?udt:AmountType cbc:StartDate?udt:DateType cbc:ReceivedElectronicTenderQuantity?cct:QuantityType cbc:ReceivedForeignTenderQuantity?cct:QuantityType cac:Contract?cac:ContractType cac:AwardedTenderedProject?cac:TenderedProjectType cac:ContractFormalizationPeriod?cac:PeriodType cac:SubcontractTerms*cac:SubcontractTermsType cac:WinningParty*cac:WinningPartyType',
    'cac:TenderedProjectType':
      'cbc:VariantID?cct:IdentifierType cbc:FeeAmount?udt:AmountType cbc:FeeDescription*cct:TextType cbc:TenderEnvelopeID?cct:IdentifierType cbc:TenderEnvelopeTypeCode?cct:CodeType cac:ProcurementProjectLot?cac:ProcurementProjectLotType cac:EvidenceDocumentReference*cac:DocumentReferenceType cac:TaxTotal*cac:TaxTotalType cac:LegalMonetaryTotal?cac:MonetaryTotalType cac:TenderLine*cac:TenderLineType cac:AwardingCriterionResponse*cac:AwardingCriterionResponseType',
    'cac:TendererPartyQualificationType':
      'cac:InterestedProcurementProjectLot*cac:ProcurementProjectLotType cac:MainQualifyingParty!cac:QualifyingPartyType cac:AdditionalQualifyingParty*cac:QualifyingPartyType',
    'cac:TendererQualificationRequestType':
      'cbc:CompanyLegalFormCode?cct:CodeType cbc:CompanyLegalForm?cct:TextType cbc:PersonalSituation*cct:TextType cbc:OperatingYearsQuantity?cct:QuantityType cbc:EmployeeQuantity?cct:QuantityType cbc:Description*cct:TextType cac:RequiredBusinessClassificationScheme*cac:ClassificationSchemeType cac:TechnicalEvaluationCriterion*cac:EvaluationCriterionType cac:FinancialEvaluationCriterion*cac:EvaluationCriterionType cac:SpecificTendererRequirement*cac:TendererRequirementType cac:EconomicOperatorRole*cac:EconomicOperatorRoleType',
    'cac:TendererRequirementType':
      'cbc:Name*cct:TextType cbc:TendererRequirementTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:LegalReference?cct:TextType cac:SuggestedEvidence*cac:EvidenceType',
    'cac:TenderingProcessType':
      'cbc:ID?cct:IdentifierType cbc:OriginalContractingSystemID?cct:IdentifierType cbc:Description*cct:TextType cbc:NegotiationDescription*cct:TextType cbc:ProcedureCode?cct:CodeType cbc:UrgencyCode?cct:CodeType cbc:ExpenseCode?cct:CodeType cbc:PartPresentationCode?cct:CodeType cbc:ContractingSystemCode?cct:CodeType cbc:SubmissionMethodCode?cct:CodeType cbc:CandidateReductionConstraintIndicator?udt:IndicatorType cbc:GovernmentAgreementConstraintIndicator?udt:IndicatorType cac:DocumentAvailabilityPeriod?cac:PeriodType cac:TenderSubmissionDeadlinePeriod?cac:PeriodType cac:InvitationSubmissionPeriod?cac:PeriodType cac:ParticipationRequestReceptionPeriod?cac:PeriodType cac:NoticeDocumentReference*cac:DocumentReferenceType cac:AdditionalDocumentReference*cac:DocumentReferenceType cac:ProcessJustification*cac:ProcessJustificationType cac:EconomicOperatorShortList?cac:EconomicOperatorShortListType cac:OpenTenderEvent*cac:EventType cac:AuctionTerms?cac:AuctionTermsType cac:FrameworkAgreement?cac:FrameworkAgreementType',
    'cac:TenderingTermsType':
      'cbc:AwardingMethodTypeCode?cct:CodeType cbc:PriceEvaluationCode?cct:CodeType cbc:MaximumVariantQuantity?cct:QuantityType cbc:VariantConstraintIndicator?udt:IndicatorType cbc:AcceptedVariantsDescription*cct:TextType cbc:PriceRevisionFormulaDescription*cct:TextType cbc:FundingProgramCode?cct:CodeType cbc:FundingProgram*cct:TextType cbc:MaximumAdvertisementAmount?udt:AmountType cbc:Note*cct:TextType cbc:PaymentFrequencyCode?cct:CodeType cbc:EconomicOperatorRegistryURI?cct:IdentifierType cbc:RequiredCurriculaIndicator?udt:IndicatorType cbc:OtherConditionsIndicator?udt:IndicatorType cbc:AdditionalConditions*cct:TextType cbc:LatestSecurityClearanceDate?udt:DateType cbc:DocumentationFeeAmount?udt:AmountType cac:PenaltyClause*cac:ClauseType cac:RequiredFinancialGuarantee*cac:FinancialGuaranteeType cac:ProcurementLegislationDocumentReference?cac:DocumentReferenceType cac:FiscalLegislationDocumentReference?cac:DocumentReferenceType cac:EnvironmentalLegislationDocumentReference?cac:DocumentReferenceType cac:EmploymentLegislationDocumentReference?cac:DocumentReferenceType cac:ContractualDocumentReference*cac:DocumentReferenceType cac:CallForTendersDocumentReference?cac:DocumentReferenceType cac:WarrantyValidityPeriod?cac:PeriodType cac:PaymentTerms*cac:PaymentTermsType cac:TendererQualificationRequest*cac:TendererQualificationRequestType cac:AllowedSubcontractTerms*cac:SubcontractTermsType cac:TenderPreparation*cac:TenderPreparationType cac:ContractExecutionRequirement*cac:ContractExecutionRequirementType cac:AwardingTerms?cac:AwardingTermsType cac:AdditionalInformationParty?cac:PartyType cac:DocumentProviderParty?cac:PartyType cac:TenderRecipientParty?cac:PartyType cac:ContractResponsibleParty?cac:PartyType cac:TenderEvaluationParty*cac:PartyType cac:TenderValidityPeriod?cac:PeriodType cac:ContractAcceptancePeriod?cac:PeriodType cac:AppealTerms?cac:AppealTermsType cac:Language*cac:LanguageType cac:BudgetAccountLine*cac:BudgetAccountLineType cac:ReplacedNoticeDocumentReference?cac:DocumentReferenceType',
    'cac:TransportExecutionTermsType':
      'cbc:TransportUserSpecialTerms*cct:TextType cbc:TransportServiceProviderSpecialTerms*cct:TextType cbc:ChangeConditions*cct:TextType cac:PaymentTerms*cac:PaymentTermsType cac:DeliveryTerms*cac:DeliveryTermsType cac:BonusPaymentTerms?cac:PaymentTermsType cac:CommissionPaymentTerms?cac:PaymentTermsType cac:PenaltyPaymentTerms?cac:PaymentTermsType cac:EnvironmentalEmission*cac:EnvironmentalEmissionType cac:NotificationRequirement*cac:NotificationRequirementType cac:ServiceChargePaymentTerms?cac:PaymentTermsType',
    'cac:TransportScheduleType':
      'cbc:SequenceNumeric!cct:NumericType cbc:ReferenceDate?udt:DateType cbc:ReferenceTime?udt:TimeType cbc:ReliabilityPercent?cct:NumericType cbc:Remarks*cct:TextType cac:StatusLocation!cac:LocationType cac:ActualArrivalTransportEvent?cac:TransportEventType cac:ActualDepartureTransportEvent?cac:TransportEventType cac:EstimatedDepartureTransportEvent?cac:TransportEventType cac:EstimatedArrivalTransportEvent?cac:TransportEventType cac:PlannedDepartureTransportEvent?cac:TransportEventType cac:PlannedArrivalTransportEvent?cac:TransportEventType',
    'cac:TransportationSegmentType':
      'cbc:SequenceNumeric!cct:NumericType cbc:TransportExecutionPlanReferenceID?cct:IdentifierType cac:TransportationService!cac:TransportationServiceType cac:TransportServiceProviderParty!cac:PartyType cac:ReferencedConsignment?cac:ConsignmentType cac:ShipmentStage*cac:ShipmentStageType',
    'cac:UnstructuredPriceType': 'cbc:PriceAmount?udt:AmountType cbc:TimeAmount?cct:TextType',
    'cac:UtilityItemType':
      'cbc:ID!cct:IdentifierType cbc:SubscriberID?cct:IdentifierType cbc:SubscriberType?cct:TextType cbc:SubscriberTypeCode?cct:CodeType cbc:Description*cct:TextType cbc:PackQuantity?cct:QuantityType cbc:PackSizeNumeric?cct:NumericType cbc:ConsumptionType?cct:TextType cbc:ConsumptionTypeCode?cct:CodeType cbc:CurrentChargeType?cct:TextType cbc:CurrentChargeTypeCode?cct:CodeType cbc:OneTimeChargeType?cct:TextType cbc:OneTimeChargeTypeCode?cct:CodeType cac:TaxCategory?cac:TaxCategoryType cac:Contract?cac:ContractType',
    'cac:WebSiteAccessType': 'cbc:URI?cct:IdentifierType cbc:Password!cct:TextType cbc:Login!cct:TextType',
    'cac:WinningPartyType': 'cbc:Rank?cct:TextType cac:Party!cac:PartyType',
    'ds:CanonicalizationMethodType': '%mixed <##any,strict,ds>* @Algorithm!anyURI',
    'ds:DSAKeyValueType':
      '( ds:P!base64Binary ds:Q!base64Binary )? ds:G?base64Binary ds:Y!base64Binary ds:J?base64Binary ( ds:Seed!base64Binary ds:PgenCounter!base64Binary )?',
    'ds:DigestMethodType': '%mixed <##other,lax,ds>* @Algorithm!anyURI',
    'ds:KeyInfoType':
      '%mixed [ ds:KeyName!string ds:KeyValue!ds:KeyValueType ds:RetrievalMethod!ds:RetrievalMethodType ds:X509Data!ds:X509DataType ds:PGPData!ds:PGPDataType ds:SPKIData!ds:SPKIDataType ds:MgmtData!string <##other,lax,ds>! ]+ @Id?ID',
    'ds:KeyValueType':
      '%mixed [ ds:DSAKeyValue!ds:DSAKeyValueType ds:RSAKeyValue!ds:RSAKeyValueType <##other,lax,ds>! ]!',
    'ds:ManifestType': 'ds:Reference+ds:ReferenceType @Id?ID',
    'ds:ObjectType': '%mixed ( <##any,lax,ds>! )* @Id?ID @MimeType?string @Encoding?anyURI',
    'ds:PGPDataType':
      '[ ( ds:PGPKeyID!base64Binary ds:PGPKeyPacket?base64Binary <##other,lax,ds>* )! ( ds:PGPKeyPacket!base64Binary <##other,lax,ds>* )! ]!',
    'ds:RSAKeyValueType': 'ds:Modulus!base64Binary ds:Exponent!base64Binary',
    'ds:ReferenceType':
      'ds:Transforms?ds:TransformsType ds:DigestMethod!ds:DigestMethodType ds:DigestValue!base64Binary @Id?ID @URI?anyURI @Type?anyURI',
    'ds:RetrievalMethodType': 'ds:Transforms?ds:TransformsType @URI?anyURI @Type?anyURI',
    'ds:SPKIDataType': '( ds:SPKISexp!base64Binary <##other,lax,ds>? )+',
    'ds:SignatureMethodType': '%mixed ds:HMACOutputLength?integer <##other,strict,ds>* @Algorithm!anyURI',
    'ds:SignaturePropertiesType': 'ds:SignatureProperty+ds:SignaturePropertyType @Id?ID',
    'ds:SignaturePropertyType': '%mixed [ <##other,lax,ds>! ]+ @Target!anyURI @Id?ID',
    'ds:SignatureType':
      'ds:SignedInfo!ds:SignedInfoType ds:SignatureValue!ds:SignatureValueType ds:KeyInfo?ds:KeyInfoType ds:Object*ds:ObjectType @Id?ID',
    'ds:SignatureValueType': '#base64Binary @Id?ID',
    'ds:SignedInfoType':
      'ds:CanonicalizationMethod!ds:CanonicalizationMethodType ds:SignatureMethod!ds:SignatureMethodType ds:Reference+ds:ReferenceType @Id?ID',
    'ds:TransformType': '%mixed [ <##other,lax,ds>! ds:XPath!string ]* @Algorithm!anyURI',
    'ds:TransformsType': 'ds:Transform+ds:TransformType',
    'ds:X509DataType':
      '( [ ds:X509IssuerSerial!ds:X509IssuerSerialType ds:X509SKI!base64Binary ds:X509SubjectName!string ds:X509Certificate!base64Binary ds:X509CRL!base64Binary <##other,lax,ds>! ]! )+',
    'ds:X509IssuerSerialType': 'ds:X509IssuerName!string ds:X509SerialNumber!integer',
    'sac:SignatureInformationType':
      'cbc:ID?cct:IdentifierType sbc:ReferencedSignatureID?cct:IdentifierType ds:Signature?ds:SignatureType',
    'sig:UBLDocumentSignaturesType': 'sac:SignatureInformation+sac:SignatureInformationType',
    'xades141:ValidationDataType':
      'xades:CertificateValues?xades:CertificateValuesType xades:RevocationValues?xades:RevocationValuesType @Id?ID @UR?anyURI',
    'xades:AnyType': '%mixed ( <##any,lax,xades>! )* @*##any,strict',
    'xades:CRLIdentifierType': 'xades:Issuer!string xades:IssueTime!dateTime xades:Number?integer @URI?anyURI',
    'xades:CRLRefType':
      'xades:DigestAlgAndValue!xades:DigestAlgAndValueType xades:CRLIdentifier?xades:CRLIdentifierType',
    'xades:CRLRefsType': 'xades:CRLRef+xades:CRLRefType',
    'xades:CRLValuesType': 'xades:EncapsulatedCRLValue+xades:EncapsulatedPKIDataType',
    'xades:CertIDListType': 'xades:Cert+xades:CertIDType',
    'xades:CertIDType':
      'xades:CertDigest!xades:DigestAlgAndValueType xades:IssuerSerial!ds:X509IssuerSerialType @URI?anyURI',
    'xades:CertificateValuesType':
      '[ xades:EncapsulatedX509Certificate!xades:EncapsulatedPKIDataType xades:OtherCertificate!xades:AnyType ]* @Id?ID',
    'xades:CertifiedRolesListType': 'xades:CertifiedRole+xades:EncapsulatedPKIDataType',
    'xades:ClaimedRolesListType': 'xades:ClaimedRole+xades:AnyType',
    'xades:CommitmentTypeIndicationType':
      'xades:CommitmentTypeId!xades:ObjectIdentifierType [ xades:ObjectReference+anyURI xades:AllSignedDataObjects!anyType ]! xades:CommitmentTypeQualifiers?xades:CommitmentTypeQualifiersListType',
    'xades:CommitmentTypeQualifiersListType': 'xades:CommitmentTypeQualifier*xades:AnyType',
    'xades:CompleteCertificateRefsType': 'xades:CertRefs!xades:CertIDListType @Id?ID',
    'xades:CompleteRevocationRefsType':
      'xades:CRLRefs?xades:CRLRefsType xades:OCSPRefs?xades:OCSPRefsType xades:OtherRefs?xades:OtherCertStatusRefsType @Id?ID',
    'xades:CounterSignatureType': 'ds:Signature!ds:SignatureType',
    'xades:DataObjectFormatType':
      'xades:Description?string xades:ObjectIdentifier?xades:ObjectIdentifierType xades:MimeType?string xades:Encoding?anyURI @ObjectReference!anyURI',
    'xades:DigestAlgAndValueType': 'ds:DigestMethod!ds:DigestMethodType ds:DigestValue!base64Binary',
    'xades:DocumentationReferencesType': '( xades:DocumentationReference!anyURI )+',
    'xades:EncapsulatedPKIDataType': '#base64Binary @Id?ID @Encoding?anyURI',
    'xades:IdentifierType': '#anyURI @Qualifier?xades:QualifierType',
    'xades:IncludeType': '@URI!anyURI @referencedData?boolean',
    'xades:IntegerListType': 'xades:int*integer',
    'xades:NoticeReferenceType': 'xades:Organization!string xades:NoticeNumbers!xades:IntegerListType',
    'xades:OCSPIdentifierType': 'xades:ResponderID!xades:ResponderIDType xades:ProducedAt!dateTime @URI?anyURI',
    'xades:OCSPRefType':
      'xades:OCSPIdentifier!xades:OCSPIdentifierType xades:DigestAlgAndValue?xades:DigestAlgAndValueType',
    'xades:OCSPRefsType': 'xades:OCSPRef+xades:OCSPRefType',
    'xades:OCSPValuesType': 'xades:EncapsulatedOCSPValue+xades:EncapsulatedPKIDataType',
    'xades:ObjectIdentifierType':
      'xades:Identifier!xades:IdentifierType xades:Description?string xades:DocumentationReferences?xades:DocumentationReferencesType',
    'xades:OtherCertStatusRefsType': 'xades:OtherRef+xades:AnyType',
    'xades:OtherCertStatusValuesType': 'xades:OtherValue+xades:AnyType',
    'xades:OtherTimeStampType':
      'xades:ReferenceInfo+xades:ReferenceInfoType ds:CanonicalizationMethod?ds:CanonicalizationMethodType [ xades:EncapsulatedTimeStamp!xades:EncapsulatedPKIDataType xades:XMLTimeStamp!xades:AnyType ]! @Id?ID',
    'xades:QualifyingPropertiesReferenceType': '@URI!anyURI @Id?ID',
    'xades:QualifyingPropertiesType':
      'xades:SignedProperties?xades:SignedPropertiesType xades:UnsignedProperties?xades:UnsignedPropertiesType @Target!anyURI @Id?ID',
    'xades:ReferenceInfoType': 'ds:DigestMethod!ds:DigestMethodType ds:DigestValue!base64Binary @Id?ID @URI?anyURI',
    'xades:ResponderIDType': '[ xades:ByName!string xades:ByKey!base64Binary ]!',
    'xades:RevocationValuesType':
      'xades:CRLValues?xades:CRLValuesType xades:OCSPValues?xades:OCSPValuesType xades:OtherValues?xades:OtherCertStatusValuesType @Id?ID',
    'xades:SPUserNoticeType': 'xades:NoticeRef?xades:NoticeReferenceType xades:ExplicitText?string',
    'xades:SigPolicyQualifiersListType': 'xades:SigPolicyQualifier+xades:AnyType',
    'xades:SignaturePolicyIdType':
      'xades:SigPolicyId!xades:ObjectIdentifierType ds:Transforms?ds:TransformsType xades:SigPolicyHash!xades:DigestAlgAndValueType xades:SigPolicyQualifiers?xades:SigPolicyQualifiersListType',
    'xades:SignaturePolicyIdentifierType':
      '[ xades:SignaturePolicyId!xades:SignaturePolicyIdType xades:SignaturePolicyImplied!anyType ]!',
    'xades:SignatureProductionPlaceType':
      'xades:City?string xades:StateOrProvince?string xades:PostalCode?string xades:CountryName?string',
    'xades:SignedDataObjectPropertiesType':
      'xades:DataObjectFormat*xades:DataObjectFormatType xades:CommitmentTypeIndication*xades:CommitmentTypeIndicationType xades:AllDataObjectsTimeStamp*xades:XAdESTimeStampType xades:IndividualDataObjectsTimeStamp*xades:XAdESTimeStampType @Id?ID',
    'xades:SignedPropertiesType':
      'xades:SignedSignatureProperties?xades:SignedSignaturePropertiesType xades:SignedDataObjectProperties?xades:SignedDataObjectPropertiesType @Id?ID',
    'xades:SignedSignaturePropertiesType':
      'xades:SigningTime?dateTime xades:SigningCertificate?xades:CertIDListType xades:SignaturePolicyIdentifier?xades:SignaturePolicyIdentifierType xades:SignatureProductionPlace?xades:SignatureProductionPlaceType xades:SignerRole?xades:SignerRoleType @Id?ID',
    'xades:SignerRoleType':
      'xades:ClaimedRoles?xades:ClaimedRolesListType xades:CertifiedRoles?xades:CertifiedRolesListType',
    'xades:UnsignedDataObjectPropertiesType': 'xades:UnsignedDataObjectProperty+xades:AnyType @Id?ID',
    'xades:UnsignedPropertiesType':
      'xades:UnsignedSignatureProperties?xades:UnsignedSignaturePropertiesType xades:UnsignedDataObjectProperties?xades:UnsignedDataObjectPropertiesType @Id?ID',
    'xades:UnsignedSignaturePropertiesType':
      '[ xades:CounterSignature!xades:CounterSignatureType xades:SignatureTimeStamp!xades:XAdESTimeStampType xades:CompleteCertificateRefs!xades:CompleteCertificateRefsType xades:CompleteRevocationRefs!xades:CompleteRevocationRefsType xades:AttributeCertificateRefs!xades:CompleteCertificateRefsType xades:AttributeRevocationRefs!xades:CompleteRevocationRefsType xades:SigAndRefsTimeStamp!xades:XAdESTimeStampType xades:RefsOnlyTimeStamp!xades:XAdESTimeStampType xades:CertificateValues!xades:CertificateValuesType xades:RevocationValues!xades:RevocationValuesType xades:AttrAuthoritiesCertValues!xades:CertificateValuesType xades:AttributeRevocationValues!xades:RevocationValuesType xades:ArchiveTimeStamp!xades:XAdESTimeStampType <##other,strict,xades>! ]+ @Id?ID',
    'xades:XAdESTimeStampType':
      'xades:Include*xades:IncludeType ds:CanonicalizationMethod?ds:CanonicalizationMethodType [ xades:EncapsulatedTimeStamp!xades:EncapsulatedPKIDataType xades:XMLTimeStamp!xades:AnyType ]+ @Id?ID',
  },
  globals: {
    anyURI: 'xades:SPURI',
    base64Binary: 'ds:DigestValue',
    'cac:ActivityDataLineType': 'cac:ActivityDataLine cac:SupplyChainActivityDataLine',
    'cac:ActivityPropertyType': 'cac:ActivityProperty',
    'cac:AddressLineType': 'cac:AddressLine',
    'cac:AddressType':
      'cac:Address cac:ApplicableAddress cac:ApplicableTerritoryAddress cac:DeliveryAddress cac:DespatchAddress cac:JurisdictionRegionAddress cac:LocationAddress cac:OriginAddress cac:PostalAddress cac:RegistrationAddress cac:ResidenceAddress cac:ReturnAddress',
    'cac:AirTransportType': 'cac:AirTransport',
    'cac:AllowanceChargeType':
      'cac:AllowanceCharge cac:ExtraAllowanceCharge cac:FreightAllowanceCharge cac:ServiceAllowanceCharge',
    'cac:AppealTermsType': 'cac:AppealTerms',
    'cac:AttachmentType': 'cac:Attachment cac:DigitalSignatureAttachment',
    'cac:AuctionTermsType': 'cac:AuctionTerms',
    'cac:AwardingCriterionResponseType': 'cac:AwardingCriterionResponse cac:SubordinateAwardingCriterionResponse',
    'cac:AwardingCriterionType': 'cac:AwardingCriterion cac:SubordinateAwardingCriterion',
    'cac:AwardingTermsType': 'cac:AwardingTerms',
    'cac:BillingReferenceLineType': 'cac:BillingReferenceLine',
    'cac:BillingReferenceType': 'cac:BillingReference',
    'cac:BranchType': 'cac:Branch cac:FinancialInstitutionBranch',
    'cac:BudgetAccountLineType': 'cac:BudgetAccountLine',
    'cac:BudgetAccountType': 'cac:BudgetAccount',
    'cac:CapabilityType': 'cac:Capability cac:FinancialCapability cac:TechnicalCapability',
    'cac:CardAccountType': 'cac:CardAccount',
    'cac:CatalogueItemSpecificationUpdateLineType': 'cac:CatalogueItemSpecificationUpdateLine',
    'cac:CatalogueLineType': 'cac:CatalogueLine',
    'cac:CataloguePricingUpdateLineType': 'cac:CataloguePricingUpdateLine',
    'cac:CatalogueReferenceType':
      'cac:CatalogueReference cac:DeletedCatalogueReference cac:RelatedCatalogueReference cac:RequestedCatalogueReference cac:SourceCatalogueReference',
    'cac:CatalogueRequestLineType': 'cac:CatalogueRequestLine',
    'cac:CertificateOfOriginApplicationType': 'cac:CertificateOfOriginApplication',
    'cac:CertificateType': 'cac:Certificate',
    'cac:ClassificationCategoryType': 'cac:CategorizesClassificationCategory cac:ClassificationCategory',
    'cac:ClassificationSchemeType':
      'cac:BusinessClassificationScheme cac:ClassificationScheme cac:RequestedClassificationScheme cac:RequiredBusinessClassificationScheme cac:RequiredClassificationScheme',
    'cac:ClauseType': 'cac:Clause cac:PenaltyClause',
    'cac:CommodityClassificationType':
      'cac:AdditionalCommodityClassification cac:CommodityClassification cac:MainCommodityClassification cac:SupportedCommodityClassification cac:UnsupportedCommodityClassification',
    'cac:CommunicationType': 'cac:Communication cac:OtherCommunication',
    'cac:CompletedTaskType': 'cac:CompletedTask',
    'cac:ConditionType': 'cac:Condition',
    'cac:ConsignmentType': 'cac:ChildConsignment cac:Consignment cac:ReferencedConsignment',
    'cac:ConsumptionAverageType': 'cac:ConsumptionAverage',
    'cac:ConsumptionCorrectionType': 'cac:ConsumptionCorrection cac:EnergyWaterConsumptionCorrection',
    'cac:ConsumptionHistoryType': 'cac:ConsumptionHistory',
    'cac:ConsumptionLineType': 'cac:ConsumptionLine',
    'cac:ConsumptionPointType': 'cac:ConsumptionPoint cac:UtilityConsumptionPoint',
    'cac:ConsumptionReportReferenceType': 'cac:ConsumptionReportReference',
    'cac:ConsumptionReportType': 'cac:ConsumptionReport',
    'cac:ConsumptionType': 'cac:Consumption',
    'cac:ContactType':
      'cac:AccountingContact cac:BuyerContact cac:Contact cac:DeliveryContact cac:DespatchContact cac:SellerContact cac:SignatoryContact',
    'cac:ContractExecutionRequirementType': 'cac:ContractExecutionRequirement',
    'cac:ContractExtensionType': 'cac:ContractExtension',
    'cac:ContractType': 'cac:Contract cac:ForeignExchangeContract cac:ReferencedContract cac:TransportContract',
    'cac:ContractingActivityType': 'cac:ContractingActivity',
    'cac:ContractingPartyType': 'cac:ContractingParty',
    'cac:ContractingPartyTypeType': 'cac:ContractingPartyType',
    'cac:CorporateRegistrationSchemeType': 'cac:CorporateRegistrationScheme',
    'cac:CountryType':
      'cac:Country cac:DestinationCountry cac:ExportCountry cac:FinalDestinationCountry cac:IssuingCountry cac:OriginCountry cac:OriginalDepartureCountry cac:TransitCountry',
    'cac:CreditAccountType': 'cac:CreditAccount',
    'cac:CreditNoteLineType': 'cac:CreditNoteLine cac:SubCreditNoteLine',
    'cac:CustomerPartyType':
      'cac:AccountingCustomerParty cac:BuyerCustomerParty cac:ContractorCustomerParty cac:CustomerParty cac:DeliveryCustomerParty cac:OriginatorCustomerParty cac:RecipientCustomerParty cac:RetailerCustomerParty',
    'cac:CustomsDeclarationType': 'cac:CustomsDeclaration',
    'cac:DebitNoteLineType': 'cac:DebitNoteLine cac:SubDebitNoteLine',
    'cac:DeclarationType': 'cac:Declaration',
    'cac:DeliveryTermsType': 'cac:DeliveryTerms',
    'cac:DeliveryType': 'cac:ContractualDelivery cac:Delivery',
    'cac:DeliveryUnitType': 'cac:DeliveryUnit cac:MaximumDeliveryUnit cac:MinimumDeliveryUnit',
    'cac:DependentPriceReferenceType': 'cac:DependentPriceReference',
    'cac:DespatchLineType': 'cac:DespatchLine cac:HandlingUnitDespatchLine',
    'cac:DespatchType': 'cac:Despatch',
    'cac:DimensionType':
      'cac:Dimension cac:FloorSpaceMeasurementDimension cac:MeasurementDimension cac:PalletSpaceMeasurementDimension cac:RangeDimension cac:TotalCapacityDimension',
    'cac:DocumentDistributionType': 'cac:DocumentDistribution',
    'cac:DocumentReferenceType':
      'cac:AdditionalDocumentReference cac:CallForTendersDocumentReference cac:CatalogueDocumentReference cac:ContractDocumentReference cac:ContractualDocumentReference cac:CreditNoteDocumentReference cac:DebitNoteDocumentReference cac:DespatchDocumentReference cac:DocumentReference cac:EmploymentLegislationDocumentReference cac:EnvironmentalLegislationDocumentReference cac:EvidenceDocumentReference cac:FiscalLegislationDocumentReference cac:GuaranteeDocumentReference cac:GuidanceDocumentReference cac:IdentityDocumentReference cac:InvoiceDocumentReference cac:ItemSpecificationDocumentReference cac:LegalDocumentReference cac:MandateDocumentReference cac:MinutesDocumentReference cac:NoticeDocumentReference cac:OrderDocumentReference cac:OriginalDocumentReference cac:OriginatorDocumentReference cac:ParentDocumentReference cac:PreviousDocumentReference cac:ProcurementLegislationDocumentReference cac:QuotationDocumentReference cac:ReceiptDocumentReference cac:RegistryCertificateDocumentReference cac:ReminderDocumentReference cac:ReplacedNoticeDocumentReference cac:RequestForQuotationDocumentReference cac:RequestedDocumentReference cac:ResolutionDocumentReference cac:SelfBilledCreditNoteDocumentReference cac:SelfBilledInvoiceDocumentReference cac:ShipmentDocumentReference cac:StatementDocumentReference cac:SupportingDocumentReference cac:TechnicalDocumentReference cac:TemplateDocumentReference cac:TenderDocumentReference cac:TendererQualificationDocumentReference cac:TransportExecutionPlanDocumentReference cac:TransportExecutionPlanRequestDocumentReference cac:TransportProgressStatusRequestDocumentReference cac:TransportServiceDescriptionDocumentReference cac:TransportServiceDescriptionRequestDocumentReference cac:TransportationStatusRequestDocumentReference cac:WorkOrderDocumentReference',
    'cac:DocumentResponseType': 'cac:AdditionalDocumentResponse cac:DocumentResponse',
    'cac:DutyType': 'cac:CallDuty cac:Duty cac:TimeDuty',
    'cac:EconomicOperatorRoleType': 'cac:EconomicOperatorRole',
    'cac:EconomicOperatorShortListType': 'cac:EconomicOperatorShortList',
    'cac:EmissionCalculationMethodType': 'cac:EmissionCalculationMethod',
    'cac:EndorsementType': 'cac:EmbassyEndorsement cac:Endorsement cac:InsuranceEndorsement cac:IssuerEndorsement',
    'cac:EndorserPartyType': 'cac:EndorserParty',
    'cac:EnergyTaxReportType': 'cac:EnergyTaxReport',
    'cac:EnergyWaterSupplyType': 'cac:EnergyWaterSupply',
    'cac:EnvironmentalEmissionType': 'cac:EnvironmentalEmission',
    'cac:EvaluationCriterionType':
      'cac:EvaluationCriterion cac:FinancialEvaluationCriterion cac:TechnicalEvaluationCriterion',
    'cac:EventCommentType': 'cac:EventComment',
    'cac:EventLineItemType': 'cac:EventLineItem',
    'cac:EventTacticEnumerationType': 'cac:EventTacticEnumeration',
    'cac:EventTacticType': 'cac:EventTactic',
    'cac:EventType': 'cac:Event cac:OpenTenderEvent',
    'cac:EvidenceSuppliedType': 'cac:EvidenceSupplied',
    'cac:EvidenceType': 'cac:Evidence cac:SuggestedEvidence',
    'cac:ExceptionCriteriaLineType': 'cac:ExceptionCriteriaLine',
    'cac:ExceptionNotificationLineType': 'cac:ExceptionNotificationLine',
    'cac:ExchangeRateType':
      'cac:ExchangeRate cac:PaymentAlternativeExchangeRate cac:PaymentExchangeRate cac:PricingExchangeRate cac:TaxExchangeRate',
    'cac:ExternalReferenceType': 'cac:ExternalReference',
    'cac:FinancialAccountType':
      'cac:FinancialAccount cac:FinancingFinancialAccount cac:PayeeFinancialAccount cac:PayerFinancialAccount',
    'cac:FinancialGuaranteeType': 'cac:FinalFinancialGuarantee cac:FinancialGuarantee cac:RequiredFinancialGuarantee',
    'cac:FinancialInstitutionType': 'cac:FinancialInstitution',
    'cac:ForecastExceptionCriterionLineType': 'cac:ForecastExceptionCriterionLine',
    'cac:ForecastExceptionType': 'cac:ForecastException',
    'cac:ForecastLineType': 'cac:ForecastLine',
    'cac:ForecastRevisionLineType': 'cac:ForecastRevisionLine',
    'cac:FrameworkAgreementType': 'cac:FrameworkAgreement',
    'cac:GoodsItemContainerType': 'cac:GoodsItemContainer',
    'cac:GoodsItemType': 'cac:ContainedGoodsItem cac:GoodsItem cac:ReferencedGoodsItem',
    'cac:HazardousGoodsTransitType': 'cac:HazardousGoodsTransit',
    'cac:HazardousItemType': 'cac:HazardousItem',
    'cac:ImmobilizedSecurityType': 'cac:ImmobilizedSecurity',
    'cac:InstructionForReturnsLineType': 'cac:InstructionForReturnsLine',
    'cac:InventoryReportLineType': 'cac:InventoryReportLine',
    'cac:InvoiceLineType': 'cac:InvoiceLine cac:SubInvoiceLine',
    'cac:ItemComparisonType': 'cac:ItemComparison',
    'cac:ItemIdentificationType':
      'cac:AdditionalItemIdentification cac:BuyersItemIdentification cac:CatalogueItemIdentification cac:ItemIdentification cac:ManufacturersItemIdentification cac:SellersItemIdentification cac:StandardItemIdentification',
    'cac:ItemInformationRequestLineType': 'cac:ItemInformationRequestLine',
    'cac:ItemInstanceType': 'cac:ItemInstance',
    'cac:ItemLocationQuantityType':
      'cac:ItemLocationQuantity cac:OfferedItemLocationQuantity cac:OriginalItemLocationQuantity cac:RequiredItemLocationQuantity',
    'cac:ItemManagementProfileType': 'cac:ItemManagementProfile',
    'cac:ItemPropertyGroupType': 'cac:ItemPropertyGroup',
    'cac:ItemPropertyRangeType': 'cac:ItemPropertyRange',
    'cac:ItemPropertyType': 'cac:AdditionalItemProperty cac:ItemProperty cac:KeywordItemProperty',
    'cac:ItemType': 'cac:Item cac:SupplyItem',
    'cac:LanguageType': 'cac:DefaultLanguage cac:Language cac:RequestedLanguage',
    'cac:LineItemType':
      'cac:AlternativeLineItem cac:BuyerProposedSubstituteLineItem cac:LineItem cac:SellerProposedSubstituteLineItem cac:SellerSubstitutedLineItem cac:SubLineItem',
    'cac:LineReferenceType':
      'cac:CallForTendersLineReference cac:CatalogueLineReference cac:DependentLineReference cac:DespatchLineReference cac:LineReference cac:ParentDocumentLineReference cac:QuotationLineReference cac:ReceiptLineReference cac:RequestLineReference',
    'cac:LineResponseType': 'cac:LineResponse',
    'cac:LocationCoordinateType': 'cac:LocationCoordinate',
    'cac:LocationType':
      'cac:ActivityFinalLocation cac:ActivityOriginLocation cac:AlternativeDeliveryLocation cac:AtLocation cac:DeliveryLocation cac:DespatchLocation cac:FirstArrivalPortLocation cac:FreightChargeLocation cac:FromLocation cac:InventoryLocation cac:LastExitPortLocation cac:LoadingLocation cac:LoadingPortLocation cac:Location cac:MeasurementFromLocation cac:MeasurementToLocation cac:NotificationLocation cac:OccurenceLocation cac:ParticipatingLocationsLocation cac:PhysicalLocation cac:PickupLocation cac:RealizedLocation cac:RegistryPortLocation cac:RequestedStatusLocation cac:StatusLocation cac:StorageLocation cac:SubsidiaryLocation cac:ToLocation cac:TransshipPortLocation cac:UnloadingLocation cac:UnloadingPortLocation',
    'cac:LotIdentificationType': 'cac:LotIdentification',
    'cac:MaritimeTransportType': 'cac:MaritimeTransport',
    'cac:MeterPropertyType': 'cac:MeterProperty',
    'cac:MeterReadingType': 'cac:MeterReading',
    'cac:MeterType': 'cac:Meter cac:UtilityMeter',
    'cac:MiscellaneousEventType': 'cac:MiscellaneousEvent',
    'cac:MonetaryTotalType':
      'cac:AnticipatedMonetaryTotal cac:LegalMonetaryTotal cac:MonetaryTotal cac:QuotedMonetaryTotal cac:RequestedMonetaryTotal',
    'cac:NotificationRequirementType': 'cac:NotificationRequirement',
    'cac:OnAccountPaymentType': 'cac:MainOnAccountPayment cac:OnAccountPayment',
    'cac:OrderLineReferenceType': 'cac:OrderLineReference',
    'cac:OrderLineType': 'cac:OrderLine',
    'cac:OrderReferenceType': 'cac:OrderReference',
    'cac:OrderedShipmentType': 'cac:OrderedShipment',
    'cac:PackageType': 'cac:ActualPackage cac:ContainedPackage cac:ContainingPackage cac:Package cac:ReferencedPackage',
    'cac:PartyIdentificationType': 'cac:PartyIdentification',
    'cac:PartyLegalEntityType': 'cac:PartyLegalEntity',
    'cac:PartyNameType': 'cac:PartyName',
    'cac:PartyTaxSchemeType': 'cac:PartyTaxScheme',
    'cac:PartyType':
      'cac:AdditionalInformationParty cac:AgentParty cac:AppealInformationParty cac:AppealReceiverParty cac:BeneficiaryParty cac:BillOfLadingHolderParty cac:BillToParty cac:CarrierParty cac:ConsigneeParty cac:ConsignorParty cac:ContactParty cac:ContractResponsibleParty cac:CustomsAgentParty cac:DeliveryParty cac:DespatchParty cac:DocumentProviderParty cac:EvidenceIssuingParty cac:ExporterParty cac:FinalDeliveryParty cac:FinancingParty cac:FreightForwarderParty cac:GuarantorParty cac:HazardousItemNotificationParty cac:HeadOfficeParty cac:ImporterParty cac:InformationContentProviderParty cac:InsuranceParty cac:InterestedParty cac:InventoryReportingParty cac:IssuerParty cac:LoadingProofParty cac:LogisticsOperatorParty cac:ManufacturerParty cac:MediationParty cac:MortgageHolderParty cac:NotaryParty cac:NotifyParty cac:OperatingParty cac:OriginalDespatchParty cac:OriginatorParty cac:OwnerParty cac:Party cac:PayeeParty cac:PayerParty cac:PerformingCarrierParty cac:PickupParty cac:PreSelectedParty cac:PreparationParty cac:ProviderParty cac:ReceiverParty cac:RecipientParty cac:ResponsibleTransportServiceProviderParty cac:SenderParty cac:SignatoryParty cac:SourceIssuerParty cac:SubcontractorParty cac:SubscriberParty cac:SubstituteCarrierParty cac:TaxRepresentativeParty cac:TenderEvaluationParty cac:TenderRecipientParty cac:TendererParty cac:TerminalOperatorParty cac:TransportAdvisorParty cac:TransportServiceProviderParty cac:TransportUserParty cac:UtilityCustomerParty cac:UtilitySupplierParty cac:WarrantyParty cac:WitnessParty',
    'cac:PaymentMandateType': 'cac:PaymentMandate',
    'cac:PaymentMeansType': 'cac:PaymentMeans',
    'cac:PaymentTermsType':
      'cac:BonusPaymentTerms cac:CollectPaymentTerms cac:CommissionPaymentTerms cac:DisbursementPaymentTerms cac:PaymentTerms cac:PenaltyPaymentTerms cac:PrepaidPaymentTerms cac:ServiceChargePaymentTerms',
    'cac:PaymentType': 'cac:CollectedPayment cac:Payment cac:PrepaidPayment',
    'cac:PerformanceDataLineType': 'cac:PerformanceDataLine',
    'cac:PeriodType':
      'cac:ActivityPeriod cac:ApplicablePeriod cac:ConstitutionPeriod cac:ContractAcceptancePeriod cac:ContractFormalizationPeriod cac:DeliveryPeriod cac:DocumentAvailabilityPeriod cac:DurationPeriod cac:EffectivePeriod cac:EstimatedDeliveryPeriod cac:EstimatedDespatchPeriod cac:EstimatedDurationPeriod cac:EstimatedTransitPeriod cac:ExceptionObservationPeriod cac:ForecastPeriod cac:FrequencyPeriod cac:InventoryPeriod cac:InvitationSubmissionPeriod cac:InvoicePeriod cac:LineValidityPeriod cac:MainPeriod cac:NominationPeriod cac:NotificationPeriod cac:OptionValidityPeriod cac:ParticipationRequestReceptionPeriod cac:PaymentReversalPeriod cac:PenaltyPeriod cac:Period cac:PlannedPeriod cac:PresentationPeriod cac:PromisedDeliveryPeriod cac:ReminderPeriod cac:RequestedDeliveryPeriod cac:RequestedDespatchPeriod cac:RequestedStatusPeriod cac:RequestedValidityPeriod cac:ServiceEndTimePeriod cac:ServiceStartTimePeriod cac:SettlementPeriod cac:StatementPeriod cac:StatusPeriod cac:TenderSubmissionDeadlinePeriod cac:TenderValidityPeriod cac:TransitPeriod cac:TransportServiceProviderResponseDeadlinePeriod cac:TransportServiceProviderResponseRequiredPeriod cac:TransportUserResponseRequiredPeriod cac:UsabilityPeriod cac:ValidityPeriod cac:WarrantyValidityPeriod',
    'cac:PersonType':
      'cac:CrewMemberPerson cac:DriverPerson cac:MasterPerson cac:PassengerPerson cac:Person cac:ReportingPerson cac:SecurityOfficerPerson cac:ShipsSurgeonPerson cac:TechnicalCommitteePerson',
    'cac:PhysicalAttributeType': 'cac:PhysicalAttribute',
    'cac:PickupType': 'cac:Pickup',
    'cac:PowerOfAttorneyType': 'cac:PowerOfAttorney',
    'cac:PriceExtensionType': 'cac:ItemPriceExtension cac:PriceExtension',
    'cac:PriceListType': 'cac:PreviousPriceList cac:PriceList',
    'cac:PriceType': 'cac:AlternativeConditionPrice cac:Price cac:TaxExclusivePrice cac:TaxInclusivePrice',
    'cac:PricingReferenceType': 'cac:PricingReference',
    'cac:ProcessJustificationType': 'cac:ProcessJustification',
    'cac:ProcurementProjectLotType': 'cac:InterestedProcurementProjectLot cac:ProcurementProjectLot',
    'cac:ProcurementProjectType': 'cac:ProcurementProject',
    'cac:ProjectReferenceType': 'cac:ProjectReference',
    'cac:PromotionalEventLineItemType': 'cac:PromotionalEventLineItem',
    'cac:PromotionalEventType': 'cac:PromotionalEvent',
    'cac:PromotionalSpecificationType': 'cac:PromotionalSpecification',
    'cac:QualificationResolutionType': 'cac:QualificationResolution',
    'cac:QualifyingPartyType': 'cac:AdditionalQualifyingParty cac:MainQualifyingParty cac:QualifyingParty',
    'cac:QuotationLineType': 'cac:QuotationLine',
    'cac:RailTransportType': 'cac:RailTransport',
    'cac:ReceiptLineType': 'cac:ReceiptLine cac:ReceivedHandlingUnitReceiptLine',
    'cac:RegulationType': 'cac:ApplicableRegulation cac:Regulation',
    'cac:RelatedItemType':
      'cac:AccessoryRelatedItem cac:ComplementaryRelatedItem cac:ComponentRelatedItem cac:RelatedItem cac:ReplacedRelatedItem cac:ReplacementRelatedItem cac:RequiredRelatedItem',
    'cac:ReminderLineType': 'cac:ReminderLine',
    'cac:RemittanceAdviceLineType': 'cac:RemittanceAdviceLine',
    'cac:RenewalType': 'cac:Renewal',
    'cac:RequestForQuotationLineType': 'cac:RequestForQuotationLine',
    'cac:RequestForTenderLineType': 'cac:RequestForTenderLine cac:SubRequestForTenderLine',
    'cac:RequestedTenderTotalType': 'cac:RequestedTenderTotal',
    'cac:ResponseType': 'cac:DiscrepancyResponse cac:Response',
    'cac:ResultOfVerificationType': 'cac:ResultOfVerification',
    'cac:RetailPlannedImpactType': 'cac:RetailPlannedImpact',
    'cac:RoadTransportType': 'cac:RoadTransport',
    'cac:SalesItemType': 'cac:SalesItem',
    'cac:SecondaryHazardType': 'cac:SecondaryHazard',
    'cac:ServiceFrequencyType': 'cac:ScheduledServiceFrequency cac:ServiceFrequency',
    'cac:ServiceProviderPartyType': 'cac:ServiceProviderParty',
    'cac:ShareholderPartyType': 'cac:ShareholderParty',
    'cac:ShipmentStageType':
      'cac:MainCarriageShipmentStage cac:OnCarriageShipmentStage cac:PreCarriageShipmentStage cac:ShipmentStage',
    'cac:ShipmentType': 'cac:ConsolidatedShipment cac:ReferencedShipment cac:ReportedShipment cac:Shipment',
    'cac:SignatureType': 'cac:Signature',
    'cac:StatementLineType': 'cac:StatementLine',
    'cac:StatusType': 'cac:CurrentStatus cac:Status',
    'cac:StockAvailabilityReportLineType': 'cac:StockAvailabilityReportLine',
    'cac:StowageType': 'cac:Stowage',
    'cac:SubcontractTermsType': 'cac:AllowedSubcontractTerms cac:SubcontractTerms',
    'cac:SubscriberConsumptionType': 'cac:SubscriberConsumption',
    'cac:SupplierConsumptionType': 'cac:SupplierConsumption',
    'cac:SupplierPartyType':
      'cac:AccountingSupplierParty cac:DespatchSupplierParty cac:SellerSupplierParty cac:SupplierParty',
    'cac:TaxCategoryType': 'cac:ApplicableTaxCategory cac:ClassifiedTaxCategory cac:TaxCategory',
    'cac:TaxSchemeType': 'cac:TaxScheme',
    'cac:TaxSubtotalType': 'cac:TaxSubtotal',
    'cac:TaxTotalType': 'cac:TaxTotal cac:WithholdingTaxTotal',
    'cac:TelecommunicationsServiceType': 'cac:TelecommunicationsService',
    'cac:TelecommunicationsSupplyLineType': 'cac:TelecommunicationsSupplyLine',
    'cac:TelecommunicationsSupplyType': 'cac:TelecommunicationsSupply',
    'cac:TemperatureType':
      'cac:AdditionalTemperature cac:EmergencyTemperature cac:FlashpointTemperature cac:MaximumTemperature cac:MinimumTemperature cac:Temperature',
    'cac:TenderLineType': 'cac:SubTenderLine cac:TenderLine',
    'cac:TenderPreparationType': 'cac:TenderPreparation',
    'cac:TenderRequirementType':
      'cac:DocumentTenderRequirement cac:SubsequentProcessTenderRequirement cac:TenderRequirement',
    'cac:TenderResultType': 'cac:TenderResult',
    'cac:TenderedProjectType': 'cac:AwardedTenderedProject cac:TenderedProject',
    'cac:TendererPartyQualificationType': 'cac:TendererPartyQualification',
    'cac:TendererQualificationRequestType': 'cac:TendererQualificationRequest',
    'cac:TendererRequirementType': 'cac:SpecificTendererRequirement cac:TendererRequirement',
    'cac:TenderingProcessType': 'cac:TenderingProcess',
    'cac:TenderingTermsType': 'cac:TenderingTerms',
    'cac:TradeFinancingType': 'cac:TradeFinancing',
    'cac:TradingTermsType': 'cac:HaulageTradingTerms cac:TradingTerms',
    'cac:TransactionConditionsType': 'cac:TransactionConditions',
    'cac:TransportEquipmentSealType': 'cac:TransportEquipmentSeal',
    'cac:TransportEquipmentType':
      'cac:AttachedTransportEquipment cac:ContainedInTransportEquipment cac:ContainingTransportEquipment cac:ReferencedTransportEquipment cac:SupportedTransportEquipment cac:TransportEquipment cac:UnsupportedTransportEquipment',
    'cac:TransportEventType':
      'cac:AcceptanceTransportEvent cac:ActualArrivalTransportEvent cac:ActualDepartureTransportEvent cac:ActualPickupTransportEvent cac:ActualWaypointTransportEvent cac:AvailabilityTransportEvent cac:DeliveryTransportEvent cac:DetentionTransportEvent cac:DischargeTransportEvent cac:DropoffTransportEvent cac:EstimatedArrivalTransportEvent cac:EstimatedDepartureTransportEvent cac:ExaminationTransportEvent cac:ExportationTransportEvent cac:HandlingTransportEvent cac:LoadingTransportEvent cac:OptionalTakeoverTransportEvent cac:PickupTransportEvent cac:PlannedArrivalTransportEvent cac:PlannedDeliveryTransportEvent cac:PlannedDepartureTransportEvent cac:PlannedPickupTransportEvent cac:PlannedWaypointTransportEvent cac:PositioningTransportEvent cac:QuarantineTransportEvent cac:ReceiptTransportEvent cac:RequestedArrivalTransportEvent cac:RequestedDeliveryTransportEvent cac:RequestedDepartureTransportEvent cac:RequestedPickupTransportEvent cac:RequestedWaypointTransportEvent cac:StorageTransportEvent cac:TakeoverTransportEvent cac:TransportEvent cac:UpdatedDeliveryTransportEvent cac:UpdatedPickupTransportEvent cac:WarehousingTransportEvent',
    'cac:TransportExecutionTermsType': 'cac:TransportExecutionTerms',
    'cac:TransportHandlingUnitType': 'cac:PackagedTransportHandlingUnit cac:TransportHandlingUnit',
    'cac:TransportMeansType': 'cac:ApplicableTransportMeans cac:TransportMeans',
    'cac:TransportScheduleType': 'cac:TransportSchedule',
    'cac:TransportationSegmentType': 'cac:TransportationSegment',
    'cac:TransportationServiceType':
      'cac:AdditionalTransportationService cac:FinalDeliveryTransportationService cac:MainTransportationService cac:OriginalDespatchTransportationService cac:TransportationService',
    'cac:UnstructuredPriceType': 'cac:UnstructuredPrice',
    'cac:UtilityItemType': 'cac:UtilityItem',
    'cac:WebSiteAccessType': 'cac:WebSiteAccess',
    'cac:WinningPartyType': 'cac:WinningParty',
    'cac:WorkPhaseReferenceType': 'cac:WorkPhaseReference',
    'cct:CodeType':
      'cbc:AccountFormatCode cbc:AccountTypeCode cbc:AccountingCostCode cbc:ActionCode cbc:ActivityTypeCode cbc:AddressFormatCode cbc:AddressTypeCode cbc:AdjustmentReasonCode cbc:AdmissionCode cbc:AllowanceChargeReasonCode cbc:ApplicationStatusCode cbc:AvailabilityStatusCode cbc:AwardingCriterionTypeCode cbc:AwardingMethodTypeCode cbc:CalculationExpressionCode cbc:CalculationMethodCode cbc:CapabilityTypeCode cbc:CardChipCode cbc:CardTypeCode cbc:CargoTypeCode cbc:CertificateTypeCode cbc:ChannelCode cbc:CharacterSetCode cbc:CollaborationPriorityCode cbc:CommodityCode cbc:CompanyLegalFormCode cbc:CompanyLiquidationStatusCode cbc:ComparisonDataCode cbc:ComparisonDataSourceCode cbc:ConditionCode cbc:ConstitutionCode cbc:ConsumerIncentiveTacticTypeCode cbc:ConsumersEnergyLevelCode cbc:ConsumptionLevelCode cbc:ConsumptionTypeCode cbc:ContractTypeCode cbc:ContractingSystemCode cbc:CoordinateSystemCode cbc:CorporateRegistrationTypeCode cbc:CorrectionTypeCode cbc:CountrySubentityCode cbc:CreditNoteTypeCode cbc:CurrencyCode cbc:CurrentChargeTypeCode cbc:CustomsStatusCode cbc:DataSourceCode cbc:DeclarationTypeCode cbc:DescriptionCode cbc:DespatchAdviceTypeCode cbc:DirectionCode cbc:DisplayTacticTypeCode cbc:DispositionCode cbc:DocumentCurrencyCode cbc:DocumentStatusCode cbc:DocumentStatusReasonCode cbc:DocumentTypeCode cbc:DutyCode cbc:EmergencyProceduresCode cbc:EncodingCode cbc:EnvironmentalEmissionTypeCode cbc:EvaluationCriterionTypeCode cbc:EvidenceTypeCode cbc:ExceptionResolutionCode cbc:ExceptionStatusCode cbc:ExecutionRequirementCode cbc:ExemptionReasonCode cbc:ExpenseCode cbc:ExpressionCode cbc:FeatureTacticTypeCode cbc:FinancingInstrumentCode cbc:ForecastPurposeCode cbc:ForecastTypeCode cbc:FormatCode cbc:FreightRateClassCode cbc:FullnessIndicationCode cbc:FundingProgramCode cbc:GenderCode cbc:GuaranteeTypeCode cbc:HandlingCode cbc:HazardousCategoryCode cbc:HazardousRegulationCode cbc:HeatingTypeCode cbc:IdentificationCode cbc:ImportanceCode cbc:IndustryClassificationCode cbc:InhalationToxicityZoneCode cbc:InspectionMethodCode cbc:InvoiceTypeCode cbc:ItemClassificationCode cbc:LatestMeterReadingMethodCode cbc:LatitudeDirectionCode cbc:LifeCycleStatusCode cbc:LineStatusCode cbc:LocaleCode cbc:LocationTypeCode cbc:LongitudeDirectionCode cbc:LossRiskResponsibilityCode cbc:MandateTypeCode cbc:MathematicOperatorCode cbc:MedicalFirstAidGuideCode cbc:MeterConstantCode cbc:MeterReadingTypeCode cbc:MimeCode cbc:MiscellaneousEventTypeCode cbc:NameCode cbc:NatureCode cbc:NotificationTypeCode cbc:OneTimeChargeTypeCode cbc:OrderResponseCode cbc:OrderTypeCode cbc:OwnerTypeCode cbc:PackLevelCode cbc:PackageLevelCode cbc:PackagingTypeCode cbc:PackingCriteriaCode cbc:ParentDocumentTypeCode cbc:PartPresentationCode cbc:PartyTypeCode cbc:PaymentAlternativeCurrencyCode cbc:PaymentChannelCode cbc:PaymentCurrencyCode cbc:PaymentFrequencyCode cbc:PaymentMeansCode cbc:PaymentPurposeCode cbc:PerformanceMetricTypeCode cbc:PositionCode cbc:PreferenceCriterionCode cbc:PreviousCancellationReasonCode cbc:PreviousMeterReadingMethodCode cbc:PriceEvaluationCode cbc:PriceTypeCode cbc:PricingCurrencyCode cbc:PrivacyCode cbc:ProcedureCode cbc:ProcessReasonCode cbc:ProcurementSubTypeCode cbc:ProcurementTypeCode cbc:ProfileStatusCode cbc:PromotionalEventTypeCode cbc:ProviderTypeCode cbc:PurposeCode cbc:QualityControlCode cbc:QuantityDiscrepancyCode cbc:ReceiptAdviceTypeCode cbc:ReferenceEventCode cbc:RejectActionCode cbc:RejectReasonCode cbc:ReminderTypeCode cbc:RequestedInvoiceCurrencyCode cbc:ResidenceTypeCode cbc:ResolutionCode cbc:ResponseCode cbc:RetailEventStatusCode cbc:RevisionStatusCode cbc:RoleCode cbc:SealIssuerTypeCode cbc:SealStatusCode cbc:SecurityClassificationCode cbc:ServiceInformationPreferenceCode cbc:ServiceTypeCode cbc:ShippingPriorityLevelCode cbc:ShortageActionCode cbc:SizeTypeCode cbc:SourceCurrencyCode cbc:SpecificationTypeCode cbc:StatementTypeCode cbc:StatusCode cbc:StatusReasonCode cbc:SubcontractingConditionsCode cbc:SubmissionMethodCode cbc:SubscriberTypeCode cbc:SubstitutionStatusCode cbc:SupplyChainActivityTypeCode cbc:TargetCurrencyCode cbc:TariffClassCode cbc:TariffCode cbc:TaxCurrencyCode cbc:TaxExemptionReasonCode cbc:TaxLevelCode cbc:TaxTypeCode cbc:TelecommunicationsServiceCallCode cbc:TelecommunicationsServiceCategoryCode cbc:TelecommunicationsSupplyTypeCode cbc:TenderEnvelopeTypeCode cbc:TenderResultCode cbc:TenderTypeCode cbc:TendererRequirementTypeCode cbc:TendererRoleCode cbc:ThresholdValueComparisonCode cbc:TimeFrequencyCode cbc:TimingComplaintCode cbc:TrackingDeviceCode cbc:TradeItemPackingLabelingTypeCode cbc:TradeServiceCode cbc:TransitDirectionCode cbc:TransportAuthorizationCode cbc:TransportEmergencyCardCode cbc:TransportEquipmentTypeCode cbc:TransportEventTypeCode cbc:TransportExecutionStatusCode cbc:TransportHandlingUnitTypeCode cbc:TransportMeansTypeCode cbc:TransportModeCode cbc:TransportServiceCode cbc:TransportationStatusTypeCode cbc:TypeCode cbc:UNDGCode cbc:UrgencyCode cbc:UtilityStatementTypeCode cbc:ValidationResultCode cbc:WeekDayCode cbc:WeightingAlgorithmCode cbc:WorkPhaseCode ext:ExtensionReasonCode',
    'cct:IdentifierType':
      'cbc:AccountID cbc:AdditionalAccountID cbc:AgencyID cbc:AircraftID cbc:AttributeID cbc:AuctionURI cbc:AwardingCriterionID cbc:BarcodeSymbologyID cbc:BrokerAssignedID cbc:BusinessClassificationEvidenceID cbc:BusinessIdentityEvidenceID cbc:BuyerEventID cbc:BuyerProfileURI cbc:CV2ID cbc:CarrierAssignedID cbc:ChipApplicationID cbc:CompanyID cbc:ConsigneeAssignedID cbc:ConsignorAssignedID cbc:ConsumptionID cbc:ConsumptionReportID cbc:ContractFolderID cbc:ContractedCarrierAssignedID cbc:CustomerAssignedAccountID cbc:CustomizationID cbc:DocumentID cbc:EconomicOperatorRegistryURI cbc:EndpointID cbc:ExchangeMarketID cbc:ExtendedID cbc:FreightForwarderAssignedID cbc:HazardClassID cbc:ID cbc:IdentificationID cbc:ImmobilizationCertificateID cbc:InformationURI cbc:InstructionID cbc:IssueNumberID cbc:IssuerID cbc:JourneyID cbc:LanguageID cbc:LicensePlateID cbc:LineID cbc:LoadingSequenceID cbc:LocationID cbc:LogoReferenceID cbc:LotNumberID cbc:LowerOrangeHazardPlacardID cbc:MarkingID cbc:NationalityID cbc:NetworkID cbc:OntologyURI cbc:OpenTenderID cbc:OriginalContractingSystemID cbc:OriginalJobID cbc:ParentDocumentID cbc:ParentDocumentLineReferenceID cbc:ParentDocumentVersionID cbc:PaymentID cbc:PaymentMeansID cbc:PaymentTermsDetailsURI cbc:PerformingCarrierAssignedID cbc:PrepaidPaymentReferenceID cbc:PreviousJobID cbc:PreviousVersionID cbc:PrimaryAccountNumberID cbc:ProductTraceID cbc:ProfileExecutionID cbc:ProfileID cbc:RadioCallSignID cbc:RailCarID cbc:ReferenceID cbc:ReferencedConsignmentID cbc:RegistrationID cbc:RegistrationNationalityID cbc:ReleaseID cbc:RequestForQuotationLineID cbc:RequiredCustomsID cbc:RevisedForecastLineID cbc:SalesOrderID cbc:SalesOrderLineID cbc:SchemeURI cbc:SecurityID cbc:SellerEventID cbc:SequenceID cbc:SequenceNumberID cbc:SerialID cbc:ShippingOrderID cbc:SignatureID cbc:SpecificationID cbc:SubscriberID cbc:SuccessiveSequenceID cbc:SupplierAssignedAccountID cbc:TenderEnvelopeID cbc:TraceID cbc:TrackingID cbc:TrainID cbc:TransportExecutionPlanReferenceID cbc:TransportationServiceDetailsURI cbc:UBLVersionID cbc:URI cbc:UUID cbc:UpperOrangeHazardPlacardID cbc:ValidatorID cbc:VariantID cbc:VersionID cbc:VesselID cbc:WebsiteURI ext:ExtensionAgencyID ext:ExtensionAgencyURI ext:ExtensionURI ext:ExtensionVersionID sbc:ReferencedSignatureID',
    'cct:NumericType':
      'cbc:AirFlowPercent cbc:AmountRate cbc:BudgetYearNumeric cbc:CalculationRate cbc:CalculationSequenceNumeric cbc:FrozenPeriodDaysNumeric cbc:HumidityPercent cbc:LineCountNumeric cbc:LineNumberNumeric cbc:MaximumCopiesNumeric cbc:MaximumNumberNumeric cbc:MaximumPaymentInstructionsNumeric cbc:MaximumPercent cbc:MinimumNumberNumeric cbc:MinimumPercent cbc:MultiplierFactorNumeric cbc:OrderIntervalDaysNumeric cbc:OrderQuantityIncrementNumeric cbc:OrderableUnitFactorRate cbc:PackSizeNumeric cbc:PartecipationPercent cbc:ParticipationPercent cbc:PaymentPercent cbc:PenaltySurchargePercent cbc:Percent cbc:ProgressPercent cbc:Rate cbc:ReliabilityPercent cbc:ReminderSequenceNumeric cbc:ResidentOccupantsNumeric cbc:SequenceNumeric cbc:SettlementDiscountPercent cbc:SourceCurrencyBaseRate cbc:TargetCurrencyBaseRate cbc:TargetServicePercent cbc:TierRatePercent cbc:WeightNumeric',
    'cct:QuantityType':
      'cbc:ActualTemperatureReductionQuantity cbc:BackorderQuantity cbc:BaseQuantity cbc:BasicConsumedQuantity cbc:BatchQuantity cbc:ChargeableQuantity cbc:ChildConsignmentQuantity cbc:ConsignmentQuantity cbc:ConsumerUnitQuantity cbc:ConsumptionEnergyQuantity cbc:ConsumptionWaterQuantity cbc:ContentUnitQuantity cbc:CreditedQuantity cbc:CrewQuantity cbc:CustomsTariffQuantity cbc:DebitedQuantity cbc:DeliveredQuantity cbc:DifferenceTemperatureReductionQuantity cbc:EmployeeQuantity cbc:EstimatedConsumedQuantity cbc:EstimatedOverallContractQuantity cbc:ExpectedOperatorQuantity cbc:ExpectedQuantity cbc:GasPressureQuantity cbc:InvoicedQuantity cbc:LatestMeterQuantity cbc:MaximumBackorderQuantity cbc:MaximumOperatorQuantity cbc:MaximumOrderQuantity cbc:MaximumQuantity cbc:MaximumVariantQuantity cbc:MinimumBackorderQuantity cbc:MinimumInventoryQuantity cbc:MinimumOrderQuantity cbc:MinimumQuantity cbc:MultipleOrderQuantity cbc:NormalTemperatureReductionQuantity cbc:OperatingYearsQuantity cbc:OutstandingQuantity cbc:OversupplyQuantity cbc:PackQuantity cbc:PassengerQuantity cbc:PerformanceValueQuantity cbc:PreviousMeterQuantity cbc:Quantity cbc:ReceivedElectronicTenderQuantity cbc:ReceivedForeignTenderQuantity cbc:ReceivedQuantity cbc:ReceivedTenderQuantity cbc:RejectedQuantity cbc:ReturnableQuantity cbc:SharesNumberQuantity cbc:ShortQuantity cbc:TargetInventoryQuantity cbc:ThresholdQuantity cbc:TimeDeltaDaysQuantity cbc:TotalConsumedQuantity cbc:TotalDeliveredQuantity cbc:TotalGoodsItemQuantity cbc:TotalMeteredQuantity cbc:TotalPackageQuantity cbc:TotalPackagesQuantity cbc:TotalTransportHandlingUnitQuantity cbc:ValueQuantity cbc:VarianceQuantity',
    'cct:TextType':
      'cbc:AcceptedVariantsDescription cbc:AccountingCost cbc:ActivityType cbc:AdditionalConditions cbc:AdditionalInformation cbc:AdditionalStreetName cbc:AgencyName cbc:AliasName cbc:AllowanceChargeReason cbc:ApprovalStatus cbc:AwardingCriterionDescription cbc:BackorderReason cbc:BirthplaceName cbc:BlockName cbc:BrandName cbc:BuildingName cbc:BuildingNumber cbc:BuyerReference cbc:CalculationExpression cbc:CancellationNote cbc:CandidateStatement cbc:CanonicalizationMethod cbc:CarrierServiceInstructions cbc:CategoryName cbc:CertificateType cbc:ChangeConditions cbc:Channel cbc:Characteristics cbc:CityName cbc:CitySubdivisionName cbc:CodeValue cbc:Comment cbc:CompanyLegalForm cbc:Condition cbc:Conditions cbc:ConditionsDescription cbc:ConsumersEnergyLevel cbc:ConsumptionLevel cbc:ConsumptionType cbc:Content cbc:ContractName cbc:ContractSubdivision cbc:ContractType cbc:CorrectionType cbc:CountrySubentity cbc:CurrentChargeType cbc:CustomerReference cbc:CustomsClearanceServiceInstructions cbc:DamageRemarks cbc:DataSendingCapability cbc:DeliveryInstructions cbc:DemurrageInstructions cbc:Department cbc:Description cbc:District cbc:DocumentDescription cbc:DocumentHash cbc:DocumentStatusReasonDescription cbc:DocumentType cbc:Duty cbc:ElectronicDeviceDescription cbc:ElectronicMail cbc:ExclusionReason cbc:ExemptionReason cbc:Expression cbc:Extension cbc:FamilyName cbc:FeeDescription cbc:FileName cbc:FirstName cbc:Floor cbc:ForwarderServiceInstructions cbc:Frequency cbc:FundingProgram cbc:HandlingInstructions cbc:HashAlgorithmMethod cbc:HaulageInstructions cbc:HeatingType cbc:HolderName cbc:Information cbc:InhouseMail cbc:InstructionNote cbc:Instructions cbc:InvoicingPartyReference cbc:JobTitle cbc:Justification cbc:JustificationDescription cbc:Keyword cbc:LatestMeterReadingMethod cbc:LegalReference cbc:LimitationDescription cbc:Line cbc:ListValue cbc:Location cbc:Login cbc:LossRisk cbc:LowTendersDescription cbc:MarkAttention cbc:MarkCare cbc:MaximumValue cbc:MeterConstant cbc:MeterName cbc:MeterNumber cbc:MeterReadingComments cbc:MeterReadingType cbc:MiddleName cbc:MinimumImprovementBid cbc:MinimumValue cbc:ModelName cbc:MonetaryScope cbc:MovieTitle cbc:Name cbc:NameSuffix cbc:NegotiationDescription cbc:Note cbc:OneTimeChargeType cbc:OptionsDescription cbc:OrderableUnit cbc:OrganizationDepartment cbc:OtherInstruction cbc:OtherName cbc:OutstandingReason cbc:PackingMaterial cbc:PartyType cbc:Password cbc:PayPerView cbc:PayerReference cbc:PaymentDescription cbc:PaymentNote cbc:PaymentOrderReference cbc:PersonalSituation cbc:PhoneNumber cbc:PlacardEndorsement cbc:PlacardNotation cbc:PlotIdentification cbc:PostalZone cbc:Postbox cbc:PreviousMeterReadingMethod cbc:PriceChangeReason cbc:PriceRevisionFormulaDescription cbc:PriceType cbc:PrintQualifier cbc:Priority cbc:PrizeDescription cbc:ProcessDescription cbc:ProcessReason cbc:Purpose cbc:Rank cbc:Reference cbc:Region cbc:RegistrationName cbc:RegistrationNationality cbc:RegulatoryDomain cbc:RejectReason cbc:RejectionNote cbc:Remarks cbc:ReplenishmentOwnerDescription cbc:ResidenceType cbc:Resolution cbc:RetailEventName cbc:RoamingPartnerName cbc:RoleDescription cbc:Room cbc:SealingPartyType cbc:ServiceName cbc:ServiceNumberCalled cbc:ServiceType cbc:ShippingMarks cbc:ShipsRequirements cbc:SignatureMethod cbc:SpecialInstructions cbc:SpecialServiceInstructions cbc:SpecialTerms cbc:SpecialTransportRequirements cbc:StatusReason cbc:StreetName cbc:SubscriberType cbc:SummaryDescription cbc:TariffDescription cbc:TaxExemptionReason cbc:TechnicalCommitteeDescription cbc:TechnicalName cbc:TelecommunicationsServiceCall cbc:TelecommunicationsServiceCategory cbc:TelecommunicationsSupplyType cbc:Telefax cbc:Telephone cbc:TestMethod cbc:Text cbc:TierRange cbc:TimeAmount cbc:TimezoneOffset cbc:TimingComplaint cbc:Title cbc:TradingRestrictions cbc:TransportServiceProviderRemarks cbc:TransportServiceProviderSpecialTerms cbc:TransportUserRemarks cbc:TransportUserSpecialTerms cbc:TransportationServiceDescription cbc:ValidateProcess cbc:ValidateTool cbc:ValidateToolVersion cbc:Value cbc:ValueQualifier cbc:VesselName cbc:WarrantyInformation cbc:Weight cbc:WorkPhase cbc:XPath ext:ExtensionAgencyName ext:ExtensionReason',
    dateTime: 'xades:SigningTime',
    'ds:CanonicalizationMethodType': 'ds:CanonicalizationMethod',
    'ds:DSAKeyValueType': 'ds:DSAKeyValue',
    'ds:DigestMethodType': 'ds:DigestMethod',
    'ds:KeyInfoType': 'ds:KeyInfo',
    'ds:KeyValueType': 'ds:KeyValue',
    'ds:ManifestType': 'ds:Manifest',
    'ds:ObjectType': 'ds:Object',
    'ds:PGPDataType': 'ds:PGPData',
    'ds:RSAKeyValueType': 'ds:RSAKeyValue',
    'ds:ReferenceType': 'ds:Reference',
    'ds:RetrievalMethodType': 'ds:RetrievalMethod',
    'ds:SPKIDataType': 'ds:SPKIData',
    'ds:SignatureMethodType': 'ds:SignatureMethod',
    'ds:SignaturePropertiesType': 'ds:SignatureProperties',
    'ds:SignaturePropertyType': 'ds:SignatureProperty',
    'ds:SignatureType': 'ds:Signature',
    'ds:SignatureValueType': 'ds:SignatureValue',
    'ds:SignedInfoType': 'ds:SignedInfo',
    'ds:TransformType': 'ds:Transform',
    'ds:TransformsType': 'ds:Transforms',
    'ds:X509DataType': 'ds:X509Data',
    'ext:ExtensionContentType': 'ext:ExtensionContent',
    'ext:UBLExtensionType': 'ext:UBLExtension',
    'ext:UBLExtensionsType': 'ext:UBLExtensions',
    'sac:SignatureInformationType': 'sac:SignatureInformation',
    'sig:UBLDocumentSignaturesType': 'sig:UBLDocumentSignatures',
    string: 'ds:KeyName ds:MgmtData',
    'udt:AmountType':
      'cbc:AdvertisementAmount cbc:AllowanceTotalAmount cbc:Amount cbc:AnnualAverageAmount cbc:AverageAmount cbc:AverageSubsequentContractAmount cbc:BalanceAmount cbc:BaseAmount cbc:CallBaseAmount cbc:CallExtensionAmount cbc:ChargeTotalAmount cbc:CorporateStockAmount cbc:CorrectionAmount cbc:CorrectionUnitAmount cbc:CreditLineAmount cbc:DebitLineAmount cbc:DeclaredCarriageValueAmount cbc:DeclaredCustomsValueAmount cbc:DeclaredForCarriageValueAmount cbc:DeclaredStatisticsValueAmount cbc:DocumentationFeeAmount cbc:EstimatedAmount cbc:EstimatedOverallContractAmount cbc:FaceValueAmount cbc:FeeAmount cbc:FreeOnBoardValueAmount cbc:HigherTenderAmount cbc:InsurancePremiumAmount cbc:InsuranceValueAmount cbc:InventoryValueAmount cbc:LiabilityAmount cbc:LineExtensionAmount cbc:LowerTenderAmount cbc:MarketValueAmount cbc:MaximumAdvertisementAmount cbc:MaximumAmount cbc:MaximumPaidAmount cbc:MinimumAmount cbc:PaidAmount cbc:PartyCapacityAmount cbc:PayableAlternativeAmount cbc:PayableAmount cbc:PayableRoundingAmount cbc:PenaltyAmount cbc:PerUnitAmount cbc:PrepaidAmount cbc:PriceAmount cbc:RequiredFeeAmount cbc:RoundingAmount cbc:SettlementDiscountAmount cbc:TaxAmount cbc:TaxEnergyAmount cbc:TaxEnergyBalanceAmount cbc:TaxEnergyOnAccountAmount cbc:TaxExclusiveAmount cbc:TaxInclusiveAmount cbc:TaxableAmount cbc:ThresholdAmount cbc:TotalAmount cbc:TotalBalanceAmount cbc:TotalCreditAmount cbc:TotalDebitAmount cbc:TotalInvoiceAmount cbc:TotalPaymentAmount cbc:TotalTaskAmount cbc:TotalTaxAmount cbc:TransactionCurrencyTaxAmount cbc:ValueAmount',
    'udt:BinaryObjectType': 'cbc:EmbeddedDocumentBinaryObject',
    'udt:DateType':
      'cbc:ActualDeliveryDate cbc:ActualDespatchDate cbc:ActualPickupDate cbc:ApprovalDate cbc:AvailabilityDate cbc:AwardDate cbc:BestBeforeDate cbc:BirthDate cbc:CallDate cbc:ComparisonForecastIssueDate cbc:Date cbc:DueDate cbc:EarliestPickupDate cbc:EffectiveDate cbc:EndDate cbc:EstimatedDeliveryDate cbc:EstimatedDespatchDate cbc:ExpiryDate cbc:FirstShipmentAvailibilityDate cbc:GuaranteedDespatchDate cbc:InstallmentDueDate cbc:IssueDate cbc:LastRevisionDate cbc:LatestDeliveryDate cbc:LatestMeterReadingDate cbc:LatestPickupDate cbc:LatestProposalAcceptanceDate cbc:LatestSecurityClearanceDate cbc:ManufactureDate cbc:NominationDate cbc:OccurrenceDate cbc:PaidDate cbc:PaymentDueDate cbc:PlannedDate cbc:PreviousMeterReadingDate cbc:ReceivedDate cbc:ReferenceDate cbc:RegisteredDate cbc:RegistrationDate cbc:RegistrationExpirationDate cbc:RequestedDeliveryDate cbc:RequestedDespatchDate cbc:RequestedPublicationDate cbc:RequiredDeliveryDate cbc:ResolutionDate cbc:ResponseDate cbc:RevisionDate cbc:SourceForecastIssueDate cbc:StartDate cbc:SubmissionDate cbc:SubmissionDueDate cbc:TaxPointDate cbc:ValidationDate cbc:ValidityStartDate',
    'udt:IndicatorType':
      'cbc:AcceptedIndicator cbc:AdValoremIndicator cbc:AnimalFoodApprovedIndicator cbc:AnimalFoodIndicator cbc:AuctionConstraintIndicator cbc:BackOrderAllowedIndicator cbc:BalanceBroughtForwardIndicator cbc:BasedOnConsensusIndicator cbc:BindingOnBuyerIndicator cbc:BulkCargoIndicator cbc:CandidateReductionConstraintIndicator cbc:CatalogueIndicator cbc:ChargeIndicator cbc:CompletionIndicator cbc:ConsolidatableIndicator cbc:ContainerizedIndicator cbc:CopyIndicator cbc:CustomsImportClassifiedIndicator cbc:DangerousGoodsApprovedIndicator cbc:FollowupContractIndicator cbc:FreeOfChargeIndicator cbc:FrozenDocumentIndicator cbc:FullyPaidSharesIndicator cbc:GeneralCargoIndicator cbc:GovernmentAgreementConstraintIndicator cbc:HazardousRiskIndicator cbc:HumanFoodApprovedIndicator cbc:HumanFoodIndicator cbc:IndicationIndicator cbc:ItemUpdateRequestIndicator cbc:LegalStatusIndicator cbc:LivestockIndicator cbc:MarkAttentionIndicator cbc:MarkCareIndicator cbc:OnCarriageIndicator cbc:OptionalLineItemIndicator cbc:OrderableIndicator cbc:OtherConditionsIndicator cbc:PartialDeliveryIndicator cbc:PowerIndicator cbc:PreCarriageIndicator cbc:PrepaidIndicator cbc:PricingUpdateRequestIndicator cbc:PrizeIndicator cbc:PublishAwardIndicator cbc:RefrigeratedIndicator cbc:RefrigerationOnIndicator cbc:RequiredCurriculaIndicator cbc:ReturnabilityIndicator cbc:ReturnableMaterialIndicator cbc:SoleProprietorshipIndicator cbc:SpecialSecurityIndicator cbc:SplitConsignmentIndicator cbc:StatusAvailableIndicator cbc:TaxEvidenceIndicator cbc:TaxIncludedIndicator cbc:ThirdPartyPayerIndicator cbc:ToOrderIndicator cbc:UnknownPriceIndicator cbc:VariantConstraintIndicator',
    'udt:MeasureType':
      'cbc:AltitudeMeasure cbc:BaseUnitMeasure cbc:ChargeableWeightMeasure cbc:ComparedValueMeasure cbc:DurationMeasure cbc:GrossTonnageMeasure cbc:GrossVolumeMeasure cbc:GrossWeightMeasure cbc:LatitudeDegreesMeasure cbc:LatitudeMinutesMeasure cbc:LeadTimeMeasure cbc:LoadingLengthMeasure cbc:LongitudeDegreesMeasure cbc:LongitudeMinutesMeasure cbc:MaximumMeasure cbc:Measure cbc:MinimumMeasure cbc:NetNetWeightMeasure cbc:NetTonnageMeasure cbc:NetVolumeMeasure cbc:NetWeightMeasure cbc:PostEventNotificationDurationMeasure cbc:PreEventNotificationDurationMeasure cbc:SourceValueMeasure cbc:TareWeightMeasure cbc:ValueMeasure',
    'udt:TimeType':
      'cbc:ActualDeliveryTime cbc:ActualDespatchTime cbc:ActualPickupTime cbc:AwardTime cbc:CallTime cbc:ComparisonForecastIssueTime cbc:EarliestPickupTime cbc:EffectiveTime cbc:EndTime cbc:EstimatedDeliveryTime cbc:EstimatedDespatchTime cbc:ExpiryTime cbc:GuaranteedDespatchTime cbc:IssueTime cbc:LastRevisionTime cbc:LatestDeliveryTime cbc:LatestPickupTime cbc:ManufactureTime cbc:NominationTime cbc:OccurrenceTime cbc:PaidTime cbc:ReferenceTime cbc:RegisteredTime cbc:RequestedDespatchTime cbc:RequiredDeliveryTime cbc:ResolutionTime cbc:ResponseTime cbc:RevisionTime cbc:SourceForecastIssueTime cbc:StartTime cbc:ValidationTime',
    'xades141:ValidationDataType': 'xades141:TimeStampValidationData',
    'xades:AnyType': 'xades:Any',
    'xades:CertIDListType': 'xades:SigningCertificate',
    'xades:CertificateValuesType': 'xades:AttrAuthoritiesCertValues xades:CertificateValues',
    'xades:CommitmentTypeIndicationType': 'xades:CommitmentTypeIndication',
    'xades:CompleteCertificateRefsType': 'xades:AttributeCertificateRefs xades:CompleteCertificateRefs',
    'xades:CompleteRevocationRefsType': 'xades:AttributeRevocationRefs xades:CompleteRevocationRefs',
    'xades:CounterSignatureType': 'xades:CounterSignature',
    'xades:DataObjectFormatType': 'xades:DataObjectFormat',
    'xades:EncapsulatedPKIDataType': 'xades:EncapsulatedPKIData',
    'xades:IncludeType': 'xades:Include',
    'xades:ObjectIdentifierType': 'xades:ObjectIdentifier',
    'xades:OtherTimeStampType': 'xades:OtherTimeStamp',
    'xades:QualifyingPropertiesReferenceType': 'xades:QualifyingPropertiesReference',
    'xades:QualifyingPropertiesType': 'xades:QualifyingProperties',
    'xades:ReferenceInfoType': 'xades:ReferenceInfo',
    'xades:RevocationValuesType': 'xades:AttributeRevocationValues xades:RevocationValues',
    'xades:SPUserNoticeType': 'xades:SPUserNotice',
    'xades:SignaturePolicyIdentifierType': 'xades:SignaturePolicyIdentifier',
    'xades:SignatureProductionPlaceType': 'xades:SignatureProductionPlace',
    'xades:SignedDataObjectPropertiesType': 'xades:SignedDataObjectProperties',
    'xades:SignedPropertiesType': 'xades:SignedProperties',
    'xades:SignedSignaturePropertiesType': 'xades:SignedSignatureProperties',
    'xades:SignerRoleType': 'xades:SignerRole',
    'xades:UnsignedDataObjectPropertiesType': 'xades:UnsignedDataObjectProperties',
    'xades:UnsignedPropertiesType': 'xades:UnsignedProperties',
    'xades:UnsignedSignaturePropertiesType': 'xades:UnsignedSignatureProperties',
    'xades:XAdESTimeStampType':
      'xades141:ArchiveTimeStampV2 xades:AllDataObjectsTimeStamp xades:ArchiveTimeStamp xades:IndividualDataObjectsTimeStamp xades:RefsOnlyTimeStamp xades:SigAndRefsTimeStamp xades:SignatureTimeStamp xades:XAdESTimeStamp',
  },
};
