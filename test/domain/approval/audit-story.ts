import type { Acting, DecisionFacts } from '../../../src/domain/approval/facts.js';

/** An event as it stands in the log: the hashed body, and what has been kept of the payload. */
export interface LoggedEvent {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly number: number;
  readonly event: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly onBehalfOf?: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Reads one link of the log. */
export function loggedEvent(body: string, payload: string | null): LoggedEvent {
  return { ...JSON.parse(body), payload: payload === null ? {} : JSON.parse(payload) };
}

/** Everybody who has had a hand in an act: who did it, and in whose place. */
export type Hands = readonly string[];

export const handsIn = ({ actor }: LoggedEvent): Hands =>
  actor.kind !== 'person' ? [] : actor.onBehalfOf === undefined ? [actor.id] : [actor.id, actor.onBehalfOf];

export const meet = (one: Hands, other: Hands): boolean => one.some((id) => other.includes(id));

/** What the log tells of an invoice up to an event: all that was signed and still stands, and who holds it. */
export interface Story {
  readonly state: string;
  readonly version: number;
  readonly department: string | null;
  readonly claimedBy: string | null;
  readonly clarification: string | null;
  readonly paymentVersion: number;
  readonly codingVersion: number;
  readonly factual: readonly Hands[];
  readonly arithmetical: readonly Hands[];
  readonly orders: readonly Hands[];
  /** First halves, by the event that began them. */
  readonly begun: readonly { readonly event: string; readonly by: Hands }[];
  /** Whoever changed where the money goes, as long as nobody else has compared it. */
  readonly paymentBy: readonly Hands[];
  readonly capturedBy: Hands | null;
}

export const UNTOLD: Story = {
  ...{ state: 'nothing', version: 1, department: null, claimedBy: null, clarification: null },
  ...{ paymentVersion: 0, codingVersion: 0, factual: [], arithmetical: [], orders: [], begun: [] },
  ...{ paymentBy: [], capturedBy: null },
};

/** Acts after which nothing stands that was signed before: something else would be paid, or another department pays. */
const WIPING: readonly string[] = [
  ...['invoice.coded', 'invoice.paymentAmended', 'invoice.forwarded', 'invoice.routed', 'invoice.returnedToReview'],
  ...['invoice.orderRevoked', 'invoice.refusedByFinance', 'invoice.recalled', 'invoice.captureConfirmed'],
  ...['invoice.suspicionDismissed', 'invoice.recheckRequested'],
];
/** The same where the second person agrees. */
const WIPING_AT_LAST: readonly string[] = ['invoice.accountReleased', 'invoice.reopened'];

/** The story one event further. */
export function tellOn(story: Story, event: LoggedEvent): Story {
  const { facts } = event;
  const told = signedOn(wiped(story, event), event);
  return {
    ...told,
    state: text(facts['to']) ?? story.state,
    version: number(facts['version']) ?? story.version,
    department: after(facts, 'department', story.department),
    claimedBy: after(facts, 'claimedBy', story.claimedBy),
    clarification: after(facts, 'clarification', story.clarification),
    paymentVersion: number(facts['paymentVersion']) ?? story.paymentVersion,
    codingVersion: number(facts['codingVersion']) ?? story.codingVersion,
    paymentBy: paymentAfter(story, event),
    capturedBy: event.event === 'invoice.captured' ? handsIn(event) : story.capturedBy,
  };
}

function wiped(story: Story, { event, facts }: LoggedEvent): Story {
  const isLast = facts['progress'] !== 'partial';
  if (WIPING.includes(event) || (isLast && WIPING_AT_LAST.includes(event)))
    return { ...story, factual: [], arithmetical: [], orders: [], begun: [] };
  const forgetsHalves = event === 'invoice.captured' || (isLast && event === 'invoice.returnedUntaken');
  // Half an exception is an order that waits: it falls with the orders only.
  const exceptions = story.begun.filter((one) => one.event === 'invoice.orderedAsException');
  return forgetsHalves ? { ...story, begun: exceptions } : story;
}

function signedOn(story: Story, event: LoggedEvent): Story {
  const by = handsIn(event);
  if (by.length === 0) return story;
  if (event.event === 'invoice.confirmedFactual') return { ...story, factual: [...story.factual, by] };
  if (event.event === 'invoice.confirmedArithmetical') return { ...story, arithmetical: [...story.arithmetical, by] };
  if (event.event === 'invoice.ordered') return { ...story, orders: [...story.orders, by] };
  const half = { event: event.event, by };
  if (event.event === 'invoice.orderedAsException' && event.facts['progress'] === 'complete') {
    const first = story.begun.filter((one) => one.event === event.event);
    return { ...story, orders: [...story.orders, ...first.map((one) => one.by), by] };
  }
  const waits = event.facts['progress'] === 'partial' || event.event === 'invoice.recallRequested';
  return waits ? { ...story, begun: [...story.begun, half] } : story;
}

function paymentAfter({ paymentBy }: Story, event: LoggedEvent): Story['paymentBy'] {
  if (event.event === 'invoice.paymentConfirmed') return [];
  if (event.event !== 'invoice.paymentAmended') return paymentBy;
  return event.facts['needsSecond'] === true ? [...paymentBy, handsIn(event)] : [];
}

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What is not told has not changed. */
const after = (facts: LoggedEvent['facts'], name: string, before: string | null): string | null =>
  Object.hasOwn(facts, name) ? text(facts[name]) : before;

const sorted = (many: readonly Hands[]): readonly string[] => many.map((hands) => hands.join(' for ')).toSorted();

/** Where an invoice stands by the log, to be compared with what is stored. */
export const asTold = (story: Story | undefined) =>
  story && {
    ...{ state: story.state, version: story.version, department: story.department, claimedBy: story.claimedBy },
    ...{ clarification: story.clarification, payment: story.paymentVersion, coding: story.codingVersion },
    ...{ factual: sorted(story.factual), arithmetical: sorted(story.arithmetical), orders: sorted(story.orders) },
    ...{ begun: sorted(story.begun.map(({ by }) => by)), changedBy: sorted(story.paymentBy) },
  };

const handsOf = ({ personId, onBehalfOfId }: Acting): Hands =>
  onBehalfOfId === null ? [personId] : [personId, onBehalfOfId];

/** What stands of an invoice's signatures by its stored decisions, in the same words. */
export const signatures = ({ confirmations, orders, proposals, paymentChangedBy }: DecisionFacts) => ({
  factual: sorted(confirmations.filter(({ kind }) => kind === 'factual').map(({ by }) => handsOf(by))),
  arithmetical: sorted(confirmations.filter(({ kind }) => kind === 'arithmetical').map(({ by }) => handsOf(by))),
  orders: sorted(orders.map(handsOf)),
  begun: sorted(proposals.map(({ by }) => handsOf(by))),
  changedBy: sorted(paymentChangedBy.map(handsOf)),
});
