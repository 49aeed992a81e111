import {
  amountOfCents,
  amountTyped,
  centsOf,
  dayTyped,
  grouped,
  ibanTyped,
} from '../../web/src/pages/clearing/typed-values.js';

describe('an amount as clerks type it', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1234,5', '1234.50'],
    ['1 234.56 €', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567.00'],
    ['1.234', '1234.00'],
    ['007', '7.00'],
    ['0,05', '0.05'],
    ['−12,05', '-12.05'],
    ['9999999999999999', '9999999999999999.00'],
  ])('%s is %s', (typed, amount) => expect(amountTyped(typed)).toBe(amount));

  it.each(['', 'viel', '1,234,56', '1.23.45', '12,345,6', '1,2345', ',50', '--1', '1e3', '99999999999999999'])(
    '“%s” means nothing',
    (typed) => expect(amountTyped(typed)).toBeNull(),
  );

  it.each(['0.00', '0.05', '-0.05', '1234.56', '-9999999999999999.99'])('%s comes back from its cents', (amount) =>
    expect(amountOfCents(centsOf(amount))).toBe(amount),
  );
});

describe('a day as clerks type it', () => {
  it.each([
    ['31.12.2026', '2026-12-31'],
    ['1.3.26', '2026-03-01'],
    ['31/12/2026', '2026-12-31'],
    ['2026-3-1', '2026-03-01'],
    [' 29. 2. 2028 ', '2028-02-29'],
  ])('%s is %s', (typed, day) => expect(dayTyped(typed)).toBe(day));

  it.each(['', '29.2.2026', '31.4.2026', '1.13.2026', '0.1.2026', '1.1.126', 'gestern'])('“%s” is no day', (typed) =>
    expect(dayTyped(typed)).toBeNull(),
  );
});

describe('an account as clerks type it', () => {
  it.each([
    ['DE02 1203 0000 0000 2020 51', 'DE02120300000000202051'],
    ['de02120300000000202051', 'DE02120300000000202051'],
    ['NL91 ABNA 0417 1643 00', 'NL91ABNA0417164300'],
  ])('%s is %s', (typed, iban) => expect(ibanTyped(typed)).toBe(iban));

  it.each(['', 'DE02120300000000202052', 'DE0212030000000020205', '1234567890', 'DE02-1203-0000-0000-2020-51'])(
    '“%s” is none',
    (typed) => expect(ibanTyped(typed)).toBeNull(),
  );

  it('is read in groups of four', () => expect(grouped('DE0212')).toBe('DE02\u00a012'));
});
