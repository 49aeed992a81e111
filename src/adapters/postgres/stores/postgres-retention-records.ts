import { IsNull, type EntityManager } from 'typeorm';
import type { SubjectKind } from '../../../domain/audit/events.js';
import type {
  Disposable,
  DisposalItem,
  DisposalRow,
  LegalHold,
  OverQuestion,
  RetentionRecords,
  Tally,
} from '../../../pipeline/ports/retention-records.js';
import { storableRow } from '../column-types.js';
import { DisposalEntity, DisposalItemEntity, LegalHoldEntity } from '../entities/retention.entities.js';
import { heldToo, overDocuments, questionRows, yearOfLeaving } from './over-documents.js';

export class PostgresRetentionRecords implements RetentionRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async openHold(invoiceId: string): Promise<LegalHold | null> {
    const where = { tenantId: this.tenantId, invoiceId, liftedAt: IsNull() };
    const row = await this.manager.findOneBy(LegalHoldEntity, where);
    return row && holdOf(row);
  }

  async holds(limit: number): Promise<readonly (LegalHold & { readonly number: string | null })[]> {
    const where = { tenantId: this.tenantId, liftedAt: IsNull() };
    const rows = await this.manager.find(LegalHoldEntity, { where, order: { setAt: 'DESC', id: 'ASC' }, take: limit });
    const numbers = await this.manager.query<{ id: string; number: string | null }[]>(
      'SELECT id, number FROM eingang.invoice WHERE tenant_id = $1 AND id = ANY ($2)',
      [this.tenantId, rows.map(({ invoiceId }) => invoiceId)],
    );
    const numberOf = new Map(numbers.map(({ id, number }) => [id, number]));
    return rows.map((row) => ({ ...holdOf(row), number: numberOf.get(row.invoiceId) ?? null }));
  }

  async addHold(hold: Omit<LegalHold, 'liftAsked'>): Promise<void> {
    await this.manager.insert(LegalHoldEntity, { ...storableRow(hold), tenantId: this.tenantId });
  }

  async askToLift(id: string, { by, at, reason }: NonNullable<LegalHold['liftAsked']>): Promise<void> {
    const asked = storableRow({ liftAskedBy: by, liftAskedAt: at, liftReason: reason });
    await this.manager.update(LegalHoldEntity, { tenantId: this.tenantId, id }, asked);
  }

  async lift(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(LegalHoldEntity, { tenantId: this.tenantId, id }, { liftedBy: by, liftedAt: at });
  }

  async fiscalYear(invoiceId: string): Promise<number | null> {
    const [row] = await this.manager.query<{ year: number }[]>(
      `SELECT fiscal_year AS year FROM eingang.coding WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY version DESC LIMIT 1`,
      [this.tenantId, invoiceId],
    );
    return row?.year ?? null;
  }

  tally(questions: readonly OverQuestion[]): Promise<readonly Tally[]> {
    return this.manager.query<Tally[]>(
      `SELECT d.class, d.year, count(*)::integer AS count, count(*) FILTER (WHERE ${heldToo})::integer AS held
       FROM (${overDocuments}) AS d GROUP BY d.class, d.year ORDER BY d.class, d.year`,
      [this.tenantId, questionRows(questions)],
    );
  }

  invoicesOver(
    questions: readonly OverQuestion[],
    within: { readonly scope: readonly Tally[]; readonly endedBy: Date; readonly after: string | null },
    limit: number,
  ): Promise<readonly Disposable[]> {
    return this.manager.query<Disposable[]>(
      `SELECT d.id, d.class, d.year FROM (${overDocuments}) AS d
       WHERE NOT ${heldToo} AND d.state_since <= $4 AND d.id > $5
         AND EXISTS (SELECT 1 FROM jsonb_to_recordset($3) AS s (class text, year integer) WHERE s.class = d.class AND s.year = d.year)
       ORDER BY d.id LIMIT $6`,
      [
        ...[this.tenantId, questionRows(questions), JSON.stringify(within.scope)],
        ...[within.endedBy, within.after ?? '00000000-0000-0000-0000-000000000000', limit],
      ],
    );
  }

  peopleOver(upToYear: number, leftBy: Date, limit: number): Promise<readonly Disposable[]> {
    return this.manager.query<Disposable[]>(
      `SELECT p.id, 'staff' AS class, ${yearOfLeaving} AS year FROM eingang.person p
       WHERE p.tenant_id = $1 AND p.left_at <= $3 AND ${yearOfLeaving} <= $2 AND p.login <> 'disposed-' || p.id::text
       ORDER BY p.id LIMIT $4`,
      [this.tenantId, upToYear, leftBy, limit],
    );
  }

  peopleTally(upToYear: number): Promise<readonly Tally[]> {
    return this.manager.query<Tally[]>(
      `SELECT 'staff' AS class, ${yearOfLeaving} AS year, count(*)::integer AS count, 0 AS held FROM eingang.person p
       WHERE p.tenant_id = $1 AND ${yearOfLeaving} <= $2 AND p.login <> 'disposed-' || p.id::text GROUP BY 2 ORDER BY 2`,
      [this.tenantId, upToYear],
    );
  }

  async propose(disposal: Pick<DisposalRow, 'id' | 'reason' | 'scope' | 'proposedBy' | 'proposedAt'>): Promise<void> {
    await this.manager.insert(DisposalEntity, { ...storableRow(disposal), tenantId: this.tenantId });
  }

  async findForChange(id: string): Promise<DisposalRow | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await this.manager.findOne(DisposalEntity, { where: { tenantId: this.tenantId, id }, lock });
    return row && rowOf(row);
  }

  async find(id: string): Promise<DisposalRow | null> {
    const row = await this.manager.findOneBy(DisposalEntity, { tenantId: this.tenantId, id });
    return row && rowOf(row);
  }

  async open(): Promise<DisposalRow | null> {
    const where = { tenantId: this.tenantId, doneAt: IsNull(), withdrawnAt: IsNull() };
    const row = await this.manager.findOneBy(DisposalEntity, where);
    return row && rowOf(row);
  }

  async list(limit: number): Promise<readonly DisposalRow[]> {
    const order = { proposedAt: 'DESC', id: 'DESC' } as const;
    const rows = await this.manager.find(DisposalEntity, { where: { tenantId: this.tenantId }, order, take: limit });
    return rows.map(rowOf);
  }

  async confirm(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(DisposalEntity, { tenantId: this.tenantId, id }, { confirmedBy: by, confirmedAt: at });
  }

  async withdraw(id: string, by: string, at: Date): Promise<void> {
    await this.manager.update(DisposalEntity, { tenantId: this.tenantId, id }, { withdrawnBy: by, withdrawnAt: at });
  }

  async takeConfirmed(): Promise<DisposalRow | null> {
    const row = await this.manager
      .createQueryBuilder(DisposalEntity, 'd')
      .where('d.tenantId = :tenantId', { tenantId: this.tenantId })
      .andWhere('d.confirmedAt IS NOT NULL AND d.doneAt IS NULL AND d.withdrawnAt IS NULL')
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    return row && rowOf(row);
  }

  async move(id: string, to: Pick<DisposalRow, 'place' | 'documents' | 'people' | 'digest' | 'doneAt'>): Promise<void> {
    await this.manager.update(DisposalEntity, { tenantId: this.tenantId, id }, to);
  }

  async addItem(disposalId: string, { kind, id, originals, ...rest }: DisposalItem): Promise<void> {
    const item = { ...rest, disposalId, subjectKind: kind, subjectId: id, originals: [...originals] };
    await this.manager.insert(DisposalItemEntity, { ...item, tenantId: this.tenantId });
  }

  async items(disposalId: string, after: DisposalItem | null, limit: number): Promise<readonly DisposalItem[]> {
    const rows = await this.manager
      .createQueryBuilder(DisposalItemEntity, 'i')
      .where('i.tenantId = :tenantId AND i.disposalId = :disposalId', { tenantId: this.tenantId, disposalId })
      .andWhere(after === null ? 'true' : '(i.subjectKind, i.subjectId) > (:kind, :id)', {
        ...{ kind: after?.kind, id: after?.id },
      })
      .orderBy('i.subjectKind')
      .addOrderBy('i.subjectId')
      .limit(limit)
      .getMany();
    return rows.map(({ subjectKind: kind, subjectId: id, ...row }) => ({
      ...{ kind, id, class: row.class, year: row.year, originals: row.originals, disposedAt: row.disposedAt },
    }));
  }

  async payloads(kind: SubjectKind, id: string): Promise<readonly number[]> {
    const rows = await this.manager.query<{ number: number }[]>(
      `SELECT number FROM eingang.audit_payload WHERE tenant_id = $1 AND subject_kind = $2 AND subject_id = $3 ORDER BY number`,
      [this.tenantId, kind, id],
    );
    return rows.map(({ number }) => number);
  }

  async disposePayload(kind: SubjectKind, id: string, number: number, by: number): Promise<void> {
    await this.manager.query('SELECT eingang.dispose_payload($1, $2, $3, $4)', [kind, id, number, by]);
  }

  async originalsOf(invoiceId: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ sha256: string }[]>(
      `SELECT original_sha256 AS sha256 FROM eingang.invoice WHERE tenant_id = $1 AND id = $2
       UNION SELECT sha256 FROM eingang.delivery_part WHERE tenant_id = $1 AND invoice_id = $2 AND sha256 IS NOT NULL ORDER BY 1`,
      [this.tenantId, invoiceId],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async emptiedDeliveries(invoiceId: string): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `SELECT DISTINCT p.delivery_id AS id FROM eingang.delivery_part p WHERE p.tenant_id = $1 AND p.invoice_id = $2
         AND NOT EXISTS (SELECT 1 FROM eingang.delivery_part o JOIN eingang.invoice i ON i.tenant_id = o.tenant_id AND i.id = o.invoice_id
           WHERE o.tenant_id = $1 AND o.delivery_id = p.delivery_id AND i.state <> 'disposed') ORDER BY 1`,
      [this.tenantId, invoiceId],
    );
    return rows.map(({ id }) => id);
  }

  async disposeInvoice(id: string): Promise<void> {
    await this.manager.query('SELECT eingang.dispose_invoice($1)', [id]);
  }

  async disposeDelivery(id: string): Promise<void> {
    await this.manager.query('SELECT eingang.dispose_delivery($1)', [id]);
  }

  async disposePerson(id: string, pseudonym: string): Promise<void> {
    await this.manager.query('SELECT eingang.dispose_person($1, $2)', [id, pseudonym]);
  }

  async takeReleased(limit: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ sha256: string }[]>(
      `SELECT sha256 FROM eingang.original WHERE tenant_id = $1 AND released_at IS NOT NULL AND removed_at IS NULL
       ORDER BY released_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [this.tenantId, limit],
    );
    const names = rows.map(({ sha256 }) => sha256);
    // A statement of its own: it sees what others committed before the rows were locked.
    const needed = await this.manager.query<{ sha256: string }[]>(
      'SELECT sha256 FROM unnest($1::text[]) AS sha256 WHERE eingang.original_is_needed(sha256)',
      [names],
    );
    const kept = needed.map(({ sha256 }) => sha256);
    if (kept.length > 0)
      await this.manager.query(
        'UPDATE eingang.original SET released_at = NULL WHERE tenant_id = $1 AND sha256 = ANY ($2)',
        [this.tenantId, kept],
      );
    return names.filter((name) => !kept.includes(name));
  }

  async noteRemoved(sha256: string, at: Date): Promise<void> {
    await this.manager.query('UPDATE eingang.original SET removed_at = $3 WHERE tenant_id = $1 AND sha256 = $2', [
      ...[this.tenantId, sha256, at],
    ]);
  }
}

const holdOf = (row: LegalHoldEntity): LegalHold => ({
  ...{ id: row.id, invoiceId: row.invoiceId, reason: row.reason, setBy: row.setBy, setAt: row.setAt },
  liftAsked:
    row.liftAskedBy === null || row.liftAskedAt === null
      ? null
      : { by: row.liftAskedBy, at: row.liftAskedAt, reason: row.liftReason ?? '' },
});

const rowOf = ({ scope, ...row }: DisposalEntity): DisposalRow => ({ ...row, scope: scope as readonly Tally[] });
