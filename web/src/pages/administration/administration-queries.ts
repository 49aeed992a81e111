import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, versionOf } from '../../api/client.js';
import type { paths } from '../../generated/api.js';

/** Everything that administration shows is renewed together: a closed department changes rules, people, ids. */
export const ADMINISTRATION_KEY = ['administration'] as const;

export const departmentsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'departments'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/departments', { signal }))).items,
});

/** Who could do what on a day, YYYY-MM-DD. */
export const rightsQuery = (day: string) =>
  queryOptions({
    queryKey: [...ADMINISTRATION_KEY, 'rights', day],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/rights', { params: { query: { day } }, signal })),
  });

export const leitwegIdsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'leitweg-ids'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/leitweg-ids', { signal }))).items,
});

export const channelsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'channels'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/channels', { signal }))).items,
});

export const apiKeysQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'api-keys'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/api-keys', { signal }))).items,
});

export const peopleQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'people'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/people', { signal }))).items,
});

const grantsAndRoles = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'grants'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/grants', { signal })),
});

export const grantsQuery = { ...grantsAndRoles, select: ({ items }: GrantsAndRoles) => items };

/** Every role there is, in words. */
export const rolesQuery = { ...grantsAndRoles, select: ({ roles }: GrantsAndRoles) => roles };

/** Years before these are history. */
const MOST_YEARS = 5;

const LOOK_EVERY_MS = 10_000;

/** Asked for again and again: how a mailbox does changes by itself. */
export const mailboxesQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'mailboxes'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/administration/mailboxes', { signal }))).items,
  refetchInterval: LOOK_EVERY_MS,
});

export const routingRulesQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'routing-rules'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/routing-rules', { signal })),
});

/** Changes of the rules, the latest first. */
export const ruleVersionsQuery = infiniteQueryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'rule-versions'],
  queryFn: ({ signal, pageParam }) => {
    const query = { limit: 10, ...(pageParam === 0 ? {} : { before: pageParam }) };
    return answerOf(api.GET('/api/v1/administration/routing-rules/versions', { params: { query }, signal }));
  },
  initialPageParam: 0,
  getNextPageParam: ({ items, more }) => (more ? items.at(-1)?.version : undefined),
});

export const routingFieldsQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'routing-fields'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/administration/routing-fields', { signal })),
  staleTime: Infinity,
});

export const counterSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'counter'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/counter', { signal })),
});

export const textsSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'texts'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/texts', { signal })),
});

export const placeSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'place'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/place', { signal })),
});

export const signInSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'signIn'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/signIn', { signal })),
});

export const approvalSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'approval'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/approval', { signal })),
});

/** Orders by who had confirmed, the newest first. */
export const exceptionsQuery = infiniteQueryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'exceptions'],
  queryFn: ({ signal, pageParam }) => {
    const query = pageParam === '' ? {} : { cursor: pageParam };
    return answerOf(api.GET('/api/v1/audit/exceptions', { params: { query }, signal }));
  },
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});
export type OrderException = Awaited<
  ReturnType<NonNullable<Exclude<typeof exceptionsQuery.queryFn, symbol>>>
>['items'][number];

export const codingSettingQuery = queryOptions({
  queryKey: [...ADMINISTRATION_KEY, 'settings', 'coding'],
  queryFn: ({ signal }) => versionOf(api.GET('/api/v1/administration/settings/coding', { signal })),
});

/** How much each Haushaltsjahr's chart holds, the latest first. */
export const chartsQuery = queryOptions({
  queryKey: ['chart', 'years'],
  queryFn: async ({ signal }) => {
    const { fiscalYears } = await answerOf(api.GET('/api/v1/chart', { signal }));
    return Promise.all(
      fiscalYears.slice(0, MOST_YEARS).map(async (fiscalYear) => {
        const { items } = await answerOf(api.GET('/api/v1/chart', { params: { query: { fiscalYear } }, signal }));
        const count = (kind: string) => items.filter((item) => item.kind === kind && !item.closed).length;
        const counts = { account: count('account'), product: count('product'), costCentre: count('costCentre') };
        return { fiscalYear, counts };
      }),
    );
  },
});

type Item<Query extends (context: never) => unknown> =
  Awaited<ReturnType<Query>> extends readonly (infer One)[] ? One : never;

export type Department = Item<NonNullable<(typeof departmentsQuery)['queryFn']>>;
export type Person = Item<NonNullable<(typeof peopleQuery)['queryFn']>>;
type GrantsAndRoles = Awaited<ReturnType<NonNullable<(typeof grantsAndRoles)['queryFn']>>>;
export type Grant = GrantsAndRoles['items'][number];
export type Role = GrantsAndRoles['roles'][number]['role'];
export type Mailbox = Item<NonNullable<(typeof mailboxesQuery)['queryFn']>>;
type Get<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type ApprovalSetting = Get<'/api/v1/administration/settings/approval'>['value'];
export type CodingSetting = Get<'/api/v1/administration/settings/coding'>['value'];
export type CodingProposal = NonNullable<
  paths['/api/v1/administration/settings/coding/proposals']['post']['requestBody']
>['content']['application/json'];
export type Rights = Get<'/api/v1/administration/rights'>;
export type RoutingRule = Get<'/api/v1/administration/routing-rules'>['items'][number];
export type RuleVersion = Get<'/api/v1/administration/routing-rules/versions'>['items'][number];
export type RuleDifference = RuleVersion['differences'][number];
export type Simulation =
  paths['/api/v1/administration/routing-rules/simulation']['post']['responses'][200]['content']['application/json'];
export type ApiKey = Item<NonNullable<(typeof apiKeysQuery)['queryFn']>>;
