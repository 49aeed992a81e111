import { IsNull, type EntityManager } from 'typeorm';
import { END_STATES } from '../../../domain/approval/lifecycle.js';
import type {
  ApiKeyRecord,
  ChannelKind,
  DepartmentRecord,
  DepartmentUses,
  TownRecords,
} from '../../../pipeline/ports/town-records.js';
import {
  ApiKeyEntity,
  ChannelEntity,
  DepartmentEntity,
  LeitwegIdEntity,
  TenantEntity,
} from '../entities/tenant.entities.js';

/** Nobody has to do anything with these any more in the department that they belong to. */
const settledStates = [...END_STATES, 'rejected', 'duplicate', 'declined', 'superseded', 'paid', 'paid_reduced'];

export class PostgresTownRecords implements TownRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async addTenant(tenant: { id: string; slug: string; name: string; at: Date }): Promise<void> {
    await this.manager.insert(TenantEntity, {
      id: tenant.id,
      slug: tenant.slug,
      name: tenant.name,
      createdAt: tenant.at,
    });
  }

  async addDepartment(department: { id: string; code: string; name: string; at: Date }): Promise<void> {
    const { id, code, name, at } = department;
    await this.manager.insert(DepartmentEntity, { tenantId: this.tenantId, id, code, name, createdAt: at });
  }

  departments(): Promise<readonly DepartmentRecord[]> {
    return this.manager.find(DepartmentEntity, {
      where: { tenantId: this.tenantId, closedAt: IsNull() },
      order: { code: 'ASC' },
    });
  }

  hasDepartment(id: string): Promise<boolean> {
    return this.manager.existsBy(DepartmentEntity, this.openDepartment(id));
  }

  names(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.manager.query(
      `SELECT id, name FROM eingang.department WHERE tenant_id = $1
       UNION ALL SELECT id, name FROM eingang.routing_rule WHERE tenant_id = $1
       UNION ALL SELECT id, name FROM eingang.channel WHERE tenant_id = $1
       UNION ALL SELECT id, name FROM eingang.api_key WHERE tenant_id = $1`,
      [this.tenantId],
    );
  }

  async renameDepartment(id: string, { code, name }: { readonly code: string; readonly name: string }): Promise<void> {
    await this.manager.query(
      'UPDATE eingang.department SET code = $3, name = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2',
      [this.tenantId, id, code, name],
    );
  }

  lockDepartment(id: string): Promise<DepartmentRecord | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return this.manager.findOne(DepartmentEntity, { where: this.openDepartment(id), lock });
  }

  async closeDepartment(id: string, at: Date): Promise<void> {
    await this.manager.update(DepartmentEntity, this.openDepartment(id), { closedAt: at });
  }

  async usesOfDepartment(id: string): Promise<DepartmentUses> {
    const [counted] = await this.manager.query<DepartmentUses[]>(
      `SELECT
         (SELECT count(*)::int FROM eingang.invoice
          WHERE tenant_id = $1 AND department_id = $2 AND NOT state = ANY($3)) AS invoices,
         (SELECT count(*)::int FROM eingang.routing_rule
          WHERE tenant_id = $1 AND department_id = $2 AND retired_at IS NULL) AS rules,
         (SELECT count(*)::int FROM eingang.leitweg_id WHERE tenant_id = $1 AND department_id = $2) AS "leitwegIds"`,
      [this.tenantId, id, settledStates],
    );
    if (!counted) throw new Error('a count has no row');
    return counted;
  }

  async assignLeitwegId(leitwegId: string, departmentId: string | null): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `INSERT INTO eingang.leitweg_id (leitweg_id, tenant_id, department_id) VALUES ($1, $2, $3)
       ON CONFLICT (leitweg_id) DO NOTHING RETURNING 1`,
      [leitwegId.toUpperCase(), this.tenantId, departmentId],
    );
    return rows.length === 1;
  }

  async removeLeitwegId(leitwegId: string): Promise<void> {
    await this.manager.delete(LeitwegIdEntity, { tenantId: this.tenantId, leitwegId });
  }

  leitwegIds(): Promise<readonly { leitwegId: string; departmentId: string | null }[]> {
    return this.manager.find(LeitwegIdEntity, { where: { tenantId: this.tenantId }, order: { leitwegId: 'ASC' } });
  }

  async addChannel(channel: { id: string; kind: ChannelKind; name: string; at: Date }): Promise<void> {
    const { id, kind, name, at } = channel;
    await this.manager.insert(ChannelEntity, { tenantId: this.tenantId, id, kind, name, createdAt: at });
  }

  channels(): Promise<readonly { id: string; kind: ChannelKind; name: string }[]> {
    return this.manager.find(ChannelEntity, {
      where: { tenantId: this.tenantId, closedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  async addApiKey(key: ApiKeyRecord & { keyHash: string }): Promise<void> {
    await this.manager.insert(ApiKeyEntity, { ...key, scopes: [...key.scopes], tenantId: this.tenantId });
  }

  apiKeys(): Promise<readonly ApiKeyRecord[]> {
    return this.manager.find(ApiKeyEntity, { where: { tenantId: this.tenantId }, order: { id: 'ASC' } });
  }

  async revokeApiKey(id: string, at: Date): Promise<boolean> {
    const result = await this.manager.update(
      ApiKeyEntity,
      { tenantId: this.tenantId, id, revokedAt: IsNull() },
      { revokedAt: at },
    );
    return result.affected === 1;
  }

  private openDepartment(id: string) {
    return { tenantId: this.tenantId, id, closedAt: IsNull() };
  }
}
