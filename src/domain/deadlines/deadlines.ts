import { readSkonto, type Skonto } from '../invoice/skonto.js';
import { isCalendarDate } from '../invoice/calendar-date.js';
import { centsOf } from '../invoice/money.js';
import { defaultRateOn, interestOfDay, lumpSumCents } from './default-interest.js';
import type { Land } from './holidays.table.js';
import { addDays, workingDayFrom, type Day } from './working-days.js';

/**
 * From what a period runs. Of the three times at which an invoice came (our receipt, a portal's, access) the law asks for
 * access alone; the channel's rule has made it of the other two. Beside it there are dates that the invoice states.
 */
export type RunsFrom = 'accessDate' | 'issueDate' | 'dueDate';

export interface DeadlineFacts {
  readonly kind: 'invoice' | 'creditNote' | null;
  readonly typeCode: string | null;
  readonly issueDate: Day | null;
  /** BT-9 */
  readonly dueDate: Day | null;
  /** BT-20 as written. */
  readonly terms: string | null;
  readonly currency: string | null;
  /** BT-115 */
  readonly payableCents: bigint | null;
  /** Zugang, by the rule of the channel. */
  readonly accessDate: Day;
}

export type DeadlineKind = 'skonto' | 'due' | 'vobDue' | 'default';
export type LossKind = Extract<DeadlineKind, 'skonto' | 'default'>;

export interface Deadline {
  readonly kind: DeadlineKind;
  /** The last day on which what is asked for is in time. */
  readonly on: Day;
  /** The day on which the period would have ended, were it a working day (§ 193 BGB); null: it did end then. */
  readonly movedFrom: Day | null;
  readonly runsFrom: RunsFrom;
  readonly start: Day;
  readonly days: number;
  /** What is lost after that day, in the invoice's currency: the Skonto, or lump sum and first interest; null: nothing, or unknown. */
  readonly lossCents: bigint | null;
  /** Skonto: per cent as written. Default: the rate per year, and whether its Basiszinssatz was known. */
  readonly percent: string | null;
  readonly rateKnown: boolean;
}

/** VOB/B § 16 (1) no. 3 and (3) no. 1: days after access within which an invoice by UNTDID 1001 is due. */
const VOB_DAYS: ReadonlyMap<string | null, number> = new Map([
  ['875', 21],
  ['876', 30],
  ['877', 30],
]);

/** § 286 (3) BGB; VOB/B § 16 (5) no. 3 names the same number. */
const DEFAULT_DAYS = 30;

/** Every deadline of an invoice, the earliest first; a credit note and what nobody has to pay have none. Pure. */
export function deadlinesOf(stated: DeadlineFacts, land: Land | null): readonly Deadline[] {
  const facts = { ...stated, issueDate: reckonable(stated.issueDate), dueDate: reckonable(stated.dueDate) };
  const { kind, payableCents } = facts;
  if (kind === 'creditNote' || payableCents === null || payableCents <= 0n) return [];
  const found = [...skontos(facts, payableCents), ...dueDates(facts, land), defaultOf(facts, payableCents, land)];
  return found.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** What an invoice may state by mistake or malice, such as the year 9999, begins and ends nothing. */
const reckonable = (day: Day | null): Day | null =>
  day !== null && /^(?:19|20|21)\d\d-/.test(day) && isCalendarDate(day) ? day : null;

/** The loss that comes next on a day: what can still be avoided, else the default that has begun. */
export function nextLoss(deadlines: readonly Deadline[], today: Day): (Deadline & { readonly kind: LossKind }) | null {
  const losses = deadlines.filter(isLoss);
  return losses.find(({ on }) => on >= today) ?? losses.findLast(({ kind }) => kind === 'default') ?? null;
}

const isLoss = (deadline: Deadline): deadline is Deadline & { readonly kind: LossKind } =>
  deadline.kind === 'default' || (deadline.kind === 'skonto' && deadline.lossCents !== 0n);

/**
 * BT-20 does not say from when its days run: from the issue date or, where the invoice is post-dated, from access, so
 * that nobody comes too late. Taking a discount is a condition and no duty: § 193 BGB does not move it.
 */
function skontos({ terms, issueDate, accessDate }: DeadlineFacts, payableCents: bigint): readonly Deadline[] {
  if (terms === null || issueDate === null) return [];
  const [runsFrom, start] =
    accessDate < issueDate ? (['accessDate', accessDate] as const) : (['issueDate', issueDate] as const);
  const read = readSkonto(terms).terms.flatMap((term) => {
    const cents = discountOf(term, payableCents);
    return cents === null ? [] : { ...term, cents };
  });
  return read.flatMap((term) => {
    const on = reckonable(addDays(start, Number(term.days)));
    if (on === null) return [];
    const later = read.filter(({ days }) => Number(days) > Number(term.days)).map(({ cents }) => cents);
    const kept = later.reduce((most, cents) => (cents > most ? cents : most), 0n);
    return {
      ...{ kind: 'skonto', on, movedFrom: null, runsFrom, start, days: Number(term.days) },
      ...{ lossCents: term.cents > kept ? term.cents - kept : 0n, percent: term.percent, rateKnown: true },
    } as const;
  });
}

/** null: nobody grants that, more than everything, or anything of a negative amount. */
function discountOf({ percent, baseAmount }: Skonto, payableCents: bigint): bigint | null {
  const of = (baseAmount === undefined ? undefined : centsOf(baseAmount)) ?? payableCents;
  const hundredths = BigInt(percent.replace('.', ''));
  const cents = (of * hundredths + 5000n) / 10_000n;
  return of < 0n || hundredths > 10_000n || cents > payableCents ? null : cents;
}

function dueDates({ dueDate, typeCode, accessDate }: DeadlineFacts, land: Land | null): readonly Deadline[] {
  const vobDays = VOB_DAYS.get(typeCode);
  return [
    ...(dueDate === null ? [] : [period('due', 'dueDate', dueDate, 0, land)]),
    ...(vobDays === undefined ? [] : [period('vobDue', 'accessDate', accessDate, vobDays, land)]),
  ];
}

/**
 * Without a reminder default begins when thirty days have passed since the claim was due and the invoice had come
 * (§ 286 (3) BGB). A due date that the invoice states alone begins no default; it can only put it off.
 */
function defaultOf(facts: DeadlineFacts, payableCents: bigint, land: Land | null): Deadline {
  const { dueDate, accessDate, currency, typeCode } = facts;
  const putOff = dueDate !== null && dueDate > accessDate && !VOB_DAYS.has(typeCode);
  const [runsFrom, start] = putOff ? (['dueDate', dueDate] as const) : (['accessDate', accessDate] as const);
  const ends = period('default', runsFrom, start, DEFAULT_DAYS, land);
  const rate = defaultRateOn(addDays(ends.on, 1));
  if (rate === null) return ends;
  const lossCents = currency === 'EUR' ? lumpSumCents + interestOfDay(payableCents, rate) : null;
  return { ...ends, lossCents, percent: percentOf(rate.hundredths), rateKnown: rate.known };
}

/** The day of the event is not counted (§ 187 (1) BGB); a last day on which business rests gives way (§ 193 BGB). */
function period(kind: DeadlineKind, runsFrom: RunsFrom, start: Day, days: number, land: Land | null): Deadline {
  const reckoned = addDays(start, days);
  const on = workingDayFrom(reckoned, land);
  const movedFrom = on === reckoned ? null : reckoned;
  return { kind, on, movedFrom, runsFrom, start, days, lossCents: null, percent: null, rateKnown: true };
}

const percentOf = (hundredths: number): string => (hundredths / 100).toFixed(2);
