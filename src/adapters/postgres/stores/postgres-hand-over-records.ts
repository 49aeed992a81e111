import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type {
  HandOverItem,
  HandOverRecord,
  HandOverRecords,
  RecallRequest,
  ReportedPayment,
} from '../../../pipeline/ports/hand-over-records.js';
import { storableRow } from '../column-types.js';
import { HandOverEntity, HandOverItemEntity } from '../entities/invoice.entities.js';

export class PostgresHandOverRecords implements HandOverRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async lockApproved(limit: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT id FROM eingang.invoice WHERE tenant_id = $1 AND state = 'approved'
       ORDER BY state_since, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [this.tenantId, limit],
    );
    return rows.map((row) => row.id);
  }

  async add(handOver: Omit<HandOverRecord, 'items'>): Promise<void> {
    await this.manager.insert(HandOverEntity, { ...handOver, tenantId: this.tenantId });
  }

  async addItem(handOverId: string, invoiceId: string, record: unknown): Promise<void> {
    await this.manager.insert(HandOverItemEntity, {
      tenantId: this.tenantId,
      handOverId,
      invoiceId,
      record: record as object,
    });
  }

  async find(id: string): Promise<HandOverRecord | null> {
    const handOver = await this.manager.findOneBy(HandOverEntity, { tenantId: this.tenantId, id });
    return handOver ? ((await this.withItems([handOver]))[0] ?? null) : null;
  }

  async latestOf(invoiceId: string): Promise<string | null> {
    const [row] = await this.manager.query<{ id: string }[]>(
      `SELECT h.id FROM eingang.hand_over_item i JOIN eingang.hand_over h ON h.tenant_id = i.tenant_id AND h.id = i.hand_over_id
       WHERE i.tenant_id = $1 AND i.invoice_id = $2 ORDER BY h.claimed_at DESC, h.id DESC LIMIT 1`,
      [this.tenantId, invoiceId],
    );
    return row?.id ?? null;
  }

  async list(
    after: { readonly claimedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly HandOverRecord[]> {
    const query = this.manager
      .createQueryBuilder(HandOverEntity, 'h')
      .where('h.tenantId = :tenantId', { tenantId: this.tenantId })
      .orderBy('h.claimedAt', 'ASC')
      .addOrderBy('h.id', 'ASC')
      .limit(limit);
    if (after) query.andWhere('(h.claimedAt, h.id) > (:claimedAt, :id)', after);
    return this.withItems(await query.getMany());
  }

  recalls(
    after: { readonly requestedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly RecallRequest[]> {
    return this.manager.query<RecallRequest[]>(
      `SELECT d.id, h.id AS "handOverId", d.invoice_id AS "invoiceId", i.number, h.reference,
         d.decided_at AS "requestedAt", d.reason
       FROM eingang.decision d JOIN eingang.invoice i ON i.tenant_id = d.tenant_id AND i.id = d.invoice_id
       CROSS JOIN LATERAL (
         SELECT o.id, t.reference FROM eingang.hand_over_item t
         JOIN eingang.hand_over o ON o.tenant_id = t.tenant_id AND o.id = t.hand_over_id
         WHERE t.tenant_id = d.tenant_id AND t.invoice_id = d.invoice_id ORDER BY o.claimed_at DESC, o.id DESC LIMIT 1) h
       WHERE d.tenant_id = $1 AND d.action = 'requestRecall' AND d.voided_at IS NULL AND i.state = 'handed_over'
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', d.decided_at), d.id) > ($2, $3::uuid))
       ORDER BY date_trunc('milliseconds', d.decided_at), d.id LIMIT $4`,
      [this.tenantId, after?.requestedAt ?? null, after?.id ?? null, limit],
    );
  }

  async answerItem(
    handOverId: string,
    invoiceId: string,
    answer: Omit<HandOverItem, 'invoiceId' | 'record'>,
  ): Promise<boolean> {
    const unanswered = { tenantId: this.tenantId, handOverId, invoiceId, answer: IsNull() };
    const result = await this.manager.update(HandOverItemEntity, unanswered, storableRow(answer));
    return result.affected === 1;
  }

  async notePayment(
    handOverId: string,
    invoiceId: string,
    { paidOn, paidCents, reason }: ReportedPayment,
  ): Promise<void> {
    const row = { tenantId: this.tenantId, handOverId, invoiceId };
    await this.manager.update(HandOverItemEntity, row, { paidOn, paidCents, ...storableRow({ paidReason: reason }) });
  }

  async findPayment(invoiceId: string): Promise<ReportedPayment | null> {
    const where = { tenantId: this.tenantId, invoiceId, paidOn: Not(IsNull()) };
    const found = await this.manager.findOne(HandOverItemEntity, { where, order: { answeredAt: 'DESC' } });
    if (!found || found.paidOn === null) return null;
    return { paidOn: found.paidOn, paidCents: found.paidCents, reason: found.paidReason };
  }

  private async withItems(handOvers: readonly HandOverEntity[]): Promise<readonly HandOverRecord[]> {
    if (handOvers.length === 0) return [];
    const items = await this.manager.find(HandOverItemEntity, {
      where: { tenantId: this.tenantId, handOverId: In(handOvers.map((handOver) => handOver.id)) },
      order: { invoiceId: 'ASC' },
    });
    return handOvers.map((handOver) => ({
      ...handOver,
      items: items.filter((item) => item.handOverId === handOver.id),
    }));
  }
}
