import { oneOf, textIn, type RawSearch } from '../../browser/search-values.js';

export const QUEUES = ['mine', 'department', 'clearing', 'all'] as const;
export const SORTS = ['receivedAt', 'dueDate', 'skontoUntil', 'gross', 'stateSince', 'seller'] as const;

/** The filters of the queue, as they stand in the address: a link shows somebody else the same list. */
export interface QueueSearch {
  readonly queue?: (typeof QUEUES)[number];
  readonly state?: string;
  readonly department?: string;
  readonly claimed?: 'me' | 'nobody';
  readonly search?: string;
  /** A leading "-" means descending. */
  readonly sort?: string;
}

export function parseQueueSearch(raw: RawSearch): QueueSearch {
  const sort = textIn(raw, 'sort');
  return {
    queue: oneOf(QUEUES, raw, 'queue'),
    state: textIn(raw, 'state'),
    department: textIn(raw, 'department'),
    claimed: oneOf(['me', 'nobody'], raw, 'claimed'),
    search: textIn(raw, 'search'),
    sort: SORTS.some((name) => sort === name || sort === `-${name}`) ? sort : undefined,
  };
}
