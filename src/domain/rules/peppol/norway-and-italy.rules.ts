import { normalized } from '../engine/path.js';
import { any, exists, inSyntax, not, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { passesModulo11 } from './check-digits.js';
import { suppliedFrom } from './countries.js';

const isNorwegian = suppliedFrom('NO');
const isItalian = suppliedFrom('IT');
const supplier = { ubl: '//cac:AccountingSupplierParty/cac:Party', cii: '//ram:SellerTradeParty' };
const register = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~'TAX']/cbc:CompanyID";
const ciiTaxNumber = "ram:ID[@schemeID~'FC']";

/** What Norwegian suppliers must state (NO-R). */
const norwegianRules: readonly Rule[] = [
  {
    id: 'NO-R-001',
    on: supplier,
    when: isNorwegian,
    terms: ['BT-31'],
    holds: inSyntax({
      ubl: isNorwegianVat("cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~'VAT']/cbc:CompanyID"),
      cii: isNorwegianVat("ram:SpecifiedTaxRegistration[ram:ID/@schemeID='VAT']/ram:ID"),
    }),
  },
  {
    id: 'NO-R-002',
    on: supplier,
    when: isNorwegian,
    terms: ['BT-32'],
    holds: inSyntax({
      ubl: exists(`${register}[.~'Foretaksregisteret']`),
      cii: exists("ram:SpecifiedTaxRegistration/ram:ID[@schemeID='FC'][.~'Foretaksregisteret']"),
    }),
    severity: 'warning',
  },
];

/** What Italian suppliers must state (IT-R). */
const italianRules: readonly Rule[] = [
  {
    id: 'IT-R-001',
    on: {
      ubl: `${supplier.ubl}/cac:PartyTaxScheme[!cac:TaxScheme/cbc:ID~'VAT']`,
      cii: `${supplier.cii}/ram:SpecifiedTaxRegistration`,
    },
    when: isItalian,
    terms: ['BT-32'],
    quotes: { ubl: 'cbc:CompanyID', cii: 'ram:ID' },
    holds: inSyntax({
      ubl: someText('cbc:CompanyID', isItalianNumber),
      cii: any(exists("ram:ID[!@schemeID~'FC']"), someText(ciiTaxNumber, isItalianNumber)),
    }),
  },
  addressRule('IT-R-002', 'BT-35', 'cbc:StreetName', 'ram:LineOne'),
  addressRule('IT-R-003', 'BT-37', 'cbc:CityName', 'ram:CityName'),
  addressRule('IT-R-004', 'BT-38', 'cbc:PostalZone', 'ram:PostcodeCode'),
];

export const norwegianAndItalianRules: readonly Rule[] = [...norwegianRules, ...italianRules];

function addressRule(id: string, term: string, ubl: string, cii: string): Rule {
  const holds = { ubl: exists(`cac:PostalAddress/${ubl}`), cii: exists(`ram:PostalTradeAddress/${cii}`) };
  return { id, on: supplier, when: isItalian, terms: [term], holds };
}

/** NO, nine digits with a check digit, MVA; a number of another country is not looked at. */
function isNorwegianVat(path: string): Question {
  return any(
    not(someText(path, (value) => value.startsWith('NO'))),
    someText(path, (value) => /^NO[0-9]{9}MVA$/.test(value) && passesModulo11(value.slice(2, 11))),
  );
}

function isItalianNumber(value: string): boolean {
  return /^[A-Z0-9]{11,16}$/.test(normalized(value));
}
