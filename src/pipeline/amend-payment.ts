import { z } from 'zod';
import type { Offer } from '../domain/approval/decide.js';
import {
  leadsElsewhere,
  PAYMENT_FAULTS,
  paymentFaults,
  tidyTerms,
  type PaymentFault,
  type PaymentTerms,
} from '../domain/coding/payment-terms.js';
import type { DeskChange, DeskChanges, DeskLook, InHand } from './desk-change.js';
import { isTrusted } from './order-facts.js';
import { done, refused, type Outcome } from './outcome.js';
import type { PaymentInstruction } from './ports/invoice-records.js';

export interface WantedPayment extends DeskChange {
  readonly terms: PaymentTerms;
  /** Why, for the house. */
  readonly reason: string;
}

export const amended = z.object({
  invoiceId: z.string(),
  paymentVersion: z.number(),
  state: z.string(),
  version: z.number(),
  needsSecond: z.boolean(),
});
export type Amended = z.infer<typeof amended>;

export interface PaymentView {
  /** Of the invoice: whoever changes or confirms what they saw here names it. */
  readonly invoiceVersion: number;
  /** The newest first. */
  readonly versions: readonly PaymentInstruction[];
  /** What the invoice asks for (BT-115). */
  readonly payableCents: bigint | null;
  /** A second person has to confirm payee and account of the newest version. */
  readonly waitsForSecond: boolean;
  readonly amend: Offer | null;
  readonly confirm: Offer | null;
}

/**
 * What people may change of a payment instead of the original: every version is kept, a change voids what was confirmed
 * and ordered, and another payee or account holds once a second person has compared it.
 */
export class AmendPayment {
  constructor(private readonly changes: DeskChanges) {}

  amend(wanted: WantedPayment): Promise<Outcome<Amended>> {
    const { terms, reason } = wanted;
    const content = ['amendPayment', reason, JSON.stringify({ ...terms, amountCents: terms.amountCents.toString() })];
    return this.changes.change(wanted, content, amended, (hand) => this.write(hand, wanted), terms.iban);
  }

  confirm(by: DeskChange): Promise<Outcome<Amended>> {
    return this.changes.change(by, ['confirmPayment'], amended, async (hand) => {
      const { tenant, invoice, person, at } = hand;
      const payment = await tenant.invoices.findPaymentInstruction(invoice.id);
      if (payment === null) return refused('nothingToPay');
      const facts = { paymentVersion: payment.version };
      const taken = await this.changes.take(hand, { action: 'confirmPayment', facts });
      if (taken.kind === 'refused') return taken;
      await tenant.invoices.confirmPaymentInstruction(invoice.id, payment.version, person.id, at);
      return done(await answerOf(hand, { ...payment, confirmedAt: at }));
    });
  }

  view(by: DeskLook): Promise<Outcome<PaymentView>> {
    return this.changes.look(by, async ({ tenant, invoice, facts }, offer) => ({
      invoiceVersion: invoice.version,
      versions: await tenant.invoices.paymentInstructions(invoice.id),
      payableCents: invoice.payableCents,
      waitsForSecond: facts.paymentChangedBy.length > 0,
      amend: offer('amendPayment'),
      confirm: offer('confirmPayment'),
    }));
  }

  private async write(hand: InHand, { terms, reason }: WantedPayment): Promise<Outcome<Amended>> {
    const { tenant, invoice, person, at } = hand;
    const versions = await tenant.invoices.paymentInstructions(invoice.id);
    const [before] = versions;
    const payableCents = invoice.payableCents;
    if (before === undefined || payableCents === null) return refused('nothingToPay');
    const after = tidyTerms(terms, payableCents);
    const faults = paymentFaults(after, before, payableCents);
    if (faults.length > 0) return refused('paymentNotUsable', inWords(faults));
    const trusted = versions.find(isTrusted) ?? before;
    const needsSecond = leadsElsewhere(trusted, after);
    const version = before.version + 1;
    const facts = { paymentVersion: version, needsSecond, changed: changedFields(before, after) };
    const payload = { payment: JSON.stringify({ ...after, amountCents: after.amountCents.toString() }) };
    const taken = await this.changes.take(hand, { action: 'amendPayment', reason, facts, payload });
    if (taken.kind === 'refused') return taken;
    const { currency, means } = before;
    const next = { ...after, version, currency, means, reason, setBy: person.id, setAt: at };
    const stored = { ...next, needsSecond, confirmedBy: null, confirmedAt: null };
    await tenant.invoices.addPaymentInstruction(invoice.id, stored);
    return done(await answerOf(hand, stored));
  }
}

async function answerOf({ tenant, invoice }: InHand, payment: PaymentInstruction): Promise<Amended> {
  const { id, state, version } = await tenant.invoices.get(invoice.id);
  return { invoiceId: id, paymentVersion: payment.version, state, version, needsSecond: !isTrusted(payment) };
}

const FIELDS = ['amountCents', 'payee', 'iban', 'bic', 'dueDate', 'purpose', 'reducedBecause'] as const;

/** Which entries changed, not what they hold: that is payload. */
const changedFields = (before: PaymentTerms, after: PaymentTerms): string[] =>
  FIELDS.filter((field) => before[field] !== after[field]);

const inWords = (faults: readonly PaymentFault[]) => ({
  faultsDe: faults.map((fault) => PAYMENT_FAULTS[fault].de).join('; '),
  faultsEn: faults.map((fault) => PAYMENT_FAULTS[fault].en).join('; '),
});
