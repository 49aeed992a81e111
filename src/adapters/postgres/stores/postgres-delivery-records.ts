import type { EntityManager } from 'typeorm';
import type {
  DeliveryPart,
  DeliveryRecord,
  DeliveryRecords,
  InvoiceFormPart,
  LaterPaper,
  PaperPlace,
  PartReport,
} from '../../../pipeline/ports/delivery-records.js';
import type { StoredReport } from '../../../pipeline/ports/invoice-records.js';
import { storableRow } from '../column-types.js';
import { DeliveryEntity, DeliveryPartEntity, OriginalEntity, PartReportEntity } from '../entities/delivery.entities.js';
import { InvoiceEntity } from '../entities/invoice.entities.js';

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

  async noteOriginal(sha256: string, sizeBytes: number, at: Date): Promise<boolean> {
    const place = [this.tenantId, sha256];
    // Held until the end: from here on nobody takes the bytes away.
    const [known] = await this.manager.query<{ released: boolean }[]>(
      `SELECT released_at IS NOT NULL AS released FROM eingang.original WHERE tenant_id = $1 AND sha256 = $2 FOR KEY SHARE`,
      place,
    );
    if (known?.released)
      await this.manager.query(
        'UPDATE eingang.original SET released_at = NULL, removed_at = NULL WHERE tenant_id = $1 AND sha256 = $2',
        place,
      );
    if (known) return known.released;
    const original = { tenantId: this.tenantId, sha256, sizeBytes, keptAt: at };
    await this.manager.createQueryBuilder().insert().into(OriginalEntity).values(original).orIgnore().execute();
    return false;
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

  async otherForms(invoiceId: string, most: number): Promise<readonly InvoiceFormPart[]> {
    return this.manager.query<InvoiceFormPart[]>(
      `SELECT id AS "partId", file_name AS "fileName", sha256 FROM (
         SELECT DISTINCT ON (t.sha256) t.id, t.file_name, t.sha256, t.delivery_id, t.position
         FROM eingang.delivery_part t JOIN eingang.invoice i ON i.tenant_id = t.tenant_id AND i.id = t.invoice_id
         JOIN eingang.delivery_part o ON o.tenant_id = t.tenant_id AND o.delivery_id = t.delivery_id
           AND o.invoice_id = i.id AND o.fate = 'invoice'
         WHERE t.tenant_id = $1 AND t.invoice_id = $2 AND t.fate = 'twin' AND t.form IS NOT NULL
           AND t.sha256 <> i.original_sha256 ORDER BY t.sha256, t.position) AS forms
       ORDER BY delivery_id, position LIMIT $3`,
      [this.tenantId, invoiceId, most],
    );
  }

  async originalPart(invoiceId: string): Promise<string | null> {
    const where = { tenantId: this.tenantId, invoiceId, fate: 'invoice' as const };
    return (await this.manager.findOne(DeliveryPartEntity, { where, order: { id: 'ASC' } }))?.id ?? null;
  }

  async chooseForm(invoiceId: string, { partId, sha256, fileName }: InvoiceFormPart): Promise<void> {
    const own = { tenantId: this.tenantId, invoiceId };
    await this.manager.update(DeliveryPartEntity, { ...own, fate: 'invoice' as const }, { fate: 'twin' });
    await this.manager.update(DeliveryPartEntity, { ...own, id: partId }, { fate: 'invoice' });
    const chosen = { originalSha256: sha256, fileName };
    await this.manager.update(InvoiceEntity, { tenantId: this.tenantId, id: invoiceId }, chosen);
  }

  async notePartReport(partId: string, report: Omit<StoredReport, 'number'>): Promise<void> {
    const row = { ...report, report: report.report as object, tenantId: this.tenantId, partId };
    const insert = this.manager.createQueryBuilder().insert().into(PartReportEntity).values(row);
    await insert.orUpdate(['examined_at', 'verdict', 'report'], ['tenant_id', 'part_id']).execute();
  }

  partReports(invoiceIds: readonly string[]): Promise<readonly PartReport[]> {
    return this.manager.query<PartReport[]>(
      `SELECT r.part_id AS "partId", p.file_name AS "fileName", r.examined_at AS "examinedAt", r.verdict, r.report
       FROM eingang.part_report r JOIN eingang.delivery_part p ON p.tenant_id = r.tenant_id AND p.id = r.part_id
       WHERE r.tenant_id = $1 AND p.invoice_id = ANY ($2) AND p.fate = 'twin' ORDER BY p.delivery_id, p.position`,
      [this.tenantId, invoiceIds],
    );
  }

  laterPapers(invoiceId: string, after: PaperPlace | null, limit: number): Promise<readonly LaterPaper[]> {
    const place = `($3::timestamptz IS NULL OR (d.received_at, p.id) > ($3, $4::uuid))`;
    return this.papers(place, 'LIMIT $5', [this.tenantId, invoiceId, after?.at ?? null, after?.id ?? null, limit]);
  }

  async findLaterPaper(invoiceId: string, partId: string): Promise<LaterPaper | null> {
    const [found] = await this.papers('p.id = $3', '', [this.tenantId, invoiceId, partId]);
    return found ?? null;
  }

  private async papers(which: string, most: string, values: unknown[]): Promise<readonly LaterPaper[]> {
    const rows = await this.manager.query<LaterPaperRow[]>(papersThatCameLater(which, most), values);
    return rows.map(({ number, channelKind, sender, receivedAt, sizeBytes, ...paper }) => ({
      ...paper,
      sizeBytes: Number(sizeBytes),
      delivery: { number, channelKind, sender, receivedAt },
    }));
  }
}

const papersThatCameLater = (which: string, most: string): string =>
  `WITH own AS (SELECT delivery_id FROM eingang.delivery_part
     WHERE tenant_id = $1 AND invoice_id = $2 AND fate IN ('invoice', 'otherInvoice')),
   later AS (SELECT DISTINCT delivery_id FROM eingang.delivery_part WHERE tenant_id = $1 AND invoice_id = $2
     AND delivery_id NOT IN (SELECT delivery_id FROM own))
   SELECT p.id, p.file_name AS "fileName", p.media_type AS "mediaType", p.size_bytes AS "sizeBytes", p.sha256,
     p.invoice_id IS NULL AS "isShared", d.number, c.kind AS "channelKind", d.sender, d.received_at AS "receivedAt"
   FROM later JOIN eingang.delivery_part p ON p.tenant_id = $1 AND p.delivery_id = later.delivery_id
   JOIN eingang.delivery d ON d.tenant_id = p.tenant_id AND d.id = p.delivery_id
   JOIN eingang.channel c ON c.tenant_id = d.tenant_id AND c.id = d.channel_id
   WHERE ((p.invoice_id = $2 AND p.fate IN ('twin', 'supporting')) OR (p.invoice_id IS NULL AND p.fate = 'supporting'))
     AND p.sha256 IS NOT NULL AND ${which}
     AND NOT EXISTS (SELECT 1 FROM eingang.delivery_part w JOIN own USING (delivery_id)
       WHERE w.tenant_id = $1 AND w.sha256 = p.sha256)
   ORDER BY d.received_at, p.id ${most}`;

/** As the driver has it: bigint columns are texts. */
type LaterPaperRow = Omit<LaterPaper, 'sizeBytes' | 'delivery'> &
  LaterPaper['delivery'] & { readonly sizeBytes: string };
