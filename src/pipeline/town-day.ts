const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in a German town at that moment, YYYY-MM-DD: grants and deadlines begin and end at its midnight. */
export const townDay = (moment: Date): string => format.format(moment);

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });

/** The moment at which a day begins in a German town: 22 or 23 o'clock UTC of the day before. */
export function startOfTownDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  return new Date(midnight.getTime() - Number(hour.format(midnight)) * 60 * 60 * 1000);
}

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const hourMs = 60 * 60 * 1000;

/**
 * The moment at which clocks in a German town show that time (HH:MM) of a day: the first one where they are put back, and
 * an hour later by the clock where they leave it out.
 */
export function townMoment(day: string, time: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const summer = new Date(shown - 2 * hourMs);
  return wallClock.format(summer) === time ? summer : new Date(shown - hourMs);
}
