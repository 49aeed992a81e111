import type { Colleague, Person, Principal } from '../domain/approval/facts.js';
import { absentUntil } from '../domain/approval/deputies.js';
import type { Actor } from '../domain/audit/chain.js';
import type { Hold } from './ports/people-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/**
 * A person with what they may do, as decisions want to know them; null if there is no such person (any more).
 * @param onBehalfOf for whom they act in Vertretung; null: in their own name.
 * @param hold for who decides: what carries the decision is not taken away before it is written. Grants first, as those
 *   who take them away do, so that nobody waits for each other.
 */
export async function actingPerson(
  tenant: TenantRecords,
  personId: string,
  onBehalfOf: string | null = null,
  hold?: Hold,
): Promise<Person | null> {
  const grants = await tenant.people.grantsInForce(personId, hold);
  const person = await tenant.people.find(personId);
  if (!person || person.leftAt !== null) return null;
  const principal = onBehalfOf === null ? null : await principalOf(tenant, onBehalfOf, personId, hold);
  if (onBehalfOf !== null && principal === null) return null;
  return {
    kind: 'person',
    id: person.id,
    grants,
    ownAccountHashes: await tenant.people.accountHashes(person.id),
    onBehalfOf: principal,
  };
}

/** Who has left lends nothing any more, but is still known: the decision says that the deputyship does not hold. */
async function principalOf(
  tenant: TenantRecords,
  id: string,
  deputyId: string,
  hold: Hold | undefined,
): Promise<Principal | null> {
  const grants = await tenant.people.grantsInForce(id, hold);
  const principal = await tenant.people.find(id);
  if (!principal) return null;
  const deputyships = await tenant.deputies.deputyshipsInForce({ deputyId }, hold);
  return {
    id,
    grants,
    ownAccountHashes: await tenant.people.accountHashes(id),
    deputyships: principal.leftAt === null ? deputyships.filter(({ principalId }) => principalId === id) : [],
    absences: await tenant.deputies.absencesOf(id, hold),
  };
}

/** To whom something is handed on; null if there is no such person (any more). */
export async function colleagueFor(tenant: TenantRecords, id: string, today: string): Promise<Colleague | null> {
  const person = await actingPerson(tenant, id, null, 'held');
  if (person === null) return null;
  const { grants, ownAccountHashes } = person;
  return { id, grants, ownAccountHashes, absentUntil: absentUntil(await tenant.deputies.absencesOf(id), today) };
}

/** Who is on record: a deputy with both names. */
export const auditActor = ({ id, onBehalfOf }: Person): Actor => ({
  kind: 'person',
  id,
  ...(onBehalfOf === null ? {} : { onBehalfOf: onBehalfOf.id }),
});
