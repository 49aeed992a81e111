import type { RoutingRule } from '../domain/routing/routing-rule.js';
import { tenantEvent } from './administer-tenant.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** Routing rules that are in force. Invoices name the rule that routed them, so a rule is replaced and never altered. */
export class AdministerRoutingRules {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The old rule is retired and a new one takes its place; the answer is the new one's id. */
  change(by: Administration, oldId: string, wanted: Omit<RoutingRule, 'id'>): Promise<Outcome<WithId>> {
    const content = ['changeRoutingRule', oldId, wanted];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      const others = (await tenant.town.routingRules()).filter((rule) => rule.id !== oldId);
      const departments = await tenant.town.departments();
      if (!departments.some(({ id }) => id === wanted.departmentId)) return refused('notFound');
      if (others.some(({ position }) => position === wanted.position))
        return refused('alreadyThere', { name: String(wanted.position) });
      if (!(await tenant.town.retireRoutingRule(oldId, at))) return refused('notFound');
      const id = this.ids.next();
      await tenant.town.addRoutingRule({ id, ...wanted, at });
      const facts = { rule: id, replaces: oldId, position: wanted.position, department: wanted.departmentId };
      const payload = { name: wanted.name, when: JSON.stringify(wanted.when) };
      await tenant.audit.append({ ...tenantEvent(by, 'tenant.routingRuleChanged', facts), payload }, at);
      return done({ id });
    });
  }

  retire(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['retireRoutingRule', id], withId, async (tenant, at) => {
      if (!(await tenant.town.retireRoutingRule(id, at))) return refused('notFound');
      await tenant.audit.append(tenantEvent(by, 'tenant.routingRuleRetired', { rule: id }), at);
      return done({ id });
    });
  }

  /** @param ids every rule in force once, the first to be tried first. */
  order(by: Administration, ids: readonly string[]): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['orderRoutingRules', ids], withId, async (tenant, at) => {
      const rules = (await tenant.town.routingRules()).map((rule) => rule.id);
      const complete = new Set(ids).size === ids.length && [...ids].sort().join() === [...rules].sort().join();
      if (!complete) return refused('orderIncomplete');
      await tenant.town.orderRoutingRules(ids);
      await tenant.audit.append(tenantEvent(by, 'tenant.routingRulesOrdered', { rules: ids }), at);
      return done({ id: by.tenantId });
    });
  }
}
