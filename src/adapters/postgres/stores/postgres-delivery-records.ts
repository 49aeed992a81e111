import type { EntityManager } from 'typeorm';
import type {
  DeliveryPart,
  DeliveryRecord,
  DeliveryRecords,
  LaterPaper,
} from '../../../pipeline/ports/delivery-records.js';
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
    await this.manager.insert(DeliveryEntity, { ...storableRow(delivery), tenantId: this.tenantId });
  }

  async addPart(deliveryId: string, part: DeliveryPart): Promise<void> {
    await this.manager.insert(DeliveryPartEntity, { ...storableRow(part), deliveryId, tenantId: this.tenantId });
  }

  async get(id: string): Promise<DeliveryRecord> {
    const delivery = await this.manager.findOneByOrFail(DeliveryEntity, { tenantId: this.tenantId, id });
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

  async laterPapers(invoiceId: string): Promise<readonly LaterPaper[]> {
    const rows = await this.manager.query<LaterPaperRow[]>(
      `WITH own AS (SELECT delivery_id FROM eingang.delivery_part
         WHERE tenant_id = $1 AND invoice_id = $2 AND fate IN ('invoice', 'otherInvoice'))
       SELECT p.id, p.file_name AS "fileName", p.media_type AS "mediaType", p.size_bytes AS "sizeBytes", p.sha256,
         d.number, c.kind AS "channelKind", d.sender, d.received_at AS "receivedAt"
       FROM eingang.delivery_part p
       JOIN eingang.delivery d ON d.tenant_id = p.tenant_id AND d.id = p.delivery_id
       JOIN eingang.channel c ON c.tenant_id = d.tenant_id AND c.id = d.channel_id
       WHERE p.tenant_id = $1 AND p.invoice_id = $2 AND p.fate IN ('twin', 'supporting') AND p.sha256 IS NOT NULL
         AND p.delivery_id NOT IN (SELECT delivery_id FROM own)
         AND p.sha256 NOT IN (SELECT w.sha256 FROM eingang.delivery_part w JOIN own USING (delivery_id)
           WHERE w.tenant_id = $1 AND w.sha256 IS NOT NULL)
       ORDER BY d.received_at, d.id, p.position`,
      [this.tenantId, invoiceId],
    );
    return rows.map(({ number, channelKind, sender, receivedAt, sizeBytes, ...paper }) => ({
      ...paper,
      sizeBytes: Number(sizeBytes),
      delivery: { number, channelKind, sender, receivedAt },
    }));
  }
}

/** As the driver has it: bigint columns are texts. */
type LaterPaperRow = Omit<LaterPaper, 'sizeBytes' | 'delivery'> &
  LaterPaper['delivery'] & { readonly sizeBytes: string };
