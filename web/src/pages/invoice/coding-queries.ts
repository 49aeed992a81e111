import { queryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { actingFor } from '../../api/acting-for.js';
import { answerOf, api, versionOf } from '../../api/client.js';
import type { paths } from '../../generated/api.js';
import type { Language } from '../../words/language.js';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Coding = Answer<'/api/v1/invoices/{id}/coding'>;
export type CodingVersion = Coding['versions'][number];
export type Split = CodingVersion['splits'][number];
export type Payment = Answer<'/api/v1/invoices/{id}/payment'>;
export type PaymentVersion = Payment['versions'][number];
export type Chart = Answer<'/api/v1/chart'>;

/** Something of an invoice, with the version of the invoice under which it was read: that one goes back with a change. */
export interface Seen<T> {
  readonly value: T;
  readonly etag: string;
}

/** Renewed with the invoice itself. */
export const codingQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'coding', language, actingFor()],
    queryFn: ({ signal }) => versionOf(api.GET('/api/v1/invoices/{id}/coding', { params: { path: { id } }, signal })),
  });

export const paymentQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'payment', language, actingFor()],
    queryFn: ({ signal }) => versionOf(api.GET('/api/v1/invoices/{id}/payment', { params: { path: { id } }, signal })),
  });

/** Reads a part of the invoice anew as soon as the invoice is found in another version than the part. */
export function useInStep({ etag }: Pick<Seen<unknown>, 'etag'>, part: UseQueryResult<Seen<unknown>>): void {
  const { data, refetch } = part;
  const isBehind = data !== undefined && data.etag !== etag;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [etag, isBehind, refetch]);
}

const SOME_MINUTES_MS = 300_000;

export const chartQuery = (fiscalYear: number) =>
  queryOptions({
    queryKey: ['chart', fiscalYear],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/chart', { params: { query: { fiscalYear } }, signal })),
    staleTime: SOME_MINUTES_MS,
  });
