import { offeredActions } from '../../../src/domain/approval/decide.js';
import { TRANSITIONS, STATES, isState, type Action, type State } from '../../../src/domain/approval/lifecycle.js';
import { DONE_IN } from '../../../src/domain/approval/guards/state.guards.js';
import { isAction } from '../../../src/domain/approval/actions.js';
import type { DecisionFacts, Person } from '../../../src/domain/approval/facts.js';
import { EVERY_DESK, TODAY, by, confirmed, grant, invoice, person } from './people.js';

/** States that can be reached from the beginning without these actions. */
function reachedWithout(actions: readonly Action[]): ReadonlySet<State> {
  const reached = new Set<State>(['received']);
  const rows = TRANSITIONS.filter(({ action }) => !actions.includes(action));
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const { from, to } of rows) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

describe('"has already been done"', () => {
  const cases = Object.entries(DONE_IN).flatMap(([action, states]) =>
    isAction(action) ? states.map((state) => [action, state] as const) : [],
  );

  it.each(cases)('is said of %s in %s, which nothing reaches without it', (action, state) => {
    // The two confirmations close each other: either may be the last, and neither is missing. An exception is an order.
    const pairs: readonly (readonly Action[])[] = [
      ['confirmFactual', 'confirmArithmetical'],
      ['order', 'orderAsException'],
    ];
    const together = pairs.find((pair) => pair.includes(action)) ?? [action];
    expect(reachedWithout(together).has(state)).toBe(false);
  });

  it.each([
    ['release', 'routed'],
    ['answer', 'in_review'],
    ['returnToReview', 'in_review'],
    ['revoke', 'in_review'],
    ['recall', 'in_review'],
    ['reopen', 'clarification'],
    ['sendToClarification', 'clarification'],
    ['forward', 'routed'],
    ['returnUntaken', 'approved'],
  ] as const)('is not said of %s in %s, where nothing of the kind has happened', (action, state) => {
    const offers = offeredActions(invoice({ state }), person('anna', EVERY_DESK), TODAY);
    const refusal = offers.find((offer) => offer.action === action)?.refusal;
    expect(refusal?.code).not.toBe('alreadyDecided');
  });
});

const told = (facts: DecisionFacts, who: Person): readonly string[] =>
  offeredActions(facts, who, TODAY).flatMap(({ action, refusal, relevant }) =>
    relevant && refusal ? [`${action}: ${refusal.code}`] : [],
  );

describe('what "why not?" tells', () => {
  const feld = person('feld', [grant('factualConfirmer')]);
  const head = person('head', [grant('orderer', { limitCents: 50_000n })]);

  it.each<[string, DecisionFacts, Person, readonly string[]]>([
    ['a confirmer who has taken it on', invoice({ claimedBy: 'feld' }), feld, ['confirmArithmetical: noGrant']],
    [
      'who has confirmed: that another orders',
      confirmed(),
      person('feld', [grant('factualConfirmer'), grant('orderer')]),
      ['order: confirmedByYourself'],
    ],
    ['whose limit is too low', confirmed(), head, ['order: aboveLimit']],
    [
      'an orderer while it is being confirmed',
      invoice(),
      head,
      ['confirmFactual: noGrant', 'confirmArithmetical: noGrant'],
    ],
    ['an orderer before anybody has taken it on', invoice({ state: 'routed' }), head, ['claim: noGrant']],
    ['nobody, once it is paid', invoice({ state: 'paid' }), head, []],
    [
      'the second half of one’s own proposal',
      invoice({ state: 'declined', proposals: [{ action: 'reopen', by: by('feld') }] }),
      feld,
      ['reopen: secondPersonNeeded'],
    ],
  ])('%s', (_, facts, who, expected) => {
    expect(told(facts, who)).toEqual(expected);
  });

  it('is never a deed that the state does not know, and never long', () => {
    for (const state of Object.keys(STATES).filter(isState)) {
      const facts = invoice({ state, claimedBy: 'feld' });
      expect(told(facts, person('anna', EVERY_DESK)).join()).not.toMatch(/wrongState|alreadyDecided/);
      expect(told(facts, head).length).toBeLessThanOrEqual(4);
    }
  });
});
