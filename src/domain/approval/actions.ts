import type { ClarificationReason } from '../routing/clearing-reasons.js';
import type { Action, Wording } from './lifecycle.js';

/** What a request must bring along beside the action itself. */
export type Need = 'reason' | 'department' | 'otherInvoice' | 'capture' | 'colleague';

/** Taken by who acts, kept as it is, ended, or given to a colleague. */
export type ClaimFate = 'taken' | 'kept' | 'ended' | 'given';

interface ActionRow {
  /** What stands on the button. */
  readonly label: Wording;
  readonly needs: readonly Need[];
  /** What becomes of the claim ("I am working on it"): a decision ends it, so that the next person can go on. */
  readonly claim: ClaimFate;
  /** While somebody holds the claim, only the holder may do this. */
  readonly exclusive: boolean;
  /** The amount is measured against the limit of the grant. */
  readonly limited?: true;
  /**
   * In clarification it answers these questions only: reasons for clarification, or an account that nobody has released
   * or a likeness that nobody has judged, whatever else has brought the invoice here.
   */
  readonly clears?: readonly ClarificationReason[] | 'changedAccount' | 'suspicion';
  /** It only gives the invoice away: allowed to the payee too, who must be able to get rid of it. */
  readonly handsAway?: true;
}

const row = (
  de: string,
  en: string,
  needs: readonly Need[] = [],
  extra: Partial<Omit<ActionRow, 'label' | 'needs'>> = {},
): ActionRow => ({ label: { de, en }, needs, claim: 'ended', exclusive: false, ...extra });

const BY_HOLDER = { exclusive: true } as const;
/** Files of which the program has no terms to rely on. */
const UNREAD: readonly ClarificationReason[] = ['notAnEInvoice', 'severalInvoices', 'couldNotBeChecked', 'sentByStaff'];
const WHILE_HELD = { exclusive: true, claim: 'kept' } as const;

/** One row per action: its words, what it needs, and how it treats a claim. */
export const ACTIONS: Readonly<Record<Action, ActionRow>> = {
  reject: row('Formal zurückweisen', 'Reject formally', ['reason']),
  sendToClarification: row('In Klärung geben', 'Send to clarification', ['reason'], { handsAway: true }),
  route: row('Zuordnen', 'Route', ['department']),
  moveToTenant: row('An Mandanten übergeben', 'Move to tenant', ['reason']),
  markDuplicate: row('Als Dublette kennzeichnen', 'Mark as duplicate', ['otherInvoice'], BY_HOLDER),
  supersede: row('Durch Korrektur ersetzen', 'Replace by correction', ['otherInvoice'], BY_HOLDER),
  dismiss: row('Als „keine Rechnung“ ablegen', 'File as not an invoice', ['reason'], { clears: UNREAD }),
  dismissSuspicion: row('Keine Dublette', 'Not a duplicate', [], { clears: 'suspicion' }),
  releaseAccount: row('Konto freigeben', 'Release the account', [], { clears: 'changedAccount' }),
  capture: row('Erfassen', 'Capture', ['capture'], { clears: UNREAD }),
  confirmCapture: row('Erfassung bestätigen', 'Confirm the capture', [], { clears: UNREAD }),
  recheck: row('Erneut prüfen', 'Check again'),
  forward: row('Weiterleiten', 'Forward', ['department', 'reason'], { exclusive: true, handsAway: true }),
  claim: row('Übernehmen', 'Take on', [], { claim: 'taken' }),
  takeOver: row('An sich nehmen', 'Take over', ['reason'], { claim: 'taken' }),
  passOn: row('Weitergeben', 'Pass on', ['colleague'], { exclusive: true, handsAway: true, claim: 'given' }),
  release: row('Zurückgeben', 'Give back', [], { handsAway: true }),
  code: row('Kontieren', 'Code', [], WHILE_HELD),
  amendPayment: row('Zahlungsangaben ändern', 'Change payment instruction', ['reason'], WHILE_HELD),
  confirmPayment: row('Zahlungsangaben bestätigen', 'Confirm the payment instruction', [], { claim: 'kept' }),
  confirmFactual: row('Sachlich richtig feststellen', 'Confirm the facts', [], { exclusive: true, limited: true }),
  confirmArithmetical: row('Rechnerisch richtig feststellen', 'Confirm the figures', [], {
    exclusive: true,
    limited: true,
  }),
  ask: row('Rückfrage stellen', 'Ask the supplier', ['reason'], WHILE_HELD),
  answer: row('Antwort aufnehmen', 'Record the answer', [], WHILE_HELD),
  decline: row('Sachlich ablehnen', 'Decline', ['reason'], BY_HOLDER),
  order: row('Anordnen', 'Order payment', [], { limited: true }),
  orderAsException: row('Als Ausnahme anordnen', 'Order as an exception', ['reason'], { limited: true }),
  returnToReview: row('Zur Prüfung zurückgeben', 'Return to review', ['reason']),
  revoke: row('Anordnung zurücknehmen', 'Revoke the order', ['reason']),
  claimForPayment: row('Zur Zahlung abholen', 'Claim for payment'),
  acknowledge: row('Übergabe bestätigen', 'Acknowledge the hand-over'),
  refuseByFinance: row('Übergabe ablehnen', 'Refuse the hand-over', ['reason']),
  returnUntaken: row('Als nicht übernommen zurückgeben', 'Return as not taken', ['reason']),
  requestRecall: row('Rückruf anfordern', 'Request a recall', ['reason']),
  recall: row('Rückruf bestätigen', 'Confirm the recall', ['reason']),
  markPaid: row('Zahlung melden', 'Report payment'),
  markPaidReduced: row('Gekürzte Zahlung melden', 'Report a reduced payment', ['reason']),
  reopen: row('Wieder aufnehmen', 'Reopen', ['reason']),
  dispose: row('Löschen nach Aufbewahrung', 'Dispose of', ['reason']),
};

/** Whether a received text names an action. */
export const isAction = (text: string): text is Action => Object.hasOwn(ACTIONS, text);

export const ALL_ACTIONS: readonly Action[] = Object.keys(ACTIONS).filter(isAction);
