import { isValidOn, type Role } from '../domain/approval/roles.js';
import type { Clock } from './ports/clock.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/**
 * The roles that somebody holds today, in whatever department. A deputy acts in roles that they hold too
 * (`authorityOf`), so what is lent to them adds none.
 */
export class FindRoles {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  async of({
    tenantId,
    personId,
  }: {
    readonly tenantId: string;
    readonly personId: string;
  }): Promise<ReadonlySet<Role>> {
    const today = townDay(this.clock.now());
    const grants = await this.door.inTenant(tenantId, ({ people }) => people.grantsInForce(personId));
    return new Set(grants.filter((grant) => isValidOn(grant, today)).map(({ role }) => role));
  }
}
