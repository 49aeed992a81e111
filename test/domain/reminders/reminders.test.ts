import fc from 'fast-check';
import { LANDS } from '../../../src/domain/deadlines/holidays.table.js';
import { addDays, addWorkingDays, isWorkingDay, workingDayFrom } from '../../../src/domain/deadlines/working-days.js';
import { reminderLetter, type RemindedEntry } from '../../../src/domain/mail/reminders-letter.js';
import { cutOffsOf, type ReminderDays } from '../../../src/domain/reminders/cut-offs.js';
import { leadsOf } from '../../../src/domain/reminders/department-lead.js';
import { REMINDER_KINDS } from '../../../src/domain/reminders/reminder-kinds.js';

const days: ReminderDays = {
  ...{ unclaimed: 3, unconfirmed: null, unordered: 1, unanswered: 10, escalation: 5 },
  ...{ skonto: 2, interest: true, again: 1 },
};

describe('Working days', () => {
  it('are counted over weekends and the holidays of the Land', () => {
    expect(addWorkingDays('2026-12-23', 2, 'RP')).toBe('2026-12-28');
    expect(addWorkingDays('2026-06-03', 1, 'RP')).toBe('2026-06-05');
    expect(addWorkingDays('2026-06-03', 1, 'NI')).toBe('2026-06-04');
    expect(addWorkingDays('2026-12-28', -2, 'RP')).toBe('2026-12-23');
    expect(addWorkingDays('2026-12-26', 0, 'RP')).toBe('2026-12-26');
  });

  it('say by a cut-off the same as by counting from the day on which the waiting began', () => {
    const land = fc.constantFrom(...LANDS, null);
    const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        land,
        (from, later, count, in_) => {
          const today = workingDayFrom(addDays(from, later), in_);
          const { before } = cutOffsOf({ ...days, unclaimed: count }, today, in_);
          const isDue = addWorkingDays(from, count, in_) <= today;
          expect(before.unclaimed !== null && from < before.unclaimed).toBe(isDue);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('bound when a discount is about to be lost, and what is asked for is left out where nobody asked', () => {
    const cut = cutOffsOf(days, '2026-12-23', 'RP');
    expect(cut.skontoUntil).toBe('2026-12-28');
    expect(cut.before.unconfirmed).toBeNull();
    expect(cut.againBefore).toBe('2026-12-23');
    expect(isWorkingDay('2026-12-24', 'RP')).toBe(true);
  });
});

it('leads a department who may order most in it, and else in the whole authority', () => {
  const may = (personId: string, departmentId: string | null, limitCents: bigint | null) => ({
    ...{ personId, departmentId, limitCents },
  });
  const all = [
    may('a', 'd1', 100n),
    may('b', 'd1', 500n),
    may('c', 'd1', 500n),
    may('m', null, null),
    may('n', null, 9n),
  ];
  expect(leadsOf(all, 'd1')).toEqual(['b', 'c']);
  expect(leadsOf([...all, may('u', 'd1', null)], 'd1')).toEqual(['u']);
  expect(leadsOf(all, 'd2')).toEqual(['m']);
  expect(leadsOf(all, null)).toEqual(['m']);
  expect(leadsOf([], 'd1')).toEqual([]);
});

describe('A reminder', () => {
  const entry: RemindedEntry = {
    ...{ kind: 'skonto', number: 'RE-7', fileName: 're-7.xml', sellerName: 'Berg <b> & Co', grossCents: 119_000n },
    ...{
      currency: 'EUR',
      day: '2026-11-27',
      lossCents: 2380n,
      onBehalfOf: null,
      url: 'https://e.example/t/a/desk/invoices/7',
    },
  };
  const letter = (language: 'de' | 'en', entries: readonly RemindedEntry[], more = 0) =>
    reminderLetter({
      ...{ language, town: 'Auenfurt', name: 'Hanna Hauser', entries, more, quotedLength: 100 },
      ...{ deskUrl: 'https://e.example/t/a/desk', choiceUrl: 'https://e.example/t/a/desk/profile' },
    });

  it('names number, seller, amount and what is lost when, and leads to the desk, in the language of the reader', () => {
    const { subject, text, html } = letter('de', [entry]);
    expect(subject).toBe('Skonto läuft ab: Rechnung RE-7, Berg <b> & Co');
    expect(text).toContain(
      '- RE-7, Berg <b> & Co\n  Betrag: 1.190,00 EUR\n  Skonto nur bis 27.11.2026, danach gehen 23,80 EUR verloren\n  https://e.example/t/a/desk/invoices/7',
    );
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<li><a href="https://e.example/t/a/desk/invoices/7">RE-7, Berg &lt;b&gt; &amp; Co</a>');
    const english = letter('en', [{ ...entry, onBehalfOf: 'Henrik Holt' }]).text;
    expect(english).toContain('Discount until 27 November 2026 only, after it 23.80 EUR are lost');
    expect(english).toContain('In the place of Henrik Holt');
  });

  it.each(['de', 'en'] as const)('says what costs money first, and how many it does not name (%s)', (language) => {
    const all = REMINDER_KINDS.map((kind) => ({ ...entry, kind, number: kind }));
    const { subject, text } = letter(language, all, 5);
    expect(subject).toContain('12');
    const places = ['skonto', 'interest', 'escalation', 'unclaimed', 'unconfirmed', 'unordered', 'unanswered'].map(
      (kind) => text.indexOf(`- ${kind},`),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text).toContain(language === 'de' ? 'Dazu kommen 5 weitere' : 'There are 5 more');
  });
});
