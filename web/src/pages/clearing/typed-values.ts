/** What clerks type, as the API wants it; null where it means nothing. Amounts are digits and never become floating point. */

/** "1.234,56", "1234,5", "1 234.56 €" as "1234.56"; a group of three digits after a separator is no fraction. */
export function amountTyped(text: string): string | null {
  const plain = text.replace(/[\s\u00a0€]/g, '').replace(/^−/, '-');
  const parts = /^(-?)(\d+|\d{1,3}(?:([.,])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?$/.exec(plain);
  if (!parts) return null;
  const [, sign = '', whole = '', group, point, fraction = ''] = parts;
  if (group !== undefined && group === point) return null;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length > LONGEST_WHOLE) return null;
  return `${sign}${digits}.${fraction.padEnd(2, '0')}`;
}

const LONGEST_WHOLE = 16;

/** An amount of `amountTyped` in cents, to be added up. */
export const centsOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Cents as the API writes them: "-12.05". */
export function amountOfCents(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "31.12.2026", "1.3.26", "31/12/2026" or "2026-12-31" as "2026-12-31". */
export function dayTyped(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain) ?? [];
  if (isoYear !== undefined) return dayOf(isoYear, isoMonth, isoDay);
  const [, day, month, year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(plain) ?? [];
  return dayOf(year.length === 2 ? `20${year}` : year, month, day);
}

/** null for a day that no calendar has. */
function dayOf(year: string, month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const GERMAN_LENGTH = 22;

/** An account without blanks whose check digits are right (ISO 7064, MOD 97-10). */
export function ibanTyped(text: string): string | null {
  const plain = text.replace(/\s/g, '').toUpperCase();
  if (!IBAN.test(plain) || (plain.startsWith('DE') && plain.length !== GERMAN_LENGTH)) return null;
  const digits = `${plain.slice(4)}${plain.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  return BigInt(digits) % 97n === 1n ? plain : null;
}

export const grouped = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
