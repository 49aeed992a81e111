import { holidays, type Holiday, type HolidayRule, type Land } from './holidays.table.js';

/** A day of the calendar as YYYY-MM-DD. */
export type Day = string;

const dayMs = 86_400_000;

/** In days; far more than weekend and holidays ever join. */
const longestRest = 15;

const msOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Throws a RangeError where that is no day of the years 0001 to 9999. */
export function addDays(day: Day, days: number): Day {
  const moved = new Date(msOf(day) + days * dayMs);
  const year = moved.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`${String(days)} days after ${day} is no day of the calendar`);
  return moved.toISOString().slice(0, 10);
}

/** Whether business rests: on Saturdays, Sundays and the public holidays of the Land; without one on those of all. */
export const isWorkingDay = (day: Day, land: Land | null): boolean =>
  weekdayOf(day) % 6 !== 0 && holidayOn(day, land) === null;

/** The day itself, or the next one on which business does not rest (§ 193 BGB). */
export function workingDayFrom(day: Day, land: Land | null): Day {
  for (let rest = 0; rest < longestRest; rest += 1) {
    const next = addDays(day, rest);
    if (isWorkingDay(next, land)) return next;
  }
  throw new RangeError(`no working day within ${String(longestRest)} days from ${day}`);
}

/** So many working days after a day, before it where `count` is negative; the day itself is not counted, 0 is the day itself. */
export function addWorkingDays(day: Day, count: number, land: Land | null): Day {
  const step = Math.sign(count);
  let [left, at] = [Math.abs(count), day];
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at, land)) left -= 1;
  }
  return at;
}

/** The public holiday of that day, by its German name. */
export function holidayOn(day: Day, land: Land | null): string | null {
  const year = Number(day.slice(0, 4));
  const found = holidays.find((holiday) => holds(holiday, year, land) && dayOf(holiday.on, year) === day);
  return found?.name ?? null;
}

const holds = ({ lands, since, until }: Holiday, year: number, land: Land | null): boolean =>
  (lands === null || (land !== null && lands.includes(land))) &&
  (since === null || since <= year) &&
  (until === null || year <= until);

function dayOf(rule: HolidayRule, year: number): Day {
  if (typeof rule === 'number') return addDays(easterSunday(year), rule);
  if (rule !== 'wednesdayBefore23November') return `${yearIn(year)}-${rule}`;
  const last = `${yearIn(year)}-11-22`;
  return addDays(last, -((weekdayOf(last) + 4) % 7));
}

const yearIn = (year: number): string => String(year).padStart(4, '0');

/** 0 is Sunday, 6 Saturday. */
const weekdayOf = (day: Day): number => new Date(msOf(day)).getUTCDay();

/** Gauß's Easter rule in the form of Lichtenberg (PTB), valid in the Gregorian calendar. */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sun = 2 - Math.floor((3 * century + 3) / 4);
  const cycle = year % 19;
  const seed = (19 * cycle + moon) % 30;
  const correction = Math.floor((seed + Math.floor(cycle / 11)) / 29);
  const limit = 21 + seed - correction;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + sun) % 7);
  const inMarch = limit + (7 - ((limit - firstSunday) % 7));
  return addDays(`${yearIn(year)}-03-01`, inMarch - 1);
}
