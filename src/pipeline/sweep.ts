import { keyLifetimeMs } from './once.js';
import { work } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { Wake, WakeHandler, WorkKind } from './ports/wake-queue.js';
import { signInLimits } from './sign-in.js';

/**
 * Finds work whose due time has come and hands it to the same handler that jobs call: the guarantee behind the queue
 * (invariant 2). It needs no queue at all; rows that another worker holds are skipped by their lease.
 *
 * Each kind of work has a lane of its own, in which one row follows the other: a mail server that takes minutes for
 * every answer holds up neither mailboxes nor invoices, in this round or in the next.
 */
export class Sweep {
  private readonly lanes = new Map<WorkKind, Promise<void>>();

  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly handler: WakeHandler,
  ) {}

  /**
   * One round: fills the lanes that are empty, waits for none. Returns how many rows are due; a row that fails does not
   * stop the others.
   */
  async round(onError: (error: unknown) => void): Promise<number> {
    const due = await this.lookup.dueWork(this.clock.now(), work.sweepBatch);
    const free = new Set(due.map(({ kind }) => kind).filter((kind) => !this.lanes.has(kind)));
    for (const kind of free) {
      const rows = due.filter((wake) => wake.kind === kind);
      this.lanes.set(
        kind,
        this.workOff(rows, onError).finally(() => this.lanes.delete(kind)),
      );
    }
    return due.length;
  }

  /** Once every lane is empty. */
  async settled(): Promise<void> {
    await Promise.all(this.lanes.values());
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

  private async workOff(rows: readonly Wake[], onError: (error: unknown) => void): Promise<void> {
    for (const wake of rows) await this.handler(wake).catch(onError);
  }
}
