import type { Land } from '../deadlines/holidays.table.js';
import { addWorkingDays, type Day } from '../deadlines/working-days.js';
import type { ReminderKind } from './reminder-kinds.js';

/** Working days until somebody is reminded; null: of that nobody is. */
export interface ReminderDays {
  readonly unclaimed: number | null;
  readonly unconfirmed: number | null;
  readonly unordered: number | null;
  readonly unanswered: number | null;
  readonly escalation: number | null;
  /** How many working days before a discount is lost; 0: on its last day. */
  readonly skonto: number | null;
  readonly interest: boolean;
  /** After how many working days the same reminder comes again. */
  readonly again: number;
}

/** Kinds that count from the day on which the invoice came into its state. */
export type WaitingKind = Extract<
  ReminderKind,
  'unclaimed' | 'unconfirmed' | 'unordered' | 'unanswered' | 'escalation'
>;

/** What a working day asks for, as days that columns are compared with. */
export interface CutOffs {
  readonly today: Day;
  /** In its state since before this day it has waited long enough; null: nobody is reminded. */
  readonly before: Readonly<Record<WaitingKind, Day | null>>;
  /** A discount whose last day is not later is about to be lost. */
  readonly skontoUntil: Day | null;
  readonly interest: boolean;
  /** What was reminded on this day or later is not reminded again. */
  readonly againBefore: Day;
}

/** @param today a working day. Pure. */
export function cutOffsOf(days: ReminderDays, today: Day, land: Land | null): CutOffs {
  const before = (count: number | null) => (count === null ? null : dayBefore(today, count, land));
  return {
    today,
    before: {
      unclaimed: before(days.unclaimed),
      unconfirmed: before(days.unconfirmed),
      unordered: before(days.unordered),
      unanswered: before(days.unanswered),
      escalation: before(days.escalation),
    },
    skontoUntil: days.skonto === null ? null : addWorkingDays(today, days.skonto, land),
    interest: days.interest,
    againBefore: dayBefore(today, days.again, land),
  };
}

/** Of what began before this day, `count` working days (at least one) have come by today: the first of them is not before it. */
const dayBefore = (today: Day, count: number, land: Land | null): Day => addWorkingDays(today, 1 - count, land);
