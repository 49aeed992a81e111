import { text, type LoggedEvent } from './audit-story.js';

/** A grant or a deputyship as it was proposed; it counts once a second person has confirmed it. */
interface Written {
  readonly personId: string;
  readonly facts: LoggedEvent['facts'];
  readonly confirmed: boolean;
}

export interface ApprovalWords {
  readonly steps: readonly { readonly upTo: string | null; readonly orders: number }[];
  readonly declineByTwoAbove: string | null;
  readonly twoConfirmers: boolean;
  readonly orderException: boolean;
}

/** What the log tells of people and of what the town has set, up to an event. */
export interface Town {
  readonly grants: ReadonlyMap<string, Written>;
  readonly deputyships: ReadonlyMap<string, Written>;
  readonly absences: ReadonlyMap<string, Written>;
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  readonly approval: ApprovalWords;
}

export const EMPTY_TOWN: Town = {
  ...{ grants: new Map(), deputyships: new Map(), absences: new Map(), accounts: new Map() },
  approval: {
    ...{ steps: [{ upTo: null, orders: 1 }], declineByTwoAbove: null },
    ...{ twoConfirmers: false, orderException: false },
  },
};

const PAPERS = {
  'person.grantProposed': ['grants', 'grant', 'proposed'],
  'person.grantConfirmed': ['grants', 'grant', 'confirmed'],
  'person.grantRevoked': ['grants', 'grant', 'ended'],
  'person.deputyshipProposed': ['deputyships', 'deputyship', 'proposed'],
  'person.deputyshipConfirmed': ['deputyships', 'deputyship', 'confirmed'],
  'person.deputyshipEnded': ['deputyships', 'deputyship', 'ended'],
  'person.absenceEntered': ['absences', 'absence', 'proposed'],
  'person.absenceWithdrawn': ['absences', 'absence', 'ended'],
} as const;

const isPaper = (event: string): event is keyof typeof PAPERS => Object.hasOwn(PAPERS, event);

export function townAfter(town: Town, { event, subject, facts, payload }: LoggedEvent): Town {
  if (isPaper(event)) {
    const [where, name, fate] = PAPERS[event];
    const id = String(facts[name]);
    const papers = new Map(town[where]);
    const before = papers.get(id);
    if (fate === 'proposed') papers.set(id, { personId: subject.id, facts, confirmed: false });
    else if (fate === 'ended') papers.delete(id);
    else if (before) papers.set(id, { ...before, confirmed: true });
    return { ...town, [where]: papers };
  }
  if (event === 'person.created') {
    const own = Array.isArray(payload['ownAccounts']) ? payload['ownAccounts'].map(String) : [];
    return { ...town, accounts: new Map(town.accounts).set(subject.id, own) };
  }
  if (event === 'tenant.settingChanged' && facts['name'] === 'approval')
    return { ...town, approval: JSON.parse(String(payload['value'])) };
  return town;
}

const isOpenOn = (facts: LoggedEvent['facts'], day: string): boolean =>
  (text(facts['validFrom']) ?? day) <= day && day <= (text(facts['validTo']) ?? day);

/** Grants of a person that are in force on a day. */
const grantsOf = (town: Town, personId: string, day: string): readonly LoggedEvent['facts'][] =>
  [...town.grants.values()].flatMap(({ confirmed, personId: whose, facts }) =>
    confirmed && whose === personId && isOpenOn(facts, day) ? [facts] : [],
  );

export const isOfTheKasse = (town: Town, personId: string, day: string): boolean =>
  grantsOf(town, personId, day).some(({ role }) => role === 'cashier');

/** Cents; null: without end. */
type Reach = bigint | null;

export interface Errand {
  readonly roles: readonly string[];
  readonly department: string | null;
  readonly day: string;
}

/** How far a person's grants go in this department (undefined: in any); 'none' where nothing is granted. */
function reachOf(town: Town, personId: string, { roles, department, day }: Errand, anywhere = false): Reach | 'none' {
  const limits = grantsOf(town, personId, day)
    .filter(({ role }) => roles.includes(String(role)))
    .filter(({ departmentId }) => anywhere || departmentId === null || departmentId === department)
    .map(({ limitCents }) => (limitCents === null ? null : BigInt(String(limitCents))));
  if (limits.length === 0) return 'none';
  return limits.includes(null) ? null : limits.reduce((a, b) => ((a ?? 0n) > (b ?? 0n) ? a : b));
}

/** What somebody may do in another's place: the smaller of both, and nothing without a deputyship in force. */
export function reachOfActing(town: Town, actor: LoggedEvent['actor'], errand: Errand): Reach | 'none' {
  const principal = actor.onBehalfOf;
  if (principal === undefined) return reachOf(town, actor.id, errand);
  const lent = [...town.deputyships.values()].filter(
    ({ confirmed, personId, facts }) =>
      confirmed &&
      personId === actor.id &&
      facts['principal'] === principal &&
      isOpenOn(facts, errand.day) &&
      (facts['departmentId'] === null || facts['departmentId'] === errand.department) &&
      (facts['holds'] === 'always' || isAway(town, principal, errand.day)),
  );
  const roles = errand.roles.filter((role) =>
    lent.some(({ facts }) => !Array.isArray(facts['roles']) || facts['roles'].includes(role)),
  );
  const reaches = [reachOf(town, principal, { ...errand, roles }), reachOf(town, actor.id, errand, true)];
  if (reaches.includes('none')) return 'none';
  const bounds = reaches.flatMap((reach) => (typeof reach === 'bigint' ? [reach] : []));
  return bounds.length === 0 ? null : bounds.reduce((a, b) => (a < b ? a : b));
}

const isAway = (town: Town, personId: string, day: string): boolean =>
  [...town.absences.values()].some(
    ({ personId: whose, facts }) =>
      whose === personId && String(facts['firstDay']) <= day && day <= String(facts['lastDay']),
  );
