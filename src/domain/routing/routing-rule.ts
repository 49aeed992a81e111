import type { RoutingField } from './routing-field.js';

/** A rule of a tenant: where `when` holds, the invoice goes to the department. */
export interface RoutingRule {
  readonly id: string;
  /** Rules are tried in ascending position; equal ones by id. */
  readonly position: number;
  readonly name: string;
  readonly when: Condition;
  readonly departmentId: string;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** A field against a value. `matches` knows * for any characters and ? for one; regular expressions are not offered. */
export type Comparison =
  | { readonly field: RoutingField; readonly operator: TextOperator; readonly value: string }
  | { readonly field: RoutingField; readonly operator: 'oneOf'; readonly values: readonly string[] }
  /** Both ends inclusive. */
  | { readonly field: RoutingField; readonly operator: 'between'; readonly from: string; readonly to: string }
  | { readonly field: RoutingField; readonly operator: 'missing' };

export type TextOperator = 'is' | 'startsWith' | 'contains' | 'matches';
export type Operator = Comparison['operator'];

/** Bounds of one rule's conditions: far above what people write, small enough to evaluate in no time. */
export const MAX_CONDITION_DEPTH = 8;
export const MAX_CONDITIONS = 200;
export const MAX_VALUES = 500;
export const MAX_VALUE_LENGTH = 200;
