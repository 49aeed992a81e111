import type { Language } from '../words/text.js';

const locales = { de: 'de-DE', en: 'en-GB' } as const;
const DAY_MS = 86_400_000;

/** The authority's zone, wherever the reader's computer stands: mails, pages and deadlines name the same time. */
const timeZone = 'Europe/Berlin';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** A calendar date ("2026-03-01", no time, no zone) as "01.03.2026" or "1 Mar 2026"; anything else as it stands. */
export function formatDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (year === undefined || day === undefined || name === undefined) return date;
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${name} ${year}`;
}

/** An instant as the authority's clocks show it: "01.03.2026, 14:05". */
export const formatInstant = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );

/** "vor 3 Tagen", "in 2 Tagen", "heute": calendar days between a date or an instant and now. */
export function formatDaysFromNow(dateOrInstant: string, language: Language, now = new Date()): string {
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(
    daysFromNow(dateOrInstant, now),
    'day',
  );
}

/** Calendar days of the authority from now to a date or an instant; negative where it is past. */
export const daysFromNow = (dateOrInstant: string, now = new Date()): number =>
  Math.round((midnightOf(dateOrInstant) - Date.parse(townDay(now))) / DAY_MS);

const midnightOf = (dateOrInstant: string): number =>
  Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(dateOrInstant) ? dateOrInstant : townDay(new Date(dateOrInstant)));

/** The authority's calendar day at that moment, as the API writes days. */
export const townDay = (moment = new Date()): string => moment.toLocaleDateString('sv-SE', { timeZone });

/** The last second of a calendar day of the authority, in summer as in winter. */
export function endOfTownDay(day: string): Date {
  const [inSummer, inWinter] = [new Date(`${day}T23:59:59+02:00`), new Date(`${day}T23:59:59+01:00`)];
  return townDay(inWinter) === day ? inWinter : inSummer;
}
