import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { z } from 'zod';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { Client, listIn, newKey } from './client.js';
import { startService, townOf, type RunningService } from './running-service.js';

const megabyte = 1024 * 1024;

let service: RunningService;
let town: SetUpTown;
let supplier: Client;
beforeAll(async () => {
  service = await startService({ EINGANG_MAX_FILE_MB: '2', EINGANG_DOCUMENTS: 'folder' });
  town = await townOf(service);
  supplier = new Client(service.url).withKey(town.keys.deliver);
});
afterAll(() => service.close());

/** How many deliveries the tenant has, asked of the database through the tenant's own door. */
const receivedInvoices = () =>
  service.ports.door.inTenant(town.tenantId, (records) => records.desk.count({ departmentIds: null }, 1000));

describe('a delivery', () => {
  it('is answered with a receipt that names every part', async () => {
    const answer = await supplier.deliver({ 'a.xml': '<a/>', 'b.xml': '<b/>' });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      number: expect.stringMatching(/^\d{8}-[A-Z2-9]{8}$/),
      deliveryId: expect.any(String),
      receivedAt: expect.stringMatching(/Z$/),
      trackingUrl: `${service.url}/t/${tenant.slug}/track/${String(answer.body['trackingToken'])}`,
      trackingToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      parts: [
        { position: 1, fileName: 'a.xml', sizeBytes: 4, sha256: sha256('<a/>'), fate: 'invoice' },
        { position: 2, fileName: 'b.xml', sizeBytes: 4, sha256: sha256('<b/>'), fate: 'invoice' },
      ],
    });
  });

  it('can be followed without signing in, and what is no token leads nowhere', async () => {
    const { body } = await supplier.deliver({ 'c.xml': '<c/>' });
    const nobody = new Client(service.url);
    const tracked = await nobody.get(`/tracking/${String(body['trackingToken'])}`);
    expect(tracked.status).toBe(200);
    expect(tracked.body).toMatchObject({
      number: body['number'],
      parts: [{ fileName: 'c.xml', status: { de: 'Eingegangen', en: 'Received' }, invoiceNumber: null }],
    });
    expect(Object.keys(tracked.body).sort()).toEqual([
      ...['notifications', 'number', 'parts', 'receivedAt', 'sorted', 'town'],
    ]);
    for (const wrong of ['x', 'A'.repeat(43), '..%2f..', '%00'])
      expect((await nobody.get(`/tracking/${wrong}`)).status).toBe(404);
  });

  it('brings the same bytes again as a repeat of the same invoice', async () => {
    const first = await supplier.deliver({ 'd.xml': '<d/>' });
    const second = await supplier.deliver({ 'again.xml': '<d/>' });
    const [one, two] = [partOf(first.body), partOf(second.body)];
    expect(second.body['deliveryId']).not.toBe(first.body['deliveryId']);
    expect([one.fate, two.fate]).toEqual(['invoice', 'repeat']);
    expect(two.invoiceId).toBe(one.invoiceId);
  });

  it('shows a sender’s file name without what cannot be printed or walks through folders', async () => {
    const named = (parameter: string) => {
      const body = `--x\r\nContent-Disposition: form-data; name="f"; ${parameter}\r\n\r\n<e/>\r\n--x--\r\n`;
      const headers = { 'idempotency-key': newKey() };
      return supplier.send('POST', '/deliveries', { raw: { type: 'multipart/form-data; boundary=x', body }, headers });
    };
    const names = [
      ['filename="../../etc/pass\u202Ewd.xml"', '.._.._etc_pass_wd.xml'],
      ["filename*=UTF-8''%00..%5Ca%0Ab%7F.xml", '_.._a_b_.xml'],
      ['filename="Rechnung März.xml"', 'Rechnung März.xml'],
      ['filename="\u200B"', '_'],
    ] as const;
    for (const [parameter, shown] of names) {
      const { body } = await named(parameter);
      expect(partOf(body).fileName).toBe(shown);
    }
  });

  it('is taken from a signed-in person through the upload of their tenant', async () => {
    const clerk = await new Client(service.url).signedIn(tenant.slug, 'eingang', town.passwords.get('eingang') ?? '');
    expect((await clerk.deliver({ 'f.xml': '<f/>' })).status).toBe(202);
    expect((await clerk.with({ 'x-csrf-token': 'other' }).deliver({ 'g.xml': '<g/>' })).status).toBe(403);
  });

  it('is refused from who is not known, and from a key without the scope', async () => {
    expect((await new Client(service.url).deliver({ 'h.xml': '<h/>' })).status).toBe(401);
    expect((await supplier.withKey('eing_unknown').deliver({ 'h.xml': '<h/>' })).status).toBe(401);
    const refused = await supplier.withKey(town.keys.finance).deliver({ 'h.xml': '<h/>' });
    expect(refused.status).toBe(403);
    expect(refused.body['type']).toBe('urn:eingang:problem:scopeMissing');
  });
});

describe('a delivery under an idempotency key', () => {
  it('needs the key', async () => {
    for (const key of ['', ' ', 'ä', 'x'.repeat(201)]) {
      const form = new FormData();
      form.append('file', new Blob(['<i/>']), 'i.xml');
      const headers = { 'idempotency-key': encodeURI(key).startsWith('%') ? '' : key };
      const { status, body } = await supplier.send('POST', '/deliveries', { form, headers });
      expect([status, body['type']]).toEqual([400, 'urn:eingang:problem:idempotencyKeyMissing']);
    }
  });

  it('gets the same answer when it is repeated, also with another boundary', async () => {
    const key = newKey();
    const [one, two] = [
      await supplier.deliver({ 'j.xml': '<j/>' }, key),
      await supplier.deliver({ 'j.xml': '<j/>' }, key),
    ];
    expect(two.status).toBe(202);
    expect(two.body).toEqual(one.body);
  });

  it('is refused with another content', async () => {
    const key = newKey();
    await supplier.deliver({ 'k.xml': '<k/>' }, key);
    for (const other of [
      await supplier.deliver({ 'k.xml': '<l/>' }, key),
      await supplier.deliver({ 'other.xml': '<k/>' }, key),
      await supplier.deliver({ 'k.xml': '<k/>' }, key, { sender: 'somebody' }),
    ])
      expect([other.status, other.body['type']]).toEqual([422, 'urn:eingang:problem:keyReused']);
  });

  it('is taken once however many come at the same time', async () => {
    const before = await receivedInvoices();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => supplier.deliver({ 'm.xml': '<m/>' }, key)));
    const taken = answers.filter(({ status }) => status === 202);
    expect(answers.every(({ status }) => status === 202 || status === 409)).toBe(true);
    expect(new Set(taken.map(({ body }) => body['deliveryId'])).size).toBe(1);
    expect(await receivedInvoices()).toBe(before + 1);
  });
});

describe('the limits of a delivery', () => {
  const refused = async (files: Readonly<Record<string, Uint8Array | string>>) => {
    const before = await receivedInvoices();
    const { status, body } = await supplier.deliver(files);
    expect(await receivedInvoices()).toBe(before);
    return [status, String(body['type']).split(':').at(-1)];
  };

  it('refuse the whole request if one file is larger than allowed', async () => {
    expect(await refused({ 'small.xml': '<n/>', 'large.xml': new Uint8Array(2 * megabyte + 1).fill(0x20) })).toEqual([
      413,
      'fileTooLarge',
    ]);
    expect((await supplier.deliver({ 'just.xml': new Uint8Array(2 * megabyte).fill(0x20) })).status).toBe(202);
  });

  it('refuse more bytes than a delivery may have', async () => {
    const file = (at: number) => [`${String(at)}.xml`, new Uint8Array(2 * megabyte - 1).fill(at)] as const;
    expect(await refused(Object.fromEntries(Array.from({ length: 26 }, (_, at) => file(at))))).toEqual([
      413,
      'deliveryTooLarge',
    ]);
  });

  it('refuse more than 200 files, none, and empty ones', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${String(at)}.xml`, `<n${String(at)}/>`]));
    expect(await refused(many)).toEqual([413, 'tooManyParts']);
    expect(await refused({})).toEqual([422, 'nothingSent']);
    expect(await refused({ 'empty.xml': '' })).toEqual([422, 'emptyFile']);
    expect(await refused({ [`${'n'.repeat(256)}.xml`]: '<o/>' })).toEqual([422, 'nameTooLong']);
  });

  it('refuse fields that nobody expects', async () => {
    const answer = await supplier.deliver({ 'p.xml': '<p/>' }, newKey(), { tenantId: town.tenantId });
    expect([answer.status, answer.body['type']]).toEqual([400, 'urn:eingang:problem:invalidRequest']);
  });

  it('refuse what is no multipart request or ends too early', async () => {
    const send = (type: string, body: string) =>
      supplier.send('POST', '/deliveries', { raw: { type, body }, headers: { 'idempotency-key': newKey() } });
    expect((await send('application/json', '{}')).status).toBe(415);
    expect((await send('multipart/form-data', 'x')).status).toBe(415);
    expect(
      (
        await send(
          'multipart/form-data; boundary=x',
          '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nhalf',
        )
      ).status,
    ).toBe(400);
  });
});

describe('a sender who announces more than is allowed and then hardly sends', () => {
  it('is refused without waiting for the rest, and others are served meanwhile', async () => {
    let refused: number | undefined;
    const slow = announcing(10_000_000_000).then((status) => (refused = status));
    let served = 0;
    while (refused === undefined) {
      const { status } = await supplier.deliver({ 'q.xml': `<q>${String(served)}</q>` });
      expect(status).toBe(202);
      served += 1;
    }
    expect(await slow).toBe(413);
    expect(served).toBeGreaterThan(1);
  });

  /** The status that is answered to a request of that length, of which only the first bytes are sent. */
  const announcing = (bytes: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...supplier.headers,
        'idempotency-key': newKey(),
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(bytes),
      };
      const sent = request(`${service.url}/api/v1/deliveries`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.write('--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n');
    });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const part = z.looseObject({ fileName: z.string(), fate: z.string(), invoiceId: z.string() });

/** The receipt's first part. */
const partOf = (body: Readonly<Record<string, unknown>>): z.infer<typeof part> => part.parse(listIn(body, 'parts')[0]);
