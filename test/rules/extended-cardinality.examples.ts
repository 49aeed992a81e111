import { after, drop, type Edit } from './sample-documents.js';

/** Number of a rule of EXTENDED (FX-SCH-A-000…), an element, and which of its name in the sample (counted from 1). */
type Row = readonly [number: string, element: string, which: number];

/** Rules that demand an element: broken once it is taken away. */
const demanded: readonly Row[] = [
  ['019', 'ram:ID', 3],
  ['020', 'ram:TypeCode', 1],
  ['027', 'ram:SellerTradeParty', 1],
  ['028', 'ram:BuyerTradeParty', 1],
  ['030', 'ram:Name', 3],
  ['032', 'ram:PostalTradeAddress', 1],
  ['035', 'ram:CountryID', 1],
  ['038', 'ram:InvoiceCurrencyCode', 1],
  ['039', 'ram:SpecifiedTradeSettlementHeaderMonetarySummation', 1],
  ['041', 'ram:TaxBasisTotalAmount', 1],
  ['043', 'ram:GrandTotalAmount', 1],
  ['044', 'ram:DuePayableAmount', 1],
  ['168', 'ram:URIID', 3],
  ['169', 'ram:SpecifiedTaxRegistration', 2],
  ['171', 'ram:OccurrenceDateTime', 1],
  ['173', 'ram:ApplicableTradeTax', 2],
  ['176', 'ram:CalculatedAmount', 1],
  ['177', 'ram:BasisAmount', 1],
  ['178', 'ram:CategoryCode', 2],
  ['184', 'ram:ActualAmount', 4],
  ['185', 'ram:CategoryTradeTax', 1],
  ['189', 'ram:LineTotalAmount', 2],
  ['265', 'ram:IncludedSupplyChainTradeLineItem', 1],
  ['266', 'ram:AssociatedDocumentLineDocument', 1],
  ['267', 'ram:SpecifiedTradeProduct', 1],
  ['270', 'ram:LineID', 1],
  ['273', 'ram:ChargeAmount', 1],
  ['406', 'ram:ID', 1],
  ['409', 'ram:Name', 2],
  ['415', 'ram:IssuerAssignedID', 5],
  ['419', 'ram:PostalTradeAddress', 2],
  ['422', 'ram:CountryID', 2],
  ['430', 'ram:IssuerAssignedID', 2],
  ['431', 'ram:Name', 4],
  ['432', 'ram:PostalTradeAddress', 3],
  ['433', 'ram:CountryID', 3],
  ['445', 'ram:URIID', 2],
  ['455', 'ram:CountryID', 4],
  ['469', 'ram:Name', 5],
  ['474', 'ram:CategoryCode', 3],
  ['478', 'ram:ActualAmount', 5],
  ['479', 'ram:CategoryTradeTax', 2],
  ['481', 'ram:CategoryCode', 4],
  ['488', 'ram:TypeCode', 6],
  ['531', 'ram:ActualAmount', 1],
  ['532', 'ram:ChargeAmount', 2],
  ['544', 'ram:ActualAmount', 2],
  ['547', 'ram:ActualAmount', 3],
  ['550', 'ram:Name', 1],
  ['563', 'ram:IssuerAssignedID', 3],
  ['577', 'ram:URIID', 1],
  ['578', 'ram:CompleteNumber', 1],
  ['615', 'ram:IssuerAssignedID', 1],
  ['616', 'ram:TypeCode', 3],
  ['627', 'ram:ID', 4],
];

/** Rules that allow an element once: broken by a second one like it. */
const allowedOnce: readonly Row[] = [
  ['024', 'ram:BusinessProcessSpecifiedDocumentContextParameter', 1],
  ['025', 'ram:GuidelineSpecifiedDocumentContextParameter', 1],
  ['033', 'ram:SpecifiedTaxRegistration', 1],
  ['161', 'ram:SubjectCode', 1],
  ['165', 'ram:URIUniversalCommunication', 2],
  ['183', 'ram:ChargeIndicator', 4],
  ['187', 'ram:Description', 2],
  ['190', 'ram:ChargeTotalAmount', 1],
  ['191', 'ram:AllowanceTotalAmount', 1],
  ['193', 'ram:TotalPrepaidAmount', 1],
  ['194', 'ram:PayeePartyCreditorFinancialAccount', 1],
  ['284', 'ram:AttachmentBinaryObject', 1],
  ['290', 'ram:RoundingAmount', 1],
  ['407', 'ram:ID', 2],
  ['412', 'ram:ID', 6],
  ['439', 'ram:URIUniversalCommunication', 1],
  ['477', 'ram:ChargeIndicator', 5],
  ['530', 'ram:ChargeIndicator', 1],
  ['543', 'ram:ChargeIndicator', 2],
  ['546', 'ram:ChargeIndicator', 3],
  ['564', 'ram:TypeCode', 4],
];

const again =
  (element: string, which: number): Edit =>
  (xml) => {
    const found = [...xml.matchAll(new RegExp(`<${element}(?=[ >])[^>]*>[\\s\\S]*?</${element}>`, 'g'))][
      which - 1
    ]?.[0];
    return after(element, found ?? '', which)(xml);
  };

const rule = (number: string): string => `FX-SCH-A-000${number}`;

export const cardinalityExamples: readonly (readonly [rule: string, edit: Edit])[] = [
  ...demanded.map(([number, element, which]) => [rule(number), drop(element, which)] as const),
  ...allowedOnce.map(([number, element, which]) => [rule(number), again(element, which)] as const),
];
