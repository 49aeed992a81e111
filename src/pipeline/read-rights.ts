import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import {
  rightsOn,
  type GivenDeputyship,
  type GivenGrant,
  type PersonOfRecord,
  type RightsOnDay,
} from '../domain/access/rights-on-day.js';
import { holdsAnyOf } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { AbsenceRecord, DeputyshipRecord } from './ports/deputy-records.js';
import type { GrantRecord, PersonRecord } from './ports/people-records.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { Inquirer } from './read-town.js';
import { townDay } from './town-day.js';

/** Somebody's rights on a day, with names. */
export interface NamedRights extends RightsOnDay {
  readonly displayName: string;
  readonly lent: readonly NamedLending[];
}

type NamedLending = RightsOnDay['lent'][number] & { readonly principalName: string };

export interface RightsOfTown {
  /** Those who could do anything, by name. */
  readonly people: readonly NamedRights[];
  /** Who was there as well and held nothing. */
  readonly withoutRights: number;
}

/** Who could do what on a day, for administration and audit office: as it stands written, not as it is today. */
export class ReadRights {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** @param day `townDay`. */
  on(by: Inquirer, day: string): Promise<Outcome<RightsOfTown>> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, this.clock.now())))
        return refused('administratorsOnly');
      const people = await tenant.people.list();
      const grants = await tenant.people.grants();
      const absences = await tenant.deputies.everyAbsenceOn(day);
      const deputyships = (await tenant.deputies.everyDeputyship()).map(givenDeputyship);
      const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
      const nameOf = (id: string): string => names.get(id) ?? id;
      const all = rightsOn(
        day,
        people.map((person) => ofRecord(person, grants, absences)),
        deputyships,
      ).map((rights) => ({
        ...{ personId: rights.personId, displayName: nameOf(rights.personId), own: rights.own },
        lent: rights.lent.map((one) => ({ ...one, principalName: nameOf(one.principalId) })),
      }));
      const able = all.filter(({ own, lent }) => own.length + lent.length > 0);
      return done({
        people: able.toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'de')),
        withoutRights: all.length - able.length,
      });
    });
  }
}

const dayOf = (at: Date | null): string | null => at && townDay(at);

const ofRecord = (
  { id, createdAt, leftAt }: PersonRecord,
  grants: readonly GrantRecord[],
  absences: readonly AbsenceRecord[],
): PersonOfRecord => ({
  id,
  createdOn: townDay(createdAt),
  leftOn: dayOf(leftAt),
  grants: grants.filter(({ personId }) => personId === id).map(givenGrant),
  absences: absences
    .filter(({ personId }) => personId === id)
    .map(({ firstDay, lastDay, enteredAt, withdrawnAt }) => ({
      ...{ firstDay, lastDay, enteredOn: townDay(enteredAt) },
      withdrawnOn: dayOf(withdrawnAt),
    })),
});

const givenGrant = (grant: GrantRecord): GivenGrant => ({
  ...{ id: grant.id, role: grant.role, departmentId: grant.departmentId, limitCents: grant.limitCents },
  ...{ validFrom: grant.validFrom, validTo: grant.validTo },
  ...{ confirmedOn: dayOf(grant.confirmedAt), endedOn: dayOf(grant.revokedAt) },
});

const givenDeputyship = (one: DeputyshipRecord): GivenDeputyship => ({
  ...{ id: one.id, principalId: one.principalId, deputyId: one.deputyId, roles: one.roles },
  ...{ departmentId: one.departmentId, holds: one.holds, validFrom: one.validFrom, validTo: one.validTo },
  ...{ confirmedOn: dayOf(one.confirmedAt), endedOn: dayOf(one.endedAt) },
});
