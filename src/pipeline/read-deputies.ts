import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import { absentUntil, isInForce } from '../domain/approval/deputies.js';
import { holdsAnyOf } from './as-administrator.js';
import type { Clock } from './ports/clock.js';
import type { AbsenceRecord, DeputyshipRecord } from './ports/deputy-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { Inquirer } from './read-town.js';
import { presenceIn } from './presence.js';
import { sightOf } from './sight.js';
import { townDay } from './town-day.js';

/** A colleague, as everybody in the house sees them. */
export interface KnownColleague {
  readonly id: string;
  readonly displayName: string;
  /** Last day of the absence that lasts today; null: there. */
  readonly absentUntil: string | null;
  readonly deputyIds: readonly string[];
}

export interface ToldDeputyship extends DeputyshipRecord {
  readonly holdsToday: boolean;
}

/** Whom somebody may act for today. */
export interface StandIn {
  readonly personId: string;
  /** null: the principal is there, and is represented all the same. */
  readonly absentUntil: string | null;
}

/** Who is there and who stands in for whom. Presence is everybody's; deputyships are for those concerned and the administration. */
export class ReadDeputies {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  colleagues(tenantId: string): Promise<readonly KnownColleague[]> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const presence = await presenceIn(tenant, this.today());
      return (await tenant.people.list())
        .filter(({ leftAt }) => leftAt === null)
        .map(({ id, displayName }) => ({
          ...{ id, displayName, absentUntil: presence.absentUntil(id) },
          deputyIds: [...new Set(presence.deputiesOf(id).map(({ deputyId }) => deputyId))],
        }))
        .toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'de'));
    });
  }

  /** Absences that are not over: one's own, or everybody's for the administration. */
  absences(by: Inquirer): Promise<readonly AbsenceRecord[]> {
    return this.door.inTenant(by.tenantId, async (tenant) => {
      const all = await tenant.deputies.absencesFrom(this.today());
      return (await this.readsAll(tenant, by)) ? all : all.filter(({ personId }) => personId === by.personId);
    });
  }

  /** Open deputyships: those in which one is principal or deputy, or everybody's for the administration. */
  deputyships(by: Inquirer): Promise<readonly ToldDeputyship[]> {
    const today = this.today();
    return this.door.inTenant(by.tenantId, async (tenant) => {
      const all = await tenant.deputies.openDeputyships();
      const absences = await tenant.deputies.absencesFrom(today);
      const seen = (await this.readsAll(tenant, by))
        ? all
        : all.filter(({ principalId, deputyId }) => [principalId, deputyId].includes(by.personId));
      const ofPerson = (id: string) => absences.filter(({ personId }) => personId === id);
      return seen.map((one) => ({
        ...one,
        holdsToday: one.confirmedAt !== null && isInForce(one, ofPerson(one.principalId), today),
      }));
    });
  }

  standIns(by: Inquirer): Promise<readonly StandIn[]> {
    const today = this.today();
    return this.door.inTenant(by.tenantId, async (tenant) => {
      const { represented } = await sightOf(tenant, by.personId, today);
      const told: StandIn[] = [];
      for (const { personId } of represented)
        told.push({ personId, absentUntil: absentUntil(await tenant.deputies.absencesOf(personId), today) });
      return told;
    });
  }

  private today(): string {
    return townDay(this.clock.now());
  }

  private readsAll(tenant: TenantRecords, { personId }: Inquirer): Promise<boolean> {
    return holdsAnyOf(tenant, personId, CONFIGURATION_READERS, this.clock.now());
  }
}
