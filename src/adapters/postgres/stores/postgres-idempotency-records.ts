import { LessThan, type EntityManager } from 'typeorm';
import type { IdempotencyRecords, StoredAnswer } from '../../../pipeline/ports/idempotency-records.js';
import { IdempotencyKeyEntity } from '../entities/delivery.entities.js';

export class PostgresIdempotencyRecords implements IdempotencyRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async tryLock(caller: string, key: string): Promise<boolean> {
    const [row] = await this.manager.query<{ locked: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked',
      [`${this.tenantId} ${caller} ${key}`],
    );
    return row?.locked === true;
  }

  find(caller: string, key: string): Promise<StoredAnswer | null> {
    return this.manager.findOneBy(IdempotencyKeyEntity, { tenantId: this.tenantId, caller, key });
  }

  async add(caller: string, key: string, stored: StoredAnswer, at: Date): Promise<void> {
    await this.manager.insert(IdempotencyKeyEntity, {
      tenantId: this.tenantId,
      caller,
      key,
      requestHash: stored.requestHash,
      answer: stored.answer as object,
      createdAt: at,
    });
  }

  async removeOlderThan(before: Date): Promise<void> {
    await this.manager.delete(IdempotencyKeyEntity, { tenantId: this.tenantId, createdAt: LessThan(before) });
  }
}
