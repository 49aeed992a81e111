import { In, Not, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Invoice } from '../../../domain/invoice/invoice.js';
import { searchTextOf } from '../../../domain/invoice/search-text.js';
import type {
  Corrections,
  DecisionRecord,
  InvoiceKnowledge,
  InvoiceRecord,
  InvoiceRecords,
  JudgedInvoice,
  LeasedInvoice,
  Likeness,
  NewInvoice,
  PaymentInstruction,
  SimilarInvoice,
  StateChange,
  StoredReport,
} from '../../../pipeline/ports/invoice-records.js';
import {
  DecisionEntity,
  InvoiceCorrectionEntity,
  InvoiceDistinctionEntity,
  InvoiceEntity,
  InvoiceReportEntity,
  PaymentInstructionEntity,
} from '../entities/invoice.entities.js';
import { storableRow, storableText } from '../column-types.js';
import { originsOf } from './invoice-origins.js';
import { writeSearchText } from './invoice-search.js';

/** Of a report only the ids are read: its findings quote the document, and may be many. */
const judgedInvoices = `
  SELECT i.id, i.received_at AS "receivedAt", i.number, i.file_name AS "fileName",
    i.department_id AS "departmentId", i.original_sha256 AS "originalSha256",
    jsonb_build_object('verdict', r.verdict, 'versions', r.report -> 'versions', 'rules', ARRAY(
      SELECT DISTINCT (f ->> 'book') || ' ' || (f ->> 'rule') FROM jsonb_array_elements(r.report -> 'findings') AS f
      ORDER BY 1)) AS stored
  FROM eingang.invoice i
  CROSS JOIN LATERAL (SELECT n.verdict, n.report FROM eingang.invoice_report n WHERE n.tenant_id = i.tenant_id
    AND n.invoice_id = i.id ORDER BY n.number DESC LIMIT 1) AS r
  WHERE i.tenant_id = $1 AND ($2::timestamptz IS NULL OR (i.received_at, i.id) < ($2, $3::uuid))
  ORDER BY i.received_at DESC, i.id DESC LIMIT $4`;

type Origin = Pick<LeasedInvoice, 'fileName' | 'channelKind' | 'sender' | 'mailTo' | 'mailSubject'>;

export class PostgresInvoiceRecords implements InvoiceRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async add(invoice: NewInvoice): Promise<void> {
    const { receivedAt, fileName } = invoice;
    await this.manager.insert(InvoiceEntity, {
      ...storableRow(invoice),
      tenantId: this.tenantId,
      state: 'received',
      stateSince: receivedAt,
      workDueAt: receivedAt,
    });
    const known = { number: null, sellerName: null, orderReference: null, fileName, texts: [] };
    await writeSearchText(this.manager, this.tenantId, invoice.id, searchTextOf(known));
  }

  find(id: string): Promise<InvoiceRecord | null> {
    return this.manager.findOneBy(InvoiceEntity, this.row(id));
  }

  get(id: string): Promise<InvoiceRecord> {
    return this.manager.findOneByOrFail(InvoiceEntity, this.row(id));
  }

  findForChange(id: string): Promise<InvoiceRecord | null> {
    return this.manager.findOne(InvoiceEntity, { where: this.row(id), lock: { mode: 'pessimistic_write' } });
  }

  async findModel(id: string): Promise<Invoice | null> {
    const found = await this.manager.findOne(InvoiceEntity, {
      select: { tenantId: true, id: true, model: true },
      where: this.row(id),
    });
    return found?.model ?? null;
  }

  async findByOriginal(sha256: string): Promise<string | null> {
    const found = await this.manager.findOne(InvoiceEntity, {
      where: { tenantId: this.tenantId, originalSha256: sha256, state: Not('disposed') },
      order: { receivedAt: 'ASC', id: 'ASC' },
    });
    return found?.id ?? null;
  }

  findDuplicates(
    { duplicateKey, sellerKeys, supplierIds }: Likeness,
    exceptId: string,
  ): Promise<readonly SimilarInvoice[]> {
    return this.manager.query<SimilarInvoice[]>(
      `SELECT id, state, clarification_reason AS "clarificationReason" FROM eingang.invoice
       WHERE tenant_id = $1 AND duplicate_key = $2 AND id <> $3 AND (seller_keys && $4 OR supplier_id = ANY ($5))
         AND state NOT IN ('rejected', 'declined', 'duplicate', 'superseded', 'dismissed', 'moved', 'disposed')
         AND NOT EXISTS (SELECT 1 FROM eingang.invoice_distinction d WHERE d.tenant_id = $1
           AND ((d.invoice_id = $3 AND d.other_id = invoice.id) OR (d.invoice_id = invoice.id AND d.other_id = $3)))
       ORDER BY received_at, id LIMIT 20`,
      [this.tenantId, storableText(duplicateKey), exceptId, sellerKeys.map(storableText), supplierIds],
    );
  }

  async tellApart(id: string, otherIds: readonly string[], by: string, at: Date): Promise<void> {
    const rows = otherIds.map((otherId) => ({
      ...{ tenantId: this.tenantId, invoiceId: id, otherId },
      ...{ decidedBy: by, decidedAt: at },
    }));
    await this.manager.createQueryBuilder().insert().into(InvoiceDistinctionEntity).values(rows).orIgnore().execute();
  }

  async lockClaim(duplicateKey: string): Promise<void> {
    await this.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('claim ' || $1 || ' ' || $2, 0))`, [
      this.tenantId,
      storableText(duplicateKey),
    ]);
  }

  findAlike({ duplicateKey, sellerKeys, supplierIds }: Likeness, exceptId: string): Promise<readonly InvoiceRecord[]> {
    return this.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.tenantId = :tenantId AND i.id <> :exceptId', { tenantId: this.tenantId, exceptId })
      .andWhere('i.duplicateKey = :duplicateKey', { duplicateKey: storableText(duplicateKey) })
      .andWhere('(i.sellerKeys && :sellerKeys OR i.supplierId = ANY(:supplierIds))', {
        ...{ sellerKeys: sellerKeys.map(storableText), supplierIds },
      })
      .orderBy({ 'i.receivedAt': 'ASC', 'i.id': 'ASC' })
      .limit(20)
      .getMany();
  }

  async corrections(invoice: Pick<InvoiceRecord, 'id' | 'sellerKeys' | 'supplierId'>): Promise<Corrections> {
    const corrects = this.ofSameSeller(invoice).andWhere(
      `i.numberKey = ANY(ARRAY(SELECT c.number_key FROM eingang.invoice_correction c
         WHERE c.tenant_id = :tenantId AND c.invoice_id = :id))`,
    );
    const correctedBy = this.ofSameSeller(invoice).andWhere(
      `i.id = ANY(ARRAY(SELECT c.invoice_id FROM eingang.invoice_correction c WHERE c.tenant_id = :tenantId AND c.number_key =
         (SELECT o.number_key FROM eingang.invoice o WHERE o.tenant_id = :tenantId AND o.id = :id)))`,
    );
    return { corrects: await corrects.getMany(), correctedBy: await correctedBy.getMany() };
  }

  private ofSameSeller({
    id,
    sellerKeys,
    supplierId,
  }: Pick<InvoiceRecord, 'id' | 'sellerKeys' | 'supplierId'>): SelectQueryBuilder<InvoiceEntity> {
    return this.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.tenantId = :tenantId AND i.id <> :id', { tenantId: this.tenantId, id })
      .andWhere('(i.sellerKeys && :sellerKeys OR i.supplierId = :supplierId)', {
        ...{ sellerKeys: sellerKeys.map(storableText), supplierId },
      })
      .orderBy({ 'i.receivedAt': 'ASC', 'i.id': 'ASC' })
      .limit(20);
  }

  waitingForAccount(supplierIds: readonly string[], iban: string, exceptId: string): Promise<readonly InvoiceRecord[]> {
    return this.manager
      .createQueryBuilder(InvoiceEntity, 'i')
      .where('i.tenantId = :tenantId', { tenantId: this.tenantId })
      .andWhere(`i.state = 'clarification' AND i.clarificationReason = 'accountChanged' AND i.id <> :exceptId`, {
        exceptId,
      })
      .andWhere('i.supplierId = ANY(:supplierIds)', { supplierIds })
      .andWhere(
        `:iban = (SELECT p.iban FROM eingang.payment_instruction p WHERE p.tenant_id = i.tenantId AND p.invoice_id = i.id
           ORDER BY p.version DESC LIMIT 1)`,
        { iban },
      )
      .orderBy('i.id')
      .limit(200)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async lease(id: string, now: Date, leaseUntil: Date): Promise<LeasedInvoice | null> {
    const [rows] = await this.manager.query<
      [{ attempts: number; cut_off: number; original_sha256: string; received_at: Date }[], number]
    >(
      `UPDATE eingang.invoice SET attempts = attempts + 1, cut_off = cut_off + (lease_until IS NOT NULL)::integer,
         lease_until = $4, work_due_at = $4
       WHERE (tenant_id, id) = (SELECT tenant_id, id FROM eingang.invoice WHERE tenant_id = $1 AND id = $2 AND state = 'received'
         AND work_due_at <= $3 FOR UPDATE SKIP LOCKED)
       RETURNING attempts, cut_off, original_sha256, received_at`,
      [this.tenantId, id, now, leaseUntil],
    );
    const row = rows[0];
    if (!row) return null;
    const { attempts: attempt, cut_off: cutOff, original_sha256: originalSha256, received_at: receivedAt } = row;
    const earlier = { failed: attempt - 1 - cutOff, cutOff };
    return { id, originalSha256, ...(await this.originOf(id)), attempt, ...earlier, receivedAt };
  }

  private async originOf(id: string): Promise<Origin> {
    const [origin] = await originsOf(this.manager, this.tenantId, [id]);
    if (!origin) throw new Error(`invoice ${id} has no delivery`);
    const { fileName, channelKind, sender, mailTo, mailSubject } = origin;
    return { fileName, channelKind, sender, mailTo, mailSubject };
  }

  async postpone(id: string, attempt: number, dueAt: Date, error: string, countsAsAttempt: boolean): Promise<void> {
    const attempts = countsAsAttempt ? attempt : attempt - 1;
    const leased = { ...this.row(id), state: 'received' as const, attempts: attempt };
    await this.manager.update(InvoiceEntity, leased, {
      attempts,
      workDueAt: dueAt,
      leaseUntil: null,
      lastError: storableText(error),
    });
  }

  async writeKnowledge(id: string, knowledge: InvoiceKnowledge): Promise<void> {
    const { model, sellerKeys, correctsKeys, searchText, ...columns } = knowledge;
    await this.manager.update(InvoiceEntity, this.row(id), {
      ...storableRow(columns),
      sellerKeys: sellerKeys.map(storableText),
      model: model as object | null,
    });
    const { tenantId } = this;
    await writeSearchText(this.manager, tenantId, id, searchText);
    await this.manager.delete(InvoiceCorrectionEntity, { tenantId, invoiceId: id });
    const rows = correctsKeys.map((numberKey) => ({ tenantId, invoiceId: id, numberKey }));
    if (rows.length > 0) await this.manager.insert(InvoiceCorrectionEntity, rows.map(storableRow));
  }

  async writeState(id: string, change: StateChange): Promise<boolean> {
    const { from, to, eventNumber, at, raisesVersion, workDueAt, ...columns } = change;
    const result = await this.manager
      .createQueryBuilder()
      .update(InvoiceEntity)
      .set({
        ...(columns as Partial<InvoiceEntity>),
        state: to,
        eventNumber,
        ...(from === to ? {} : { stateSince: at }),
        ...(raisesVersion ? { version: () => 'version + 1' } : {}),
        workDueAt: workDueAt ?? null,
        ...(workDueAt === undefined ? {} : { attempts: 0, cutOff: 0, lastError: null }),
        leaseUntil: null,
      } as object)
      .where({ ...this.row(id), state: from })
      .execute();
    return result.affected === 1;
  }

  async addReport(invoiceId: string, report: Omit<StoredReport, 'number'>): Promise<void> {
    const number = (await this.manager.countBy(InvoiceReportEntity, { tenantId: this.tenantId, invoiceId })) + 1;
    await this.manager.insert(InvoiceReportEntity, {
      ...report,
      report: report.report as object,
      tenantId: this.tenantId,
      invoiceId,
      number,
    });
  }

  async findReport(invoiceId: string): Promise<StoredReport | null> {
    const found = await this.manager.findOne(InvoiceReportEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { number: 'DESC' },
    });
    return found === null ? null : { ...found, report: found.report as StoredReport['report'] };
  }

  judged(before: Pick<JudgedInvoice, 'id' | 'receivedAt'> | null, limit: number): Promise<readonly JudgedInvoice[]> {
    return this.manager.query<JudgedInvoice[]>(judgedInvoices, [
      this.tenantId,
      before?.receivedAt ?? null,
      before?.id ?? null,
      limit,
    ]);
  }

  async addPaymentInstruction(invoiceId: string, instruction: PaymentInstruction): Promise<void> {
    await this.manager.insert(PaymentInstructionEntity, {
      ...storableRow(instruction),
      invoiceId,
      tenantId: this.tenantId,
    });
  }

  findPaymentInstruction(invoiceId: string): Promise<PaymentInstruction | null> {
    return this.manager.findOne(PaymentInstructionEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { version: 'DESC' },
    });
  }

  paymentInstructions(invoiceId: string): Promise<readonly PaymentInstruction[]> {
    return this.manager.find(PaymentInstructionEntity, {
      where: { tenantId: this.tenantId, invoiceId },
      order: { version: 'DESC' },
    });
  }

  async confirmPaymentInstruction(invoiceId: string, version: number, by: string, at: Date): Promise<void> {
    const row = { tenantId: this.tenantId, invoiceId, version };
    await this.manager.update(PaymentInstructionEntity, row, { confirmedBy: by, confirmedAt: at });
  }

  async addDecision(decision: Omit<DecisionRecord, 'voidedAt'>): Promise<void> {
    await this.manager.insert(DecisionEntity, { ...storableRow(decision), tenantId: this.tenantId });
  }

  decisions(invoiceId: string): Promise<readonly DecisionRecord[]> {
    return this.manager.find(DecisionEntity, { where: { tenantId: this.tenantId, invoiceId }, order: { id: 'ASC' } });
  }

  async voidDecisions(ids: readonly string[], at: Date): Promise<void> {
    await this.manager.update(DecisionEntity, { tenantId: this.tenantId, id: In([...ids]) }, { voidedAt: at });
  }

  private row(id: string): { tenantId: string; id: string } {
    return { tenantId: this.tenantId, id };
  }
}
