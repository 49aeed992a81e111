import { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { decimalOf, onlyNumber, toCents, zero } from '../engine/numbers.js';
import { normalized, pathOf } from '../engine/path.js';
import type { Question, Rule, Test } from '../engine/rule.js';

const transaction = '/rsm:SupplyChainTradeTransaction';
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const breakdowns = '//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax';
// Lines that only group others or inform are not counted.
const detail = "[ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode='DETAIL']";
const cent = new Big('0.01');

/** Categories of VAT: the code in the document, the name in a rule's id. */
const categories: readonly (readonly [code: string, name: string])[] = [
  ['AE', 'AE'],
  ['E', 'E'],
  ['G', 'G'],
  ['K', 'IC'],
  ['L', 'AF'],
  ['M', 'AG'],
  ['O', 'O'],
  ['S', 'S'],
  ['Z', 'Z'],
];

/**
 * How EXTENDED compares the breakdown of VAT with what it breaks down (BR-FXEXT-…-01, -08 and -09): a category may
 * have several breakdowns, one for each reason of exemption, and a base may miss by a cent for each amount in it.
 */
export const extendedBreakdownRules: readonly Rule[] = [
  ...categories.flatMap(([code, name]): readonly Rule[] => [
    row(`${name}-01`, '/', ['BT-118'], () => usedAndBrokenDown(code)),
    row(name === 'S' ? 'S08b' : `${name}-08b`, taxed(code), ['BT-116', 'BT-118'], () =>
      eitherWay((byReason) => baseIsSum(code, byReason)),
    ),
    { ...row(`${name}-08ini`, taxed(code), ['BT-116', 'BT-118'], () => baseIsSum(code, false)), severity: 'warning' },
    { ...row(`${name}-08rev`, taxed(code), ['BT-116', 'BT-118'], () => baseIsSum(code, true)), severity: 'warning' },
  ]),
  row('S-09b', `${breakdowns}[ram:CategoryCode='S']`, ['BT-117', 'BT-116', 'BT-119'], () =>
    eitherWay((byReason) => taxIsRateOfBase('S', byReason)),
  ),
];

function row(id: string, on: string, terms: readonly string[], holds: Question): Rule {
  return { id: `BR-FXEXT-${id}`, on: { cii: on }, terms, holds: { cii: holds } };
}

function taxed(code: string): string {
  return `${breakdowns}[ram:CategoryCode='${code}'][ram:TypeCode%'VAT']`;
}

function eitherWay(test: (byReason: boolean) => Test): Test {
  const [byReason, whatever] = [test(true), test(false)];
  return (node, document) => byReason(node, document) || whatever(node, document);
}

/** A category that is used has a breakdown, and the other way round. */
function usedAndBrokenDown(code: string): Test {
  const of = (place: string): ReturnType<typeof pathOf> => pathOf(`${place}[ram:CategoryCode='${code}']`);
  const breakdown = of(breakdowns);
  const used = pathOf(
    [of('//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax'), of('//ram:CategoryTradeTax')]
      .map(({ text }) => text)
      .join(', '),
  );
  return (node, document) => breakdown.exists(node, document) === used.exists(node, document);
}

/** An amount under a tax: of a line, an allowance, a charge or a service. */
interface Taxed {
  readonly sign: 'lines' | 'allowances' | 'charges' | 'services';
  readonly amount: Big;
  readonly codes: readonly string[];
  readonly rates: readonly string[];
  readonly reason: string;
}

const rateOf = pathOf('ram:RateApplicablePercent');
const codeOf = pathOf('ram:CategoryCode');
const reasonCodes = pathOf('ram:ExemptionReasonCode');
const reasonTexts = pathOf('ram:ExemptionReason');

const places: readonly (readonly [sign: Taxed['sign'], at: string, amount: string, tax: string])[] = [
  [
    'lines',
    ['[!ram:AssociatedDocumentLineDocument/ram:LineStatusReasonCode]', detail]
      .map((lines) => `${transaction}/ram:IncludedSupplyChainTradeLineItem${lines}/ram:SpecifiedLineTradeSettlement`)
      .join(', '),
    'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
    'ram:ApplicableTradeTax',
  ],
  ['allowances', allowance('?false'), 'ram:ActualAmount', 'ram:CategoryTradeTax'],
  ['charges', allowance('?true'), 'ram:ActualAmount', 'ram:CategoryTradeTax'],
  ['services', `${settlement}/ram:SpecifiedLogisticsServiceCharge`, 'ram:AppliedAmount', 'ram:AppliedTradeTax'],
];

function allowance(indicator: string): string {
  return `${settlement}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator${indicator}]`;
}

const amountsKey = {};

function amountsOf(document: DocumentIndex): readonly Taxed[] {
  return document.once(amountsKey, () =>
    places.flatMap(([sign, at, amount, tax]) => {
      const [amounts, taxes] = [pathOf(amount), pathOf(tax)];
      return pathOf(at)
        .nodes(document.root, document)
        .map((node): Taxed => {
          const all = taxes.nodes(node, document);
          const values = amounts.values(node, document).map((text) => decimalOf(text) ?? zero);
          return {
            sign,
            amount: values.reduce((sum, value) => sum.plus(value), zero),
            codes: all.flatMap((one) => codeOf.values(one, document)),
            rates: all.flatMap((one) => rateOf.values(one, document)).map(canonical),
            reason: reasonOf(all, document),
          };
        });
    }),
  );
}

/** 19 and 19.00 are one rate. */
function canonical(text: string): string {
  return decimalOf(text)?.toString() ?? '';
}

function reasonOf(taxes: readonly DocumentNode[], document: DocumentIndex): string {
  const first = (path: typeof reasonCodes): string =>
    normalized(taxes.flatMap((one) => path.values(one, document))[0] ?? '');
  return JSON.stringify([first(reasonCodes), first(reasonTexts)]);
}

/** Amounts of one category, rate and reason, or of one category and rate, and what they come to. */
class Covered {
  readonly amounts: Taxed[] = [];
  private known: Big | null = null;

  /** Lines - allowances + charges + services, each sum rounded. */
  get sum(): Big {
    const of = (sign: Taxed['sign']): Big =>
      toCents(this.amounts.filter((one) => one.sign === sign).reduce((total, { amount }) => total.plus(amount), zero));
    return (this.known ??= of('lines').minus(of('allowances')).plus(of('charges')).plus(of('services')));
  }
}

const nothingCovered = new Covered();
const knownCodes: ReadonlySet<string> = new Set(categories.map(([code]) => code));
const coveredKey = {};

/** Found once per document: breakdowns and lines may both be many. "Not subject to VAT" has no rate. */
function coveredIn(document: DocumentIndex): ReadonlyMap<string, Covered> {
  return document.once(coveredKey, () => {
    const groups = new Map<string, Covered>();
    for (const amount of amountsOf(document)) {
      for (const key of keysOf(amount)) {
        const group = groups.get(key) ?? new Covered();
        group.amounts.push(amount);
        groups.set(key, group);
      }
    }
    return groups;
  });
}

function keysOf({ codes, rates, reason }: Taxed): readonly string[] {
  const keys = [...new Set(codes)]
    .filter((code) => knownCodes.has(code))
    .flatMap((code) => (code === 'O' ? [''] : [...new Set(rates)]).map((rate) => `${code} ${rate}`));
  return keys.flatMap((key) => [key, `${key} ${reason}`]);
}

/** The amounts a breakdown stands for. Null where the breakdown lacks its rate. */
function coveredBy(node: DocumentNode, document: DocumentIndex, code: string, byReason: boolean): Covered | null {
  const [rate] = rateOf.values(node, document);
  if (rate === undefined && code !== 'O') return null;
  const key = `${code} ${code === 'O' ? '' : canonical(rate ?? '')}`;
  return coveredIn(document).get(byReason ? `${key} ${reasonOf([node], document)}` : key) ?? nothingCovered;
}

/** Base = lines - allowances + charges + services, each sum rounded, but for a cent for each amount. */
function baseIsSum(code: string, byReason: boolean): Test {
  const base = pathOf('ram:BasisAmount');
  return (node, document) => {
    const given = onlyNumber(base.values(node, document));
    const covered = coveredBy(node, document, code, byReason);
    if (given === null || covered === null) return false;
    return given.minus(covered.sum).abs().lte(cent.times(covered.amounts.length));
  };
}

/** Tax = base × rate, but for a cent for each amount. */
function taxIsRateOfBase(code: string, byReason: boolean): Test {
  const [base, tax] = [pathOf('ram:BasisAmount'), pathOf('ram:CalculatedAmount')];
  return (node, document) => {
    const [given, of, rate] = [tax, base, rateOf].map((path) => onlyNumber(path.values(node, document)));
    const covered = coveredBy(node, document, code, byReason);
    if (!given || !of || !rate || covered === null) return false;
    return given
      .minus(toCents(of.times(rate).div(100)))
      .abs()
      .lte(cent.times(covered.amounts.length));
  };
}
