import { IsNull, Not, type EntityManager } from 'typeorm';
import type { SubscriptionRecord, SubscriptionRecords } from '../../../pipeline/ports/subscription-records.js';
import { SubscriptionEntity } from '../entities/mail.entities.js';

export class PostgresSubscriptionRecords implements SubscriptionRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async findOrAdd(wanted: Parameters<SubscriptionRecords['findOrAdd']>[0]): Promise<SubscriptionRecord> {
    const row = { ...wanted, tenantId: this.tenantId };
    await this.manager.createQueryBuilder().insert().into(SubscriptionEntity).values(row).orIgnore().execute();
    const { deliveryId, address } = wanted;
    return this.manager.findOneByOrFail(SubscriptionEntity, { tenantId: this.tenantId, deliveryId, address });
  }

  findOf(deliveryId: string, address: string): Promise<SubscriptionRecord | null> {
    return this.manager.findOneBy(SubscriptionEntity, { tenantId: this.tenantId, deliveryId, address });
  }

  get(id: string): Promise<SubscriptionRecord> {
    return this.manager.findOneByOrFail(SubscriptionEntity, this.row(id));
  }

  findForChange(id: string): Promise<SubscriptionRecord | null> {
    return this.manager.findOne(SubscriptionEntity, { where: this.row(id), lock: { mode: 'pessimistic_write' } });
  }

  active(deliveryId: string): Promise<readonly SubscriptionRecord[]> {
    return this.manager.find(SubscriptionEntity, {
      where: { tenantId: this.tenantId, deliveryId, confirmedAt: Not(IsNull()), endedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  countOf(deliveryId: string): Promise<number> {
    return this.manager.countBy(SubscriptionEntity, { tenantId: this.tenantId, deliveryId });
  }

  async confirm(id: string, at: Date): Promise<void> {
    await this.manager.update(SubscriptionEntity, this.row(id), { confirmedAt: at, endedAt: null });
  }

  async end(id: string, at: Date): Promise<void> {
    await this.manager.update(SubscriptionEntity, this.row(id), { endedAt: at });
  }

  private row(id: string): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id };
  }
}
