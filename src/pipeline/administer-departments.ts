import { tenantEvent } from './administer-tenant.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';

/** Departments that are there already: new names, and the end. `seen` is the version that a change rests on. */
export class AdministerDepartments {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  rename(
    by: Administration,
    id: string,
    seen: number,
    wanted: { readonly code: string; readonly name: string },
  ): Promise<Outcome<WithId>> {
    const content = ['renameDepartment', id, seen, wanted];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      const stale = await notAsSeen(tenant, id, seen);
      if (stale) return stale;
      const departments = await tenant.town.departments();
      if (departments.some((department) => department.code === wanted.code && department.id !== id))
        return refused('alreadyThere', { name: wanted.code });
      await tenant.town.renameDepartment(id, wanted);
      const event = tenantEvent(by, 'tenant.departmentChanged', { department: id, code: wanted.code });
      await tenant.audit.append({ ...event, payload: { name: wanted.name } }, at);
      return done({ id });
    });
  }

  /** Nothing may be left in it, and nothing may lead to it any more. */
  close(by: Administration, id: string, seen: number): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['closeDepartment', id, seen], withId, async (tenant, at) => {
      const stale = await notAsSeen(tenant, id, seen);
      if (stale) return stale;
      const { invoices, rules, leitwegIds } = await tenant.town.usesOfDepartment(id);
      if (invoices + rules + leitwegIds > 0) {
        const values = { invoices: String(invoices), rules: String(rules), leitwegIds: String(leitwegIds) };
        return refused('departmentInUse', values);
      }
      await tenant.town.closeDepartment(id, at);
      await tenant.audit.append(tenantEvent(by, 'tenant.departmentClosed', { department: id }), at);
      return done({ id });
    });
  }
}

/** Locks the department. */
async function notAsSeen(tenant: TenantRecords, id: string, seen: number): Promise<ReturnType<typeof refused> | null> {
  const department = await tenant.town.lockDepartment(id);
  return department === null ? refused('notFound') : changedSince(seen, department.version);
}
