import fc from 'fast-check';
import { baseRates, baseRatesKnownUntil } from '../../../src/domain/deadlines/base-rates.table.js';
import { deadlinesOf, nextLoss, type DeadlineFacts } from '../../../src/domain/deadlines/deadlines.js';
import { reasonOf } from '../../../src/domain/deadlines/deadline-words.js';
import { defaultRateOn, interestOfDay } from '../../../src/domain/deadlines/default-interest.js';
import { LANDS } from '../../../src/domain/deadlines/holidays.table.js';
import {
  addDays,
  easterSunday,
  holidayOn,
  isWorkingDay,
  workingDayFrom,
} from '../../../src/domain/deadlines/working-days.js';

const facts: DeadlineFacts = {
  ...{ kind: 'invoice', typeCode: '380', currency: 'EUR', payableCents: 119_000n },
  ...{ issueDate: '2026-02-27', dueDate: null, terms: null, accessDate: '2026-03-02' },
};
const of = (changed: Partial<DeadlineFacts>, land: (typeof LANDS)[number] | null = null) =>
  deadlinesOf({ ...facts, ...changed }, land);
const skonto = '#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1000.00#\n';

describe('Holidays', () => {
  it('move with Easter, whose Sunday astronomy and the calendars of these years have', () => {
    const known = {
      1954: '04-18',
      1981: '04-19',
      2000: '04-23',
      2008: '03-23',
      2011: '04-24',
      2026: '04-05',
      2038: '04-25',
    };
    for (const [year, day] of Object.entries(known)) expect(easterSunday(Number(year))).toBe(`${year}-${day}`);
  });

  it('are those of the Land, since its law has them', () => {
    const names = (day: string, ...lands: (typeof LANDS)[number][]) => lands.map((land) => holidayOn(day, land));
    expect(names('2026-06-04', 'NW', 'NI', 'SN')).toEqual(['Fronleichnam', null, null]);
    expect(names('2026-10-31', 'NI', 'NW', 'SN')).toEqual(['Reformationstag', null, 'Reformationstag']);
    expect(names('2016-10-31', 'NI', 'SN')).toEqual([null, 'Reformationstag']);
    expect(names('2017-10-31', 'NW', 'BY')).toEqual(['Reformationstag', 'Reformationstag']);
    expect(names('2022-03-08', 'BE', 'MV')).toEqual(['Internationaler Frauentag', null]);
    expect(names('2023-03-08', 'BE', 'MV', 'HH')).toEqual([
      'Internationaler Frauentag',
      'Internationaler Frauentag',
      null,
    ]);
    expect(names('2026-11-18', 'SN', 'ST')).toEqual(['Buß- und Bettag', null]);
    expect(names('2022-11-16', 'SN')).toEqual(['Buß- und Bettag']);
    expect(names('2025-05-08', 'BE', 'BB')).toEqual(['80. Jahrestag der Befreiung', null]);
    expect(holidayOn('2026-01-06', null)).toBeNull();
    expect(holidayOn('2026-05-14', null)).toBe('Christi Himmelfahrt');
  });

  it('are nine in every Land at least, and thirteen at most', () => {
    for (const land of LANDS) {
      const days = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));
      const count = days.filter((day) => holidayOn(day, land) !== null).length;
      expect(count).toBeGreaterThanOrEqual(9);
      expect(count).toBeLessThanOrEqual(13);
    }
  });

  it('and weekends give way to the next working day, which is never more than five days away', () => {
    expect(workingDayFrom('2026-04-03', null)).toBe('2026-04-07');
    expect(workingDayFrom('2026-04-07', null)).toBe('2026-04-07');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(null, ...LANDS), (offset, land) => {
        const day = addDays('2015-01-01', offset);
        const next = workingDayFrom(day, land);
        return isWorkingDay(next, land) && next >= day && next <= addDays(day, 5);
      }),
    );
  });
});

describe('Days', () => {
  it('have four digits of a year, in which holidays lie too', () => {
    expect(addDays('0999-12-31', 1)).toBe('1000-01-01');
    expect(workingDayFrom('0026-12-25', null)).toBe('0026-12-28');
    expect(easterSunday(999)).toMatch(/^0999-0[34]-/);
  });

  it('end with the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
    expect(() => addDays('+010000-01', 1)).toThrow(RangeError);
    expect(workingDayFrom('9999-12-31', null)).toBe('9999-12-31');
  });
});

describe('Default interest', () => {
  it('is nine points above the base rate of the day', () => {
    const on = (day: string) => defaultRateOn(day);
    expect(on('2016-06-30')).toEqual({ hundredths: 817, known: true });
    expect(on('2016-07-01')).toEqual({ hundredths: 812, known: true });
    expect(on('2023-12-31')).toEqual({ hundredths: 1212, known: true });
    expect(on('2026-01-01')).toEqual({ hundredths: 1027, known: true });
    expect(on(addDays(baseRatesKnownUntil, 1))).toEqual({ hundredths: 1027, known: false });
    expect(on('2001-12-31')).toBeNull();
  });

  it('has rates that begin with half-years, each another than the one before', () => {
    for (const [index, [from, rate]] of baseRates.entries()) {
      expect(from).toMatch(/^\d{4}-(01|07)-01$/);
      expect(from > (baseRates[index - 1]?.[0] ?? '')).toBe(true);
      expect(rate).not.toBe(baseRates[index - 1]?.[1]);
    }
  });

  it('is reckoned by the day, to the nearest cent', () => {
    expect(interestOfDay(119_000n, { hundredths: 1027, known: true })).toBe(33n);
    expect(interestOfDay(3_650_000n, { hundredths: 1000, known: true })).toBe(1000n);
  });
});

describe('Deadlines', () => {
  it('end default-free thirty days after access, and on the next working day where business rests then', () => {
    expect(of({})).toMatchObject([
      {
        kind: 'default',
        runsFrom: 'accessDate',
        start: '2026-03-02',
        on: '2026-04-01',
        movedFrom: null,
        lossCents: 4033n,
      },
    ]);
    expect(of({ accessDate: '2026-03-04' })).toMatchObject([{ on: '2026-04-07', movedFrom: '2026-04-03' }]);
    expect(of({ accessDate: '2026-05-05' }, 'NW')).toMatchObject([{ on: '2026-06-05', movedFrom: '2026-06-04' }]);
    expect(of({ accessDate: '2026-05-05' }, 'NI')).toMatchObject([{ on: '2026-06-04', movedFrom: null }]);
  });

  it('put default off to thirty days after a later due date, and not before it by an earlier one', () => {
    expect(of({ dueDate: '2026-04-15' })).toMatchObject([
      { kind: 'due', on: '2026-04-15' },
      { kind: 'default', runsFrom: 'dueDate', start: '2026-04-15', on: '2026-05-15' },
    ]);
    expect(of({ dueDate: '2026-02-27' })).toMatchObject([
      { kind: 'due', on: '2026-02-27' },
      { kind: 'default', runsFrom: 'accessDate', on: '2026-04-01' },
    ]);
    expect(of({ dueDate: '2026-03-14' })[0]).toMatchObject({ on: '2026-03-16', movedFrom: '2026-03-14' });
  });

  it.each([
    ['875', 21, '2026-03-23'],
    ['876', 30, '2026-04-01'],
    ['877', 30, '2026-04-01'],
  ])('are those of VOB/B for the construction invoice %s: due after %d days', (typeCode, days, on) => {
    expect(of({ typeCode }).filter(({ kind }) => kind === 'vobDue')).toMatchObject([
      { days, on, runsFrom: 'accessDate', lossCents: null },
    ]);
    expect(of({ typeCode: '380' }).some(({ kind }) => kind === 'vobDue')).toBe(false);
  });

  it('lose of several discounts only what the next one does not give, and no weekend extends them', () => {
    expect(of({ terms: skonto }).filter(({ kind }) => kind === 'skonto')).toMatchObject([
      { on: '2026-03-06', runsFrom: 'issueDate', lossCents: 1570n, percent: '3.00', movedFrom: null },
      { on: '2026-03-13', lossCents: 2000n, percent: '2.00' },
    ]);
    expect(of({ terms: '#SKONTO#TAGE=1#PROZENT=1.00#\n' })[0]).toMatchObject({ on: '2026-02-28', movedFrom: null });
  });

  it('there are none where nothing is to be paid, and no amounts of interest in a foreign currency', () => {
    expect(of({ payableCents: 0n })).toEqual([]);
    expect(of({ payableCents: null })).toEqual([]);
    expect(of({ kind: 'creditNote' })).toEqual([]);
    expect(of({ currency: 'CHF' })).toMatchObject([{ kind: 'default', lossCents: null }]);
    expect(of({ terms: '#SKONTO#TAGE=99999#PROZENT=1.00#\n', issueDate: '9998-01-01' })).toHaveLength(1);
    expect(of({ typeCode: 'constructor' })).toHaveLength(1);
  });

  it.each(['9999-12-02', '9999-12-31', '2200-01-01', '1899-12-31', '0026-12-15', '0001-01-01'])(
    'reckon with no day as far off as %s',
    (day) => {
      expect(of({ dueDate: day, issueDate: day, terms: skonto })).toEqual(of({}));
    },
  );

  it('reckon with the last days of the years they know', () => {
    expect(of({ dueDate: '2199-12-31' })).toMatchObject([{ kind: 'due' }, { kind: 'default', on: '2200-01-30' }]);
    const far = '#SKONTO#TAGE=99999#PROZENT=1.00#\n';
    expect(of({ terms: far, issueDate: '1900-01-01' })).toMatchObject([{ kind: 'default' }, { on: '2173-10-15' }]);
    expect(of({ terms: far })).toHaveLength(1);
  });

  it.each([
    '#SKONTO#TAGE=7#PROZENT=999999999.00#BASISBETRAG=9999999999999999.00#',
    '#SKONTO#TAGE=7#PROZENT=100.01#',
    '#SKONTO#TAGE=7#PROZENT=3.00#BASISBETRAG=-100.00#',
    '#SKONTO#TAGE=7#PROZENT=50.00#BASISBETRAG=2380.02#',
  ])('believe in no discount above what is to be paid, and in none of a negative amount: %s', (line) => {
    expect(of({ terms: `${line}\n` })).toEqual(of({}));
    expect(of({ terms: `${line}\n${skonto}` })).toEqual(of({ terms: skonto }));
  });

  it('grant a discount of everything, which is what can be lost at most', () => {
    expect(of({ terms: '#SKONTO#TAGE=7#PROZENT=100.00#\n' })[0]).toMatchObject({ lossCents: 119_000n });
  });

  it('end the discount of a post-dated invoice by its access', () => {
    expect(of({ terms: skonto, issueDate: '2026-03-03' })[0]).toMatchObject({
      ...{ kind: 'skonto', on: '2026-03-09', runsFrom: 'accessDate', start: '2026-03-02' },
    });
    expect(of({ terms: skonto, issueDate: '2026-03-02' })[0]).toMatchObject({ runsFrom: 'issueDate' });
  });

  it('name the loss that comes next, and default once it has begun', () => {
    const all = of({ terms: skonto });
    const next = (today: string) => nextLoss(all, today);
    expect(next('2026-03-06')).toMatchObject({ kind: 'skonto', lossCents: 1570n });
    expect(next('2026-03-07')).toMatchObject({ kind: 'skonto', lossCents: 2000n });
    expect(next('2026-03-14')).toMatchObject({ kind: 'default', on: '2026-04-01' });
    expect(next('2027-01-01')).toMatchObject({ kind: 'default', on: '2026-04-01' });
    expect(nextLoss([], '2026-03-06')).toBeNull();
  });

  it('say in words from when they run, why they end, and what is lost', () => {
    const [first] = of({ terms: skonto });
    const [, last] = of({ dueDate: '2026-04-15', accessDate: '2026-07-01' });
    expect(first && reasonOf(first, 'EUR', 'de')).toBe(
      'Danach gehen 15,70 EUR Skonto verloren (3,00 %). 7 Tage nach dem Rechnungsdatum am 27.02.2026. Die Rechnung sagt nicht, ab wann die Tage zählen; so kommt niemand zu spät. § 193 BGB verlängert die Frist nicht.',
    );
    expect(last && reasonOf(last, 'EUR', 'en')).toMatch(
      /^After it 40\.33 EUR may be asked for: .* \(10\.27 % a year, by the last base rate known, § 288 BGB\)\. 30 days after access on 1 July 2026\./,
    );
    const moved = of({ accessDate: '2026-03-04' })[0];
    expect(moved && reasonOf(moved, 'EUR', 'de')).toContain(
      'Der 03.04.2026 ist kein Werktag, es gilt der nächste (§ 193 BGB).',
    );
  });
});
