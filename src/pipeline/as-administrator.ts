import { z } from 'zod';
import { ADMINISTRATORS } from '../domain/access/role-groups.js';
import { isValidOn, type Role } from '../domain/approval/roles.js';
import { once } from './once.js';
import { refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
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
): Promise<boolean> {
  const grants = await tenant.people.grantsInForce(personId);
  return grants.some((grant) => roles.includes(grant.role) && isValidOn(grant, townDay(at)));
}

/** Runs a change of configuration for a tenant administrator, once per key. `content` is what makes two calls the same. */
export function asAdministrator<T>(
  door: TenantDoor,
  clock: Clock,
  by: Administration,
  content: readonly unknown[],
  answer: z.ZodType<T>,
  work: (tenant: TenantRecords, at: Date) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const at = clock.now();
  const call = { caller: `person:${by.personId}`, key: by.idempotencyKey, content: [JSON.stringify(content)] };
  return door.inTenant(by.tenantId, async (tenant) => {
    if (!(await holdsAnyOf(tenant, by.personId, ADMINISTRATORS, at))) return refused('administratorsOnly');
    return once(
      tenant,
      call,
      at,
      (stored) => answer.parse(stored),
      () => work(tenant, at),
    );
  });
}

/** Runs a change for whoever is signed in, once per key; `work` looks whether they may. */
export function asPerson<T>(
  door: TenantDoor,
  clock: Clock,
  by: Administration,
  content: readonly unknown[],
  answer: z.ZodType<T>,
  work: (tenant: TenantRecords, at: Date) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const at = clock.now();
  const call = { caller: `person:${by.personId}`, key: by.idempotencyKey, content: [JSON.stringify(content)] };
  return door.inTenant(by.tenantId, (tenant) =>
    once(
      tenant,
      call,
      at,
      (stored) => answer.parse(stored),
      () => work(tenant, at),
    ),
  );
}
