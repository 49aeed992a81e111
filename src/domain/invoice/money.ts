import Big from 'big.js';

/** Digits before the point that an amount may have: 16 and two decimals fit a bigint column. */
export const MAX_WHOLE_DIGITS = 16;

/** Characters that a decimal may have at all; longer ones are refused unread, for arithmetic on them costs time. */
export const MAX_DECIMAL_LENGTH = 64;

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** Whether the text is an xs:decimal (XML Schema part 2, 3.2.3), without white space around it and not too long. */
export const isDecimal = (text: string): boolean => text.length <= MAX_DECIMAL_LENGTH && DECIMAL.test(text);

/** The exact decimal, or undefined where the text is none. */
export const decimalOf = (text: string): Big | undefined => (isDecimal(text) ? new Big(plain(text)) : undefined);

/**
 * An amount in cents, exactly. Undefined where the text is no decimal, has more than two decimals that count, or more
 * than 16 digits before the point: an amount is never rounded on its way into a column.
 */
export const centsOf = (text: string): bigint | undefined => {
  const cents = decimalOf(text)?.times(100);
  if (cents === undefined || !cents.eq(cents.round(0, Big.roundDown))) return undefined;
  const digits = cents.toFixed(0);
  return digits.replace('-', '').length <= MAX_WHOLE_DIGITS + 2 ? BigInt(digits) : undefined;
};

/** Cents as a decimal string with two decimals: 1230n → '12.30'. */
export const decimalOfCents = (cents: bigint): string => {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** big.js knows neither a plus sign nor a point without a digit on each side, which xs:decimal allows. */
const plain = (text: string): string =>
  text
    .replace('+', '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
