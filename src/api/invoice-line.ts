import { z } from 'zod';
import { STATES } from '../domain/approval/lifecycle.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import { clarificationSentence } from '../domain/routing/clearing-reasons.js';
import type { ClearingNote } from '../pipeline/ports/capture-records.js';
import type { InvoiceRecord } from '../pipeline/ports/invoice-records.js';
import type { Presence } from '../pipeline/presence.js';
import { nextLoss, nextLossOf } from './deadline-answers.js';
import { day, wording } from './pages.js';

const text = z.string().nullable();

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

/** A display name; null where there is none, or nobody to be named. */
export const nameIn = (names: Readonly<Record<string, string>>, id: string | null): string | null =>
  id === null || !Object.hasOwn(names, id) ? null : (names[id] ?? null);

/** A decimal string, as all amounts of the contract are. */
export const amountOf = (cents: bigint | null): string | null => (cents === null ? null : decimalOfCents(cents));
