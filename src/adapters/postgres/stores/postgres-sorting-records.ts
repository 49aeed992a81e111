import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { DeliveryPart } from '../../../pipeline/ports/delivery-records.js';
import type { LeasedDelivery, SortingRecords } from '../../../pipeline/ports/sorting-records.js';
import type { ChannelKind } from '../../../pipeline/ports/town-records.js';
import { storableText } from '../column-types.js';
import { DeliveryEntity, DeliveryPartEntity } from '../entities/delivery.entities.js';

export class PostgresSortingRecords implements SortingRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async lease(deliveryId: string, now: Date, leaseUntil: Date): Promise<LeasedDelivery | null> {
    const [rows] = await this.manager.query<[LeasedRow[], number]>(
      `UPDATE eingang.delivery SET attempts = attempts + 1, cut_off = cut_off + (lease_until IS NOT NULL)::integer,
         lease_until = $4, work_due_at = $4
       WHERE (tenant_id, id) = (SELECT tenant_id, id FROM eingang.delivery WHERE tenant_id = $1 AND id = $2 AND sorted_at IS NULL
         AND work_due_at <= $3 FOR UPDATE SKIP LOCKED)
       RETURNING attempts, cut_off, received_at, answers_query, (SELECT kind FROM eingang.channel
         WHERE channel.tenant_id = delivery.tenant_id AND channel.id = delivery.channel_id) AS channel_kind`,
      [this.tenantId, deliveryId, now, leaseUntil],
    );
    const row = rows[0];
    if (!row) return null;
    const parts = await this.manager.find(DeliveryPartEntity, {
      where: { tenantId: this.tenantId, deliveryId },
      order: { position: 'ASC' },
    });
    return {
      id: deliveryId,
      channelKind: row.channel_kind,
      receivedAt: row.received_at,
      answersQuery: row.answers_query,
      attempt: row.attempts,
      failed: row.attempts - 1 - row.cut_off,
      cutOff: row.cut_off,
      waiting: parts.filter((part) => part.fate === 'waiting'),
      lastPosition: parts.at(-1)?.position ?? 0,
    };
  }

  async holdOn({ id, attempt }: LeasedDelivery, leaseUntil: Date): Promise<boolean> {
    const { affected } = await this.manager.update(
      DeliveryEntity,
      { tenantId: this.tenantId, id, attempts: attempt, sortedAt: IsNull(), workDueAt: Not(IsNull()) },
      { workDueAt: leaseUntil, leaseUntil },
    );
    return affected === 1;
  }

  async postpone(lease: LeasedDelivery, dueAt: Date, error: string, countsAsAttempt: boolean): Promise<void> {
    const { id, attempt } = lease;
    await this.manager.update(
      DeliveryEntity,
      { tenantId: this.tenantId, id, attempts: attempt, sortedAt: IsNull() },
      {
        attempts: countsAsAttempt ? attempt : attempt - 1,
        workDueAt: dueAt,
        leaseUntil: null,
        lastError: storableText(error),
      },
    );
  }

  async isStillLeased({ id, attempt }: LeasedDelivery): Promise<boolean> {
    const found = await this.manager.findOne(DeliveryEntity, {
      where: { tenantId: this.tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
    return found !== null && found.attempts === attempt && found.sortedAt === null && found.workDueAt !== null;
  }

  async decidePart(
    partId: string,
    decided: Pick<DeliveryPart, 'fate' | 'reason' | 'invoiceId' | 'form'>,
  ): Promise<void> {
    const { fate, reason, invoiceId, form } = decided;
    const waiting = { tenantId: this.tenantId, id: partId, fate: 'waiting' as const };
    await this.manager.update(DeliveryPartEntity, waiting, { fate, reason, invoiceId, form });
  }

  async finish(deliveryId: string, at: Date): Promise<void> {
    await this.manager.update(
      DeliveryEntity,
      { tenantId: this.tenantId, id: deliveryId },
      { sortedAt: at, workDueAt: null, leaseUntil: null, lastError: null },
    );
  }

  async findInvoiceOfBytes(sha256: string): Promise<string | null> {
    const found = await this.manager.findOne(DeliveryPartEntity, {
      where: { tenantId: this.tenantId, sha256, fate: In(['invoice', 'otherInvoice', 'twin']) },
      order: { id: 'ASC' },
    });
    return found?.invoiceId ?? null;
  }
}

interface LeasedRow {
  readonly attempts: number;
  readonly cut_off: number;
  readonly received_at: Date;
  readonly answers_query: string | null;
  readonly channel_kind: ChannelKind;
}
