import type { Big } from 'big.js';
import type { DocumentIndex, RuleSyntax } from '../document-index.js';
import { decimalOf, toCents, zero } from '../engine/numbers.js';
import { normalized, pathOf, type Path } from '../engine/path.js';
import type { Question } from '../engine/rule.js';
import type { BaseComparison, VatFamily } from './vat-family.table.js';

/** What lines, charges and allowances of one category (and rate) amount to. */
interface Sums {
  lines: Big;
  charges: Big;
  allowances: Big;
  /** Whether a line was counted at all, and whether a charge or allowance was. */
  onLines: boolean;
  onAllowances: boolean;
}

type Buckets = ReadonlyMap<string, Sums>;

/** The base of a breakdown equals lines plus charges minus allowances of its category, compared as the table says. */
export function baseMatches(family: VatFamily): Question {
  return ({ syntax }) => {
    const how = family.base[syntax];
    if (how === 'untested') return () => true;
    const base = pathOf(syntax === 'ubl' ? '../cbc:TaxableAmount' : 'ram:BasisAmount');
    const rate = pathOf(syntax === 'ubl' ? 'cbc:Percent' : 'ram:RateApplicablePercent');
    const anyLine = pathOf('//cac:InvoiceLine|cac:CreditNoteLine');
    return (node, document) => {
      const perRate = how.endsWith('Rate');
      const rateText = rate.first(node, document);
      if (perRate && rateText === undefined) return true;
      const key = perRate ? keyOf(family.code, rateText) : keyOf(family.code);
      const sums = bucketsOf(document).get(key);
      if (syntax === 'ubl' && how !== 'nearPerUsedRate' && !anyLine.exists(node, document)) return false;
      const amount = decimalOf(base.first(node, document));
      if (amount === null) return false;
      if (how === 'nearPerUsedRate') return isNearUsed(amount, sums);
      return compares(how, amount, total(sums, syntax));
    };
  };
}

/**
 * The official test of S asks for a use of the rate, and has one branch for invoice lines and one for credit note
 * lines; with a use in allowances the branch without lines may hold too, comparing with the allowances alone.
 */
function isNearUsed(amount: Big, sums: Sums | undefined): boolean {
  if (!sums) return false;
  const withoutLines = { ...sums, lines: zero };
  return (
    ((sums.onLines || sums.onAllowances) && compares('near', amount, total(sums, 'ubl'))) ||
    (sums.onAllowances && compares('near', amount, total(withoutLines, 'ubl')))
  );
}

function compares(how: BaseComparison, amount: Big, sum: Big): boolean {
  return how.startsWith('near') ? amount.minus(sum).abs().lt(1) : amount.eq(sum);
}

/** CII rounds each of the three sums, UBL none. */
function total(sums: Sums | undefined, syntax: RuleSyntax): Big {
  if (!sums) return zero;
  const part = syntax === 'cii' ? toCents : (value: Big): Big => value;
  return part(sums.lines).plus(part(sums.charges)).minus(part(sums.allowances));
}

function keyOf(code: string, rate?: string): string {
  return rate === undefined ? code : `${code} ${decimalOf(rate)?.toString() ?? '?'}`;
}

const bucketsKey = {};

function bucketsOf(document: DocumentIndex): Buckets {
  return document.once(bucketsKey, () => fill(document));
}

/** Where things are counted from: elements, their amount, their categories' codes and rates. */
interface Source {
  /** `uses`: counted as used only (allowances of lines may carry a category too). */
  readonly into: 'lines' | 'charges' | 'allowances' | 'uses';
  readonly at: Path;
  readonly amount: Path;
  readonly codes: Path;
  readonly rates: Path;
}

const sources: Readonly<Record<RuleSyntax, readonly Source[]>> = {
  ubl: [
    source(
      'lines',
      '/cac:InvoiceLine|cac:CreditNoteLine',
      'cbc:LineExtensionAmount',
      'cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
      'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
    ),
    source(
      'charges',
      '/cac:AllowanceCharge[cbc:ChargeIndicator?true]',
      'cbc:Amount',
      'cac:TaxCategory/cbc:ID',
      'cac:TaxCategory/cbc:Percent',
    ),
    source(
      'allowances',
      '/cac:AllowanceCharge[cbc:ChargeIndicator?false]',
      'cbc:Amount',
      'cac:TaxCategory/cbc:ID',
      'cac:TaxCategory/cbc:Percent',
    ),
    source('uses', '//cac:AllowanceCharge', 'cbc:Amount', 'cac:TaxCategory/cbc:ID', 'cac:TaxCategory/cbc:Percent'),
  ],
  cii: [
    source(
      'lines',
      '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement',
      'ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
      'ram:ApplicableTradeTax/ram:CategoryCode',
      'ram:ApplicableTradeTax/ram:RateApplicablePercent',
    ),
    ...(['charges', 'allowances'] as const).map((into) =>
      source(
        into,
        `/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator?${into === 'charges' ? 'true' : 'false'}]`,
        'ram:ActualAmount',
        'ram:CategoryTradeTax/ram:CategoryCode',
        'ram:CategoryTradeTax/ram:RateApplicablePercent',
      ),
    ),
  ],
};

function source(into: Source['into'], at: string, amount: string, codes: string, rates: string): Source {
  return { into, at: pathOf(at), amount: pathOf(amount), codes: pathOf(codes), rates: pathOf(rates) };
}

/** One pass over all lines and allowances; an element with several categories counts for each code and each rate it has. */
function fill(document: DocumentIndex): Buckets {
  const buckets = new Map<string, Sums>();
  for (const { into, at, amount, codes, rates } of sources[document.syntax]) {
    for (const node of at.nodes(document.root, document)) {
      const values = amount.values(node, document).map((text) => decimalOf(text) ?? zero);
      const sum = values.reduce((left, right) => left.plus(right), zero);
      for (const key of keysOf(codes.values(node, document), rates.values(node, document), document.syntax)) {
        const sums = buckets.get(key) ?? {
          lines: zero,
          charges: zero,
          allowances: zero,
          onLines: false,
          onAllowances: false,
        };
        if (into !== 'uses') sums[into] = sums[into].plus(sum);
        if (into === 'lines') sums.onLines = true;
        else sums.onAllowances = true;
        buckets.set(key, sums);
      }
    }
  }
  return buckets;
}

function keysOf(codes: readonly string[], rates: readonly string[], syntax: RuleSyntax): ReadonlySet<string> {
  const treated = syntax === 'ubl' ? codes.map(normalized) : codes;
  return new Set(treated.flatMap((code) => [keyOf(code), ...rates.map((rate) => keyOf(code, rate))]));
}
