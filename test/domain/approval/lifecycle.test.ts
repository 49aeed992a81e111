import { ACTIONS, ALL_ACTIONS, isAction } from '../../../src/domain/approval/actions.js';
import {
  END_STATES,
  STATES,
  SUPPLIER_STEPS,
  TRANSITIONS,
  isState,
  transitionFor,
  voidedBy,
  type State,
} from '../../../src/domain/approval/lifecycle.js';
import { isTold, stepTold } from '../../../src/domain/mail/answer-kinds.js';

const ALL_STATES = Object.keys(STATES).filter(isState);

const leavesTo = (from: State): State[] => [
  ...new Set(TRANSITIONS.filter((row) => row.from === from).map((row) => row.to)),
];

/** The states that each state leads on to, itself left out. */
const EXPECTED: Record<State, readonly State[]> = {
  received: ['rejected', 'clarification', 'routed', 'moved'],
  clarification: ['routed', 'rejected', 'duplicate', 'superseded', 'dismissed', 'received', 'moved'],
  rejected: ['clarification', 'disposed'],
  duplicate: ['clarification', 'disposed'],
  routed: ['in_review', 'clarification', 'duplicate', 'superseded'],
  in_review: ['confirmed', 'query', 'declined', 'routed', 'duplicate', 'superseded'],
  query: ['in_review', 'declined', 'routed', 'duplicate', 'superseded'],
  confirmed: ['approved', 'in_review', 'superseded'],
  approved: ['claimed', 'in_review', 'superseded'],
  claimed: ['handed_over', 'in_review', 'approved'],
  handed_over: ['paid', 'paid_reduced', 'in_review'],
  paid: ['disposed'],
  paid_reduced: ['disposed'],
  declined: ['in_review', 'disposed'],
  superseded: ['disposed'],
  dismissed: ['clarification', 'disposed'],
  moved: [],
  disposed: [],
};

describe('the lifecycle of an invoice', () => {
  it.each(ALL_STATES)('leads from %s to exactly the states that the house has agreed on', (state) => {
    const others = leavesTo(state).filter((to) => to !== state);
    expect(others.toSorted()).toEqual(EXPECTED[state].toSorted());
  });

  it('reaches every state from received', () => {
    const reached = new Set<State>(['received']);
    for (const state of reached) leavesTo(state).forEach((to) => reached.add(to));
    expect([...reached].toSorted()).toEqual(ALL_STATES.toSorted());
  });

  it('ends only in disposed and moved', () => {
    const ends = ALL_STATES.filter((state) => leavesTo(state).length === 0);
    expect(ends.toSorted()).toEqual([...END_STATES].toSorted());
  });

  it('leads from every state to an end', () => {
    const leads = new Set<State>(END_STATES);
    for (let before = -1; before !== leads.size;) {
      before = leads.size;
      ALL_STATES.filter((state) => leavesTo(state).some((to) => leads.has(to))).forEach((state) => leads.add(state));
    }
    expect([...leads].toSorted()).toEqual(ALL_STATES.toSorted());
  });

  it('names only states and actions that exist, and uses every action', () => {
    for (const row of TRANSITIONS) {
      expect(isState(row.from) && isState(row.to) && isAction(row.action)).toBe(true);
    }
    expect([...new Set(TRANSITIONS.map(({ action }) => action))].toSorted()).toEqual(ALL_ACTIONS.toSorted());
  });

  it('has one row for each state, action and progress, and a closing row beside each partial one', () => {
    const keys = TRANSITIONS.map(({ from, action, when }) => `${from} ${action} ${when ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    const partial = TRANSITIONS.filter(({ when }) => when === 'partial');
    expect(partial.length).toBeGreaterThan(0);
    for (const row of partial) {
      expect(row.to).toBe(row.from);
      expect(transitionFor(row.from, row.action, 'complete')?.to).not.toBe(row.from);
    }
  });

  it('keeps an invoice in review until both confirmations are there', () => {
    expect(transitionFor('in_review', 'confirmFactual', 'partial')?.to).toBe('in_review');
    expect(transitionFor('in_review', 'confirmFactual')?.to).toBe('confirmed');
    expect(transitionFor('confirmed', 'order', 'partial')?.to).toBe('confirmed');
    expect(transitionFor('received', 'order')).toBeUndefined();
  });

  it('voids what was signed wherever an invoice falls back to review or changes its department', () => {
    const late: readonly State[] = ['confirmed', 'approved', 'claimed', 'handed_over', 'declined'];
    const fallingBack = TRANSITIONS.filter(({ from, to }) => to === 'in_review' && late.includes(from));
    expect(fallingBack.length).toBeGreaterThan(5);
    const moving = TRANSITIONS.filter(({ action }) => action === 'route' || action === 'forward');
    for (const { change } of [...fallingBack, ...moving]) {
      expect(change && voidedBy(change)).toEqual(['confirmations', 'orders', 'proposals']);
    }
  });

  it('keeps the orders when finance has taken nothing', () => {
    expect(voidedBy('untaken')).toEqual(['proposals']);
  });

  it.each(Object.entries(STATES))('has words in both languages for %s', (_, { label, supplier }) => {
    for (const wording of [label, SUPPLIER_STEPS[supplier]]) expect(wording.de && wording.en).toBeTruthy();
  });

  it('has no step for suppliers that no state is', () => {
    const told = new Set(ALL_STATES.map((state) => STATES[state].supplier));
    expect([...told].toSorted()).toEqual(Object.keys(SUPPLIER_STEPS).toSorted());
  });

  it('has a mail for each step but arrival, moving and disposal', () => {
    const silent = ALL_STATES.filter((state) => {
      const { supplier } = STATES[state];
      return !isTold(supplier) || stepTold(`step.${supplier}`) !== supplier;
    });
    expect(silent).toEqual(['received', 'moved', 'disposed']);
  });

  it('tells a Peppol sender a status in every state but the four that are the house’s own affair', () => {
    const silent = ALL_STATES.filter((state) => STATES[state].response === null);
    expect(silent.toSorted()).toEqual(['dismissed', 'disposed', 'moved', 'superseded']);
  });

  it('does not take a foreign text for a state or an action', () => {
    expect([isState('toString'), isState('approved'), isAction('constructor'), isAction('order')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(ACTIONS.order.label.de).toBe('Anordnen');
  });
});
