/** A text in both languages of the product. */
export interface Wording {
  readonly de: string;
  readonly en: string;
}

/** Codes of the Peppol Invoice Message Response (status code list, UNCL 4343 subset). */
export type InvoiceResponseCode = 'AB' | 'IP' | 'UQ' | 'RE' | 'AP' | 'PD';

/** The steps that a supplier can tell apart, in words. Which desk an invoice lies on, and whether it waits there, is not among them. */
export const SUPPLIER_STEPS = {
  received: { de: 'Eingegangen', en: 'Received' },
  inProgress: { de: 'In Bearbeitung', en: 'In progress' },
  underReview: { de: 'In Prüfung', en: 'Under review' },
  query: { de: 'Rückfrage, bitte antworten', en: 'We have a question, please answer' },
  released: { de: 'Zur Zahlung freigegeben', en: 'Released for payment' },
  paid: { de: 'Bezahlt', en: 'Paid' },
  paidReduced: { de: 'Gekürzt bezahlt, mit Grund', en: 'Paid in part, with the reason' },
  rejected: { de: 'Zurückgewiesen, siehe Prüfbericht', en: 'Rejected, see the report' },
  declined: { de: 'Abgelehnt, mit Grund', en: 'Declined, with the reason' },
  duplicate: { de: 'Bereits eingegangen', en: 'Already received' },
  superseded: { de: 'Durch eine andere Rechnung ersetzt', en: 'Replaced by another invoice' },
  dismissed: { de: 'Nicht als Rechnung bearbeitet', en: 'Not handled as an invoice' },
  moved: { de: 'Weitergeleitet', en: 'Passed on' },
  disposed: { de: 'Nicht mehr vorhanden', en: 'No longer kept' },
} as const satisfies Record<string, Wording>;

export type SupplierStep = keyof typeof SUPPLIER_STEPS;

interface StateRow {
  /** What people in the house read. */
  readonly label: Wording;
  /** What the supplier is told of it. */
  readonly supplier: SupplierStep;
  /** What a Peppol sender is told; null: nothing is sent on entering this state. */
  readonly response: InvoiceResponseCode | null;
}

/** Every state an invoice can be in. The names are stored: they never change their meaning. */
export const STATES = {
  received: { label: { de: 'Eingegangen', en: 'Received' }, supplier: 'received', response: 'AB' },
  clarification: { label: { de: 'In Klärung', en: 'In clarification' }, supplier: 'inProgress', response: 'IP' },
  rejected: { label: { de: 'Formal zurückgewiesen', en: 'Formally rejected' }, supplier: 'rejected', response: 'RE' },
  duplicate: { label: { de: 'Dublette', en: 'Duplicate' }, supplier: 'duplicate', response: 'RE' },
  routed: { label: { de: 'Zugeordnet', en: 'Routed' }, supplier: 'inProgress', response: 'IP' },
  in_review: { label: { de: 'In Prüfung', en: 'In review' }, supplier: 'underReview', response: 'IP' },
  query: { label: { de: 'Rückfrage', en: 'Query' }, supplier: 'query', response: 'UQ' },
  confirmed: { label: { de: 'Festgestellt', en: 'Confirmed' }, supplier: 'underReview', response: 'IP' },
  approved: { label: { de: 'Angeordnet', en: 'Ordered' }, supplier: 'released', response: 'AP' },
  claimed: { label: { de: 'In Übergabe', en: 'Being handed over' }, supplier: 'released', response: 'AP' },
  handed_over: { label: { de: 'Übergeben', en: 'Handed over' }, supplier: 'released', response: 'AP' },
  paid: { label: { de: 'Bezahlt', en: 'Paid' }, supplier: 'paid', response: 'PD' },
  paid_reduced: { label: { de: 'Gekürzt bezahlt', en: 'Paid in part' }, supplier: 'paidReduced', response: 'PD' },
  declined: { label: { de: 'Sachlich abgelehnt', en: 'Declined' }, supplier: 'declined', response: 'RE' },
  superseded: { label: { de: 'Ersetzt', en: 'Superseded' }, supplier: 'superseded', response: null },
  dismissed: { label: { de: 'Keine Rechnung', en: 'Not an invoice' }, supplier: 'dismissed', response: null },
  moved: {
    label: { de: 'An anderen Mandanten übergeben', en: 'Moved to another tenant' },
    supplier: 'moved',
    response: null,
  },
  disposed: { label: { de: 'Gelöscht', en: 'Disposed of' }, supplier: 'disposed', response: null },
} as const satisfies Record<string, StateRow>;

export type State = keyof typeof STATES;

/** Where a life ends: nothing leaves these states. */
export const END_STATES = ['disposed', 'moved'] as const satisfies readonly State[];

/**
 * What can be done with an invoice, in the words of the field:
 * dismiss als keine Rechnung ablegen, dismissSuspicion Dublettenverdacht verwerfen, releaseAccount Konto freigeben,
 * capture erfassen, confirmCapture Erfassung bestätigen, recheck erneut prüfen,
 * forward weiterleiten, claim übernehmen, takeOver an sich nehmen, passOn einer Kollegin oder einem Kollegen weitergeben, release zurückgeben, code kontieren,
 * amendPayment Zahlungsangaben ändern, confirmPayment deren Änderung bestätigen, confirm feststellen, order anordnen,
 * orderAsException anordnen, obwohl selbst festgestellt (winzige Gemeinden), decline ablehnen, ask rückfragen, returnToReview zur Prüfung zurückgeben, revoke Anordnung zurücknehmen,
 * claimForPayment … recall: the hand-over to the finance system.
 */
export type Action =
  | 'reject'
  | 'sendToClarification'
  | 'route'
  | 'moveToTenant'
  | 'markDuplicate'
  | 'supersede'
  | 'dismiss'
  | 'dismissSuspicion'
  | 'releaseAccount'
  | 'capture'
  | 'confirmCapture'
  | 'recheck'
  | 'forward'
  | 'claim'
  | 'takeOver'
  | 'passOn'
  | 'release'
  | 'code'
  | 'amendPayment'
  | 'confirmPayment'
  | 'confirmFactual'
  | 'confirmArithmetical'
  | 'ask'
  | 'answer'
  | 'decline'
  | 'order'
  | 'orderAsException'
  | 'returnToReview'
  | 'revoke'
  | 'claimForPayment'
  | 'acknowledge'
  | 'refuseByFinance'
  | 'returnUntaken'
  | 'requestRecall'
  | 'recall'
  | 'markPaid'
  | 'markPaidReduced'
  | 'reopen'
  | 'dispose';

/**
 * Some steps take several people. The step that still leaves something open is `partial`, the one that closes it is
 * `complete`; each has a row of its own, so that `to` stays fixed per row: a first confirmation leads from in_review
 * to in_review, the second kind to confirmed; the first of two orders from confirmed to confirmed, the last to approved.
 */
export type Progress = 'partial' | 'complete';

/** What a transition changes so that decisions made before it no longer stand; see `voidedBy`. */
export type Change = 'coding' | 'payment' | 'department' | 'return' | 'untaken' | 'capture' | 'onward' | 'holder';

export interface Transition {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  /** Absent where the action is always done in one step. */
  readonly when?: Progress;
  readonly change?: Change;
}

const each = (
  froms: readonly State[],
  action: Action,
  to: State,
  extra: Pick<Transition, 'when' | 'change'> = {},
): Transition[] => froms.map((from) => ({ from, action, to, ...extra }));

/** The first act leaves everything where it is, the closing one leads on. */
const inSteps = (from: State, action: Action, to: State, change?: Change): Transition[] => [
  { from, action, to: from, when: 'partial' },
  { from, action, to, when: 'complete', ...(change ? { change } : {}) },
];

const BEFORE_CONFIRMATION: readonly State[] = ['routed', 'in_review', 'query'];

/** The lifecycle: every allowed change of state is one row, and no other code knows what leads where. */
export const TRANSITIONS: readonly Transition[] = [
  ...each(['received', 'clarification'], 'reject', 'rejected'),
  ...each(['received', 'routed'], 'sendToClarification', 'clarification'),
  ...each(['received', 'clarification'], 'route', 'routed', { change: 'department' }),
  ...each(['received', 'clarification'], 'moveToTenant', 'moved'),
  ...each(['clarification', ...BEFORE_CONFIRMATION], 'markDuplicate', 'duplicate'),
  ...each(['clarification', ...BEFORE_CONFIRMATION, 'confirmed', 'approved'], 'supersede', 'superseded'),

  // What lets an invoice go on leads back to received: from there the pipeline takes it its way, mostly in the same transaction.
  ...inSteps('clarification', 'releaseAccount', 'received', 'onward'),
  ...each(['clarification'], 'capture', 'clarification', { change: 'capture' }),
  ...each(['clarification'], 'confirmCapture', 'received', { change: 'onward' }),
  ...each(['clarification'], 'dismissSuspicion', 'received', { change: 'onward' }),
  ...each(['clarification'], 'recheck', 'received', { change: 'onward' }),
  ...each(['clarification'], 'dismiss', 'dismissed'),

  ...each(BEFORE_CONFIRMATION, 'forward', 'routed', { change: 'department' }),
  ...each(['routed', 'in_review'], 'claim', 'in_review'),
  ...each(['in_review'], 'takeOver', 'in_review', { change: 'holder' }),
  ...each(['query'], 'takeOver', 'query', { change: 'holder' }),
  ...each(['in_review'], 'passOn', 'in_review', { change: 'holder' }),
  ...each(['query'], 'passOn', 'query', { change: 'holder' }),
  ...each(['in_review'], 'release', 'routed'),
  ...each(['in_review'], 'ask', 'query'),
  ...each(['query'], 'answer', 'in_review'),

  { from: 'routed', action: 'code', to: 'routed', change: 'coding' },
  ...each(['in_review', 'confirmed', 'approved'], 'code', 'in_review', { change: 'coding' }),
  { from: 'routed', action: 'amendPayment', to: 'routed', change: 'payment' },
  ...each(['in_review', 'confirmed', 'approved'], 'amendPayment', 'in_review', { change: 'payment' }),
  // It says that somebody else has compared what was changed: nothing that was decided rested on anything else.
  ...(['routed', 'in_review', 'confirmed'] as const).flatMap((state) => each([state], 'confirmPayment', state)),

  ...inSteps('in_review', 'confirmFactual', 'confirmed'),
  ...inSteps('in_review', 'confirmArithmetical', 'confirmed'),
  ...inSteps('in_review', 'decline', 'declined'),
  ...inSteps('query', 'decline', 'declined'),
  ...inSteps('confirmed', 'order', 'approved'),
  ...inSteps('confirmed', 'orderAsException', 'approved'),
  ...each(['confirmed'], 'returnToReview', 'in_review', { change: 'return' }),
  ...each(['approved'], 'revoke', 'in_review', { change: 'return' }),

  ...each(['approved'], 'claimForPayment', 'claimed'),
  ...each(['claimed'], 'acknowledge', 'handed_over'),
  ...each(['claimed'], 'refuseByFinance', 'in_review', { change: 'return' }),
  ...inSteps('claimed', 'returnUntaken', 'approved', 'untaken'),
  ...each(['handed_over'], 'requestRecall', 'handed_over'),
  ...each(['handed_over'], 'recall', 'in_review', { change: 'return' }),
  ...each(['handed_over'], 'markPaid', 'paid'),
  ...each(['handed_over'], 'markPaidReduced', 'paid_reduced'),

  ...inSteps('rejected', 'reopen', 'clarification', 'return'),
  ...inSteps('duplicate', 'reopen', 'clarification', 'return'),
  ...inSteps('dismissed', 'reopen', 'clarification', 'return'),
  ...inSteps('declined', 'reopen', 'in_review', 'return'),
  ...inSteps('rejected', 'dispose', 'disposed'),
  ...inSteps('duplicate', 'dispose', 'disposed'),
  ...inSteps('dismissed', 'dispose', 'disposed'),
  ...inSteps('declined', 'dispose', 'disposed'),
  ...inSteps('superseded', 'dispose', 'disposed'),
  ...inSteps('paid', 'dispose', 'disposed'),
  ...inSteps('paid_reduced', 'dispose', 'disposed'),
];

/**
 * The row for an action in a state, or undefined where the lifecycle knows none.
 * Without `progress` the closing step is meant.
 */
export function transitionFor(state: State, action: Action, progress: Progress = 'complete'): Transition | undefined {
  return TRANSITIONS.find((row) => row.from === state && row.action === action && (row.when ?? progress) === progress);
}

export type Voided = 'confirmations' | 'orders' | 'proposals';

const EVERYTHING: readonly Voided[] = ['confirmations', 'orders', 'proposals'];

const VOIDED_BY: Readonly<Record<Change, readonly Voided[]>> = {
  coding: EVERYTHING,
  payment: EVERYTHING,
  department: EVERYTHING,
  return: EVERYTHING,
  // The orders stand: only the two people's word that nothing was taken must not serve a second time.
  untaken: ['proposals'],
  // Who has begun to release an account has seen other terms.
  capture: ['proposals'],
  // A release serves once: where the invoice comes back with another doubt, it begins anew.
  onward: EVERYTHING,
  // It voids nothing; but who wanted to take it over from the same holder too has seen another one.
  holder: [],
};

/**
 * What no longer stands after a change: who signed had signed something else (§ 25 GemHVO Rheinland-Pfalz and
 * practice). What is voided stays in the record, visibly; it only counts no more.
 */
export const voidedBy = (change: Change): readonly Voided[] => VOIDED_BY[change];

/** Whether a stored or received text names a state. */
export const isState = (text: string): text is State => Object.hasOwn(STATES, text);
