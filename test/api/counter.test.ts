import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { z } from 'zod';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { counter, texts } from '../../demo/town-texts.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { settingIn } from '../../src/pipeline/tenant-settings.js';
import type { CounterSetting } from '../../src/pipeline/tenant-settings.table.js';
import { Client, each, listIn, newKey, type Answer } from './client.js';
import { startService, townOf, type RunningService } from './running-service.js';

// From this machine the service believes whom a proxy speaks for: the test is one, so that each case can come from an address of its own.

let service: RunningService;
let second: Client;
let town: SetUpTown;
let admin: Client;
let invoice: string;
beforeAll(async () => {
  service = await startService({ EINGANG_MAX_FILE_MB: '2' });
  town = await townOf(service);
  admin = await new Client(service.url).signedIn(tenant.slug, 'admin', town.passwords.get('admin') ?? '');
  invoice = await readFile(new URL('../fixtures/rules/ubl-invoice.xml', import.meta.url), 'utf8');
  const another = await service.startAnother({});
  second = new Client(another.url);
  closeSecond = () => another.close();
});
let closeSecond = (): Promise<void> => Promise.resolve();
afterAll(async () => {
  await closeSecond();
  await service.close();
});

let addresses = 0;
/** Somebody whose address nobody has had before. */
const stranger = (client = new Client(service.url)): Client =>
  client.with({ 'x-forwarded-for': `198.51.100.${String((addresses += 1))}` });

interface Brought {
  readonly slug?: string;
  readonly what?: 'deliveries' | 'checks';
  readonly key?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

function bring(by: Client, files: Readonly<Record<string, string>>, brought: Brought = {}): Promise<Answer> {
  const { slug = tenant.slug, what = 'deliveries', key = newKey(), fields = {}, headers = {} } = brought;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, text] of Object.entries(files)) form.append('file', new Blob([text]), name);
  const all = { ...headers, ...(what === 'deliveries' ? { 'idempotency-key': key } : {}) };
  return by.send('POST', `/counter/${slug}/${what}`, { form, headers: all });
}

const problemOf = ({ status, body }: Answer): readonly unknown[] => [
  status,
  String(body['type']).replace('urn:eingang:problem:', ''),
];

/** Sets what holds at the counter from now on. */
async function setCounter(changed: Partial<CounterSetting>): Promise<void> {
  const { version } = await service.ports.door.inTenant(town.tenantId, (records) => settingIn(records, 'counter'));
  const headers = { 'if-match': `"${String(version)}"`, 'idempotency-key': newKey() };
  const json = { ...counter, ...changed };
  const { status } = await admin.send('PUT', '/administration/settings/counter', { json, headers });
  expect(status).toBe(200);
}

const quotas = (changed: Partial<CounterSetting['quotas']>) => ({ quotas: { ...counter.quotas, ...changed } });

/** Rows of the tenant in every table, asked as the application. */
async function rowsOfTenant(): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client({ connectionString: service.environment['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant', $1, false)`, [town.tenantId]);
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'eingang'::regnamespace and relkind = 'r'
       and relname not in ('schema_migration', 'typeorm_metadata')`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const counted = await client.query<{ rows: number }>(`select count(*)::int as rows from eingang.${name}`);
      counts[name] = counted.rows[0]?.rows ?? -1;
    }
    return counts;
  } finally {
    await client.end();
  }
}

describe('the counter’s page', () => {
  it('is told to everybody, and what is unknown or not written yet is not there', async () => {
    const { status, body } = await stranger().get(`/counter/${tenant.slug}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ slug: tenant.slug, name: tenant.name, open: true, closedNote: null },
      limits: { fileBytes: 2 * 1024 * 1024, deliveryBytes: 50 * 1024 * 1024, parts: 200 },
      feedbackAddress: texts.feedbackAddress,
      texts: { imprint: true, privacy: true, accessibility: true },
    });
    expect((await stranger().get(`/counter/${tenant.slug}/texts/imprint`)).body).toEqual(texts.imprint);
    for (const path of ['/counter/auenfurth', `/counter/${tenant.slug}/texts/feedbackAddress`, '/counter/%00'])
      expect((await stranger().get(path)).status).toBe(404);
  });

  it('of a new tenant is closed, says so, and takes nothing', async () => {
    const { lookup, door, passwords, clock, ids } = service.ports;
    const administrators = [
      { login: 'a', displayName: 'A' },
      { login: 'b', displayName: 'B' },
    ] as const;
    await new CreateTenant(lookup, door, passwords, clock, ids).create({ slug: 'neu', name: 'Neu', administrators });
    const { body } = await stranger().get('/counter/neu');
    expect(body).toMatchObject({ open: false, closedNote: { de: expect.stringContaining('geschlossen') } });
    expect(body['texts']).toEqual({ imprint: false, privacy: false, accessibility: false });
    expect((await stranger().get('/counter/neu/texts/privacy')).status).toBe(404);
    const refused = await bring(stranger(), { 'a.xml': '<a/>' }, { slug: 'neu' });
    expect(problemOf(refused)).toEqual([403, 'counterClosed']);
  });
});

describe('a delivery at the counter', () => {
  it('is answered with a receipt whose parts wait, and can be followed', async () => {
    const files = { 'a.xml': '<counter-a/>', 'b.pdf': 'no pdf' };
    const receipt = await bring(stranger(), files, { fields: { sender: 'Dachdecker Dorn' } });
    expect(receipt.status).toBe(202);
    const token = String(receipt.body['trackingToken']);
    expect(receipt.body).toMatchObject({
      trackingUrl: `${service.url}/t/${tenant.slug}/track/${token}`,
      parts: [
        { fileName: 'a.xml', fate: 'waiting', invoiceId: null, sha256: sha256('<counter-a/>') },
        { fileName: 'b.pdf', fate: 'waiting', invoiceId: null },
      ],
    });
    const { body } = await stranger().get(`/tracking/${token}`);
    expect(body).toMatchObject({
      ...{ number: receipt.body['number'], sorted: false, town: { slug: tenant.slug, name: tenant.name } },
      parts: [{ fate: 'waiting', fateLabel: { de: 'Wird noch angesehen' }, step: null }, { fileName: 'b.pdf' }],
    });
    expect(await service.ports.documents.read(town.tenantId, sha256('no pdf'))).not.toBeNull();
  });

  it('repeated under its key gets the same receipt; with another content, or from elsewhere, it does not', async () => {
    const [somebody, neighbour] = [stranger(), stranger()];
    const key = newKey();
    const first = await bring(somebody, { 'c.xml': '<c/>' }, { key });
    expect((await bring(somebody, { 'c.xml': '<c/>' }, { key })).body).toEqual(first.body);
    expect(problemOf(await bring(somebody, { 'c.xml': '<changed/>' }, { key }))).toEqual([422, 'keyReused']);
    const elsewhere = await bring(neighbour, { 'c.xml': '<c/>' }, { key });
    expect(elsewhere.status).toBe(202);
    expect(elsewhere.body['trackingToken']).not.toBe(first.body['trackingToken']);
    expect(await service.ports.documents.read(town.tenantId, sha256('<changed/>'))).toBeNull();
  });

  it('is not taken from another provider’s page, without a key, or with what nobody asked for', async () => {
    const files = { 'd.xml': '<d/>' };
    for (const site of ['cross-site', 'same-site'])
      expect(problemOf(await bring(stranger(), files, { headers: { 'sec-fetch-site': site } }))).toEqual([
        403,
        'crossSite',
      ]);
    expect((await bring(stranger(), files, { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(202);
    expect(problemOf(await bring(stranger(), files, { key: '' }))).toEqual([400, 'idempotencyKeyMissing']);
    for (const [name, text] of [
      ['tenantId', town.tenantId],
      ['sender', 'x'.repeat(256)],
      ['sender', 'half \u0000'],
    ] as const)
      expect((await bring(stranger(), files, { fields: { [name]: text } })).status).toBe(400);
    expect(problemOf(await bring(stranger(), {}))).toEqual([422, 'nothingSent']);
    expect(problemOf(await bring(stranger(), { 'empty.xml': '' }))).toEqual([422, 'emptyFile']);
    const large = { 'large.xml': 'x'.repeat(2 * 1024 * 1024 + 1) };
    expect(problemOf(await bring(stranger(), large))).toEqual([413, 'fileTooLarge']);
  });

  it('is not taken where the request is no whole multipart body', async () => {
    const send = (type: string, body: string) =>
      stranger().send('POST', `/counter/${tenant.slug}/deliveries`, {
        raw: { type, body },
        headers: { 'idempotency-key': newKey() },
      });
    expect((await send('application/json', '{}')).status).toBe(415);
    const half = '--x\r\nContent-Disposition: form-data; name="f"; filename="../../f"\r\n\r\nhalf';
    expect((await send('multipart/form-data; boundary=x', half)).status).toBe(400);
    const whole = await send('multipart/form-data; boundary=x', `${half}\r\n--x--\r\n`);
    expect(each(whole.body, 'parts', 'fileName')).toEqual(['.._.._f']);
  });
});

describe('the day’s quota', () => {
  afterAll(() => setCounter({}));

  it('of an address holds over all processes, also for those who come at the same moment', async () => {
    await setCounter(quotas({ deliveriesPerAddressAndDay: 3 }));
    const here = stranger();
    const there = second.with(here.headers);
    const answers = await Promise.all(
      [here, there, here, there, here, there].map((client, at) => bring(client, { 'q.xml': `<q>${String(at)}</q>` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429, 429, 429]);
    expect(problemOf(await bring(there, { 'q.xml': '<late/>' }))).toEqual([429, 'addressQuotaUsed']);
    expect((await bring(stranger(), { 'q.xml': '<other/>' })).status).toBe(202);
  });

  it('used up, still answers a repeat, and keeps nothing of what is refused', async () => {
    await setCounter(quotas({ deliveriesPerAddressAndDay: 1 }));
    const somebody = stranger();
    const key = newKey();
    const first = await bring(somebody, { 'r.xml': '<r/>' }, { key });
    expect((await bring(somebody, { 's.xml': '<s-refused/>' })).status).toBe(429);
    expect((await bring(second.with(somebody.headers), { 'r.xml': '<r/>' }, { key })).body).toMatchObject({
      number: first.body['number'],
    });
    expect(await service.ports.documents.read(town.tenantId, sha256('<s-refused/>'))).toBeNull();
  });

  it('of an IPv6 customer counts whichever address of theirs they come from', async () => {
    await setCounter(quotas({ deliveriesPerAddressAndDay: 1 }));
    const from = (address: string) => new Client(service.url).with({ 'x-forwarded-for': address });
    expect((await bring(from('2001:db8:1:2::1'), { 'v.xml': '<v1/>' })).status).toBe(202);
    expect((await bring(from('2001:0db8:0001:00ff:ffff::9'), { 'v.xml': '<v2/>' })).status).toBe(429);
    expect((await bring(from('2001:db8:1:100::1'), { 'v.xml': '<v3/>' })).status).toBe(202);
  });

  it('in all holds for everybody together, in deliveries and in bytes', async () => {
    await setCounter(quotas({ deliveriesPerDay: 1 }));
    expect(problemOf(await bring(stranger(), { 't.xml': '<t/>' }))).toEqual([429, 'counterQuotaUsed']);
    await setCounter(quotas({ bytesPerDay: 1024 * 1024 }));
    expect((await bring(stranger(), { 'u.xml': '<u/>' })).status).toBe(202);
    expect((await bring(stranger(), { 'u.xml': 'u'.repeat(1024 * 1024) })).status).toBe(429);
  });
});

describe('a closed counter', () => {
  afterAll(() => setCounter({}));

  it('takes and checks nothing, says why, and deliveries of before can be followed', async () => {
    const { body } = await bring(stranger(), { 'w.xml': '<w/>' });
    const closedNote = { de: 'Wir ziehen um.', en: null };
    await setCounter({ open: false, closedNote });
    expect((await stranger().get(`/counter/${tenant.slug}`)).body).toMatchObject({ open: false, closedNote });
    expect(problemOf(await bring(stranger(), { 'x.xml': '<x/>' }))).toEqual([403, 'counterClosed']);
    expect(problemOf(await bring(stranger(), { 'x.xml': '<x/>' }, { what: 'checks' }))).toEqual([403, 'counterClosed']);
    expect((await stranger().get(`/tracking/${String(body['trackingToken'])}`)).status).toBe(200);
    expect((await stranger().get(`/counter/${tenant.slug}/texts/imprint`)).status).toBe(200);
  });
});

describe('a check without sending', () => {
  const check = (by: Client, files: Readonly<Record<string, string>>, brought: Brought = {}) =>
    bring(by, files, { ...brought, what: 'checks' });

  it('tells what would be found in plain words, with the key data, and stores nothing', async () => {
    const before = await rowsOfTenant();
    const valid = await check(stranger(), { 'gut.xml': invoice });
    expect(valid.status).toBe(200);
    expect(listIn(valid.body, 'documents')).toMatchObject([
      {
        report: { verdict: 'accepted', verdictLabel: { de: 'angenommen' }, findings: [] },
        keyData: { number: expect.any(String), gross: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' },
      },
    ]);
    const broken = await check(stranger(), {
      'falsch.xml': invoice.replace('<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>EUX'),
    });
    const found = report.parse(listIn(broken.body, 'documents')[0]).report;
    expect(found.verdict).toBe('rejected');
    expect(found.findings).toContainEqual(
      expect.objectContaining({
        rule: 'BR-CL-04',
        severityLabel: { de: 'Fehler', en: 'error' },
        errorClassLabel: { de: 'Geschäftsregelfehler', en: 'Business rule error' },
        sentence: 'Die Währung der Rechnung „EUX“ gibt es nicht.',
        line: expect.any(Number),
        terms: [{ id: 'BT-5', label: { de: expect.any(String), en: expect.any(String) } }],
      }),
    );
    expect(await rowsOfTenant()).toEqual(before);
    for (const text of [invoice, invoice.replace('EUR', 'EUX')])
      expect(await service.ports.documents.read(town.tenantId, sha256(text))).toBeNull();
  });

  it('says of what is no invoice that it is none, and takes one file at a time', async () => {
    const { body } = await check(stranger(), { 'brief.txt': 'Sehr geehrte Damen und Herren' });
    expect(listIn(body, 'documents')).toMatchObject([
      { report: { verdict: 'notAnEInvoice', reason: { de: 'Die Datei ist weder XML noch PDF.' } }, keyData: null },
    ]);
    expect(problemOf(await check(stranger(), { a: '<a/>', b: '<b/>' }))).toEqual([422, 'severalFiles']);
    expect(problemOf(await check(stranger(), {}))).toEqual([422, 'nothingSent']);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect(problemOf(await check(stranger(), { a: '<a/>' }, { headers }))).toEqual([403, 'crossSite']);
  });

  it('is done as often in an hour as the tenant allows', async () => {
    await setCounter(quotas({ checksPerAddressAndHour: 1 }));
    const somebody = stranger();
    expect((await check(somebody, { 'y.xml': '<y/>' })).status).toBe(200);
    const refused = await check(somebody, { 'y.xml': '<y/>' });
    expect(problemOf(refused)).toEqual([429, 'tooManyRequests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    await setCounter({});
  });
});

const report = z.object({
  report: z.object({ verdict: z.string(), findings: z.array(z.record(z.string(), z.unknown())) }),
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
