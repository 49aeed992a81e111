import { comparedIn, explainCompared } from '../../../src/domain/routing/explain-routing.js';
import { moveBetween } from '../../../src/domain/routing/compare-books.js';
import type { RoutingBook } from '../../../src/domain/routing/route.js';
import type { RoutingRule } from '../../../src/domain/routing/routing-rule.js';
import { differencesOf, ruleSetOf, type RuleDraft } from '../../../src/domain/routing/rule-set.js';

const rule = (id: string, value = id): RoutingRule => ({
  ...{ id, position: 1, name: `Regel ${id}`, departmentId: 'amt' },
  when: { field: 'sellerName', operator: 'is', value },
});
const draft = ({ id, name, when, departmentId }: RoutingRule): RuleDraft => ({ id, name, when, departmentId });
const [a, b, c] = [rule('a'), rule('b'), rule('c')];

function saved(drafts: readonly RuleDraft[], current: readonly RoutingRule[]) {
  let count = 0;
  return ruleSetOf(drafts, current, () => `new ${String((count += 1))}`);
}

describe('a set of rules', () => {
  it('keeps what nobody touched, and gives what was altered or added an id of its own', () => {
    const drafts = [draft(c), { ...draft(a), departmentId: 'anderes' }, { ...draft(b), id: null }];
    expect(saved(drafts, [a, b, c])?.map(({ id, position, replaces }) => [id, position, replaces])).toEqual([
      ['c', 10, null],
      ['new 1', 20, 'a'],
      ['new 2', 30, null],
    ]);
  });

  it.each<[string, Partial<RuleDraft>]>([
    ['its name', { name: 'Anders' }],
    ['its department', { departmentId: 'anderes' }],
    ['its conditions', { when: rule('a', 'z').when }],
  ])('takes a rule for another one where only %s differs', (_, change) => {
    expect(saved([{ ...draft(a), ...change }], [a])?.[0]).toMatchObject({ id: 'new 1', replaces: 'a' });
  });

  it('takes no draft of a rule that is not in force, nor two of one', () => {
    expect(saved([draft(b)], [a])).toBeNull();
    expect(saved([draft(a), draft(a)], [a])).toBeNull();
    expect(saved([], [a])).toEqual([]);
  });
});

describe('two versions of a set', () => {
  const versioned = (...rules: readonly RoutingRule[]) => rules.map((one) => ({ ...one, replaces: null }));

  it('differ in what was added, altered, moved and ended', () => {
    const after = [...versioned(c), { ...rule('d'), replaces: 'a' }, ...versioned(rule('e'))];
    expect(differencesOf(versioned(a, b, c), after).map(({ kind, place }) => [kind, place])).toEqual([
      ['moved', 1],
      ['changed', 2],
      ['added', 3],
      ['ended', 2],
    ]);
  });

  it('do not differ in rules that only gave way to others', () => {
    expect(differencesOf(versioned(a, b), versioned(rule('n'), a, b)).map(({ kind }) => kind)).toEqual(['added']);
    expect(differencesOf(versioned(a, b, c), versioned(b, c)).map(({ kind }) => kind)).toEqual(['ended']);
    expect(differencesOf(versioned(a, b), versioned(a, b))).toEqual([]);
  });
});

describe('what another book of rules would do', () => {
  const book = (...rules: readonly RoutingRule[]): RoutingBook => ({
    leitwegIds: [{ leitwegId: '991-33333TEST-33', departmentId: null }],
    rules,
  });
  const facts = { buyerReference: '991-33333TEST-33', sellerName: 'a' };

  it('is told with what leads to each side', () => {
    const other = { ...a, name: 'Andere', departmentId: 'anderes' };
    expect(moveBetween(facts, book(a), book(other))).toEqual({
      from: { departmentId: 'amt', by: { kind: 'rule', name: 'Regel a' } },
      to: { departmentId: 'anderes', by: { kind: 'rule', name: 'Andere' } },
    });
    expect(moveBetween(facts, book(a), book())).toMatchObject({
      to: { departmentId: null, by: { kind: 'clearing', reason: 'noRuleMatched' } },
    });
  });

  it('is nothing where the department stays, by whatever rule', () => {
    expect(moveBetween(facts, book(a), book({ ...a, name: 'Andere' }))).toBeNull();
    expect(moveBetween({ ...facts, sellerName: 'z' }, book(a), book(b))).toBeNull();
  });
});

describe('why an invoice is where it is', () => {
  const compared = { field: 'orderReference', operator: 'startsWith', expected: 'GM-', found: 'GM-17', negated: false };

  it.each([
    [compared, 'Bestellnummer: „GM-17“ (beginnt mit „GM-“)', 'Order reference: “GM-17” (starts with “GM-”)'],
    [
      { ...compared, negated: true },
      'Bestellnummer: „GM-17“ (nicht: beginnt mit „GM-“)',
      'Order reference: “GM-17” (not: starts with “GM-”)',
    ],
    [
      { ...compared, operator: 'missing', expected: '', found: null },
      'Bestellnummer: nicht angegeben (fehlt)',
      'Order reference: not given (is missing)',
    ],
  ])('is told in words: %j', (stored, de, en) => {
    const [told] = comparedIn([stored]).map(explainCompared);
    expect([told?.de, told?.en]).toEqual([de, en]);
  });

  it('tells nothing of what cannot be read any more', () => {
    const broken = [
      null,
      'x',
      {},
      { ...compared, field: 'colour' },
      { ...compared, field: 'BT-13' },
      { ...compared, operator: 'near' },
    ];
    expect(comparedIn([...broken, { ...compared, expected: 1 }, { ...compared, found: 1 }])).toEqual([]);
    expect(comparedIn('x')).toEqual([]);
  });
});
