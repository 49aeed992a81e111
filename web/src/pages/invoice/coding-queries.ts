import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
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

/** Renewed with the invoice itself. */
export const codingQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'coding', language],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/coding', { params: { path: { id } }, signal })),
  });

export const paymentQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: ['invoices', 'one', id, 'payment', language],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/payment', { params: { path: { id } }, signal })),
  });

const SOME_MINUTES_MS = 300_000;

export const chartQuery = (fiscalYear: number) =>
  queryOptions({
    queryKey: ['chart', fiscalYear],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/chart', { params: { query: { fiscalYear } }, signal })),
    staleTime: SOME_MINUTES_MS,
  });
