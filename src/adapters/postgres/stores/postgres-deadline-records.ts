import type { EntityManager } from 'typeorm';
import type { DeadlineRecord, DeadlineRecords, StoredLoss } from '../../../pipeline/ports/deadline-records.js';
import { InvoiceEntity } from '../entities/invoice.entities.js';

type Row = Omit<DeadlineRecord, 'payableCents' | 'terms'> & {
  readonly payableCents: string | null;
  readonly terms: readonly { readonly text?: string }[] | null;
};

/** Of the model only the terms of payment are read; an invoice that came twice counts from its first delivery. */
const facts = `
  SELECT i.state, i.kind, i.type_code AS "typeCode", i.issue_date::text AS "issueDate", i.due_date::text AS "dueDate",
    i.currency, i.payable_cents::text AS "payableCents", i.model -> 'paymentTerms' AS terms,
    d.access_date::text AS "accessDate"
  FROM eingang.invoice i
  CROSS JOIN LATERAL (SELECT e.access_date FROM eingang.delivery_part p
    JOIN eingang.delivery e ON e.tenant_id = p.tenant_id AND e.id = p.delivery_id
    WHERE p.tenant_id = i.tenant_id AND p.invoice_id = i.id ORDER BY e.received_at, p.position LIMIT 1) AS d
  WHERE i.tenant_id = $1 AND i.id = $2`;

export class PostgresDeadlineRecords implements DeadlineRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async find(invoiceId: string): Promise<DeadlineRecord | null> {
    const [row] = await this.manager.query<Row[]>(facts, [this.tenantId, invoiceId]);
    if (!row) return null;
    const { payableCents, terms, ...rest } = row;
    return {
      ...rest,
      payableCents: payableCents === null ? null : BigInt(payableCents),
      terms: terms?.map(({ text }) => text).find((text) => text?.trim()) ?? null,
    };
  }

  async write(invoiceId: string, loss: StoredLoss): Promise<void> {
    await this.manager.update(InvoiceEntity, { tenantId: this.tenantId, id: invoiceId }, loss);
  }

  async due(by: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT id FROM eingang.invoice WHERE tenant_id = $1 AND deadlines_due_at <= $2
       ORDER BY deadlines_due_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [this.tenantId, by, limit],
    );
    return rows.map(({ id }) => id);
  }

  async allDue(at: Date): Promise<void> {
    await this.manager.query(
      'UPDATE eingang.invoice SET deadlines_due_at = $2 WHERE tenant_id = $1 AND next_loss_on IS NOT NULL',
      [this.tenantId, at],
    );
  }
}
