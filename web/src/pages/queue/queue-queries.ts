import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { paths } from '../../generated/api.js';
import { USUAL_SORT, type QueueSearch } from './queue-search.js';

type ListQuery = NonNullable<paths['/api/v1/invoices']['get']['parameters']['query']>;

/** What a list of the desk asks for; reasons are those of the clearing queue. */
export interface ListWish extends QueueSearch {
  readonly reason?: string;
  readonly waitsFor?: 'secondPerson';
}

export const PAGE_SIZE = 50;
const EVERY_MS = 10_000;

async function pageOf(wish: ListWish, cursor: string | undefined, signal: AbortSignal) {
  const { queue = 'mine', sort = USUAL_SORT, ...filters } = wish;
  const query: ListQuery = { queue, sort, ...filters, limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(api.GET('/api/v1/invoices', { params: { query }, signal }));
}

/** The list as it is read, page after page. It is renewed when `headQuery` says so, never under the reader's eyes. */
export const listQuery = (wish: ListWish) =>
  infiniteQueryOptions({
    queryKey: ['invoices', 'list', wish],
    queryFn: ({ signal, pageParam }) => pageOf(wish, pageParam === '' ? undefined : pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchOnWindowFocus: false,
  });

/** The first page, looked at again and again while the page is visible: what is new, and what others have changed. */
export const headQuery = (wish: ListWish) =>
  queryOptions({
    queryKey: ['invoices', 'head', wish],
    queryFn: ({ signal }) => pageOf(wish, undefined, signal),
    refetchInterval: EVERY_MS,
  });
