import { z } from 'zod';
import { ACTIONS } from '../domain/approval/actions.js';
import type { CapturedTerms } from '../domain/invoice/captured-terms.js';
import type { Person } from '../domain/approval/facts.js';
import { decide, offeredActions, type Allowed, type Offer } from '../domain/approval/decide.js';
import type { Actor as AuditActor } from '../domain/audit/chain.js';
import { changeState } from './change-state.js';
import { actingPerson, decisionFacts } from './decision-facts.js';
import { isDeskAction, type DeskAction } from './desk-actions.js';
import { once } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { isVisible, visibleDepartments } from './visibility.js';

/** What a person wants to do with an invoice they have seen. */
export interface WantedDecision {
  readonly tenantId: string;
  readonly personId: string;
  readonly invoiceId: string;
  readonly action: DeskAction;
  readonly reason?: string;
  readonly departmentId?: string;
  readonly otherInvoiceId?: string;
  /** With `route`: a rule for the like of it; conditions are read as `parseConditions` says. */
  readonly remember?: { readonly name: string; readonly when?: unknown };
  readonly capture?: CapturedTerms;
  /** The version of the invoice the person was reading (If-Match). */
  readonly seenVersion: number;
  readonly idempotencyKey: string;
}

/** What became of it. */
export const decided = z.object({
  invoiceId: z.string(),
  action: z.string(),
  state: z.string(),
  version: z.number(),
  progress: z.enum(['partial', 'complete']),
});
export type Decided = z.infer<typeof decided>;

/**
 * Lets a person decide: looks the key up first, locks the invoice, compares the version, asks the pure decision, and
 * writes decision, event and state in one transaction.
 */
export class DecideOnInvoice {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  decide(wanted: WantedDecision): Promise<Outcome<Decided>> {
    const at = this.clock.now();
    const { invoiceId, action, reason = '', departmentId = '', otherInvoiceId = '' } = wanted;
    const call = {
      caller: `person:${wanted.personId}`,
      key: wanted.idempotencyKey,
      // Without the version that was seen: who repeats a lost call after a fresh look still gets its answer.
      content: ['decide', invoiceId, action, reason, departmentId, otherInvoiceId],
    };
    return this.door.inTenant(wanted.tenantId, (tenant) =>
      once(
        tenant,
        call,
        at,
        (stored) => decided.parse(stored),
        () => this.write(tenant, wanted, at),
      ),
    );
  }

  /** Every action with whether this person may do it now, and why not otherwise. */
  offers(tenantId: string, personId: string, invoiceId: string): Promise<Outcome<readonly Offer[]>> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const invoice = await tenant.invoices.find(invoiceId);
      const person = await actingPerson(tenant, personId);
      const today = townDay(this.clock.now());
      if (!invoice || !person || !sees(person, invoice, today)) return refused('notFound');
      const facts = await decisionFacts(tenant, invoice, this.keyedHash);
      return done(offeredActions(facts, person, today).filter((offer) => isDeskAction(offer.action)));
    });
  }

  private async write(tenant: TenantRecords, wanted: WantedDecision, at: Date): Promise<Outcome<Decided>> {
    const invoice = await tenant.invoices.findForChange(wanted.invoiceId);
    const person = await actingPerson(tenant, wanted.personId);
    if (!invoice || !person || !sees(person, invoice, townDay(at))) return refused('notFound');
    if (invoice.version !== wanted.seenVersion)
      return refused('staleVersion', { seen: String(wanted.seenVersion), current: String(invoice.version) });
    const decision = decide(
      { ...wanted, actor: person },
      await decisionFacts(tenant, invoice, this.keyedHash),
      townDay(at),
    );
    if (decision.kind === 'refused') return decision;
    const wrong = strayReference(wanted) ?? (await missingReference(tenant, wanted));
    if (wrong) return wrong;
    const actor: AuditActor = { kind: 'person', id: person.id };
    await changeState(tenant, invoice, {
      action: wanted.action,
      allowed: decision,
      actor,
      at,
      ...alongWith(wanted, invoice, decision),
    });
    await this.record(tenant, invoice, wanted, decision, at);
    const now = await tenant.invoices.find(invoice.id);
    if (!now) throw new Error(`invoice ${invoice.id} vanished while it was locked`);
    return done({
      invoiceId: now.id,
      action: wanted.action,
      state: now.state,
      version: now.version,
      progress: decision.progress,
    });
  }

  private async record(
    tenant: TenantRecords,
    invoice: InvoiceRecord,
    wanted: WantedDecision,
    allowed: Allowed,
    at: Date,
  ): Promise<void> {
    const payment = await tenant.invoices.findPaymentInstruction(invoice.id);
    await tenant.invoices.addDecision({
      id: this.ids.next(),
      invoiceId: invoice.id,
      action: wanted.action,
      progress: allowed.progress,
      personId: wanted.personId,
      onBehalfOf: allowed.by?.onBehalfOfId ?? null,
      reason: wanted.reason ?? null,
      invoiceVersion: invoice.version,
      paymentVersion: payment?.version ?? 0,
      decidedAt: at,
    });
  }
}

const sees = (person: Person, invoice: InvoiceRecord, today: string): boolean =>
  isVisible(invoice.departmentId, visibleDepartments(person.grants, today));

/** What an action does not need it must not bring: a confirmation that names a department would move the invoice. */
function strayReference({ action, departmentId, otherInvoiceId }: WantedDecision): ReturnType<typeof refused> | null {
  const { needs } = ACTIONS[action];
  if (departmentId !== undefined && !needs.includes('department'))
    return refused('notAskedFor', { what: 'departmentId' });
  if (otherInvoiceId !== undefined && !needs.includes('otherInvoice'))
    return refused('notAskedFor', { what: 'otherInvoiceId' });
  return null;
}

async function missingReference(
  tenant: TenantRecords,
  wanted: WantedDecision,
): Promise<ReturnType<typeof refused> | null> {
  if (wanted.departmentId !== undefined) {
    const departments = await tenant.town.departments();
    if (!departments.some((department) => department.id === wanted.departmentId)) return refused('notFound');
  }
  if (wanted.otherInvoiceId === wanted.invoiceId) return refused('sameInvoice');
  if (wanted.otherInvoiceId !== undefined && (await tenant.invoices.find(wanted.otherInvoiceId)) === null)
    return refused('notFound');
  return null;
}

/** What a decision sets beside the state: the claim as the action treats it, the new department, why it needs clearing. */
function alongWith(
  wanted: WantedDecision,
  invoice: InvoiceRecord,
  allowed: Allowed,
): Pick<Parameters<typeof changeState>[2], 'set' | 'facts' | 'payload'> {
  const claimedBy = { taken: wanted.personId, kept: invoice.claimedBy, ended: null }[allowed.claim];
  const { departmentId, otherInvoiceId, reason } = wanted;
  return {
    set: {
      claimedBy,
      ...(departmentId === undefined ? {} : { departmentId, routedBy: { personId: wanted.personId } }),
      clarificationReason: allowed.transition.to === 'clarification' ? 'sentByStaff' : null,
    },
    facts: {
      ...(departmentId === undefined ? {} : { department: departmentId }),
      ...(otherInvoiceId === undefined ? {} : { otherInvoice: otherInvoiceId }),
      seenVersion: wanted.seenVersion,
    },
    ...(reason === undefined ? {} : { payload: { reason } }),
  };
}
