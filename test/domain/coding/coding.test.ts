import fc from 'fast-check';
import { amountToCode, codingFaults, proportionally, sumOf, type Split } from '../../../src/domain/coding/coding.js';
import { missingForOrder, type OrderFacts, type OrderPolicy } from '../../../src/domain/coding/order-needs.js';
import { paymentFaults, tidyTerms, type PaymentTerms } from '../../../src/domain/coding/payment-terms.js';
import type { KnownEntry } from '../../../src/domain/coding/chart.js';

const chart: readonly KnownEntry[] = [
  { kind: 'account', number: '52', name: 'Unterhaltung', closed: false },
  { kind: 'account', number: '53', name: 'Alt', closed: true },
  { kind: 'product', number: '11', name: 'Dienste', closed: false },
  { kind: 'costCentre', number: '47', name: 'Rathaus', closed: false },
];
const split = (cents: bigint, extra: Partial<Split> = {}): Split => ({
  ...{ account: '52', product: '11', costCentre: null, cents, note: null },
  ...extra,
});
const faults = (splits: readonly Split[], total: bigint) =>
  codingFaults(splits, total, chart).map(({ code, line, number }) => [code, line, number].join(' ').trim());

describe('a coding', () => {
  it('adds up to the amount, to the cent', () => {
    expect(faults([split(10_000n), split(1_900n, { costCentre: '47' })], 11_900n)).toEqual([]);
    expect(faults([split(11_899n)], 11_900n)).toEqual(['sumDiffers']);
    expect(faults([split(12_000n), split(-100n)], 11_900n)).toEqual([]);
  });

  it('is negative on a credit note', () => {
    expect(faults([split(-11_900n)], amountToCode(11_900n, 'creditNote'))).toEqual([]);
    expect(faults([split(11_900n)], amountToCode(11_900n, 'creditNote'))).toEqual(['sumDiffers']);
  });

  it('names what is in the open chart only, each line on its own', () => {
    const wrong = [split(1n, { account: '53' }), split(0n, { product: '12', costCentre: '48' })];
    expect(faults(wrong, 1n)).toEqual(['unknownEntry 1 53', 'amountZero 2', 'unknownEntry 2 12', 'unknownEntry 2 48']);
  });

  it('has at least one line and at most a hundred', () => {
    expect(faults([], 0n)).toEqual(['noSplits']);
    expect(
      faults(
        Array.from({ length: 101 }, () => split(1n)),
        101n,
      ),
    ).toEqual(['tooManySplits']);
    expect(
      faults(
        Array.from({ length: 100 }, () => split(1n)),
        100n,
      ),
    ).toEqual([]);
  });
});

it('is proposed in proportion, exact to the cent, whatever the amounts', () => {
  const cents = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), cents, (amounts, total) => {
      const proposed = proportionally(
        amounts.map((amount) => split(amount)),
        total,
      );
      const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
      expect(sumOf(proposed)).toBe(whole === 0n ? 0n : total);
      expect(proposed.every((one) => one.cents !== 0n)).toBe(true);
    }),
    { numRuns: 2_000, seed: 5 },
  );
  expect(proportionally([split(1n), split(1n), split(1n)], 100n).map(({ cents: each }) => each)).toEqual([
    34n,
    33n,
    33n,
  ]);
});

describe('what an order lacks', () => {
  const complete: OrderFacts = {
    kind: 'invoice',
    payment: { amountCents: 100n, iban: 'DE', dueDate: '2026-12-01', means: 'transfer', waitsForSecond: false },
    coding: { fiscalYear: 2026, totalCents: 100n, splits: [split(100n)] },
    chart,
    ...{ budgetAnswer: 'yes', budgetAnswerBefore: null, codedCents: 100n },
  };
  const strict: OrderPolicy = {
    complete: true,
    closedYears: [2025],
    budget: { holdsOnNo: true, holdsOnUnknown: true },
  };
  const payment = (extra: Partial<NonNullable<OrderFacts['payment']>>): Partial<OrderFacts> => ({
    payment: complete.payment && { ...complete.payment, ...extra },
  });

  it.each<[string, Partial<OrderFacts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the payment', { payment: null }, ['payment']],
    ['account and due date', payment({ iban: null, dueDate: null }), ['account', 'dueDate']],
    [
      'none of both where the seller fetches the money',
      payment({ iban: null, dueDate: null, means: 'directDebit' }),
      [],
    ],
    ['none of both on a credit note', { ...payment({ iban: null, dueDate: null }), kind: 'creditNote' }, []],
    ['a second person', payment({ waitsForSecond: true }), ['secondPerson']],
    ['a coding', { coding: null }, ['coding']],
    ['a coding of the whole', { codedCents: 90n }, ['codingSum']],
    ['an open year', { coding: { fiscalYear: 2025, totalCents: 100n, splits: [split(100n)] } }, ['openYear']],
    [
      'open entries',
      { chart: chart.map((entry) => ({ ...entry, closed: entry.kind === 'account' })) },
      ['openEntries'],
    ],
    ['entries that the chart has', { chart: [] }, ['openEntries']],
    ['an answer', { budgetAnswer: null }, ['budgetAnswer']],
    ['an answer that says something', { budgetAnswer: 'unknown' }, ['budgetAnswer']],
    ['funds', { budgetAnswer: 'no' }, ['budget']],
  ])('is %s', (_, changed, missing) => {
    expect(missingForOrder({ ...complete, ...changed }, strict)).toEqual(missing);
  });

  it('is only told where the tenant wants it so, and nothing of it where the finance system codes', () => {
    const telling = { ...strict, budget: { holdsOnNo: false, holdsOnUnknown: false } };
    expect(missingForOrder({ ...complete, budgetAnswer: 'no' }, telling)).toEqual([]);
    const recoded = { ...complete, budgetAnswer: null, budgetAnswerBefore: 'no' } as const;
    expect(missingForOrder(recoded, telling)).toEqual([]);
    const holding = { ...strict, budget: { holdsOnNo: true, holdsOnUnknown: false } };
    expect(missingForOrder(recoded, holding)).toEqual(['budgetAnswer']);
    expect(missingForOrder({ ...recoded, budgetAnswerBefore: 'yes' }, holding)).toEqual([]);
    expect(missingForOrder({ ...recoded, budgetAnswer: 'yes' }, holding)).toEqual([]);
    const lax: OrderPolicy = { complete: false, closedYears: [], budget: null };
    const bare = { ...complete, coding: null, ...payment({ iban: null, dueDate: null }), budgetAnswer: null };
    expect(missingForOrder(bare, lax)).toEqual([]);
    expect(missingForOrder({ ...bare, ...payment({ waitsForSecond: true }) }, lax)).toEqual(['secondPerson']);
  });
});

describe('changed payment terms', () => {
  const before: PaymentTerms = {
    ...{ amountCents: 11_900n, payee: 'Berg', iban: 'DE75512108001245126199', bic: null },
    ...{ dueDate: null, purpose: 'R 1', reducedBecause: null },
  };
  it.each<[string, Partial<PaymentTerms>, bigint, readonly string[]]>([
    ['a shorter payment with its reason', { amountCents: 10_000n, reducedBecause: 'Mangel' }, 11_900n, []],
    ['a shorter payment without', { amountCents: 10_000n }, 11_900n, ['reducedBecause']],
    ['more than the invoice asks for', { amountCents: 11_901n }, 11_900n, ['amount']],
    ['nothing at all', { amountCents: 0n }, 11_900n, ['amount']],
    ['an account with wrong check digits', { iban: 'DE75 5121 0800 1245 1261 98' }, 11_900n, ['iban']],
    ['another account, with blanks', { iban: 'DE02 1203 0000 0000 2020 51' }, 11_900n, []],
    ['half a BIC', { bic: 'GENO' }, 11_900n, ['bic']],
    ['the same in other letters', { iban: 'de75 512108001245126199' }, 11_900n, ['unchanged']],
    ['another amount of a negative claim', { amountCents: -1n }, -11_900n, ['amount']],
  ])('%s', (_, changed, payable, wrong) => {
    const terms = tidyTerms({ ...before, ...changed }, payable);
    expect(paymentFaults(terms, before, payable)).toEqual(wrong);
  });
});
