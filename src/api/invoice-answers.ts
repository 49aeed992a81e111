import { z } from 'zod';
import { ACTIONS } from '../domain/approval/actions.js';
import type { Offer } from '../domain/approval/decide.js';
import { STATES } from '../domain/approval/lifecycle.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import { clarificationLabel, clarificationSentence } from '../domain/routing/clearing-reasons.js';
import { comparedIn, explainCompared } from '../domain/routing/explain-routing.js';
import type { Offers } from '../pipeline/decide-on-invoice.js';
import type { CaptureRecord, ClearingNote } from '../pipeline/ports/capture-records.js';
import type { InvoiceOrigin } from '../pipeline/ports/desk-records.js';
import type { DecisionRecord, InvoiceRecord, PaymentInstruction } from '../pipeline/ports/invoice-records.js';
import type { Presence } from '../pipeline/presence.js';
import type { InvoiceView, SeenCorrection } from '../pipeline/read-invoices.js';
import { deadline, deadlinesAnswer, nextLoss, nextLossOf } from './deadline-answers.js';
import { retentionAnswer, toldRetention } from './retention/retention-answer.js';
import { day, wording, words } from './pages.js';
import { sentenceOf, type Language } from './problem.js';

const text = z.string().nullable();
/** A decimal with at most two places. */
export const amount = z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/);

/** An invoice as lists show it. Amounts are decimal strings, days YYYY-MM-DD, moments ISO 8601 in UTC. */
export const invoiceLine = z.object({
  id: z.string(),
  receivedAt: z.string(),
  state: z.string(),
  stateLabel: wording,
  stateSince: z.string(),
  version: z.int(),
  clarificationReason: text,
  clarificationSentence: wording.nullable().describe('What is the matter, and what to do'),
  clearing: z
    .object({
      waitsForSecond: z.boolean().describe('The first of two persons has acted'),
      capturedSeller: text,
      capturedNumber: text,
      returnedBy: text.describe('Who has sent it back to clearing'),
      returnReason: text,
    })
    .nullable()
    .describe('In lists, of what has to be cleared'),
  departmentId: text,
  departmentName: text,
  claimedBy: text,
  claimedByName: text,
  holderAbsence: z
    .object({ until: day, deputies: z.array(z.string()).describe('Names of who stands in today') })
    .nullable()
    .describe('Whoever works on it is not there today'),
  verdict: text,
  kind: text,
  number: text,
  typeCode: text,
  issueDate: text,
  dueDate: text,
  currency: text,
  grossAmount: text,
  payableAmount: text,
  instructedAmount: text.describe('What the payment instruction says is to be paid; null: there is none yet'),
  sellerName: text,
  buyerReference: text,
  orderReference: text,
  skontoUntil: text.describe('Last day of the best cash discount (Skonto)'),
  nextLoss: nextLoss.nullable(),
  fileName: text.describe('What it is known by as long as there is no number'),
});

/** What a clerk reads off a document without structured data. Amounts are decimals with a point. */
export const capturedTerms = z.strictObject({
  kind: z.enum(['invoice', 'creditNote']).default('invoice'),
  number: words(200),
  issueDate: day,
  dueDate: day.nullable().default(null),
  currency: z.string().regex(/^[A-Z]{3}$/),
  sellerName: words(200),
  sellerVatId: words(40).nullable().default(null),
  sellerTaxNumber: words(40).nullable().default(null),
  iban: words(50).nullable().default(null).describe('null: the document names no account'),
  bic: words(11).nullable().default(null),
  net: amount,
  vat: amount,
  gross: amount,
  payable: amount,
  orderReference: words(200).nullable().default(null),
  buyerReference: words(200).nullable().default(null).describe('The Leitweg-ID, where it is printed'),
});

const capture = z.object({
  version: z.int(),
  terms: z.looseObject({}).describe('The captured terms, as they are sent with the decision'),
  capturedBy: z.string(),
  capturedAt: z.string(),
  confirmedBy: text,
  confirmedAt: text,
});

const origin = z.object({
  id: z.string(),
  number: z.string(),
  channelKind: z.string(),
  sender: text,
  receivedAt: z.string(),
  mailSubject: text,
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

export const offer = z.object({
  action: z.string(),
  label: wording,
  needs: z.array(z.string()),
  allowed: z.boolean(),
  refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
  relevant: z.boolean().describe('Whether it is worth telling you why not'),
});

const correction = z.object({
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

/** An invoice with everything a decision looks at; offers for people only. */
export const invoiceAnswer = invoiceLine.extend({
  originalSha256: z.string(),
  attempts: z.int(),
  payment: payment.nullable(),
  delivery: origin.nullable().describe('How it came'),
  routedByWords: wording.nullable().describe('What sent it to its department'),
  routedBecause: z.array(wording).describe('What was compared to find its department, in words'),
  clarification: z
    .object({ reason: z.string(), label: wording.nullable(), sentence: wording.nullable() })
    .nullable()
    .describe('Why it has to be cleared'),
  retention: retentionAnswer,
  deadlines: z.array(deadline).describe('The earliest first'),
  capture: capture.nullable().describe('Captured by hand: the newest version'),
  corrections: z.array(correction).describe('Earlier invoices that it corrects, and corrections that name it'),
  decisions: z.array(decision),
  offers: z.array(offer).nullable().describe('Every action, whether you may do it now, and why not otherwise'),
  principals: z
    .array(z.object({ id: z.string(), name: text, absentUntil: text }))
    .describe('For whom you could do something here today as a deputy: send the id as On-Behalf-Of'),
  names: z.record(z.string(), z.string()).describe('Display names by the ids of people'),
});
export type InvoiceAnswer = z.infer<typeof invoiceAnswer>;

/** What a line says beside its invoice: names by ids (of people, where the reader is one), notes, amounts to be paid. */
export interface BesideLine {
  readonly names: Readonly<Record<string, string>>;
  readonly departmentNames: Readonly<Record<string, string>>;
  readonly presence: Presence;
  readonly notes?: readonly ClearingNote[];
  readonly instructedCents: ReadonlyMap<string, bigint>;
}

export const lineOf = (
  invoice: InvoiceRecord,
  { names, departmentNames, presence, notes = [], instructedCents }: BesideLine,
): z.infer<typeof invoiceLine> => ({
  id: invoice.id,
  receivedAt: invoice.receivedAt.toISOString(),
  state: invoice.state,
  stateLabel: STATES[invoice.state].label,
  stateSince: invoice.stateSince.toISOString(),
  version: invoice.version,
  clarificationReason: invoice.clarificationReason,
  clarificationSentence:
    invoice.clarificationReason === null
      ? null
      : clarificationSentence(invoice.clarificationReason, invoice.buyerReference),
  clearing: clearingOf(
    notes.find(({ invoiceId }) => invoiceId === invoice.id),
    names,
  ),
  departmentId: invoice.departmentId,
  departmentName: nameIn(departmentNames, invoice.departmentId),
  claimedBy: invoice.claimedBy,
  claimedByName: nameIn(names, invoice.claimedBy),
  holderAbsence: absenceOf(invoice.claimedBy, presence, names),
  verdict: invoice.verdict,
  kind: invoice.kind,
  number: invoice.number,
  typeCode: invoice.typeCode,
  issueDate: invoice.issueDate,
  dueDate: invoice.dueDate,
  currency: invoice.currency,
  grossAmount: amountOf(invoice.grossCents),
  payableAmount: amountOf(invoice.payableCents),
  instructedAmount: amountOf(instructedCents.get(invoice.id) ?? null),
  sellerName: invoice.sellerName,
  buyerReference: invoice.buyerReference,
  orderReference: invoice.orderReference,
  skontoUntil: invoice.skontoUntil,
  nextLoss: nextLossOf(invoice),
  fileName: invoice.fileName,
});

export const answerOf = (
  view: InvoiceView,
  offers: Offers | null,
  names: Readonly<Record<string, string>>,
  language: Language,
): InvoiceAnswer => ({
  ...lineOf(view.invoice, {
    ...{ names, departmentNames: view.departmentNames, presence: view.presence },
    instructedCents: new Map(view.payment ? [[view.invoice.id, view.payment.amountCents]] : []),
  }),
  originalSha256: view.invoice.originalSha256,
  attempts: view.invoice.attempts,
  payment: view.payment && paymentOf(view.payment),
  delivery: view.origin && originOf(view.origin),
  routedByWords: routedByWords(view.invoice.routedBy, view.ruleNames, names),
  routedBecause: comparedIn(routedBySchema.safeParse(view.invoice.routedBy).data?.compared).map(explainCompared),
  clarification: clarificationOf(view.invoice),
  retention: toldRetention(view.retention),
  deadlines: deadlinesAnswer(view.deadlines),
  capture: view.capture && captureOf(view.capture),
  corrections: view.corrections.map(correctionOf),
  decisions: view.decisions.map(decisionOf),
  offers: offers && offers.offers.map((one) => offerOf(one, names, language)),
  principals: (offers?.principals ?? []).map((id) => ({
    ...{ id, name: nameIn(names, id) },
    absentUntil: view.presence.absentUntil(id),
  })),
  names: { ...names },
});

function absenceOf(
  holder: string | null,
  presence: Presence,
  names: BesideLine['names'],
): z.infer<typeof invoiceLine>['holderAbsence'] {
  const until = holder === null ? null : presence.absentUntil(holder);
  if (holder === null || until === null) return null;
  const ids = [...new Set(presence.deputiesOf(holder).map(({ deputyId }) => deputyId))];
  return { until, deputies: ids.flatMap((id) => nameIn(names, id) ?? []) };
}

const clearingOf = (
  note: ClearingNote | undefined,
  names: BesideLine['names'],
): z.infer<typeof invoiceLine>['clearing'] =>
  note === undefined
    ? null
    : {
        waitsForSecond: note.waitsForSecond,
        capturedSeller: note.capturedSeller,
        capturedNumber: note.capturedNumber,
        returnedBy: nameIn(names, note.returnedBy),
        returnReason: note.returnReason,
      };

const nameIn = (names: Readonly<Record<string, string>>, id: string | null): string | null =>
  id === null || !Object.hasOwn(names, id) ? null : (names[id] ?? null);

const originOf = ({ deliveryId, receivedAt, mailTo: _, ...rest }: InvoiceOrigin): z.infer<typeof origin> => ({
  id: deliveryId,
  ...rest,
  receivedAt: receivedAt.toISOString(),
});

const clarificationOf = ({
  clarificationReason: reason,
  buyerReference,
}: InvoiceRecord): InvoiceAnswer['clarification'] =>
  reason === null
    ? null
    : { reason, label: clarificationLabel(reason) ?? null, sentence: clarificationSentence(reason, buyerReference) };

const captureOf = ({ terms, capturedAt, confirmedAt, version, capturedBy, confirmedBy }: CaptureRecord) => ({
  ...{ version, terms: { ...terms }, capturedBy, confirmedBy },
  capturedAt: capturedAt.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

/** What was stored when it was routed: a Leitweg-ID, a rule, or a person. */
const routedBySchema = z.looseObject({
  leitwegId: z.string().optional(),
  ruleId: z.string().optional(),
  personId: z.string().optional(),
  compared: z.unknown(),
});

function routedByWords(
  routedBy: unknown,
  ruleNames: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
): z.infer<typeof wording> | null {
  const { leitwegId, ruleId, personId } = routedBySchema.safeParse(routedBy).data ?? {};
  if (leitwegId !== undefined) return { de: `Durch die Leitweg-ID ${leitwegId}`, en: `By the Leitweg-ID ${leitwegId}` };
  if (ruleId !== undefined) {
    const rule = nameIn(ruleNames, ruleId);
    return rule === null
      ? { de: 'Durch eine Zuordnungsregel', en: 'By a routing rule' }
      : { de: `Durch die Regel „${rule}“`, en: `By the rule “${rule}”` };
  }
  if (personId === undefined) return null;
  const name = nameIn(names, personId);
  return name === null ? { de: 'Von Hand', en: 'By hand' } : { de: `Von Hand: ${name}`, en: `By hand: ${name}` };
}

const correctionOf = ({ relation, advice, visible, other }: SeenCorrection): z.infer<typeof correction> => ({
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

export const offerOf = (
  { action, needs, refusal, relevant }: Offer,
  names: Readonly<Record<string, string>>,
  language: Language,
): z.infer<typeof offer> => ({
  action,
  label: ACTIONS[action].label,
  needs: [...needs],
  allowed: refusal === null,
  relevant,
  refusal: refusal && { code: refusal.code, detail: sentenceOf(refusal, language, names) },
});
