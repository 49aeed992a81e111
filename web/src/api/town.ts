import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** What a town shows at its counter: its name, whether it is open, its limits. */
export const townQuery = (slug: string) =>
  queryOptions({
    queryKey: ['town', slug],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/counter/{slug}', { params: { path: { slug } }, signal })),
  });

/** The town's name for the header; the short name of the address stands in until it is known. */
export const useTownName = (slug: string): string => useQuery(townQuery(slug)).data?.name ?? slug;
