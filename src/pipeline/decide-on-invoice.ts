import { z } from 'zod';
import { ACTIONS } from '../domain/approval/actions.js';
import type { CapturedTerms } from '../domain/invoice/captured-terms.js';
import type { Person } from '../domain/approval/facts.js';
import { decide, offeredActions, type Allowed, type Offer } from '../domain/approval/decide.js';
import type { Actor as AuditActor } from '../domain/audit/chain.js';
import { askSupplier, noteAnswer } from './ask-supplier.js';
import { approvalPolicy } from './approval-policy.js';
import { captureRefusal, keepCapture, takeCapture } from './capture-invoice.js';
import { changeState } from './change-state.js';
import { actingPerson, decisionFacts } from './decision-facts.js';
import { isDeskAction, type DeskAction } from './desk-actions.js';
import { goOnAfter, type OnwardWithOthers } from './go-on.js';
import { once } from './once.js';
import { openDuplicates } from './duplicate-doubt.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { releaseAccount } from './release-account.js';
import { rememberRule, ruleToRemember, type WantedRule } from './remember-rule.js';
import type { WakeQueue } from './ports/wake-queue.js';
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
  /** With `dismissSuspicion`: the invoices that the person has compared with this one. */
  readonly comparedInvoiceIds?: readonly string[];
  /** With `route`: a rule for the like of it; conditions are read as `parseConditions` says. */
  readonly remember?: WantedRule;
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
    private readonly queue: WakeQueue,
  ) {}

  async decide(wanted: WantedDecision): Promise<Outcome<Decided>> {
    const at = this.clock.now();
    const { invoiceId, action, reason = '', departmentId = '', otherInvoiceId = '' } = wanted;
    const { remember, capture, comparedInvoiceIds } = wanted;
    const brought = JSON.stringify({ remember, capture, comparedInvoiceIds });
    const further = brought === '{}' ? [] : [brought];
    const call = {
      caller: `person:${wanted.personId}`,
      key: wanted.idempotencyKey,
      // Without the version that was seen: who repeats a lost call after a fresh look still gets its answer.
      content: ['decide', invoiceId, action, reason, departmentId, otherInvoiceId, ...further],
    };
    const due = new Set<string>();
    const outcome = await this.door.inTenant(wanted.tenantId, (tenant) =>
      once(
        tenant,
        call,
        at,
        (stored) => decided.parse(stored),
        () => this.write(tenant, wanted, { at, ids: this.ids, lookAgain: (id) => due.add(id) }),
      ),
    );
    const { tenantId } = wanted;
    await Promise.all([...due].map((id) => this.queue.wake({ kind: 'invoice', tenantId, id })));
    return outcome;
  }

  /** Every action with whether this person may do it now, and why not otherwise. */
  offers(tenantId: string, personId: string, invoiceId: string): Promise<Outcome<readonly Offer[]>> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const invoice = await tenant.invoices.find(invoiceId);
      const person = await actingPerson(tenant, personId);
      const today = townDay(this.clock.now());
      if (!invoice || !person || !sees(person, invoice, today)) return refused('notFound');
      const facts = await decisionFacts(tenant, invoice, this.keyedHash);
      const policy = await approvalPolicy(tenant);
      return done(offeredActions(facts, person, today, policy).filter((offer) => isDeskAction(offer.action)));
    });
  }

  private async write(
    tenant: TenantRecords,
    wanted: WantedDecision,
    onward: OnwardWithOthers,
  ): Promise<Outcome<Decided>> {
    const { at } = onward;
    const invoice = await tenant.invoices.findForChange(wanted.invoiceId);
    const person = await actingPerson(tenant, wanted.personId);
    if (!invoice || !person || !sees(person, invoice, townDay(at))) return refused('notFound');
    if (invoice.version !== wanted.seenVersion)
      return refused('staleVersion', { seen: String(wanted.seenVersion), current: String(invoice.version) });
    const facts = await decisionFacts(tenant, invoice, this.keyedHash, wanted.capture?.iban);
    const brings = wanted.capture === undefined ? [] : (['capture'] as const);
    const policy = await approvalPolicy(tenant);
    const decision = decide({ ...wanted, brings, actor: person }, facts, townDay(at), policy);
    if (decision.kind === 'refused') return decision;
    const wrong =
      strayReference(wanted) ?? captureRefusal(wanted.capture) ?? (await missingReference(tenant, wanted, invoice));
    if (wrong) return wrong;
    const rule = await this.ruleOf(tenant, invoice, wanted);
    if (rule?.kind === 'refused') return rule;
    const actor: AuditActor = { kind: 'person', id: person.id };
    await changeState(tenant, invoice, {
      action: wanted.action,
      allowed: decision,
      actor,
      at,
      ...alongWith(wanted, invoice, decision),
    });
    await this.record(tenant, invoice, wanted, decision, at);
    if (wanted.capture) await keepCapture(tenant, invoice.id, wanted.capture, person.id, at);
    if (rule) await rememberRule(tenant, rule.rule, invoice.id, person.id, at);
    if (decision.progress === 'complete')
      await CONSEQUENCES[wanted.action]?.({ tenant, invoice, wanted, onward, keyedHash: this.keyedHash });
    const now = await tenant.invoices.get(invoice.id);
    return done({
      invoiceId: now.id,
      action: wanted.action,
      state: now.state,
      version: now.version,
      progress: decision.progress,
    });
  }

  private async ruleOf(tenant: TenantRecords, invoice: InvoiceRecord, wanted: WantedDecision) {
    const { remember, departmentId } = wanted;
    if (remember === undefined || departmentId === undefined) return null;
    return ruleToRemember(tenant, invoice, remember, departmentId, this.ids.next());
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

interface Consequence {
  readonly tenant: TenantRecords;
  /** As it was before the decision. */
  readonly invoice: InvoiceRecord;
  readonly wanted: WantedDecision;
  readonly onward: OnwardWithOthers;
  readonly keyedHash: KeyedHash;
}

const askedOf = ({ id }: InvoiceRecord, { personId, reason = '' }: WantedDecision, { at }: OnwardWithOthers) => ({
  ...{ invoiceId: id, personId, question: reason.trim(), at },
});

/** What follows in the same transaction once a decision is complete. */
const CONSEQUENCES: Partial<Record<DeskAction, (what: Consequence) => Promise<void>>> = {
  releaseAccount: ({ tenant, invoice, onward }) => releaseAccount(tenant, invoice, onward),
  confirmCapture: ({ tenant, invoice, wanted, onward }) => takeCapture(tenant, invoice, wanted.personId, onward),
  dismissSuspicion: (what) => dismissSuspicion(what),
  returnUntaken: ({ tenant, invoice, wanted, onward }) =>
    noteReturned(tenant, invoice.id, wanted.reason ?? null, onward.at),
  ask: ({ tenant, invoice, wanted, onward, keyedHash }) =>
    askSupplier(tenant, askedOf(invoice, wanted, onward), { ids: onward.ids, keyedHash }),
  answer: ({ tenant, invoice, wanted, onward }) => noteAnswer(tenant, askedOf(invoice, wanted, onward)),
  recheck: ({ invoice, onward }) => Promise.resolve(onward.lookAgain(invoice.id)),
};

/** The two were compared and are different claims: neither is suspected because of the other again. */
async function dismissSuspicion({ tenant, invoice: before, wanted, onward }: Consequence): Promise<void> {
  const { id } = before;
  const alike = (await openDuplicates(tenant, before)).map((other) => other.id);
  if (alike.length > 0) await tenant.invoices.tellApart(id, alike, wanted.personId, onward.at);
  await goOnAfter(tenant, before, 'suspectedDuplicate', onward);
}

/** Finance has said that it took nothing of the claim, and a second person has seen that: its item is answered. */
async function noteReturned(tenant: TenantRecords, invoiceId: string, reason: string | null, at: Date): Promise<void> {
  const handOver = await tenant.handOvers.latestOf(invoiceId);
  const answer = { answer: 'returned', answeredAt: at, reference: null, reason } as const;
  if (handOver !== null) await tenant.handOvers.answerItem(handOver, invoiceId, answer);
}

const sees = (person: Person, invoice: InvoiceRecord, today: string): boolean =>
  isVisible(invoice.departmentId, visibleDepartments(person.grants, today));

/** What an action does not need it must not bring: a confirmation that names a department would move the invoice. */
function strayReference({
  action,
  departmentId,
  otherInvoiceId,
  remember,
  capture,
  comparedInvoiceIds,
}: WantedDecision): ReturnType<typeof refused> | null {
  const { needs } = ACTIONS[action];
  const brought = [
    ['departmentId', departmentId, needs.includes('department')],
    ['otherInvoiceId', otherInvoiceId, needs.includes('otherInvoice')],
    ['remember', remember, action === 'route'],
    ['comparedInvoiceIds', comparedInvoiceIds, action === 'dismissSuspicion'],
    ['capture', capture, needs.includes('capture')],
  ] as const;
  const stray = brought.find(([, given, isAskedFor]) => given !== undefined && !isAskedFor);
  return stray ? refused('notAskedFor', { what: stray[0] }) : null;
}

async function missingReference(
  tenant: TenantRecords,
  wanted: WantedDecision,
  invoice: InvoiceRecord,
): Promise<ReturnType<typeof refused> | null> {
  if (wanted.departmentId !== undefined && !(await tenant.town.hasDepartment(wanted.departmentId)))
    return refused('notFound');
  if (wanted.otherInvoiceId === wanted.invoiceId) return refused('sameInvoice');
  if (wanted.otherInvoiceId !== undefined && (await tenant.invoices.find(wanted.otherInvoiceId)) === null)
    return refused('notFound');
  if (wanted.action !== 'dismissSuspicion') return null;
  const open = await openDuplicates(tenant, invoice);
  const missed = open.filter(({ id }) => !wanted.comparedInvoiceIds?.includes(id));
  return missed.length > 0 ? refused('notAllCompared', { count: String(missed.length) }) : null;
}

/** What a decision sets beside the state: the claim as the action treats it, the new department, why it needs clearing. */
function alongWith(
  wanted: WantedDecision,
  invoice: InvoiceRecord,
  allowed: Allowed,
): Pick<Parameters<typeof changeState>[2], 'set' | 'facts' | 'payload'> {
  const claimedBy = { taken: wanted.personId, kept: invoice.claimedBy, ended: null }[allowed.claim];
  const { action, departmentId, otherInvoiceId, reason, capture } = wanted;
  const { from, to } = allowed.transition;
  const { claimedBy: holder } = invoice;
  const isAnothers = ['takeOver', 'release'].includes(action) && holder !== null && holder !== wanted.personId;
  const staysInClarification = from === to ? invoice.clarificationReason : 'sentByStaff';
  const payload = {
    ...(reason === undefined ? {} : { reason }),
    ...(capture === undefined ? {} : { capture: { ...capture } }),
  };
  return {
    set: {
      claimedBy,
      ...(departmentId === undefined ? {} : { departmentId, routedBy: { personId: wanted.personId } }),
      clarificationReason: to === 'clarification' ? staysInClarification : null,
    },
    facts: {
      ...(departmentId === undefined ? {} : { department: departmentId }),
      ...(otherInvoiceId === undefined ? {} : { otherInvoice: otherInvoiceId }),
      ...(isAnothers ? { holder } : {}),
      seenVersion: wanted.seenVersion,
    },
    ...(Object.keys(payload).length === 0 ? {} : { payload }),
  };
}
