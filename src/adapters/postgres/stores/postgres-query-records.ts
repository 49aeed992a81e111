import type { EntityManager } from 'typeorm';
import type { Silence } from '../../../domain/mail/may-answer.js';
import type { AnswerPaper, QueryRecord, QueryRecords } from '../../../pipeline/ports/query-records.js';
import { storableRow } from '../column-types.js';
import { AnswerEntity } from '../entities/mail.entities.js';
import { SupplierQueryEntity } from '../entities/query.entities.js';

export class PostgresQueryRecords implements QueryRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(query: Parameters<QueryRecords['add']>[0]): Promise<void> {
    await this.manager.insert(SupplierQueryEntity, { ...storableRow(query), tenantId: this.tenantId });
  }

  async noteMail(id: string, { answerId, silence }: Pick<QueryRecord, 'answerId' | 'silence'>): Promise<void> {
    await this.manager.update(SupplierQueryEntity, this.row(id), { answerId, silence });
  }

  async noteMailFailed(answerId: string, cause: string): Promise<void> {
    const row = { tenantId: this.tenantId, answerId };
    await this.manager.update(SupplierQueryEntity, row, storableRow({ mailError: cause }));
  }

  async find(id: string): Promise<QueryRecord | null> {
    return recordOf(await this.manager.findOneBy(SupplierQueryEntity, this.row(id)));
  }

  async ofInvoice(invoiceId: string): Promise<readonly QueryRecord[]> {
    const found = await this.manager.find(SupplierQueryEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 50,
    });
    return found.flatMap((one) => recordOf(one) ?? []);
  }

  async latest(invoiceId: string): Promise<QueryRecord | null> {
    const where = { tenantId: this.tenantId, invoiceId };
    const order = { askedAt: 'DESC', id: 'DESC' } as const;
    return recordOf(await this.manager.findOne(SupplierQueryEntity, { where, order }));
  }

  async findAsked(messageIds: readonly string[], reference: string | null): Promise<string | null> {
    const [found] = await this.manager.query<{ id: string }[]>(
      `SELECT q.id FROM eingang.answer a JOIN eingang.supplier_query q ON q.tenant_id = a.tenant_id AND q.answer_id = a.id
       WHERE a.tenant_id = $1 AND a.message_id = ANY ($2)
       UNION ALL SELECT id FROM eingang.supplier_query WHERE tenant_id = $1 AND reference = $3 LIMIT 1`,
      [this.tenantId, messageIds, reference],
    );
    return found?.id ?? null;
  }

  async answer(id: string, answered: Parameters<QueryRecords['answer']>[1]): Promise<void> {
    await this.manager.update(SupplierQueryEntity, this.row(id), storableRow(answered));
  }

  async sentAt(answerId: string): Promise<Date | null> {
    const found = await this.manager.findOneBy(AnswerEntity, { tenantId: this.tenantId, id: answerId });
    return found?.sentAt ?? null;
  }

  papers(queryIds: readonly string[]): Promise<readonly AnswerPaper[]> {
    return this.found('d.answers_query = ANY ($2)', [this.tenantId, queryIds]);
  }

  async findPaper(invoiceId: string, partId: string): Promise<AnswerPaper | null> {
    const [paper] = await this.found('p.invoice_id = $2 AND p.id = $3', [this.tenantId, invoiceId, partId]);
    return paper ?? null;
  }

  private async found(which: string, values: unknown[]): Promise<readonly AnswerPaper[]> {
    const rows = await this.manager.query<(Omit<AnswerPaper, 'sizeBytes'> & { sizeBytes: string })[]>(
      `SELECT p.id, p.file_name AS "fileName", p.media_type AS "mediaType", p.size_bytes AS "sizeBytes", p.sha256,
         p.invoice_id AS "invoiceId", d.answers_query AS "queryId", d.received_at AS "receivedAt", d.sender
       FROM eingang.delivery d JOIN eingang.delivery_part p ON p.tenant_id = d.tenant_id AND p.delivery_id = d.id
       WHERE d.tenant_id = $1 AND d.answers_query IS NOT NULL AND p.fate = 'answer' AND p.sha256 IS NOT NULL AND ${which}
       ORDER BY d.received_at DESC, d.id DESC, p.position DESC LIMIT 200`,
      values,
    );
    return rows.map((row) => ({ ...row, sizeBytes: Number(row.sizeBytes) })).reverse();
  }

  private row(id: string): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id };
  }
}

const recordOf = (row: SupplierQueryEntity | null): QueryRecord | null =>
  row && { ...row, silence: row.silence as Silence | null };
