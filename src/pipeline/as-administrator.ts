import type { z } from 'zod';
import { isValidOn } from '../domain/approval/roles.js';
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
    const grants = await tenant.people.grantsInForce(by.personId);
    const administers = grants.some((grant) => grant.role === 'tenantAdmin' && isValidOn(grant, townDay(at)));
    if (!administers) return refused('administratorsOnly');
    return once(
      tenant,
      call,
      at,
      (stored) => answer.parse(stored),
      () => work(tenant, at),
    );
  });
}
