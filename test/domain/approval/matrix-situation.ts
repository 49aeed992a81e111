import type {
  Actor,
  ApprovalPolicy,
  DecisionFacts,
  DecisionRequest,
  Person,
} from '../../../src/domain/approval/facts.js';
import { DEFAULT_POLICY } from '../../../src/domain/approval/facts.js';
import type { Transition } from '../../../src/domain/approval/lifecycle.js';
import type { Grant, MachinePart, Role } from '../../../src/domain/approval/roles.js';
import {
  BAUAMT,
  EVERY_DESK,
  SCHULAMT,
  by,
  confirmed,
  deputyship,
  grant,
  invoice,
  machine,
  person,
  principal,
} from './people.js';

/** Whoever acts: with one role and nothing else, for themselves or for a principal who has the same; or a machine. */
export type Cast = { readonly role: Role; readonly inVertretung: boolean } | { readonly part: MachinePart };

/** What an action meets: all of it may be changed by a circumstance. */
export interface Situation {
  readonly facts: DecisionFacts;
  readonly policy: ApprovalPolicy;
  readonly request: Omit<DecisionRequest, 'action' | 'actor'>;
  /** What the acting person, and the principal too, is given beside the role. */
  readonly alsoHolds: readonly Role[];
  readonly grant: Partial<Grant>;
  readonly ownAccountHashes: readonly string[];
  readonly deputyship: Parameters<typeof deputyship>[1] | 'none';
}

/** Who acts in person, and for whom where it is done in Vertretung. */
const ACTING = 'rolf';
const PRINCIPAL = 'petra';
/** A colleague who has done before what takes two. */
export const CLERK = 'clerk';

/** To whom a deed is put down that must not be the acting person's own: in Vertretung it is the principal's. */
export const selfOf = (cast: Cast): string => ('role' in cast && cast.inVertretung ? PRINCIPAL : ACTING);

export const karla = { ...person('karla', EVERY_DESK), absentUntil: null };

const TWO_ORDERS = [{ fromCents: 0n, toCents: null, orders: 2 }];
export const twoOrders: Partial<ApprovalPolicy> = { steps: TWO_ORDERS };

/** Where nothing speaks against the row's action, and what has happened so far makes it the row's half of the step. */
export function situationOf(row: Transition, cast: Cast): Situation {
  const { action, from: state } = row;
  const self = selfOf(cast);
  const halves = row.when === 'complete' && !SIGNED.includes(action) ? [{ action, by: by(CLERK) }] : [];
  return {
    facts: {
      ...(ORDERED.includes(action) ? confirmed() : invoice()),
      state,
      claimedBy: { release: self, passOn: self, takeOver: 'somebody' }[String(action)] ?? null,
      clarificationReason: state === 'clarification' ? 'notAnEInvoice' : null,
      accountInDoubt: action === 'releaseAccount',
      suspicionOpen: action === 'dismissSuspicion',
      capturedBy: by(CLERK),
      paymentChangedBy: [by(CLERK)],
      proposals: action === 'recall' ? [{ action: 'requestRecall', by: by(CLERK) }] : halves,
      exceptionBegunBy: [person(CLERK, [grant('orderer')])],
      orders: action === 'order' && row.when === 'complete' ? [by(CLERK)] : [],
      ...(action === 'confirmFactual' || action === 'confirmArithmetical' ? signed(row) : {}),
      ...(action === 'orderAsException' && row.when === 'partial' ? { confirmations: bothBy(self) } : {}),
    },
    policy: {
      ...DEFAULT_POLICY,
      orderException: true,
      ...(action === 'order' ? twoOrders : {}),
      declineByTwoAboveCents: 0n,
    },
    request: {
      ...{ reason: 'Weil es so ist.', departmentId: SCHULAMT, otherInvoiceId: 'other' },
      ...{ brings: ['capture'], colleague: karla },
    },
    ...{ alsoHolds: [], grant: {}, ownAccountHashes: [], deputyship: {} },
  };
}

/** Signatures are counted themselves; everything else in two steps by who has proposed it. */
const SIGNED: readonly string[] = ['confirmFactual', 'confirmArithmetical', 'order'];
const ORDERED: readonly string[] = ['order', 'orderAsException'];

export const bothBy = (id: string): DecisionFacts['confirmations'] => [
  { kind: 'factual', by: by(id) },
  { kind: 'arithmetical', by: by(id) },
];

/** The other kind of confirmation is there where the row closes the step. */
const signed = ({ action, when }: Transition): Pick<DecisionFacts, 'confirmations'> => ({
  confirmations:
    when === 'complete' ? [{ kind: action === 'confirmFactual' ? 'arithmetical' : 'factual', by: by(CLERK) }] : [],
});

export function actorIn(
  { alsoHolds, grant: extra, ownAccountHashes, deputyship: lends }: Situation,
  cast: Cast,
): Actor {
  if ('part' in cast) return machine(cast.part);
  const grants = [cast.role, ...alsoHolds].map((role) => grant(role, { departmentId: BAUAMT, ...extra }));
  if (!cast.inVertretung) return person(ACTING, grants, { ownAccountHashes });
  const deputyships = lends === 'none' ? [] : [deputyship(PRINCIPAL, lends)];
  const onBehalfOf: Person['onBehalfOf'] = principal(PRINCIPAL, grants, { ownAccountHashes, deputyships });
  return person(ACTING, grants, { onBehalfOf });
}
