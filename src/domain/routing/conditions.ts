import { decimalOf } from '../invoice/money.js';
import { isRoutingField, kindOfField, type RoutingField } from './routing-field.js';
import {
  MAX_CONDITIONS,
  MAX_CONDITION_DEPTH,
  MAX_VALUES,
  MAX_VALUE_LENGTH,
  type Comparison,
  type Condition,
  type TextOperator,
} from './routing-rule.js';

export type ConditionProblemCode =
  | 'notACondition'
  | 'tooDeep'
  | 'tooManyConditions'
  | 'emptyList'
  | 'tooManyValues'
  | 'unknownField'
  | 'unknownOperator'
  | 'unknownKey'
  | 'operatorNeedsText'
  | 'valueMissing'
  | 'valueTooLong'
  | 'notAnAmount'
  | 'notADate'
  | 'fromAfterTo';

export interface ConditionProblem {
  readonly code: ConditionProblemCode;
  /** Place in the JSON, as `all.0.not`; '' for the whole. */
  readonly path: string;
}

export type ParsedConditions =
  | { readonly kind: 'conditions'; readonly when: Condition }
  | { readonly kind: 'problems'; readonly problems: readonly ConditionProblem[] };

/**
 * Reads the conditions of a rule from stored or received JSON. Total: it says what is wrong and where, it never throws;
 * depth and number of conditions are bounded before anything is looked at more closely.
 */
export function parseConditions(json: unknown): ParsedConditions {
  const reader: Reader = { problems: [], count: 0 };
  const when = condition(json, [], reader);
  return when && reader.problems.length === 0
    ? { kind: 'conditions', when }
    : { kind: 'problems', problems: reader.problems };
}

interface Reader {
  readonly problems: ConditionProblem[];
  count: number;
}

/** Problems told at once: who makes more has not written a rule. */
const MAX_PROBLEMS = 50;

type Path = readonly (string | number)[];

function report(reader: Reader, code: ConditionProblemCode, path: Path): undefined {
  if (reader.problems.length < MAX_PROBLEMS) reader.problems.push({ code, path: path.join('.') });
  return undefined;
}

function condition(json: unknown, path: Path, reader: Reader): Condition | undefined {
  reader.count += 1;
  if (reader.count > MAX_CONDITIONS) {
    return reader.count === MAX_CONDITIONS + 1 ? report(reader, 'tooManyConditions', path) : undefined;
  }
  if (depthOf(path) > MAX_CONDITION_DEPTH) return report(reader, 'tooDeep', path);
  if (!isObject(json)) return report(reader, 'notACondition', path);
  const keys = Object.keys(json);
  if (keys.includes('field')) return comparison(json, path, reader);
  const [key] = keys;
  if (keys.length !== 1 || (key !== 'all' && key !== 'any' && key !== 'not')) {
    return report(reader, 'notACondition', path);
  }
  const inner = json[key];
  if (key === 'not') {
    const parsed = condition(inner, [...path, key], reader);
    return parsed && { not: parsed };
  }
  const parts = list(inner, [...path, key], reader);
  return parts && (key === 'all' ? { all: parts } : { any: parts });
}

/** An empty "all" would hold for everything and an empty "any" for nothing: both are slips, so neither is taken. */
function list(json: unknown, path: Path, reader: Reader): readonly Condition[] | undefined {
  if (!Array.isArray(json)) return report(reader, 'notACondition', path);
  if (json.length === 0) return report(reader, 'emptyList', path);
  if (json.length > MAX_CONDITIONS) return report(reader, 'tooManyConditions', path);
  return json.flatMap((part: unknown, index) => condition(part, [...path, index], reader) ?? []);
}

const depthOf = (path: Path): number => path.filter((step) => typeof step === 'string').length;

const TEXT_OPERATORS = ['is', 'startsWith', 'contains', 'matches'] as const satisfies readonly TextOperator[];

function comparison(json: Record<string, unknown>, path: Path, reader: Reader): Comparison | undefined {
  const { field, operator } = json;
  if (typeof field !== 'string' || !isRoutingField(field)) return report(reader, 'unknownField', [...path, 'field']);
  if (operator === 'missing') return only(json, [], path, reader) ? { field, operator } : undefined;
  if (operator === 'oneOf') {
    if (!only(json, ['values'], path, reader)) return undefined;
    const values = valueList(json['values'], field, [...path, 'values'], reader);
    return values && { field, operator, values };
  }
  if (operator === 'between') return between(json, field, path, reader);
  const text = TEXT_OPERATORS.find((one) => one === operator);
  if (!text) return report(reader, 'unknownOperator', [...path, 'operator']);
  if (text !== 'is' && kindOfField(field) === 'amount') {
    return report(reader, 'operatorNeedsText', [...path, 'operator']);
  }
  if (!only(json, ['value'], path, reader)) return undefined;
  const value = fieldValue(json['value'], text === 'is' ? field : null, [...path, 'value'], reader);
  return value === undefined ? undefined : { field, operator: text, value };
}

function between(
  json: Record<string, unknown>,
  field: RoutingField,
  path: Path,
  reader: Reader,
): Comparison | undefined {
  if (!only(json, ['from', 'to'], path, reader)) return undefined;
  const from = fieldValue(json['from'], field, [...path, 'from'], reader);
  const to = fieldValue(json['to'], field, [...path, 'to'], reader);
  if (from === undefined || to === undefined) return undefined;
  return isAfter(from, to, field) ? report(reader, 'fromAfterTo', path) : { field, operator: 'between', from, to };
}

function isAfter(from: string, to: string, field: RoutingField): boolean {
  const [a, b] = [decimalOf(from), decimalOf(to)];
  const asNumbers = kindOfField(field) !== 'date' && a && b;
  return asNumbers ? a.gt(b) : from.toLowerCase() > to.toLowerCase();
}

function valueList(json: unknown, field: RoutingField, path: Path, reader: Reader): readonly string[] | undefined {
  if (!Array.isArray(json)) return report(reader, 'valueMissing', path);
  if (json.length === 0) return report(reader, 'emptyList', path);
  if (json.length > MAX_VALUES) return report(reader, 'tooManyValues', path);
  return json.flatMap((value: unknown, index) => fieldValue(value, field, [...path, index], reader) ?? []);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** field null: the value is a piece of text, whatever the field. */
function fieldValue(json: unknown, field: RoutingField | null, path: Path, reader: Reader): string | undefined {
  if (typeof json !== 'string' || json.trim() === '') return report(reader, 'valueMissing', path);
  if (json.length > MAX_VALUE_LENGTH) return report(reader, 'valueTooLong', path);
  const value = json.trim();
  const kind = field ? kindOfField(field) : 'text';
  if (kind === 'amount' && !decimalOf(value)) return report(reader, 'notAnAmount', path);
  if (kind === 'date' && !DATE.test(value)) return report(reader, 'notADate', path);
  return value;
}

function only(json: Record<string, unknown>, keys: readonly string[], path: Path, reader: Reader): boolean {
  const stray = Object.keys(json).find((key) => !['field', 'operator', ...keys].includes(key));
  if (stray !== undefined) report(reader, 'unknownKey', [...path, stray.slice(0, MAX_VALUE_LENGTH)]);
  return stray === undefined;
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
