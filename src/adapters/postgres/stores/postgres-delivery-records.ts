import type { EntityManager } from 'typeorm';
import type { DeliveryPart, DeliveryRecord, DeliveryRecords } from '../../../pipeline/ports/delivery-records.js';
import { storableRow } from '../column-types.js';
import { DeliveryEntity, DeliveryPartEntity, OriginalEntity } from '../entities/delivery.entities.js';

export class PostgresDeliveryRecords implements DeliveryRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  /** In one order everywhere, so that two deliveries of the same files never wait for each other. */
  async lockBytes(sha256s: readonly string[]): Promise<void> {
    await this.manager.query(
      `SELECT pg_advisory_xact_lock(hash) FROM (
         SELECT DISTINCT hashtextextended('bytes ' || $1 || ' ' || sha256, 0) AS hash FROM unnest($2::text[]) AS sha256
         ORDER BY hash) AS ordered`,
      [this.tenantId, sha256s],
    );
  }

  async noteOriginal(sha256: string, sizeBytes: number, at: Date): Promise<void> {
    const original = { tenantId: this.tenantId, sha256, sizeBytes, keptAt: at };
    await this.manager.createQueryBuilder().insert().into(OriginalEntity).values(original).orIgnore().execute();
  }

  async add(delivery: Omit<DeliveryRecord, 'parts' | 'sortedAt'>): Promise<void> {
    await this.manager.insert(DeliveryEntity, {
      ...storableRow(delivery),
      tenantId: this.tenantId,
      state: 'accepted',
    });
  }

  async addPart(deliveryId: string, part: DeliveryPart): Promise<void> {
    await this.manager.insert(DeliveryPartEntity, { ...storableRow(part), deliveryId, tenantId: this.tenantId });
  }

  async find(id: string): Promise<DeliveryRecord | null> {
    const delivery = await this.manager.findOneBy(DeliveryEntity, { tenantId: this.tenantId, id });
    if (!delivery) return null;
    const parts = await this.manager.find(DeliveryPartEntity, {
      where: { tenantId: this.tenantId, deliveryId: id },
      order: { position: 'ASC' },
    });
    return { ...delivery, parts };
  }

  partsOfInvoice(invoiceId: string): Promise<readonly DeliveryPart[]> {
    const own = `SELECT own.delivery_id FROM eingang.delivery_part own WHERE own.tenant_id = :tenantId
      AND own.invoice_id = :invoiceId AND own.fate IN ('invoice', 'otherInvoice')`;
    return this.manager
      .createQueryBuilder(DeliveryPartEntity, 'p')
      .where('p.tenantId = :tenantId', { tenantId: this.tenantId, invoiceId })
      .andWhere(
        `p.deliveryId IN (${own}) AND (p.invoiceId = :invoiceId OR (p.invoiceId IS NULL AND p.fate = 'supporting'))`,
      )
      .orderBy('p.deliveryId', 'ASC')
      .addOrderBy('p.position', 'ASC')
      .getMany();
  }
}
