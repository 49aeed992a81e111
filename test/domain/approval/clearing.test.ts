import { decide, offeredActions } from '../../../src/domain/approval/decide.js';
import type { Actor, DecisionFacts } from '../../../src/domain/approval/facts.js';
import type { Action } from '../../../src/domain/approval/lifecycle.js';
import { explain } from '../../../src/domain/approval/refusals.js';
import { EVERY_DESK, SCHULAMT, TODAY, by, grant, invoice, machine, person, principal } from './people.js';

const anna = person('anna', EVERY_DESK);
const bert = person('bert', EVERY_DESK);

const waiting = (clarificationReason: string, extra: Partial<DecisionFacts> = {}): DecisionFacts =>
  invoice({ state: 'clarification', departmentId: null, clarificationReason, ...extra });

/** The refusal's code, or how far it goes. */
function outcome(action: Action, actor: Actor, facts: DecisionFacts): string {
  const request = { action, actor, reason: 'Grund', departmentId: SCHULAMT, otherInvoiceId: 'other' };
  const decision = decide({ ...request, brings: ['capture'] }, facts, TODAY);
  return decision.kind === 'allowed' ? `${decision.progress} ${decision.transition.to}` : decision.refusal.code;
}

describe('a changed account', () => {
  const begun = { accountInDoubt: true, proposals: [{ action: 'releaseAccount', by: by('anna') }] } as const;

  it('takes two people, deputies and principals counted alike', () => {
    const doubted = waiting('accountChanged', { accountInDoubt: true });
    expect(outcome('releaseAccount', anna, doubted)).toBe('partial clarification');
    expect(outcome('releaseAccount', anna, waiting('accountChanged', begun))).toBe('secondPersonNeeded');
    expect(outcome('releaseAccount', bert, waiting('accountChanged', begun))).toBe('complete received');
    const deputy = person('carl', EVERY_DESK, { onBehalfOf: principal('anna', EVERY_DESK) });
    expect(outcome('releaseAccount', deputy, waiting('accountChanged', begun))).toBe('secondPersonNeeded');
  });

  it('is neither the payee’s to release nor a machine’s, nor that of who may not', () => {
    const doubted = waiting('accountChanged', { accountInDoubt: true, payeeAccountHashes: ['mine'] });
    expect(outcome('releaseAccount', person('carl', EVERY_DESK, { ownAccountHashes: ['mine'] }), doubted)).toBe(
      'ownPayee',
    );
    expect(outcome('releaseAccount', machine('pipeline'), doubted)).toBe('machineMayNot');
    expect(outcome('releaseAccount', person('otto', [grant('orderer', { departmentId: null })]), doubted)).toBe(
      'noGrant',
    );
  });

  it('keeps the invoice from every department, whatever else has brought it here', () => {
    for (const reason of ['accountChanged', 'sentByStaff', 'leitwegIdMissing'])
      expect(outcome('route', anna, waiting(reason, { accountInDoubt: true }))).toBe('accountNotReleased');
    expect(outcome('releaseAccount', anna, waiting('sentByStaff', { accountInDoubt: true }))).toBe(
      'partial clarification',
    );
    expect(outcome('releaseAccount', anna, waiting('accountChanged'))).toBe('accountNotInDoubt');
    expect(outcome('route', anna, waiting('accountChanged'))).toBe('complete routed');
  });

  it('is released anew where the invoice comes back: what was agreed on before is void', () => {
    const decision = decide({ action: 'releaseAccount', actor: bert }, waiting('accountChanged', begun), TODAY);
    expect(decision).toMatchObject({ voids: expect.arrayContaining(['proposals']) });
  });
});

describe('a suspected duplicate', () => {
  it('is marked or told apart before it is routed', () => {
    const suspected = waiting('suspectedDuplicate', { suspicionOpen: true });
    expect(outcome('route', anna, suspected)).toBe('suspicionOpen');
    expect(outcome('markDuplicate', anna, suspected)).toBe('complete duplicate');
    expect(outcome('dismissSuspicion', anna, suspected)).toBe('complete received');
    expect(outcome('dismissSuspicion', anna, waiting('accountChanged'))).toBe('notTheQuestion');
  });

  it('keeps the invoice from every department, whatever reason stands beside it', () => {
    const sent = waiting('sentByStaff', { suspicionOpen: true });
    expect(outcome('route', anna, sent)).toBe('suspicionOpen');
    expect(outcome('dismissSuspicion', anna, sent)).toBe('complete received');
    expect(outcome('dismissSuspicion', machine('pipeline'), sent)).toBe('machineMayNot');
    expect(outcome('route', anna, waiting('suspectedDuplicate'))).toBe('complete routed');
    expect(outcome('dismissSuspicion', anna, waiting('suspectedDuplicate'))).toBe('complete received');
  });
});

describe('a file without terms', () => {
  const scan = waiting('notAnEInvoice', { gross: null });

  it('is captured by one and confirmed by another', () => {
    expect(outcome('capture', anna, scan)).toBe('complete clarification');
    expect(outcome('confirmCapture', anna, scan)).toBe('nothingCaptured');
    const captured = { ...scan, capturedBy: by('anna') };
    expect(outcome('confirmCapture', anna, captured)).toBe('secondPersonNeeded');
    expect(outcome('confirmCapture', bert, captured)).toBe('complete received');
  });

  it('goes to no department, and neither do several invoices in one file', () => {
    expect(outcome('route', anna, scan)).toBe('nothingToRoute');
    expect(outcome('route', anna, waiting('severalInvoices'))).toBe('nothingToRoute');
    expect(outcome('route', anna, waiting('couldNotBeChecked'))).toBe('complete routed');
  });

  it('may be filed, rejected or checked again', () => {
    expect(outcome('dismiss', anna, scan)).toBe('complete dismissed');
    expect(outcome('reject', anna, scan)).toBe('complete rejected');
    expect(outcome('recheck', anna, scan)).toBe('complete received');
    expect(outcome('recheck', machine('pipeline'), scan)).toBe('complete received');
  });

  it.each<Action>(['capture', 'dismiss', 'confirmCapture'])('alone is a question that %s answers', (action) => {
    expect(outcome(action, bert, waiting('leitwegIdMissing', { capturedBy: by('anna') }))).toBe('notTheQuestion');
  });

  it('is not what an e-invoice becomes because staff sent it back', () => {
    expect(outcome('capture', anna, waiting('sentByStaff'))).toBe('notTheQuestion');
    expect(outcome('dismiss', anna, waiting('sentByStaff'))).toBe('notTheQuestion');
    expect(outcome('capture', anna, waiting('sentByStaff', { gross: null }))).toBe('complete clarification');
    expect(outcome('capture', anna, waiting('sentByStaff', { capturedBy: by('bert') }))).toBe('complete clarification');
  });

  it('is told apart in the words of the question', () => {
    const offer = offeredActions(waiting('leitwegIdMissing'), anna, TODAY).find(({ action }) => action === 'capture');
    expect(offer?.refusal && explain(offer.refusal, 'de')).toContain(
      '„Erfassen“ beantwortet hier nichts: Zu klären ist „Leitweg-ID fehlt“',
    );
  });
});
