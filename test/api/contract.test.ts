import { readFile } from 'node:fs/promises';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { contract } from '../../src/modules/contract.js';

const written = new URL('../../docs/openapi.json', import.meta.url);

let now: OpenAPIObject;
beforeAll(async () => {
  now = await contract();
});

const operation = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ description: z.string().min(1) })),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});

const operations = () =>
  Object.entries(now.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, found]) => ({ path, method, ...operation.parse(found) })),
  );

it('is the contract that lies in docs/openapi.json; if not, run "npm run openapi" and look at what has changed', async () => {
  const json: unknown = JSON.parse(await readFile(written, 'utf8'));
  expect(JSON.parse(JSON.stringify(now))).toEqual(json);
});

it('describes every route with its answer and its problems, under an id of its own', () => {
  const found = operations();
  expect(found.length).toBeGreaterThan(30);
  expect(new Set(found.map(({ operationId }) => operationId)).size).toBe(found.length);
  const undocumented = found.filter(({ responses }) => !('default' in responses) || Object.keys(responses).length < 2);
  expect(undocumented.map(({ operationId }) => operationId)).toEqual([]);
});

it('asks for an idempotency key wherever a repeat would do harm', () => {
  const withoutKey = operations().filter(
    ({ method, parameters }) => method !== 'get' && !parameters.some(({ name }) => name === 'Idempotency-Key'),
  );
  expect(withoutKey.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    // as signing out
    'delete /api/v1/profile/sessions/{id}',
    'delete /api/v1/session',
    // keeps nothing
    'post /api/v1/administration/chart/preview',
    'post /api/v1/administration/dry-runs',
    'post /api/v1/administration/routing-rules/simulation',
    // keeps nothing
    'post /api/v1/counter/{slug}/checks',
    // a mail program's button sends no key, and the second time changes nothing
    'post /api/v1/notifications/{signed}/confirmation',
    'post /api/v1/notifications/{signed}/end',
    // shown once: a repeat of the call must not show it again
    'post /api/v1/profile/second-factor/confirmation',
    'post /api/v1/profile/second-factor/enrolment',
    'post /api/v1/profile/second-factor/recovery-codes',
    'post /api/v1/profile/sessions/end-others',
    'post /api/v1/session',
    'post /api/v1/session/password',
    'post /api/v1/session/second-factor',
    // asks an address once a day at most
    'post /api/v1/tracking/{token}/notifications',
  ]);
});

it('leaves open to everybody only what has to be', () => {
  const open = operations().filter(({ security }) => security === undefined);
  expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    // the norm's own words and codes
    'get /api/v1/codes',
    'get /api/v1/counter/{slug}',
    'get /api/v1/counter/{slug}/texts/{name}',
    // whoever holds the link of a query
    'get /api/v1/queries/{signed}',
    // what reports speak of
    'get /api/v1/rules',
    // says no more than whether the caller is signed in
    'get /api/v1/session/presence',
    'get /api/v1/terms',
    'get /api/v1/tracking/{token}',
    'get /api/v1/tracking/{token}/report',
    'get /api/v1/tracking/{token}/report/page',
    'get /health/live',
    'get /health/ready',
    'post /api/v1/counter/{slug}/checks',
    'post /api/v1/counter/{slug}/deliveries',
    'post /api/v1/notifications/{signed}/confirmation',
    'post /api/v1/notifications/{signed}/end',
    'post /api/v1/queries/{signed}/answer',
    'post /api/v1/session',
    'post /api/v1/tracking/{token}/notifications',
  ]);
});
