import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

/** All of it is renewed together: an absence that is entered makes a deputyship hold. */
export const DEPUTIES_KEY = ['deputies'] as const;

const A_WHILE_MS = 60_000;

/** For whom one may act today. */
export const standInsQuery = queryOptions({
  queryKey: [...DEPUTIES_KEY, 'stand-ins'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/stand-ins', { signal }))).items,
  staleTime: A_WHILE_MS,
});

/** Everybody in the house. */
export const colleaguesQuery = queryOptions({
  queryKey: [...DEPUTIES_KEY, 'colleagues'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/colleagues', { signal })),
  staleTime: A_WHILE_MS,
});

export const absencesQuery = queryOptions({
  queryKey: [...DEPUTIES_KEY, 'absences'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/absences', { signal }))).items,
});

export const deputyshipsQuery = queryOptions({
  queryKey: [...DEPUTIES_KEY, 'deputyships'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/deputyships', { signal }))).items,
});

export type Colleague = Awaited<
  ReturnType<NonNullable<Exclude<typeof colleaguesQuery.queryFn, symbol>>>
>['items'][number];
export type Absence = Awaited<ReturnType<NonNullable<Exclude<typeof absencesQuery.queryFn, symbol>>>>[number];
export type Deputyship = Awaited<ReturnType<NonNullable<Exclude<typeof deputyshipsQuery.queryFn, symbol>>>>[number];
export type LendableRole = Awaited<
  ReturnType<NonNullable<Exclude<typeof colleaguesQuery.queryFn, symbol>>>
>['lendableRoles'][number]['role'];
