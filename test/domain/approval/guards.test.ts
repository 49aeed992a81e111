import { decide, offeredActions } from '../../../src/domain/approval/decide.js';
import {
  DEFAULT_POLICY,
  type Actor,
  type ApprovalPolicy,
  type DecisionFacts,
} from '../../../src/domain/approval/facts.js';
import type { Action } from '../../../src/domain/approval/lifecycle.js';
import {
  BAUAMT,
  EVERY_DESK,
  SCHULAMT,
  TODAY,
  by,
  confirmed,
  deputyship,
  grant,
  invoice,
  machine,
  person,
  principal,
} from './people.js';

/** The refusal's code, or where the invoice goes. */
function outcome(action: Action, actor: Actor, facts: DecisionFacts, policy: ApprovalPolicy = DEFAULT_POLICY): string {
  const decision = decide(
    { action, actor, reason: 'Grund', departmentId: SCHULAMT, otherInvoiceId: 'other' },
    facts,
    TODAY,
    policy,
  );
  return decision.kind === 'allowed' ? `${decision.progress} ${decision.transition.to}` : decision.refusal.code;
}

const orderer = (extra = {}) => person('otto', [grant('orderer', extra)]);
const feld = person('feld', EVERY_DESK);
const anna = person('anna', EVERY_DESK);

describe('the written grant', () => {
  it.each([
    ['reaches the department', {}, 'complete approved'],
    ['reaches every department', { departmentId: null }, 'complete approved'],
    ['is for another department', { departmentId: SCHULAMT }, 'noGrant'],
    ['is valid to today', { validTo: TODAY }, 'complete approved'],
    ['is valid from today', { validFrom: TODAY }, 'complete approved'],
    ['ended yesterday', { validTo: '2026-03-15' }, 'grantExpired'],
    ['begins tomorrow', { validFrom: '2026-03-17' }, 'grantNotYetValid'],
    ['goes up to the amount', { limitCents: 100_000n }, 'complete approved'],
    ['ends a cent below the amount', { limitCents: 99_999n }, 'aboveLimit'],
  ])('that %s', (_, extra, expected) => {
    expect(outcome('order', orderer(extra), confirmed())).toBe(expected);
  });

  it('names the latest day of those that ended, and the earliest of those to come', () => {
    const dayFor = (grants: readonly { validFrom?: string; validTo?: string }[]) => {
      const actor = person(
        'otto',
        grants.map((extra) => grant('orderer', extra)),
      );
      const decision = decide({ action: 'order', actor }, confirmed(), TODAY);
      return decision.kind === 'refused' ? decision.refusal.values['day'] : undefined;
    };
    expect(dayFor([{ validTo: '2025-12-31' }, { validTo: '2026-02-28' }, { validTo: '2024-12-31' }])).toBe(
      '2026-02-28',
    );
    expect(dayFor([{ validFrom: '2027-01-01' }, { validFrom: '2026-05-01' }, { validFrom: '2028-01-01' }])).toBe(
      '2026-05-01',
    );
  });

  it('counts the highest of several limits', () => {
    const several = person('otto', [
      grant('orderer', { limitCents: 100n }),
      grant('orderer', { limitCents: 200_000n }),
    ]);
    expect(outcome('order', several, confirmed())).toBe('complete approved');
    const oneWithout = person('otto', [grant('orderer', { limitCents: 100n }), grant('orderer')]);
    expect(outcome('order', oneWithout, confirmed())).toBe('complete approved');
  });

  it('does not reach an invoice without a department, unless it is given for all', () => {
    const facts = invoice({ state: 'clarification', departmentId: null });
    expect(outcome('route', person('ina', [grant('intake')]), facts)).toBe('noGrant');
    expect(outcome('route', person('ina', [grant('intake', { departmentId: null })]), facts)).toBe('complete routed');
  });
});

describe('the amount', () => {
  const upTo1000 = orderer({ limitCents: 100_000n });

  it('counts a credit note by its absolute value', () => {
    const note = (cents: bigint) => confirmed({ gross: { currency: 'EUR', cents } });
    expect(outcome('order', upTo1000, note(-100_000n))).toBe('complete approved');
    expect(outcome('order', upTo1000, note(-100_001n))).toBe('aboveLimit');
  });

  it('takes another currency by its recorded rate, or at the top level', () => {
    const francs = (euroRate: string | null) => confirmed({ gross: { currency: 'CHF', cents: 100_000n }, euroRate });
    expect(outcome('order', upTo1000, francs(null))).toBe('currencyNeedsRate');
    expect(outcome('order', upTo1000, francs('1.00'))).toBe('complete approved');
    expect(outcome('order', upTo1000, francs('1.05'))).toBe('aboveLimit');
    expect(outcome('order', orderer(), francs(null))).toBe('complete approved');
  });

  it('must be there before anybody confirms or orders', () => {
    expect(outcome('order', orderer(), confirmed({ gross: null }))).toBe('amountMissing');
    expect(outcome('confirmFactual', anna, invoice({ gross: null }))).toBe('amountMissing');
    expect(outcome('decline', anna, invoice({ gross: null }))).toBe('complete declined');
  });
});

describe('four eyes', () => {
  it('keeps who confirmed from ordering', () => {
    expect(outcome('order', feld, confirmed())).toBe('confirmedByYourself');
    expect(outcome('order', anna, confirmed())).toBe('complete approved');
  });

  it('keeps who ordered from confirming', () => {
    expect(outcome('confirmFactual', feld, invoice({ orders: [by('feld')] }))).toBe('orderedByYourself');
  });

  it('counts deputy and principal alike', () => {
    const forFeld = person('otto', [grant('orderer')], { onBehalfOf: principal('feld', [grant('orderer')]) });
    expect(outcome('order', forFeld, confirmed())).toBe('confirmedByYourself');
    const byDeputy = confirmed({ confirmations: [{ kind: 'factual', by: by('dora', 'anna') }] });
    expect(outcome('order', anna, byDeputy)).toBe('confirmedByYourself');
    expect(outcome('order', person('dora', EVERY_DESK), byDeputy)).toBe('confirmedByYourself');
  });

  it('lets one person confirm both, unless the tenant demands two', () => {
    const half = invoice({ confirmations: [{ kind: 'factual', by: by('feld') }] });
    const two = { ...DEFAULT_POLICY, twoConfirmers: true };
    expect(outcome('confirmArithmetical', feld, half)).toBe('complete confirmed');
    expect(outcome('confirmArithmetical', feld, half, two)).toBe('secondConfirmerNeeded');
    expect(outcome('confirmArithmetical', anna, half, two)).toBe('complete confirmed');
    expect(outcome('confirmArithmetical', feld, invoice(), two)).toBe('partial in_review');
  });

  it('takes each confirmation once', () => {
    const half = invoice({ confirmations: [{ kind: 'arithmetical', by: by('feld') }] });
    expect(outcome('confirmArithmetical', anna, half)).toBe('alreadyDecided');
    expect(outcome('confirmFactual', anna, half)).toBe('complete confirmed');
    expect(outcome('confirmFactual', anna, invoice())).toBe('partial in_review');
  });

  it('takes as many orders, each by somebody else, as the value step demands', () => {
    const policy = {
      ...DEFAULT_POLICY,
      steps: [
        { fromCents: 0n, toCents: 99_999n, orders: 1 },
        { fromCents: 100_000n, toCents: null, orders: 2 },
      ],
    };
    expect(outcome('order', anna, confirmed(), policy)).toBe('partial confirmed');
    const once = confirmed({ orders: [by('anna')] });
    expect(outcome('order', anna, once, policy)).toBe('secondPersonNeeded');
    expect(outcome('order', orderer(), once, policy)).toBe('complete approved');
    expect(outcome('order', anna, confirmed({ gross: { currency: 'EUR', cents: 99_999n } }), policy)).toBe(
      'complete approved',
    );
  });
});

describe('a complete order', () => {
  it('is refused with what is missing, also as an exception, and confirmed all the same', () => {
    const facts = confirmed({ missingForOrder: ['dueDate', 'coding'] });
    expect(decide({ action: 'order', actor: orderer() }, facts, TODAY)).toMatchObject({
      refusal: { code: 'incompleteForOrder', values: { missing: 'dueDate coding' } },
    });
    const exception = { ...DEFAULT_POLICY, orderException: true };
    const own = confirmed({ missingForOrder: ['coding'] });
    expect(outcome('orderAsException', person('feld', [grant('orderer')]), own, exception)).toBe('incompleteForOrder');
    expect(outcome('confirmFactual', feld, invoice({ missingForOrder: ['coding'] }))).toBe('partial in_review');
  });
});

describe('a changed payee or account', () => {
  it.each([
    ['nobody changed it', [], 'nothingToConfirm'],
    ['somebody else changed it', [by('feld')], 'complete in_review'],
    ['they changed it themselves', [by('anna')], 'secondPersonNeeded'],
    ['they had a hand in it', [by('feld'), by('anna')], 'secondPersonNeeded'],
    ['a deputy changed it for them', [by('feld', 'anna')], 'secondPersonNeeded'],
  ])('is confirmed where %s: %#', (_, paymentChangedBy, expected) => {
    expect(outcome('confirmPayment', anna, invoice({ paymentChangedBy }))).toBe(expected);
  });
});

describe('the Kasse', () => {
  const kassier = person('kai', [...EVERY_DESK, grant('cashier')]);

  it.each(['confirmFactual', 'confirmArithmetical'] as const)('may not %s', (action) => {
    expect(outcome(action, kassier, invoice())).toBe('kasseMayNot');
  });

  it('may not order, neither itself nor through a deputy', () => {
    expect(outcome('order', kassier, confirmed())).toBe('kasseMayNot');
    const deputy = person('anna', EVERY_DESK, { onBehalfOf: principal('kai', kassier.grants) });
    expect(outcome('order', deputy, confirmed())).toBe('kasseMayNot');
  });

  it('may again once the grant has ended', () => {
    const former = person('kai', [...EVERY_DESK, grant('cashier', { validTo: '2025-12-31' })]);
    expect(outcome('order', former, confirmed())).toBe('complete approved');
  });

  it('reports no payment of what the same person confirmed or ordered', () => {
    const handedOver = confirmed({ state: 'handed_over', orders: [by('otto')] });
    const cashier = (id: string) => person(id, [grant('cashier')]);
    expect(outcome('markPaid', cashier('feld'), handedOver)).toBe('paysOwnDecision');
    expect(outcome('markPaid', cashier('otto'), handedOver)).toBe('paysOwnDecision');
    expect(outcome('markPaid', cashier('kai'), handedOver)).toBe('complete paid');
    expect(outcome('markPaid', machine('financeSystem'), handedOver)).toBe('complete paid');
  });
});

describe('the payee', () => {
  const own = { ownAccountHashes: ['another', 'hash-of-the-supplier'] };

  it('decides on nothing', () => {
    expect(outcome('order', person('otto', [grant('orderer')], own), confirmed())).toBe('ownPayee');
    expect(outcome('confirmFactual', person('anna', EVERY_DESK, own), invoice())).toBe('ownPayee');
    expect(outcome('claim', person('anna', EVERY_DESK, own), invoice({ state: 'routed' }))).toBe('ownPayee');
  });

  it('is nobody with another account', () => {
    const other = { ownAccountHashes: ['another'] };
    expect(outcome('order', person('otto', [grant('orderer')], other), confirmed())).toBe('complete approved');
  });

  it('may not act through a deputy either', () => {
    const deputy = person('otto', [grant('orderer')], { onBehalfOf: principal('paul', [grant('orderer')], own) });
    expect(outcome('order', deputy, confirmed())).toBe('ownPayee');
  });

  it('may still hand the invoice on', () => {
    const payee = person('anna', EVERY_DESK, own);
    expect(outcome('forward', payee, invoice())).toBe('complete routed');
    expect(outcome('release', payee, invoice({ claimedBy: 'anna' }))).toBe('complete routed');
  });
});

describe('the claim', () => {
  const held = invoice({ claimedBy: 'feld' });

  it.each(['claim', 'confirmFactual', 'decline', 'ask', 'forward', 'code', 'markDuplicate'] as const)(
    'keeps others from %s while somebody holds it',
    (action) => {
      expect(outcome(action, anna, held)).toBe('claimedBySomeoneElse');
      expect(outcome(action, anna, invoice())).not.toBe('claimedBySomeoneElse');
    },
  );

  it('lets its holder, and the holder’s deputy, go on', () => {
    expect(outcome('confirmFactual', feld, held)).toBe('partial in_review');
    const deputy = person('anna', EVERY_DESK, { onBehalfOf: principal('feld', EVERY_DESK) });
    expect(outcome('confirmFactual', deputy, held)).toBe('partial in_review');
    expect(outcome('claim', feld, held)).toBe('alreadyDecided');
  });

  it('is taken over by a colleague who says why, under their own name', () => {
    expect(outcome('takeOver', anna, held)).toBe('complete in_review');
    expect(outcome('takeOver', anna, { ...held, state: 'query' })).toBe('complete query');
    expect(outcome('takeOver', feld, held)).toBe('alreadyDecided');
    expect(outcome('takeOver', anna, invoice())).toBe('heldByNobody');
    expect(outcome('takeOver', person('otto', [grant('orderer')]), held)).toBe('noGrant');
    const elsewhere = person('otto', [grant('factualConfirmer', { departmentId: SCHULAMT })]);
    expect(outcome('takeOver', elsewhere, held)).toBe('noGrant');
    expect(decide({ action: 'takeOver', actor: anna }, held, TODAY)).toMatchObject({
      refusal: { code: 'reasonMissing' },
    });
    expect(decide({ action: 'takeOver', actor: anna, reason: 'Krank.' }, held, TODAY)).toMatchObject({
      claim: 'taken',
      voids: [],
    });
  });

  it('asks for a reason only from who gives back what another holds', () => {
    const needs = (actor: Actor) =>
      offeredActions(held, actor, TODAY).find(({ action }) => action === 'release')?.needs;
    expect(needs(feld)).toEqual([]);
    expect(needs(person('ina', [grant('intake')]))).toEqual(['reason']);
  });

  it('is given back by its holder, or by the intake or who orders with a reason', () => {
    const confirmer = person('carl', [grant('factualConfirmer')]);
    const intake = person('ina', [grant('intake')]);
    expect(outcome('release', feld, held)).toBe('complete routed');
    expect(outcome('release', confirmer, held)).toBe('claimedBySomeoneElse');
    expect(outcome('release', person('ina', [grant('intake', { departmentId: SCHULAMT })]), held)).toBe('noGrant');
    expect(outcome('release', intake, held)).toBe('complete routed');
    expect(outcome('release', person('otto', [grant('orderer')]), held)).toBe('complete routed');
    expect(outcome('release', feld, invoice())).toBe('notClaimed');
    expect(decide({ action: 'release', actor: intake }, held, TODAY)).toMatchObject({
      refusal: { code: 'reasonMissing' },
    });
    expect(decide({ action: 'release', actor: feld }, held, TODAY).kind).toBe('allowed');
  });

  it('is taken by claiming, ends with a decision and outlasts a question', () => {
    const claimAfter = (action: Action, facts: DecisionFacts) => {
      const decision = decide({ action, actor: feld, reason: 'Grund' }, facts, TODAY);
      return decision.kind === 'allowed' && decision.claim;
    };
    expect(claimAfter('claim', invoice({ state: 'routed' }))).toBe('taken');
    expect(claimAfter('ask', held)).toBe('kept');
    expect(claimAfter('confirmFactual', held)).toBe('ended');
  });
});

describe('deputies', () => {
  const deputy = (own: object, lent: object, period = {}) =>
    person('dora', [grant('orderer', { departmentId: SCHULAMT, ...own })], {
      onBehalfOf: principal('otto', [grant('orderer', lent)], { deputyships: [deputyship('otto', period)] }),
    });

  it.each([
    ['both reach', { limitCents: 100_000n }, { limitCents: 500_000n }, 'complete approved'],
    ['the deputy’s is too small', { limitCents: 99_999n }, { limitCents: 500_000n }, 'aboveLimit'],
    ['the principal’s is too small', { limitCents: 500_000n }, { limitCents: 99_999n }, 'aboveLimit'],
    ['only the principal’s is set', {}, { limitCents: 99_999n }, 'aboveLimit'],
    ['only the deputy’s is set', { limitCents: 99_999n }, {}, 'aboveLimit'],
    ['none is set', {}, {}, 'complete approved'],
    ['the principal’s grant is for elsewhere', {}, { departmentId: SCHULAMT }, 'noGrant'],
    ['the deputy’s grant has ended', { validTo: '2026-01-31' }, {}, 'grantExpired'],
  ])('act within the smaller limit: %s', (_, own, lent, expected) => {
    expect(outcome('order', deputy(own, lent), confirmed())).toBe(expected);
  });

  it('act on the days of the deputyship only', () => {
    expect(outcome('order', deputy({}, {}, { validFrom: TODAY, validTo: TODAY }), confirmed())).toBe(
      'complete approved',
    );
    expect(outcome('order', deputy({}, {}, { validTo: '2026-03-15' }), confirmed())).toBe('deputyshipNotValid');
    expect(outcome('order', deputy({}, {}, { validFrom: '2026-03-17' }), confirmed())).toBe('deputyshipNotValid');
  });

  it('are recorded with both names', () => {
    expect(decide({ action: 'order', actor: deputy({}, {}) }, confirmed(), TODAY)).toMatchObject({
      by: { personId: 'dora', onBehalfOfId: 'otto' },
    });
  });
});

describe('steps that take two people', () => {
  const proposal = { action: 'reopen', by: by('anna') } as const;

  it('wait after the first and close with the second', () => {
    expect(outcome('reopen', anna, invoice({ state: 'rejected' }))).toBe('partial rejected');
    const proposed = invoice({ state: 'rejected', proposals: [proposal] });
    expect(outcome('reopen', anna, proposed)).toBe('secondPersonNeeded');
    expect(outcome('reopen', feld, proposed)).toBe('complete clarification');
  });

  it('do not take the half of another step for their own', () => {
    const proposed = invoice({ state: 'rejected', proposals: [{ action: 'dispose', by: by('anna') }] });
    expect(outcome('reopen', feld, proposed)).toBe('partial rejected');
  });

  it('close declining above the tenant’s limit, and below it in one', () => {
    const policy = { ...DEFAULT_POLICY, declineByTwoAboveCents: 99_999n };
    expect(outcome('decline', anna, invoice(), policy)).toBe('partial in_review');
    expect(outcome('decline', anna, invoice({ gross: null }), policy)).toBe('partial in_review');
    const proposed = invoice({ proposals: [{ action: 'decline', by: by('anna') }] });
    expect(outcome('decline', feld, proposed, policy)).toBe('complete declined');
    expect(outcome('decline', anna, invoice(), { ...policy, declineByTwoAboveCents: 100_000n })).toBe(
      'complete declined',
    );
  });

  it('belong to the invoice’s department', () => {
    expect(invoice().departmentId).toBe(BAUAMT);
    expect(outcome('dispose', anna, invoice({ state: 'paid' }))).toBe('partial paid');
  });
});
