import { decide } from '../domain/approval/decide.js';
import type { Machine } from '../domain/approval/facts.js';
import type { Action } from '../domain/approval/lifecycle.js';
import { centsOf, decimalOfCents } from '../domain/invoice/money.js';
import { answered, type Answered } from './answer-hand-over.js';
import { changeState } from './change-state.js';
import { paymentRecord } from './claim-hand-over.js';
import { decisionFacts } from './decision-facts.js';
import { once } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { HandOverItem, RecallRequest } from './ports/hand-over-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** What has become of a record that the finance system has booked: paid, in full or in part, or given back. */
export interface WantedSettlement {
  readonly tenantId: string;
  readonly apiKeyId: string;
  readonly idempotencyKey: string;
  readonly handOverId: string;
  readonly invoiceId: string;
  readonly settlement: 'payment' | 'recall';
  /** With a payment: the day, YYYY-MM-DD, and the amount where it is not the whole one. */
  readonly paidOn: string | null;
  readonly amount: string | null;
  /** Needed for less than the whole amount, where the supplier gets to read it, and for a recall. */
  readonly reason: string | null;
  readonly reference: string | null;
}

/** Takes the finance system's word on what it has booked. */
export class SettleHandOver {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  settle(wanted: WantedSettlement): Promise<Outcome<Answered>> {
    const at = this.clock.now();
    const { handOverId, invoiceId, settlement, paidOn, amount, reason, reference } = wanted;
    const said = [paidOn, amount, reason, reference].map((text) => text ?? '');
    const content = ['settleHandOver', handOverId, invoiceId, settlement, ...said];
    const call = { caller: `apiKey:${wanted.apiKeyId}`, key: wanted.idempotencyKey, content };
    return this.door.inTenant(wanted.tenantId, (tenant) =>
      once(
        tenant,
        call,
        at,
        (stored) => answered.parse(stored),
        () => this.write(tenant, wanted, at),
      ),
    );
  }

  /** Recalls that wait for the finance system's word, the oldest first. */
  recalls(
    tenantId: string,
    after: { readonly requestedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly RecallRequest[]> {
    return this.door.inTenant(tenantId, (tenant) => tenant.handOvers.recalls(after, limit));
  }

  private async write(tenant: TenantRecords, wanted: WantedSettlement, at: Date): Promise<Outcome<Answered>> {
    const { handOverId, invoiceId, reference, paidOn } = wanted;
    const invoice = await tenant.invoices.findForChange(invoiceId);
    const handOver = await tenant.handOvers.find(handOverId);
    const item = handOver?.items.find((one) => one.invoiceId === invoiceId);
    if (!invoice || !item || (await tenant.handOvers.latestOf(invoiceId)) !== handOverId) return refused('notFound');
    const excess = excessOf(wanted, item);
    if (excess) return excess;
    const action = actionOf(wanted, item);
    // The town has said itself why it pays less: the finance system need not repeat it.
    const reason = wanted.reason ?? (action === 'markPaidReduced' ? reducedBecause(item) : null);
    const actor: Machine = { kind: 'machine', id: wanted.apiKeyId, part: 'financeSystem' };
    const facts = await decisionFacts(tenant, invoice, this.keyedHash);
    const decision = decide({ action, actor, ...(reason === null ? {} : { reason }) }, facts, townDay(at));
    if (decision.kind === 'refused') return decision;
    const paidCents = wanted.amount === null ? null : (centsOf(wanted.amount) ?? null);
    if (wanted.settlement === 'payment')
      await tenant.handOvers.notePayment(handOverId, invoiceId, { paidOn: paidOn ?? townDay(at), paidCents, reason });
    await changeState(tenant, invoice, {
      ...{ action, allowed: decision, at, actor: { kind: 'apiKey', id: wanted.apiKeyId } },
      facts: {
        handOver: handOverId,
        ...(paidOn === null ? {} : { paidOn }),
        ...(paidCents === null ? {} : { paidAmount: decimalOfCents(paidCents) }),
      },
      payload: { reference, reason },
    });
    return done({ handOverId, invoiceId, state: decision.transition.to });
  }
}

/** More than was ordered has nobody answered for: that is a typing error, or a second order. */
function excessOf({ settlement, amount }: WantedSettlement, item: HandOverItem): ReturnType<typeof refused> | null {
  const ordered = orderedIn(item);
  const paid = settlement === 'payment' && amount !== null ? centsOf(amount) : undefined;
  // What is asked back of a supplier is ordered below zero.
  if (ordered === undefined || ordered < 0n || paid === undefined || paid <= ordered) return null;
  return refused('paidTooMuch', { paid: decimalOfCents(paid), ordered: decimalOfCents(ordered) });
}

const orderedIn = ({ record }: HandOverItem): bigint | undefined =>
  centsOf(paymentRecord.safeParse(record).data?.payment?.amount ?? '');

const reducedBecause = ({ record }: HandOverItem): string | null =>
  paymentRecord.safeParse(record).data?.payment?.reducedBecause ?? null;

/** Less than what was handed over, or than what the invoice asks for, is a reduced payment, whatever it is called. */
function actionOf({ settlement, amount }: WantedSettlement, item: HandOverItem): Action {
  if (settlement === 'recall') return 'recall';
  if (reducedBecause(item) !== null) return 'markPaidReduced';
  const ordered = orderedIn(item);
  const paid = amount === null ? undefined : centsOf(amount);
  return ordered !== undefined && paid !== undefined && paid < ordered ? 'markPaidReduced' : 'markPaid';
}
