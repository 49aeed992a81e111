import fc from 'fast-check';
import { STATES, TRANSITIONS } from '../../../src/domain/approval/lifecycle.js';
import * as lifecycle from '../../../src/domain/approval/lifecycle.js';
import {
  disposableYears,
  endStatesOf,
  isOver,
  retentionOf,
  retentionOfPerson,
  type RetentionPolicy,
  type RetentionRule,
} from '../../../src/domain/retention/retention.js';

const policyWith = (voucher: RetentionRule, adoptions: RetentionPolicy['adoptions'] = []): RetentionPolicy => ({
  classes: {
    voucher,
    letter: { years: 6, start: 'endOfYear' },
    other: { years: 2, start: 'endOfYear' },
    staff: { years: 8, start: 'endOfYear' },
  },
  adoptions,
});
const byYear = policyWith({ years: 8, start: 'endOfYear' });
const paid = (receivedOn: string, fiscalYear: number | null = null) =>
  ({ state: 'paid', receivedOn, fiscalYear }) as const;

describe('the retention of an invoice', () => {
  it.each([
    ['in the middle of a year', '2026-06-15', '2034-12-31'],
    ['on the last day of a year', '2026-12-31', '2034-12-31'],
    ['on the first day of a year', '2027-01-01', '2035-12-31'],
    ['on a leap day', '2028-02-29', '2036-12-31'],
  ])('received %s ends eight years after the end of that year', (_, receivedOn, lastDay) => {
    const retention = retentionOf(paid(receivedOn), byYear);
    expect(retention).toMatchObject({ class: 'voucher', lastDay, provisional: false });
    expect(isOver(retention, lastDay)).toBe(false);
    expect(isOver(retention, `${String(Number(lastDay.slice(0, 4)) + 1)}-01-01`)).toBe(true);
  });

  it('begins after the accounts of its financial year were adopted, where the town has set it so', () => {
    const policy = policyWith({ years: 10, start: 'accountsAdopted' }, [{ fiscalYear: 2026, adoptedIn: 2028 }]);
    // Coded to the year before it came.
    expect(retentionOf(paid('2027-01-14', 2026), policy)).toMatchObject({ year: 2026, lastDay: '2038-12-31' });
    expect(retentionOf(paid('2026-05-01'), policy)).toMatchObject({ year: 2026, lastDay: '2038-12-31' });
  });

  it('has no end as long as the accounts are not adopted', () => {
    const policy = policyWith({ years: 10, start: 'accountsAdopted' }, [{ fiscalYear: 2026, adoptedIn: 2028 }]);
    const retention = retentionOf(paid('2027-03-01'), policy);
    expect(retention).toMatchObject({ year: 2027, lastDay: null });
    expect(isOver(retention, '9999-12-31')).toBe(false);
  });

  it.each([
    ['paid', 'voucher'],
    ['declined', 'voucher'],
    ['rejected', 'letter'],
    ['dismissed', 'other'],
  ] as const)('that is %s is that of a %s', (state, name) => {
    expect(retentionOf({ ...paid('2026-01-01'), state }, byYear).class).toBe(name);
  });

  it('of one that is under way is never over', () => {
    const retention = retentionOf({ ...paid('2010-01-01'), state: 'in_review' }, byYear);
    expect(retention).toMatchObject({ class: 'voucher', lastDay: '2018-12-31', provisional: true });
    expect(isOver(retention, '2030-01-01')).toBe(false);
  });

  it('ends out of exactly those states which the lifecycle lets dispose', () => {
    const disposable = Object.keys(STATES).filter(
      (state) => lifecycle.isState(state) && TRANSITIONS.some((row) => row.from === state && row.action === 'dispose'),
    );
    const classes = ['voucher', 'letter', 'other', 'staff'] as const;
    expect(classes.flatMap(endStatesOf).toSorted()).toEqual(disposable.toSorted());
  });
});

it('keeps the names of people who have left by the year in which they left', () => {
  expect(retentionOfPerson('2026-03-31', byYear)).toMatchObject({ class: 'staff', lastDay: '2034-12-31' });
});

it('lists as disposable exactly the years whose documents are over', () => {
  const rule = fc.record({
    years: fc.integer({ min: 1, max: 30 }),
    start: fc.constantFrom('endOfYear', 'accountsAdopted'),
  });
  const adoption = fc.record({
    fiscalYear: fc.integer({ min: 2000, max: 2060 }),
    adoptedIn: fc.integer({ min: 2000, max: 2070 }),
  });
  const adoptions = fc.uniqueArray(adoption, { selector: ({ fiscalYear }) => fiscalYear, maxLength: 10 });
  fc.assert(
    fc.property(
      rule,
      adoptions,
      fc.integer({ min: 2000, max: 2060 }),
      fc.integer({ min: 2010, max: 2090 }),
      (voucher, closed, year, now) => {
        const policy = policyWith(voucher, closed);
        const listed = disposableYears('voucher', policy, `${String(now)}-01-01`);
        const isListed = 'upTo' in listed ? year <= listed.upTo : listed.years.includes(year);
        expect(isListed).toBe(isOver(retentionOf(paid(`${String(year)}-07-01`), policy), `${String(now)}-01-01`));
      },
    ),
  );
});
