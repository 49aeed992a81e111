import { normalized } from '../engine/path.js';
import { inSyntax, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import type { Severity } from '../../validation/finding.js';
import {
  isAustralianNumber,
  isBelgianNumber,
  isGln,
  isItalianTaxCode,
  isItalianVatNumber,
  isNorwegianNumber,
  passesAustralianCheck,
  passesSwedishCheck,
} from './check-digits.js';

/** An identifier scheme whose numbers have a form: rule, scheme, form. */
interface Row {
  readonly id: string;
  readonly scheme: string;
  readonly accepts: (value: string) => boolean;
  /** Where the CII test is laxer. */
  readonly acceptsInCii?: (value: string) => boolean;
  readonly severity?: Severity;
  /** Whether blanks around the number count. Default: they do not. */
  readonly asWritten?: true;
  /** Electronic addresses alone, or identifiers of parties too. */
  readonly only?: 'endpoint';
  /** UBL has more of these rules than CII, CII one more than UBL. */
  readonly syntax?: 'ubl' | 'cii';
}

const matches =
  (form: RegExp) =>
  (value: string): boolean =>
    form.test(value);

const rows: readonly Row[] = [
  { id: 'R040', scheme: '0088', accepts: isGln },
  { id: 'R041', scheme: '0192', accepts: isNorwegianNumber },
  { id: 'R042', scheme: '0184', accepts: matches(/^(?:DK)?[0-9]{8}$/), asWritten: true },
  { id: 'R043', scheme: '0208', accepts: isBelgianNumber },
  { id: 'R044', scheme: '0201', accepts: matches(/^[A-Za-z0-9]{6}$/), severity: 'warning' },
  { id: 'R045', scheme: '0210', accepts: isItalianTaxCode, severity: 'warning' },
  { id: 'R046', scheme: '9907', accepts: isItalianTaxCode, severity: 'warning', only: 'endpoint' },
  { id: 'R047', scheme: '0211', accepts: isItalianVatNumber, severity: 'warning' },
  { id: 'R048', scheme: '9906', accepts: isItalianVatNumber, severity: 'warning', only: 'endpoint', syntax: 'cii' },
  { id: 'R049', scheme: '0007', accepts: isSwedishNumber },
  { id: 'R050', scheme: '0151', accepts: isAustralianNumber, acceptsInCii: passesAustralianCheck },
  { id: 'R052', scheme: '0096', accepts: matches(/^[0-9]{10}$/), asWritten: true, syntax: 'ubl' },
  { id: 'R053', scheme: '0198', accepts: matches(/^DK[0-9]{8}$/), asWritten: true, syntax: 'ubl' },
  { id: 'R054', scheme: '0106', accepts: matches(/^[0-9]{8}$/), severity: 'warning', syntax: 'ubl' },
  { id: 'R055', scheme: '0190', accepts: matches(/^[0-9]{20}$/), severity: 'warning', syntax: 'ubl' },
  { id: 'R056-1', scheme: '9944', accepts: isDutchVatNumber, severity: 'warning', syntax: 'ubl' },
  { id: 'R057', scheme: '0217', accepts: matches(/^[0-9]{12}$/), severity: 'warning', syntax: 'ubl' },
];

/** Identifiers by their scheme (PEPPOL-COMMON): the form and check digits that the issuer of the numbers defines. */
export const identifierRules: readonly Rule[] = [
  ...rows.map(identifierRule),
  {
    id: 'PEPPOL-COMMON-R056-2',
    on: { ubl: `//cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~'VAT']/cbc:CompanyID[!@schemeID], ${otherSchemes()}` },
    terms: ['BT-31'],
    quotes: '.',
    holds: {
      ubl: someText('.', (value) => !normalized(value).startsWith('NL') || isDutchVatNumber(normalized(value))),
    },
    severity: 'warning',
  },
];

function identifierRule({ id, scheme, accepts, acceptsInCii = accepts, severity, asWritten, only, syntax }: Row): Rule {
  const holds = (test: Row['accepts']): Question =>
    someText('.', (value) => test(asWritten ? value : normalized(value)));
  const of = `[@schemeID='${scheme}']`;
  const ubl = only
    ? `//cbc:EndpointID${of}`
    : `//cbc:EndpointID${of}, //cac:PartyIdentification/cbc:ID${of}, //cbc:CompanyID${of}`;
  const cii = only ? `//ram:URIID${of}` : `//ram:URIID|ram:ID|ram:GlobalID${of}`;
  return {
    id: `PEPPOL-COMMON-${id}`,
    on: syntax === 'ubl' ? { ubl } : syntax === 'cii' ? { cii } : { ubl, cii },
    terms: [],
    quotes: '.',
    holds: inSyntax({ ubl: holds(accepts), cii: holds(acceptsInCii) }),
    severity: severity ?? 'fatal',
  };
}

/** A VAT identifier with one of the schemes above is looked at by that scheme's rule alone. */
function otherSchemes(): string {
  const known = rows.filter(({ only, syntax }) => only === undefined && syntax !== 'cii').map(({ scheme }) => scheme);
  return `//cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~'VAT']/cbc:CompanyID[@schemeID][!@schemeID='${known.join('|')}']`;
}

function isSwedishNumber(value: string): boolean {
  return value.length === 10 && passesSwedishCheck(value);
}

function isDutchVatNumber(value: string): boolean {
  return /^NL[0-9]{9}B[0-9]{2}$/.test(value);
}
