import fc from 'fast-check';
import { ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import { decide } from '../../../src/domain/approval/decide.js';
import { HOLDS, type Deputyship } from '../../../src/domain/approval/deputies.js';
import type { Acting, Actor, ApprovalPolicy, DecisionFacts } from '../../../src/domain/approval/facts.js';
import { STATES, isState } from '../../../src/domain/approval/lifecycle.js';
import { ROLES, isRole, type Grant } from '../../../src/domain/approval/roles.js';
import { TODAY, machine } from './people.js';

const policy: ApprovalPolicy = {
  steps: [{ fromCents: 0n, toCents: null, orders: 2 }],
  declineByTwoAboveCents: 0n,
  twoConfirmers: false,
  orderException: false,
};

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
