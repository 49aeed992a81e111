export type Language = 'de' | 'en';

/**
 * A value of a document as it may be shown among other words: what would turn the direction of writing round or stay
 * unseen (Unicode Cf) falls away, control characters become blanks.
 */
export const shownValue = (text: string): string => text.replace(/\p{Cf}/gu, '').replace(/\p{Cc}/gu, ' ');

const signs = { de: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;
const quotes = { de: ['„', '“'], en: ['“', '”'] } as const;

/** A decimal as it stands in a document, with the reader's signs and every digit it has; what is none is quoted. */
export function numberIn(text: string, language: Language): string {
  const [, sign = '', whole = '', decimals = ''] = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/.exec(text) ?? [];
  if (whole === '') return quotedIn(text, language);
  const { group, point } = signs[language];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${sign === '-' ? '−' : ''}${grouped}${decimals === '' ? '' : `${point}${decimals}`}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date of UBL (2026-01-31) or CII (20260131) as people write it; what is none is quoted. */
export function dateIn(text: string, language: Language): string {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})-?(\d{2})-?(\d{2})\s*$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return quotedIn(text, language);
  return language === 'de' ? `${day}.${month}.${year}` : `${String(Number(day))} ${name} ${year}`;
}

export function quotedIn(text: string, language: Language): string {
  const [open, close] = quotes[language];
  return `${open}${text}${close}`;
}
