import { z } from 'zod';
import { clarificationLabel, clarificationSentence } from '../domain/routing/clearing-reasons.js';
import { comparedIn, explainCompared } from '../domain/routing/explain-routing.js';
import type { Offers } from '../pipeline/decide-on-invoice.js';
import type { InvoiceRecord } from '../pipeline/ports/invoice-records.js';
import type { InvoiceView } from '../pipeline/read-invoices.js';
import { deadline, deadlinesAnswer } from './deadline-answers.js';
import { invoiceLine, lineOf, nameIn } from './invoice-line.js';
import {
  capture,
  captureOf,
  correction,
  correctionOf,
  decision,
  decisionOf,
  origin,
  originOf,
  payment,
  paymentOf,
} from './invoice-details.js';
import { offer, offerOf } from './offers.js';
import { wording } from './pages.js';
import type { Language } from './problem.js';
import { retentionAnswer, toldRetention } from './retention/retention-answer.js';

const text = z.string().nullable();

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

const clarificationOf = ({
  clarificationReason: reason,
  buyerReference,
}: InvoiceRecord): InvoiceAnswer['clarification'] =>
  reason === null
    ? null
    : { reason, label: clarificationLabel(reason) ?? null, sentence: clarificationSentence(reason, buyerReference) };

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
