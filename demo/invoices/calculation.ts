import { Big } from 'big.js';
import type { AllowanceOrCharge, InvoiceDescription, Line, Totals, VatRate } from './description.js';

/** An invoice with everything that follows from its description; amounts are strings with two decimals. */
export interface CalculatedInvoice {
  readonly terms: InvoiceDescription;
  readonly lines: readonly CalculatedLine[];
  readonly allowances: readonly CalculatedAllowance[];
  readonly vatGroups: readonly VatGroup[];
  readonly totals: Totals;
}

export interface CalculatedLine {
  readonly id: string;
  readonly terms: Line;
  readonly net: string;
  readonly allowances: readonly CalculatedAllowance[];
}

export interface CalculatedAllowance {
  readonly terms: AllowanceOrCharge;
  readonly amount: string;
  /** What the percentage is taken of; null for a fixed amount. */
  readonly base: string | null;
}

/** BG-23 for one rate of category S. */
export interface VatGroup {
  readonly rate: VatRate;
  readonly base: string;
  readonly vat: string;
}

/** Works out every amount in exact decimals, rounded to cents where EN 16931 rounds (lines, allowances, VAT). */
export function calculate(terms: InvoiceDescription): CalculatedInvoice {
  const lines = terms.lines.map(calculateLine);
  const allowances = (terms.allowances ?? []).map((each) => {
    const ofSameRate = lines.filter((line) => line.terms.vatRate === each.vatRate);
    return calculateAllowance(each, sum(ofSameRate.map((line) => line.net)));
  });
  const vatGroups = groupByRate(lines, allowances);
  const totals = { ...calculateTotals(terms, lines, allowances, vatGroups), ...terms.misprinted };
  return { terms, lines, allowances, vatGroups, totals };
}

function calculateLine(terms: Line, index: number): CalculatedLine {
  const worth = cents(new Big(terms.quantity).times(terms.price));
  const allowances = (terms.allowances ?? []).map((each) => calculateAllowance(each, new Big(worth)));
  return { id: String(index + 1), terms, net: cents(new Big(worth).plus(balance(allowances))), allowances };
}

function calculateAllowance(terms: AllowanceOrCharge, worth: Big): CalculatedAllowance {
  return 'percent' in terms.of
    ? { terms, amount: cents(worth.times(terms.of.percent).div(100)), base: cents(worth) }
    : { terms, amount: cents(new Big(terms.of.amount)), base: null };
}

function groupByRate(lines: readonly CalculatedLine[], allowances: readonly CalculatedAllowance[]): VatGroup[] {
  const rates = [...new Set(lines.map((line) => line.terms.vatRate))];
  return rates.map((rate) => {
    const ofLines = sum(lines.filter((line) => line.terms.vatRate === rate).map((line) => line.net));
    const base = ofLines.plus(balance(allowances.filter((each) => each.terms.vatRate === rate)));
    return { rate, base: cents(base), vat: cents(base.times(rate).div(100)) };
  });
}

function calculateTotals(
  terms: InvoiceDescription,
  lines: readonly CalculatedLine[],
  allowances: readonly CalculatedAllowance[],
  vatGroups: readonly VatGroup[],
): Totals {
  const lineTotal = sum(lines.map((line) => line.net));
  const net = lineTotal.plus(balance(allowances));
  const vat = sum(vatGroups.map((group) => group.vat));
  const gross = cents(net.plus(vat));
  return {
    lineTotal: cents(lineTotal),
    allowanceTotal: totalOf('allowance', allowances),
    chargeTotal: totalOf('charge', allowances),
    net: cents(net),
    vat: cents(vat),
    vatInEuro: terms.euroRate === undefined ? null : cents(vat.times(terms.euroRate)),
    gross,
    due: gross,
  };
}

function totalOf(kind: AllowanceOrCharge['kind'], allowances: readonly CalculatedAllowance[]): string | null {
  const ofKind = allowances.filter((each) => each.terms.kind === kind);
  return ofKind.length === 0 ? null : cents(sum(ofKind.map((each) => each.amount)));
}

/** Charges less allowances. */
function balance(allowances: readonly CalculatedAllowance[]): Big {
  return allowances.reduce(
    (total, each) => (each.terms.kind === 'charge' ? total.plus(each.amount) : total.minus(each.amount)),
    new Big(0),
  );
}

function sum(amounts: readonly string[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0));
}

function cents(value: Big): string {
  return value.toFixed(2, Big.roundHalfUp);
}
