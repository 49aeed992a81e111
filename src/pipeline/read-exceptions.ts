import { CONFIGURATION_READERS } from '../domain/access/role-groups.js';
import { holdsAnyOf } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { OrderException } from './ports/desk-records.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** The orders that were given as exceptions from four eyes: for the audit office, and whoever permits them. */
export class ReadExceptions {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** The newest first, at most `limit` beginning behind `after`. */
  list(
    by: { readonly tenantId: string; readonly personId: string },
    after: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<Outcome<readonly OrderException[]>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await holdsAnyOf(tenant, by.personId, CONFIGURATION_READERS, this.clock.now()))
        ? done(await tenant.desk.exceptions(after, limit))
        : refused('administratorsOnly'),
    );
  }
}
