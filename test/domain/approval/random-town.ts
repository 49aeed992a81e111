import { createHash } from 'node:crypto';
import { ALL_ACTIONS } from '../../../src/domain/approval/actions.js';
import type { Deputyship } from '../../../src/domain/approval/deputies.js';
import type { Actor, ApprovalPolicy, Person, Principal } from '../../../src/domain/approval/facts.js';
import { TRANSITIONS, type Action, type State } from '../../../src/domain/approval/lifecycle.js';
import type { Grant, Role } from '../../../src/domain/approval/roles.js';
import { link, type AuditEntry, type ChainHead } from '../../../src/domain/audit/chain.js';
import { loggedEvent, type LoggedEvent } from './audit-story.js';
import type { ApprovalWords } from './audit-town.js';
import { BAUAMT, EVERY_DESK, SCHULAMT, deputyship, grant, machine, person } from './people.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An audit log in memory, linked as the real one is. */
export class Log {
  private readonly heads = new Map<string, ChainHead>();
  readonly events: LoggedEvent[] = [];

  append(entry: AuditEntry, at: string): void {
    const { kind, id } = entry.subject;
    const next = link('town', entry, this.heads.get(`${kind} ${id}`) ?? null, at, sha256(`salt ${at}`), sha256);
    this.heads.set(`${kind} ${id}`, next);
    this.events.push(loggedEvent(next.body, next.payload?.text ?? null));
  }
}

const everywhere = (role: Role, extra: Partial<Grant> = {}): Grant => grant(role, { departmentId: null, ...extra });
const SIGNING = ['factualConfirmer', 'arithmeticalConfirmer', 'orderer'] as const;
const SOME_LIMIT = 50_000n;
const LAST_DAY = '2026-03-05';

/** People as towns have them: some may do all, some little, one sits in the Kasse, one is a payee, one leaves. */
const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  anna: EVERY_DESK,
  bert: EVERY_DESK,
  carl: SIGNING.map((role) => grant(role, { limitCents: SOME_LIMIT })),
  dora: [...EVERY_DESK, everywhere('cashier')],
  emil: EVERY_DESK,
  fina: SIGNING.map((role) => everywhere(role, { validTo: LAST_DAY })),
  gero: [everywhere('intake'), everywhere('bookkeeper'), everywhere('cashier', { validFrom: LAST_DAY })],
  hans: SIGNING.map((role) => grant(role, { departmentId: SCHULAMT, limitCents: SOME_LIMIT })),
};
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = { emil: ['account-of-emil'] };

const DEPUTYSHIPS: readonly Deputyship[] = [
  deputyship('anna', { id: 'bert-for-anna', deputyId: 'bert', holds: 'whileAbsent' }),
  deputyship('anna', { id: 'hans-for-anna', deputyId: 'hans', roles: ['orderer', 'factualConfirmer'] }),
  deputyship('emil', { id: 'carl-for-emil', deputyId: 'carl', departmentId: BAUAMT, validTo: LAST_DAY }),
  deputyship('bert', { id: 'anna-for-bert', deputyId: 'anna' }),
];
const ABSENCE = { personId: 'anna', firstDay: '2026-03-03', lastDay: '2026-03-04' } as const;

const principal = (id: string, deputyId: string): Principal => ({
  ...{ id, grants: GRANTS[id] ?? [], ownAccountHashes: ACCOUNTS[id] ?? [] },
  deputyships: DEPUTYSHIPS.filter((one) => one.principalId === id && one.deputyId === deputyId),
  absences: ABSENCE.personId === id ? [ABSENCE] : [],
});

/** A person of this town, as they are today, in somebody's place or in their own name. */
export const townsperson = (id: string, onBehalfOf: string | null): Person =>
  person(id, GRANTS[id] ?? [], {
    ownAccountHashes: ACCOUNTS[id] ?? [],
    onBehalfOf: onBehalfOf === null ? null : principal(onBehalfOf, id),
  });

const names = Object.keys(GRANTS);
/** Everybody in their own name, deputies, and one who only says to be one. */
const PEOPLE: readonly Person[] = [
  ...names.map((name) => townsperson(name, null)),
  ...DEPUTYSHIPS.map(({ deputyId, principalId }) => townsperson(deputyId, principalId)),
  townsperson('bert', 'emil'),
];
const MACHINES: readonly Actor[] = (['pipeline', 'financeSystem', 'supplier'] as const).map(machine);

export const POLICIES: readonly ApprovalPolicy[] = [
  {
    steps: [
      { fromCents: 0n, toCents: 100_000n, orders: 1 },
      { fromCents: 100_001n, toCents: null, orders: 2 },
    ],
    ...{ declineByTwoAboveCents: 50_000n, twoConfirmers: false, orderException: false },
  },
  {
    steps: [{ fromCents: 0n, toCents: null, orders: 1 }],
    ...{ declineByTwoAboveCents: null, twoConfirmers: false, orderException: true },
  },
  {
    steps: [{ fromCents: 0n, toCents: null, orders: 2 }],
    ...{ declineByTwoAboveCents: 0n, twoConfirmers: true, orderException: false },
  },
];

const euros = (cents: bigint | null): string | null => (cents === null ? null : `${cents / 100n}`);

const inWords = (policy: ApprovalPolicy): ApprovalWords => ({
  steps: policy.steps.map(({ toCents, orders }) => ({ upTo: euros(toCents), orders })),
  declineByTwoAbove: euros(policy.declineByTwoAboveCents),
  twoConfirmers: policy.twoConfirmers,
  orderException: policy.orderException,
});

const CLERK = { kind: 'person', id: 'administrator' } as const;

/** How the town came to be: its people, what they were given in writing, and what it has set. */
export function founded(policy: ApprovalPolicy, at: string): Log {
  const log = new Log();
  const tell = (
    kind: 'person' | 'tenant',
    id: string,
    event: AuditEntry['event'],
    extra: Pick<AuditEntry, 'facts' | 'payload'>,
  ) => {
    log.append({ subject: { kind, id }, event, actor: CLERK, ...extra }, at);
  };
  const value = JSON.stringify(inWords(policy));
  tell('tenant', 'town', 'tenant.settingChanged', { facts: { name: 'approval', version: 1 }, payload: { value } });
  for (const [name, grants] of Object.entries(GRANTS)) {
    tell('person', name, 'person.created', { facts: {}, payload: { ownAccounts: ACCOUNTS[name] ?? [] } });
    for (const [index, { limitCents, ...given }] of grants.entries()) {
      const facts = { grant: `${name} ${index}`, ...given, limitCents: limitCents?.toString() ?? null };
      tell('person', name, 'person.grantProposed', { facts });
      tell('person', name, 'person.grantConfirmed', { facts: { grant: facts.grant } });
    }
  }
  for (const { id, principalId, deputyId, ...given } of DEPUTYSHIPS) {
    const facts = { deputyship: id, principal: principalId, ...given };
    tell('person', deputyId, 'person.deputyshipProposed', { facts });
    tell('person', deputyId, 'person.deputyshipConfirmed', { facts: { deputyship: id } });
  }
  const { personId, ...days } = ABSENCE;
  tell('person', personId, 'person.absenceEntered', { facts: { absence: 'of-anna', ...days } });
  return log;
}

/** What chance has drawn for one step; made of one number, which is quicker than many. */
export interface Draw {
  readonly invoice: number;
  readonly action: number;
  readonly actor: number;
  /** 0: anything at all; 1 to 4: anything the lifecycle has here; else the way to payment. */
  readonly course: number;
  readonly luck: number;
}

export const DRAWS = 3 * 10 * 1_000 * 100 * 100;

export const drawOf = (number: number): Draw => ({
  invoice: number % 3,
  course: Math.floor(number / 3) % 10,
  luck: Math.floor(number / 30) % 1_000,
  action: Math.floor(number / 30_000) % 100,
  actor: Math.floor(number / 3_000_000) % 100,
});

const CONFIRM = ['confirmFactual', 'confirmArithmetical'] as const;

/** Steps that bring an invoice to its payment: chance alone would rarely come past review. */
const ONWARD: Partial<Readonly<Record<State, readonly Action[]>>> = {
  received: ['route', 'route', 'sendToClarification'],
  routed: ['claim', 'claim', 'claim', 'confirmPayment'],
  in_review: [...CONFIRM, ...CONFIRM, ...CONFIRM, 'ask'],
  query: ['answer', 'passOn', 'takeOver', 'forward', 'decline'],
  confirmed: ['order', 'orderAsException', 'orderAsException', 'confirmPayment'],
  approved: ['claimForPayment', 'claimForPayment', 'claimForPayment', 'amendPayment'],
  claimed: ['acknowledge', 'returnUntaken'],
  handed_over: ['requestRecall', 'recall', 'markPaid', 'markPaidReduced'],
  clarification: ['releaseAccount', 'capture', 'confirmCapture', 'confirmCapture', 'dismissSuspicion', 'dismiss'],
  dismissed: ['dispose', 'reopen'],
};

const drawn = <T>(many: readonly T[], number: number): T => {
  const one = many[number % many.length];
  if (one === undefined) throw new Error('nothing to draw from');
  return one;
};

export function actionDrawn(state: State, { action, course }: Draw): Action {
  const here = TRANSITIONS.filter((row) => row.from === state).map((row) => row.action);
  if (course === 0 || here.length === 0) return drawn(ALL_ACTIONS, action);
  return drawn(course <= 4 ? here : (ONWARD[state] ?? here), action);
}

const OF_MACHINES: readonly Action[] = ['route', 'claimForPayment', 'acknowledge', 'refuseByFinance', 'moveToTenant'];

/**
 * Who tries it, one after the other until somebody may: chance alone would rarely find who that is. First mostly the
 * holder or the machine whose step it is, so that who may not is tried often enough, too.
 */
export function actorsDrawn(action: Action, state: State, claimedBy: string | null, draw: Draw): readonly Actor[] {
  const others = [1, 4, 9, 13].map((further) => drawn(PEOPLE, draw.actor + further));
  return [firstDrawn(action, state, claimedBy, draw), ...(draw.course < 2 ? [] : others)];
}

function firstDrawn(action: Action, state: State, claimedBy: string | null, { actor, luck }: Draw): Actor {
  const isMachines = state === 'received' || OF_MACHINES.includes(action);
  if (luck % 8 === 0) return drawn(MACHINES, actor);
  if (isMachines && luck % 8 < 6)
    return machine(state === 'received' || action === 'route' ? 'pipeline' : 'financeSystem');
  if (claimedBy !== null && luck % 8 < 5) return townsperson(claimedBy, null);
  return drawn(PEOPLE, actor);
}
