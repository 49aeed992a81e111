import { z } from 'zod';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { DeskChange, DeskChanges } from './desk-change.js';
import { once } from './once.js';
import { done, refused, type Outcome } from './outcome.js';
import type { BudgetChecks, BudgetQuestion } from './ports/budget-checks.js';
import type { Clock } from './ports/clock.js';
import type { CodingRecord } from './ports/coding-records.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';

export const budgetAnswered = z.object({
  codingVersion: z.number(),
  answer: z.enum(['yes', 'no', 'unknown']),
  message: z.string().nullable(),
  askedAt: z.string(),
});
export type BudgetAnswered = z.infer<typeof budgetAnswered>;

/**
 * Asks the budget system whether there are funds for the coding that holds, and keeps what it says. It is asked outside of
 * any transaction: its seconds must not hold the invoice up. What it says about a coding that was changed meanwhile is
 * kept with the coding that it was asked about.
 */
export class CheckBudget {
  constructor(
    private readonly door: TenantDoor,
    private readonly changes: DeskChanges,
    private readonly checks: BudgetChecks,
    private readonly clock: Clock,
  ) {}

  async check(by: Omit<DeskChange, 'seenVersion'>): Promise<Outcome<BudgetAnswered>> {
    const asked = await this.changes.look(by, async ({ tenant, invoice }) => ({
      invoice,
      coding: await tenant.codings.find(invoice.id),
      url: (await settingIn(tenant, 'coding')).value.budgetCheck?.url ?? null,
    }));
    if (asked.kind === 'refused') return asked;
    const { invoice, coding, url } = asked.value;
    if (url === null) return refused('noBudgetCheck');
    if (coding === null) return refused('nothingCoded');
    const reply = await this.checks.ask(url, questionOf(invoice, coding));
    const at = this.clock.now();
    const { version: codingVersion } = coding;
    const answer = { codingVersion, ...reply, askedAt: at.toISOString() };
    const call = { caller: `person:${by.personId}`, key: by.idempotencyKey, content: ['checkBudget', invoice.id] };
    const read = (stored: unknown) => budgetAnswered.parse(stored);
    return this.door.inTenant(by.tenantId, (tenant) =>
      once(tenant, call, at, read, async () => {
        await tenant.invoices.findForChange(invoice.id);
        const record = { codingVersion, ...reply, askedBy: by.personId, askedAt: at };
        await tenant.codings.addBudgetAnswer(invoice.id, record);
        const event = { subject: { kind: 'invoice', id: invoice.id }, event: 'invoice.budgetAsked' } as const;
        const actor = { kind: 'person', id: by.personId } as const;
        const facts = { codingVersion, answer: reply.answer };
        await tenant.audit.append({ ...event, actor, facts, payload: { message: reply.message } }, at);
        return done(answer);
      }),
    );
  }
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
