import { z } from 'zod';
import { decide } from '../domain/approval/decide.js';
import type { Machine } from '../domain/approval/facts.js';
import { changeState } from './change-state.js';
import { decisionFacts } from './decision-facts.js';
import { once } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { HandOverRecord } from './ports/hand-over-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/** The finance system's answer to one claimed record: it has booked it, or it refuses it with a reason. */
export interface WantedAnswer {
  readonly tenantId: string;
  readonly apiKeyId: string;
  readonly idempotencyKey: string;
  readonly handOverId: string;
  readonly invoiceId: string;
  readonly answer: 'acknowledge' | 'refuse';
  /** The finance system's own voucher number. */
  readonly reference: string | null;
  /** Needed to refuse. */
  readonly reason: string | null;
}

export const answered = z.object({ handOverId: z.string(), invoiceId: z.string(), state: z.string() });
export type Answered = z.infer<typeof answered>;

const actions = { acknowledge: 'acknowledge', refuse: 'refuseByFinance' } as const;
const answers = { acknowledge: 'acknowledged', refuse: 'refused' } as const;

/**
 * Takes the answer from any key of the finance system, because keys are renewed while claims are open; also after the
 * lease has ended: finance may have paid, and its word counts.
 */
export class AnswerHandOver {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  answer(wanted: WantedAnswer): Promise<Outcome<Answered>> {
    const at = this.clock.now();
    const { handOverId, invoiceId, reference, reason } = wanted;
    const content = ['answerHandOver', handOverId, invoiceId, wanted.answer, reference ?? '', reason ?? ''];
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

  /** Hand-overs in the order of their claims. */
  list(
    tenantId: string,
    after: { readonly claimedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly HandOverRecord[]> {
    return this.door.inTenant(tenantId, (tenant) => tenant.handOvers.list(after, limit));
  }

  private async write(tenant: TenantRecords, wanted: WantedAnswer, at: Date): Promise<Outcome<Answered>> {
    const { handOverId, invoiceId, reference, reason } = wanted;
    const invoice = await tenant.invoices.findForChange(invoiceId);
    const handOver = await tenant.handOvers.find(handOverId);
    const item = handOver?.items.find((one) => one.invoiceId === invoiceId);
    if (!invoice || !item) return refused('notFound');
    // An older hand-over of an invoice that was claimed again meanwhile has nothing to say about the newer one.
    const latest = await tenant.handOvers.latestOf(invoiceId);
    if (item.answer !== null || latest !== handOverId) return refused('alreadyAnswered');
    const actor: Machine = { kind: 'machine', id: wanted.apiKeyId, part: 'financeSystem' };
    const action = actions[wanted.answer];
    const facts = await decisionFacts(tenant, invoice, this.keyedHash);
    const decision = decide({ action, actor, ...(reason === null ? {} : { reason }) }, facts, townDay(at));
    if (decision.kind === 'refused') return decision;
    await tenant.handOvers.answerItem(handOverId, invoiceId, {
      answer: answers[wanted.answer],
      answeredAt: at,
      reference,
      reason,
    });
    await changeState(tenant, invoice, {
      action,
      allowed: decision,
      actor: { kind: 'apiKey', id: wanted.apiKeyId },
      at,
      facts: { handOver: handOverId },
      payload: { reference, reason },
    });
    return done({ handOverId, invoiceId, state: decision.transition.to });
  }
}
