import { baseRates, baseRatesKnownUntil } from './base-rates.table.js';
import type { Day } from './working-days.js';

/** The lump sum that a creditor may ask for once the debtor, no consumer, is in default (§ 288 (5) BGB). */
export const lumpSumCents = 4000n;

/** Above the Basiszinssatz where no consumer takes part (§ 288 (2) BGB since 29 July 2014), in hundredths of a per cent. */
const addedHundredths = 900;

export interface DefaultRate {
  /** Per year, in hundredths of a per cent. */
  readonly hundredths: number;
  /** false: the Basiszinssatz of that day is not in the table yet, the last one was taken. */
  readonly known: boolean;
}

/** The rate of default interest between businesses on a day; null before 2002. */
export function defaultRateOn(day: Day): DefaultRate | null {
  const base = baseRates.findLast(([from]) => from <= day);
  return base ? { hundredths: base[1] + addedHundredths, known: day <= baseRatesKnownUntil } : null;
}

const daysOfYear = 365n;

/** Interest of one day, in cents, rounded half up: the rate by the year, a year of 365 days. */
export function interestOfDay(amountCents: bigint, { hundredths }: DefaultRate): bigint {
  const divisor = 10_000n * daysOfYear;
  return (amountCents * BigInt(hundredths) + divisor / 2n) / divisor;
}
