import { z } from 'zod';
import { decide, offeredActions, type Allowed, type Offer } from '../domain/approval/decide.js';
import { actingPerson, auditActor, colleagueFor } from './acting-person.js';
import { askSupplier, noteAnswer } from './ask-supplier.js';
import { approvalPolicy } from './approval-policy.js';
import { captureRefusal, keepCapture, takeCapture } from './capture-invoice.js';
import { changeState } from './change-state.js';
import { decisionFacts } from './decision-facts.js';
import { forWhom, sees, type DeskLook } from './desk-change.js';
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
import { rememberRule, ruleToRemember } from './remember-rule.js';
import type { WakeQueue } from './ports/wake-queue.js';
import { isFresh } from './second-factor-state.js';
import { settingIn } from './tenant-settings.js';
import { townDay } from './town-day.js';
import { sightOf } from './sight.js';
import { isVisible } from './visibility.js';
import { alongWith, missingReference, strayReference, type WantedDecision } from './wanted-decision.js';

/** What became of it. */
export const decided = z.object({
  invoiceId: z.string(),
  action: z.string(),
  state: z.string(),
  version: z.number(),
  progress: z.enum(['partial', 'complete']),
});
export type Decided = z.infer<typeof decided>;

/** What somebody may do with an invoice now. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Whom the person stands in for today and could do something for here. */
  readonly principals: readonly string[];
}

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
    const { remember, capture, comparedInvoiceIds, colleagueId } = wanted;
    const brought = JSON.stringify({ remember, capture, comparedInvoiceIds, colleagueId });
    const further = brought === '{}' ? [] : [brought];
    const call = {
      caller: `person:${wanted.personId}`,
      key: wanted.idempotencyKey,
      // Without the version that was seen: who repeats a lost call after a fresh look still gets its answer.
      content: ['decide', invoiceId, action, reason, departmentId, otherInvoiceId, ...further, ...forWhom(wanted)],
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
  offers(who: DeskLook): Promise<Outcome<Offers>> {
    const today = townDay(this.clock.now());
    return this.door.inTenant(who.tenantId, async (tenant) => {
      const invoice = await tenant.invoices.find(who.invoiceId);
      const { visible, represented } = await sightOf(tenant, who.personId, today);
      if (!invoice || !isVisible(invoice.departmentId, visible)) return refused('notFound');
      const facts = await decisionFacts(tenant, invoice, this.keyedHash);
      const policy = await approvalPolicy(tenant);
      const offersFor = async (onBehalfOf: string | null) => {
        const person = await actingPerson(tenant, who.personId, onBehalfOf);
        const all = person === null ? null : offeredActions(facts, person, today, policy);
        return all && all.filter(({ action }) => isDeskAction(action));
      };
      const offers = await offersFor(who.onBehalfOf ?? null);
      if (offers === null) return refused('notFound');
      const principals: string[] = [];
      for (const { personId } of represented)
        if ((await offersFor(personId))?.some(({ refusal }) => refusal === null)) principals.push(personId);
      return done({ offers, principals });
    });
  }

  private async write(
    tenant: TenantRecords,
    wanted: WantedDecision,
    onward: OnwardWithOthers,
  ): Promise<Outcome<Decided>> {
    const { at } = onward;
    const invoice = await tenant.invoices.findForChange(wanted.invoiceId);
    const person = await actingPerson(tenant, wanted.personId, wanted.onBehalfOf, 'held');
    if (!invoice || !person || !(await sees(tenant, person, invoice, townDay(at)))) return refused('notFound');
    if (invoice.version !== wanted.seenVersion)
      return refused('staleVersion', { seen: String(wanted.seenVersion), current: String(invoice.version) });
    if (await lacksFreshFactor(tenant, wanted, at)) return refused('freshFactorNeeded');
    const facts = await decisionFacts(tenant, invoice, this.keyedHash, wanted.capture?.iban);
    const brings = wanted.capture === undefined ? [] : (['capture'] as const);
    const policy = await approvalPolicy(tenant);
    const colleague = await colleagueOf(tenant, wanted, townDay(at));
    if (colleague === null) return refused('notFound');
    const request = { ...wanted, brings, actor: person, ...(colleague && { colleague }) };
    const decision = decide(request, facts, townDay(at), policy);
    if (decision.kind === 'refused') return decision;
    const wrong =
      strayReference(wanted) ?? captureRefusal(wanted.capture) ?? (await missingReference(tenant, wanted, invoice));
    if (wrong) return wrong;
    const rule = await this.ruleOf(tenant, invoice, wanted);
    if (rule?.kind === 'refused') return rule;
    await changeState(tenant, invoice, {
      action: wanted.action,
      allowed: decision,
      actor: auditActor(person),
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

/** Where the tenant wants it, an order asks for the second factor anew: a desk left open orders nothing. */
async function lacksFreshFactor(
  tenant: TenantRecords,
  { action, factorAt }: WantedDecision,
  at: Date,
): Promise<boolean> {
  if (action !== 'order' && action !== 'orderAsException') return false;
  const { freshMinutes } = (await settingIn(tenant, 'signIn')).value;
  return freshMinutes !== null && !isFresh(factorAt ?? null, freshMinutes, at);
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

/** undefined: nobody was named; null: there is no such person. */
const colleagueOf = async (tenant: TenantRecords, { colleagueId }: WantedDecision, today: string) =>
  colleagueId === undefined ? undefined : colleagueFor(tenant, colleagueId, today);
