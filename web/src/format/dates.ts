import type { Language } from '../words/text.js';

const locales = { de: 'de-DE', en: 'en-GB' } as const;
const DAY_MS = 86_400_000;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** A calendar date ("2026-03-01", no time, no zone) as "01.03.2026" or "1 Mar 2026"; anything else as it stands. */
export function formatDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || day === undefined || name === undefined) return date;
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${name} ${year}`;
}

/** An instant in the reader's own zone: "01.03.2026, 14:05". */
export const formatInstant = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

/** "vor 3 Tagen", "in 2 Tagen", "heute": calendar days between a date or an instant and now. */
export function formatDaysFromNow(dateOrInstant: string, language: Language, now = new Date()): string {
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(
    daysFromNow(dateOrInstant, now),
    'day',
  );
}

/** Calendar days from now to a date or an instant; negative where it is past. */
export const daysFromNow = (dateOrInstant: string, now = new Date()): number =>
  Math.round((startOfDay(new Date(dateOrInstant)) - startOfDay(now)) / DAY_MS);

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
