import { z } from 'zod';
import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import { isValidOn, type Role } from '../domain/approval/roles.js';
import { once } from './once.js';
import { refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Hold } from './ports/people-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** Who administers, under which key: what every change of a tenant's configuration carries. */
export interface Administration {
  readonly tenantId: string;
  readonly personId: string;
  readonly idempotencyKey: string;
}

/** What most changes answer: the id of what was changed. */
export const withId = z.object({ id: z.string() });
export type WithId = z.infer<typeof withId>;

/** Whether a person holds one of these roles at that moment. */
export async function holdsAnyOf(
  tenant: TenantRecords,
  personId: string,
  roles: readonly Role[],
  at: Date,
  hold?: Hold,
): Promise<boolean> {
  const grants = await tenant.people.grantsInForce(personId, hold);
  return grants.some((grant) => roles.includes(grant.role) && isValidOn(grant, townDay(at)));
}

type Work<T> = (tenant: TenantRecords, at: Date) => Promise<Outcome<T>>;

/** Runs a change for whoever is signed in, once per key; `work` looks whether they may. `content` is what makes two calls the same. */
export const asPerson = <T>(
  door: TenantDoor,
  clock: Clock,
  by: Administration,
  content: readonly unknown[],
  answer: z.ZodType<T>,
  work: Work<T>,
): Promise<Outcome<T>> => asHolderOf([], { door, clock, by }, content, answer, work);

/** As `asPerson`, for a tenant administrator; a repeated call, too, is refused to whoever is none any more. */
export const asAdministrator = <T>(
  door: TenantDoor,
  clock: Clock,
  by: Administration,
  content: readonly unknown[],
  answer: z.ZodType<T>,
  work: Work<T>,
): Promise<Outcome<T>> => asHolderOf(ADMINISTRATORS, { door, clock, by }, content, answer, work);

interface Caller {
  readonly door: TenantDoor;
  readonly clock: Clock;
  readonly by: Administration;
}

/** @param roles one of which it takes; none: whoever is signed in. */
function asHolderOf<T>(
  roles: readonly Role[],
  { door, clock, by }: Caller,
  content: readonly unknown[],
  answer: z.ZodType<T>,
  work: Work<T>,
): Promise<Outcome<T>> {
  const at = clock.now();
  const call = { caller: `person:${by.personId}`, key: by.idempotencyKey, content: [JSON.stringify(content)] };
  return door.inTenant(by.tenantId, async (tenant) => {
    if (roles.length > 0 && !(await holdsAnyOf(tenant, by.personId, roles, at))) return refused('administratorsOnly');
    return once(
      tenant,
      call,
      at,
      (stored) => answer.parse(stored),
      () => work(tenant, at),
    );
  });
}
