import { z } from 'zod';
import { authorityOf } from '../domain/approval/authority.js';
import type { State } from '../domain/approval/lifecycle.js';
import type { Refusal as DecisionRefusal } from '../domain/approval/refusals.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import { openBudgetToken } from './budget-token.js';
import { forWhom, type DeskChange, type DeskChanges, type InHand } from './desk-change.js';
import { once, requestHashOf, type Call } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { BudgetChecks, BudgetQuestion, BudgetReply } from './ports/budget-checks.js';
import type { Clock } from './ports/clock.js';
import type { CodingRecord } from './ports/coding-records.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import type { CodingSetting } from './tenant-settings.table.js';
import { townDay } from './town-day.js';

export const budgetAnswered = z.object({
  codingVersion: z.number(),
  answer: z.enum(['yes', 'no', 'unknown']),
  message: z.string().nullable(),
  askedAt: z.string(),
});
export type BudgetAnswered = z.infer<typeof budgetAnswered>;

/**
 * Asks the budget system whether there are funds for the coding that holds, and keeps what it says: for whoever may code
 * the invoice or order it, until it is ordered. It is asked outside of
 * any transaction: its seconds must not hold the invoice up. What it says about a coding that was changed meanwhile is
 * kept with the coding that it was asked about.
 */
export class CheckBudget {
  constructor(
    private readonly door: TenantDoor,
    private readonly changes: DeskChanges,
    private readonly checks: BudgetChecks,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  async check(by: Omit<DeskChange, 'seenVersion'>): Promise<Outcome<BudgetAnswered>> {
    const caller = `person:${by.personId}`;
    const asked = await this.changes.look(by, async (hand) => ({
      invoice: hand.invoice,
      refusal: mayNotAsk(hand),
      coding: await hand.tenant.codings.find(hand.invoice.id),
      system: (await settingIn(hand.tenant, 'coding')).value.budgetCheck,
      sealed: (await hand.tenant.settings.current('coding'))?.secret ?? null,
      earlier: await hand.tenant.idempotency.find(caller, by.idempotencyKey),
    }));
    if (asked.kind === 'refused') return asked;
    const { invoice, refusal, coding, system, sealed, earlier } = asked.value;
    const content = ['checkBudget', invoice.id, String(coding?.version ?? 0), ...forWhom(by)];
    const call = { caller, key: by.idempotencyKey, content };
    // Before anything is asked: whoever repeats a lost call gets its answer, and the budget system no second question.
    if (earlier)
      return earlier.requestHash === requestHashOf(content)
        ? done(budgetAnswered.parse(earlier.answer))
        : refused('keyReused');
    if (refusal) return { kind: 'refused', refusal };
    if (system === null) return refused('noBudgetCheck');
    if (coding === null) return refused('nothingCoded');
    const reply = await this.replyTo(by.tenantId, system, sealed, questionOf(invoice, coding));
    return this.keep(by, call, reply, invoice, coding);
  }

  private async replyTo(
    tenantId: string,
    { url, authorised }: NonNullable<CodingSetting['budgetCheck']>,
    sealed: Uint8Array | null,
    question: BudgetQuestion,
  ): Promise<BudgetReply> {
    const token = authorised ? openBudgetToken(this.secrets, tenantId, sealed) : null;
    if (authorised && token === null) return { answer: 'unknown', message: 'secretUnreadable' };
    return this.checks.ask(url, token, question);
  }

  private async keep(
    by: Omit<DeskChange, 'seenVersion'>,
    call: Call,
    reply: BudgetReply,
    invoice: InvoiceRecord,
    coding: CodingRecord,
  ): Promise<Outcome<BudgetAnswered>> {
    const at = this.clock.now();
    const { version: codingVersion } = coding;
    const answer = { codingVersion, ...reply, askedAt: at.toISOString() };
    const read = (stored: unknown) => budgetAnswered.parse(stored);
    return this.door.inTenant(by.tenantId, (tenant) =>
      once(tenant, call, at, read, async () => {
        await tenant.invoices.findForChange(invoice.id);
        const record = { codingVersion, ...reply, askedBy: by.personId, askedAt: at };
        await tenant.codings.addBudgetAnswer(invoice.id, record);
        const event = { subject: { kind: 'invoice', id: invoice.id }, event: 'invoice.budgetAsked' } as const;
        const { personId: id, onBehalfOf } = by;
        const actor = { kind: 'person' as const, id, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
        const facts = { codingVersion, answer: reply.answer };
        await tenant.audit.append({ ...event, actor, facts, payload: { message: reply.message } }, at);
        return done(answer);
      }),
    );
  }
}

const ASKED_IN: readonly State[] = ['routed', 'in_review', 'confirmed'];

/** What a town has left to spend is told to those who spend it. */
function mayNotAsk({ invoice: { state, departmentId }, person, at }: InHand): DecisionRefusal | null {
  const code = authorityOf(person, 'code', departmentId, townDay(at));
  const order = authorityOf(person, 'order', departmentId, townDay(at));
  if (code.kind === 'none' && order.kind === 'none') return code.refusal;
  const values = { action: 'code', state, states: ASKED_IN.join(' ') };
  return ASKED_IN.includes(state) ? null : { code: 'wrongState', values };
}

const questionOf = (invoice: InvoiceRecord, coding: CodingRecord): BudgetQuestion => ({
  invoiceId: invoice.id,
  codingVersion: coding.version,
  number: invoice.number,
  fiscalYear: coding.fiscalYear,
  currency: coding.currency,
  total: decimalOfCents(coding.totalCents),
  splits: coding.splits.map(({ account, product, costCentre, cents }) => ({
    ...{ account, product, costCentre },
    amount: decimalOfCents(cents),
  })),
});
