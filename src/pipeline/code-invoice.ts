import { z } from 'zod';
import type { Offer } from '../domain/approval/decide.js';
import {
  CODING_FAULTS,
  codingFaults,
  proportionally,
  sumOf,
  type CodingFault,
  type Split,
} from '../domain/coding/coding.js';
import type { OrderNeed } from '../domain/coding/order-needs.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { DeskChange, DeskChanges, DeskLook, InHand } from './desk-change.js';
import { orderNeedsOf, toCode } from './order-facts.js';
import { done, refused, type Outcome } from './outcome.js';
import type { BudgetAnswerRecord, CodingRecord } from './ports/coding-records.js';
import { settingIn } from './tenant-settings.js';
import type { CodingSetting } from './tenant-settings.table.js';
import { townDay } from './town-day.js';

/** A coding as a person wants it. */
export interface WantedCoding extends DeskChange {
  readonly fiscalYear: number;
  readonly splits: readonly Split[];
}

export const coded = z.object({
  invoiceId: z.string(),
  codingVersion: z.number(),
  state: z.string(),
  version: z.number(),
});
export type Coded = z.infer<typeof coded>;

/** Everything that coding an invoice takes to know. */
export interface CodingView {
  /** Of the invoice: whoever codes after what they saw here names it. */
  readonly invoiceVersion: number;
  /** What the splits must add up to; null: nothing says what is to be paid, and nothing can be coded. */
  readonly totalCents: bigint | null;
  readonly currency: string | null;
  /** Haushaltsjahre that have a chart, the latest first. */
  readonly fiscalYears: readonly number[];
  /** The Haushaltsjahr that is likeliest meant. */
  readonly proposedYear: number | null;
  /** The newest first. */
  readonly versions: readonly CodingRecord[];
  /** How the seller's last invoice was coded, for this amount. */
  readonly suggestion: { readonly fromInvoiceId: string; readonly splits: readonly Split[] } | null;
  readonly budgetAnswer: BudgetAnswerRecord | null;
  readonly missingForOrder: readonly OrderNeed[];
  readonly setting: CodingSetting;
  /** Whether this person may code it now, and why not otherwise. */
  readonly offer: Offer | null;
}

/** Splits an invoice's amount over accounts, products and cost centres. What was coded before stays, as an earlier version. */
export class CodeInvoice {
  constructor(private readonly changes: DeskChanges) {}

  code(wanted: WantedCoding): Promise<Outcome<Coded>> {
    const { fiscalYear, splits } = wanted;
    const splitsText = JSON.stringify(splits.map((split) => ({ ...split, cents: split.cents.toString() })));
    return this.changes.change(wanted, ['code', String(fiscalYear), splitsText], coded, (hand) =>
      this.write(hand, wanted),
    );
  }

  view(by: DeskLook): Promise<Outcome<CodingView>> {
    return this.changes.look(by, async (hand, offer) => ({ ...(await viewOf(hand)), offer: offer('code') }));
  }

  private async write(hand: InHand, { fiscalYear, splits }: WantedCoding): Promise<Outcome<Coded>> {
    const { tenant, invoice, person, at } = hand;
    const payment = await tenant.invoices.findPaymentInstruction(invoice.id);
    const totalCents = toCode(invoice, payment);
    const currency = payment?.currency ?? invoice.currency;
    if (totalCents === null || currency === null) return refused('nothingToCode');
    const { closedYears } = (await settingIn(tenant, 'coding')).value;
    if (closedYears.includes(fiscalYear)) return refused('yearClosed', { year: String(fiscalYear) });
    const chart = await tenant.charts.entries(fiscalYear);
    if (chart.length === 0) return refused('noChart', { year: String(fiscalYear) });
    const wrong = codingFaults(splits, totalCents, chart);
    if (wrong.length > 0) return refusedFor(wrong, splits, totalCents);
    const version = ((await tenant.codings.find(invoice.id))?.version ?? 0) + 1;
    // Decided first: whoever may not code writes nothing.
    const facts = { fiscalYear, codingVersion: version, splits: splits.length };
    const taken = await this.changes.take(hand, { action: 'code', facts, payload: { splits: told(splits) } });
    if (taken.kind === 'refused') return taken;
    await tenant.codings.add(invoice.id, {
      ...{ version, fiscalYear, totalCents, currency, splits, supplierId: invoice.supplierId },
      ...{ setBy: person.id, setAt: at },
    });
    const now = await tenant.invoices.get(invoice.id);
    return done({ invoiceId: now.id, codingVersion: version, state: now.state, version: now.version });
  }
}

/** For the event: what was coded, as text, disposable with the rest of the payload. */
const told = (splits: readonly Split[]): string =>
  JSON.stringify(splits.map((split) => ({ ...split, cents: split.cents.toString() })));

function refusedFor(wrong: readonly CodingFault[], splits: readonly Split[], totalCents: bigint) {
  const [sum, total] = [decimalOfCents(sumOf(splits)), decimalOfCents(totalCents)];
  const inWords = (language: 'de' | 'en') =>
    wrong
      .slice(0, 5)
      .map(({ code, line, number }) => {
        const values = {
          line: String(line),
          number: number ?? '',
          sum: figure(sum, language),
          total: figure(total, language),
        };
        return Object.entries(values).reduce<string>(
          (sentence, [name, value]) => sentence.replace(`{${name}}`, () => value),
          CODING_FAULTS[code][language],
        );
      })
      .join(' ');
  return refused('codingNotUsable', { faultsDe: inWords('de'), faultsEn: inWords('en') });
}

const figure = (decimal: string, language: 'de' | 'en'): string =>
  language === 'de' ? decimal.replace('.', ',') : decimal;

async function viewOf({ tenant, invoice, at }: InHand): Promise<Omit<CodingView, 'offer'>> {
  const payment = await tenant.invoices.findPaymentInstruction(invoice.id);
  const setting = (await settingIn(tenant, 'coding')).value;
  const fiscalYears = await tenant.charts.years();
  const open = fiscalYears.filter((year) => !setting.closedYears.includes(year));
  const totalCents = toCode(invoice, payment);
  const versions = await tenant.codings.versions(invoice.id);
  const [current] = versions;
  const today = Number(townDay(at).slice(0, 4));
  const proposedYear = open.includes(today) ? today : (open[0] ?? null);
  return {
    invoiceVersion: invoice.version,
    ...{ totalCents, currency: payment?.currency ?? invoice.currency, fiscalYears, proposedYear, versions, setting },
    suggestion:
      totalCents === null || proposedYear === null
        ? null
        : await suggest({ tenant, invoice }, totalCents, proposedYear),
    budgetAnswer: current ? await tenant.codings.findBudgetAnswer(invoice.id, current.version) : null,
    missingForOrder: await orderNeedsOf(tenant, invoice, payment),
  };
}

/** Only what can be coded like it: whatever is not in the open chart of the year any more makes no suggestion. */
async function suggest({ tenant, invoice }: Pick<InHand, 'tenant' | 'invoice'>, totalCents: bigint, year: number) {
  const last = invoice.supplierId === null ? null : await tenant.codings.lastOf(invoice.supplierId, invoice.id);
  if (last === null) return null;
  const chart = await tenant.charts.entries(year);
  const centres = new Set(
    chart.flatMap(({ kind, number, closed }) => (kind === 'costCentre' && !closed ? [number] : [])),
  );
  // A cost centre that is gone is left out rather than the whole suggestion.
  const splits = proportionally(last.coding.splits, totalCents).map((split) => ({
    ...split,
    costCentre: split.costCentre !== null && centres.has(split.costCentre) ? split.costCentre : null,
  }));
  return codingFaults(splits, totalCents, chart).length > 0 ? null : { fromInvoiceId: last.invoiceId, splits };
}
