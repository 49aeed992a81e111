import { isInForce, lentAlong, lentGrants } from '../domain/approval/deputies.js';
import type { Grant } from '../domain/approval/roles.js';
import type { GrantRecord } from './ports/people-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { visibleDepartments } from './visibility.js';

/** Whom somebody stands in for today, and what of that person's is lent that the deputy holds somewhere too. */
export interface Represented {
  readonly personId: string;
  readonly grants: readonly Grant[];
}

/** What a person may see on a day: by their own grants, and by those of whom they stand in for. */
export interface Sight {
  readonly own: readonly GrantRecord[];
  readonly represented: readonly Represented[];
  /** Departments; null: all of them, and what has none. */
  readonly visible: readonly string[] | null;
}

/** @param today `townDay`. */
export async function sightOf(tenant: TenantRecords, personId: string, today: string): Promise<Sight> {
  const own = await tenant.people.grantsInForce(personId);
  const represented: Represented[] = [];
  const deputyships = await tenant.deputies.deputyshipsInForce({ deputyId: personId });
  for (const principalId of new Set(deputyships.map((one) => one.principalId))) {
    const absences = await tenant.deputies.absencesOf(principalId);
    const inForce = deputyships.filter((one) => one.principalId === principalId && isInForce(one, absences, today));
    if (inForce.length === 0 || (await tenant.people.find(principalId))?.leftAt !== null) continue;
    const grants = await tenant.people.grantsInForce(principalId);
    const lent = inForce.flatMap((one) => lentGrants(one, grants));
    represented.push({ personId: principalId, grants: lentAlong(own, lent, today) });
  }
  const visible = visibleDepartments([...own, ...represented.flatMap(({ grants }) => grants)], today);
  return { own, represented, visible };
}

/** The departments alone. */
export const departmentsSeen = async (
  tenant: TenantRecords,
  personId: string,
  today: string,
): Promise<readonly string[] | null> => (await sightOf(tenant, personId, today)).visible;
