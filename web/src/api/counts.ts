import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

const EVERY_MS = 30_000;

/** How much this person can do in each queue; asked for again and again while the page is seen. */
export const countsQuery = queryOptions({
  queryKey: ['invoices', 'counts'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/counts', { signal })),
  refetchInterval: EVERY_MS,
});
