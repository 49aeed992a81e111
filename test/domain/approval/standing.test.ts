import {
  isVoided,
  signaturesAmong,
  standingDecisions,
  type RecordedDecision,
} from '../../../src/domain/approval/standing.js';

const record = (action: string, extra: Partial<RecordedDecision> = {}): RecordedDecision => ({
  action,
  progress: 'complete',
  personId: 'anna',
  onBehalfOf: null,
  voidedAt: null,
  ...extra,
});

const anna = { personId: 'anna', onBehalfOfId: null };

describe('the decisions that stand', () => {
  it('are told from the records, each as what it is', () => {
    const standing = standingDecisions([
      record('confirmFactual', { progress: 'partial' }),
      record('confirmArithmetical', { onBehalfOf: 'paul' }),
      record('order', { progress: 'partial' }),
      record('decline', { progress: 'partial' }),
      record('reopen'),
      record('claim'),
      record('sing', { progress: 'partial' }),
    ]);
    expect(standing).toEqual({
      confirmations: [
        { kind: 'factual', by: anna },
        { kind: 'arithmetical', by: { personId: 'anna', onBehalfOfId: 'paul' } },
      ],
      orders: [anna],
      proposals: [{ action: 'decline', by: anna }],
    });
  });

  it('leave out what has been voided', () => {
    const voidedAt = new Date(0);
    const standing = standingDecisions([record('confirmFactual', { voidedAt }), record('order', { voidedAt })]);
    expect(standing).toEqual({ confirmations: [], orders: [], proposals: [] });
  });

  it('carry a payment where they are confirmations and orders', () => {
    const factual = record('confirmFactual', { progress: 'partial' });
    const half = record('orderAsException', { progress: 'partial' });
    const other = record('orderAsException', { personId: 'bert' });
    const voided = record('order', { voidedAt: new Date(0) });
    const around = [record('claim'), record('returnToReview'), record('amendPayment'), voided];
    expect(signaturesAmong([...around, factual, half])).toEqual([factual]);
    expect(signaturesAmong([...around, factual, half, other])).toEqual([factual, half, other]);
  });

  it.each([
    ['confirmFactual', 'partial', ['confirmations'], true],
    ['confirmFactual', 'partial', ['orders', 'proposals'], false],
    ['order', 'complete', ['orders'], true],
    ['order', 'complete', ['confirmations', 'proposals'], false],
    ['decline', 'partial', ['proposals'], true],
    ['decline', 'complete', ['confirmations', 'orders', 'proposals'], false],
  ] as const)('%s (%s) under %j: %s', (action, progress, voids, expected) => {
    expect(isVoided(record(action, { progress }), voids)).toBe(expected);
  });
});
