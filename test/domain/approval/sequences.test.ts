import fc from 'fast-check';
import { ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import { decide, type Allowed } from '../../../src/domain/approval/decide.js';
import { HOLDS, type Deputyship } from '../../../src/domain/approval/deputies.js';
import type { Acting, Actor, ApprovalPolicy, DecisionFacts } from '../../../src/domain/approval/facts.js';
import { STATES, isState, type Action } from '../../../src/domain/approval/lifecycle.js';
import { ROLES, isRole, type Grant } from '../../../src/domain/approval/roles.js';
import { isVoided, standingDecisions, type RecordedDecision } from '../../../src/domain/approval/standing.js';
import { BAUAMT, EVERY_DESK, SCHULAMT, TODAY, invoice, machine, person, principal } from './people.js';

const NAMES = ['anna', 'bert', 'carl', 'dora'] as const;

const people = NAMES.map((name) => person(name, EVERY_DESK));
const deputies = NAMES.flatMap((name) =>
  NAMES.filter((other) => other !== name).map((other) =>
    person(name, EVERY_DESK, { onBehalfOf: principal(other, EVERY_DESK) }),
  ),
);
const COLLEAGUE = { ...person('emil', EVERY_DESK), absentUntil: null };
const machines = [machine('pipeline'), machine('financeSystem'), machine('supplier')];
const actors: readonly Actor[] = [...people, ...deputies, ...machines];

const policy: ApprovalPolicy = {
  steps: [{ fromCents: 0n, toCents: null, orders: 2 }],
  declineByTwoAboveCents: 0n,
  twoConfirmers: false,
  orderException: false,
};

interface Life {
  readonly facts: DecisionFacts;
  readonly records: readonly RecordedDecision[];
}

/** What the write path does with an allowed decision, in memory. */
function carryOut({ facts, records }: Life, action: Action, { by, progress, transition, voids, claim }: Allowed): Life {
  const voided = records.map((record) => (isVoided(record, voids) ? { ...record, voidedAt: new Date(0) } : record));
  const added: readonly RecordedDecision[] = by
    ? [{ action, progress, personId: by.personId, onBehalfOf: by.onBehalfOfId, voidedAt: null }]
    : [];
  const all = [...voided, ...added];
  const claimedBy = { taken: by?.personId ?? null, kept: facts.claimedBy, ended: null, given: COLLEAGUE.id }[claim];
  return { facts: { ...facts, state: transition.to, claimedBy, ...standingDecisions(all) }, records: all };
}

const everybody = (acts: readonly Acting[]): Set<string> =>
  new Set(acts.flatMap(({ personId, onBehalfOfId }) => (onBehalfOfId ? [personId, onBehalfOfId] : [personId])));

/** The guards in this test's own words, looking only at what stands. */
function judge({ facts }: Life): void {
  const confirmers = everybody(facts.confirmations.map(({ by }) => by));
  const orderers = everybody(facts.orders);
  expect([...orderers].filter((id) => confirmers.has(id))).toEqual([]);
  const people = facts.orders.flatMap(({ personId, onBehalfOfId }) =>
    onBehalfOfId ? [personId, onBehalfOfId] : [personId],
  );
  expect(new Set(people).size).toBe(people.length);
  if (['confirmed', 'approved', 'claimed', 'handed_over', 'paid', 'paid_reduced'].includes(facts.state)) {
    expect(facts.confirmations.map(({ kind }) => kind).toSorted()).toEqual(['arithmetical', 'factual']);
  }
  if (['approved', 'claimed', 'handed_over', 'paid', 'paid_reduced'].includes(facts.state)) {
    expect(facts.orders.length).toBe(2);
  }
  if (facts.state === 'in_review') expect(facts.orders).toEqual([]);
}

/** Steps on the way to payment, and those that end the way early: chance alone would rarely come past review. */
const ONWARD: readonly Action[] = [
  'claim',
  'confirmFactual',
  'confirmArithmetical',
  'order',
  'claimForPayment',
  'acknowledge',
  'markPaid',
];
const ENDING: readonly Action[] = ['dispose', 'moveToTenant', 'supersede', 'markDuplicate', 'reject', 'decline'];

describe('random people doing random things', () => {
  it('never let the same person confirm and order, nor skip a confirmation or an order', () => {
    const action = fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...ONWARD) },
      { weight: 3, arbitrary: fc.constantFrom(...ALL_ACTIONS.filter((one) => !ENDING.includes(one))) },
      { weight: 1, arbitrary: fc.constantFrom(...ALL_ACTIONS) },
    );
    const actor = fc.oneof(fc.constantFrom(...actors), fc.constantFrom(...people), fc.constantFrom(...machines));
    const step = fc.record({ action, actor });
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 300, maxLength: 400 }), (steps) => {
        let life: Life = { facts: invoice({ state: 'routed' }), records: [] };
        for (const { action, actor } of steps) {
          const other = life.facts.departmentId === BAUAMT ? SCHULAMT : BAUAMT;
          const request = { action, actor, reason: 'Grund', departmentId: other, otherInvoiceId: 'other' };
          const decision = decide(request, life.facts, TODAY, policy);
          if (decision.kind === 'refused') continue;
          life = carryOut(life, action, decision);
          reached.add(life.facts.state);
          judge(life);
        }
      }),
      { numRuns: 80, seed: 25 },
    );
    expect([...reached]).toEqual(expect.arrayContaining(['confirmed', 'approved', 'claimed', 'handed_over', 'paid']));
  });

  it('reach payment when they do the right things, so that the judge above has something to judge', () => {
    const [anna, bert, carl] = people;
    const finance = machine('financeSystem');
    const steps = [
      ['route', machine('pipeline')],
      ['claim', anna],
      ['confirmFactual', anna],
      ['confirmArithmetical', anna],
      ['order', bert],
      ['order', carl],
      ['claimForPayment', finance],
      ['acknowledge', finance],
      ['markPaid', finance],
    ] as const;
    let life: Life = { facts: invoice({ state: 'received' }), records: [] };
    for (const [action, actor = finance] of steps) {
      const decision = decide({ action, actor, departmentId: BAUAMT }, life.facts, TODAY, policy);
      expect(decision.kind).toBe('allowed');
      if (decision.kind === 'allowed') life = carryOut(life, action, decision);
      judge(life);
    }
    expect(life.facts.state).toBe('paid');
  });
});

describe('a decision about anything at all', () => {
  const text = fc.string({ maxLength: 12 });
  const day = fc.option(fc.constantFrom('2025-01-01', TODAY, '2027-01-01', 'never'));
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  const grants = fc.array(
    fc.record<Grant>({
      role: fc.constantFrom(...Object.keys(ROLES).filter(isRole)),
      departmentId: fc.option(text),
      limitCents: fc.option(cents),
      validFrom: day,
      validTo: day,
    }),
    { maxLength: 4 },
  );
  const acting = fc.record<Acting>({ personId: text, onBehalfOfId: fc.option(text) });
  const hashes = fc.array(text, { maxLength: 3 });
  const action = fc.constantFrom(...ALL_ACTIONS);
  const deputyships = fc.record<Deputyship>({
    ...{ id: text, principalId: text, deputyId: text, departmentId: fc.option(text), validFrom: day, validTo: day },
    roles: fc.option(fc.array(fc.constantFrom(...Object.keys(ROLES).filter(isRole)), { maxLength: 3 })),
    holds: fc.constantFrom(...HOLDS),
  });
  const absences = fc.array(
    fc.record({ firstDay: fc.constant('2026-01-01'), lastDay: fc.constantFrom('2026-02-01', TODAY) }),
    {
      maxLength: 2,
    },
  );
  const someone: fc.Arbitrary<Actor> = fc.oneof(
    fc.constantFrom(machine('pipeline'), machine('financeSystem'), machine('supplier')),
    fc.record({
      kind: fc.constant('person' as const),
      id: text,
      grants,
      ownAccountHashes: hashes,
      onBehalfOf: fc.option(
        fc.record({ id: text, grants, ownAccountHashes: hashes, deputyships: fc.array(deputyships), absences }),
      ),
    }),
  );
  const facts = fc.record<DecisionFacts>({
    state: fc.constantFrom(...Object.keys(STATES).filter(isState)),
    departmentId: fc.option(text),
    clarificationReason: fc.option(text),
    accountInDoubt: fc.boolean(),
    suspicionOpen: fc.boolean(),
    capturedBy: fc.option(acting),
    gross: fc.option(fc.record({ currency: fc.constantFrom('EUR', 'CHF', ''), cents })),
    euroRate: fc.option(text),
    payeeAccountHashes: hashes,
    paymentChangedBy: fc.array(acting, { maxLength: 2 }),
    paymentReduced: fc.boolean(),
    missingForOrder: fc.subarray(['payment', 'coding'] as const),
    claimedBy: fc.option(text),
    confirmations: fc.array(fc.record({ kind: fc.constantFrom('factual', 'arithmetical'), by: acting }), {
      maxLength: 3,
    }),
    orders: fc.array(acting, { maxLength: 3 }),
    proposals: fc.array(fc.record({ action, by: acting }), { maxLength: 3 }),
    exceptionBegunBy: fc.array(
      fc.record({
        kind: fc.constant('person' as const),
        ...{ id: text, grants, ownAccountHashes: hashes, onBehalfOf: fc.constant(null) },
      }),
      { maxLength: 2 },
    ),
  });

  it('is an answer, never an exception', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(action, someone, facts, fc.option(text, { nil: undefined }), (verb, actor, about, reason) => {
        const decision = decide({ action: verb, actor, reason, departmentId: reason }, about, TODAY, policy);
        seen.add(decision.kind);
      }),
      { numRuns: 5_000, seed: 25 },
    );
    expect([...seen].toSorted()).toEqual(['allowed', 'refused']);
  });
});
