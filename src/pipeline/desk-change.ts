import type { z } from 'zod';
import { decide, offeredActions, type Allowed, type Offer } from '../domain/approval/decide.js';
import type { DecisionFacts, Person } from '../domain/approval/facts.js';
import type { Action } from '../domain/approval/lifecycle.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { actingPerson, auditActor } from './acting-person.js';
import { changeState } from './change-state.js';
import { decisionFacts } from './decision-facts.js';
import { once } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { departmentsSeen } from './sight.js';
import { isVisible } from './visibility.js';

/** Who changes something about an invoice they have seen. */
export interface DeskChange {
  readonly tenantId: string;
  readonly personId: string;
  /** For whom the person acts in Vertretung; absent: in their own name. */
  readonly onBehalfOf?: string | undefined;
  readonly invoiceId: string;
  /** The version of the invoice the person was reading (If-Match). */
  readonly seenVersion: number;
  readonly idempotencyKey: string;
}

/** Who looks at an invoice, with what they might do. */
export type DeskLook = Pick<DeskChange, 'tenantId' | 'personId' | 'onBehalfOf' | 'invoiceId'>;

/** An invoice in a person's hands, locked, within the change's transaction. */
export interface InHand {
  readonly tenant: TenantRecords;
  readonly invoice: InvoiceRecord;
  readonly person: Person;
  readonly facts: DecisionFacts;
  readonly at: Date;
}

/** A step of the lifecycle that needs more than words: what goes along with it. */
export interface DeskStep {
  readonly action: Action;
  readonly reason?: string;
  readonly facts: Readonly<Record<string, CanonicalValue>>;
  readonly payload?: Readonly<Record<string, CanonicalValue>>;
}

/** The frame of a change by a person: done once per key, on the version that was seen, by somebody who sees the invoice. */
export class DeskChanges {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  /**
   * @param content what makes two calls the same, beside the invoice.
   * @param account where the change would send the money: nobody decides on their own claim.
   */
  change<T>(
    by: DeskChange,
    content: readonly string[],
    answer: z.ZodType<T>,
    work: (hand: InHand) => Promise<Outcome<T>>,
    account: string | null = null,
  ): Promise<Outcome<T>> {
    const at = this.clock.now();
    const call = {
      caller: `person:${by.personId}`,
      key: by.idempotencyKey,
      content: [by.invoiceId, ...content, ...forWhom(by)],
    };
    return this.door.inTenant(by.tenantId, (tenant) =>
      once(
        tenant,
        call,
        at,
        (stored) => answer.parse(stored),
        () => this.inHand(tenant, by, at, account, work),
      ),
    );
  }

  /** Reads about an invoice what a person may see of it, with whether they may take these steps now. */
  look<T>(
    by: DeskLook,
    work: (hand: InHand, offer: (action: Action) => Offer | null) => Promise<T>,
  ): Promise<Outcome<T>> {
    const at = this.clock.now();
    return this.door.inTenant(by.tenantId, async (tenant) => {
      const invoice = await tenant.invoices.find(by.invoiceId);
      const person = await actingPerson(tenant, by.personId, by.onBehalfOf);
      if (!invoice || !person || !(await sees(tenant, person, invoice, townDay(at)))) return refused('notFound');
      const facts = await decisionFacts(tenant, invoice, this.keyedHash);
      const offers = offeredActions(facts, person, townDay(at));
      const offer = (action: Action) => offers.find((one) => one.action === action) ?? null;
      return done(await work({ tenant, invoice, person, facts, at }, offer));
    });
  }

  /** Decides, changes the state (or stays), voids what rested on something else, and keeps who did it. */
  async take({ tenant, invoice, person, facts, at }: InHand, step: DeskStep): Promise<Outcome<Allowed>> {
    const { action, reason } = step;
    const request = { action, actor: person, ...(reason === undefined ? {} : { reason }) };
    const decision = decide(request, facts, townDay(at));
    if (decision.kind === 'refused') return decision;
    const fates = { kept: invoice.claimedBy, ended: null, taken: person.id, given: invoice.claimedBy };
    const payload = { ...(reason === undefined ? {} : { reason }), ...step.payload };
    await changeState(tenant, invoice, {
      ...{ action, allowed: decision, at },
      actor: auditActor(person),
      set: { claimedBy: fates[decision.claim] },
      facts: { ...step.facts, ...deputyshipIn(decision), seenVersion: invoice.version },
      ...(Object.keys(payload).length === 0 ? {} : { payload }),
    });
    await tenant.invoices.addDecision({
      ...{ id: this.ids.next(), invoiceId: invoice.id, action, progress: decision.progress },
      ...{ personId: person.id, onBehalfOf: decision.by?.onBehalfOfId ?? null, reason: reason ?? null },
      invoiceVersion: invoice.version,
      paymentVersion: (await tenant.invoices.findPaymentInstruction(invoice.id))?.version ?? 0,
      decidedAt: at,
    });
    return done(decision);
  }

  private async inHand<T>(
    tenant: TenantRecords,
    { invoiceId, personId, onBehalfOf, seenVersion }: DeskChange,
    at: Date,
    account: string | null,
    work: (hand: InHand) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const invoice = await tenant.invoices.findForChange(invoiceId);
    const person = await actingPerson(tenant, personId, onBehalfOf, 'held');
    if (!invoice || !person || !(await sees(tenant, person, invoice, townDay(at)))) return refused('notFound');
    if (invoice.version !== seenVersion)
      return refused('staleVersion', { seen: String(seenVersion), current: String(invoice.version) });
    const facts = await decisionFacts(tenant, invoice, this.keyedHash, account);
    return work({ tenant, invoice, person, facts, at });
  }
}

/** Whether the person sees the invoice: by their own grants, or by what is lent to them today. */
export const sees = async (
  tenant: TenantRecords,
  { id }: Person,
  { departmentId }: InvoiceRecord,
  today: string,
): Promise<boolean> => isVisible(departmentId, await departmentsSeen(tenant, id, today));

/** By which deputyship somebody acted; nothing where they acted in their own name. */
export const deputyshipIn = ({ deputyshipId }: Allowed): Readonly<Record<string, string>> =>
  deputyshipId === null ? {} : { deputyship: deputyshipId };

/** Of what makes two calls the same: the same deed for somebody else is another. */
export const forWhom = ({ onBehalfOf }: Pick<DeskChange, 'onBehalfOf'>): readonly string[] =>
  onBehalfOf === undefined ? [] : [`for ${onBehalfOf}`];
