import { decimalOf } from '../invoice/money.js';
import { factsIn, kindOfField, type FieldKind, type RoutingFacts, type RoutingField } from './routing-field.js';
import type { Comparison, Condition, Operator } from './routing-rule.js';
import { fitsWildcard } from './wildcard.js';

/** What was compared with what, so that every routed invoice can say why it landed where it is. */
export interface Compared {
  readonly field: RoutingField;
  readonly operator: Operator;
  readonly expected: string;
  /** null: the field was missing. */
  readonly found: string | null;
  /** true: the rule wanted it not to hold. */
  readonly negated: boolean;
}

export interface Evaluation {
  readonly holds: boolean;
  /** The comparisons that settled it. */
  readonly compared: readonly Compared[];
}

/** Characters of a field that are looked at and quoted; longer ones come from senders who mean no good. */
export const MAX_FOUND_LENGTH = 1_000;
const MAX_QUOTED_LENGTH = 200;
/** Different values of a field that repeats, and their characters together. */
export const MAX_FOUND_VALUES = 200;
const MAX_FOUND_TOTAL = 10_000;

/** Evaluates conditions that `parseConditions` let through: their depth and size are bounded. */
export function evaluate(condition: Condition, facts: RoutingFacts): Evaluation {
  return weigh(condition, facts, false);
}

function weigh(condition: Condition, facts: RoutingFacts, negated: boolean): Evaluation {
  if ('all' in condition) return settle(condition.all, facts, negated, false);
  if ('any' in condition) return settle(condition.any, facts, negated, true);
  if ('not' in condition) {
    const inner = weigh(condition.not, facts, !negated);
    return { holds: !inner.holds, compared: inner.compared };
  }
  return compare(condition, facts, negated);
}

/** The first part that comes out as `decisive` settles it alone; otherwise all of them together do. */
function settle(parts: readonly Condition[], facts: RoutingFacts, negated: boolean, decisive: boolean): Evaluation {
  const compared: Compared[] = [];
  for (const part of parts) {
    const evaluation = weigh(part, facts, negated);
    if (evaluation.holds === decisive) return evaluation;
    compared.push(...evaluation.compared);
  }
  return { holds: !decisive, compared };
}

/** With several values one that fits is enough: an invoice "is for bread" if one of its lines is. */
function compare(comparison: Comparison, facts: RoutingFacts, negated: boolean): Evaluation {
  const { field, operator } = comparison;
  const written = legible(factsIn(facts, field));
  const kind = kindOfField(field);
  const fitting = written.find((found) => holdsFor(comparison, found, kind));
  const found = (fitting ?? written[0] ?? null)?.slice(0, MAX_QUOTED_LENGTH).toWellFormed() ?? null;
  return {
    holds: written.length === 0 ? operator === 'missing' : fitting !== undefined,
    compared: [{ field, operator, expected: expectedBy(comparison), found, negated }],
  };
}

/** What is compared of what an invoice says, in bounds that keep a long document from costing long. */
function legible(values: readonly string[]): readonly string[] {
  const texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = value.slice(0, MAX_FOUND_LENGTH).trim().replace(/\s+/g, ' ');
    if (text === '' || texts.includes(text)) continue;
    length += text.length;
    if (texts.length === MAX_FOUND_VALUES || length > MAX_FOUND_TOTAL) break;
    texts.push(text);
  }
  return texts;
}

function holdsFor(comparison: Comparison, found: string, kind: FieldKind): boolean {
  switch (comparison.operator) {
    case 'missing':
      return false;
    case 'oneOf':
      return comparison.values.some((value) => order(found, value, kind) === 0);
    case 'between':
      return order(found, comparison.from, kind) >= 0 && order(found, comparison.to, kind) <= 0;
    case 'is':
      return order(found, comparison.value, kind) === 0;
    default:
      return TEXT_TESTS[comparison.operator](folded(found), folded(comparison.value));
  }
}

const TEXT_TESTS = {
  startsWith: (found: string, value: string) => found.startsWith(value),
  contains: (found: string, value: string) => found.includes(value),
  matches: fitsWildcard,
} as const;

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** NaN where the two cannot be compared, as a number and a word: every comparison with it is false. */
function order(found: string, value: string, kind: FieldKind): number {
  if (kind === 'amount') return orderOfAmounts(found, value);
  const [a, b] = [folded(found), folded(value)];
  if (a === b) return 0;
  const numbers = [a, b].filter((text) => NUMBER.test(text)).length;
  if (numbers === 1) return Number.NaN;
  return numbers === 2 ? orderOfNumbers(a, b) : a < b ? -1 : 1;
}

/** Cost centres and numbers are meant as numbers: 999 lies before 1000. Equal ones with other zeros stay different. */
const NUMBER = /^\d{1,30}$/;

function orderOfNumbers(a: string, b: string): number {
  const [x, y] = [BigInt(a), BigInt(b)];
  return x < y || (x === y && a.length < b.length) ? -1 : 1;
}

const orderOfAmounts = (found: string, value: string): number => {
  const [a, b] = [decimalOf(found), decimalOf(value)];
  return a && b ? a.cmp(b) : Number.NaN;
};

function expectedBy(comparison: Comparison): string {
  switch (comparison.operator) {
    case 'missing':
      return '';
    case 'oneOf':
      return comparison.values.join(', ');
    case 'between':
      return `${comparison.from} – ${comparison.to}`;
    default:
      return comparison.value;
  }
}
