import type { VatFamily } from './vat-family.table.js';

/** Where a VAT category stands in a syntax: as contexts of rules, and as uses to count. */
export interface VatPlaces {
  readonly line: string;
  readonly allowance: string;
  readonly charge: string;
  readonly breakdown: string;
  readonly anyLine: string;
  readonly anyAllowance: string;
  readonly anyCharge: string;
  /** UBL: whatever counts as a use beside lines. CII: every breakdown of the category. */
  readonly anyUse: string;
  /** What -01 counts. */
  readonly countedLine: string;
  readonly countedBreakdown: string;
}

/** UBL trims the code, and takes a category for VAT by its scheme, trimmed and upper-cased. */
export function ublPlaces({ code, breakdowns, ublAnyScheme }: VatFamily): VatPlaces {
  const coded = `[cbc:ID~'${code}']`;
  const category = `${coded}[cac:TaxScheme/cbc:ID^'VAT']`;
  const counted = ublAnyScheme === true ? coded : category;
  const allowance = `//cac:AllowanceCharge[cbc:ChargeIndicator?false]/cac:TaxCategory${category}`;
  const charge = `//cac:AllowanceCharge[cbc:ChargeIndicator?true]/cac:TaxCategory${category}`;
  return {
    line: `//cac:InvoiceLine|cac:CreditNoteLine/cac:Item/cac:ClassifiedTaxCategory${category}`,
    allowance,
    charge,
    breakdown: `/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory${category}`,
    anyLine: `//cac:ClassifiedTaxCategory${category}`,
    anyAllowance: code === 'O' ? allowance.slice(1) : allowance,
    anyCharge: code === 'O' ? charge.slice(1) : charge.replace(code === 'L' ? "~'L'" : '', code === 'L' ? "='L'" : ''),
    anyUse:
      breakdowns === 'atLeastOne' ? `//cac:AllowanceCharge/cac:TaxCategory${counted}` : `//cac:TaxCategory${category}`,
    countedLine: `//cac:ClassifiedTaxCategory${counted}`,
    countedBreakdown: `/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory${counted}`,
  };
}

/** CII compares the code as it stands, and looks at the type code in most contexts. */
export function ciiPlaces({ code, ciiTypeChecked }: VatFamily): VatPlaces {
  const coded = `[ram:CategoryCode='${code}']`;
  const category = `${coded}[ram:TypeCode%'VAT']`;
  const allowance = (indicator: string): string =>
    `//ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator?${indicator}]/ram:CategoryTradeTax${category}`;
  return {
    line: `//rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax${category}`,
    allowance: allowance('false'),
    charge: allowance('true'),
    breakdown: `//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax${ciiTypeChecked ? category : coded}`,
    anyLine: `//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax${coded}`,
    anyAllowance: `//ram:CategoryTradeTax${coded}`,
    anyCharge: `//ram:CategoryTradeTax${coded}`,
    anyUse: `//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax${coded}`,
    countedLine: `//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax${coded}`,
    countedBreakdown: `//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax${coded}`,
  };
}
