import { correctionAdvice, isCorrection, type Side } from '../../../src/domain/approval/corrections.js';
import { STATES, isState, transitionFor } from '../../../src/domain/approval/lifecycle.js';

const side = (extra: Partial<Side> = {}): Side => ({
  state: 'in_review',
  kind: 'invoice',
  currency: 'EUR',
  grossCents: 11_900n,
  ...extra,
});
const credit = (grossCents: bigint | null, currency = 'EUR') => side({ kind: 'creditNote', grossCents, currency });

describe('an invoice and its correction', () => {
  it.each([
    ['a corrected invoice', { kind: 'invoice', typeCode: '384' }, true],
    ['a credit note', { kind: 'creditNote', typeCode: '381' }, true],
    ['a final invoice after partial ones', { kind: 'invoice', typeCode: '380' }, false],
    ['a document without a type', { kind: 'invoice', typeCode: undefined }, false],
  ] as const)('%s corrects what it refers to: %s', (_, document, expected) => {
    expect(isCorrection(document)).toBe(expected);
  });

  it.each([
    ['before hand-over, it can be replaced', side({ state: 'approved' }), side(), 'replace'],
    ['with finance, both would be paid', side({ state: 'handed_over' }), side(), 'bothPaid'],
    ['paid already, both would be paid', side({ state: 'paid' }), side(), 'bothPaid'],
    ['a full credit replaces', side(), credit(-11_900n), 'replace'],
    ['a lower credit goes its own way', side(), credit(5_000n), 'partCredit'],
    ['a credit in another currency goes its own way', side(), credit(11_900n, 'CHF'), 'partCredit'],
    ['a credit without a total goes its own way', side(), credit(null), 'partCredit'],
    ['a credit is set off against what is with finance', side({ state: 'claimed' }), credit(11_900n), 'setOff'],
    ['a declined original is settled', side({ state: 'declined' }), side(), 'settled'],
    ['a rejected correction is settled', side(), side({ state: 'rejected' }), 'settled'],
  ] as const)('%s', (_, original, correction, expected) => {
    expect(correctionAdvice(original, correction)).toBe(expected);
  });

  it('proposes to replace only where the lifecycle can, or the program is still looking', () => {
    for (const state of Object.keys(STATES).filter(isState)) {
      const advice = correctionAdvice(side({ state }), side());
      expect({ state, replace: advice === 'replace' }).toEqual({
        state,
        replace: state === 'received' || transitionFor(state, 'supersede') !== undefined,
      });
    }
  });
});
