import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import { withId, holdsAnyOf, asPerson, type Administration, type WithId } from './as-administrator.js';
import { LONGEST_ABSENCE_DAYS, MOST_OPEN_ENTRIES } from './deputy-limits.js';
import { done, refused, type Outcome } from './outcome.js';
import { personEvent } from './administer-people.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

export interface NewAbsence {
  readonly personId: string;
  /** Days, YYYY-MM-DD, both inclusive. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * Days on which somebody is not there, entered by the person or an administrator. Deputyships begin to hold with them:
 * who would thereby act for the person enters nothing.
 */
export class EnterAbsence {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  enter(by: Administration, wanted: NewAbsence): Promise<Outcome<WithId>> {
    return asPerson(this.door, this.clock, by, ['enterAbsence', wanted], withId, async (tenant, at) => {
      const person = await tenant.people.findForChange(wanted.personId);
      if (person?.leftAt !== null) return refused('notFound');
      const refusal = (await mayEnter(tenant, by, wanted.personId, at)) ?? (await unusable(tenant, wanted, at));
      if (refusal) return refusal;
      const id = this.ids.next();
      const entered = { enteredBy: by.personId, enteredAt: at, withdrawnBy: null, withdrawnAt: null };
      await tenant.deputies.addAbsence({ id, ...wanted, ...entered });
      const { personId, ...days } = wanted;
      await tenant.audit.append(personEvent(by, personId, 'person.absenceEntered', { absence: id, ...days }), at);
      return done({ id });
    });
  }

  /** Somebody has come back early, or does not go: deputyships that hold during absence end with it. */
  withdraw(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asPerson(this.door, this.clock, by, ['withdrawAbsence', id], withId, async (tenant, at) => {
      const absence = await tenant.deputies.findAbsenceForChange(id);
      if (!absence || absence.withdrawnAt !== null) return refused('notFound');
      const isOwn = absence.personId === by.personId;
      if (!isOwn && !(await holdsAnyOf(tenant, by.personId, ADMINISTRATORS, at))) return refused('ownAffairsOnly');
      await tenant.deputies.withdrawAbsence(id, by.personId, at);
      const { personId, firstDay, lastDay } = absence;
      const facts = { absence: id, firstDay, lastDay };
      await tenant.audit.append(personEvent(by, personId, 'person.absenceWithdrawn', facts), at);
      return done({ id });
    });
  }
}

async function mayEnter(tenant: TenantRecords, by: Administration, personId: string, at: Date) {
  if (by.personId === personId) return null;
  if (!(await holdsAnyOf(tenant, by.personId, ADMINISTRATORS, at))) return refused('ownAffairsOnly');
  const deputies = await tenant.deputies.openDeputyships();
  const gains = deputies.some((one) => one.principalId === personId && one.deputyId === by.personId);
  return gains ? refused('deputyMayNot') : null;
}

async function unusable(tenant: TenantRecords, { personId, firstDay, lastDay }: NewAbsence, at: Date) {
  const today = townDay(at);
  if (lastDay < today) return refused('pastAbsence');
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1;
  if (days > LONGEST_ABSENCE_DAYS) return refused('tooFarAway', { days: String(LONGEST_ABSENCE_DAYS) });
  const open = (await tenant.deputies.absencesOf(personId)).filter((one) => one.lastDay >= today);
  return open.length >= MOST_OPEN_ENTRIES ? refused('tooManyEntries', { limit: String(MOST_OPEN_ENTRIES) }) : null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
