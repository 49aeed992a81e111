import { z } from 'zod';
import { ruleSetOf, type RuleDraft, type VersionedRule } from '../domain/routing/rule-set.js';
import { tenantEvent } from './administer-tenant.js';
import { asAdministrator, type Administration } from './as-administrator.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';

const savedRules = z.object({ version: z.int() });
export type SavedRules = z.infer<typeof savedRules>;

/** The routing rules of a tenant, which are changed as a set: what one rule does depends on those before it. */
export class AdministerRoutingRules {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Puts the drafts in force, in their order.
   * @param seen the version of the set that they rest on.
   */
  save(by: Administration, seen: number, drafts: readonly RuleDraft[]): Promise<Outcome<SavedRules>> {
    const content = ['saveRoutingRules', seen, drafts];
    return asAdministrator(this.door, this.clock, by, content, savedRules, async (tenant, at) => {
      const current = await tenant.routing.lockVersion();
      const stale = changedSince(seen, current);
      if (stale) return stale;
      const next = ruleSetOf(drafts, await tenant.routing.rules(), () => this.ids.next());
      if (next === null || (await leadsNowhere(tenant, drafts))) return refused('notFound');
      const version = current + 1;
      await tenant.routing.set({ version, setBy: by.personId, setAt: at, rules: next });
      await noteChange(tenant, by, version, next, at);
      return done({ version });
    });
  }
}

/** Whether a draft leads to a department that is not open. */
async function leadsNowhere(tenant: TenantRecords, drafts: readonly RuleDraft[]): Promise<boolean> {
  const open = new Set((await tenant.town.departments()).map(({ id }) => id));
  return drafts.some(({ departmentId }) => !open.has(departmentId));
}

async function noteChange(
  tenant: TenantRecords,
  by: Administration,
  version: number,
  rules: readonly VersionedRule[],
  at: Date,
): Promise<void> {
  const text = JSON.stringify(rules);
  const facts = { version, rules: rules.map(({ id }) => id), valueSha256: sha256(text) };
  const event = tenantEvent(by, 'tenant.routingRulesChanged', facts);
  await tenant.audit.append({ ...event, payload: { value: text } }, at);
}
