import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { State } from '../../../domain/approval/lifecycle.js';
import type { MailEnvelope } from '../../../domain/mail/envelope.js';
import type {
  AnsweringMailbox,
  AnswerRecord,
  AnswerRecords,
  DeliveredMail,
} from '../../../pipeline/ports/answer-records.js';
import { AnswerEntity, MailboxEntity, MailEntity } from '../entities/mail.entities.js';
import { ChannelEntity, TenantEntity } from '../entities/tenant.entities.js';

export class PostgresAnswerRecords implements AnswerRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async findMail(deliveryId: string): Promise<DeliveredMail | null> {
    const mail = await this.manager.findOneBy(MailEntity, { tenantId: this.tenantId, deliveryId });
    if (!mail) return null;
    const { channelId, threadKey } = mail;
    const mailbox = await this.manager.findOneByOrFail(MailboxEntity, { tenantId: this.tenantId, channelId });
    const { closedAt } = await this.manager.findOneByOrFail(ChannelEntity, { tenantId: this.tenantId, id: channelId });
    const isClosed = closedAt !== null;
    return { threadKey, envelope: mail.envelope as MailEnvelope, mailbox: { ...mailbox, isClosed } };
  }

  async firstMailbox(): Promise<AnsweringMailbox | null> {
    const mailbox = await this.manager
      .createQueryBuilder(MailboxEntity, 'm')
      .innerJoin(ChannelEntity, 'c', 'c.tenantId = m.tenantId AND c.id = m.channelId')
      .where('m.tenantId = :tenantId', { tenantId: this.tenantId })
      .andWhere('c.closedAt IS NULL AND NOT m.isRelay AND m.answers')
      .orderBy('c.createdAt')
      .addOrderBy('c.id')
      .getOne();
    return mailbox && { ...mailbox, isClosed: false };
  }

  async ownAddresses(): Promise<readonly string[]> {
    const rows = await this.manager.findBy(MailboxEntity, { tenantId: this.tenantId });
    return rows.map(({ address }) => address.toLowerCase());
  }

  town(): Promise<{ name: string; slug: string }> {
    return this.manager.findOneByOrFail(TenantEntity, { id: this.tenantId });
  }

  /** The lock makes two plans for one address wait for each other; the count would let both pass otherwise. */
  async plan(answer: Omit<AnswerRecord, 'sentAt'>, perDay: number): Promise<boolean> {
    await this.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('answer ' || $1 || ' ' || $2, 0))`, [
      this.tenantId,
      answer.addressHash,
    ]);
    const { addressHash, plannedOn } = answer;
    const kind = countedApart.includes(answer.kind) ? answer.kind : Not(In([...countedApart]));
    const planned = await this.manager.countBy(AnswerEntity, { tenantId: this.tenantId, addressHash, plannedOn, kind });
    if (planned >= perDay) return false;
    const added = await this.manager
      .createQueryBuilder()
      .insert()
      .into(AnswerEntity)
      .values({ ...answer, tenantId: this.tenantId })
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async get(id: string): Promise<AnswerRecord> {
    const found = await this.manager.findOneByOrFail(AnswerEntity, { tenantId: this.tenantId, id });
    return { ...found, kind: found.kind as AnswerRecord['kind'] };
  }

  async findQuery(invoiceId: string, plannedAt: Date): Promise<string | null> {
    const where = { tenantId: this.tenantId, invoiceId, kind: 'query', plannedAt };
    return (await this.manager.findOneBy(AnswerEntity, where))?.id ?? null;
  }

  async markSent(id: string, at: Date): Promise<void> {
    await this.manager.update(AnswerEntity, { tenantId: this.tenantId, id, sentAt: IsNull() }, { sentAt: at });
  }

  async judgement(deliveryId: string): Promise<{ waiting: number; rejected: readonly string[] }> {
    const rows = await this.manager.query<{ id: string; waits: boolean; rejected: boolean }[]>(
      `SELECT i.id, l.judged = 0 AS waits, i.state = 'rejected' AND i.verdict = 'rejected' AND l.judged = 1 AS rejected
       FROM eingang.delivery_part p JOIN eingang.invoice i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
       CROSS JOIN LATERAL (${lifeOf('i.id', `'rejected'`)}) l
       WHERE p.tenant_id = $1 AND p.delivery_id = $2 AND p.fate IN ('invoice', 'otherInvoice') ORDER BY p.position`,
      [this.tenantId, deliveryId],
    );
    const rejected = new Set(rows.filter((row) => row.rejected).map(({ id }) => id));
    return { waiting: rows.filter((row) => row.waits).length, rejected: [...rejected] };
  }

  async timesOf(invoiceId: string, state: State): Promise<{ judged: number; reached: number }> {
    const rows = await this.manager.query<{ judged: number; reached: number }[]>(lifeOf('$2', '$3'), [
      this.tenantId,
      invoiceId,
      state,
    ]);
    return rows[0] ?? { judged: 0, reached: 0 };
  }

  /** The lock lets rows be added that refer to the delivery, and no second judge of its last invoice. */
  async deliveriesOfInvoice(invoiceId: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT d.id FROM eingang.delivery d WHERE d.tenant_id = $1 AND d.id IN (
         SELECT p.delivery_id FROM eingang.delivery_part p WHERE p.tenant_id = $1 AND p.invoice_id = $2 AND p.fate <> 'answer')
       ORDER BY d.received_at, d.id FOR NO KEY UPDATE`,
      [this.tenantId, invoiceId],
    );
    return rows.map(({ id }) => id);
  }
}

/** Kinds that have a day's limit of their own. */
const countedApart: readonly string[] = ['confirmation', 'query'];

/** How often an invoice has left `received` and how often it has come to a state: its chain knows, no row does. */
const lifeOf = (invoiceId: string, state: string): string =>
  `SELECT count(*) FILTER (WHERE e.body::jsonb -> 'facts' ->> 'from' = 'received')::integer AS judged,
     count(*) FILTER (WHERE e.body::jsonb -> 'facts' ->> 'to' = ${state})::integer AS reached
   FROM eingang.audit_event e WHERE e.tenant_id = $1 AND e.subject_kind = 'invoice' AND e.subject_id = ${invoiceId}`;
