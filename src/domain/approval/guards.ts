import { ACTIONS, type Need } from './actions.js';
import { authorityOf } from './authority.js';
import { euroCents } from './euro-amount.js';
import type { Acting, Actor, DecisionRequest, Person } from './facts.js';
import { TRANSITIONS, type Action, type State } from './lifecycle.js';
import { isInSteps, sharePerson, type Step } from './progress.js';
import { refuse, type Refusal } from './refusals.js';
import { PERMISSIONS, isValidOn, reaches, type Role } from './roles.js';
import { requiredOrders } from './value-steps.js';

/** A request against an invoice on a day: what every guard looks at. */
export interface Case extends Step {
  readonly request: DecisionRequest;
  readonly today: string;
}

/** A guard says why not, or null. */
export type Guard = (theCase: Case) => Refusal | null;

/** Longest reason, in UTF-16 units; a letter's page, and small enough to log and mail. */
export const MAX_REASON_CHARACTERS = 2_000;

export function caseOf(
  request: DecisionRequest,
  invoice: Case['invoice'],
  today: string,
  policy: Case['policy'],
): Case {
  const amountCents = invoice.gross && euroCents(invoice.gross, invoice.euroRate);
  return { request, action: request.action, by: actingAs(request.actor), invoice, today, policy, amountCents };
}

/** Who is recorded for an act; null for a machine. */
export function actingAs(actor: Actor): Acting | null {
  return actor.kind === 'person' ? { personId: actor.id, onBehalfOfId: actor.onBehalfOf?.id ?? null } : null;
}

const HANDED_OVER: readonly State[] = ['handed_over', 'paid', 'paid_reduced'];
const ORDERED: readonly State[] = ['approved', 'claimed', ...HANDED_OVER];

/** States that nothing reaches without the deed: there it has been done, whoever did it. */
export const DONE_IN: Partial<Readonly<Record<Action, readonly State[]>>> = {
  reject: ['rejected'],
  route: ['routed'],
  moveToTenant: ['moved'],
  markDuplicate: ['duplicate'],
  supersede: ['superseded'],
  dismiss: ['dismissed'],
  ask: ['query'],
  decline: ['declined'],
  confirmFactual: ['confirmed', ...ORDERED],
  confirmArithmetical: ['confirmed', ...ORDERED],
  order: ORDERED,
  claimForPayment: ['claimed', ...HANDED_OVER],
  acknowledge: HANDED_OVER,
  markPaid: ['paid'],
  markPaidReduced: ['paid_reduced'],
  dispose: ['disposed'],
};

/** Why the lifecycle has no row for this: done already, or not now. */
export function outOfState({ action, invoice: { state } }: Case): Refusal {
  if (DONE_IN[action]?.includes(state)) return refuse('alreadyDecided', { action, state });
  const rows = TRANSITIONS.filter((row) => row.action === action);
  return refuse('wrongState', { action, state, states: [...new Set(rows.map((row) => row.from))].join(' ') });
}

const forPeople =
  (guard: (theCase: Case, person: Person, by: Acting) => Refusal | null): Guard =>
  (theCase) => {
    const { actor } = theCase.request;
    return actor.kind === 'person' && theCase.by ? guard(theCase, actor, theCase.by) : null;
  };

const machineMay: Guard = ({ action, request: { actor } }) =>
  actor.kind === 'machine' && !PERMISSIONS[action].parts.includes(actor.part)
    ? refuse('machineMayNot', { action, part: actor.part })
    : null;

const hasGrant = forPeople(({ action, invoice, today }, person) => {
  const authority = authorityOf(person, action, invoice.departmentId, today);
  return authority.kind === 'none' ? authority.refusal : null;
});

/** Nobody has looked for duplicates and accounts yet: whoever acts now would act without what protects them. */
const waitsForTheProgram = forPeople(({ action, invoice }) =>
  invoice.state === 'received' ? refuse('notCheckedYet', { action }) : null,
);

/** Two people must not work on the same invoice unknowingly: while one holds it, the others see who does. */
const holdsClaim = forPeople(({ action, invoice }, person) => {
  const held = invoice.state === 'in_review' || invoice.state === 'query';
  const byOther = invoice.claimedBy !== null && !isHolder(invoice.claimedBy, person);
  return held && byOther && (ACTIONS[action].exclusive || action === 'claim')
    ? refuse('claimedBySomeoneElse', { action, holder: invoice.claimedBy ?? '' })
    : null;
});

const isHolder = (claimedBy: string, person: Person): boolean =>
  claimedBy === person.id || claimedBy === person.onBehalfOf?.id;

const claimsOnce = forPeople(({ action, invoice }, person) =>
  ['claim', 'takeOver'].includes(action) && invoice.claimedBy !== null && isHolder(invoice.claimedBy, person)
    ? refuse('alreadyDecided', { action, state: invoice.state })
    : null,
);

/** Nothing lies with somebody who has left or is ill: a colleague goes on with it, under their own name and with a reason. */
const takesOverFromSomebody = forPeople(({ action, invoice }) =>
  action === 'takeOver' && invoice.claimedBy === null ? refuse('heldByNobody', { action }) : null,
);

/** Giving back another's claim is for the intake and those who order, and with a reason; colleagues take it over. */
const releasesOwnClaim = forPeople(({ action, invoice, today }, person) => {
  if (action !== 'release') return null;
  if (invoice.claimedBy === null) return refuse('notClaimed', { action });
  if (isHolder(invoice.claimedBy, person) || distributesWork(person, invoice.departmentId, today)) return null;
  return refuse('claimedBySomeoneElse', { action, holder: invoice.claimedBy });
});

const DISTRIBUTING: readonly Role[] = ['intake', 'orderer'];

const distributesWork = (person: Person, departmentId: string | null, today: string): boolean =>
  person.grants.some(
    (grant) => DISTRIBUTING.includes(grant.role) && reaches(grant, departmentId) && isValidOn(grant, today),
  );

const isNotPayee = forPeople(({ action, invoice }, person) => {
  if (ACTIONS[action].handsAway) return null;
  const payees = new Set(invoice.payeeAccountHashes);
  const payee = [person, person.onBehalfOf].find((one) => one?.ownAccountHashes.some((hash) => payees.has(hash)));
  return payee ? refuse('ownPayee', { action, person: payee.id }) : null;
});

const CONFIRMING: readonly Action[] = ['confirmFactual', 'confirmArithmetical'];
const ORDERING: readonly Action[] = ['order', 'orderAsException'];
const DECIDING: readonly Action[] = [...CONFIRMING, ...ORDERING];
const PAYING: readonly Action[] = ['claimForPayment', 'acknowledge', 'markPaid', 'markPaidReduced'];

const isOutsideKasse = forPeople(({ action, today }, person) => {
  const inKasse = [person, person.onBehalfOf].some((one) =>
    one?.grants.some((grant) => grant.role === 'cashier' && isValidOn(grant, today)),
  );
  return DECIDING.includes(action) && inKasse ? refuse('kasseMayNot', { action }) : null;
});

const paysOthersDecisions = forPeople(({ action, invoice }, _person, by) => {
  const decided = [...invoice.confirmations.map((confirmation) => confirmation.by), ...invoice.orders];
  return PAYING.includes(action) && decided.some((act) => sharePerson(act, by))
    ? refuse('paysOwnDecision', { action })
    : null;
});

/** The supplier learns why less is paid: what the town has said with the order is not left out when it is booked. */
const reportsWhatIsReduced = forPeople(({ action, invoice }) =>
  action === 'markPaid' && invoice.paymentReduced ? refuse('paymentReduced', { action }) : null,
);

const ordersOthersConfirmations = forPeople(({ action, invoice }, _person, by) =>
  action === 'order' && invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? refuse('confirmedByYourself', { action })
    : null,
);

/** A Kassenanordnung names Haushaltsjahr, Produkt and Konto, payee, account, amount and due date, or it is none. */
const ordersWhatIsComplete: Guard = ({ action, invoice: { missingForOrder } }) =>
  ORDERING.includes(action) && missingForOrder.length > 0
    ? refuse('incompleteForOrder', { action, missing: missingForOrder.join(' ') })
    : null;

/** Where the money goes is changed by nobody alone: it is the change that thieves want. */
const confirmsOthersPayment = forPeople(({ action, invoice }, _person, by) => {
  if (action !== 'confirmPayment') return null;
  if (invoice.paymentChangedBy.length === 0) return refuse('nothingToConfirm', { action });
  return invoice.paymentChangedBy.some((act) => sharePerson(act, by)) ? refuse('secondPersonNeeded', { action }) : null;
});

const confirmsBeforeOrders = forPeople(({ action, invoice }, _person, by) =>
  CONFIRMING.includes(action) && invoice.orders.some((order) => sharePerson(order, by))
    ? refuse('orderedByYourself', { action })
    : null,
);

const ordersOnce = forPeople(({ action, invoice }, _person, by) =>
  action === 'order' && invoice.orders.some((order) => sharePerson(order, by))
    ? refuse('secondPersonNeeded', { action })
    : null,
);

const confirmsOnce: Guard = ({ action, invoice }) => {
  const kind = action === 'confirmFactual' ? 'factual' : action === 'confirmArithmetical' ? 'arithmetical' : null;
  return invoice.confirmations.some((confirmation) => confirmation.kind === kind)
    ? refuse('alreadyDecided', { action, state: invoice.state })
    : null;
};

/**
 * The exception for towns too small for four eyes: begun by who may order and has confirmed, agreed to by somebody else,
 * and only where one order is enough.
 */
const ordersAsException = forPeople((theCase, person, by) => {
  const { action, invoice, amountCents, today, policy } = theCase;
  if (action !== 'orderAsException') return null;
  if (!policy.orderException) return refuse('noExceptions', { action });
  if (requiredOrders(amountCents, policy.steps) > 1) return refuse('exceptionTooHigh', { action });
  if (isSecondOfException(action, invoice))
    return invoice.exceptionBegunBy.some((one) => mayStillOrder(one, theCase))
      ? null
      : refuse('exceptionLapsed', { action });
  const order = authorityOf(person, 'order', invoice.departmentId, today);
  if (order.kind === 'none') return order.refusal;
  return invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? null
    : refuse('noExceptionNeeded', { action });
});

/** The order is that of who began the exception: it is given today, with what they may do today. */
function mayStillOrder(person: Person, { invoice, amountCents, today }: Case): boolean {
  const authority = authorityOf(person, 'order', invoice.departmentId, today);
  if (authority.kind === 'none') return false;
  const { limitCents } = authority;
  return limitCents === null || (amountCents !== null && amountCents <= limitCents);
}

/** What has been asked for once waits for the finance system; and people there answer only what has been asked. */
const recallsOnRequest = forPeople(({ action, invoice }, _person, by) => {
  const asked = invoice.proposals.filter((proposal) => proposal.action === 'requestRecall');
  if (action === 'requestRecall') return asked.length > 0 ? refuse('recallRequested', { action }) : null;
  if (action !== 'recall') return null;
  if (asked.length === 0) return refuse('noRecallRequested', { action });
  return asked.every((proposal) => sharePerson(proposal.by, by)) ? refuse('secondPersonNeeded', { action }) : null;
});

const twoConfirm = forPeople(({ action, invoice, policy }, _person, by) =>
  policy.twoConfirmers &&
  CONFIRMING.includes(action) &&
  invoice.confirmations.some((confirmation) => sharePerson(confirmation.by, by))
    ? refuse('secondConfirmerNeeded', { action })
    : null,
);

/** The other half must come from somebody else; where a third person has proposed it too, there is no need to refuse. */
const secondsOthers = forPeople(({ action, invoice }, _person, by) => {
  const halves = invoice.proposals.filter((proposal) => proposal.action === action);
  const onlyOwn = halves.length > 0 && halves.every((proposal) => sharePerson(proposal.by, by));
  return isInSteps(invoice.state, action) && onlyOwn ? refuse('secondPersonNeeded', { action }) : null;
});

/** In clarification an action answers a question; what has not been asked needs no answer. */
const answersTheQuestion: Guard = ({ action, invoice }) => {
  const { state, clarificationReason, accountInDoubt, suspicionOpen } = invoice;
  const { clears } = ACTIONS[action];
  if (state !== 'clarification' || clears === undefined) return null;
  if (clears === 'changedAccount') return accountInDoubt ? null : refuse('accountNotInDoubt', { action });
  if (clears === 'suspicion' && suspicionOpen) return null;
  const questions = clears === 'suspicion' ? ['suspectedDuplicate'] : clears;
  // What staff sent back asks whatever it asked before; the terms of an e-invoice are not replaced by hand.
  const hasTerms = clarificationReason === 'sentByStaff' && invoice.gross !== null && invoice.capturedBy === null;
  return questions.some((reason) => reason === clarificationReason) && !hasTerms
    ? null
    : refuse('notTheQuestion', { action, reason: clarificationReason ?? '' });
};

/** What a department must not find in its queue: a duplicate nobody has judged, an account nobody has released, no terms. */
const routesWhatIsClear = forPeople(({ action, invoice }) => {
  if (action !== 'route' || invoice.state !== 'clarification') return null;
  if (invoice.accountInDoubt) return refuse('accountNotReleased', { action });
  if (invoice.suspicionOpen) return refuse('suspicionOpen', { action });
  const unread = invoice.gross === null || invoice.clarificationReason === 'severalInvoices';
  return unread ? refuse('nothingToRoute', { action }) : null;
});

const confirmsOthersCapture = forPeople(({ action, invoice }, _person, by) => {
  if (action !== 'confirmCapture') return null;
  if (invoice.capturedBy === null) return refuse('nothingCaptured', { action });
  return sharePerson(invoice.capturedBy, by) ? refuse('secondPersonNeeded', { action }) : null;
});

/** BT-112 in EUR against the grant. Without a limit nothing is measured, so that no rate is needed at the top level. */
const isWithinLimit = forPeople(({ action, invoice, amountCents, today }, person) => {
  if (!ACTIONS[action].limited || isSecondOfException(action, invoice)) return null;
  const authority = authorityOf(person, limitedAs(action), invoice.departmentId, today);
  if (authority.kind === 'none') return null;
  if (!invoice.gross) return refuse('amountMissing', { action });
  if (authority.limitCents === null) return null;
  if (amountCents === null) return refuse('currencyNeedsRate', { action, currency: invoice.gross.currency });
  return amountCents > authority.limitCents
    ? refuse('aboveLimit', { action, amount: `${amountCents}`, limit: `${authority.limitCents}` })
    : null;
});

/** An exception is limited as the order that it is; who agrees to it orders nothing. */
const limitedAs = (action: Action): Action => (action === 'orderAsException' ? 'order' : action);

const isSecondOfException = (action: Action, { proposals }: Case['invoice']): boolean =>
  action === 'orderAsException' && proposals.some((proposal) => proposal.action === action);

/** What holds for the case itself, in the order in which people would ask. */
export const CASE_GUARDS: readonly Guard[] = [
  machineMay,
  hasGrant,
  waitsForTheProgram,
  isOutsideKasse,
  isNotPayee,
  holdsClaim,
  claimsOnce,
  takesOverFromSomebody,
  releasesOwnClaim,
  confirmsOnce,
  ordersOthersConfirmations,
  confirmsBeforeOrders,
  ordersOnce,
  ordersAsException,
  twoConfirm,
  paysOthersDecisions,
  reportsWhatIsReduced,
  recallsOnRequest,
  secondsOthers,
  answersTheQuestion,
  routesWhatIsClear,
  confirmsOthersCapture,
  confirmsOthersPayment,
  isWithinLimit,
  ordersWhatIsComplete,
];

/** What has to come along; who gives back another's claim also says why. */
export function needsOf({ action, request: { actor }, invoice: { claimedBy } }: Case): readonly Need[] {
  const { needs } = ACTIONS[action];
  const another = actor.kind === 'person' && claimedBy !== null && !isHolder(claimedBy, actor);
  // What the supplier has told somebody is written down; what they have sent speaks for itself.
  const toldToPerson = action === 'answer' && actor.kind === 'person';
  return toldToPerson || (action === 'release' && another) ? [...needs, 'reason'] : needs;
}

const hasReason: Guard = (theCase) => {
  const { action, request } = theCase;
  const reason = request.reason?.trim() ?? '';
  if (reason.length > MAX_REASON_CHARACTERS) {
    return refuse('reasonTooLong', { action, limitCharacters: `${MAX_REASON_CHARACTERS}` });
  }
  return reason === '' && needsOf(theCase).includes('reason') ? refuse('reasonMissing', { action }) : null;
};

const namesDepartment: Guard = ({ action, request, invoice }) => {
  if (!ACTIONS[action].needs.includes('department')) return null;
  if (!request.departmentId) return refuse('departmentMissing', { action });
  return action === 'forward' && request.departmentId === invoice.departmentId
    ? refuse('sameDepartment', { action })
    : null;
};

const namesOtherInvoice: Guard = ({ action, request }) =>
  ACTIONS[action].needs.includes('otherInvoice') && !request.otherInvoiceId
    ? refuse('otherInvoiceMissing', { action })
    : null;

const bringsCapture: Guard = ({ action, request }) =>
  ACTIONS[action].needs.includes('capture') && !request.brings?.includes('capture')
    ? refuse('captureMissing', { action })
    : null;

/** What the request itself must bring: not asked when actions are only offered. */
export const FORM_GUARDS: readonly Guard[] = [hasReason, namesDepartment, namesOtherInvoice, bringsCapture];
