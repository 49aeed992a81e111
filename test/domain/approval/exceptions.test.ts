import { decide } from '../../../src/domain/approval/decide.js';
import { DEFAULT_POLICY, type Actor, type DecisionFacts } from '../../../src/domain/approval/facts.js';
import type { Action } from '../../../src/domain/approval/lifecycle.js';
import { standingDecisions, isVoided, type RecordedDecision } from '../../../src/domain/approval/standing.js';
import { TODAY, by, confirmed, grant, invoice, machine, person, principal } from './people.js';

const permitted = { ...DEFAULT_POLICY, orderException: true };

function outcome(action: Action, actor: Actor, facts: DecisionFacts, policy = permitted): string {
  const decision = decide({ action, actor, reason: 'Niemand sonst ist da.' }, facts, TODAY, policy);
  return decision.kind === 'allowed' ? `${decision.progress} ${decision.transition.to}` : decision.refusal.code;
}

/** Has confirmed, and is the only one who may order. */
const feld = person('feld', [grant('factualConfirmer'), grant('orderer')]);
const clerk = person('clerk', [grant('intake')]);
const begun = (extra: Partial<DecisionFacts> = {}) =>
  confirmed({ proposals: [{ action: 'orderAsException', by: by('feld') }], exceptionBegunBy: [feld], ...extra });
/** Begun by Feld, who may do less today. */
const begunBy = (...grants: Parameters<typeof person>[1]) => begun({ exceptionBegunBy: [person('feld', grants)] });

describe('the exception for tiny towns', () => {
  it.each<[string, Actor, DecisionFacts, string]>([
    ['is begun by who has confirmed and may order', feld, confirmed(), 'partial confirmed'],
    ['is not finished by the same person', feld, begun(), 'secondPersonNeeded'],
    ['is finished by a colleague without authority to order', clerk, begun(), 'complete approved'],
    ['is not begun by who may not order', clerk, confirmed(), 'noGrant'],
    ['is not needed by who has not confirmed', person('otto', [grant('orderer')]), confirmed(), 'noExceptionNeeded'],
    [
      'keeps the limit of the order',
      person('feld', [grant('factualConfirmer'), grant('orderer', { limitCents: 99_999n })]),
      confirmed(),
      'aboveLimit',
    ],
    [
      'is not finished by a deputy of who began it',
      person('clerk', [grant('intake')], { onBehalfOf: principal('feld', [grant('intake')]) }),
      begun(),
      'secondPersonNeeded',
    ],
    ['is not finished once who began it has left', clerk, begun({ exceptionBegunBy: [] }), 'exceptionLapsed'],
    [
      'is not finished once who began it may not order any more',
      clerk,
      begunBy(grant('factualConfirmer'), grant('orderer', { validTo: '2026-03-15' })),
      'exceptionLapsed',
    ],
    [
      'is not finished once the limit of who began it is lower',
      clerk,
      begunBy(grant('orderer', { limitCents: 99_999n })),
      'exceptionLapsed',
    ],
    [
      'is finished up to the limit of who began it',
      clerk,
      begunBy(grant('orderer', { limitCents: 100_000n })),
      'complete approved',
    ],
    ['is nothing for the Kasse', person('kim', [grant('intake'), grant('cashier')]), begun(), 'kasseMayNot'],
    ['orders nothing incomplete', feld, confirmed({ missingForOrder: ['coding'] }), 'incompleteForOrder'],
  ])('%s', (_, actor, facts, expected) => {
    expect(outcome('orderAsException', actor, facts)).toBe(expected);
  });

  it('is there only where the town permits it, and never where several must order', () => {
    expect(outcome('orderAsException', feld, confirmed(), DEFAULT_POLICY)).toBe('noExceptions');
    const steps = [{ fromCents: 0n, toCents: null, orders: 2 }];
    expect(outcome('orderAsException', feld, confirmed(), { ...permitted, steps })).toBe('exceptionTooHigh');
    expect(outcome('order', feld, confirmed())).toBe('confirmedByYourself');
  });

  const record = (personId: string, progress: RecordedDecision['progress']): RecordedDecision => ({
    ...{ action: 'orderAsException', progress, personId, onBehalfOf: null, voidedAt: null },
  });

  it('is an order of both once both have signed, and none before', () => {
    const first = standingDecisions([record('feld', 'partial')]);
    expect(first).toMatchObject({ orders: [], proposals: [{ action: 'orderAsException', by: by('feld') }] });
    const both = standingDecisions([record('feld', 'partial'), record('clerk', 'complete')]);
    expect(both.orders).toEqual([by('feld'), by('clerk')]);
    expect(isVoided(record('feld', 'partial'), ['orders'])).toBe(true);
    const paying = person('clerk', [grant('cashier')]);
    expect(outcome('markPaid', paying, invoice({ state: 'handed_over', orders: both.orders }))).toBe('paysOwnDecision');
  });
});

describe('a reduced payment', () => {
  const reduced = invoice({ state: 'handed_over', paymentReduced: true });
  const bookkeeper = person('bea', [grant('bookkeeper')]);

  it('is reported as one, with the reason', () => {
    expect(outcome('markPaid', bookkeeper, reduced)).toBe('paymentReduced');
    expect(outcome('markPaidReduced', bookkeeper, reduced)).toBe('complete paid_reduced');
    expect(outcome('markPaid', bookkeeper, invoice({ state: 'handed_over' }))).toBe('complete paid');
  });
});

describe('a recall', () => {
  const asked = (extra: Partial<DecisionFacts> = {}) =>
    invoice({ state: 'handed_over', proposals: [{ action: 'requestRecall', by: by('feld') }], ...extra });
  const bookkeeper = person('bea', [grant('bookkeeper')]);

  it.each<[string, Action, Actor, DecisionFacts, string]>([
    ['is asked for once', 'requestRecall', feld, invoice({ state: 'handed_over' }), 'complete handed_over'],
    ['is not asked for twice', 'requestRecall', feld, asked(), 'recallRequested'],
    ['is confirmed by finance', 'recall', bookkeeper, asked(), 'complete in_review'],
    [
      'is confirmed by the finance system unasked too',
      'recall',
      machine('financeSystem'),
      invoice({ state: 'handed_over' }),
      'complete in_review',
    ],
    [
      'is not confirmed by people unasked',
      'recall',
      bookkeeper,
      invoice({ state: 'handed_over' }),
      'noRecallRequested',
    ],
    [
      'is not confirmed by who asked for it',
      'recall',
      person('feld', [grant('bookkeeper')]),
      asked(),
      'secondPersonNeeded',
    ],
    ['comes too late once it is paid', 'requestRecall', feld, invoice({ state: 'paid' }), 'wrongState'],
    [
      'is not how an order is taken back before the claim',
      'requestRecall',
      feld,
      invoice({ state: 'approved' }),
      'wrongState',
    ],
    ['is the only way once finance has claimed it', 'revoke', feld, confirmed({ state: 'claimed' }), 'wrongState'],
  ])('%s', (_, action, actor, facts, expected) => {
    expect(outcome(action, actor, facts)).toBe(expected);
  });

  it('waits in the record until it is answered', () => {
    const request: RecordedDecision = {
      ...{ action: 'requestRecall', progress: 'complete', personId: 'feld', onBehalfOf: null, voidedAt: null },
    };
    expect(standingDecisions([request]).proposals).toEqual([{ action: 'requestRecall', by: by('feld') }]);
    expect(isVoided(request, ['proposals'])).toBe(true);
    expect(isVoided({ ...request, action: 'returnToReview' }, ['proposals'])).toBe(false);
  });
});
