import { isCalendarDate } from './calendar-date.js';

/**
 * Cash discount (Skonto) as XRechnung writes it into the payment terms (XRechnung 3.0, BT-20, BR-DE-18): lines
 * `#SKONTO#TAGE=14#PROZENT=2.00#`, optionally with `BASISBETRAG=…#`, each ended by a newline.
 */
export interface Skonto {
  /** Within how many days of the invoice's arrival the discount may be taken; digits as written, five at most. */
  readonly days: string;
  /** Per cent with two decimals. */
  readonly percent: string;
  /** What the discount is taken of, where it is not the amount due. */
  readonly baseAmount?: string;
}

export interface SkontoReading {
  readonly terms: readonly Skonto[];
  /** Lines that begin with # and are no Skonto line, trimmed. */
  readonly faults: readonly string[];
  /** Whether the last Skonto line is ended by a newline, as BR-DE-18 demands; true where there is none. */
  readonly ended: boolean;
}

const LINE = /^#SKONTO#TAGE=([0-9]{1,5})#PROZENT=([0-9]{1,9}\.[0-9]{2})#(?:BASISBETRAG=(-?[0-9]{1,16}\.[0-9]{2})#)?$/;

/** Reads the Skonto lines of a text of payment terms (BT-20). */
export const readSkonto = (text: string): SkontoReading => {
  const lines = text.split(/\r?\n/);
  const marked = lines.map((line) => line.trim()).filter((line) => line.startsWith('#'));
  const read = marked.map((line) => ({ line, skonto: skontoOf(line) }));
  return {
    terms: read.flatMap(({ skonto }) => (skonto ? [skonto] : [])),
    faults: read.flatMap(({ line, skonto }) => (skonto ? [] : [line])),
    ended: !(lines.at(-1) ?? '').trim().startsWith('#'),
  };
};

const skontoOf = (line: string): Skonto | undefined => {
  const [, days, percent, baseAmount] = LINE.exec(line) ?? [];
  if (days === undefined || percent === undefined) return undefined;
  return baseAmount === undefined ? { days, percent } : { days, percent, baseAmount };
};

/**
 * The last day on which the best of the discounts can be taken, counted from the issue date: the days that BT-20 states
 * run from the arrival, which is never earlier, so that nobody comes too late. undefined without Skonto or date.
 */
export function skontoUntil(text: string | undefined, issueDate: string | undefined): string | undefined {
  if (text === undefined || issueDate === undefined) return undefined;
  const [best] = readSkonto(text).terms.toSorted(
    (a, b) => Number(b.percent) - Number(a.percent) || Number(b.days) - Number(a.days),
  );
  const until = best && new Date(Date.parse(`${issueDate}T00:00:00Z`) + Number(best.days) * 86_400_000);
  const day = until && !Number.isNaN(until.getTime()) ? until.toISOString().slice(0, 10) : undefined;
  return day !== undefined && isCalendarDate(day) ? day : undefined;
}
