import { queryOptions, useQuery } from '@tanstack/react-query';

/** The town's name for the header; the short name of the address stands in until it is known. */
export const townQuery = (slug: string) =>
  queryOptions({
    queryKey: ['town', slug],
    queryFn: async ({ signal }): Promise<string> => {
      const response = await fetch(`/api/v1/counter/${encodeURIComponent(slug)}`, { signal });
      const body: unknown = response.ok ? await response.json() : null;
      return nameIn(body) ?? slug;
    },
    staleTime: Infinity,
    retry: false,
  });

export const useTownName = (slug: string): string => useQuery(townQuery(slug)).data ?? slug;

const nameIn = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'name' in body && typeof body.name === 'string' ? body.name : undefined;
