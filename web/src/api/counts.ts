import { queryOptions } from '@tanstack/react-query';

const EVERY_MS = 30_000;

/** How much this person can do in each queue, by the queue's name; asked for again and again while the page is seen. */
export const countsQuery = queryOptions({
  queryKey: ['invoices', 'counts'],
  queryFn: async ({ signal }): Promise<Readonly<Record<string, number>>> => {
    const response = await fetch('/api/v1/invoices/counts', { signal });
    const body: unknown = response.ok ? await response.json() : {};
    return numbersIn(body);
  },
  refetchInterval: EVERY_MS,
  retry: false,
});

const numbersIn = (body: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).flatMap(([name, count]) =>
      typeof count === 'number' ? [[name, count]] : [],
    ),
  );
