import { absentUntil, isInForce, type Deputyship } from '../domain/approval/deputies.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Who is there on a day, and who acts for whom. */
export interface Presence {
  /** The last day of the person's absence; null: there. */
  absentUntil(personId: string): string | null;
  /** Deputyships that hold on the day, of this principal. */
  deputiesOf(principalId: string): readonly Deputyship[];
  /** Deputyships that hold on the day, by which this person acts for others. */
  standsInFor(deputyId: string): readonly Deputyship[];
  /** Ids of everybody who is absent. */
  readonly absent: readonly string[];
}

/** Presence within a tenant on a day (`townDay`); people who have left neither lend their place nor take another's. */
export async function presenceIn(tenant: TenantRecords, day: string): Promise<Presence> {
  const absences = await tenant.deputies.absencesFrom(day);
  const left = new Set((await tenant.people.list()).flatMap(({ id, leftAt }) => (leftAt === null ? [] : [id])));
  const ofPerson = (id: string) => absences.filter(({ personId }) => personId === id);
  const inForce = (await tenant.deputies.deputyshipsInForce()).filter(
    (one) => !left.has(one.principalId) && !left.has(one.deputyId) && isInForce(one, ofPerson(one.principalId), day),
  );
  return {
    absentUntil: (personId) => absentUntil(ofPerson(personId), day),
    deputiesOf: (id) => inForce.filter(({ principalId }) => principalId === id),
    standsInFor: (id) => inForce.filter(({ deputyId }) => deputyId === id),
    absent: [...new Set(absences.map(({ personId }) => personId))].filter((id) => absentUntil(ofPerson(id), day)),
  };
}
