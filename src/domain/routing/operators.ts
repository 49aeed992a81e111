import type { FieldKind } from './routing-field.js';
import type { Operator } from './routing-rule.js';

interface OperatorRow {
  readonly label: { readonly de: string; readonly en: string };
  /** What a comparison holds beside field and operator: `value`, `values`, `from` and `to`, or nothing. */
  readonly takes: 'value' | 'values' | 'range' | 'nothing';
}

/** How a field can be compared, in words. */
export const OPERATORS = {
  is: { label: { de: 'ist', en: 'is' }, takes: 'value' },
  oneOf: { label: { de: 'ist eines von', en: 'is one of' }, takes: 'values' },
  startsWith: { label: { de: 'beginnt mit', en: 'starts with' }, takes: 'value' },
  contains: { label: { de: 'enthält', en: 'contains' }, takes: 'value' },
  matches: { label: { de: 'passt zum Muster (* und ?)', en: 'matches the pattern (* and ?)' }, takes: 'value' },
  between: { label: { de: 'liegt zwischen', en: 'is between' }, takes: 'range' },
  missing: { label: { de: 'fehlt', en: 'is missing' }, takes: 'nothing' },
} as const satisfies Record<Operator, OperatorRow>;

const forEveryKind = ['is', 'oneOf', 'between', 'missing'] as const satisfies readonly Operator[];
const forTexts = ['startsWith', 'contains', 'matches'] as const satisfies readonly Operator[];

/** The operators that a field of this kind takes; amounts are compared as numbers, never by pieces of their text. */
export const operatorsOf = (kind: FieldKind): readonly Operator[] =>
  kind === 'amount' ? forEveryKind : [...forEveryKind, ...forTexts];
