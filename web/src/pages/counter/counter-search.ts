import { oneOf, type RawSearch } from '../../browser/search-values.js';

export interface CounterSearch {
  /** Left out: submit. */
  readonly do?: 'check';
}

export const parseCounterSearch = (raw: RawSearch): CounterSearch => ({ do: oneOf(['check'], raw, 'do') });

export interface TrackingSearch {
  /** Right after submitting: the page is the receipt too. */
  readonly receipt?: 'new';
}

export const parseTrackingSearch = (raw: RawSearch): TrackingSearch => ({ receipt: oneOf(['new'], raw, 'receipt') });
