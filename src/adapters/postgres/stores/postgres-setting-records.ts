import { IsNull, type EntityManager } from 'typeorm';
import type { OpenProposal, SettingRecords, StoredSetting } from '../../../pipeline/ports/setting-records.js';
import { SettingProposalEntity, TenantSettingEntity } from '../entities/tenant.entities.js';

const waiting = { confirmedAt: IsNull(), withdrawnAt: IsNull() };

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
      secret: bufferOf(setting.secret),
      tenantId: this.tenantId,
      name,
    });
  }

  proposalOf(name: string): Promise<OpenProposal | null> {
    return this.manager.findOneBy(SettingProposalEntity, { tenantId: this.tenantId, name, ...waiting });
  }

  findProposal(id: string): Promise<OpenProposal | null> {
    return this.manager.findOneBy(SettingProposalEntity, { tenantId: this.tenantId, id, ...waiting });
  }

  async propose(proposal: OpenProposal): Promise<void> {
    const [value, secret] = [proposal.value as object, bufferOf(proposal.secret)];
    await this.manager.insert(SettingProposalEntity, { ...proposal, value, secret, tenantId: this.tenantId });
  }

  async confirmProposal(id: string, confirmedBy: string, at: Date): Promise<void> {
    const ended = { confirmedBy, confirmedAt: at };
    await this.manager.update(SettingProposalEntity, { tenantId: this.tenantId, id, ...waiting }, ended);
  }

  async withdrawProposal(id: string, withdrawnBy: string, at: Date): Promise<void> {
    const ended = { withdrawnBy, withdrawnAt: at };
    await this.manager.update(SettingProposalEntity, { tenantId: this.tenantId, id, ...waiting }, ended);
  }
}

const bufferOf = (secret: Uint8Array | null): Buffer | null => secret && Buffer.from(secret);
