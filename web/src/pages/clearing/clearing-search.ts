import { oneOf, textIn, type RawSearch } from '../../browser/search-values.js';

/** Reasons that the filter offers, as the API names them. */
export const REASONS = [
  ...(['leitwegIdMissing', 'leitwegIdInvalid', 'leitwegIdUnknown', 'otherTenant', 'noRuleMatched'] as const),
  ...(['suspectedDuplicate', 'accountChanged', 'notAnEInvoice', 'severalInvoices'] as const),
  ...(['couldNotBeChecked', 'sentByStaff'] as const),
] as const;

export type Reason = (typeof REASONS)[number];

/** What the clearing queue shows, as it stands in the address. */
export interface ClearingSearch {
  readonly reason?: Reason;
  /** Only where the first of two persons has acted. */
  readonly waitsFor?: 'secondPerson';
  /** The invoice that is being cleared. */
  readonly open?: string;
}

export const parseClearingSearch = (raw: RawSearch): ClearingSearch => ({
  reason: oneOf(REASONS, raw, 'reason'),
  waitsFor: oneOf(['secondPerson'], raw, 'waitsFor'),
  open: textIn(raw, 'open'),
});
