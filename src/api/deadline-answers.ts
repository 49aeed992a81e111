import { z } from 'zod';
import { DEADLINE_LABELS, reasonOf } from '../domain/deadlines/deadline-words.js';
import type { Deadline, LossKind } from '../domain/deadlines/deadlines.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import type { DeadlinesView } from '../pipeline/deadlines-of-invoice.js';
import { wording } from './pages.js';

const text = z.string().nullable();

const lossKind = z.enum(['skonto', 'default']).describe('skonto: a discount ends; default: interest begins');

/** The next loss, as lists show it. */
export const nextLoss = z.object({
  kind: lossKind,
  label: wording,
  on: z.string().describe('The last day on which it can be avoided; past: it has begun'),
  amount: text.describe('What is lost then, in the invoice’s currency; null: unknown'),
});

export const deadline = z.object({
  kind: z.enum(['skonto', 'due', 'vobDue', 'default']),
  label: wording,
  on: z.string().describe('The last day that is in time'),
  runsFrom: z.enum(['accessDate', 'issueDate', 'dueDate']),
  start: z.string(),
  movedFrom: text.describe('The day on which the period would have ended (§ 193 BGB)'),
  lossAmount: text,
  reason: wording.describe('From when it runs, why it ends then, and what is lost after it'),
});

interface StoredLoss {
  readonly nextLossOn: string | null;
  readonly nextLossCents: bigint | null;
  readonly nextLossKind: LossKind | null;
}

export const nextLossOf = ({
  nextLossOn: on,
  nextLossCents,
  nextLossKind: kind,
}: StoredLoss): z.infer<typeof nextLoss> | null =>
  on === null || kind === null ? null : { kind, label: DEADLINE_LABELS[kind], on, amount: amountOf(nextLossCents) };

export const deadlinesAnswer = ({ deadlines, currency }: DeadlinesView): z.infer<typeof deadline>[] =>
  deadlines.map((one) => deadlineAnswer(one, currency));

const deadlineAnswer = (one: Deadline, currency: string | null): z.infer<typeof deadline> => ({
  kind: one.kind,
  label: DEADLINE_LABELS[one.kind],
  on: one.on,
  runsFrom: one.runsFrom,
  start: one.start,
  movedFrom: one.movedFrom,
  lossAmount: amountOf(one.lossCents),
  reason: { de: reasonOf(one, currency, 'de'), en: reasonOf(one, currency, 'en') },
});

const amountOf = (cents: bigint | null): string | null => (cents === null ? null : decimalOfCents(cents));
