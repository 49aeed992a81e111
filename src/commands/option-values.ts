import { isCalendarDate } from '../domain/invoice/calendar-date.js';
import { UsageError, type Language } from './command.js';

/** How many reader processes a command starts at most. */
export const mostJobs = 32;

/** The day that an option names. @throws UsageError for what is none. */
export function dayIn(option: string, given: string, language: Language): string {
  if (isCalendarDate(given)) return given;
  throw new UsageError(sentences[language].day(option, given));
}

/** The whole number from 1 that an option names. @throws UsageError for what is none. */
export function countIn(option: string, given: string, most: number, language: Language): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new UsageError(sentences[language].count(option, given, most));
}

const sentences = {
  de: {
    day: (option: string, given: string) => `${option} ist "${given}"; gebraucht wird ein Tag wie 2026-01-31.`,
    count: (option: string, given: string, most: number) =>
      `${option} ist "${given}"; gebraucht wird eine ganze Zahl von 1 bis ${String(most)}.`,
  },
  en: {
    day: (option: string, given: string) => `${option} is "${given}"; expected a day like 2026-01-31.`,
    count: (option: string, given: string, most: number) =>
      `${option} is "${given}"; expected a whole number from 1 to ${String(most)}.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;
