import fc from 'fast-check';
import { askedTerms, valuesOfTerm } from '../../../src/domain/invoice/term-values.js';
import { parseConditions } from '../../../src/domain/routing/conditions.js';
import { evaluate, MAX_FOUND_VALUES } from '../../../src/domain/routing/evaluate.js';
import { isRoutingField, routingFields, type RoutingFacts } from '../../../src/domain/routing/routing-field.js';
import type { Comparison, Condition } from '../../../src/domain/routing/routing-rule.js';

const texts = ['', 'a', 'A', 'ab', 'b*', '10', '9.5', '2026-01-02', ' a  b '];
/** Values of rules are kept without blanks around them. */
const text = fc.constantFrom(...texts.filter((one) => one !== '' && one === one.trim()));
const field = fc.constantFrom('sellerName', 'orderReference', 'gross', 'issueDate', 'BT-153').filter(isRoutingField);
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ field, operator: fc.constant('missing' as const) }),
  fc.record({ field, operator: fc.constantFrom('is', 'startsWith', 'contains', 'matches'), value: text }),
  fc.record({ field, operator: fc.constant('oneOf' as const), values: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, operator: fc.constant('between' as const), from: text, to: text }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { minLength: 1, maxLength: 3 });
  const groups = [fc.record({ all: parts }), fc.record({ any: parts }), fc.record({ not: tie('condition') })] as const;
  return { condition: fc.oneof({ depthSize: 'small' }, comparison, ...groups) };
});
const value = fc.option(fc.constantFrom(...texts), { nil: undefined });
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  ...{ sellerName: value, orderReference: value, gross: value, issueDate: value },
  valuesOf: fc.array(fc.constantFrom(...texts), { maxLength: 3 }).map((values) => () => values),
});

const holds = (one: Condition, of: RoutingFacts): boolean => evaluate(one, of).holds;

describe('conditions', () => {
  it('mean with their opposites, their groups and their order what logic says', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), facts, (parts, of) => {
        const each = parts.map((part) => holds(part, of));
        expect(holds({ all: parts }, of)).toBe(each.every(Boolean));
        expect(holds({ any: parts }, of)).toBe(each.some(Boolean));
        expect(holds({ not: { all: parts } }, of)).toBe(holds({ any: parts.map((not) => ({ not })) }, of));
        expect(holds({ all: parts.toReversed() }, of)).toBe(holds({ all: parts }, of));
      }),
    );
  });

  it('say what settled them: the comparisons told of are enough to come to the same answer', () => {
    fc.assert(
      fc.property(condition, facts, (one, of) => {
        const { compared } = evaluate(one, of);
        expect(compared.length).toBeGreaterThan(0);
        const again = evaluate({ not: one }, of).compared;
        expect(again).toEqual(compared.map((told) => ({ ...told, negated: !told.negated })));
      }),
    );
  });

  it('hold with a field exactly if it is there, or is missing', () => {
    fc.assert(
      fc.property(field, facts, (name, of) => {
        const missing: Condition = { field: name, operator: 'missing' };
        const anything: Condition = { field: name, operator: 'matches', value: '*' };
        expect(holds(missing, of)).toBe(!holds(anything, of));
      }),
    );
  });

  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const parsed = parseConditions(JSON.parse(JSON.stringify(one)));
        fc.pre(parsed.kind === 'conditions'); // not every field takes every operator; too few that do are a failure
        expect(parsed).toEqual({ kind: 'conditions', when: one });
      }),
    );
  });
});

it('a word lies between no numbers, wherever it would stand in a dictionary', () => {
  const between: Condition = { field: 'orderReference', operator: 'between', from: '10', to: '99' };
  expect(['50', '5a', 'ab', '9', '100'].filter((orderReference) => holds(between, { orderReference }))).toEqual(['50']);
});

describe('a business term of which there are several', () => {
  const lines = (...names: readonly string[]) => ({ lines: names.map((name) => ({ item: { name } })) });
  const of = (...names: readonly string[]): RoutingFacts => ({ valuesOf: (id) => valuesOfTerm(lines(...names), id) });
  const is = (name: string): Condition => ({ field: 'BT-153', operator: 'is', value: name });

  it('is compared with each of its values, and the one that fits is quoted', () => {
    const { holds: found, compared } = evaluate(is('Schwamm'), of('Kreide', 'schwamm'));
    expect([found, compared[0]?.found]).toEqual([true, 'schwamm']);
    expect(evaluate(is('Tafel'), of('Kreide', 'Schwamm'))).toMatchObject({
      holds: false,
      compared: [{ found: 'Kreide' }],
    });
    expect(holds({ not: is('Schwamm') }, of('Kreide', 'Schwamm'))).toBe(false);
    expect(holds({ field: 'BT-153', operator: 'missing' }, of(' ', ''))).toBe(true);
  });

  it('is looked through in bounds, so that no document costs long', () => {
    const many = Array.from({ length: MAX_FOUND_VALUES }, (_, at) => `w${String(at)}`);
    expect(holds(is('last'), of(...many.slice(1), 'last'))).toBe(true);
    expect(holds(is('last'), of(...many, 'last'))).toBe(false);
    expect(holds(is('last'), of(...Array.from({ length: 20_000 }, () => 'same'), 'last'))).toBe(true);
    expect(holds(is('last'), of(...Array.from({ length: 11 }, (_, at) => String(at).padEnd(1000, 'x')), 'last'))).toBe(
      false,
    );
  });

  it('quotes whole characters only', () => {
    const { compared } = evaluate(is('x'), of(`${'x'.repeat(199)}😀`));
    expect(compared[0]?.found?.isWellFormed()).toBe(true);
  });
});

it('every business term that has a value can be asked for, under one name, of its kind', () => {
  const terms = [...routingFields.values()].flatMap(({ term }) => term ?? []);
  expect(new Set(terms).size).toBe(terms.length);
  expect([...askedTerms.keys()].filter((id) => !terms.includes(id))).toEqual([]);
  expect(['BT-146', 'BT-129', 'BT-152', 'BT-7', 'BT-153'].map((id) => routingFields.get(id)?.kind)).toEqual([
    ...['amount', 'amount', 'amount', 'date', 'text'],
  ]);
  expect(routingFields.get('BT-37')).toMatchObject({ de: expect.stringMatching(/ › .* › Ort$/) });
  expect(valuesOfTerm({ seller: { identifiers: [{ value: '1' }, { value: '2', scheme: '0088' }] } }, 'BT-29')).toEqual([
    ...['1', '2'],
  ]);
  expect(valuesOfTerm({ lines: [{ quantity: { value: '3', unit: 'C62' } }] }, 'BT-129')).toEqual(['3']);
});
