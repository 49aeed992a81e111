import type { Big } from 'big.js';
import type { DocumentIndex, DocumentNode } from '../document-index.js';
import { decimalOf, onlyNumber, roundUp, sumOf, toCents, zero } from '../engine/numbers.js';
import { pathOf, type Path } from '../engine/path.js';
import { alwaysHolds, any, exists, not } from '../engine/questions.js';
import type { Question, Rule } from '../engine/rule.js';
import type { Scope } from '../engine/scope.js';
import { hasVatPrefix } from './vat-prefix.js';

/** What is calculated, and what excludes or requires what (EN 16931-1, 6.4.3: BR-CO-03 to BR-CO-26). */
export const totalsRules: readonly Rule[] = [
  {
    id: 'BR-CO-03',
    on: { ubl: 'document', cii: 'vatBreakdown' },
    terms: ['BT-7', 'BT-8'],
    holds: any(not(exists('BT-7')), not(exists('BT-8'))),
  },
  { id: 'BR-CO-04', on: 'line', terms: ['BT-151'], holds: exists('BT-151') },
  { id: 'BR-CO-05', on: 'documentAllowance', terms: ['BT-97', 'BT-98'], holds: alwaysHolds },
  { id: 'BR-CO-06', on: 'documentCharge', terms: ['BT-104', 'BT-105'], holds: alwaysHolds },
  { id: 'BR-CO-07', on: 'lineAllowance', terms: ['BT-139', 'BT-140'], holds: alwaysHolds },
  { id: 'BR-CO-08', on: 'lineCharge', terms: ['BT-144', 'BT-145'], holds: alwaysHolds },
  { id: 'BR-CO-09', on: 'vatIdentifier', terms: ['BT-31'], holds: hasVatPrefix },
  { id: 'BR-CO-10', on: 'totals', terms: ['BT-106'], holds: lineTotalIsSum },
  { id: 'BR-CO-11', on: 'totals', terms: ['BT-107'], holds: totalIsSum('BT-107', 'false') },
  { id: 'BR-CO-12', on: 'totals', terms: ['BT-108'], holds: totalIsSum('BT-108', 'true') },
  { id: 'BR-CO-13', on: 'totals', terms: ['BT-109', 'BT-106', 'BT-107', 'BT-108'], holds: netIsLinesAndCharges },
  {
    id: 'BR-CO-14',
    on: { ubl: 'taxTotal', cii: 'taxTotal' },
    terms: ['BT-110'],
    holds: { ubl: taxIsSumInUbl, cii: taxIsSumInCii },
  },
  {
    id: 'BR-CO-15',
    on: 'document',
    terms: ['BT-112', 'BT-109', 'BT-110'],
    holds: { ubl: grossIsNetAndTax, cii: any(grossIsNetAndTax, grossIsNet) },
  },
  {
    id: 'BR-CO-16',
    on: 'totals',
    terms: ['BT-115', 'BT-112', 'BT-113', 'BT-114'],
    holds: { ubl: dueInUbl, cii: dueInCii },
  },
  { id: 'BR-CO-17', on: 'vatBreakdown', terms: ['BT-117', 'BT-116', 'BT-119'], holds: taxIsBaseTimesRate },
  {
    id: 'BR-CO-18',
    on: { ubl: 'document', cii: 'line' },
    terms: ['BG-23'],
    holds: exists('BG-23'),
    errorClass: 'content',
  },
  {
    id: 'BR-CO-19',
    on: 'invoicePeriod',
    terms: ['BG-14'],
    holds: { ubl: exists('BT-73', 'BT-74', 'BT-8'), cii: exists('BT-73', 'BT-74') },
  },
  { id: 'BR-CO-20', on: 'linePeriod', terms: ['BT-134', 'BT-135'], holds: exists('BT-134', 'BT-135') },
  { id: 'BR-CO-21', on: 'documentAllowance', terms: ['BT-97', 'BT-98'], holds: exists('BT-97', 'BT-98') },
  { id: 'BR-CO-22', on: 'documentCharge', terms: ['BT-104', 'BT-105'], holds: exists('BT-104', 'BT-105') },
  { id: 'BR-CO-23', on: 'lineAllowance', terms: ['BT-139', 'BT-140'], holds: exists('BT-139', 'BT-140') },
  { id: 'BR-CO-24', on: 'lineCharge', terms: ['BT-144', 'BT-145'], holds: exists('BT-144', 'BT-145') },
  {
    id: 'BR-CO-26',
    on: 'seller',
    terms: ['BT-29', 'BT-30', 'BT-31'],
    holds: { ubl: sellerIsIdentifiedInUbl, cii: exists('BT-29', 'BT-29-0', 'BT-30', 'BT-31') },
  },
];

/** The single number a term holds; null where it is absent or no number. */
function numberAt(path: Path, node: DocumentNode, document: DocumentIndex): Big | null {
  return onlyNumber(path.values(node, document));
}

function isSame(a: Big | null, b: Big | null): boolean {
  return a !== null && b !== null && a.eq(b);
}

/** The sum over ALL lines, also where a document holds them more than once; sub-lines are not counted. */
function lineTotalIsSum(scope: Scope): ReturnType<Question> {
  const total = scope.path('BT-106');
  const lines = pathOf(
    scope.syntax === 'ubl'
      ? '//cac:InvoiceLine|cac:CreditNoteLine/cbc:LineExtensionAmount'
      : '../../ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount',
  );
  return (node, document) => {
    const sum = sumOf(lines.values(node, document));
    return isSame(numberAt(total, node, document), sum && toCents(sum));
  };
}

/** A total of allowances or charges equals their rounded sum; both sides may be absent. */
function totalIsSum(term: string, indicator: 'true' | 'false'): Question {
  return (scope) => {
    const total = scope.path(term);
    const parts = pathOf(
      scope.syntax === 'ubl'
        ? `../cac:AllowanceCharge[cbc:ChargeIndicator?${indicator}]`
        : `/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator?${indicator}]`,
    );
    const amounts = pathOf(`${parts.text}/${scope.syntax === 'ubl' ? 'cbc:Amount' : 'ram:ActualAmount'}`);
    return (node, document) => {
      if (!total.exists(node, document)) return !parts.exists(node, document);
      const sum = sumOf(amounts.values(node, document));
      return isSame(numberAt(total, node, document), sum && toCents(sum));
    };
  };
}

/** BT-109 = BT-106 - BT-107 + BT-108; CII always rounds the right side, UBL only where there is something to add. */
function netIsLinesAndCharges(scope: Scope): ReturnType<Question> {
  const [net, lines, allowances, charges] = ['BT-109', 'BT-106', 'BT-107', 'BT-108'].map((term) => scope.path(term));
  if (!net || !lines || !allowances || !charges) return () => true;
  return (node, document) => {
    const right = orZero(allowances, node, document, (minus) =>
      orZero(charges, node, document, (plus) => numberAt(lines, node, document)?.minus(minus).plus(plus) ?? null),
    );
    const rounds = scope.syntax === 'cii' || allowances.exists(node, document) || charges.exists(node, document);
    return isSame(numberAt(net, node, document), right && rounds ? toCents(right) : right);
  };
}

/** Continues with the term's number, with zero where it is absent, with nothing where it is no number. */
function orZero(path: Path, node: DocumentNode, document: DocumentIndex, then: (value: Big) => Big | null): Big | null {
  const value = path.exists(node, document) ? numberAt(path, node, document) : zero;
  return value && then(value);
}

/** UBL: each tax total equals the rounded sum of its own subtotals, or has none. */
function taxIsSumInUbl(scope: Scope): ReturnType<Question> {
  const [total, parts, groups] = [scope.path('BT-110'), scope.path('BT-117'), scope.path('BG-23')];
  return (node, document) => {
    if (!groups.exists(node, document)) return true;
    const sum = sumOf(parts.values(node, document));
    return isSame(numberAt(total, node, document), sum && toCents(sum));
  };
}

/** CII: only the total in the invoice's currency is compared, with all breakdowns. */
function taxIsSumInCii(scope: Scope): ReturnType<Question> {
  const currencies = scope.path('BT-5');
  const currency = pathOf('@currencyID');
  const parts = pathOf(
    '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CalculatedAmount',
  );
  return (node, document) => {
    const own = currency.values(node, document);
    if (!currencies.values(node, document).some((code) => own.includes(code))) return true;
    const sum = sumOf(parts.values(node, document));
    return isSame(numberAt(pathOf('.'), node, document), sum && toCents(sum));
  };
}

/** Exactly one tax amount in the invoice's currency, and BT-112 = rounded(BT-109 + that amount). */
function grossIsNetAndTax(scope: Scope): ReturnType<Question> {
  const [currencies, gross, net] = [scope.path('BT-5'), ...totalsAnywhere(scope)];
  const taxes = scope.path('BT-110');
  const codes = pathOf(`${taxes.text}/@currencyID`);
  return (node, document) => {
    const present = codes.values(node, document);
    const carriers = codes.nodes(node, document);
    return currencies.values(node, document).every((code) => {
      const matching = carriers.filter((_, index) => present[index] === code);
      const tax = decimalOf(matching[0]?.element.text);
      const base = numberAt(net, node, document);
      return matching.length === 1 && isSame(numberAt(gross, node, document), base && tax && toCents(base.plus(tax)));
    });
  };
}

/** CII alone accepts a gross amount equal to the net amount without looking at the tax. */
function grossIsNet(scope: Scope): ReturnType<Question> {
  const [gross, net] = totalsAnywhere(scope);
  return (node, document) => isSame(numberAt(gross, node, document), numberAt(net, node, document));
}

function totalsAnywhere(scope: Scope): readonly [Path, Path] {
  return scope.syntax === 'ubl'
    ? [scope.path('BT-112'), scope.path('BT-109')]
    : [
        pathOf('//ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount'),
        pathOf('//ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxBasisTotalAmount'),
      ];
}

/** BT-115 - BT-114 = BT-112 - BT-113, each side rounded, but exact where nothing was prepaid or rounded. */
function dueInUbl(scope: Scope): ReturnType<Question> {
  const [due, gross, prepaid, rounding] = dueTerms(scope);
  return (node, document) => {
    const [isPrepaid, isRounded] = [prepaid.exists(node, document), rounding.exists(node, document)];
    const left = orZero(rounding, node, document, (value) => numberAt(due, node, document)?.minus(value) ?? null);
    const right = orZero(prepaid, node, document, (value) => numberAt(gross, node, document)?.minus(value) ?? null);
    return isSame(left && isRounded ? toCents(left) : left, right && isPrepaid ? toCents(right) : right);
  };
}

/** BT-115 = BT-112 - BT-113 + BT-114, exact; a rounding or prepaid amount of zero counts like none. */
function dueInCii(scope: Scope): ReturnType<Question> {
  const [due, gross, prepaid, rounding] = dueTerms(scope);
  return (node, document) => {
    const right = orZero(prepaid, node, document, (minus) =>
      orZero(rounding, node, document, (plus) => numberAt(gross, node, document)?.minus(minus).plus(plus) ?? null),
    );
    return isSame(numberAt(due, node, document), right);
  };
}

function dueTerms(scope: Scope): readonly [Path, Path, Path, Path] {
  return [scope.path('BT-115'), scope.path('BT-112'), scope.path('BT-113'), scope.path('BT-114')];
}

/**
 * The tax lies around base times rate, signs ignored: less than 1.00 away in UBL, at most 1.00 away in CII. A rate
 * that rounds to zero, or none, asks for a tax that rounds to zero.
 */
function taxIsBaseTimesRate(scope: Scope): ReturnType<Question> {
  const [taxPath, basePath, ratePath] = [scope.path('BT-117'), scope.path('BT-116'), ratePathFor(scope)];
  return (node, document) => {
    const tax = numberAt(taxPath, node, document);
    if (tax === null) return false;
    const rate = ratePath.exists(node, document) ? numberAt(ratePath, node, document) : zero;
    if (rate === null) return false;
    if (roundUp(rate).eq(0)) return roundUp(tax).eq(0);
    const base = numberAt(basePath, node, document);
    if (base === null) return false;
    const distance = tax
      .abs()
      .minus(toCents(base.abs().times(rate).div(100)))
      .abs();
    return scope.syntax === 'ubl' ? distance.lt(1) : distance.lte(1);
  };
}

function ratePathFor(scope: Scope): Path {
  return scope.syntax === 'ubl' ? scope.path('BT-119') : pathOf(".[ram:TypeCode^'VAT']/ram:RateApplicablePercent");
}

/** Any identifier but the bank's creditor id (scheme SEPA), a legal id, or a VAT id. */
function sellerIsIdentifiedInUbl(scope: Scope): ReturnType<Question> {
  const identified = exists('BT-30', 'BT-31')(scope);
  const identifiers = pathOf("cac:Party/cac:PartyIdentification/cbc:ID[!@schemeID='SEPA']");
  return (node, document) => identified(node, document) || identifiers.exists(node, document);
}
