import type { Allowed, Decision, decide } from '../../../src/domain/approval/decide.js';
import type {
  Actor,
  ApprovalPolicy,
  Colleague,
  DecisionFacts,
  DecisionRequest,
} from '../../../src/domain/approval/facts.js';
import { END_STATES, type Action } from '../../../src/domain/approval/lifecycle.js';
import { isVoided, standingDecisions, type RecordedDecision } from '../../../src/domain/approval/standing.js';
import type { Actor as AuditActor } from '../../../src/domain/audit/chain.js';
import { eventOfAction } from '../../../src/domain/audit/events.js';
import { stepFacts, stepPayload, type RecordedStep } from '../../../src/domain/audit/step-facts.js';
import type { LoggedEvent } from './audit-story.js';
import { BAUAMT, SCHULAMT, invoice } from './people.js';
import { POLICIES, actionDrawn, actorsDrawn, founded, townsperson, type Draw, type Log } from './random-town.js';

/** What is stored of an invoice. */
export interface Life {
  readonly id: string;
  readonly facts: DecisionFacts;
  readonly version: number;
  readonly records: readonly RecordedDecision[];
  readonly paymentVersion: number;
  readonly codingVersion: number;
}

/** Faults of a write path, for the judge to find. */
export interface Faults {
  readonly forgetsToVoid?: boolean;
}

export interface Lived {
  readonly log: readonly LoggedEvent[];
  readonly lives: readonly Life[];
  /** Every step taken, as from, action and progress. */
  readonly taken: readonly string[];
}

const FIRST_DAY = Date.parse('2026-03-02T06:00:00.000Z');
const STEPS_A_DAY = 80;
const DAY_MS = 24 * 60 * 60 * 1000;

/** At most as many steps as were drawn, by whoever was drawn, on invoices that follow each other without end. */
export function live(
  draws: readonly Draw[],
  decideBy: typeof decide,
  policyNumber: number,
  faults: Faults = {},
): Lived {
  const policy = POLICIES[policyNumber % POLICIES.length] ?? POLICIES[0];
  if (!policy) throw new Error('the town has set nothing');
  const at = (step: number): string =>
    new Date(FIRST_DAY + Math.floor(step / STEPS_A_DAY) * DAY_MS + (step % STEPS_A_DAY) * 60_000).toISOString();
  const log = founded(policy, at(0));
  const lives = new Map<string, Life>();
  const current: Life[] = [];
  const taken: string[] = [];
  const newLife = (place: number, step: number): Life => {
    const life = bornLife(`invoice-${lives.size + 1}`, place, log, at(step));
    current[place] = life;
    lives.set(life.id, life);
    return life;
  };
  for (const [step, draw] of draws.entries()) {
    const place = draw.invoice % 3;
    const before = current[place];
    const life = before && !END_STATES.some((state) => state === before.facts.state) ? before : newLife(place, step);
    const done = stepOf(life, draw, { decideBy, policy, faults, log, at: at(step) });
    if (done === null) continue;
    current[place] = done.life;
    lives.set(life.id, done.life);
    taken.push(done.told);
  }
  return { log: log.events, lives: [...lives.values()], taken };
}

function bornLife(id: string, place: number, log: Log, at: string): Life {
  const gross = { currency: 'EUR', cents: [20_000n, 90_000n, 300_000n][place] ?? 0n };
  const payeeAccountHashes = [place === 1 ? 'account-of-emil' : 'account-of-a-supplier'];
  const actor = { kind: 'system', id: 'worker' } as const;
  log.append({ subject: { kind: 'invoice', id }, event: 'invoice.received', actor, facts: { to: 'received' } }, at);
  const facts = invoice({ state: 'received', departmentId: null, gross, payeeAccountHashes });
  return { id, facts, version: 1, records: [], paymentVersion: 1, codingVersion: 0 };
}

interface Around {
  readonly decideBy: typeof decide;
  readonly policy: ApprovalPolicy;
  readonly faults: Faults;
  readonly log: Log;
  readonly at: string;
}

function stepOf(life: Life, draw: Draw, { decideBy, policy, faults, log, at }: Around) {
  const { facts } = life;
  const action = actionDrawn(facts.state, draw);
  const first = firstAllowed(life, action, draw, (request) => decideBy(request, facts, at.slice(0, 10), policy));
  if (first === null) return null;
  const { request, answer } = first;
  const { actor } = request;
  const decision = faults.forgetsToVoid ? { ...answer, voids: [] } : answer;
  const after = carriedOut(life, request, decision, draw);
  const { from } = decision.transition;
  const step: RecordedStep = {
    ...{ action, allowed: decision, paymentVersion: after.paymentVersion },
    before: { ...facts, version: life.version },
    set: setBy(request, decision, facts, draw),
  };
  const payload = { reason: request.reason ?? null, ...stepPayload(step) };
  const own = {
    ...(action === 'code' ? { codingVersion: after.codingVersion } : {}),
    ...(action === 'amendPayment' ? { needsSecond: leadsElsewhere(draw) } : {}),
  };
  const subject = { kind: 'invoice', id: life.id } as const;
  log.append(
    { subject, event: eventOfAction[action], actor: inLog(actor), facts: { ...stepFacts(step), ...own }, payload },
    at,
  );
  return { life: after, told: [from, action, decision.progress].join(' ') };
}

function firstAllowed({ facts }: Life, action: Action, draw: Draw, ask: (request: DecisionRequest) => Decision) {
  for (const actor of actorsDrawn(action, facts.state, facts.claimedBy, draw)) {
    const request = requestFor(action, actor, facts, draw);
    const answer = ask(request);
    if (answer.kind === 'allowed') return { request, answer };
  }
  return null;
}

const inLog = (actor: Actor): AuditActor =>
  actor.kind === 'machine'
    ? { kind: 'apiKey', id: actor.id }
    : { kind: 'person', id: actor.id, ...(actor.onBehalfOf ? { onBehalfOf: actor.onBehalfOf.id } : {}) };

const leadsElsewhere = ({ luck }: Draw): boolean => luck % 3 !== 0;
const COLLEAGUES = ['anna', 'bert', 'emil', 'dora'] as const;

function requestFor(
  action: Action,
  actor: Actor,
  { departmentId }: DecisionFacts,
  { luck, course }: Draw,
): DecisionRequest {
  const { id, grants, ownAccountHashes } = townsperson(COLLEAGUES[luck % COLLEAGUES.length] ?? 'anna', null);
  const colleague: Colleague = { id, grants, ownAccountHashes, absentUntil: null };
  const silent = course === 9 || (course === 1 && luck % 2 === 0);
  return {
    ...{ action, actor, colleague, brings: ['capture'], otherInvoiceId: 'another' },
    departmentId: departmentId === BAUAMT ? SCHULAMT : BAUAMT,
    ...(silent ? {} : { reason: 'Weil es so ist.' }),
  };
}

const DOUBTS = ['accountChanged', 'suspectedDuplicate', 'notAnEInvoice', 'couldNotBeChecked'] as const;

/** What the write path sets beside the state, as the use cases do. */
function setBy(
  request: DecisionRequest,
  { claim, by, transition }: Allowed,
  facts: DecisionFacts,
  { luck }: Draw,
): RecordedStep['set'] {
  const { action } = request;
  const claimedBy = {
    taken: by?.personId ?? null,
    kept: facts.claimedBy,
    ended: null,
    given: request.colleague?.id ?? null,
  };
  const doubt = by === null ? (DOUBTS[luck % DOUBTS.length] ?? null) : 'sentByStaff';
  const { from, to } = transition;
  return {
    claimedBy: claimedBy[claim],
    clarificationReason: to !== 'clarification' ? null : from === to ? facts.clarificationReason : doubt,
    ...(['route', 'forward'].includes(action) ? { departmentId: request.departmentId ?? null } : {}),
  };
}

/** What the write path does with an allowed decision, in memory. */
function carriedOut(life: Life, request: DecisionRequest, allowed: Allowed, draw: Draw): Life {
  const { action } = request;
  const { by, progress, transition, voids } = allowed;
  const fallen = life.records.map((one) => (isVoided(one, voids) ? { ...one, voidedAt: new Date(0) } : one));
  const added = by ? [{ action, progress, personId: by.personId, onBehalfOf: by.onBehalfOfId, voidedAt: null }] : [];
  const records: readonly RecordedDecision[] = [...fallen, ...added];
  const standing = standingDecisions(records);
  const facts = { ...life.facts, ...setBy(request, allowed, life.facts, draw), ...standing, state: transition.to };
  const amends = action === 'amendPayment';
  const paymentChangedBy =
    action === 'confirmPayment' || (amends && !leadsElsewhere(draw))
      ? []
      : [...facts.paymentChangedBy, ...(amends && by ? [by] : [])];
  const released = action === 'releaseAccount' && progress === 'complete';
  return {
    ...life,
    records,
    version: life.version + (transition.change === undefined ? 0 : 1),
    paymentVersion: life.paymentVersion + (amends ? 1 : 0),
    codingVersion: life.codingVersion + (action === 'code' ? 1 : 0),
    facts: {
      ...facts,
      ...{ paymentChangedBy, missingForOrder: paymentChangedBy.length > 0 ? ['secondPerson'] : [] },
      paymentReduced: amends ? draw.luck % 5 === 0 : facts.paymentReduced,
      accountInDoubt: released ? false : facts.accountInDoubt || facts.clarificationReason === 'accountChanged',
      suspicionOpen: action !== 'dismissSuspicion' && facts.clarificationReason === 'suspectedDuplicate',
      capturedBy: action === 'capture' ? by : facts.capturedBy,
      exceptionBegunBy: standing.proposals
        .filter((one) => one.action === 'orderAsException')
        .map((one) => townsperson(one.by.personId, one.by.onBehalfOfId)),
    },
  };
}
