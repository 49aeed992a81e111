import { printableFileName, usableMediaType } from '../../src/api/file-name.js';
import { cursorOf, pageOf, readCursor } from '../../src/api/pages.js';
import { Problem, sentenceOf } from '../../src/api/problem.js';
import { doorProblems, refusalStatus, titles } from '../../src/api/problems.table.js';
import { loggedPath } from '../../src/api/request-log.js';
import { UploadRoom } from '../../src/api/upload-room.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { Client } from './client.js';
import { startService } from './running-service.js';

describe('a sender’s labels', () => {
  it.each([
    ['rechnung.xml', 'rechnung.xml'],
    ['C:\\Temp\\a.xml', 'C:_Temp_a.xml'],
    ['a\u0000b\u001Bc\u2028d\uFEFF', 'a_b_c_d_'],
    ['Müller & Söhne – Nr. 7 (März).pdf', 'Müller & Söhne – Nr. 7 (März).pdf'],
    ['   ', 'datei-3'],
    [undefined, 'datei-3'],
  ])('become printable: %j', (given, shown) => {
    expect(printableFileName(given, 3)).toBe(shown);
  });

  it('keep a media type only if it is one', () => {
    expect(usableMediaType('Application/XML')).toBe('application/xml');
    for (const wrong of ['', 'xml', 'text/html; charset=x', `a/${'b'.repeat(100)}`, '<script>/x'])
      expect(usableMediaType(wrong)).toBe('application/octet-stream');
  });
});

describe('a cursor', () => {
  const place = { at: new Date('2026-03-01T10:00:00.123Z'), id: '0190a0a0-0000-7000-8000-000000000000' };

  it('leads back to its place, and anything else leads nowhere', () => {
    expect(readCursor(cursorOf(place))).toEqual(place);
    for (const wrong of [
      '',
      'x',
      Buffer.from('[]').toString('base64url'),
      Buffer.from('["2026",1]').toString('base64url'),
    ])
      expect(readCursor(wrong)).toBeNull();
  });

  it('is there only where rows are left', () => {
    const rows = [1, 2, 3];
    expect(pageOf(rows, 3, () => place)).toEqual({ items: rows, nextCursor: null });
    expect(pageOf(rows, 2, () => place)).toEqual({ items: [1, 2], nextCursor: cursorOf(place) });
    expect(pageOf([], 2, () => place)).toEqual({ items: [], nextCursor: null });
  });
});

describe('the room for uploads', () => {
  const taken = (): Promise<string> => Promise.resolve('taken');

  it('is full for a second large delivery, and free again afterwards', async () => {
    const room = new UploadRoom();
    const large = 200 * 1024 * 1024;
    let leave: () => void = () => undefined;
    const staying = room.within('one', large, () => new Promise<void>((resolve) => (leave = resolve)));
    await expect(room.within('other', large, taken)).rejects.toMatchObject({ code: 'busy', status: 503 });
    await expect(room.within('other', 1000, taken)).resolves.toBe('taken');
    leave();
    await staying;
    await expect(room.within('other', large, taken)).resolves.toBe('taken');
  });

  it('is never full for others, however many deliveries one tenant draws out', async () => {
    const room = new UploadRoom();
    const delivery = 51 * 1024 * 1024;
    const leave: (() => void)[] = [];
    const drawnOut = (): Promise<void> => new Promise((resolve) => leave.push(resolve));
    const tried = Promise.allSettled(Array.from({ length: 20 }, () => room.within('one', delivery, drawnOut)));
    await expect(room.within('one', delivery, taken)).rejects.toMatchObject({ code: 'busy' });
    await expect(room.within('other', delivery, taken)).resolves.toBe('taken');
    leave.forEach((end) => end());
    expect((await tried).filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(room.within('one', delivery, taken)).resolves.toBe('taken');
  });

  it('holds any single delivery, however large', async () => {
    await expect(new UploadRoom().within('one', 10 ** 12, taken)).resolves.toBe('taken');
  });
});

describe('problems', () => {
  const codes = Object.keys(doorProblems).filter((code): code is keyof typeof doorProblems => code in doorProblems);

  it('have a title for every status, in both languages', () => {
    const statuses = [...Object.values(refusalStatus), ...codes.map((code) => doorProblems[code].status)];
    expect(statuses.filter((status) => titles[status] === undefined)).toEqual([]);
  });

  it('quote only the values they are given', () => {
    const document = Problem.atTheDoor('bodyTooLarge', { limit: '1 MB' }).document('en');
    expect(document).toEqual({
      type: 'urn:eingang:problem:bodyTooLarge',
      title: 'Too large',
      status: 413,
      detail: 'The request is larger than the allowed 1 MB. Please split it.',
    });
  });

  it('tell a second person’s refusal by who says it', () => {
    const administration = { code: 'secondPersonNeeded', values: {} } as const;
    const decision = { code: 'secondPersonNeeded', values: { action: 'decline' } } as const;
    expect(sentenceOf(administration, 'en', {})).toContain('it was you who proposed it');
    expect(sentenceOf(decision, 'en', {})).toContain('“Decline” takes a second person');
  });
});

it('never logs a tracking token or a query', () => {
  expect(loggedPath('/api/v1/tracking/abc')).toBe('/api/v1/tracking/…');
  expect(loggedPath('/api/v1/Tracking/abc?x=1')).toBe('/api/v1/Tracking/…');
  expect(loggedPath('/api/v1/tracking/abc/report')).toBe('/api/v1/tracking/…/report');
  expect(loggedPath('/t/auenfurt/track/abc')).toBe('/t/auenfurt/track/…');
  expect(loggedPath('/api/v1/notifications/abc.def/end')).toBe('/api/v1/notifications/…/end');
  expect(loggedPath('/api/v1/invoices?seller=Meyer#x')).toBe('/api/v1/invoices');
});

it('binds cookies to TLS and host where the service is reached by https', async () => {
  const service = await startService({ EINGANG_PUBLIC_URL: 'https://rechnung.example.de' });
  try {
    const { lookup, door, passwords, clock, ids } = service.ports;
    const administrators = [
      { login: 'ada', displayName: 'Ada' },
      { login: 'ben', displayName: 'Ben' },
    ] as const;
    const created = await new CreateTenant(lookup, door, passwords, clock, ids).create({
      slug: 'tls',
      name: 'T',
      administrators,
    });
    if (created.kind === 'refused') throw new Error(created.refusal.code);
    const client = new Client(service.url);
    const password = created.value.administrators[0]?.password ?? '';
    const session = await client.post('/session', { tenant: 'tls', login: 'ada', password });
    expect(session.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-eingang=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect(session.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const ada = await client.signedIn('tls', 'ada', password);
    const { body } = await ada.deliver({ 'a.xml': '<a/>' });
    expect(body['trackingUrl']).toMatch(/^https:\/\/rechnung\.example\.de\/t\/tls\/track\/[\w-]{43}$/);
  } finally {
    await service.close();
  }
});
