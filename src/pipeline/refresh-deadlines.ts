import { setNextLoss } from './deadlines-of-invoice.js';
import { deadlineLimits } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** Looks again at invoices whose next loss has passed, or whose Land has changed: the rows say which are due. */
export class RefreshDeadlines {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  async round(): Promise<void> {
    for (const { id } of await this.lookup.tenants()) while ((await this.batch(id)) === deadlineLimits.batch);
  }

  /** One transaction's work; what another worker holds is left to it. */
  private batch(tenantId: string): Promise<number> {
    const at = this.clock.now();
    return this.door.inTenant(tenantId, async (tenant) => {
      const due = await tenant.deadlines.due(at, deadlineLimits.batch);
      for (const id of due) await setNextLoss(tenant, id, at);
      return due.length;
    });
  }
}
