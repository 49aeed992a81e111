import { oneOf, textIn, type RawSearch } from '../../browser/search-values.js';

export const QUEUES = ['mine', 'department', 'toConfirm', 'toOrder', 'clearing', 'all'] as const;
export const SORTS = ['receivedAt', 'dueDate', 'skontoUntil', 'nextLoss', 'gross', 'stateSince', 'seller'] as const;

export type Queue = (typeof QUEUES)[number];
export type SortKey = (typeof SORTS)[number];
export type Sort = SortKey | `-${SortKey}`;

/** The filters of the queue, as they stand in the address: a link shows somebody else the same list. */
export interface QueueSearch {
  readonly queue?: Queue;
  readonly state?: string;
  readonly department?: string;
  readonly claimed?: 'me' | 'nobody' | 'absent';
  /** Whose work: `own`, or the id of whom one stands in for, in whose place one then acts. */
  readonly whose?: string;
  readonly search?: string;
  /** A leading "-" means descending. */
  readonly sort?: Sort;
}

/** What is due first comes first, unless the reader wants it otherwise. */
export const USUAL_SORT: Sort = 'dueDate';

export function parseQueueSearch(raw: RawSearch): QueueSearch {
  return {
    queue: oneOf(QUEUES, raw, 'queue'),
    state: textIn(raw, 'state'),
    department: textIn(raw, 'department'),
    claimed: oneOf(['me', 'nobody', 'absent'], raw, 'claimed'),
    whose: textIn(raw, 'whose'),
    search: textIn(raw, 'search'),
    sort: oneOf(
      SORTS.flatMap((name) => [name, `-${name}`] as const),
      raw,
      'sort',
    ),
  };
}

/** Tells one list from another, in whatever order it stands. */
export const listNameOf = ({ queue = 'mine', state, department, claimed, whose, search }: QueueSearch): string =>
  JSON.stringify([queue, state, department, claimed, whose, search]);

/** Whether the list shows less than its whole queue. */
export const isFiltered = ({ state, department, claimed, whose, search }: QueueSearch): boolean =>
  [state, department, claimed, whose, search].some((filter) => filter !== undefined);
