import { IsNull, type EntityManager } from 'typeorm';
import type { SecondFactorRecord, SecondFactorRecords } from '../../../pipeline/ports/second-factor-records.js';
import { RecoveryCodeEntity, SecondFactorEntity } from '../entities/second-factor.entities.js';

export class PostgresSecondFactorRecords implements SecondFactorRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  find(personId: string): Promise<SecondFactorRecord | null> {
    return this.manager.findOneBy(SecondFactorEntity, this.of(personId));
  }

  findForChange(personId: string): Promise<SecondFactorRecord | null> {
    return this.manager.findOne(SecondFactorEntity, {
      where: this.of(personId),
      lock: { mode: 'pessimistic_write' },
    });
  }

  async save(factor: SecondFactorRecord): Promise<void> {
    const row = { ...factor, tenantId: this.tenantId };
    await this.manager.upsert(SecondFactorEntity, row, ['tenantId', 'personId']);
  }

  async replaceCodes(personId: string, hashes: readonly string[]): Promise<void> {
    await this.manager.delete(RecoveryCodeEntity, this.of(personId));
    const rows = hashes.map((codeHash) => ({ ...this.of(personId), codeHash, usedAt: null }));
    if (rows.length > 0) await this.manager.insert(RecoveryCodeEntity, rows);
  }

  async useCode(personId: string, codeHash: string, at: Date): Promise<boolean> {
    const unused = { ...this.of(personId), codeHash, usedAt: IsNull() };
    const { affected } = await this.manager.update(RecoveryCodeEntity, unused, { usedAt: at });
    return affected === 1;
  }

  codesLeft(personId: string): Promise<number> {
    return this.manager.countBy(RecoveryCodeEntity, { ...this.of(personId), usedAt: IsNull() });
  }

  private of(personId: string): { tenantId: string; personId: string } {
    return { tenantId: this.tenantId, personId };
  }
}
