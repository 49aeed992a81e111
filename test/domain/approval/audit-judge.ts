import { handsIn, meet, tellOn, text, UNTOLD, type Hands, type LoggedEvent, type Story } from './audit-story.js';
import { EMPTY_TOWN, isOfTheKasse, reachOfActing, townAfter, type Town } from './audit-town.js';

/** Something the log tells that may not be. */
export interface Complaint {
  /** Which of the ten sentences it breaks, counted from 1. */
  readonly sentence: number;
  readonly invoiceId: string;
  readonly number: number;
  readonly what: string;
}

interface Scene {
  readonly town: Town;
  /** What stood before the event. */
  readonly story: Story;
  readonly event: LoggedEvent;
  readonly by: Hands;
  readonly day: string;
}

interface Sentence {
  readonly says: string;
  /** What of the scene is not so; null: all is well. */
  readonly breach: (scene: Scene) => string | null;
}

const CONFIRMS = ['invoice.confirmedFactual', 'invoice.confirmedArithmetical'];
const ORDERS = ['invoice.ordered', 'invoice.orderedAsException'];
const SIGNS = [...CONFIRMS, ...ORDERS];
const PAYS = ['invoice.claimedForPayment', 'invoice.handedOver', 'invoice.paid', 'invoice.paidReduced'];

/** From where alone each state on the way to payment is entered. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  confirmed: ['in_review'],
  approved: ['confirmed', 'claimed'],
  claimed: ['approved'],
  handed_over: ['claimed'],
  paid: ['handed_over'],
  paid_reduced: ['handed_over'],
};

/** Who does what, by their role; what is not listed asks for no role of this list's. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'invoice.confirmedFactual': ['factualConfirmer'],
  'invoice.confirmedArithmetical': ['arithmeticalConfirmer'],
  'invoice.ordered': ['orderer'],
  'invoice.orderRevoked': ['orderer'],
  'invoice.declined': ['factualConfirmer'],
  'invoice.coded': ['coding', 'factualConfirmer'],
  'invoice.paymentAmended': ['coding', 'arithmeticalConfirmer'],
  'invoice.returnedUntaken': ['bookkeeper'],
  'invoice.captured': ['intake', 'bookkeeper'],
  'invoice.disposed': ['records'],
};
const OF_MACHINES = [
  ...['invoice.received', 'invoice.routed', 'invoice.rejected', 'invoice.sentToClarification', 'invoice.answered'],
  ...['invoice.recheckRequested', 'invoice.moved', 'invoice.refusedByFinance', 'invoice.recalled', ...PAYS],
];
const WITH_REASON = [
  ...['invoice.declined', 'invoice.orderRevoked', 'invoice.returnedToReview', 'invoice.paymentAmended'],
  ...[
    'invoice.takenOver',
    'invoice.reopened',
    'invoice.orderedAsException',
    'invoice.paidReduced',
    'invoice.forwarded',
  ],
];
const BY_HOLDER = [
  ...['invoice.confirmedFactual', 'invoice.confirmedArithmetical', 'invoice.declined', 'invoice.forwarded'],
  ...['invoice.coded', 'invoice.paymentAmended', 'invoice.asked', 'invoice.markedDuplicate', 'invoice.superseded'],
];
const BY_TWO = ['invoice.accountReleased', 'invoice.reopened', 'invoice.disposed', 'invoice.returnedUntaken'];

const TEN: readonly Sentence[] = [
  {
    says: 'Each step begins where the one before it has ended, and none on the way to payment is left out.',
    breach: ({ story, event: { facts } }) => {
      const { from, to } = facts;
      if (from !== undefined && from !== story.state) return `from ${String(from)}, but it was ${story.state}`;
      if (to === story.state) return null;
      const before = BEFORE[String(to)];
      return before && !before.includes(story.state) ? `${story.state} became ${String(to)}` : null;
    },
  },
  {
    says: 'Nobody orders what they have confirmed, in person or by a deputy; but as an exception, which the town allows.',
    breach: ({ town, story, event, by }) => {
      const own = [...story.factual, ...story.arithmetical].some((hands) => meet(hands, by));
      if (event.event === 'invoice.ordered') return own ? 'confirmed by who orders' : null;
      if (CONFIRMS.includes(event.event))
        return story.orders.some((hands) => meet(hands, by)) ? 'ordered before' : null;
      if (event.event !== 'invoice.orderedAsException') return null;
      if (!town.approval.orderException) return 'the town knows no exceptions';
      if (ordersNeeded(town, amountIn(event)) > 1) return 'one order is not enough for an exception';
      return isLast(event) || own ? null : 'begun by somebody who might have ordered';
    },
  },
  {
    says: 'It counts as confirmed when facts and figures have been, by two people where the town wants two.',
    breach: ({ town, story, event, by }) => {
      if (!CONFIRMS.includes(event.event)) return null;
      const { factual, arithmetical } = tellOn(story, event);
      const both = factual.length === 1 && arithmetical.length === 1;
      if (both !== (event.facts['to'] === 'confirmed')) return 'one half only, or one twice';
      const others = [...story.factual, ...story.arithmetical];
      return town.approval.twoConfirmers && others.some((hands) => meet(hands, by)) ? 'both by one person' : null;
    },
  },
  {
    says: 'It counts as ordered when as many different people have ordered as its value asks for.',
    breach: ({ town, story, event, by }) => {
      if (event.event !== 'invoice.ordered') return null;
      if (story.orders.some((hands) => meet(hands, by))) return 'twice by the same person';
      const enough = story.orders.length + 1 >= ordersNeeded(town, amountIn(event));
      return enough === (event.facts['to'] === 'approved') ? null : 'too few orders, or one too many';
    },
  },
  {
    says: 'Nobody acts beyond a written grant of that day, department and amount, deputies within both; and no machine signs.',
    breach: ({ town, story, event, day }) => {
      if (event.actor.kind !== 'person') return OF_MACHINES.includes(event.event) ? null : 'a machine did it';
      const roles = ROLES[event.event];
      if (roles === undefined) return null;
      const reach = reachOfActing(town, event.actor, { roles, department: story.department, day });
      if (reach === 'none') return 'nothing is granted';
      const isBounded = SIGNS.includes(event.event) && reach !== null;
      return isBounded && (amountIn(event) ?? reach + 1n) > reach ? 'above the limit' : null;
    },
  },
  {
    says: 'Nobody of the Kasse signs what is paid, and nobody who has signed it reports it as paid.',
    breach: ({ town, story, event, by, day }) => {
      if (SIGNS.includes(event.event))
        return by.some((id) => isOfTheKasse(town, id, day)) ? 'signed by the Kasse' : null;
      const signed = [...story.factual, ...story.arithmetical, ...story.orders];
      return PAYS.includes(event.event) && signed.some((hands) => meet(hands, by)) ? 'paid by who signed' : null;
    },
  },
  {
    says: 'Nobody signs for money that goes to an account of their own or of whom they represent.',
    breach: ({ town, event, by }) => {
      const payees = event.payload['payeeAccounts'];
      if (!SIGNS.includes(event.event)) return null;
      if (!Array.isArray(payees)) return 'the log does not say whom it pays';
      return by.some((id) => town.accounts.get(id)?.some((own) => payees.includes(own))) ? 'the payee signed' : null;
    },
  },
  {
    says: 'A change of coding, payment or department undoes all that was signed before it, and the log says so.',
    breach: ({ story, event }) => {
      const told = tellOn(story, event);
      const signed = [...story.factual, ...story.arithmetical, ...story.orders].length;
      const left = [...told.factual, ...told.arithmetical, ...told.orders].length;
      const voids = event.facts['voids'];
      if (left < signed && !Array.isArray(voids)) return 'nothing is said to be void';
      return left > 0 && told.state === 'received' ? 'signed before its time' : null;
    },
  },
  {
    says: 'What takes two people is closed by another than who began it, and nobody orders to an account that one person alone has changed.',
    breach: ({ town, story, event, by }) => {
      const { event: name } = event;
      if (ORDERS.includes(name)) return story.paymentBy.length > 0 ? 'one person alone has changed the payment' : null;
      if (name === 'invoice.paymentConfirmed')
        return story.paymentBy.some((hands) => meet(hands, by)) ? 'own change' : null;
      if (name === 'invoice.captureConfirmed') return meet(story.capturedBy ?? by, by) ? 'own capture' : null;
      const begun = story.begun.filter((one) => one.event === beginningOf(name));
      if (name === 'invoice.recalled' && by.length > 0 && begun.every((one) => meet(one.by, by))) return 'own recall';
      if (!BY_TWO.includes(name) && !(name === 'invoice.declined' && declineTakesTwo(town, event))) return null;
      if (!isLast(event)) return begun.some((one) => meet(one.by, by)) ? 'begun twice by one person' : null;
      return begun.some((one) => !meet(one.by, by)) ? null : 'closed by one person alone';
    },
  },
  {
    says: 'What somebody holds is decided on by nobody else, and whoever refuses, undoes or takes away says why.',
    breach: ({ story, event, by }) => {
      if (WITH_REASON.includes(event.event) && !text(event.payload['reason'])?.trim()) return 'no reason is given';
      const { claimedBy } = story;
      const isHeld = ['in_review', 'query'].includes(story.state) && claimedBy !== null;
      return isHeld && BY_HOLDER.includes(event.event) && !by.includes(claimedBy) ? 'held by somebody else' : null;
    },
  },
];

/** The ten sentences, as people read them. */
export const SENTENCES: readonly string[] = TEN.map(({ says }) => says);

const isLast = ({ facts }: LoggedEvent): boolean => facts['progress'] === 'complete';
const beginningOf = (name: string): string => (name === 'invoice.recalled' ? 'invoice.recallRequested' : name);

const amountIn = ({ facts }: LoggedEvent): bigint | null => {
  const amount = text(facts['amountCents']);
  return amount === null ? null : BigInt(amount);
};

/** Euros as people write limits, in cents. */
const cents = (euros: string): bigint => {
  const [whole = '0', fraction = ''] = euros.split('.');
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
};

function ordersNeeded({ approval: { steps } }: Town, amount: bigint | null): number {
  const step = amount === null ? undefined : steps.find(({ upTo }) => upTo === null || amount <= cents(upTo));
  return step?.orders ?? Math.max(...steps.map(({ orders }) => orders));
}

function declineTakesTwo({ approval: { declineByTwoAbove } }: Town, event: LoggedEvent): boolean {
  const amount = amountIn(event);
  return declineByTwoAbove !== null && (amount === null || amount > cents(declineByTwoAbove));
}

/** What the whole log comes to. */
export interface Judged {
  readonly complaints: readonly Complaint[];
  /** Where each invoice stands by the log alone. */
  readonly stories: ReadonlyMap<string, Story>;
}

/** Reads the log from its beginning, and nothing else. Events must be in the order in which they happened. */
export function judge(log: readonly LoggedEvent[], dayOf = (at: string) => at.slice(0, 10)): Judged {
  const complaints: Complaint[] = [];
  const stories = new Map<string, Story>();
  let town = EMPTY_TOWN;
  for (const event of log) {
    town = townAfter(town, event);
    if (event.subject.kind !== 'invoice') continue;
    const { id: invoiceId } = event.subject;
    const story = stories.get(invoiceId) ?? UNTOLD;
    const scene = { town, story, event, by: handsIn(event), day: dayOf(event.at) };
    if (event.facts['to'] !== undefined)
      for (const [index, { breach }] of TEN.entries()) {
        const what = breach(scene);
        if (what !== null)
          complaints.push({ sentence: index + 1, invoiceId, number: event.number, what: `${event.event}: ${what}` });
      }
    stories.set(invoiceId, tellOn(story, event));
  }
  return { complaints, stories };
}
