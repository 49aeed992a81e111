import type { KeyData } from '../invoice/key-data.js';
import type { State } from './lifecycle.js';

/** UNTDID 1001: a corrected invoice. */
const CORRECTED_INVOICE = '384';

/**
 * Whether what an invoice refers to (BG-3) is corrected by it. A final invoice names the partial ones before it as well,
 * and takes nothing back.
 */
export const isCorrection = ({ kind, typeCode }: Pick<KeyData, 'kind' | 'typeCode'>): boolean =>
  kind === 'creditNote' || typeCode === CORRECTED_INVOICE;

/** What one has to know of an invoice to judge it beside its correction. */
export interface Side {
  readonly state: State;
  readonly kind: 'invoice' | 'creditNote' | null;
  readonly currency: string | null;
  /** BT-112 in cents; null: unknown. */
  readonly grossCents: bigint | null;
}

/**
 * What is to be said of an original and its correction:
 * replace: the original can still be replaced; partCredit: a credit note over less, both go their way;
 * bothPaid: the original is with the finance system, and the correction would be paid as well;
 * setOff: it is there too, and the credit note is set off against it; settled: one of the two is not going to be paid.
 */
export type CorrectionAdvice = 'replace' | 'partCredit' | 'bothPaid' | 'setOff' | 'settled';

const ENDED: readonly State[] = ['rejected', 'declined', 'duplicate', 'superseded', 'dismissed', 'moved', 'disposed'];
const WITH_FINANCE: readonly State[] = ['claimed', 'handed_over', 'paid', 'paid_reduced'];

/** A correction only proposes: a person decides. */
export function correctionAdvice(original: Side, correction: Side): CorrectionAdvice {
  if ([original, correction].some(({ state }) => ENDED.includes(state))) return 'settled';
  const isCredit = correction.kind === 'creditNote';
  if (WITH_FINANCE.includes(original.state)) return isCredit ? 'setOff' : 'bothPaid';
  return isCredit && !coversAll(original, correction) ? 'partCredit' : 'replace';
}

const coversAll = (original: Side, credit: Side): boolean =>
  original.grossCents !== null &&
  credit.grossCents !== null &&
  original.currency === credit.currency &&
  absolute(credit.grossCents) >= absolute(original.grossCents);

const absolute = (cents: bigint): bigint => (cents < 0n ? -cents : cents);
