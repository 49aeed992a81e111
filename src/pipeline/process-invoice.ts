import type { ExaminedDocument } from '../domain/validation/examination.js';
import { chooseForm, type Choice, type ExaminedForm } from './choose-form.js';
import { setNextLoss } from './deadlines-of-invoice.js';
import { enrich, type Enriched } from './enrich-invoice.js';
import { goOn, proposePaymentAgain } from './go-on.js';
import { isTriedOut, work } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Examiner } from './ports/examiner.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord, LeasedInvoice } from './ports/invoice-records.js';
import { isPassing, type TenantDoor, type TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { takeItsWay, wayOfJudged } from './way-of-invoice.js';

/**
 * Reads, judges and routes one received file. The attempt is committed before the work begins and everything it finds is
 * committed at once at its end, so that it can be killed at any line and run any number of times.
 */
export class ProcessInvoice {
  constructor(
    private readonly door: TenantDoor,
    private readonly documents: DocumentStore,
    private readonly examiner: Examiner,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async process(tenantId: string, invoiceId: string): Promise<void> {
    const now = this.clock.now();
    const lease = await this.door.inTenant(tenantId, (tenant) =>
      tenant.invoices.lease(invoiceId, now, new Date(now.getTime() + work.leaseMs)),
    );
    if (lease === null) return;
    if (isTriedOut(lease)) return this.giveUp(tenantId, lease, 'noAnswer');
    const choice = chooseForm(await this.examineForms(tenantId, lease));
    if (choice.kind === 'again') {
      const { cause, counts } = choice;
      if (counts && lease.failed + 1 >= work.attempts) return this.giveUp(tenantId, lease, cause);
      return this.postpone(tenantId, lease, counts ? work.retryMs : work.unavailableMs, cause, counts);
    }
    try {
      await this.door.inTenant(tenantId, (tenant) => this.conclude(tenant, lease, choice));
    } catch (error) {
      // The database's failures are no attempts of the file's; this program's own are, so that it cannot loop.
      const passing = isPassing(error);
      await this.postpone(tenantId, lease, passing ? work.unavailableMs : work.retryMs, 'notConcluded', !passing);
      throw error;
    }
  }

  /** The file that it has been read from first, then what else came with it and claims to be the same invoice. */
  private async examineForms(tenantId: string, lease: LeasedInvoice): Promise<readonly ExaminedForm[]> {
    const { id, fileName, originalSha256: sha256 } = lease;
    const others = await this.door.inTenant(tenantId, (tenant) => tenant.deliveries.otherForms(id, work.forms - 1));
    const examined: ExaminedForm[] = [];
    for (const form of [{ partId: null, fileName, sha256 }, ...others])
      examined.push({ form, answer: await this.examine(tenantId, form, lease.receivedAt) });
    return examined;
  }

  /** A store that does not answer is no attempt; bytes that it does not hold are, so that a person looks in the end. */
  private async examine(
    tenantId: string,
    { sha256, fileName }: ExaminedForm['form'],
    receivedAt: Date,
  ): Promise<ExaminedForm['answer']> {
    let bytes: Uint8Array | null;
    try {
      bytes = await this.documents.read(tenantId, sha256);
    } catch (error) {
      return { kind: 'unavailable', cause: `the document store does not answer: ${String(error)}` };
    }
    if (bytes === null) return { kind: 'broke', cause: 'originalMissing' };
    // An invoice is judged by what held when it came, however late a reader gets to it.
    return this.examiner.examine(bytes, fileName, townDay(receivedAt));
  }

  /** After the last attempt a person looks: a file never blocks or loops. */
  private async giveUp(tenantId: string, lease: LeasedInvoice, cause: string): Promise<void> {
    await this.door.inTenant(tenantId, async (tenant) => {
      const invoice = await stillLeased(tenant, lease);
      if (invoice)
        await takeItsWay(tenant, invoice, this.clock.now(), {
          action: 'sendToClarification',
          reason: 'couldNotBeChecked',
          facts: { attempts: lease.attempt, cause },
        });
    });
  }

  private async postpone(
    tenantId: string,
    lease: LeasedInvoice,
    delayMs: number,
    error: string,
    counts: boolean,
  ): Promise<void> {
    const dueAt = new Date(this.clock.now().getTime() + delayMs);
    await this.door.inTenant(tenantId, (tenant) =>
      tenant.invoices.postpone(lease.id, lease.attempt, dueAt, error, counts),
    );
  }

  private async conclude(tenant: TenantRecords, lease: LeasedInvoice, choice: Chosen): Promise<void> {
    const invoice = await stillLeased(tenant, lease);
    if (!invoice) return;
    const at = this.clock.now();
    if ((await tenant.captures.find(invoice.id))?.confirmedBy) return goOn(tenant, invoice, { at, ids: this.ids });
    const { form, judgement } = choice.chosen;
    await writeForms(tenant, lease, choice, at);
    const { document } = judgement;
    const { fileName, sha256: originalSha256 } = form;
    const source = { ...lease, fileName, originalSha256 };
    const enriched = document && (await enrich(tenant, source, document, this.ids, at));
    if (document && enriched) await writeFindings(tenant, invoice.id, document, enriched, at);
    await takeItsWay(tenant, invoice, at, await wayOfJudged(tenant, judgement, enriched));
  }
}

/** The row, locked, if this attempt is still the one that counts. */
async function stillLeased(tenant: TenantRecords, lease: LeasedInvoice): Promise<InvoiceRecord | null> {
  const invoice = await tenant.invoices.findForChange(lease.id);
  return invoice?.state === 'received' && invoice.attempts === lease.attempt ? invoice : null;
}

type Chosen = Extract<Choice, { readonly kind: 'chosen' }>;

/**
 * What was found in the forms that do not count, and which one does if it is another than before: the event names the
 * original that the invoice has from now on.
 */
async function writeForms(tenant: TenantRecords, lease: LeasedInvoice, choice: Chosen, at: Date): Promise<void> {
  const { form } = choice.chosen;
  const { id: invoiceId, fileName: otherFileName } = lease;
  const before = form.partId === null ? null : await tenant.deliveries.originalPart(invoiceId);
  for (const { form: other, judgement } of choice.others) {
    const partId = other.partId ?? before;
    if (partId === null || judgement.document === null) continue;
    const { invoice: _, ...report } = judgement.document;
    await tenant.deliveries.notePartReport(partId, { examinedAt: at, verdict: report.verdict, report });
  }
  if (form.partId === null) return;
  await tenant.deliveries.chooseForm(invoiceId, { ...form, partId: form.partId });
  await tenant.audit.append(
    {
      subject: { kind: 'invoice', id: invoiceId },
      event: 'invoice.formChosen',
      actor: { kind: 'system', id: 'worker' },
      facts: { sha256: form.sha256, part: form.partId, before: lease.originalSha256 },
      payload: { fileName: form.fileName, otherFileName },
    },
    at,
  );
}

async function writeFindings(
  tenant: TenantRecords,
  invoiceId: string,
  document: ExaminedDocument,
  enriched: Enriched,
  at: Date,
): Promise<void> {
  const { invoice: model, ...report } = document;
  await tenant.invoices.addReport(invoiceId, { examinedAt: at, verdict: document.verdict, report });
  await tenant.invoices.writeKnowledge(invoiceId, enriched.knowledge);
  await setNextLoss(tenant, invoiceId, at);
  await proposePaymentAgain(tenant, invoiceId, enriched.payment);
}
