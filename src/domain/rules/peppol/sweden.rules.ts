import { doubleOf } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import { exists, inSyntax, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { passesSwedishCheck } from './check-digits.js';
import { bothHold, residesIn, type When } from './countries.js';

const agreement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const resident = {
  ubl: "//cac:AccountingSupplierParty/cac:Party[cac:PostalAddress/cac:Country/cbc:IdentificationCode='SE']",
  cii: `${agreement}/ram:SellerTradeParty[ram:PostalTradeAddress/ram:CountryID='SE']`,
};
const vatId = {
  ubl: "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID",
  cii: "ram:SpecifiedTaxRegistration/ram:ID[@schemeID='VAT']",
};
const organisation = {
  ubl: `${resident.ubl}/cac:PartyLegalEntity[cbc:CompanyID]`,
  cii: `${resident.cii}/ram:SpecifiedLegalOrganization[ram:ID]`,
};
const number = { ubl: 'cbc:CompanyID', cii: 'ram:ID' };
const isSwedish = residesIn('seller', 'SE');
const ciiMeans =
  '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans';

/** What Swedish suppliers must state (SE-R). */
export const swedishRules: readonly Rule[] = [
  vatRule('SE-R-001', (value) => Array.from(normalized(value)).length === 14),
  vatRule('SE-R-002', (value) => isNumber(value.slice(2, 14))),
  organisationRule('SE-R-003', isNumber),
  organisationRule('SE-R-004', (value) => Array.from(normalized(value)).length === 10),
  {
    id: 'SE-R-005',
    on: {
      ubl: `${resident.ubl}[cac:PartyLegalEntity/cbc:CompanyID]/cac:PartyTaxScheme[!cac:TaxScheme/cbc:ID^'VAT']/cbc:CompanyID`,
      cii: `${resident.cii}[ram:SpecifiedLegalOrganization/ram:ID]/ram:SpecifiedTaxRegistration/ram:ID[@schemeID='FC']`,
    },
    terms: ['BT-32'],
    quotes: '.',
    holds: someText('.', (value) => normalized(value.toUpperCase()) === 'GODKÄND FÖR F-SKATT'),
  },
  {
    id: 'SE-R-006',
    // CII forgets to ask for the category S.
    on: {
      ubl: "//cac:TaxCategory|cac:ClassifiedTaxCategory[cbc:ID='S']",
      cii: '//ram:ApplicableTradeTax|ram:CategoryTradeTax',
    },
    when: hasSwedishVat(),
    terms: ['BT-119', 'BT-152'],
    quotes: { ubl: 'cbc:Percent', cii: 'ram:RateApplicablePercent' },
    holds: inSyntax({
      ubl: someText('cbc:Percent', isSwedishRate),
      cii: someText('ram:RateApplicablePercent', isSwedishRate),
    }),
  },
  giroRule('SE-R-007', 'SE:PLUSGIRO', isNumber),
  giroRule('SE-R-008', 'SE:BANKGIRO', isNumber),
  giroRule('SE-R-009', 'SE:BANKGIRO', (value) => [7, 8].includes(Array.from(normalized(value)).length)),
  giroRule('SE-R-010', 'SE:PLUSGIRO', (value) => /^.{2,8}$/su.test(normalized(value))),
  meansRule('SE-R-011', isSwedish, '50|56'),
  meansRule('SE-R-012', bothHold(isSwedish, residesIn('buyer', 'SE')), '31'),
  organisationRule('SE-R-013', (value) => passesSwedishCheck(normalized(value))),
];

function vatRule(id: string, accepts: (value: string) => boolean): Rule {
  return {
    id,
    on: {
      ubl: `${resident.ubl}[${vatId.ubl}]`,
      cii: `${resident.cii}[${vatId.cii}]`,
    },
    terms: ['BT-31'],
    quotes: vatId,
    holds: inSyntax({ ubl: ofSwedishVat(vatId.ubl, accepts), cii: ofSwedishVat(vatId.cii, accepts) }),
  };
}

function ofSwedishVat(path: string, accepts: (value: string) => boolean): Question {
  const places = pathOf(path);
  return () => (node, document) => {
    const values = places.values(node, document);
    return !values.some((value) => value.startsWith('SE')) || values.some(accepts);
  };
}

function hasSwedishVat(): When {
  const paths = {
    ubl: pathOf(`${resident.ubl}/${vatId.ubl}`),
    cii: pathOf(`${resident.cii}/${vatId.cii}`),
  };
  return (document) => paths[document.syntax].values(document.root, document).some((value) => value.startsWith('SE'));
}

function organisationRule(id: string, accepts: (value: string) => boolean): Rule {
  const holds = inSyntax({ ubl: someText(number.ubl, accepts), cii: someText(number.cii, accepts) });
  return { id, on: organisation, terms: ['BT-30'], quotes: number, holds };
}

/** Accounts of the Swedish giros are told by the code of the bank. */
function giroRule(id: string, bank: string, accepts: (value: string) => boolean): Rule {
  return {
    id,
    on: {
      ubl: `//cac:PaymentMeans[cbc:PaymentMeansCode~'30'][cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID~'${bank}']/cac:PayeeFinancialAccount/cbc:ID`,
      cii: `${ciiMeans}[ram:TypeCode~'30'][ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID~'${bank}']/ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID`,
    },
    when: isSwedish,
    terms: ['BT-84'],
    quotes: '.',
    holds: someText('.', accepts),
    severity: 'warning',
  };
}

/** A code that Swedish suppliers should not use at all. */
function meansRule(id: string, when: When, codes: string): Rule {
  const [ubl, cii] = [`cbc:PaymentMeansCode`, 'ram:TypeCode'];
  return {
    id,
    on: { ubl: `//cac:PaymentMeans[${ubl}='${codes}']`, cii: `${ciiMeans}[${cii}~'${codes}']` },
    when,
    terms: ['BT-81'],
    quotes: { ubl, cii },
    holds: not(exists('.')),
    severity: 'warning',
  };
}

function isSwedishRate(value: string): boolean {
  return [25, 12, 6].includes(doubleOf(value));
}

function isNumber(value: string): boolean {
  return !Number.isNaN(doubleOf(value));
}
