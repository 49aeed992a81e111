import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import { Client, each, listIn, newKey, type Answer } from './client.js';
import { startService, townOf, type RunningService } from './running-service.js';

// What administrators change of a town that is there: departments, rules, access, mailboxes.

let service: RunningService;
let town: SetUpTown;
let one: Client;
let other: Client;
let logins: readonly string[];
beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  const grants = await service.ports.door.inTenant(town.tenantId, (records) => records.people.grants());
  const administrators = grants.filter(({ role }) => role === 'tenantAdmin').map(({ personId }) => personId);
  logins = [...town.personIds].flatMap(([login, id]) => (administrators.includes(id) ? [login] : []));
  [one, other] = [await signedIn(logins[0] ?? ''), await signedIn(logins[1] ?? '')];
});
afterAll(() => service.close());

const signedIn = (login: string): Promise<Client> =>
  new Client(service.url).signedIn(tenant.slug, login, town.passwords.get(login) ?? '');

const send = (
  client: Client,
  method: 'POST' | 'PUT',
  path: string,
  json: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  client.send(method, `/administration/${path}`, { json, headers: { 'idempotency-key': newKey(), ...headers } });

/** Says which version a change rests on. */
const seen = (row: Readonly<Record<string, unknown>> | undefined) => ({ 'if-match': `"${String(row?.['version'])}"` });

const items = async (path: string) => listIn((await one.get(`/administration/${path}`)).body, 'items');

const outcome = ({ status, body }: Answer) => [status, String(body['type']).split(':').at(-1)];

const events = async (kind: 'tenant' | 'person', id: string) =>
  service.ports.door.inTenant(town.tenantId, async (records) =>
    (await records.audit.history(kind, id, 0, 1000)).map(({ event }) => event),
  );

it('renames a department, and closes one only when nothing leads there', async () => {
  const [used] = await items('departments');
  const id = String(used?.['id']);
  const renamed = { code: used?.['code'], name: 'Neuer Name' };
  expect(outcome(await send(one, 'POST', `departments/${id}`, renamed))).toEqual([428, 'ifMatchMissing']);
  expect((await send(one, 'POST', `departments/${id}`, renamed, seen(used))).status).toBe(200);
  const now = (await items('departments')).find((row) => row['id'] === id);
  expect(now).toMatchObject({ name: 'Neuer Name' });
  for (const path of [`departments/${id}`, `departments/${id}/closure`])
    expect(outcome(await send(other, 'POST', path, renamed, seen(used)))).toEqual([412, 'changedMeanwhile']);
  const refused = await send(one, 'POST', `departments/${id}/closure`, {}, seen(now));
  expect(outcome(refused)).toEqual([409, 'departmentInUse']);
  expect(refused.body['values']).toMatchObject({ leitwegIds: expect.stringMatching(/^\d+$/) });
  const { body } = await send(one, 'POST', 'departments', { code: 'LEER', name: 'Leer' });
  const closure = `departments/${String(body['id'])}/closure`;
  expect((await send(one, 'POST', closure, {}, { 'if-match': '"1"' })).status).toBe(200);
  expect(await items('departments')).not.toContainEqual(expect.objectContaining({ code: 'LEER' }));
  expect(await events('tenant', town.tenantId)).toEqual(
    expect.arrayContaining(['tenant.departmentChanged', 'tenant.departmentClosed']),
  );
});

it('takes a change of rules only with the version that it rests on, and tells who changed what', async () => {
  const set = async () => (await one.get('/administration/routing-rules')).body;
  const before = await set();
  const held = listIn(before, 'items').map(({ position: _, ...rule }) => rule);
  const added = {
    ...{ name: 'A', departmentId: held[0]?.['departmentId'] },
    when: { field: 'number', operator: 'is', value: 'A' },
  };
  const json = { rules: [added, ...held] };
  const missing = await one.send('PUT', '/administration/routing-rules', {
    json,
    headers: { 'idempotency-key': newKey() },
  });
  expect(outcome(missing)).toEqual([428, 'ifMatchMissing']);
  const saved = await send(one, 'PUT', 'routing-rules', json, seen(before));
  expect([saved.status, saved.body['version']]).toEqual([200, Number(before['version']) + 1]);
  expect(outcome(await send(other, 'PUT', 'routing-rules', json, seen(before)))).toEqual([412, 'changedMeanwhile']);
  const after = await set();
  expect(each(after, 'items', 'name')).toEqual(['A', ...each(before, 'items', 'name')]);
  expect(each(after, 'items', 'id').slice(1)).toEqual(each(before, 'items', 'id'));
  const { body } = await one.get('/administration/routing-rules/versions?limit=1');
  expect(listIn(body, 'items')).toMatchObject([
    {
      setBy: town.personIds.get(logins[0] ?? ''),
      differences: [{ kind: 'added', place: 1, after: { name: 'A' } }],
    },
  ]);
  expect(body['more']).toBe(true);
  expect((await send(one, 'PUT', 'routing-rules', { rules: held }, seen(after))).status).toBe(200);
});

it('names the fields and operators of which rules are made', async () => {
  const { body } = await one.get('/administration/routing-fields');
  const fields = listIn(body, 'fields');
  expect(fields.find(({ name }) => name === 'gross')).toMatchObject({
    term: 'BT-112',
    kind: 'amount',
    label: { de: 'Bruttobetrag' },
    operators: ['is', 'oneOf', 'between', 'missing'],
  });
  expect(each(body, 'operators', 'name')).toEqual(expect.arrayContaining(['matches', 'between']));
});

describe('A new one-time password', () => {
  const login = 'hanna';
  const path = () => `people/${town.personIds.get(login) ?? ''}/password-renewal`;
  const waiting = async () => (await items('people')).find((person) => person['login'] === login)?.['renewal'];

  it('takes two administrators, each of whom knows a half', async () => {
    const hanna = await signedIn(login);
    expect(outcome(await send(other, 'POST', `${path()}/confirmation`))).toEqual([409, 'renewalNotAsked']);
    const key = newKey();
    const repeated = { 'idempotency-key': key };
    const first = await send(one, 'POST', path(), {}, repeated);
    expect((await send(one, 'POST', path(), {}, repeated)).body).toEqual(first.body);
    expect(outcome(await send(one, 'POST', `${path()}/confirmation`))).toEqual([403, 'secondPersonNeeded']);
    expect((await hanna.get('/session')).status).toBe(200);
    expect(await waiting()).toMatchObject({ askedBy: town.personIds.get(logins[0] ?? '') });
    const second = await send(other, 'POST', `${path()}/confirmation`);
    expect((await hanna.get('/session')).status).toBe(401);
    expect(await waiting()).toBeNull();
    const [a, b] = [String(first.body['half']), String(second.body['half'])];
    expect([a.length, b.length, a === b]).toEqual([12, 12, false]);
    const attempt = (password: string) =>
      new Client(service.url).post('/session', { tenant: tenant.slug, login, password });
    for (const wrong of [a, b, `${b}${a}`]) expect((await attempt(wrong)).status).toBe(401);
    const right = await attempt(`${a}${b}`);
    expect([right.status, right.body['mustChangePassword']]).toEqual([200, true]);
    expect(outcome(await send(other, 'POST', `${path()}/confirmation`))).toEqual([409, 'renewalNotAsked']);
  });

  it('is asked for by somebody else than who needs it', async () => {
    const own = town.personIds.get(logins[0] ?? '') ?? '';
    for (const id of [own, own.toUpperCase()])
      expect(outcome(await send(one, 'POST', `people/${id}/password-renewal`))).toEqual([403, 'anotherAdministrator']);
  });
});

it('notes who has left: no session, no grant, no sign-in, and never the last two administrators', async () => {
  const known = [...town.personIds.keys()].find((name) => !logins.includes(name) && name !== 'hanna') ?? '';
  const id = town.personIds.get(known) ?? '';
  const leaver = await signedIn(known);
  expect((await send(one, 'POST', `people/${id}/departure`)).status).toBe(200);
  expect((await leaver.get('/session')).status).toBe(401);
  const held = (await items('grants')).filter((grant) => grant['personId'] === id && grant['revokedAt'] === null);
  expect(held).toEqual([]);
  expect((await items('people')).find((row) => row['id'] === id)).toMatchObject({ leftAt: expect.any(String) });
  expect(await events('person', id)).toContain('person.left');
  expect(outcome(await send(one, 'POST', `people/${id}/departure`))).toEqual([404, 'notFound']);
  const colleague = town.personIds.get(logins[1] ?? '') ?? '';
  expect(outcome(await send(one, 'POST', `people/${colleague}/departure`))).toEqual([409, 'lastAdministrators']);
});

it('unlocks an access that wrong passwords have locked', async () => {
  const id = town.personIds.get('hanna') ?? '';
  const until = new Date(Date.now() + 60_000);
  await service.ports.door.inTenant(town.tenantId, (records) =>
    records.people.noteSignIn(id, { failedSignIns: 10, lockedUntil: until }),
  );
  expect((await items('people')).find((row) => row['id'] === id)).toMatchObject({ lockedUntil: until.toISOString() });
  expect((await send(one, 'POST', `people/${id}/unlock`)).status).toBe(200);
  expect((await items('people')).find((row) => row['id'] === id)).toMatchObject({ lockedUntil: null });
});

it('connects, changes and closes a mailbox without ever showing its secret', async () => {
  const imap = { host: '127.0.0.1', port: 1, security: 'none', user: 'post', afterwards: { kind: 'markSeen' } };
  const mailbox = { name: 'Post', address: 'rechnung@example.org', settings: { imap } };
  const opened = await send(one, 'POST', 'mailboxes', { ...mailbox, secret: { imap: 'geheim' } });
  expect(opened.status).toBe(201);
  const [shown] = await items('mailboxes');
  expect(shown).toMatchObject({ name: 'Post', state: 'new', stateLabel: { de: 'Noch nicht abgerufen' }, error: null });
  expect(JSON.stringify(shown)).not.toContain('geheim');
  const id = String(opened.body['id']);
  const renamed = { ...mailbox, name: 'Neu', secret: null };
  expect(outcome(await send(one, 'PUT', `mailboxes/${id}`, renamed))).toEqual([428, 'ifMatchMissing']);
  expect((await send(one, 'PUT', `mailboxes/${id}`, renamed, seen(shown))).status).toBe(200);
  expect(outcome(await send(other, 'PUT', `mailboxes/${id}`, renamed, seen(shown)))).toEqual([412, 'changedMeanwhile']);
  expect((await send(one, 'POST', `mailboxes/${id}/look`)).status).toBe(202);
  const closure = `mailboxes/${id}/closure`;
  expect(outcome(await send(one, 'POST', closure, {}, seen(shown)))).toEqual([412, 'changedMeanwhile']);
  expect((await send(one, 'POST', closure, {}, seen((await items('mailboxes'))[0]))).status).toBe(200);
  expect(await items('mailboxes')).toEqual([]);
});

it('is for tenant administrators only', async () => {
  const clerk = new Client(service.url).withKey(town.keys.finance);
  expect((await clerk.get('/administration/mailboxes')).status).toBe(403);
  expect(outcome(await send(one, 'PUT', 'routing-rules', { rules: 'x' }, { 'if-match': '"1"' }))).toEqual([
    400,
    'invalidRequest',
  ]);
});

it('lets administrators set when staff are reminded, and each person how', async () => {
  const before = (await one.get('/administration/settings/reminders')).body;
  const wanted = { ...tenantSettings.reminders.unset, on: true, time: '06:45', domains: ['auenfurt.example'] };
  const set = (json: object) => send(one, 'PUT', 'settings/reminders', json, seen(before));
  expect(outcome(await set({ ...wanted, time: '25:00' }))).toEqual([400, 'invalidRequest']);
  expect((await set(wanted)).status).toBe(200);
  expect(outcome(await set(wanted))).toEqual([412, 'changedMeanwhile']);
  const own = (await other.get('/profile/reminders')).body;
  expect(own).toMatchObject({ version: 0, address: null, mode: 'digest', on: true, domains: ['auenfurt.example'] });
  const choose = (address: string, headers: Readonly<Record<string, string>>) => {
    const json = { address, mode: 'each', language: 'en' };
    return other.send('PUT', '/profile/reminders', { json, headers: { 'idempotency-key': newKey(), ...headers } });
  };
  expect(outcome(await choose('a@auenfurt.example', {}))).toEqual([428, 'ifMatchMissing']);
  expect(outcome(await choose('a@elsewhere.example', seen(own)))).toEqual([422, 'addressElsewhere']);
  expect((await choose('A@auenfurt.example', seen(own))).status).toBe(200);
  expect((await other.get('/profile/reminders')).body).toMatchObject({ version: 1, address: 'a@auenfurt.example' });
  expect((await items('reminders/unreached')).length).toBeGreaterThan(0);
});
