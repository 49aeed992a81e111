import type { DocumentIndex } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';

const agreement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const ublVat = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID";
// Officially `VAT`, although CII writes `VA`: in practice the address decides.
const ciiVat = "ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VAT']";
const ublCountry = 'cac:PostalAddress/cac:Country/cbc:IdentificationCode';
const ciiCountry = 'ram:PostalTradeAddress/ram:CountryID';

/** The parties whose country decides about national rules. */
export type CountryParty = 'seller' | 'buyer' | 'representative';

const parties = {
  ubl: {
    seller: '/cac:AccountingSupplierParty/cac:Party',
    buyer: '/cac:AccountingCustomerParty/cac:Party',
    representative: '/cac:TaxRepresentativeParty',
  },
  cii: {
    seller: `${agreement}/ram:SellerTradeParty`,
    buyer: `${agreement}/ram:BuyerTradeParty`,
    representative: `${agreement}/ram:SellerTaxRepresentativeTradeParty`,
  },
} as const;

const places = {
  address: { ubl: ublCountry, cii: ciiCountry },
  vat: { ubl: ublVat, cii: ciiVat },
} as const;

/** Whether a rule applies to a document. */
export type When = (document: DocumentIndex) => boolean;

/** The country by which a supplier is judged: of its VAT identifier, else its tax representative's, else its address. */
export function suppliedFrom(...codes: readonly string[]): When {
  return (document) => codes.includes(firstCountry(document, supplierSources, supplierKey));
}

/** The same for the buyer, who has no representative. */
export function suppliedTo(...codes: readonly string[]): When {
  return (document) => codes.includes(firstCountry(document, customerSources, customerKey));
}

/** The supplier's country by its own VAT identifier or address, whoever represents it. */
export function suppliedItselfFrom(...codes: readonly string[]): When {
  return (document) => codes.includes(firstCountry(document, ownSources, ownKey));
}

/** The country of a party's address, exactly as written. */
export function residesIn(party: CountryParty, code: string): When {
  return (document) => valuesOf(document, party, 'address').includes(code);
}

/** The country of a party's address, trimmed and in capitals. */
export function residesAbout(party: CountryParty, code: string): When {
  return (document) => valuesOf(document, party, 'address').some((value) => folded(value) === code);
}

export function bothHold(...tests: readonly When[]): When {
  return (document) => tests.every((test) => test(document));
}

type Source = readonly [party: CountryParty, place: keyof typeof places];

const ownSources: readonly Source[] = [
  ['seller', 'vat'],
  ['seller', 'address'],
];
const supplierSources: readonly Source[] = [
  ['seller', 'vat'],
  ['representative', 'vat'],
  ['seller', 'address'],
];
const customerSources: readonly Source[] = [
  ['buyer', 'vat'],
  ['buyer', 'address'],
];
const [ownKey, supplierKey, customerKey] = [{}, {}, {}];

function firstCountry(document: DocumentIndex, sources: readonly Source[], key: object): string {
  return document.once(key, () => {
    for (const [party, place] of sources) {
      const [value] = valuesOf(document, party, place);
      if (value === undefined || (place === 'vat' && value === '')) continue;
      return folded(place === 'vat' ? value.slice(0, 2) : value);
    }
    return 'XX';
  });
}

function valuesOf(document: DocumentIndex, party: CountryParty, place: keyof typeof places): readonly string[] {
  const { syntax } = document;
  return pathOf(`${parties[syntax][party]}/${places[place][syntax]}`).values(document.root, document);
}

function folded(value: string): string {
  return normalized(value).toUpperCase();
}
