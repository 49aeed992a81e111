import { ACTIONS, ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import { decide, offeredActions } from '../../../src/domain/approval/decide.js';
import {
  DEFAULT_POLICY,
  type ApprovalPolicy,
  type DecisionFacts,
  type DecisionRequest,
} from '../../../src/domain/approval/facts.js';
import { STATES, TRANSITIONS, isState, transitionFor, type Action } from '../../../src/domain/approval/lifecycle.js';
import { PERMISSIONS, ROLES, isRole, type Role } from '../../../src/domain/approval/roles.js';
import { BAUAMT, EVERY_DESK, SCHULAMT, TODAY, by, confirmed, grant, invoice, machine, person } from './people.js';

const ALL_STATES = Object.keys(STATES).filter(isState);
const allRounder = person('anna', EVERY_DESK);
const filledIn = {
  reason: 'Weil es so ist.',
  departmentId: SCHULAMT,
  otherInvoiceId: 'other',
  brings: ['capture'],
  colleague: { ...person('karla', EVERY_DESK), absentUntil: null },
} as const;

/** What somebody else has begun, where an action only ends it. */
const begun: Partial<Readonly<Record<Action, Action>>> = {
  orderAsException: 'orderAsException',
  recall: 'requestRecall',
};
const withExceptions: ApprovalPolicy = { ...DEFAULT_POLICY, orderException: true };

/** An invoice of which the action answers the question. */
const asking = (action: Action, extra: Partial<DecisionFacts>): DecisionFacts => {
  const { clears } = ACTIONS[action];
  return invoice({
    clarificationReason: typeof clears === 'object' ? (clears[0] ?? null) : null,
    accountInDoubt: clears === 'changedAccount',
    suspicionOpen: clears === 'suspicion',
    capturedBy: by('clerk'),
    paymentChangedBy: [by('clerk')],
    proposals: begun[action] === undefined ? [] : [{ action: begun[action], by: by('clerk') }],
    exceptionBegunBy: [person('clerk', [grant('orderer')])],
    ...extra,
  });
};

/** Only a claim can be given back or passed on, and only another's be taken over. */
const holders = (action: Action, own: string): string | null =>
  action === 'release' || action === 'passOn' ? own : action === 'takeOver' ? 'somebody else' : null;

describe('every action in every state', () => {
  const cases = ALL_STATES.flatMap((state) => ALL_ACTIONS.map((action) => [action, state] as const));

  it.each(cases)(
    '%s in %s is allowed exactly where the lifecycle has a row and the program has looked',
    (action, state) => {
      const claimedBy = holders(action, 'anna');
      const decision = decide(
        { action, actor: allRounder, ...filledIn },
        asking(action, { state, claimedBy }),
        TODAY,
        withExceptions,
      );
      if (transitionFor(state, action) && state === 'received') {
        expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'notCheckedYet' } });
      } else if (transitionFor(state, action)) {
        expect(decision).toMatchObject({ kind: 'allowed', transition: { from: state, action } });
      } else {
        expect(decision.kind === 'refused' && decision.refusal.code).toMatch(/^(wrongState|alreadyDecided)$/);
      }
    },
  );

  it('says that something has been done already, and otherwise where it is possible', () => {
    const order = (state: 'approved' | 'routed') =>
      decide({ action: 'order', actor: allRounder }, invoice({ state }), TODAY);
    expect(order('approved')).toEqual({
      kind: 'refused',
      refusal: { code: 'alreadyDecided', values: { action: 'order', state: 'approved' } },
    });
    expect(order('routed')).toEqual({
      kind: 'refused',
      refusal: { code: 'wrongState', values: { action: 'order', state: 'routed', states: 'confirmed' } },
    });
  });
});

describe('every action by every role', () => {
  const cases = ALL_ACTIONS.flatMap((action) =>
    Object.keys(ROLES)
      .filter(isRole)
      .map((role) => [action, role] as const),
  );

  it.each(cases)('%s by %s is allowed exactly where the permission table says so', (action, role) => {
    const state = TRANSITIONS.find((row) => row.action === action && row.from !== 'received')?.from ?? 'received';
    const claimedBy = holders(action, 'rolf');
    const rolf = person('rolf', [grant(role, { departmentId: null })]);
    const decision = decide(
      { action, actor: rolf, ...filledIn },
      asking(action, { state, claimedBy }),
      TODAY,
      withExceptions,
    );
    if (PERMISSIONS[action].roles.includes(role)) {
      expect(decision.kind).toBe('allowed');
    } else {
      expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'noGrant' } });
    }
  });

  it('leaves audit office, treasury and administrations without a decision on invoices', () => {
    const lookers: readonly Role[] = ['auditor', 'treasurer', 'tenantAdmin', 'systemAdmin'];
    const deciding = new Set(Object.values(PERMISSIONS).flatMap(({ roles }) => roles));
    expect(lookers.filter((role) => deciding.has(role))).toEqual([]);
  });
});

describe('machines', () => {
  it.each([
    ['pipeline', 'route', 'received'],
    ['pipeline', 'reject', 'received'],
    ['financeSystem', 'claimForPayment', 'approved'],
    ['financeSystem', 'acknowledge', 'claimed'],
    ['supplier', 'answer', 'query'],
  ] as const)('the %s may %s', (part, action, state) => {
    const decision = decide(
      { action, actor: machine(part), ...filledIn },
      invoice({ state, claimedBy: 'anna' }),
      TODAY,
    );
    expect(decision).toMatchObject({ kind: 'allowed', by: null });
  });

  it.each([
    ['pipeline', 'confirmFactual', 'in_review'],
    ['financeSystem', 'order', 'confirmed'],
    ['financeSystem', 'returnUntaken', 'claimed'],
    ['supplier', 'claimForPayment', 'approved'],
  ] as const)('the %s may not %s', (part, action, state) => {
    const decision = decide({ action, actor: machine(part), ...filledIn }, invoice({ state }), TODAY);
    expect(decision).toMatchObject({ refusal: { code: 'machineMayNot', values: { action, part } } });
  });
});

describe('what a request must bring', () => {
  const anna = (request: Partial<DecisionRequest>, state: 'in_review' | 'clarification' | 'routed' = 'in_review') =>
    decide({ action: 'decline', actor: allRounder, ...request }, invoice({ state }), TODAY);

  it.each([
    ['no reason', { action: 'decline' }, 'reasonMissing'],
    ['a blank reason', { action: 'decline', reason: ' \n ' }, 'reasonMissing'],
    ['a reason without end', { action: 'decline', reason: 'x'.repeat(2_001) }, 'reasonTooLong'],
    ['no department', { action: 'forward', reason: 'Schule' }, 'departmentMissing'],
    ['its own department', { action: 'forward', reason: 'Schule', departmentId: BAUAMT }, 'sameDepartment'],
    ['no other invoice', { action: 'markDuplicate' }, 'otherInvoiceMissing'],
  ] as const)('a request with %s is refused', (_, request, code) => {
    expect(anna(request)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('lets a complete request pass', () => {
    expect(anna({ reason: 'Die Ware fehlt.' })).toMatchObject({ kind: 'allowed', transition: { to: 'declined' } });
    expect(anna({ action: 'forward', reason: 'Schule', departmentId: SCHULAMT })).toMatchObject({
      kind: 'allowed',
      voids: ['confirmations', 'orders', 'proposals'],
    });
  });

  it('allows routing to the department where the invoice has been before', () => {
    expect(anna({ action: 'route', departmentId: BAUAMT }, 'clarification').kind).toBe('allowed');
  });
});

describe('what is offered', () => {
  it('lists every action, and agrees with what the decision would be', () => {
    const confirmer = person('carl', [grant('factualConfirmer'), grant('orderer', { limitCents: 1_000n })]);
    for (const state of ALL_STATES) {
      const facts = state === 'confirmed' ? confirmed() : invoice({ state });
      const offers = offeredActions(facts, confirmer, TODAY);
      expect(offers.map(({ action }) => action)).toEqual(ALL_ACTIONS);
      for (const { action, refusal } of offers) {
        const decision = decide({ action, actor: confirmer, ...filledIn }, facts, TODAY);
        expect(decision.kind === 'refused' ? decision.refusal : null).toEqual(refusal);
      }
    }
  });

  it('names what has to be given along instead of refusing for want of it', () => {
    const forward = offeredActions(invoice(), allRounder, TODAY).find(({ action }) => action === 'forward');
    expect(forward).toEqual({ action: 'forward', refusal: null, needs: ['department', 'reason'], relevant: true });
  });

  it('says why not, for the decision bar', () => {
    const mayNot = offeredActions(confirmed(), person('feld', EVERY_DESK), TODAY);
    expect(mayNot.find(({ action }) => action === 'order')?.refusal?.code).toBe('confirmedByYourself');
    expect(by('feld')).toEqual(confirmed().confirmations[0]?.by);
  });
});
