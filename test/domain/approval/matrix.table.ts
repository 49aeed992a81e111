import { MAX_REASON_CHARACTERS } from '../../../src/domain/approval/guards/form.guards.js';
import type { Action, State, Transition } from '../../../src/domain/approval/lifecycle.js';
import type { RefusalCode } from '../../../src/domain/approval/refusals.js';
import type { MachinePart, Role } from '../../../src/domain/approval/roles.js';
import { CLERK, bothBy, karla, selfOf, twoOrders, type Cast, type Situation } from './matrix-situation.js';
import { by } from './people.js';

/** What each role may do before any guard looks at the single case, said once more and the other way round. */
export const MAY: Readonly<Record<Role | MachinePart, readonly Action[]>> = {
  intake: [
    ...(['reject', 'sendToClarification', 'route', 'moveToTenant', 'markDuplicate', 'supersede', 'dismiss'] as const),
    ...(['dismissSuspicion', 'releaseAccount', 'capture', 'confirmCapture', 'recheck', 'forward', 'release'] as const),
    ...(['orderAsException', 'reopen'] as const),
  ],
  coding: [
    ...([
      'sendToClarification',
      'markDuplicate',
      'dismissSuspicion',
      'forward',
      'claim',
      'takeOver',
      'passOn',
    ] as const),
    ...(['release', 'code', 'amendPayment', 'confirmPayment', 'ask', 'answer'] as const),
  ],
  factualConfirmer: [
    ...(['sendToClarification', 'markDuplicate', 'supersede', 'dismissSuspicion', 'forward', 'claim'] as const),
    ...(['takeOver', 'passOn', 'release', 'code', 'confirmPayment', 'confirmFactual', 'ask', 'answer'] as const),
    ...(['decline', 'orderAsException', 'returnToReview', 'requestRecall', 'reopen'] as const),
  ],
  arithmeticalConfirmer: [
    ...(['sendToClarification', 'forward', 'claim', 'takeOver', 'passOn', 'release', 'amendPayment'] as const),
    ...(['confirmPayment', 'confirmArithmetical', 'ask', 'answer', 'orderAsException', 'returnToReview'] as const),
  ],
  orderer: ['release', 'order', 'orderAsException', 'returnToReview', 'revoke', 'requestRecall'],
  cashier: ['markPaid', 'markPaidReduced'],
  bookkeeper: [
    ...(['releaseAccount', 'capture', 'confirmCapture', 'orderAsException', 'claimForPayment', 'acknowledge'] as const),
    ...(['refuseByFinance', 'returnUntaken', 'recall', 'markPaid', 'markPaidReduced'] as const),
  ],
  treasurer: [],
  auditor: [],
  records: ['dispose'],
  tenantAdmin: [],
  systemAdmin: [],
  pipeline: ['reject', 'sendToClarification', 'route', 'moveToTenant', 'recheck'],
  financeSystem: ['claimForPayment', 'acknowledge', 'refuseByFinance', 'recall', 'markPaid', 'markPaidReduced'],
  supplier: ['answer'],
};

/** Where an action the lifecycle has no row for is answered with "done already", and not with where it is possible. */
export const DONE: Partial<Readonly<Record<Action, readonly State[]>>> = {
  ...{ reject: ['rejected'], route: ['routed'], moveToTenant: ['moved'], markDuplicate: ['duplicate'] },
  ...{ supersede: ['superseded'], dismiss: ['dismissed'], ask: ['query'], decline: ['declined'] },
  confirmFactual: ['confirmed', 'approved', 'claimed', 'handed_over', 'paid', 'paid_reduced'],
  confirmArithmetical: ['confirmed', 'approved', 'claimed', 'handed_over', 'paid', 'paid_reduced'],
  order: ['approved', 'claimed', 'handed_over', 'paid', 'paid_reduced'],
  claimForPayment: ['claimed', 'handed_over', 'paid', 'paid_reduced'],
  acknowledge: ['handed_over', 'paid', 'paid_reduced'],
  ...{ markPaid: ['paid'], markPaidReduced: ['paid_reduced'], dispose: ['disposed'] },
};

/**
 * One thing that speaks against some actions. A pattern names an action, and what else of the cell must be so: the
 * state, the half of the step, the role; `*` is every action. Cells without an answer are as they are without it.
 */
export interface Circumstance {
  readonly change: (before: Situation, cast: Cast, row: Transition) => Partial<Situation>;
  /** Where two would fit a cell, the first is given. */
  readonly answers: Partial<Readonly<Record<RefusalCode, readonly string[]>>>;
  /** Whom it is told: people only unless said otherwise. */
  readonly machinesToo?: true;
  /** It is about the grant itself: asked before anything else, and of whoever acts where `anybody` says so. */
  readonly first?: 'ofWhoMay' | 'ofAnybody';
  /** Only who acts for somebody else can meet it. */
  readonly inVertretung?: true;
}

type Facts = Situation['facts'];
const facts =
  (change: (before: Facts, self: string, row: Transition) => Partial<Facts>): Circumstance['change'] =>
  (before, cast, row) => ({ facts: { ...before.facts, ...change(before.facts, selfOf(cast), row) } });
const request =
  (change: Partial<Situation['request']>): Circumstance['change'] =>
  (before) => ({ request: { ...before.request, ...change } });
const policy =
  (change: Partial<Situation['policy']>): Circumstance['change'] =>
  (before) => ({ policy: { ...before.policy, ...change } });
const withoutRecall = ({ proposals }: Facts) => proposals.filter(({ action }) => action !== 'requestRecall');

const CONFIRMING = ['confirmFactual', 'confirmArithmetical'];
const PAYING = ['claimForPayment', 'acknowledge', 'markPaid', 'markPaidReduced'];
/** What is measured against a limit: the second half of an exception orders nothing. */
const LIMITED = [...CONFIRMING, 'order', 'orderAsException partial'];
/** A supplier's own answer waits for nobody, and speaks for itself. */
const AT_QUERIES = ['answer coding', 'answer factualConfirmer', 'answer arithmeticalConfirmer'];
/** What only the holder does while somebody holds the invoice, and giving it back, which others may who distribute work. */
const IN_HAND = [
  ...['markDuplicate', 'supersede', 'forward', 'decline', 'passOn'].flatMap((one) => [
    `${one} in_review`,
    `${one} query`,
  ]),
  ...['code', 'amendPayment', 'ask', 'claim', ...CONFIRMING].map((one) => `${one} in_review`),
  ...['release coding', 'release factualConfirmer', 'release arithmeticalConfirmer'],
  ...AT_QUERIES,
];
const REASONED = [
  ...['reject', 'sendToClarification', 'moveToTenant', 'dismiss', 'forward', 'takeOver', 'amendPayment', 'ask'],
  ...['decline', 'orderAsException', 'returnToReview', 'revoke', 'refuseByFinance', 'returnUntaken'],
  ...['requestRecall', 'recall', 'markPaidReduced', 'reopen', 'dispose'],
  ...AT_QUERIES,
];
/** What takes two, each half by somebody else; confirmations and orders are told apart by their signatures. */
const BY_TWO = ['releaseAccount', 'decline', 'orderAsException', 'returnUntaken', 'reopen', 'dispose'];
/** Everything but what only gives the invoice away. */
const DECIDING = [...new Set(Object.values(MAY).flat())].filter(
  (action) => !['sendToClarification', 'forward', 'passOn', 'release'].includes(action),
);
const ROUTING = ['route clarification'];
const BY_HAND = ['dismiss', 'capture', 'confirmCapture'];

const OF_THE_GRANT: Readonly<Record<string, Circumstance>> = {
  'the grant is for another department': {
    change: () => ({ grant: { departmentId: 'kämmerei' } }),
    ...{ answers: { noGrant: ['*'] }, first: 'ofWhoMay' },
  },
  'the grant ended yesterday': {
    change: () => ({ grant: { validTo: '2026-03-15' } }),
    ...{ answers: { grantExpired: ['*'] }, first: 'ofWhoMay' },
  },
  'the grant begins tomorrow': {
    change: () => ({ grant: { validFrom: '2026-03-17' } }),
    ...{ answers: { grantNotYetValid: ['*'] }, first: 'ofWhoMay' },
  },
  'nobody has made them the deputy': {
    change: () => ({ deputyship: 'none' }),
    ...{ answers: { deputyshipNotValid: ['*'] }, first: 'ofAnybody', inVertretung: true },
  },
  'whom they stand in for is there': {
    change: () => ({ deputyship: { holds: 'whileAbsent' } }),
    ...{ answers: { principalIsThere: ['*'] }, first: 'ofAnybody', inVertretung: true },
  },
  'the deputyship is for another department': {
    change: () => ({ deputyship: { departmentId: 'kämmerei' } }),
    ...{ answers: { notLent: ['*'] }, first: 'ofWhoMay', inVertretung: true },
  },
  'the limit is a cent too low': {
    change: () => ({ grant: { limitCents: 99_999n } }),
    answers: { aboveLimit: LIMITED },
  },
  'the limit cannot be compared for want of a rate': {
    change: ({ facts: before }) => ({
      grant: { limitCents: 900_000n },
      facts: { ...before, gross: { currency: 'CHF', cents: 100_000n } },
    }),
    answers: { currencyNeedsRate: LIMITED },
  },
  'there is no amount': {
    change: facts(() => ({ gross: null })),
    answers: { amountMissing: LIMITED, nothingToRoute: ROUTING },
  },
  'they belong to the Kasse too': {
    change: () => ({ alsoHolds: ['cashier'] }),
    answers: { kasseMayNot: [...CONFIRMING, 'order', 'orderAsException'] },
  },
  'the payee’s account is theirs': {
    change: () => ({ ownAccountHashes: ['another', 'hash-of-the-supplier'] }),
    answers: { ownPayee: DECIDING },
  },
};

const OF_FOUR_EYES: Readonly<Record<string, Circumstance>> = {
  'they have confirmed it': {
    change: facts((_, self) => ({ confirmations: bothBy(self) })),
    answers: { confirmedByYourself: ['order'], alreadyDecided: CONFIRMING, paysOwnDecision: PAYING },
  },
  'others have confirmed it': {
    change: facts(() => ({ confirmations: bothBy(CLERK) })),
    answers: { alreadyDecided: CONFIRMING, noExceptionNeeded: ['orderAsException partial'] },
  },
  'they have ordered it': {
    change: facts((_, self) => ({ orders: [by(self)] })),
    answers: { orderedByYourself: CONFIRMING, secondPersonNeeded: ['order'], paysOwnDecision: PAYING },
  },
  'two must confirm, and what is confirmed they have': {
    change: (before, cast) => ({
      policy: { ...before.policy, twoConfirmers: true },
      facts: {
        ...before.facts,
        confirmations: before.facts.confirmations.map((one) => ({ ...one, by: by(selfOf(cast)) })),
      },
    }),
    answers: { secondConfirmerNeeded: CONFIRMING.map((one) => `${one} complete`), confirmedByYourself: ['order'] },
  },
  'the first half was theirs': {
    change: facts(({ proposals }, self, { action, when }) => ({
      proposals:
        BY_TWO.includes(action) && when
          ? [{ action, by: by(self) }]
          : proposals.map((one) => ({ ...one, by: by(self) })),
    })),
    answers: { secondPersonNeeded: [...BY_TWO, 'recall'] },
  },
  'the capture was theirs': {
    change: facts((_, self) => ({ capturedBy: by(self) })),
    answers: { secondPersonNeeded: ['confirmCapture'] },
  },
  'the changed payment instruction was theirs too': {
    change: facts((_, self) => ({ paymentChangedBy: [by(CLERK), by(self)] })),
    answers: { secondPersonNeeded: ['confirmPayment'] },
  },
  'the town permits no exception': {
    change: policy({ orderException: false }),
    answers: { noExceptions: ['orderAsException'] },
  },
  'two must order': {
    change: policy(twoOrders),
    answers: { exceptionTooHigh: ['orderAsException'] },
  },
  'who began the exception has left': {
    change: facts(() => ({ exceptionBegunBy: [] })),
    answers: { exceptionLapsed: ['orderAsException complete'] },
  },
};

const OF_THE_CLAIM: Readonly<Record<string, Circumstance>> = {
  'somebody else holds it': {
    change: facts(() => ({ claimedBy: 'somebody' })),
    answers: { claimedBySomeoneElse: IN_HAND },
  },
  'somebody else holds it, and no reason is given': {
    change: (before) => ({
      facts: { ...before.facts, claimedBy: 'somebody' },
      request: { ...before.request, reason: ' ' },
    }),
    ...{ answers: { claimedBySomeoneElse: IN_HAND, reasonMissing: [...REASONED, 'release'] }, machinesToo: true },
  },
  'they hold it': {
    change: facts((_, self) => ({ claimedBy: self })),
    answers: { alreadyDecided: ['claim', 'takeOver'] },
  },
  'nobody holds it': {
    change: facts(() => ({ claimedBy: null })),
    answers: { notClaimed: ['release'], heldByNobody: ['takeOver', 'passOn'] },
  },
  'no colleague is named': {
    change: ({ request: { colleague: _, ...rest } }) => ({ request: rest }),
    answers: { colleagueMissing: ['passOn'] },
  },
  'the colleague holds it': {
    change: (before, cast) => ({ request: { ...before.request, colleague: { ...karla, id: selfOf(cast) } } }),
    answers: { colleagueHolds: ['passOn'] },
  },
  'the colleague is away': {
    change: request({ colleague: { ...karla, absentUntil: '2026-03-20' } }),
    answers: { colleagueAbsent: ['passOn'] },
  },
  'the colleague may not go on with it': {
    change: request({ colleague: { ...karla, grants: [] } }),
    answers: { noGrant: ['passOn'] },
  },
  'the colleague is the payee': {
    change: request({ colleague: { ...karla, ownAccountHashes: ['hash-of-the-supplier'] } }),
    answers: { ownPayee: ['passOn'] },
  },
};

const OF_THE_INVOICE: Readonly<Record<string, Circumstance>> = {
  'it asks another question': {
    change: facts(() => ({ clarificationReason: 'unknownRecipient', suspicionOpen: false })),
    answers: { notTheQuestion: [...BY_HAND, 'dismissSuspicion'] },
  },
  'staff have sent back what has its own terms': {
    change: facts(() => ({ clarificationReason: 'sentByStaff', capturedBy: null })),
    answers: { notTheQuestion: BY_HAND },
  },
  'the account is in no doubt': {
    change: facts(() => ({ accountInDoubt: false })),
    answers: { accountNotInDoubt: ['releaseAccount'] },
  },
  'the account is in doubt': {
    change: facts(() => ({ accountInDoubt: true })),
    answers: { accountNotReleased: ROUTING },
  },
  'it looks like another': {
    change: facts(() => ({ suspicionOpen: true })),
    answers: { suspicionOpen: ROUTING },
  },
  'it is several invoices': {
    change: facts(() => ({ clarificationReason: 'severalInvoices' })),
    answers: { nothingToRoute: ROUTING },
  },
  'nothing has been captured': {
    change: facts(() => ({ capturedBy: null })),
    answers: { nothingCaptured: ['confirmCapture'] },
  },
  'nobody has changed payee or account': {
    change: facts(() => ({ paymentChangedBy: [] })),
    answers: { nothingToConfirm: ['confirmPayment'] },
  },
  'the order lacks something': {
    change: facts(() => ({ missingForOrder: ['coding'] })),
    answers: { incompleteForOrder: ['order', 'orderAsException'] },
  },
  'less was ordered than the invoice asks for': {
    change: facts(() => ({ paymentReduced: true })),
    answers: { paymentReduced: ['markPaid'] },
  },
  'a recall is requested': {
    change: facts((before) => ({
      proposals: [...withoutRecall(before), { action: 'requestRecall', by: by(CLERK) }],
    })),
    answers: { recallRequested: ['requestRecall'] },
  },
  'no recall is requested': {
    change: facts((before) => ({ proposals: withoutRecall(before) })),
    answers: { noRecallRequested: ['recall'] },
  },
};

const OF_THE_REQUEST: Readonly<Record<string, Circumstance>> = {
  'no reason is given': {
    change: request({ reason: ' \n ' }),
    ...{ answers: { reasonMissing: REASONED }, machinesToo: true },
  },
  'the reason is a book': {
    change: request({ reason: 'x'.repeat(MAX_REASON_CHARACTERS + 1) }),
    ...{ answers: { reasonTooLong: ['*'] }, machinesToo: true },
  },
  'no department is named': {
    change: request({ departmentId: '' }),
    ...{ answers: { departmentMissing: ['route', 'forward'] }, machinesToo: true },
  },
  'it lies in that department': {
    change: ({ request: before, facts: { departmentId } }) => ({
      request: { ...before, departmentId: departmentId ?? '' },
    }),
    answers: { sameDepartment: ['forward'] },
  },
  'no other invoice is named': {
    change: request({ otherInvoiceId: '' }),
    answers: { otherInvoiceMissing: ['markDuplicate', 'supersede'] },
  },
  'no terms come along': {
    change: request({ brings: [] }),
    answers: { captureMissing: ['capture'] },
  },
};

export const CIRCUMSTANCES: Readonly<Record<string, Circumstance>> = {
  'nothing speaks against it': { change: () => ({}), answers: {} },
  ...OF_THE_GRANT,
  ...OF_FOUR_EYES,
  ...OF_THE_CLAIM,
  ...OF_THE_INVOICE,
  ...OF_THE_REQUEST,
};
