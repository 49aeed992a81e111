/** A calendar day as written in UBL, with its zone if any; compared as XML Schema compares xs:date. */
const dateForm = /^[ \t\n\r]*(-?\d{4,})-(\d{2})-(\d{2})(Z|[+-]\d{2}:\d{2})?[ \t\n\r]*$/;

/** Minutes since a fixed day, or null where the text is no date. A date without zone counts as in UTC. */
function minutesOf(text: string): number | null {
  const [, year, month, day, zone] = dateForm.exec(text) ?? [];
  if (year === undefined) return null;
  return daysOf(Number(year), Number(month), Number(day)) * 1440 - zoneMinutes(zone);
}

/** Days of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March. */
function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Whether one date is not before another; false where either is no date. */
export function isAtLeast(later: string, earlier: string): boolean {
  const [a, b] = [minutesOf(later), minutesOf(earlier)];
  return a !== null && b !== null && a >= b;
}
