import { ACTIONS, ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import { decide } from '../../../src/domain/approval/decide.js';
import {
  absentUntil,
  LENDABLE_ROLES,
  lentAlong,
  lentGrants,
  type Deputyship,
} from '../../../src/domain/approval/deputies.js';
import {
  DEFAULT_POLICY,
  type Colleague,
  type DecisionFacts,
  type Principal,
} from '../../../src/domain/approval/facts.js';
import { TRANSITIONS, type Action } from '../../../src/domain/approval/lifecycle.js';
import { PERMISSIONS, ROLES, isRole, type Grant, type Role } from '../../../src/domain/approval/roles.js';
import {
  BAUAMT,
  EVERY_DESK,
  SCHULAMT,
  TODAY,
  by,
  confirmed,
  deputyship,
  grant,
  invoice,
  person,
  principal,
} from './people.js';

const YESTERDAY = '2026-03-15';
const TOMORROW = '2026-03-17';
const ABSENT = { absences: [{ firstDay: YESTERDAY, lastDay: TODAY }] };

/** An invoice on which everything but the person is as the action wants it. */
function readyFor(action: Action, holder: string): DecisionFacts {
  const { clears } = ACTIONS[action];
  const state = TRANSITIONS.find((row) => row.action === action && row.from !== 'received')?.from ?? 'received';
  const held = ['release', 'passOn'].includes(action) ? holder : action === 'takeOver' ? 'somebody' : null;
  const begun = action === 'recall' ? 'requestRecall' : action === 'orderAsException' ? action : null;
  return invoice({
    state,
    claimedBy: held,
    clarificationReason: typeof clears === 'object' ? (clears[0] ?? null) : null,
    accountInDoubt: clears === 'changedAccount',
    suspicionOpen: clears === 'suspicion',
    capturedBy: by('clerk'),
    paymentChangedBy: [by('clerk')],
    proposals: begun === null ? [] : [{ action: begun, by: by('clerk') }],
    exceptionBegunBy: [person('clerk', [grant('orderer')])],
  });
}

const along = {
  reason: 'Weil es so ist.',
  departmentId: SCHULAMT,
  otherInvoiceId: 'other',
  brings: ['capture'],
  colleague: { ...person('karla', EVERY_DESK), absentUntil: null },
} as const;

/** What the deputy dora is told who acts for otto with this role, each with one grant of it. */
function told(
  action: Action,
  role: Role,
  lends: Partial<Deputyship>,
  otto: Partial<Principal> = {},
  own?: Grant,
): string {
  const onBehalfOf = principal('otto', [grant(role)], { deputyships: [deputyship('otto', lends)], ...otto });
  const dora = person('dora', [own ?? grant(role, { departmentId: SCHULAMT })], { onBehalfOf });
  const policy = { ...DEFAULT_POLICY, orderException: true };
  const decision = decide({ action, actor: dora, ...along }, readyFor(action, 'otto'), TODAY, policy);
  return decision.kind === 'allowed' ? `allowed by ${decision.deputyshipId ?? 'nothing'}` : decision.refusal.code;
}

const peopleDo = ALL_ACTIONS.flatMap((action) => PERMISSIONS[action].roles.map((role) => [action, role] as const));

describe('every action × role, in Vertretung', () => {
  const otherRole: Role = 'treasurer';
  const cases = [
    ['is allowed while the deputyship holds', {}, {}, 'allowed by for-otto'],
    ['is allowed in the role and department that it names', { departmentId: BAUAMT }, {}, 'allowed by for-otto'],
    ['is refused after it has ended', { validTo: YESTERDAY }, {}, 'deputyshipNotValid'],
    ['is refused before it has begun', { validFrom: TOMORROW }, {}, 'deputyshipNotValid'],
    ['is refused to who is no deputy', {}, { deputyships: [] }, 'deputyshipNotValid'],
    ['is refused while the principal is there', { holds: 'whileAbsent' }, {}, 'principalIsThere'],
    ['is allowed while the principal is absent', { holds: 'whileAbsent' }, ABSENT, 'allowed by for-otto'],
    ['is refused in a department that it does not cover', { departmentId: SCHULAMT }, {}, 'notLent'],
    ['is refused in a role that it does not cover', { roles: [otherRole] }, {}, 'notLent'],
  ] as const satisfies readonly (readonly [string, Partial<Deputyship>, Partial<Principal>, string])[];

  it.each(cases)('%s', (_, lends, otto, expected) => {
    expect(peopleDo.length).toBeGreaterThan(60);
    const answers = peopleDo.map(([action, role]) => [action, role, told(action, role, lends, otto)]);
    expect(answers).toEqual(peopleDo.map(([action, role]) => [action, role, expected]));
  });

  it('is refused where the principal’s own grant has ended, or the deputy’s', () => {
    for (const [action, role] of peopleDo) {
      const ended = grant(role, { validTo: YESTERDAY });
      expect([action, told(action, role, {}, { grants: [ended] })]).toEqual([action, 'grantExpired']);
      expect([action, told(action, role, {}, {}, ended)]).toEqual([action, 'grantExpired']);
      expect([action, told(action, role, {}, {}, grant('treasurer'))]).toEqual([action, 'noGrant']);
    }
  });

  it('never lends what a principal does not have: a role that may not stays one that may not', () => {
    const roles = Object.keys(ROLES).filter(isRole);
    const others = ALL_ACTIONS.flatMap((action) =>
      roles.filter((role) => !PERMISSIONS[action].roles.includes(role)).map((role) => [action, role] as const),
    );
    for (const [action, role] of others)
      expect([action, role, told(action, role, {})]).toEqual([action, role, 'noGrant']);
  });
});

describe('several deputyships for one principal', () => {
  it('the one that goes furthest carries the act, and is named', () => {
    const grants = [
      grant('orderer', { departmentId: BAUAMT, limitCents: 50_000n }),
      grant('orderer', { departmentId: null }),
    ];
    const deputyships = [
      deputyship('otto', { id: 'ended', validTo: YESTERDAY }),
      deputyship('otto', { id: 'confirming', roles: ['factualConfirmer'] }),
      deputyship('otto', { id: 'ordering', roles: ['orderer'] }),
    ];
    const dora = person('dora', EVERY_DESK, { onBehalfOf: principal('otto', grants, { deputyships }) });
    expect(decide({ action: 'order', actor: dora }, confirmed(), TODAY)).toMatchObject({ deputyshipId: 'ordering' });
  });
});

describe('four eyes, in Vertretung', () => {
  const acted = [
    ['the principal', by('otto')],
    ['the deputy', by('dora')],
    ['another deputy for the principal', by('kai', 'otto')],
    ['the deputy for somebody else', by('dora', 'kai')],
    ['somebody else in the deputy’s place', by('kai', 'dora')],
  ] as const;
  const dora = person('dora', EVERY_DESK, { onBehalfOf: principal('otto', EVERY_DESK) });
  const rows = acted.flatMap(([who, act]) => [
    ['order', who, confirmed({ confirmations: [{ kind: 'factual', by: act }] }), 'confirmedByYourself'] as const,
    ['confirmFactual', who, invoice({ orders: [act] }), 'orderedByYourself'] as const,
    ['order', who, confirmed({ confirmations: [], orders: [act] }), 'secondPersonNeeded'] as const,
    ['confirmCapture', who, readyToCapture(act), 'secondPersonNeeded'] as const,
    ['confirmPayment', who, invoice({ paymentChangedBy: [act] }), 'secondPersonNeeded'] as const,
    ['releaseAccount', who, released(act), 'secondPersonNeeded'] as const,
    ['recall', who, asked(act), 'secondPersonNeeded'] as const,
    ['markPaid', who, invoice({ state: 'handed_over', orders: [act] }), 'paysOwnDecision'] as const,
  ]);

  it.each(rows)('%s is refused where %s has had the other half: %#', (action, _, facts, expected) => {
    const decision = decide({ action, actor: dora, reason: 'Grund' }, facts, TODAY);
    expect(decision.kind === 'refused' && decision.refusal.code).toBe(expected);
  });

  it('holds for two confirmations where the town demands two people', () => {
    const half = invoice({ confirmations: [{ kind: 'factual', by: by('otto') }] });
    const decision = decide({ action: 'confirmArithmetical', actor: dora }, half, TODAY, {
      ...DEFAULT_POLICY,
      twoConfirmers: true,
    });
    expect(decision).toMatchObject({ refusal: { code: 'secondConfirmerNeeded' } });
  });
});

function readyToCapture(act: DecisionFacts['capturedBy']): DecisionFacts {
  return invoice({ state: 'clarification', clarificationReason: 'notAnEInvoice', capturedBy: act, gross: null });
}

function released(act: ReturnType<typeof by>): DecisionFacts {
  return invoice({ state: 'clarification', accountInDoubt: true, proposals: [{ action: 'releaseAccount', by: act }] });
}

function asked(act: ReturnType<typeof by>): DecisionFacts {
  return invoice({ state: 'handed_over', proposals: [{ action: 'requestRecall', by: act }] });
}

describe('passing an invoice on', () => {
  const held = invoice({ claimedBy: 'feld' });
  const feld = person('feld', EVERY_DESK);
  const karla = { ...person('karla', [grant('factualConfirmer')]), absentUntil: null };
  const answer = (colleague: Colleague | undefined, actor = feld, facts = held): string => {
    const decision = decide({ action: 'passOn', actor, ...(colleague ? { colleague } : {}) }, facts, TODAY);
    return decision.kind === 'allowed' ? `${decision.claim} ${decision.transition.to}` : decision.refusal.code;
  };

  it.each([
    ['to nobody', undefined, 'colleagueMissing'],
    ['to a colleague who may go on with it', karla, 'given in_review'],
    ['to who holds it', { ...karla, id: 'feld' }, 'colleagueHolds'],
    ['to who is absent', { ...karla, absentUntil: TOMORROW }, 'colleagueAbsent'],
    ['to who works elsewhere', { ...karla, grants: [grant('coding', { departmentId: SCHULAMT })] }, 'noGrant'],
    ['to who is its payee', { ...karla, ownAccountHashes: ['hash-of-the-supplier'] }, 'ownPayee'],
  ])('%s', (_, colleague, expected) => {
    expect(answer(colleague)).toBe(expected);
  });

  it('is for who holds it or stands in for them, also while a question is open', () => {
    expect(answer(karla, person('anna', EVERY_DESK))).toBe('claimedBySomeoneElse');
    expect(answer(karla, person('anna', EVERY_DESK, { onBehalfOf: principal('feld', EVERY_DESK) }))).toBe(
      'given in_review',
    );
    expect(answer(karla, feld, invoice({ state: 'query', claimedBy: 'feld' }))).toBe('given query');
    expect(answer(karla, feld, invoice())).toBe('heldByNobody');
    expect(answer(karla, person('feld', EVERY_DESK, { ownAccountHashes: ['hash-of-the-supplier'] }))).toBe(
      'given in_review',
    );
  });
});

describe('what a deputyship lends', () => {
  it('is nothing of what is done in person: audit, treasury and administration', () => {
    const every = Object.keys(ROLES)
      .filter(isRole)
      .map((role) => grant(role));
    const lent = lentGrants(deputyship('otto'), every).map(({ role }) => role);
    expect(lent).toEqual(
      [...LENDABLE_ROLES].toSorted(
        (a, b) => every.findIndex((g) => g.role === a) - every.findIndex((g) => g.role === b),
      ),
    );
    for (const role of ['auditor', 'treasurer', 'tenantAdmin', 'systemAdmin'] as const)
      expect(lent).not.toContain(role);
  });

  it('narrows a grant for the whole town to its department', () => {
    const lent = lentGrants(deputyship('otto', { departmentId: BAUAMT }), [
      grant('coding', { departmentId: null }),
      grant('orderer', { departmentId: SCHULAMT }),
    ]);
    expect(lent).toEqual([grant('coding', { departmentId: BAUAMT })]);
  });

  it('shows only what the deputy has a valid grant for too', () => {
    const lent = [grant('orderer'), grant('coding')];
    const own = [grant('orderer', { departmentId: SCHULAMT }), grant('coding', { validTo: YESTERDAY })];
    expect(lentAlong(own, lent, TODAY)).toEqual([grant('orderer')]);
  });
});

describe('an absence', () => {
  it.each([
    ['none', [], null],
    ['over', [[YESTERDAY, YESTERDAY]], null],
    ['to come', [[TOMORROW, TOMORROW]], null],
    ['today only', [[TODAY, TODAY]], TODAY],
    [
      'followed at once by another',
      [
        [YESTERDAY, TODAY],
        [TOMORROW, '2026-03-20'],
      ],
      '2026-03-20',
    ],
    [
      'within a longer one',
      [
        [TODAY, TODAY],
        [YESTERDAY, '2026-04-01'],
      ],
      '2026-04-01',
    ],
    [
      'with a gap behind it',
      [
        [TODAY, TODAY],
        ['2026-03-18', '2026-03-20'],
      ],
      TODAY,
    ],
  ])('%s', (_, days, expected) => {
    const absences = days.map(([firstDay = '', lastDay = '']) => ({ firstDay, lastDay }));
    expect(absentUntil(absences, TODAY)).toBe(expected);
  });
});
