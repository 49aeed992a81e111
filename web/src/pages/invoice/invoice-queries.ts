import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { actingFor } from '../../api/acting-for.js';
import { answerOf, api, versionOf } from '../../api/client.js';
import type { paths } from '../../generated/api.js';
import type { Language } from '../../words/language.js';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Invoice = Answer<'/api/v1/invoices/{id}'>;
export type Offer = NonNullable<Invoice['offers']>[number];
export type InvoiceLine = Answer<'/api/v1/invoices'>['items'][number];
export type InvoiceFile = Answer<'/api/v1/invoices/{id}/files'>['items'][number];
export type LaterPaper = Answer<'/api/v1/invoices/{id}/later-papers'>['items'][number];
export type Report = Answer<'/api/v1/invoices/{id}/report'>;
export type Finding = Report['findings'][number];
export type HistoryEvent = Answer<'/api/v1/invoices/{id}/history'>['events'][number];
export type Source = Answer<'/api/v1/invoices/{id}/source'>;

/** An invoice with the version under which it was read. */
export interface SeenInvoice {
  readonly value: Invoice;
  readonly etag: string;
}

const EVERY_MS = 30_000;
const A_DAY_MS = 86_400_000;

const at = (id: string) => ({ path: { id } });
const keyOf = (id: string, ...parts: readonly string[]) => ['invoices', 'one', id, ...parts];

/** Sentences in it are in the reader's language; looked at again while it is open, because others decide too. */
export const invoiceQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: keyOf(id, 'invoice', language, actingFor() ?? ''),
    queryFn: ({ signal }) => versionOf(api.GET('/api/v1/invoices/{id}', { params: at(id), signal })),
    refetchInterval: EVERY_MS,
  });

export const modelQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'model'),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/model', { params: at(id), signal })),
  });

export const reportQuery = (id: string, language: Language) =>
  queryOptions({
    queryKey: keyOf(id, 'report', language),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/report', { params: at(id), signal })),
  });

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['files', id, 'source'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/source', { params: at(id), signal })),
  });

export const filesQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'files'),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/files', { params: at(id), signal })),
  });

/** What came later beside the same file. */
export const laterPapersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(id, 'later-papers'),
    queryFn: ({ signal, pageParam }) => {
      const query = pageParam === '' ? {} : { cursor: pageParam };
      return answerOf(api.GET('/api/v1/invoices/{id}/later-papers', { params: { ...at(id), query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const historyQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(id, 'history'),
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/invoices/{id}/history', { params: { ...at(id), query: { after: pageParam } }, signal }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ nextAfter }) => nextAfter,
  });

export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'duplicates'),
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/invoices/{id}/duplicates', { params: at(id), signal })),
  });

/** The semantic model and its codes in words; they change with the program only. */
export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/terms', { signal })),
  staleTime: A_DAY_MS,
});

export const codesQuery = queryOptions({
  queryKey: ['codes'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/codes', { signal })),
  staleTime: A_DAY_MS,
});

export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/departments', { signal })),
});

/** Where a file's bytes lie; they go out as an attachment under their exact type. */
export const fileAddress = (id: string, fileId: string): string =>
  `/api/v1/invoices/${encodeURIComponent(id)}/files/${encodeURIComponent(fileId)}`;

export const laterPaperAddress = (id: string, paperId: string): string =>
  `/api/v1/invoices/${encodeURIComponent(id)}/later-papers/${encodeURIComponent(paperId)}`;

export async function fileBytes(id: string, fileId: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const params = { path: { id, fileId } };
  return answerOf(api.GET('/api/v1/invoices/{id}/files/{fileId}', { params, signal, parseAs: 'arrayBuffer' }));
}

export const fileTextQuery = (id: string, fileId: string) =>
  queryOptions({
    queryKey: ['files', id, fileId, 'text'],
    queryFn: async ({ signal }) => new TextDecoder().decode(await fileBytes(id, fileId, signal)),
  });

export const fileBytesQuery = (id: string, fileId: string) =>
  queryOptions({
    queryKey: ['files', id, fileId],
    queryFn: ({ signal }) => fileBytes(id, fileId, signal),
    staleTime: A_DAY_MS, // a file never changes
    gcTime: 60_000,
  });

type NextOf = NonNullable<paths['/api/v1/invoices']['get']['parameters']['query']>['queue'];

/** The first invoices of a queue in the order in which they are due: where to go on. */
export const nextQuery = (queue: NextOf) =>
  queryOptions({
    queryKey: ['invoices', 'next', queue],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/invoices', { params: { query: { queue, sort: 'dueDate', limit: 2 } }, signal })),
  });
