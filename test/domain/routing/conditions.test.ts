import fc from 'fast-check';
import { parseConditions } from '../../../src/domain/routing/conditions.js';
import { evaluate } from '../../../src/domain/routing/evaluate.js';
import type { RoutingFacts } from '../../../src/domain/routing/routing-field.js';

const facts: RoutingFacts = {
  sellerName: 'Stadtwerke  Musterstadt GmbH',
  orderReference: '45-2026-0815',
  costCentre: '4711',
  gross: '1190.00',
  issueDate: '2026-03-16',
  currency: ' ',
};

const holds = (json: unknown): boolean => {
  const parsed = parseConditions(json);
  if (parsed.kind !== 'conditions') throw new Error(JSON.stringify(parsed.problems));
  return evaluate(parsed.when, facts).holds;
};

const problems = (json: unknown): readonly string[] => {
  const parsed = parseConditions(json);
  return parsed.kind === 'problems' ? parsed.problems.map(({ code, path }) => `${code} ${path}`.trim()) : [];
};

const is = (value: string) => ({ field: 'sellerName', operator: 'is', value });

describe('what a rule can say', () => {
  it.each([
    ['is', is('stadtwerke musterstadt gmbh'), true],
    ['is', is('Stadtwerke'), false],
    ['is an amount', { field: 'gross', operator: 'is', value: '1190' }, true],
    ['is another amount', { field: 'gross', operator: 'is', value: '1190.01' }, false],
    ['starts with', { field: 'sellerName', operator: 'startsWith', value: 'STADT' }, true],
    ['starts with, but not so', { field: 'sellerName', operator: 'startsWith', value: 'Werke' }, false],
    ['contains', { field: 'sellerName', operator: 'contains', value: 'werke muster' }, true],
    ['contains, but not so', { field: 'sellerName', operator: 'contains', value: 'AG' }, false],
    ['matches', { field: 'orderReference', operator: 'matches', value: '45-????-*' }, true],
    ['matches, but not so', { field: 'orderReference', operator: 'matches', value: '45-???' }, false],
    ['matches no regular expression', { field: 'orderReference', operator: 'matches', value: '.*' }, false],
    ['one of', { field: 'costCentre', operator: 'oneOf', values: ['1', '4711'] }, true],
    ['one of, but not so', { field: 'costCentre', operator: 'oneOf', values: ['1', '04711'] }, false],
    ['between amounts', { field: 'gross', operator: 'between', from: '1190', to: '1190.00' }, true],
    ['between smaller amounts', { field: 'gross', operator: 'between', from: '-5', to: '1189.99' }, false],
    ['between greater amounts', { field: 'gross', operator: 'between', from: '1190.01', to: '5000' }, false],
    ['between days', { field: 'issueDate', operator: 'between', from: '2026-01-01', to: '2026-03-16' }, true],
    ['between earlier days', { field: 'issueDate', operator: 'between', from: '2026-01-01', to: '2026-03-15' }, false],
    ['between numbers as numbers', { field: 'costCentre', operator: 'between', from: '999', to: '5000' }, true],
    [
      'between numbers, with zeros before',
      { field: 'costCentre', operator: 'between', from: '04711', to: '5000' },
      false,
    ],
    ['between words', { field: 'sellerName', operator: 'between', from: 'r', to: 'T' }, true],
    ['between numbers, a word', { field: 'sellerName', operator: 'between', from: '1', to: '9' }, false],
    ['missing, blank', { field: 'currency', operator: 'missing' }, true],
    ['missing, absent', { field: 'iban', operator: 'missing' }, true],
    ['missing, but there', { field: 'gross', operator: 'missing' }, false],
    ['anything about an absent field', { field: 'iban', operator: 'startsWith', value: 'DE' }, false],
    ['all', { all: [is('stadtwerke musterstadt gmbh'), { field: 'iban', operator: 'missing' }] }, true],
    ['all, but one', { all: [{ field: 'iban', operator: 'missing' }, is('x')] }, false],
    ['any', { any: [is('x'), { field: 'iban', operator: 'missing' }] }, true],
    ['any of none', { any: [is('x'), is('y')] }, false],
    ['not', { not: is('x') }, true],
    ['not not', { not: { not: is('x') } }, false],
  ])('%s (%j): %s', (_, json, expected) => {
    expect(holds(json)).toBe(expected);
  });

  it('finds nothing equal or between in an amount that is none', () => {
    const between = { field: 'gross', operator: 'between', from: '0', to: '9' } as const;
    expect(evaluate(between, { gross: 'viel' }).holds).toBe(false);
    expect(evaluate({ field: 'gross', operator: 'is', value: 'viel' }, { gross: 'viel' }).holds).toBe(false);
  });
});

describe('what was compared', () => {
  it('is told for every comparison that settled it, and for no other', () => {
    const when = {
      all: [
        { any: [{ field: 'iban', operator: 'missing' }, is('never looked at')] },
        { not: { field: 'costCentre', operator: 'oneOf', values: ['1', '2'] } },
        { field: 'gross', operator: 'between', from: '1', to: '2000' },
      ],
    };
    const parsed = parseConditions(when);
    expect(parsed.kind === 'conditions' && evaluate(parsed.when, facts)).toEqual({
      holds: true,
      compared: [
        { field: 'iban', operator: 'missing', expected: '', found: null, negated: false },
        { field: 'costCentre', operator: 'oneOf', expected: '1, 2', found: '4711', negated: true },
        { field: 'gross', operator: 'between', expected: '1 – 2000', found: '1190.00', negated: false },
      ],
    });
  });

  it('quotes no endless value', () => {
    const long = evaluate({ field: 'fileName', operator: 'contains', value: 'x' }, { fileName: 'x'.repeat(1_000_000) });
    expect(long.holds).toBe(true);
    expect(long.compared[0]?.found?.length).toBe(200);
  });
});

describe('conditions from outside', () => {
  const nested = (depth: number): unknown => (depth === 0 ? is('x') : { not: nested(depth - 1) });

  it.each([
    ['nothing', null, ['notACondition']],
    ['a text', 'is', ['notACondition']],
    ['a list', [], ['notACondition']],
    ['an empty object', {}, ['notACondition']],
    ['two branches in one', { all: [is('x')], any: [is('x')] }, ['notACondition']],
    ['a branch of another name', { none: [is('x')] }, ['notACondition']],
    ['all of no list', { all: is('x') }, ['notACondition all']],
    ['all of nothing', { all: [] }, ['emptyList all']],
    ['nine levels', nested(9), ['tooDeep not.not.not.not.not.not.not.not.not']],
    ['too long a list', { any: Array.from({ length: 201 }, () => is('x')) }, ['tooManyConditions any']],
    [
      'too many in all',
      {
        all: [{ any: Array.from({ length: 150 }, () => is('x')) }, { any: Array.from({ length: 150 }, () => is('x')) }],
      },
      ['tooManyConditions all.1.any.47'],
    ],
    ['an unknown field', { field: 'toString', operator: 'is', value: 'x' }, ['unknownField field']],
    ['a field that is no text', { field: 1, operator: 'is', value: 'x' }, ['unknownField field']],
    ['an unknown operator', { field: 'iban', operator: 'regex', value: 'x' }, ['unknownOperator operator']],
    ['a stray key', { ...is('x'), flags: 'i' }, ['unknownKey flags']],
    ['a stray key for missing', { field: 'iban', operator: 'missing', value: 'x' }, ['unknownKey value']],
    ['a stray key for one of', { field: 'iban', operator: 'oneOf', value: 'x' }, ['unknownKey value']],
    ['a stray key for between', { field: 'iban', operator: 'between', value: 'x' }, ['unknownKey value']],
    ['a piece of an amount', { field: 'gross', operator: 'contains', value: '1' }, ['operatorNeedsText operator']],
    ['no value', { field: 'iban', operator: 'is' }, ['valueMissing value']],
    ['a blank value', is('  '), ['valueMissing value']],
    ['a number for a value', { field: 'gross', operator: 'is', value: 5 }, ['valueMissing value']],
    ['an endless value', is('x'.repeat(201)), ['valueTooLong value']],
    ['an amount that is none', { field: 'gross', operator: 'is', value: '1.190,00' }, ['notAnAmount value']],
    ['a day that is none', { field: 'issueDate', operator: 'is', value: '16.03.2026' }, ['notADate value']],
    ['values that are no list', { field: 'iban', operator: 'oneOf', values: 'x' }, ['valueMissing values']],
    ['no values', { field: 'iban', operator: 'oneOf', values: [] }, ['emptyList values']],
    ['a bad one of the values', { field: 'iban', operator: 'oneOf', values: ['x', ''] }, ['valueMissing values.1']],
    [
      'too many values',
      { field: 'iban', operator: 'oneOf', values: Array.from({ length: 501 }, () => 'x') },
      ['tooManyValues values'],
    ],
    ['half a range', { field: 'gross', operator: 'between', from: '1' }, ['valueMissing to']],
    ['the other half', { field: 'gross', operator: 'between', to: '1' }, ['valueMissing from']],
    ['a range of amounts upside down', { field: 'gross', operator: 'between', from: '10', to: '9' }, ['fromAfterTo']],
    [
      'days upside down',
      { field: 'dueDate', operator: 'between', from: '2026-02-01', to: '2026-01-01' },
      ['fromAfterTo'],
    ],
    ['words upside down', { field: 'sellerName', operator: 'between', from: 'b', to: 'A' }, ['fromAfterTo']],
  ])('that are %s are refused with the place', (_, json, expected) => {
    expect(problems(json)).toEqual(expected);
  });

  it('tells at most 50 problems at once', () => {
    expect(problems({ field: 'iban', operator: 'oneOf', values: Array.from({ length: 500 }, () => '') }).length).toBe(
      50,
    );
  });

  it('accepts eight levels, and what it has given out before', () => {
    expect(problems(nested(8))).toEqual([]);
    const parsed = parseConditions({ all: [nested(3), { field: 'gross', operator: 'between', from: ' 1 ', to: '2' }] });
    expect(parsed.kind === 'conditions' && parseConditions(JSON.parse(JSON.stringify(parsed.when)))).toEqual(parsed);
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 9 }), (json) => {
        expect(parseConditions(json).kind).toMatch(/^(conditions|problems)$/);
      }),
      { numRuns: 200, seed: 25 },
    );
    let deep: unknown = is('x');
    for (let level = 0; level < 100_000; level += 1) deep = { not: deep };
    expect(problems(deep)[0]).toMatch(/^tooDeep/);
  });
});
