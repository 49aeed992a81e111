import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type {
  HandOverItem,
  HandOverRecord,
  HandOverRecords,
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
