import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client.js';
import type { paths } from '../../generated/api.js';
import { ADMINISTRATION_KEY } from './administration-queries.js';

export const retentionSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'retention'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/retention', { signal })),
});

export const overQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'retention', 'over'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/retention/disposals/preview', { signal }))).items,
});

export const disposalsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'retention', 'disposals'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/retention/disposals', { signal }))).items,
});

export const holdsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'retention', 'holds'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/retention/holds', { signal }))).items,
});

type Get<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

export type RetentionSetting = Get<'/api/v1/administration/settings/retention'>['value'];
export type Disposal = Get<'/api/v1/retention/disposals'>['items'][number];
export type Over = Get<'/api/v1/retention/disposals/preview'>['items'][number];
export type Hold = Get<'/api/v1/retention/holds'>['items'][number];
