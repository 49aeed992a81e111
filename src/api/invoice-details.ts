import { z } from 'zod';
import { STATES } from '../domain/approval/lifecycle.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { CaptureRecord } from '../pipeline/ports/capture-records.js';
import type { InvoiceOrigin } from '../pipeline/ports/desk-records.js';
import type { DecisionRecord, PaymentInstruction } from '../pipeline/ports/invoice-records.js';
import type { SeenCorrection } from '../pipeline/read-invoices.js';
import { amountOf } from './invoice-line.js';
import { wording } from './pages.js';

// What an invoice's answer holds beside its terms: each part's schema, and how the part is told.

const text = z.string().nullable();

export const capture = z.object({
  version: z.int(),
  terms: z.looseObject({}).describe('The captured terms, as they are sent with the decision'),
  capturedBy: z.string(),
  capturedAt: z.string(),
  confirmedBy: text,
  confirmedAt: text,
});

export const captureOf = ({ terms, capturedAt, confirmedAt, version, capturedBy, confirmedBy }: CaptureRecord) => ({
  ...{ version, terms: { ...terms }, capturedBy, confirmedBy },
  capturedAt: capturedAt.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

export const origin = z.object({
  id: z.string(),
  number: z.string(),
  channelKind: z.string(),
  sender: text,
  receivedAt: z.string(),
  mailSubject: text,
});

export const originOf = ({ deliveryId, receivedAt, mailTo: _, ...rest }: InvoiceOrigin): z.infer<typeof origin> => ({
  id: deliveryId,
  ...rest,
  receivedAt: receivedAt.toISOString(),
});

export const payment = z.object({
  version: z.int(),
  amount: z.string(),
  currency: z.string(),
  payee: z.string(),
  iban: text,
  bic: text,
  dueDate: text,
  reason: text,
});

export const paymentOf = ({
  version,
  amountCents,
  currency,
  payee,
  iban,
  bic,
  dueDate,
  reason,
}: PaymentInstruction) => ({
  ...{ version, currency, payee, iban, bic, dueDate, reason },
  amount: decimalOfCents(amountCents),
});

export const decision = z.object({
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

export const decisionOf = ({
  invoiceId: _,
  decidedAt,
  voidedAt,
  ...decided
}: DecisionRecord): z.infer<typeof decision> => ({
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

export const correction = z.object({
  relation: z.enum(['corrects', 'correctedBy']),
  advice: z
    .enum(['replace', 'partCredit', 'bothPaid', 'setOff', 'settled'])
    .describe('What is to be said of the two: the earlier one can be replaced, both would be paid, …'),
  id: text.describe('null: you may not see it'),
  number: text,
  kind: text,
  state: z.string(),
  stateLabel: wording,
  grossAmount: text,
  currency: text,
  issueDate: text,
});

export const correctionOf = ({ relation, advice, visible, other }: SeenCorrection): z.infer<typeof correction> => ({
  relation,
  advice,
  id: visible ? other.id : null,
  number: other.number,
  kind: other.kind,
  state: other.state,
  stateLabel: STATES[other.state].label,
  grossAmount: visible ? amountOf(other.grossCents) : null,
  currency: visible ? other.currency : null,
  issueDate: visible ? other.issueDate : null,
});
