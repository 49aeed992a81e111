import { decide } from '../domain/approval/decide.js';
import type { DecisionFacts } from '../domain/approval/facts.js';
import type { Action } from '../domain/approval/lifecycle.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { checkLeitwegId } from '../domain/invoice/leitweg-id.js';
import { route, type Routing } from '../domain/routing/route.js';
import type { Examination, ExaminedDocument } from '../domain/validation/examination.js';
import { changeState } from './change-state.js';
import { enrich, type Enriched } from './enrich-invoice.js';
import { judge, type Judgement } from './judge-examination.js';
import { work } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { DocumentStore } from './ports/document-store.js';
import type { Examiner, ExaminerAnswer } from './ports/examiner.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord, LeasedInvoice } from './ports/invoice-records.js';
import type { Lookup } from './ports/lookup.js';
import { ConcurrentChange, StoreUnavailable, type TenantDoor, type TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** Where a processed file goes: the action of the lifecycle with what goes along. */
interface Way {
  readonly action: Extract<Action, 'reject' | 'route' | 'sendToClarification'>;
  /** Code for the reason: what a clerk filters by. */
  readonly reason: string;
  readonly departmentId?: string;
  readonly routedBy?: unknown;
  readonly facts?: Readonly<Record<string, CanonicalValue>>;
  readonly payload?: Readonly<Record<string, CanonicalValue>>;
}

interface Missing {
  readonly kind: 'broke';
  readonly cause: 'originalMissing';
}

/**
 * Reads, judges and routes one received file. The attempt is committed before the work begins and everything it finds is
 * committed at once at its end, so that it can be killed at any line and run any number of times.
 */
export class ProcessInvoice {
  constructor(
    private readonly door: TenantDoor,
    private readonly lookup: Lookup,
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
    if (lease.attempt > work.attempts) return this.giveUp(tenantId, lease, 'noAnswer');
    const answer = await this.examine(tenantId, lease);
    if (answer.kind === 'unavailable') return this.postpone(tenantId, lease, work.unavailableMs, answer.cause, false);
    if (answer.kind === 'broke') {
      if (lease.attempt >= work.attempts) return this.giveUp(tenantId, lease, answer.cause);
      return this.postpone(tenantId, lease, work.retryMs, answer.cause, true);
    }
    try {
      const otherTenant = await this.servesOtherTenant(tenantId, answer.examination);
      await this.door.inTenant(tenantId, (tenant) => this.conclude(tenant, lease, answer.examination, otherTenant));
    } catch (error) {
      // The database's failures are no attempts of the file's; this program's own are, so that it cannot loop.
      const databaseFailed = error instanceof StoreUnavailable || error instanceof ConcurrentChange;
      await this.postpone(
        tenantId,
        lease,
        databaseFailed ? work.unavailableMs : work.retryMs,
        'notConcluded',
        !databaseFailed,
      );
      throw error;
    }
  }

  /** A store that does not answer is no attempt; bytes that it does not hold are, so that a person looks in the end. */
  private async examine(tenantId: string, lease: LeasedInvoice): Promise<ExaminerAnswer | Missing> {
    let bytes: Uint8Array | null;
    try {
      bytes = await this.documents.read(tenantId, lease.originalSha256);
    } catch (error) {
      return { kind: 'unavailable', cause: `the document store does not answer: ${String(error)}` };
    }
    return bytes === null ? { kind: 'broke', cause: 'originalMissing' } : this.examiner.examine(bytes, lease.fileName);
  }

  /** After the last attempt a person looks: a file never blocks or loops. */
  private async giveUp(tenantId: string, lease: LeasedInvoice, cause: string): Promise<void> {
    await this.door.inTenant(tenantId, async (tenant) => {
      const invoice = await stillLeased(tenant, lease);
      if (invoice)
        await this.go(tenant, invoice, {
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

  private async conclude(
    tenant: TenantRecords,
    lease: LeasedInvoice,
    examination: Examination,
    otherTenant: boolean,
  ): Promise<void> {
    const invoice = await stillLeased(tenant, lease);
    if (!invoice) return;
    const at = this.clock.now();
    const judgement = judge(examination);
    const { document } = judgement;
    const enriched = document && (await enrich(tenant, lease, document, this.ids, at));
    if (document && enriched) await writeFindings(tenant, invoice.id, document, enriched, at);
    await this.go(tenant, invoice, await wayOf(tenant, judgement, enriched, otherTenant));
  }

  /** Whether the Leitweg-ID belongs to another tenant of this installation; which one is not told. */
  private async servesOtherTenant(tenantId: string, examination: Examination): Promise<boolean> {
    const check = checkLeitwegId(examination.documents[0]?.invoice?.buyerReference);
    if (check.kind === 'invalid') return false;
    const owner = await this.lookup.tenantOfLeitwegId(check.leitwegId);
    return owner !== null && owner.tenantId !== tenantId;
  }

  private async go(tenant: TenantRecords, invoice: InvoiceRecord, way: Way): Promise<void> {
    const at = this.clock.now();
    const actor = { kind: 'machine', id: 'worker', part: 'pipeline' } as const;
    const decision = decide({ ...way, actor }, factsOf(invoice), townDay(at));
    if (decision.kind === 'refused')
      throw new Error(`the pipeline may not ${way.action} ${invoice.id}: ${decision.refusal.code}`);
    await changeState(tenant, invoice, {
      action: way.action,
      allowed: decision,
      actor: { kind: 'system', id: 'worker' },
      at,
      facts: {
        reason: way.reason,
        ...(way.departmentId === undefined ? {} : { department: way.departmentId }),
        ...way.facts,
      },
      ...(way.payload === undefined ? {} : { payload: way.payload }),
      set: {
        clarificationReason: way.action === 'sendToClarification' ? way.reason : null,
        ...(way.departmentId === undefined ? {} : { departmentId: way.departmentId, routedBy: way.routedBy }),
      },
    });
  }
}

/** The row, locked, if this attempt is still the one that counts. */
async function stillLeased(tenant: TenantRecords, lease: LeasedInvoice): Promise<InvoiceRecord | null> {
  const invoice = await tenant.invoices.findForChange(lease.id);
  return invoice?.state === 'received' && invoice.attempts === lease.attempt ? invoice : null;
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
  if (enriched.payment) await tenant.invoices.addPaymentInstruction(invoiceId, enriched.payment);
}

/** Doubts come before routing: a suspected duplicate or a changed account must not lie in a department's queue. */
async function wayOf(
  tenant: TenantRecords,
  judgement: Judgement,
  enriched: Enriched | null,
  otherTenant: boolean,
): Promise<Way> {
  if (judgement.kind === 'clarification') return { action: 'sendToClarification', reason: judgement.reason };
  const rules = [
    ...new Set(
      judgement.document.findings.filter((finding) => finding.severity === 'fatal').map((finding) => finding.rule),
    ),
  ];
  if (judgement.kind === 'rejected')
    return { action: 'reject', reason: 'verdict', facts: { rules: rules.slice(0, 50) } };
  const [duplicateOf] = enriched?.duplicates ?? [];
  if (duplicateOf !== undefined)
    return { action: 'sendToClarification', reason: 'suspectedDuplicate', facts: { otherInvoice: duplicateOf } };
  if (enriched?.accountChanged) return { action: 'sendToClarification', reason: 'accountChanged' };
  const leitwegIds = await tenant.town.leitwegIds();
  const routing = route(enriched?.routingFacts ?? {}, {
    leitwegIds,
    rules: await tenant.town.routingRules(),
    leitwegIdServesOtherTenant: otherTenant,
  });
  return wayOfRouting(routing);
}

function wayOfRouting(routing: Routing): Way {
  if (routing.kind === 'clearing')
    return { action: 'sendToClarification', reason: routing.reason, payload: { ...routing.values } };
  const { departmentId, by } = routing;
  return by.ruleId === undefined
    ? { action: 'route', reason: 'leitwegId', departmentId, routedBy: by, facts: { leitwegId: by.leitwegId } }
    : { action: 'route', reason: 'rule', departmentId, routedBy: by, facts: { rule: by.ruleId } };
}

const factsOf = (invoice: InvoiceRecord): DecisionFacts => ({
  state: invoice.state,
  departmentId: invoice.departmentId,
  clarificationReason: invoice.clarificationReason,
  accountInDoubt: false,
  capturedBy: null,
  gross: null,
  euroRate: null,
  payeeAccountHashes: [],
  claimedBy: null,
  confirmations: [],
  orders: [],
  proposals: [],
});
