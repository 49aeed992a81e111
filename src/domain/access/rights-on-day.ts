import { isInForce, lentAlong, lentGrants, type Absence, type Deputyship } from '../approval/deputies.js';
import { isValidOn, type Grant } from '../approval/roles.js';

/** From which day to which something written held, beside the days that are written in it; YYYY-MM-DD. */
export interface Standing {
  /** When the second person had signed; null: never. */
  readonly confirmedOn: string | null;
  /** The last day on which it held for a while; null: nobody has taken it back. */
  readonly endedOn: string | null;
}

export interface GivenGrant extends Grant, Standing {
  readonly id: string;
}

export interface GivenDeputyship extends Deputyship, Standing {}

export interface NotedAbsence extends Absence {
  readonly enteredOn: string;
  /** null: it counts to this day. */
  readonly withdrawnOn: string | null;
}

/** Somebody with all that has ever been written about what they may do. */
export interface PersonOfRecord {
  readonly id: string;
  readonly createdOn: string;
  /** null: still here. */
  readonly leftOn: string | null;
  readonly grants: readonly GivenGrant[];
  readonly absences: readonly NotedAbsence[];
}

/** What somebody may have done for a principal. */
export interface LentRights {
  readonly deputyshipId: string;
  readonly principalId: string;
  /** With the principal's limits; the smaller of both holds (`authorityOf`). */
  readonly grants: readonly GivenGrant[];
}

export interface RightsOnDay {
  readonly personId: string;
  readonly own: readonly GivenGrant[];
  readonly lent: readonly LentRights[];
}

/**
 * Who could do what on a day: what held then for at least a part of it, whatever has been given and taken since. A grant
 * that was confirmed later than it says to begin held from its confirmation; an absence that was entered later did not
 * yet let anybody stand in.
 */
export function rightsOn(
  day: string,
  people: readonly PersonOfRecord[],
  deputyships: readonly GivenDeputyship[],
): readonly RightsOnDay[] {
  const present = people.filter(({ createdOn, leftOn }) => createdOn <= day && (leftOn === null || leftOn >= day));
  const own = new Map(present.map(({ id, grants }) => [id, grants.filter((grant) => heldOn(grant, day))]));
  return present.map(({ id }) => ({
    personId: id,
    own: own.get(id) ?? [],
    lent: deputyships
      .filter((one) => one.deputyId === id && heldOn(one, day))
      .flatMap((one) => lentBy(one, present, own, day)),
  }));
}

function lentBy(
  deputyship: GivenDeputyship,
  present: readonly PersonOfRecord[],
  own: ReadonlyMap<string, readonly GivenGrant[]>,
  day: string,
): readonly LentRights[] {
  const { id: deputyshipId, principalId, deputyId } = deputyship;
  const principal = present.find(({ id }) => id === principalId);
  if (!principal || !isInForce(deputyship, absencesOn(principal, day), day)) return [];
  const lent = lentGrants(deputyship, own.get(principalId) ?? []);
  const grants = lentAlong(own.get(deputyId) ?? [], lent, day);
  return grants.length === 0 ? [] : [{ deputyshipId, principalId, grants }];
}

const heldOn = (given: Standing & Parameters<typeof isValidOn>[0], day: string): boolean =>
  isValidOn(given, day) &&
  given.confirmedOn !== null &&
  given.confirmedOn <= day &&
  (given.endedOn === null || given.endedOn >= day);

const absencesOn = ({ absences }: PersonOfRecord, day: string): readonly Absence[] =>
  absences.filter(({ enteredOn, withdrawnOn }) => enteredOn <= day && (withdrawnOn === null || withdrawnOn >= day));
