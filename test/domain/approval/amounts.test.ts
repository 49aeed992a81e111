import { euroCents } from '../../../src/domain/approval/euro-amount.js';
import {
  DEFAULT_STEPS,
  requiredOrders,
  stepProblems,
  type ValueStep,
} from '../../../src/domain/approval/value-steps.js';

const step = (fromCents: bigint, toCents: bigint | null, orders = 1): ValueStep => ({ fromCents, toCents, orders });

describe('the amount that limits are measured with', () => {
  it.each([
    ['euro as they are', 'EUR', 100_050n, null, 100_050n],
    ['a credit note by its absolute value', 'EUR', -100_050n, null, 100_050n],
    ['another currency by its rate', 'CHF', 100_00n, '1.05', 105_00n],
    ['fractions of a cent upwards', 'CHF', 1n, '0.001', 1n],
    ['a credit note in another currency', 'USD', -333n, '0.5', 167n],
    ['nothing without a rate', 'USD', 333n, null, null],
    ['nothing with a rate of zero', 'USD', 333n, '0.00', null],
    ['nothing with a rate that is none', 'USD', 333n, '1e9', null],
    ['nothing with a negative rate', 'USD', 333n, '-1', null],
    ['amounts beyond what a double holds', 'CHF', 90_071_992_547_409_931n, '1', 90_071_992_547_409_931n],
  ])('takes %s', (_, currency, cents, rate, expected) => {
    expect(euroCents({ currency, cents }, rate)).toBe(expected);
  });
});

describe('value steps', () => {
  it('cover zero to infinity without a gap', () => {
    expect(stepProblems(DEFAULT_STEPS)).toEqual([]);
    expect(stepProblems([step(0n, 99n), step(100n, 999n, 2), step(1_000n, null, 3)])).toEqual([]);
  });

  it.each([
    ['none at all', [], ['noSteps']],
    ['too many', Array.from({ length: 21 }, () => step(0n, null)), ['tooManySteps']],
    ['one that begins above zero', [step(1n, null)], ['doesNotStartAtZero']],
    ['one that ends', [step(0n, 99n)], ['lastStepEnds']],
    ['a gap', [step(0n, 99n), step(101n, null)], ['gap']],
    ['an overlap', [step(0n, 99n), step(99n, null)], ['overlap']],
    ['an endless one too early', [step(0n, null), step(100n, null)], ['endlessBeforeTheLast']],
    ['one that ends before it starts', [step(0n, 99n), step(100n, 50n), step(51n, null)], ['endsBeforeItStarts']],
    ['no order', [step(0n, null, 0)], ['ordersOutOfRange']],
    ['too many orders', [step(0n, null, 6)], ['ordersOutOfRange']],
    ['half an order', [step(0n, null, 1.5)], ['ordersOutOfRange']],
  ])('refuse %s', (_, steps, codes) => {
    expect(stepProblems(steps).map(({ code }) => code)).toEqual(codes);
  });

  it('say how many must order, both ends of a step included', () => {
    const steps = [step(0n, 99n), step(100n, 999n, 2), step(1_000n, null, 3)];
    expect([0n, 99n, 100n, 999n, 1_000n, 10n ** 30n].map((cents) => requiredOrders(cents, steps))).toEqual([
      1, 1, 2, 2, 3, 3,
    ]);
  });

  it('take the strictest for an unknown amount and for a hole', () => {
    const holed = [step(0n, 99n, 3), step(200n, null, 2)];
    expect([requiredOrders(null, holed), requiredOrders(150n, holed), requiredOrders(150n, [])]).toEqual([3, 3, 1]);
  });
});
