import { IsNull, type EntityManager } from 'typeorm';
import { REMINDED_STATES, type ReminderKind } from '../../../domain/reminders/reminder-kinds.js';
import type {
  DueInvoice,
  DueQuestion,
  RemindedInvoice,
  ReminderChoice,
  ReminderMail,
  ReminderRecord,
  ReminderRecords,
  ReminderRound,
} from '../../../pipeline/ports/reminder-records.js';
import { storableRow } from '../column-types.js';
import { InvoiceEntity } from '../entities/invoice.entities.js';
import {
  ReminderChoiceEntity,
  ReminderEntity,
  ReminderMailEntity,
  ReminderRoundEntity,
} from '../entities/reminder.entities.js';

/** What each kind asks of an invoice's columns, less what was told since it came into its state. */
const due = `
  SELECT i.id, array_remove(ARRAY[
    CASE WHEN i.state = 'routed' AND i.state_since < $2 THEN 'unclaimed' END,
    CASE WHEN i.state = 'in_review' AND i.state_since < $3 THEN 'unconfirmed' END,
    CASE WHEN i.state = 'confirmed' AND i.state_since < $4 THEN 'unordered' END,
    CASE WHEN i.state = 'query' AND i.state_since < $5 THEN 'unanswered' END,
    CASE WHEN i.state IN ('routed', 'in_review', 'confirmed') AND i.state_since < $6 THEN 'escalation' END,
    CASE WHEN i.next_loss_kind = 'skonto' AND i.next_loss_on BETWEEN $7 AND $8 THEN 'skonto' END,
    CASE WHEN $9 AND i.next_loss_kind = 'default' AND i.next_loss_on < $7 THEN 'interest' END], NULL) AS kinds
  FROM eingang.invoice i
  WHERE i.tenant_id = $1 AND i.state = ANY ($10) AND i.id > coalesce($11, '00000000-0000-0000-0000-000000000000')::uuid
    AND (i.state_since < greatest($2, $3, $4, $5, $6) OR (i.next_loss_kind = 'skonto' AND i.next_loss_on BETWEEN $7 AND $8)
      OR ($9 AND i.next_loss_kind = 'default' AND i.next_loss_on < $7))`;

const dueAndUntold = `
  SELECT d.id, ARRAY(SELECT k FROM unnest(d.kinds) AS k WHERE NOT EXISTS (
    SELECT 1 FROM eingang.reminder r JOIN eingang.invoice i ON i.tenant_id = r.tenant_id AND i.id = r.invoice_id
    WHERE r.tenant_id = $1 AND r.invoice_id = d.id AND r.kind = k AND r.day >= $12 AND r.planned_at >= i.state_since)) AS kinds
  FROM (${due}) AS d WHERE d.kinds <> '{}' ORDER BY d.id LIMIT $13`;

export class PostgresReminderRecords implements ReminderRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  findChoice(personId: string): Promise<ReminderChoice | null> {
    return this.manager.findOneBy(ReminderChoiceEntity, { tenantId: this.tenantId, personId });
  }

  async lockChoice(personId: string): Promise<void> {
    await this.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('reminder choice ' || $1, 0))`, [personId]);
  }

  choices(): Promise<readonly ReminderChoice[]> {
    return this.manager.findBy(ReminderChoiceEntity, { tenantId: this.tenantId });
  }

  async saveChoice(choice: ReminderChoice): Promise<void> {
    await this.manager.upsert(ReminderChoiceEntity, { ...storableRow(choice), tenantId: this.tenantId }, [
      'tenantId',
      'personId',
    ]);
  }

  async schedule(dueAt: Date): Promise<void> {
    await this.manager.query(
      `INSERT INTO eingang.reminder_round (tenant_id, due_at) VALUES ($1, $2)
       ON CONFLICT (tenant_id) DO UPDATE SET due_at = excluded.due_at`,
      [this.tenantId, dueAt],
    );
  }

  async takeRound(now: Date): Promise<ReminderRound | null> {
    const [round] = await this.manager.query<ReminderRound[]>(
      `SELECT day::text, place, held_on::text AS "heldOn" FROM eingang.reminder_round
       WHERE tenant_id = $1 AND due_at <= $2 FOR UPDATE SKIP LOCKED`,
      [this.tenantId, now],
    );
    return round ?? null;
  }

  async moveRound({ day, place }: Pick<ReminderRound, 'day' | 'place'>): Promise<void> {
    await this.manager.update(ReminderRoundEntity, { tenantId: this.tenantId }, { day, place });
  }

  async endRound(heldOn: string | null, dueAt: Date): Promise<void> {
    const next = { day: null, place: null, heldOn, dueAt };
    await this.manager.update(ReminderRoundEntity, { tenantId: this.tenantId }, next);
  }

  due({
    before,
    today,
    skontoUntil,
    interest,
    againBefore,
    after,
    limit,
  }: DueQuestion): Promise<readonly DueInvoice[]> {
    const { unclaimed, unconfirmed, unordered, unanswered, escalation } = before;
    const states = [...new Set(Object.values(REMINDED_STATES).flat())];
    return this.manager.query<DueInvoice[]>(dueAndUntold, [
      ...[this.tenantId, unclaimed, unconfirmed, unordered, unanswered, escalation],
      ...[today, skontoUntil, interest, states, after, againBefore, limit],
    ]);
  }

  invoice(id: string): Promise<RemindedInvoice> {
    return this.manager.findOneOrFail(InvoiceEntity, {
      where: { tenantId: this.tenantId, id },
      select: {
        ...{ tenantId: true, id: true, state: true, stateSince: true, departmentId: true, claimedBy: true },
        ...{ number: true, fileName: true, sellerName: true, currency: true, grossCents: true },
        ...{ nextLossOn: true, nextLossCents: true, nextLossKind: true },
      },
    });
  }

  async add(reminder: ReminderRecord): Promise<boolean> {
    const added = await this.manager
      .createQueryBuilder()
      .insert()
      .into(ReminderEntity)
      .values({ ...reminder, tenantId: this.tenantId })
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length === 1;
  }

  async withoutMail(day: string, limit: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT DISTINCT r.person_id AS id FROM eingang.reminder r
       WHERE r.tenant_id = $1 AND r.mail_id IS NULL AND r.person_id IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM eingang.reminder_mail m
         WHERE m.tenant_id = r.tenant_id AND m.person_id = r.person_id AND m.form = 'digest' AND m.day = $2)
       ORDER BY 1 LIMIT $3`,
      [this.tenantId, day, limit],
    );
    return rows.map(({ id }) => id);
  }

  untold(personId: string, limit: number): Promise<readonly ReminderRecord[]> {
    return this.manager.find(ReminderEntity, {
      where: { tenantId: this.tenantId, personId, mailId: IsNull() },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  async addMail(mail: ReminderMail, reminderId: string | 'all'): Promise<void> {
    await this.manager.insert(ReminderMailEntity, { ...mail, tenantId: this.tenantId });
    const untold = { tenantId: this.tenantId, personId: mail.personId, mailId: IsNull() };
    const told = reminderId === 'all' ? untold : { ...untold, id: reminderId };
    await this.manager.update(ReminderEntity, told, { mailId: mail.id });
  }

  mail(id: string): Promise<ReminderMail> {
    return this.manager.findOneByOrFail(ReminderMailEntity, { tenantId: this.tenantId, id });
  }

  async toldBy(
    mailId: string,
    kinds: readonly ReminderKind[],
    limit: number,
  ): Promise<{ first: readonly ReminderRecord[]; count: number }> {
    const [first, count] = await this.manager
      .createQueryBuilder(ReminderEntity, 'r')
      .where('r.tenantId = :tenantId AND r.mailId = :mailId', { tenantId: this.tenantId, mailId })
      .orderBy('array_position(CAST(:kinds AS text[]), r.kind)')
      .addOrderBy('r.id')
      .setParameter('kinds', kinds)
      .limit(limit)
      .getManyAndCount();
    return { first, count };
  }

  async untoldCounts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.manager.query<{ id: string; count: number }[]>(
      `SELECT person_id AS id, count(*)::int AS count FROM eingang.reminder
       WHERE tenant_id = $1 AND mail_id IS NULL AND person_id IS NOT NULL GROUP BY person_id`,
      [this.tenantId],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  async forget(before: string, limit: number): Promise<boolean> {
    const rows = await this.manager.query<{ id: string }[]>(
      `WITH gone AS (
         DELETE FROM eingang.reminder WHERE tenant_id = $1 AND id IN (
           SELECT id FROM eingang.reminder WHERE tenant_id = $1 AND day < $2::date LIMIT $3) RETURNING id),
       mails AS (
         DELETE FROM eingang.reminder_mail WHERE tenant_id = $1 AND id IN (
           SELECT m.id FROM eingang.reminder_mail m WHERE m.tenant_id = $1 AND m.day < $2::date AND m.ended_at IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM eingang.reminder r WHERE r.tenant_id = m.tenant_id AND r.mail_id = m.id)
           LIMIT $3) RETURNING id)
       SELECT id FROM gone UNION ALL SELECT id FROM mails`,
      [this.tenantId, before, limit],
    );
    return rows.length > 0;
  }

  async endMail(id: string, outcome: 'sent' | 'failed' | 'dropped', at: Date): Promise<void> {
    const open = { tenantId: this.tenantId, id, endedAt: IsNull() };
    await this.manager.update(ReminderMailEntity, open, { outcome, endedAt: at });
  }
}
