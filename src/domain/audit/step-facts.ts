import { ACTIONS } from '../approval/actions.js';
import type { Allowed } from '../approval/decide.js';
import type { Action } from '../approval/lifecycle.js';
import type { CanonicalValue } from './canonical-json.js';

/** The row of an invoice as far as steps of the lifecycle write it. */
export interface StepRow {
  readonly version: number;
  readonly departmentId: string | null;
  readonly claimedBy: string | null;
  readonly clarificationReason: string | null;
}

/** A step with what it writes beside the state; what is absent stays as it is. */
export interface RecordedStep {
  readonly action: Action;
  readonly allowed: Allowed;
  readonly before: StepRow;
  readonly set: Partial<Omit<StepRow, 'version'>>;
  /** Latest version of the payment instruction that the step rests on, or makes; 0: there is none yet. */
  readonly paymentVersion: number;
}

type Told = Readonly<Record<string, CanonicalValue>>;

/**
 * What the event of a step must tell so that the log alone gives back what is stored, and shows what was decided on:
 * the states, who holds the claim from now on, what counts no more, the amount that limits were measured with.
 */
export function stepFacts({ action, allowed, before, set, paymentVersion }: RecordedStep): Told {
  const { transition, progress, voids, restsOn } = allowed;
  return {
    from: transition.from,
    to: transition.to,
    progress,
    version: before.version + (transition.change === undefined ? 0 : 1),
    paymentVersion,
    ...(voids.length === 0 ? {} : { voids }),
    ...(set.departmentId === undefined ? {} : { department: set.departmentId }),
    ...changed('claimedBy', before.claimedBy, set.claimedBy),
    ...changed('clarification', before.clarificationReason, set.clarificationReason),
    ...(isMeasured(action) ? { amountCents: restsOn.amountCents?.toString() ?? null } : {}),
  };
}

/** What goes into the disposable part: the accounts, as keyed hashes, that whoever signed was compared with. */
export const stepPayload = ({ action, allowed }: Pick<RecordedStep, 'action' | 'allowed'>): Told =>
  isMeasured(action) && allowed.by !== null ? { payeeAccounts: allowed.restsOn.payeeAccountHashes } : {};

/** The disposable part as a history shows it: the hashes are for those alone who check the log. */
export const toldPayload = (payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null => {
  const told = Object.entries(payload).filter(([name]) => name !== 'payeeAccounts');
  return told.length === 0 ? null : Object.fromEntries(told);
};

const changed = (name: string, before: string | null, after: string | null | undefined): Told =>
  after === undefined || after === before ? {} : { [name]: after };

/** Declining is measured too: above a limit it takes two. */
const isMeasured = (action: Action): boolean => ACTIONS[action].limited === true || action === 'decline';
