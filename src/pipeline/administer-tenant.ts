import { checkLeitwegId } from '../domain/invoice/leitweg-id.js';
import type { Scope } from '../domain/access/scopes.js';
import type { AuditEntry } from '../domain/audit/chain.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { keyPrefix } from './find-api-key.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';

/** Departments, Leitweg-IDs and API keys of a tenant; every change leaves an event in the tenant's chain. */
export class AdministerTenant {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  addDepartment(
    by: Administration,
    wanted: { readonly code: string; readonly name: string },
  ): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['addDepartment', wanted], withId, async (tenant, at) => {
      const departments = await tenant.town.departments();
      if (departments.some((department) => department.code === wanted.code))
        return refused('alreadyThere', { name: wanted.code });
      const id = this.ids.next();
      await tenant.town.addDepartment({ id, ...wanted, at });
      await tenant.audit.append(tenantEvent(by, 'tenant.departmentAdded', { department: id, code: wanted.code }), at);
      return done({ id });
    });
  }

  /** departmentId null: the id serves the whole authority. Ids are unique over all tenants; whose a taken one is, is not told. */
  assignLeitwegId(
    by: Administration,
    wanted: { readonly leitwegId: string; readonly departmentId: string | null },
  ): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['assignLeitwegId', wanted], withId, async (tenant, at) => {
      const check = checkLeitwegId(wanted.leitwegId);
      if (check.kind === 'invalid') return refused('leitwegIdInvalid', { leitwegId: wanted.leitwegId.slice(0, 100) });
      const { departmentId } = wanted;
      if (departmentId !== null && !(await tenant.town.hasDepartment(departmentId))) return refused('notFound');
      if (!(await tenant.town.assignLeitwegId(check.leitwegId, wanted.departmentId)))
        return refused('alreadyThere', { name: check.leitwegId });
      const facts = { leitwegId: check.leitwegId, department: wanted.departmentId };
      await tenant.audit.append(tenantEvent(by, 'tenant.leitwegIdAssigned', facts), at);
      return done({ id: check.leitwegId });
    });
  }

  /** Nothing more comes by it; what has come stays where it is. Assigned anew, it may lead elsewhere. */
  withdrawLeitwegId(by: Administration, leitwegId: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['withdrawLeitwegId', leitwegId], withId, async (tenant, at) => {
      const assigned = (await tenant.town.leitwegIds()).find((one) => one.leitwegId === leitwegId.toUpperCase());
      if (!assigned) return refused('notFound');
      await tenant.town.removeLeitwegId(assigned.leitwegId);
      const facts = { leitwegId: assigned.leitwegId, department: assigned.departmentId };
      await tenant.audit.append(tenantEvent(by, 'tenant.leitwegIdWithdrawn', facts), at);
      return done({ id: assigned.leitwegId });
    });
  }

  /**
   * The key itself is derived from the new id, so that a repeat of the call can answer it again without its being stored.
   */
  async issueApiKey(
    by: Administration,
    wanted: {
      readonly name: string;
      readonly scopes: readonly Scope[];
      readonly channelId: string | null;
      readonly expiresAt: Date;
    },
  ): Promise<Outcome<WithId & { readonly key: string }>> {
    const outcome = await asAdministrator(
      this.door,
      this.clock,
      by,
      ['issueApiKey', wanted],
      withId,
      async (tenant, at) => {
        if (wanted.expiresAt <= at) return refused('expiryPast', { expiresAt: wanted.expiresAt.toISOString() });
        const channels = await tenant.town.channels();
        if (wanted.channelId !== null && !channels.some((channel) => channel.id === wanted.channelId))
          return refused('notFound');
        const id = this.ids.next();
        await tenant.town.addApiKey({
          id,
          ...wanted,
          createdAt: at,
          revokedAt: null,
          keyHash: sha256(this.keyOf(id)),
        });
        const facts = { apiKey: id, scopes: wanted.scopes, expiresAt: wanted.expiresAt.toISOString() };
        await tenant.audit.append(
          { ...tenantEvent(by, 'tenant.apiKeyIssued', facts), payload: { name: wanted.name } },
          at,
        );
        return done({ id });
      },
    );
    return outcome.kind === 'refused' ? outcome : done({ ...outcome.value, key: this.keyOf(outcome.value.id) });
  }

  revokeApiKey(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['revokeApiKey', id], withId, async (tenant, at) => {
      if (!(await tenant.town.revokeApiKey(id, at))) return refused('notFound');
      await tenant.audit.append(tenantEvent(by, 'tenant.apiKeyRevoked', { apiKey: id }), at);
      return done({ id });
    });
  }

  private keyOf(id: string): string {
    return `${keyPrefix}${this.keyedHash.token('apiKey', id)}`;
  }
}

/** An event in the tenant's chain, by an administrator. */
export const tenantEvent = (
  by: Administration,
  event: AuditEntry['event'],
  facts: Readonly<Record<string, CanonicalValue>>,
): AuditEntry => ({
  subject: { kind: 'tenant', id: by.tenantId },
  event,
  actor: { kind: 'person', id: by.personId },
  facts,
});
