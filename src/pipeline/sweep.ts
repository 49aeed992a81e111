import { keyLifetimeMs } from './once.js';
import { work } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { Wake } from './ports/wake-queue.js';
import { signInLimits } from './sign-in-limits.js';

/**
 * Finds work whose due time has come and brings it where wakes of the queue come too: the guarantee behind the queue
 * (invariant 2). It needs no queue at all; rows that another worker holds are not due before their lease ends.
 */
export class Sweep {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly begin: (wake: Wake) => void,
  ) {}

  /** One round: brings what is due and waits for none of it. Returns how many rows that were. */
  async round(): Promise<number> {
    const due = await this.lookup.dueWork(this.clock.now(), work.sweepBatch);
    for (const wake of due) this.begin(wake);
    return due.length;
  }

  /** Removes answers that are no longer kept for repeats, and sessions that have ended by themselves. */
  async forget(): Promise<void> {
    const now = this.clock.now();
    for (const { id } of await this.lookup.tenants())
      await this.door.inTenant(id, async (tenant) => {
        await tenant.idempotency.removeOlderThan(new Date(now.getTime() - keyLifetimeMs));
        await tenant.sessions.removeEnded(now, new Date(now.getTime() - signInLimits.idleMs));
      });
  }
}
