import type { DemoFileName } from '../../demo/expected-outcomes.js';
import { demoInvoices } from '../../demo/make-invoices.js';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { Client, each, listIn, newKey, type Answer } from './client.js';
import { process, startService, townOf, type RunningService } from './running-service.js';

// One town, a few of the demonstration's invoices, and a second tenant who must see nothing of them.

let service: RunningService;
let town: SetUpTown;
let finance: Client;
const invoiceIds = new Map<string, string>();
const people = new Map<string, Client>();

const files: readonly DemoFileName[] = [
  '01-it-wartung-ubl.xml',
  '02-strassenbau-skonto-ubl.xml',
  '05-buerobedarf-cii.xml',
  '14-ohne-leitweg-id-ubl.xml',
];

beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  finance = new Client(service.url).withKey(town.keys.finance);
  const supplier = new Client(service.url).withKey(town.keys.deliver);
  for (const { fileName, bytes } of await demoInvoices()) {
    if (!files.includes(fileName)) continue;
    const { body } = await supplier.deliver({ [fileName]: bytes });
    invoiceIds.set(fileName, each(body, 'parts', 'invoiceId')[0] ?? '');
  }
  await process(service, town.tenantId, [...invoiceIds.values()]);
});
afterAll(() => service.close());

const idOf = (file: DemoFileName): string => invoiceIds.get(file) ?? '';

async function as(login: string): Promise<Client> {
  const known = people.get(login);
  if (known) return known;
  const client = await new Client(service.url).signedIn(tenant.slug, login, town.passwords.get(login) ?? '');
  people.set(login, client);
  return client;
}

const invoice = async (client: Client, file: DemoFileName): Promise<Answer> => client.get(`/invoices/${idOf(file)}`);

/** Decides on the version that stands now. */
async function decide(login: string, file: DemoFileName, body: object, headers: Readonly<Record<string, string>> = {}) {
  const client = await as(login);
  const seen = (await invoice(finance, file)).headers.get('etag') ?? '';
  return client.post(`/invoices/${idOf(file)}/decisions`, body, {
    'if-match': seen,
    'idempotency-key': newKey(),
    ...headers,
  });
}

const outcome = ({ status, body }: Answer) => [status, String(body['type']).split(':').at(-1)];

describe('an invoice', () => {
  const file = '01-it-wartung-ubl.xml';

  it('is shown with its amounts as decimal strings, its version as ETag, and what one may do', async () => {
    const hanna = await as('hanna');
    const { status, headers, body } = await invoice(hanna, file);
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${String(body['version'])}"`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({
      state: 'routed',
      number: 'RS-2026-0311',
      departmentId: town.departmentIds.get('HAUPTAMT'),
      grossAmount: expect.stringMatching(/^\d+\.\d\d$/),
      payment: { amount: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' },
    });
    const offers = listIn(body, 'offers');
    expect(offers.find(({ action }) => action === 'claim')).toMatchObject({ allowed: true, refusal: null });
    expect(offers.find(({ action }) => action === 'order')).toMatchObject({
      allowed: false,
      refusal: { code: 'wrongState', detail: expect.stringContaining('Zugeordnet') },
    });
  });

  it('has an original that is handed out byte for byte and opened nowhere', async () => {
    const [demo] = await demoInvoices();
    const response = await fetch(`${service.url}/api/v1/invoices/${idOf(file)}/original`, { headers: finance.headers });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{64}"$/);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(demo?.bytes ?? []))).toBe(true);
  });

  it('has a model, a report and a history', async () => {
    const id = idOf(file);
    expect((await finance.get(`/invoices/${id}/model`)).body).toMatchObject({ number: 'RS-2026-0311' });
    expect((await finance.get(`/invoices/${id}/report`)).body).toMatchObject({ verdict: 'accepted', findings: [] });
    const { body } = await finance.get(`/invoices/${id}/history`);
    expect(each(body, 'events', 'event')).toEqual(['invoice.received', 'invoice.routed']);
    expect(body['nextAfter']).toBeNull();
  });

  it('has a report that says each finding in the reader’s language', async () => {
    const path = `/invoices/${idOf('14-ohne-leitweg-id-ubl.xml')}/report`;
    const fatal = async (language: string) => {
      const { body } = await finance.get(path, { 'accept-language': language });
      return listIn(body, 'findings').find(({ severity }) => severity === 'fatal');
    };
    const concerns = { rule: 'BR-DE-15', severity: 'fatal' };
    expect(await fatal('de-DE')).toMatchObject({ ...concerns, sentence: 'Die Leitweg-ID der Behörde fehlt.' });
    expect(await fatal('en')).toMatchObject({ ...concerns, sentence: expect.stringContaining('Leitweg-ID') });
  });

  it('is decided on with a reason of 2000 characters at most', async () => {
    const ask = (length: number) => decide('hanna', file, { action: 'decline', reason: 'x'.repeat(length) });
    expect(outcome(await ask(2001))).toEqual([400, 'invalidRequest']);
    expect(outcome(await ask(2000))).toEqual([409, 'wrongState']);
  });

  it('says of a history that is not over where it goes on', async () => {
    const path = `/invoices/${idOf(file)}/history?limit=1`;
    const first = await finance.get(path);
    expect(each(first.body, 'events', 'event')).toEqual(['invoice.received']);
    const second = await finance.get(`${path}&after=${String(first.body['nextAfter'])}`);
    expect(each(second.body, 'events', 'event')).toEqual(['invoice.routed']);
    expect(second.body['nextAfter']).toBeNull();
    for (const wrong of ['after=-1', 'after=x', 'limit=0', 'limit=1001', 'page=2'])
      expect((await finance.get(`/invoices/${idOf(file)}/history?${wrong}`)).status).toBe(400);
  });

  it('stands in lists that go on where they ended, whatever has come in between', async () => {
    const first = await finance.get('/invoices?limit=2');
    await new Client(service.url).withKey(town.keys.deliver).deliver({ 'later.xml': '<later/>' });
    const seen = [...each(first.body, 'items', 'id')];
    for (let cursor = first.body['nextCursor']; typeof cursor === 'string';) {
      const page = await finance.get(`/invoices?limit=2&cursor=${String(cursor)}`);
      seen.push(...each(page.body, 'items', 'id'));
      cursor = page.body['nextCursor'];
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    for (const wrong of ['cursor=x', 'limit=0', 'limit=201', 'state=open', 'tenant=x', 'department=1'])
      expect((await finance.get(`/invoices?${wrong}`)).status).toBe(400);
  });

  it('is there for its department alone, and for who may see all', async () => {
    expect((await invoice(await as('tilda'), file)).status).toBe(404);
    expect((await invoice(await as('admin'), file)).status).toBe(403);
    expect((await invoice(await as('pruefung'), file)).status).toBe(200);
    const { body } = await (await as('tilda')).get('/invoices');
    expect(each(body, 'items', 'id')).toEqual([idOf('02-strassenbau-skonto-ubl.xml')]);
  });
});

describe('a decision', () => {
  const file = '02-strassenbau-skonto-ubl.xml';

  it('names the version that was seen, and is repeatable by its key', async () => {
    const tilda = await as('tilda');
    const path = `/invoices/${idOf(file)}/decisions`;
    const key = { 'idempotency-key': newKey() };
    expect(outcome(await tilda.post(path, { action: 'claim' }, key))).toEqual([428, 'ifMatchMissing']);
    expect(outcome(await tilda.post(path, { action: 'claim' }, { ...key, 'if-match': '*' }))).toEqual([
      400,
      'ifMatchInvalid',
    ]);
    expect(outcome(await tilda.post(path, { action: 'claim' }, { ...key, 'if-match': '"99"' }))).toEqual([
      412,
      'staleVersion',
    ]);
    expect(outcome(await tilda.post(path, { action: 'claim' }, { 'if-match': '"2"' }))).toEqual([
      400,
      'idempotencyKeyMissing',
    ]);
    const seen = (await invoice(tilda, file)).headers.get('etag') ?? '';
    const first = await tilda.post(path, { action: 'claim' }, { ...key, 'if-match': seen });
    const second = await tilda.post(path, { action: 'claim' }, { ...key, 'if-match': seen });
    expect(first).toMatchObject({ status: 200, body: { state: 'in_review' } });
    expect(second.body).toEqual(first.body);
    const other = await tilda.post(path, { action: 'release' }, { ...key, 'if-match': seen });
    expect(outcome(other)).toEqual([422, 'keyReused']);
  });

  it('goes on with a colleague where somebody is away, who says why and stands in the history', async () => {
    const takeOver = (login: string, reason?: string) => decide(login, file, { action: 'takeOver', reason });
    expect(outcome(await takeOver('tarik'))).toEqual([422, 'reasonMissing']);
    expect(outcome(await takeOver('hanna', 'Eilt.'))).toEqual([404, 'notFound']);
    expect(await takeOver('tarik', 'Tilda Thoma ist krank.')).toMatchObject({
      status: 200,
      body: { state: 'in_review' },
    });
    expect(outcome(await decide('tilda', file, { action: 'confirmFactual' }))).toEqual([409, 'claimedBySomeoneElse']);
    const { body } = await (await as('tilda')).get(`/invoices/${idOf(file)}/history`);
    expect(JSON.stringify(body)).toContain(
      'Tarik Tekin hat die Rechnung, die Tilda Thoma in Arbeit hatte, an sich genommen. Grund: Tilda Thoma ist krank.',
    );
    expect((await takeOver('tilda', 'Wieder da.')).status).toBe(200);
  });

  it('is refused in words, in both languages, where four eyes are needed', async () => {
    expect((await decide('tilda', file, { action: 'confirmFactual' })).body).toMatchObject({ progress: 'partial' });
    expect((await decide('tilda', file, { action: 'confirmArithmetical' })).body).toMatchObject({ state: 'confirmed' });
    const order = (language: string) => decide('tilda', file, { action: 'order' }, { 'accept-language': language });
    expect(outcome(await order('de'))).toEqual([403, 'noGrant']);
    expect((await order('de')).body['detail']).toContain('Tilda Thoma darf das in diesem Amt nicht');
    expect((await order('en')).body['detail']).toContain('Tilda Thoma may not do this in this department');
    expect(outcome(await decide('kasse', file, { action: 'order' }))[0]).toBe(403);
  });

  it('is held to the limit of the grant, and to what it needs', async () => {
    expect(outcome(await decide('tilda', file, { action: 'sendToClarification' }))).toEqual([409, 'wrongState']);
    const returned = await decide('buergermeister', file, { action: 'returnToReview' });
    expect(outcome(returned)).toEqual([422, 'reasonMissing']);
    const tooMuch = await decide('amtsleitung', file, { action: 'order' });
    expect(outcome(tooMuch)).toEqual([403, 'aboveLimit']);
    expect(tooMuch.body['detail']).toContain('10.000,00 €');
    expect((await decide('buergermeister', file, { action: 'order' })).body).toMatchObject({ state: 'approved' });
    const { body } = await finance.get(`/invoices/${idOf(file)}/history`);
    expect(listIn(body, 'events').at(-1)).toMatchObject({ event: 'invoice.ordered', payload: null });
  });

  it('is nobody’s who only has a key', async () => {
    const path = `/invoices/${idOf(file)}/decisions`;
    const answer = await finance.post(path, { action: 'claim' }, { 'if-match': '"1"', 'idempotency-key': newKey() });
    expect(outcome(answer)).toEqual([403, 'peopleOnly']);
  });
});

describe('a hand-over', () => {
  const claim = (key: string, limit = 10) => finance.post('/handovers', { limit }, { 'idempotency-key': key });
  const key = newKey();
  let handOverId = '';

  it('hands out what is ordered once; the same key gets the same batch', async () => {
    const first = await claim(key);
    expect(first.status).toBe(200);
    expect(first.body['records']).toEqual([
      expect.objectContaining({
        invoiceId: idOf('02-strassenbau-skonto-ubl.xml'),
        departmentCode: 'TIEFBAU',
        grossAmount: expect.stringMatching(/^\d+\.\d\d$/),
        payment: expect.objectContaining({ amount: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' }),
      }),
    ]);
    handOverId = String(first.body['handOverId']);
    expect((await claim(key)).body).toEqual(first.body);
    expect(outcome(await claim(key, 11))).toEqual([422, 'keyReused']);
    expect((await claim(newKey())).body['records']).toEqual([]);
  });

  it('ends with the finance system’s answer, which comes once', async () => {
    const records = `/handovers/${handOverId}/records/${idOf('02-strassenbau-skonto-ubl.xml')}`;
    const answer = (kind: string, body: object, by = newKey()) =>
      finance.post(`${records}/${kind}`, body, { 'idempotency-key': by });
    expect(outcome(await answer('refusal', {}))).toEqual([400, 'invalidRequest']);
    const once = newKey();
    const acknowledged = await answer('acknowledgement', { reference: 'Beleg 1' }, once);
    expect(acknowledged).toMatchObject({ status: 200, body: { state: 'handed_over' } });
    expect((await answer('acknowledgement', { reference: 'Beleg 1' }, once)).body).toEqual(acknowledged.body);
    expect(outcome(await answer('refusal', { reason: 'doch nicht' }))).toEqual([409, 'alreadyAnswered']);
    const { body } = await finance.get('/handovers');
    expect(body['items']).toMatchObject([{ handOverId, records: [{ answer: 'acknowledged', reference: 'Beleg 1' }] }]);
  });

  it('is followed by the requests for recall that wait for the finance system, and for no person', async () => {
    const [road, reason] = ['02-strassenbau-skonto-ubl.xml', 'Doppelt bestellt.'] as const;
    expect((await finance.get('/handovers/recalls')).body).toEqual({ items: [], nextCursor: null });
    expect((await decide('tilda', road, { action: 'requestRecall', reason })).status).toBe(200);
    const { body } = await finance.get('/handovers/recalls?limit=1');
    const asked = { handOverId, invoiceId: idOf(road), reference: 'Beleg 1', reason };
    expect(body).toMatchObject({ items: [asked], nextCursor: null });
    expect(outcome(await (await as('tilda')).get('/handovers/recalls'))).toEqual([403, 'keysOnly']);
  });
});

describe('another tenant', () => {
  it('finds nothing of this one, under whatever id', async () => {
    const { lookup, door, passwords, clock, ids } = service.ports;
    const [one, two] = [
      { login: 'otto', displayName: 'Otto' },
      { login: 'olga', displayName: 'Olga' },
    ];
    const created = await new CreateTenant(lookup, door, passwords, clock, ids).create({
      slug: 'elsewhere',
      name: 'Elsewhere',
      administrators: [one, two],
    });
    if (created.kind === 'refused') throw new Error(created.refusal.code);
    const client = new Client(service.url);
    const [otto, olga] = await Promise.all(
      created.value.administrators.map(({ login, password }) => client.signedIn('elsewhere', login, password)),
    );
    if (!otto || !olga) throw new Error('the other tenant has no administrators');
    const with_ = () => ({ 'idempotency-key': newKey(), 'if-match': '"1"' });
    const expires = new Date(Date.now() + 60 * 60 * 1000).toISOString();
    const body = { name: 'all', scopes: ['deliver', 'handOver', 'read'], expiresAt: expires };
    const issued = await otto.post('/administration/api-keys', body, with_());
    const key = client.withKey(String(issued.body['key']));
    const id = idOf('01-it-wartung-ubl.xml');
    for (const path of ['', '/original', '/model', '/report', '/history'])
      expect((await key.get(`/invoices/${id}${path}`)).status).toBe(404);
    const elsewhere = await key.get('/invoices');
    expect(elsewhere.body['items']).toEqual([]);
    const { body: list } = await finance.get('/handovers');
    const handOverId = each(list, 'items', 'handOverId')[0] ?? '';
    const answer = `/handovers/${handOverId}/records/${id}/acknowledgement`;
    expect((await key.post(answer, { reference: 'x' }, with_())).status).toBe(404);
    expect((await key.get('/handovers')).body['items']).toEqual([]);
    const theirs = { personId: town.personIds.get('hanna'), departmentId: town.departmentIds.get('SCHULE') };
    const grant = { role: 'orderer', limitEuro: null, validFrom: '2026-01-01', validTo: null };
    for (const departmentId of [null, theirs.departmentId])
      expect(
        (await otto.post('/administration/grants', { ...grant, personId: theirs.personId, departmentId }, with_()))
          .status,
      ).toBe(404);
    const when = { field: 'number', operator: 'is', value: '1' };
    const rules = [{ name: 'r', when, departmentId: theirs.departmentId }];
    const saved = otto.send('PUT', '/administration/routing-rules', {
      json: { rules },
      headers: { ...with_(), 'if-match': '"0"' },
    });
    expect((await saved).status).toBe(404);
    const taken = await otto.post(
      '/administration/leitweg-ids',
      { leitwegId: '07999001-HAUPTAMT-07', departmentId: null },
      with_(),
    );
    expect([taken.status, JSON.stringify(taken.body).includes(tenant.name)]).toEqual([409, false]);
  });
});

describe('a deputy', () => {
  const today = townDay(new Date());

  it('acts by the header, on what the principal may, and both names come back', async () => {
    const [deputy, principal] = [await as('hanna'), await as('sofia')];
    const id = idOf('05-buerobedarf-cii.xml');
    const ids = { principal: town.personIds.get('sofia') ?? '', deputy: town.personIds.get('hanna') ?? '' };
    const proposal = { principalId: ids.principal, deputyId: ids.deputy, roles: null, departmentId: null };
    const period = { validFrom: today, validTo: null, holds: 'whileAbsent' };
    const key = () => ({ 'idempotency-key': newKey() });
    expect(outcome(await deputy.post('/deputyships', { ...proposal, ...period }, key()))).toEqual([
      403,
      'ownAffairsOnly',
    ]);
    const { body: proposed } = await principal.post('/deputyships', { ...proposal, ...period }, key());
    const confirmation = `/deputyships/${String(proposed['id'])}/confirmation`;
    expect((await (await as('admin')).post(confirmation, {}, key())).status).toBe(200);
    const absence = await principal.post('/absences', { firstDay: today, lastDay: '2099-01-01' }, key());
    expect(outcome(absence)).toEqual([422, 'tooFarAway']);
    expect((await principal.post('/absences', { firstDay: today, lastDay: today }, key())).status).toBe(201);

    expect(listIn((await deputy.get('/stand-ins')).body, 'items')).toEqual([
      { personId: ids.principal, absentUntil: today },
    ]);
    const colleagues = listIn((await deputy.get('/colleagues')).body, 'items');
    expect(colleagues.find((one) => one['id'] === ids.principal)).toMatchObject({
      absentUntil: today,
      deputyIds: [ids.deputy],
    });
    const seen = await deputy.get(`/invoices/${id}`);
    expect(seen.body['principals']).toEqual([{ id: ids.principal, name: 'Sofia Sander', absentUntil: today }]);
    const claim = { action: 'claim' };
    const match = { 'if-match': seen.headers.get('etag') ?? '' };
    const decisions = `/invoices/${id}/decisions`;
    expect(outcome(await deputy.post(decisions, claim, { ...match, ...key() }))).toEqual([403, 'noGrant']);
    const wrong = { ...match, ...key(), 'on-behalf-of': 'Sofia' };
    expect(outcome(await deputy.post(decisions, claim, wrong))).toEqual([400, 'onBehalfOfInvalid']);
    const claimed = await deputy.post(decisions, claim, {
      ...match,
      ...key(),
      'on-behalf-of': ids.principal.toUpperCase(),
    });
    expect(claimed.body).toMatchObject({ state: 'in_review' });
    const after = await deputy.with({ 'on-behalf-of': ids.principal }).get(`/invoices/${id}`);
    expect(listIn(after.body, 'decisions').at(-1)).toMatchObject({ personId: ids.deputy, onBehalfOf: ids.principal });
    expect(listIn(after.body, 'offers').find(({ action }) => action === 'confirmFactual')).toMatchObject({
      allowed: true,
    });
    const { body: end } = await deputy.post(`/deputyships/${String(proposed['id'])}/end`, {}, key());
    expect(end).toEqual({ id: proposed['id'] });
    expect((await deputy.get(`/invoices/${id}`)).status).toBe(404);
  });
});
