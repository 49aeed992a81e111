import type { EntityManager } from 'typeorm';
import type { SettingRecords, StoredSetting } from '../../../pipeline/ports/setting-records.js';
import { TenantSettingEntity } from '../entities/tenant.entities.js';

export class PostgresSettingRecords implements SettingRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  current(name: string): Promise<StoredSetting | null> {
    return this.manager.findOne(TenantSettingEntity, {
      where: { tenantId: this.tenantId, name },
      order: { version: 'DESC' },
    });
  }

  async lock(): Promise<void> {
    await this.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${this.tenantId} settings`]);
  }

  async add(name: string, setting: StoredSetting): Promise<void> {
    await this.manager.insert(TenantSettingEntity, {
      ...setting,
      value: setting.value as object,
      tenantId: this.tenantId,
      name,
    });
  }
}
