import fc from 'fast-check';
import { isCalendarDate } from '../../src/domain/invoice/calendar-date.js';
import { keyData } from '../../src/domain/invoice/key-data.js';
import { centsOf, decimalOf, decimalOfCents, isDecimal } from '../../src/domain/invoice/money.js';
import { readSkonto } from '../../src/domain/invoice/skonto.js';

describe('an amount in cents', () => {
  it.each([
    ['12.30', 1230n],
    ['12.3', 1230n],
    ['12', 1200n],
    ['12.', 1200n],
    ['.5', 50n],
    ['+.5', 50n],
    ['-0.01', -1n],
    ['-.5', -50n],
    ['1.1000', 110n],
    ['0012.30', 1230n],
    ['9999999999999999.99', 999_999_999_999_999_999n],
  ])('%s is exact', (text, cents) => expect(centsOf(text)).toBe(cents));

  it.each(['', '.', '+', '1,50', '1e5', ' 1', '1.005', '10000000000000000', 'NaN', '٣', '1'.repeat(65), '0x10', '--1'])(
    '%j is refused',
    (text) => expect(centsOf(text)).toBeUndefined(),
  );

  it('goes to text and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), (cents) => {
        expect(centsOf(decimalOfCents(cents))).toBe(cents);
      }),
    );
  });

  it('is a decimal wherever it is read', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decimalOf(text) !== undefined).toBe(isDecimal(text))));
    expect(decimalOf('-.25')?.toFixed()).toBe('-0.25');
  });
});

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '2026-12-31'])('%s is one', (text) =>
    expect(isCalendarDate(text)).toBe(true),
  );
  it.each([
    '2023-02-29',
    '1900-02-29',
    '0000-01-01',
    '2026-13-01',
    '2026-04-31',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '',
  ])('%j is none', (text) => expect(isCalendarDate(text)).toBe(false));
});

describe('Skonto lines', () => {
  it('say days, per cent and base', () => {
    expect(
      readSkonto('#SKONTO#TAGE=7#PROZENT=3.00#\r\n#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=-5.00#\nDanke\n'),
    ).toEqual({
      terms: [
        { days: '7', percent: '3.00' },
        { days: '14', percent: '2.25', baseAmount: '-5.00' },
      ],
      faults: [],
      ended: true,
    });
  });

  it.each([
    '#SKONTO#TAGE=14#PROZENT=2#',
    '#SKONTO#TAGE=14#PROZENT=2,00#',
    '#skonto#TAGE=14#PROZENT=2.00#',
    '#VERZUG#TAGE=14#PROZENT=2.00#',
    '#SKONTO#TAGE=14#PROZENT=2.00',
    '#SKONTO# TAGE=14#PROZENT=2.00#',
    '#SKONTO#TAGE=999999#PROZENT=2.00#',
  ])('%s is a fault', (line) => {
    expect(readSkonto(`${line}\n`)).toEqual({ terms: [], faults: [line], ended: true });
  });

  it('must end in a newline', () => {
    expect(readSkonto('#SKONTO#TAGE=14#PROZENT=2.00#').ended).toBe(false);
    expect(readSkonto('Zahlbar in 30 Tagen')).toEqual({ terms: [], faults: [], ended: true });
  });
});

describe('key data', () => {
  it('of an invoice without any term are undefined, but that it is one and to be paid by transfer', () => {
    expect(JSON.parse(JSON.stringify(keyData({})))).toEqual({
      kind: 'invoice',
      totals: {},
      seller: { identifiers: [] },
      payee: { means: 'transfer' },
      buyer: {},
      precedingInvoices: [],
    });
  });

  it.each([
    ['381', 'creditNote'],
    ['261', 'creditNote'],
    ['384', 'invoice'],
    ['380', 'invoice'],
  ])('of type %s are those of a %s', (typeCode, kind) => expect(keyData({ typeCode }).kind).toBe(kind));

  it.each([
    [['58'], 'transfer'],
    [['59'], 'directDebit'],
    [['59', '30'], 'transfer'],
    [['48'], 'other'],
    [[' '], 'transfer'],
  ])('of payment by %j are those of a %s', (typeCodes, means) => {
    const paymentInstructions = typeCodes.map((typeCode) => ({ typeCode }));
    expect(keyData({ paymentInstructions }).payee.means).toBe(means);
  });

  it('name the payee and an account that may be written in groups, or in the place for other accounts', () => {
    const payment = (creditTransfer: object) =>
      keyData({ payee: { name: 'Inkasso Birkental' }, paymentInstructions: [{ creditTransfers: [creditTransfer] }] })
        .payee;
    expect(payment({ account: 'de02 1203 0000 0000 2020 51', serviceProvider: 'byladem1001' })).toMatchObject({
      name: 'Inkasso Birkental',
      iban: 'DE02120300000000202051',
      bic: 'BYLADEM1001',
    });
    expect(payment({ otherAccount: 'DE02120300000000202051' }).iban).toBe('DE02120300000000202051');
    expect(payment({ account: '1234567' }).iban).toBeUndefined();
  });
});
