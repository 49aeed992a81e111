import type { Language } from '../words/text.js';

const signs = { de: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/**
 * A decimal of the API ("-1234.5") as people read it ("−1.234,50"), digit by digit: amounts never become floating point.
 * @param leastDecimals are filled up with zeros; further digits are all shown.
 */
export function formatDecimal(decimal: string, language: Language, leastDecimals = 0): string {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(decimal.trim());
  if (!match) return decimal;
  const [, sign, whole = '', fraction = ''] = match;
  const { group, point } = signs[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const decimals = fraction.padEnd(leastDecimals, '0');
  return `${sign === '-' ? '−' : ''}${grouped}${decimals === '' ? '' : `${point}${decimals}`}`;
}

/** "1.234,50 €" in German, "€1,234.50" in English, as the service's own sentences have it; another currency by its code. */
export function formatAmount(decimal: string, currency: string, language: Language): string {
  const amount = formatDecimal(decimal, language, 2);
  if (language === 'en' && currency === 'EUR') return amount.replace(/^−?/, '$&€');
  return `${amount}\u00a0${currency === 'EUR' ? '€' : currency}`;
}

const STEP = 1024;

/** "3,2 MB" in steps of 1024, as file managers and the service's limits count. */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] =
    bytes < STEP ? [bytes, 'B'] : bytes < STEP * STEP ? [bytes / STEP, 'KB'] : [bytes / STEP / STEP, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`;
}
