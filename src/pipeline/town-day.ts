const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in a German town at that moment, YYYY-MM-DD: grants and deadlines begin and end at its midnight. */
export const townDay = (moment: Date): string => format.format(moment);
