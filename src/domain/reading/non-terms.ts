/**
 * Elements and attributes of invoices that are no business term, each with the reason why reading passes them by.
 * `end` is the end of the element path, without prefixes; an attribute is the last step and begins with '@'.
 */
export interface NonTerm {
  readonly syntax: 'ubl' | 'cii';
  readonly end: string;
  readonly reason: string;
}

const onlyVat = 'Names the tax; EN 16931 knows VAT alone, so it says nothing about the category beside it.';
const selects = 'Only tells the VAT identifier (BT-31, BT-48, BT-63) from another tax number; the code is no term.';

/** Sources: EN 16931-3-2:2020 and EN 16931-3-3:2020, which bind no term to these. */
export const nonTerms: readonly NonTerm[] = [
  { syntax: 'ubl', end: 'TaxCategory/TaxScheme/ID', reason: onlyVat },
  { syntax: 'ubl', end: 'ClassifiedTaxCategory/TaxScheme/ID', reason: onlyVat },
  { syntax: 'ubl', end: 'PartyTaxScheme/TaxScheme/ID', reason: selects },
  {
    syntax: 'ubl',
    end: 'AccountingCustomerParty/Party/PartyTaxScheme/CompanyID',
    reason: "A buyer's tax number other than a VAT identifier: only the seller has such a term (BT-32).",
  },
  {
    syntax: 'ubl',
    end: 'Line/DocumentReference/DocumentTypeCode',
    reason: 'Always 130: a document reference of a line is the invoiced object (BT-128) and nothing else.',
  },
  {
    syntax: 'ubl',
    end: 'PaymentMeans/CardAccount/NetworkID',
    reason: 'Demanded by the schema of UBL beside BT-87; the standard has no term for the card network.',
  },
  { syntax: 'cii', end: 'ApplicableTradeTax/TypeCode', reason: onlyVat },
  { syntax: 'cii', end: 'CategoryTradeTax/TypeCode', reason: onlyVat },
  {
    syntax: 'cii',
    end: 'BuyerTradeParty/SpecifiedTaxRegistration/ID',
    reason: "A buyer's tax number other than a VAT identifier: only the seller has such a term (BT-32).",
  },
  {
    syntax: 'cii',
    end: 'BuyerTradeParty/SpecifiedTaxRegistration/ID/@schemeID',
    reason: "A buyer's tax number other than a VAT identifier: only the seller has such a term (BT-32).",
  },
  {
    syntax: 'cii',
    end: 'SpecifiedProcuringProject/Name',
    reason: 'Demanded by the schema of CII beside BT-11, usually with a filler; the project is known by its id.',
  },
  {
    syntax: 'cii',
    end: 'SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery',
    reason: 'Demanded by the schema of CII even where nothing is delivered; without children it holds no term.',
  },
  {
    syntax: 'cii',
    end: 'SpecifiedLineTradeSettlement/AdditionalReferencedDocument/TypeCode',
    reason: 'Always 130: a document reference of a line is the invoiced object (BT-128) and nothing else.',
  },
  {
    syntax: 'cii',
    end: 'SpecifiedLineTradeSettlement/ApplicableTradeTax/ExemptionReason',
    reason: 'The standard gives an exemption reason to the VAT breakdown (BT-120), not to a line.',
  },
];
