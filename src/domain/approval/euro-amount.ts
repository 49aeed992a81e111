import Big from 'big.js';

/** An amount in the hundredth of its currency's unit, also where the currency knows none in daily life. */
export interface Amount {
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly cents: bigint;
}

/** EUR for one unit of the currency, as a recorded rate states it: digits, a point, no exponent. */
const RATE = /^\d{1,9}(\.\d{1,10})?$/;

/**
 * The amount that limits and value steps are measured with: EUR cents, absolute (a credit note counts like an invoice).
 * Fractions of a cent are rounded up, so that rounding never slips below a limit.
 * null where another currency has no usable recorded rate.
 */
export function euroCents(amount: Amount, euroRate: string | null): bigint | null {
  const absolute = amount.cents < 0n ? -amount.cents : amount.cents;
  if (amount.currency === 'EUR') return absolute;
  if (euroRate === null || !RATE.test(euroRate)) return null;
  const rate = new Big(euroRate);
  if (rate.eq(0)) return null;
  return BigInt(rate.times(absolute.toString()).round(0, Big.roundUp).toFixed(0));
}
