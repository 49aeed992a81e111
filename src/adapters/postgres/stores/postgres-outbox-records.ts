import { IsNull, type EntityManager } from 'typeorm';
import type { Effect, LeasedEffect, OutboxRecords } from '../../../pipeline/ports/outbox-records.js';
import { storableText } from '../column-types.js';
import { OutboxEntity } from '../entities/delivery.entities.js';

export class PostgresOutboxRecords implements OutboxRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add({ id, effect, payload, at }: Parameters<OutboxRecords['add']>[0]): Promise<void> {
    await this.manager.insert(OutboxEntity, {
      tenantId: this.tenantId,
      id,
      effect,
      payload,
      createdAt: at,
      workDueAt: at,
    });
  }

  async lease(id: string, now: Date, leaseUntil: Date): Promise<LeasedEffect | null> {
    const [rows] = await this.manager.query<
      [{ effect: Effect; payload: unknown; created_at: Date; attempts: number }[], number]
    >(
      `UPDATE eingang.outbox SET attempts = attempts + 1, lease_until = $4, work_due_at = $4
       WHERE (tenant_id, id) = (SELECT tenant_id, id FROM eingang.outbox WHERE tenant_id = $1 AND id = $2 AND done_at IS NULL
         AND work_due_at <= $3 FOR UPDATE SKIP LOCKED)
       RETURNING effect, payload, created_at, attempts`,
      [this.tenantId, id, now, leaseUntil],
    );
    const row = rows[0];
    if (!row) return null;
    return { id, effect: row.effect, payload: row.payload, createdAt: row.created_at, attempt: row.attempts };
  }

  async postpone(id: string, attempt: number, dueAt: Date, error: string): Promise<void> {
    await this.manager.update(OutboxEntity, this.leased(id, attempt), {
      workDueAt: dueAt,
      leaseUntil: null,
      lastError: storableText(error),
    });
  }

  async finish(id: string, attempt: number, at: Date, error: string | null): Promise<boolean> {
    const result = await this.manager.update(OutboxEntity, this.leased(id, attempt), {
      workDueAt: null,
      leaseUntil: null,
      lastError: error === null ? null : storableText(error),
      doneAt: at,
    });
    return result.affected === 1;
  }

  private leased(id: string, attempt: number): object {
    return { tenantId: this.tenantId, id, attempts: attempt, doneAt: IsNull() };
  }
}
