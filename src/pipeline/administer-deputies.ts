import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import type { Deputyship } from '../domain/approval/deputies.js';
import { withId, asAdministrator, holdsAnyOf, asPerson, type Administration, type WithId } from './as-administrator.js';
import { MOST_OPEN_ENTRIES } from './deputy-limits.js';
import { done, refused, type Outcome } from './outcome.js';
import { personEvent } from './administer-people.js';
import type { Clock } from './ports/clock.js';
import type { DeputyshipRecord } from './ports/deputy-records.js';
import type { Ids } from './ports/ids.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';

export type NewDeputyship = Omit<Deputyship, 'id' | 'validFrom'> & { readonly validFrom: string };

/**
 * Who stands in for whom. A deputyship widens what the deputy may do, as a grant does: the principal or an administrator
 * proposes it, and it holds once an administrator who is neither the proposer nor the deputy has confirmed it.
 */
export class AdministerDeputies {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  propose(by: Administration, wanted: NewDeputyship): Promise<Outcome<WithId>> {
    return asPerson(this.door, this.clock, by, ['proposeDeputyship', wanted], withId, async (tenant, at) => {
      if (!(await mayPropose(tenant, by, wanted.principalId, at))) return refused('ownAffairsOnly');
      if (wanted.principalId === wanted.deputyId) return refused('ownDeputy');
      if (!(await isKnown(tenant, wanted))) return refused('notFound');
      const open = (await tenant.deputies.openDeputyships()).filter((one) => one.principalId === wanted.principalId);
      if (open.length >= MOST_OPEN_ENTRIES) return refused('tooManyEntries', { limit: String(MOST_OPEN_ENTRIES) });
      const id = this.ids.next();
      const unconfirmed = { confirmedBy: null, confirmedAt: null, endedBy: null, endedAt: null };
      await tenant.deputies.addDeputyship({ id, ...wanted, proposedBy: by.personId, proposedAt: at, ...unconfirmed });
      const { deputyId, principalId, roles, ...facts } = wanted;
      const told = { deputyship: id, principal: principalId, roles: roles && [...roles], ...facts };
      await tenant.audit.append(personEvent(by, deputyId, 'person.deputyshipProposed', told), at);
      return done({ id });
    });
  }

  confirm(by: Administration, id: string): Promise<Outcome<WithId>> {
    const content = ['confirmDeputyship', id];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      const deputyship = await tenant.deputies.findDeputyshipForChange(id);
      if (!deputyship || deputyship.endedAt !== null || deputyship.confirmedAt !== null) return refused('notFound');
      if (deputyship.proposedBy === by.personId) return refused('secondPersonNeeded');
      if (deputyship.deputyId === by.personId) return refused('deputyMayNot');
      await tenant.deputies.confirmDeputyship(id, by.personId, at);
      await tenant.audit.append(eventOf(by, deputyship, 'person.deputyshipConfirmed'), at);
      return done({ id });
    });
  }

  /** Ending takes rights away: the principal, the deputy or an administrator may, alone. */
  end(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asPerson(this.door, this.clock, by, ['endDeputyship', id], withId, async (tenant, at) => {
      const deputyship = await tenant.deputies.findDeputyshipForChange(id);
      if (!deputyship || deputyship.endedAt !== null) return refused('notFound');
      const concerned = [deputyship.principalId, deputyship.deputyId].includes(by.personId);
      if (!concerned && !(await holdsAnyOf(tenant, by.personId, ADMINISTRATORS, at))) return refused('ownAffairsOnly');
      await endDeputyship(tenant, by, deputyship, at);
      return done({ id });
    });
  }
}

/** Ends a deputyship with its event; also where one of the two leaves. */
export async function endDeputyship(
  tenant: TenantRecords,
  by: Administration,
  deputyship: DeputyshipRecord,
  at: Date,
): Promise<void> {
  await tenant.deputies.endDeputyship(deputyship.id, by.personId, at);
  await tenant.audit.append(eventOf(by, deputyship, 'person.deputyshipEnded'), at);
}

/** Of those whose rights it changes: the deputy's chain tells it. */
const eventOf = (
  by: Administration,
  { id, deputyId, principalId }: DeputyshipRecord,
  event: 'person.deputyshipConfirmed' | 'person.deputyshipEnded',
) => personEvent(by, deputyId, event, { deputyship: id, principal: principalId });

const mayPropose = async (tenant: TenantRecords, by: Administration, principalId: string, at: Date): Promise<boolean> =>
  principalId === by.personId || holdsAnyOf(tenant, by.personId, ADMINISTRATORS, at);

async function isKnown(
  tenant: TenantRecords,
  { principalId, deputyId, departmentId }: Pick<NewDeputyship, 'principalId' | 'deputyId' | 'departmentId'>,
): Promise<boolean> {
  for (const id of [principalId, deputyId]) if ((await tenant.people.find(id))?.leftAt !== null) return false;
  return departmentId === null || tenant.town.hasDepartment(departmentId);
}
