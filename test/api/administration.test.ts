import { CreateTenant, type CreatedTenant } from '../../src/pipeline/create-tenant.js';
import { Client, listIn, newKey, type Answer } from './client.js';
import { startService, type RunningService } from './running-service.js';

// A tenant is set up over HTTP alone, from its two administrators' one-time passwords on.

let service: RunningService;
let created: CreatedTenant;
let ada: Client;
let ben: Client;
beforeAll(async () => {
  service = await startService();
  const { lookup, door, passwords, clock, ids } = service.ports;
  const administrators = [
    { login: 'ada', displayName: 'Ada' },
    { login: 'ben', displayName: 'Ben' },
  ] as const;
  const outcome = await new CreateTenant(lookup, door, passwords, clock, ids).create({
    slug: 'neu',
    name: 'Neu',
    administrators,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.code);
  created = outcome.value;
  ada = await signedIn('ada');
  ben = await signedIn('ben');
});
afterAll(() => service.close());

const signedIn = (login: string): Promise<Client> => {
  const password = created.administrators.find((one) => one.login === login)?.password ?? '';
  return new Client(service.url).signedIn('neu', login, password);
};

const post = (client: Client, path: string, body: object = {}, key = newKey()): Promise<Answer> =>
  client.post(`/administration/${path}`, body, { 'idempotency-key': key });

const items = async (client: Client, path: string): Promise<readonly Record<string, unknown>[]> => {
  const { status, body } = await client.get(`/administration/${path}`);
  expect(status).toBe(200);
  return listIn(body, 'items');
};

const outcome = ({ status, body }: Answer) => [status, String(body['type']).split(':').at(-1)];

it('adds departments once, whatever is repeated', async () => {
  const key = newKey();
  const first = await post(ada, 'departments', { code: 'BAU', name: 'Bauamt' }, key);
  expect(first.status).toBe(201);
  expect((await post(ada, 'departments', { code: 'BAU', name: 'Bauamt' }, key)).body).toEqual(first.body);
  expect(outcome(await post(ada, 'departments', { code: 'BAU', name: 'Bauhof' }, key))).toEqual([422, 'keyReused']);
  expect(outcome(await post(ben, 'departments', { code: 'BAU', name: 'Bauamt' }))).toEqual([409, 'alreadyThere']);
  expect(outcome(await ada.post('/administration/departments', { code: 'X', name: 'X' }))).toEqual([
    400,
    'idempotencyKeyMissing',
  ]);
  expect(await items(ada, 'departments')).toEqual([{ id: first.body['id'], code: 'BAU', name: 'Bauamt', version: 1 }]);
});

it('assigns Leitweg-IDs in their canonical form and refuses wrong ones', async () => {
  const [department] = await items(ada, 'departments');
  const departmentId = department?.['id'];
  const assigned = await post(ada, 'leitweg-ids', { leitwegId: '991-33333test-33', departmentId });
  expect([assigned.status, assigned.body['id']]).toEqual([201, '991-33333TEST-33']);
  expect(outcome(await post(ada, 'leitweg-ids', { leitwegId: '991-33333TEST-34', departmentId }))).toEqual([
    422,
    'leitwegIdInvalid',
  ]);
  expect(outcome(await post(ada, 'leitweg-ids', { leitwegId: '991-33333TEST-33', departmentId: null }))).toEqual([
    409,
    'alreadyThere',
  ]);
  expect(await items(ada, 'leitweg-ids')).toEqual([{ leitwegId: '991-33333TEST-33', departmentId }]);
});

it('withdraws a Leitweg-ID, which may then lead elsewhere', async () => {
  const [assigned] = await items(ada, 'leitweg-ids');
  const departmentId = assigned?.['departmentId'];
  const path = 'leitweg-ids/991-33333test-33/withdrawal';
  const withdrawn = await post(ben, path, {});
  expect([withdrawn.status, withdrawn.body['id']]).toEqual([200, '991-33333TEST-33']);
  expect(await items(ada, 'leitweg-ids')).toEqual([]);
  expect(outcome(await post(ada, path, {}))).toEqual([404, 'notFound']);
  for (const leads of [null, departmentId]) {
    expect((await post(ada, 'leitweg-ids', { leitwegId: '991-33333TEST-33', departmentId: leads })).status).toBe(201);
    if (leads === null) expect((await post(ada, path, {})).status).toBe(200);
  }
});

it('takes routing rules apart and says what is wrong where', async () => {
  const departmentId = (await items(ada, 'departments'))[0]?.['id'];
  const held = (await ada.get('/administration/routing-rules')).body;
  const save = (when: unknown) =>
    ada.send('PUT', '/administration/routing-rules', {
      json: { rules: [{ name: 'Bestellungen', when, departmentId }] },
      headers: { 'idempotency-key': newKey(), 'if-match': `"${String(held['version'])}"` },
    });
  const wrong = {
    all: [
      { field: 'orderReference', operator: 'startsWith', value: 'B-' },
      { field: 'colour', operator: 'is', value: 'red' },
    ],
  };
  const refused = await save(wrong);
  expect(outcome(refused)).toEqual([422, 'conditionsNotUsable']);
  expect(refused.body['problems']).toEqual([{ code: 'unknownField', path: 'rules.0.when.all.1.field' }]);
  const when = { field: 'orderReference', operator: 'startsWith', value: 'B-' };
  expect((await save(when)).status).toBe(200);
  expect(await items(ada, 'routing-rules')).toMatchObject([{ name: 'Bestellungen', when, departmentId }]);
});

it('gives rights only with a second person’s word', async () => {
  const departmentId = (await items(ada, 'departments'))[0]?.['id'];
  const person = await post(ada, 'people', {
    login: 'Cleo',
    displayName: 'Cleo Clauss',
    ibans: ['DE02120300000000202051'],
  });
  expect(person).toMatchObject({ status: 201, body: { password: expect.stringMatching(/^\S{20}$/) } });
  const personId = String(person.body['id']);
  const wanted = {
    personId,
    role: 'orderer',
    departmentId,
    limitEuro: '1000.5',
    validFrom: '2026-01-01',
    validTo: null,
  };
  const proposed = await post(ada, 'grants', wanted);
  const id = String(proposed.body['id']);
  expect(outcome(await post(ada, `grants/${id}/confirmation`))).toEqual([403, 'secondPersonNeeded']);
  expect((await post(ben, `grants/${id}/confirmation`)).status).toBe(200);
  const { body: listed } = await ada.get('/administration/grants');
  const roleLabel = { de: 'Anordnungsbefugnis', en: 'Authority to order' };
  expect(listed['items']).toContainEqual(expect.objectContaining({ id, role: 'orderer', roleLabel }));
  expect(listed['roles']).toContainEqual({ role: 'orderer', label: roleLabel });
  const cleo = await new Client(service.url).signedIn('neu', 'cleo', String(person.body['password']));
  expect((await cleo.get('/session')).body['grants']).toEqual([
    { role: 'orderer', departmentId, limitEuro: '1000.50' },
  ]);
  expect((await post(ben, `grants/${id}/revocation`)).status).toBe(200);
  expect((await cleo.get('/session')).body['grants']).toEqual([]);
  expect(outcome(await post(cleo, 'departments', { code: 'Y', name: 'Y' }))).toEqual([403, 'roleMissing']);
  expect(outcome(await cleo.get('/administration/people'))).toEqual([403, 'roleMissing']);
  expect(JSON.stringify(await items(ada, 'people'))).not.toMatch(/argon2|password|iban/i);
});

it('refuses what cannot be a right', async () => {
  const [person] = await items(ada, 'people');
  const grant = {
    personId: person?.['id'],
    role: 'orderer',
    departmentId: null,
    limitEuro: null,
    validFrom: '2026-01-01',
    validTo: null,
  };
  const wrong = [
    { role: 'king' },
    { limitEuro: '-1' },
    { limitEuro: '1e3' },
    { limitEuro: '0.001' },
    { validFrom: '2026-02-30' },
    { validFrom: '0000-01-01' },
    { validTo: '2025-12-31' },
    { personId: 'x' },
  ];
  for (const change of wrong)
    expect(outcome(await post(ada, 'grants', { ...grant, ...change }))).toEqual([400, 'invalidRequest']);
  const nobody = await post(ada, 'people', { login: 'dora', displayName: 'Dora', ibans: ['DE02120300000000202052'] });
  expect(outcome(nobody)).toEqual([400, 'invalidRequest']);
});

it('issues API keys that open what they may, until they are revoked', async () => {
  const key = newKey();
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000).toISOString();
  const body = { name: 'Portal', scopes: ['deliver'], channelId: created.channels.api, expiresAt };
  const issued = await post(ada, 'api-keys', body, key);
  expect((await post(ada, 'api-keys', body, key)).body).toEqual(issued.body);
  const portal = new Client(service.url).withKey(String(issued.body['key']));
  expect((await portal.deliver({ 'a.xml': '<a/>' })).status).toBe(202);
  expect((await portal.get('/invoices')).status).toBe(403);
  expect(JSON.stringify(await items(ada, 'api-keys'))).not.toContain(String(issued.body['key']));
  expect((await post(ada, `api-keys/${String(issued.body['id'])}/revocation`)).status).toBe(200);
  expect((await portal.deliver({ 'b.xml': '<b/>' })).status).toBe(401);
});

it('issues no key that has expired already', async () => {
  const expiresAt = new Date(Date.now() - 1000).toISOString();
  const before = await items(ada, 'api-keys');
  expect(outcome(await post(ada, 'api-keys', { name: 'Old', scopes: ['deliver'], expiresAt }))).toEqual([
    422,
    'expiryPast',
  ]);
  expect(await items(ada, 'api-keys')).toEqual(before);
});

describe('a setting that orders are measured by', () => {
  const path = '/administration/settings/approval';
  const wanted = {
    steps: [{ upTo: null, orders: 2 }],
    ...{ declineByTwoAbove: '5000.00', twoConfirmers: true, orderException: false },
  };
  const propose = (client: Client, seen: string, value: object = wanted) =>
    client.post(`${path}/proposals`, value, { 'idempotency-key': newKey(), 'if-match': seen });

  it('holds once a second administrator has confirmed it, and shows both sides until then', async () => {
    expect(outcome(await propose(ada, '"7"'))).toEqual([412, 'changedMeanwhile']);
    expect((await propose(ada, '"0"', { ...wanted, steps: [] })).status).toBe(400);
    const { status, body } = await propose(ada, '"0"');
    expect(status).toBe(201);
    const id = String(body['id']);
    expect((await ben.get(path)).body).toMatchObject({
      ...{ version: 0, value: { twoConfirmers: false } },
      proposal: { id, value: wanted, proposedBy: created.administrators[0]?.personId },
    });
    expect(outcome(await post(ada, `settings/proposals/${id}/confirmation`))).toEqual([403, 'secondPersonNeeded']);
    const confirmed = await post(ben, `settings/proposals/${id}/confirmation`);
    expect([confirmed.status, confirmed.body]).toEqual([200, { version: 1 }]);
    expect((await ada.get(path)).body).toMatchObject({ version: 1, value: wanted, proposal: null });
  });

  it('stays as it was where the proposal is withdrawn', async () => {
    const { body } = await propose(ben, '"1"', { ...wanted, orderException: true });
    expect(outcome(await propose(ada, '"1"', { ...wanted, twoConfirmers: false }))).toEqual([409, 'proposalWaiting']);
    const id = String(body['id']);
    expect((await post(ada, `settings/proposals/${id}/withdrawal`)).status).toBe(200);
    expect(outcome(await post(ada, `settings/proposals/${id}/confirmation`))).toEqual([404, 'notFound']);
    expect((await ada.get(path)).body).toMatchObject({ version: 1, value: wanted, proposal: null });
  });
});
