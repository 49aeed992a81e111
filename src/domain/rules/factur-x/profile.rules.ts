import { codesIn } from '../code-lists/code-list.js';
import { codeLists, type CodeListName } from '../code-lists/code-lists.table.js';
import { attributeOf, type DocumentIndex, type DocumentNode } from '../document-index.js';
import { normalized, pathOf } from '../engine/path.js';
import { count, exists, someText } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import { cardinalities, codedPlaces, type CodedPlace } from './cardinality.table.js';
import { extendedCardinalities } from './extended-cardinality.table.js';
import { extendedCodes } from './extended-codes.table.js';

/** The profiles of Factur-X whose documents have a rule book. */
export type FacturXProfile = 'minimum' | 'basic-wl' | 'basic' | 'en16931' | 'extended';

const settlement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const summation = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const currencies = { invoice: 'ram:InvoiceCurrencyCode', accounting: 'ram:TaxCurrencyCode' } as const;

/** Numbers of the two rules on the codes of tax totals, by profile: invoice's currency, accounting currency. */
const taxTotalCodes: Readonly<Partial<Record<FacturXProfile, readonly [string, string]>>> = {
  minimum: ['045', '414'],
  'basic-wl': ['486', '487'],
  basic: ['525', '526'],
  en16931: ['606', '607'],
  extended: ['1006', '1007'],
};

/** What a profile asks of its own elements (FX-SCH); the rows of a profile are those that its list of rules names. */
export function profileRules(profile: FacturXProfile): readonly Rule[] {
  return [
    ...[...cardinalities, ...(profile === 'extended' ? extendedCardinalities : [])].flatMap(([at, rules]) =>
      rules.split(', ').map((rule) => placeRule(at, rule)),
    ),
    ...codedPlaces.flatMap((place) => codedRule(place, profile)),
    taxTotalCount('042', currencies.invoice),
    taxTotalCount('192', currencies.accounting),
    ...taxTotalCodeRules(taxTotalCodes[profile]),
    ...(profile === 'extended' ? lineTaxTotalRules : []),
    guidelineRule(profile),
    { id: 'PEPPOL-EN16931-R008', on: { cii: '//*' }, terms: [], holds: { cii: holdsSomething }, severity: 'warning' },
  ];
}

/** EXTENDED asks the same of the tax totals of a line. */
const lineSummation =
  '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation';
const lineTaxTotalRules: readonly Rule[] = [
  taxTotalCount('387', currencies.invoice, lineSummation),
  taxTotalCount('388', currencies.accounting, lineSummation),
  ...taxTotalCodeRules(['1142', '1143'], lineSummation),
];

/** The specification identifiers of a profile, with the number of the rule that asks for them. */
const guidelines: Readonly<Record<FacturXProfile, readonly [number: string, ...ids: string[]]>> = {
  minimum: ['026', 'urn:factur-x.eu:1p0:minimum', 'urn:zugferd.de:2p0:minimum'],
  'basic-wl': ['418', 'urn:factur-x.eu:1p0:basicwl', 'urn:zugferd.de:2p0:basicwl'],
  basic: [
    '493',
    'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
    'urn:cen.eu:en16931:2017#compliant#urn:zugferd.de:2p0:basic',
  ],
  en16931: ['556', 'urn:cen.eu:en16931:2017'],
  extended: [
    '636',
    'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
    'urn:cen.eu:en16931:2017#conformant#urn:zugferd.de:2p0:extended',
  ],
};

function guidelineRule(profile: FacturXProfile): Rule {
  const [number, ...ids] = guidelines[profile];
  return {
    id: idOf(number),
    on: { cii: '/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID' },
    terms: ['BT-24'],
    quotes: '.',
    holds: { cii: someText('.', (id) => id === '' || ids.includes(id)) },
  };
}

function idOf(number: string): string {
  return `FX-SCH-A-${number.padStart(6, '0')}`;
}

const limits: Readonly<Record<string, (number: number) => boolean>> = {
  '=1': (number) => number === 1,
  '<=1': (number) => number <= 1,
  '<=2': (number) => number <= 2,
  '>=1': (number) => number >= 1,
};

/** `019 =1 ram:ID`, `021 @format` or `022 @format in day`. */
function placeRule(at: string, text: string): Rule {
  const [number = '', limit = '', element = '', list] = text.split(' ');
  if (element === 'in' && list !== undefined) return coded(number, at, limit, list);
  const accepts = limits[limit];
  const holds = accepts ? count(element, accepts) : exists(limit);
  return { id: idOf(number), on: { cii: at }, terms: [], quotes: accepts ? element : '.', holds: { cii: holds } };
}

/** An empty value passes: only a wrong code is a wrong code. */
function codedRule({ at, value, codes, rules }: CodedPlace, profile: FacturXProfile): readonly Rule[] {
  const number = rules[profile];
  return number === undefined ? [] : [coded(number, at, value, codes)];
}

function coded(number: string, at: string, value: string, codes: string): Rule {
  const path = pathOf(value);
  const allowed = new Set(codes.startsWith(':') ? codes.slice(1).split(' ') : codes.split('+').flatMap(codesOf));
  const holds: Question = () => (node, document) =>
    path.values(node, document).every((code) => code === '' || allowed.has(code));
  return { id: idOf(number), on: { cii: at }, terms: [], quotes: value, holds: { cii: holds } };
}

function codesOf(list: string): readonly string[] {
  const own = extendedCodes[list];
  if (own !== undefined) return own.split(' ');
  if (!isListName(list)) throw new Error(`there is no code list ${list}`);
  return [...codesIn(list)];
}

function isListName(name: string): name is CodeListName {
  return name in codeLists;
}

function currencyOf(path: string): (document: DocumentIndex) => readonly string[] {
  const currency = pathOf(`${settlement}/${path}`);
  return (document) => currency.values(document.root, document);
}

function taxTotalCount(number: string, currency: string, at = summation): Rule {
  const [totals, codes] = [pathOf('ram:TaxTotalAmount'), currencyOf(currency)];
  const holds: Question = () => (node, document) =>
    totals.nodes(node, document).filter((total) => carries(total, codes(document))).length <= 1;
  return { id: idOf(number), on: { cii: at }, terms: ['BT-110', 'BT-111'], holds: { cii: holds } };
}

/** A total in both currencies at once is looked at as one in the invoice's. */
function taxTotalCodeRules(numbers: readonly [string, string] | undefined, at = summation): readonly Rule[] {
  const [invoice, accounting] = numbers ?? [];
  if (invoice === undefined || accounting === undefined) return [];
  const [mine, theirs] = [currencyOf(currencies.invoice), currencyOf(currencies.accounting)];
  const holds =
    (applies: (total: DocumentNode, document: DocumentIndex) => boolean): Question =>
    () =>
    (total, document) =>
      !applies(total, document) || codesIn('iso-4217').has(attributeOf(total, 'currencyID') ?? '');
  const isMine = (total: DocumentNode, document: DocumentIndex): boolean => carries(total, mine(document));
  const row = (number: string, question: Question): Rule => ({
    id: idOf(number),
    on: { cii: `${at}/ram:TaxTotalAmount` },
    terms: [],
    quotes: '@currencyID',
    holds: { cii: question },
  });
  return [
    row(invoice, holds(isMine)),
    row(
      accounting,
      holds((total, document) => !isMine(total, document) && carries(total, theirs(document))),
    ),
  ];
}

function carries(total: DocumentNode, codes: readonly string[]): boolean {
  const code = attributeOf(total, 'currencyID');
  return code !== null && codes.includes(code);
}

/** Every element without children holds text; an attachment's bytes are kept apart from it. */
function holdsSomething(): ReturnType<Question> {
  return ({ children, element }) => {
    if (children.length > 0 || normalized(element.text) !== '') return true;
    return !!element.binary && element.binary.end > element.binary.start;
  };
}
