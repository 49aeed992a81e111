import { keyLifetimeMs } from './once.js';
import { work } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { WakeHandler } from './ports/wake-queue.js';
import { signInLimits } from './sign-in.js';

/**
 * Finds work whose due time has come and hands it to the same handler that jobs call: the guarantee behind the queue
 * (invariant 2). It needs no queue at all; rows that another worker holds are skipped by their lease.
 */
export class Sweep {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly handler: WakeHandler,
  ) {}

  /** One round. Returns how many rows it looked at; a row that fails does not stop the others. */
  async round(onError: (error: unknown) => void): Promise<number> {
    const due = await this.lookup.dueWork(this.clock.now(), work.sweepBatch);
    for (const wake of due) await this.handler(wake).catch(onError);
    return due.length;
  }

  /** Removes answers that are no longer kept for repeats, and sessions that have ended by themselves. */
  async forget(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.lookup.tenants())
      await this.door.inTenant(id, async (tenant) => {
        await tenant.idempotency.removeOlderThan(new Date(now.getTime() - keyLifetimeMs));
        await tenant.people.removeEndedSessions(now, new Date(now.getTime() - signInLimits.idleMs));
      });
  }
}
