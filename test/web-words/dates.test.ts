import { daysFromNow, endOfTownDay, formatInstant, townDay } from '../../web/src/format/dates.js';

// The reader's computer may stand anywhere, as here in UTC; the authority's clocks do not.

describe('times on the pages', () => {
  it('are those of the authority, in winter and in summer', () => {
    expect(formatInstant('2026-03-01T23:30:00Z', 'de')).toBe('02.03.2026, 00:30');
    expect(formatInstant('2026-07-01T12:05:00Z', 'en')).toBe('1 Jul 2026, 14:05');
    expect(townDay(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  });

  it.each([
    ['2026-03-02', 0],
    ['2026-03-01', -1],
    ['2026-03-01T22:59:00Z', -1],
    ['2026-03-01T23:01:00Z', 0],
    ['2026-03-31', 29],
  ] as const)('%s is %i days from the night of 2 March there', (dateOrInstant, days) => {
    expect(daysFromNow(dateOrInstant, new Date('2026-03-01T23:30:00Z')) + 0).toBe(days);
  });

  it.each([
    ['2026-01-31', '2026-01-31T22:59:59.000Z'],
    ['2026-07-31', '2026-07-31T21:59:59.000Z'],
  ] as const)('the day %s ends there at %s', (day, end) => expect(endOfTownDay(day).toISOString()).toBe(end));
});
