import { z } from 'zod';
import { ACTIONS } from '../domain/approval/actions.js';
import type { Offer } from '../domain/approval/decide.js';
import { STATES } from '../domain/approval/lifecycle.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { DecisionRecord, InvoiceRecord, PaymentInstruction } from '../pipeline/ports/invoice-records.js';
import type { InvoiceView } from '../pipeline/read-invoices.js';
import { sentenceOf, type Language } from './problem.js';

const text = z.string().nullable();
const wording = z.object({ de: z.string(), en: z.string() });

/** An invoice as lists show it. Amounts are decimal strings, days YYYY-MM-DD, moments ISO 8601 in UTC. */
export const invoiceLine = z.object({
  id: z.string(),
  receivedAt: z.string(),
  state: z.string(),
  stateLabel: wording,
  stateSince: z.string(),
  version: z.int(),
  clarificationReason: text,
  departmentId: text,
  claimedBy: text,
  verdict: text,
  kind: text,
  number: text,
  typeCode: text,
  issueDate: text,
  dueDate: text,
  currency: text,
  grossAmount: text,
  payableAmount: text,
  sellerName: text,
  buyerReference: text,
  orderReference: text,
});

const payment = z.object({
  version: z.int(),
  amount: z.string(),
  currency: z.string(),
  payee: z.string(),
  iban: text,
  bic: text,
  dueDate: text,
  reason: text,
});

const decision = z.object({
  id: z.string(),
  action: z.string(),
  progress: z.string(),
  personId: z.string(),
  onBehalfOf: text,
  reason: text,
  invoiceVersion: z.int(),
  paymentVersion: z.int(),
  decidedAt: z.string(),
  voidedAt: text,
});

const offer = z.object({
  action: z.string(),
  label: wording,
  needs: z.array(z.string()),
  allowed: z.boolean(),
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
});

/** An invoice with everything a decision looks at; offers for people only. */
export const invoiceAnswer = invoiceLine.extend({
  originalSha256: z.string(),
  attempts: z.int(),
  payment: payment.nullable(),
  decisions: z.array(decision),
  offers: z.array(offer).nullable().describe('Every action, whether you may do it now, and why not otherwise'),
  names: z.record(z.string(), z.string()).describe('Display names by the ids of people'),
});
export type InvoiceAnswer = z.infer<typeof invoiceAnswer>;

export const lineOf = (invoice: InvoiceRecord): z.infer<typeof invoiceLine> => ({
  id: invoice.id,
  receivedAt: invoice.receivedAt.toISOString(),
  state: invoice.state,
  stateLabel: STATES[invoice.state].label,
  stateSince: invoice.stateSince.toISOString(),
  version: invoice.version,
  clarificationReason: invoice.clarificationReason,
  departmentId: invoice.departmentId,
  claimedBy: invoice.claimedBy,
  verdict: invoice.verdict,
  kind: invoice.kind,
  number: invoice.number,
  typeCode: invoice.typeCode,
  issueDate: invoice.issueDate,
  dueDate: invoice.dueDate,
  currency: invoice.currency,
  grossAmount: amountOf(invoice.grossCents),
  payableAmount: amountOf(invoice.payableCents),
  sellerName: invoice.sellerName,
  buyerReference: invoice.buyerReference,
  orderReference: invoice.orderReference,
});

export const answerOf = (
  { invoice, payment: instruction, decisions }: InvoiceView,
  offers: readonly Offer[] | null,
  names: Readonly<Record<string, string>>,
  language: Language,
): InvoiceAnswer => ({
  ...lineOf(invoice),
  originalSha256: invoice.originalSha256,
  attempts: invoice.attempts,
  payment: instruction && paymentOf(instruction),
  decisions: decisions.map(decisionOf),
  offers: offers && offers.map((one) => offerOf(one, names, language)),
  names: { ...names },
});

const amountOf = (cents: bigint | null): string | null => (cents === null ? null : decimalOfCents(cents));

const paymentOf = ({ version, amountCents, currency, payee, iban, bic, dueDate, reason }: PaymentInstruction) => ({
  ...{ version, currency, payee, iban, bic, dueDate, reason },
  amount: decimalOfCents(amountCents),
});

const decisionOf = ({ invoiceId: _, decidedAt, voidedAt, ...decided }: DecisionRecord): z.infer<typeof decision> => ({
  id: decided.id,
  action: decided.action,
  progress: decided.progress,
  personId: decided.personId,
  onBehalfOf: decided.onBehalfOf,
  reason: decided.reason,
  invoiceVersion: decided.invoiceVersion,
  paymentVersion: decided.paymentVersion,
  decidedAt: decidedAt.toISOString(),
  voidedAt: voidedAt?.toISOString() ?? null,
});

const offerOf = (
  { action, needs, refusal }: Offer,
  names: Readonly<Record<string, string>>,
  language: Language,
): z.infer<typeof offer> => ({
  action,
  label: ACTIONS[action].label,
  needs: [...needs],
  allowed: refusal === null,
  refusal: refusal && { code: refusal.code, detail: sentenceOf(refusal, language, names) },
});
