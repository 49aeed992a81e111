import { value, type SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { CreateTenant, type CreatedTenant } from '../../src/pipeline/create-tenant.js';
import { Client, codeOf, each, listIn, newKey, type Answer } from './client.js';
import { startService, townOf, type RunningService } from './running-service.js';

let service: RunningService;
let town: SetUpTown;
let nobody: Client;
beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  nobody = new Client(service.url);
});
afterAll(() => service.close());

const passwordOf = (login: string): string => town.passwords.get(login) ?? '';

/** From an address of its own: a proxy on this machine says so. */
const from = (address: string): Client => nobody.with({ 'x-forwarded-for': address });

const signIn = (client: Client, login: string, password: string, slug: string = tenant.slug) =>
  client.post('/session', { tenant: slug, login, password });

describe('signing in', () => {
  it('begins a session in a cookie that scripts and other sites do not get', async () => {
    const { status, headers, body } = await signIn(nobody, 'hanna', passwordOf('hanna'));
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^eingang=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(body).toEqual({
      tenantId: town.tenantId,
      personId: town.personIds.get('hanna'),
      displayName: 'Hanna Hauser',
      csrfToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      mustChangePassword: true,
      secondFactor: 'none',
    });
  });

  it('gives one answer for a wrong password, an unknown login and an unknown tenant', async () => {
    const answers = [
      await signIn(nobody, 'hanna', 'wrong'),
      await signIn(nobody, 'nobody', 'wrong'),
      await signIn(nobody, 'hanna', passwordOf('hanna'), 'elsewhere'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ type: 'urn:eingang:problem:signInRefused' });
  });

  it('locks the account after ten failures, also for the right password', async () => {
    for (let failure = 1; failure <= 10; failure += 1)
      expect((await signIn(from('192.0.2.1'), 'simon', 'wrong')).status).toBe(401);
    expect((await signIn(from('192.0.2.2'), 'simon', passwordOf('simon'))).status).toBe(401);
  });

  it('is slowed down for one login, whoever tries, and says for how long', async () => {
    const tries = Array.from({ length: 16 }, (_, at) => signIn(from(`192.0.2.${String(10 + at)}`), 'ghost', 'wrong'));
    const answers = await Promise.all(tries);
    const slowed = answers.find(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(15);
    expect(slowed?.body).toMatchObject({ type: 'urn:eingang:problem:tooManyRequests' });
    expect(Number(slowed?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is slowed down for one address, whatever the login', async () => {
    const answers = [];
    for (let at = 0; at < 51; at += 1)
      answers.push(await signIn(from('192.0.2.99'), `ghost${String(at)}`, 'wrong', 'no'));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(50).fill(401), 429]);
  });
});

describe('a client behind a proxy', () => {
  const slowedFrom = async (url: string, address: string) => {
    const client = new Client(url, { 'x-forwarded-for': address });
    return (await signIn(client, 'ghost', 'wrong', 'no')).status === 429;
  };

  it('has an address of its own if the proxy is trusted, and the proxy’s if not', async () => {
    // The tests come from 127.0.0.1: one instance trusts that as a proxy and one does not.
    for (const [proxies, others] of [
      ['127.0.0.0/8,uniquelocal', false],
      ['192.0.2.200', true],
    ] as const) {
      const instance = await service.startAnother({ EINGANG_TRUSTED_PROXIES: proxies });
      try {
        const one = new Client(instance.url, { 'x-forwarded-for': '198.51.100.1' });
        for (let at = 0; at < 50; at += 1) await signIn(one, `ghost-${String(at)}`, 'wrong', 'no');
        expect(await slowedFrom(instance.url, '198.51.100.1')).toBe(true);
        expect(await slowedFrom(instance.url, '198.51.100.2')).toBe(others);
      } finally {
        await instance.close();
      }
    }
  });
});

describe('a session', () => {
  it('does nothing but change the one-time password as long as there is one', async () => {
    const henrik = await nobody.session(tenant.slug, 'henrik', passwordOf('henrik'));
    expect((await henrik.get('/session')).body).toMatchObject({ mustChangePassword: true });
    for (const path of ['/invoices', '/administration/departments']) {
      const { status, body } = await henrik.get(path);
      expect([status, body['type']]).toEqual([403, 'urn:eingang:problem:passwordChangeNeeded']);
    }
    const change = (current: string, wanted: string) => henrik.post('/session/password', { current, wanted });
    expect((await change(passwordOf('henrik'), 'kurz')).status).toBe(422);
    expect((await change('wrong', 'lang genug für uns')).status).toBe(401);
    expect((await change(passwordOf('henrik'), 'lang genug für uns')).status).toBe(204);
    expect((await henrik.get('/invoices')).status).toBe(200);
    expect((await signIn(nobody, 'henrik', passwordOf('henrik'))).status).toBe(401);
    expect((await signIn(nobody, 'HENRIK', 'lang genug für uns')).status).toBe(200);
  });

  it('changes nothing without its CSRF token', async () => {
    const greta = await nobody.signedIn(tenant.slug, 'greta', passwordOf('greta'));
    for (const token of ['', 'x', greta.headers['cookie'] ?? '']) {
      const { status, body } = await greta.with({ 'x-csrf-token': token }).delete('/session');
      expect([status, body['type']]).toEqual([403, 'urn:eingang:problem:csrfTokenWrong']);
    }
    expect((await greta.get('/session')).status).toBe(200);
  });

  it('tells what the person may do today', async () => {
    const felix = await nobody.signedIn(tenant.slug, 'amtsleitung', passwordOf('amtsleitung'));
    const { body } = await felix.get('/session');
    expect(body['grants']).toHaveLength(5);
    expect(body['grants']).toContainEqual({
      role: 'orderer',
      departmentId: town.departmentIds.get('SCHULE'),
      limitEuro: '10000.00',
    });
  });

  it('is worth nothing in a thief’s hands once it has been signed out, or ended from elsewhere', async () => {
    const georg = await nobody.signedIn(tenant.slug, 'georg', passwordOf('georg'));
    const stolen = nobody.with({
      cookie: georg.headers['cookie'] ?? '',
      'x-csrf-token': georg.headers['x-csrf-token'] ?? '',
    });
    expect((await stolen.get('/session')).status).toBe(200);
    expect((await georg.delete('/session')).status).toBe(204);
    const again = 'georg hat jetzt ein eigenes';
    for (const path of ['/session', '/invoices', '/profile/sessions'])
      expect((await stolen.get(path)).status).toBe(401);
    expect((await stolen.post('/profile/sessions/end-others', {})).status).toBe(401);
    const [here, elsewhere, third] = [
      await nobody
        .with({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' })
        .session(tenant.slug, 'georg', again),
      await from('198.51.100.77').session(tenant.slug, 'georg', again),
      await nobody.session(tenant.slug, 'georg', again),
    ];
    const listed = listIn((await here.get('/profile/sessions')).body, 'items');
    expect(listed).toHaveLength(3);
    expect(listed).toContainEqual(expect.objectContaining({ isThis: true, device: 'Firefox, Linux' }));
    const [other] = listed.filter(({ address }) => address === '198.51.100.x');
    expect((await here.delete(`/profile/sessions/${String(other?.['id'])}`)).status).toBe(204);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await here.post('/profile/sessions/end-others', {})).status).toBe(204);
    expect([(await third.get('/session')).status, (await here.get('/session')).status]).toEqual([401, 200]);
  });

  it('ends by signing out', async () => {
    const georg = await nobody.session(tenant.slug, 'georg', 'georg hat jetzt ein eigenes');
    expect((await georg.delete('/session')).status).toBe(204);
    expect((await georg.get('/session')).status).toBe(401);
  });

  it('can be asked after by anybody, and being nobody is no error', async () => {
    const sofia = await nobody.signedIn(tenant.slug, 'sofia', passwordOf('sofia'));
    const { session } = (await sofia.get('/session/presence')).body;
    expect(session).toEqual((await sofia.get('/session')).body);
    for (const stranger of [nobody, nobody.with({ cookie: `eingang=${'A'.repeat(43)}` })]) {
      const { status, body } = await stranger.get('/session/presence');
      expect([status, body]).toEqual([200, { session: null }]);
    }
  });

  it('is none if the cookie comes twice, is cut, or belongs to nobody', async () => {
    const cookies = ['eingang=a; eingang=b', 'eingang=', `eingang=${'A'.repeat(43)}`, 'eingang=%00'];
    for (const cookie of cookies) expect((await nobody.with({ cookie }).get('/session')).status).toBe(401);
  });
});

describe('a second factor', () => {
  const [slug, password] = ['neu', 'ein Satz aus mehreren Wörtern'];
  const lasting = (login: string) => `${login} ${password}`;
  const typeOf = ({ status, body }: Answer) => [status, String(body['type']).split(':').at(-1)];
  let created: CreatedTenant;
  beforeAll(async () => {
    const { lookup, door, passwords, clock, ids } = service.ports;
    const administrators = [
      { login: 'ada', displayName: 'Ada' },
      { login: 'ben', displayName: 'Ben' },
    ] as const;
    const use = new CreateTenant(lookup, door, passwords, clock, ids);
    created = value(await use.create({ slug, name: 'Neu', administrators }));
  });

  const first = async (login: string): Promise<Client> => {
    const current = created.administrators.find((one) => one.login === login)?.password ?? '';
    const session = await nobody.session(slug, login, current);
    await session.post('/session/password', { current, wanted: lasting(login) });
    return session;
  };
  const begin = (login: string) => nobody.session(slug, login, lasting(login));

  it('is required of whoever administers a tenant that has set nothing, before anything else answers', async () => {
    const ada = await first('ada');
    expect((await ada.get('/session')).body['secondFactor']).toBe('toEnrol');
    for (const path of ['/administration/people', '/profile/sessions', '/invoices'])
      expect(typeOf(await ada.get(path))).toEqual([403, 'secondFactorToEnrol']);
    const { body } = await ada.post('/profile/second-factor/enrolment', {});
    expect(body['address']).toMatch(/^otpauth:\/\/totp\/Eingang%20Neu:ada\?.*secret=[A-Z2-7]{32}/);
    expect(typeOf(await ada.post('/profile/second-factor/confirmation', { code: '000000' }))).toEqual([
      422,
      'codeRefused',
    ]);
    const elsewhere = await begin('ada');
    const { secret, recoveryCodes, client } = await ada.enrolled();
    expect((await elsewhere.get('/session')).status).toBe(401);
    // Whoever has seen the cookie of the session that was not proved yet holds nothing.
    expect((await ada.get('/session')).status).toBe(401);
    expect((await client.get('/administration/people')).status).toBe(200);

    const again = await begin('ada');
    expect(typeOf(await again.get('/administration/people'))).toEqual([403, 'secondFactorNeeded']);
    expect(
      typeOf(await again.post('/session/password', { current: lasting('ada'), wanted: 'noch ein ganz anderer Satz' })),
    ).toEqual([403, 'secondFactorNeeded']);
    // Whoever knows the password only cannot put a factor of their own in its place.
    expect(typeOf(await again.post('/profile/second-factor/enrolment', {}))).toEqual([403, 'freshFactorNeeded']);
    expect(typeOf(await again.post('/session/second-factor', { code: codeOf(secret, -5) }))).toEqual([
      422,
      'codeRefused',
    ]);
    const next = codeOf(secret, 1);
    const before = listIn((await client.get('/profile/sessions')).body, 'items');
    const proof = await again.post('/session/second-factor', { code: next });
    expect([proof.status, Object.keys(proof.body)]).toEqual([200, ['csrfToken']]);
    const proved = again.renewed(proof);
    expect(proved.headers['cookie']).not.toBe(again.headers['cookie']);
    expect((await again.get('/session')).status).toBe(401);
    expect((await again.post('/session/second-factor', { code: next })).status).toBe(401);
    expect((await proved.get('/administration/people')).status).toBe(200);
    // It is the same session under other secrets, and takes the new token only.
    expect(each((await proved.get('/profile/sessions')).body, 'items', 'id').toSorted()).toEqual(
      before.map(({ id }) => String(id)).toSorted(),
    );
    const asBefore = { 'x-csrf-token': again.headers['x-csrf-token'] ?? '' };
    expect(typeOf(await proved.post('/profile/second-factor/recovery-codes', {}, asBefore))).toEqual([
      403,
      'csrfTokenWrong',
    ]);

    const third = await begin('ada');
    expect(typeOf(await third.post('/session/second-factor', { code: next }))).toEqual([422, 'codeRefused']);
    const [code = '', other = ''] = recoveryCodes;
    const byCode = await third.post('/session/second-factor', { code });
    expect(byCode.status).toBe(200);
    expect((await third.renewed(byCode).get('/profile/second-factor')).body).toMatchObject({
      codesLeft: 9,
      isRequired: true,
    });
    const fourth = await begin('ada');
    expect(typeOf(await fourth.post('/session/second-factor', { code }))).toEqual([422, 'codeRefused']);
    for (let failure = 1; failure < 5; failure += 1) await fourth.post('/session/second-factor', { code: 'falsch' });
    expect(typeOf(await fourth.post('/session/second-factor', { code: other }))).toEqual([422, 'codeRefused']);
  });

  it('is taken away by another administrator, who also opens one that rests', async () => {
    const { client: ben } = await (await first('ben')).enrolled();
    const id = created.administrators.find(({ login }) => login === 'ada')?.personId ?? '';
    const own = created.administrators.find(({ login }) => login === 'ben')?.personId ?? '';
    const reset = (who: string) =>
      ben.post(`/administration/people/${who}/second-factor-reset`, {}, { 'idempotency-key': newKey() });
    expect(typeOf(await reset(own))).toEqual([403, 'anotherAdministrator']);
    const ada = await begin('ada');
    expect((await reset(id)).status).toBe(200);
    expect((await ada.get('/session')).status).toBe(401);
    const after = await begin('ada');
    const { body } = await after.get('/profile/second-factor');
    expect(body).toEqual({ confirmedAt: null, isRequired: true, codesLeft: 0, resetAt: expect.any(String) });
    const { client } = await after.enrolled();
    expect((await client.get('/profile/second-factor')).body).toMatchObject({ codesLeft: 10, resetAt: null });
  });
});

describe('what comes in as JSON', () => {
  const post = (body: string, type = 'application/json') =>
    nobody.send('POST', '/session', { raw: { type, body } }).then(({ status, body: { type: code } }) => [status, code]);

  it('is refused with a reason where it is broken, deep, large or no text', async () => {
    const problem = (code: string) => `urn:eingang:problem:${code}`;
    expect(await post('{"tenant":')).toEqual([400, problem('bodyUnreadable')]);
    expect(await post('['.repeat(100_000))).toEqual([400, problem('tooDeep')]);
    expect(await post(`{"login":"${'x'.repeat(1024 * 1024)}"}`)).toEqual([413, problem('bodyTooLarge')]);
    expect(await post('{"tenant":"a\\u0000","login":"b","password":"c"}')).toEqual([400, problem('textNotUsable')]);
    expect(await post('{"tenant":"a\\ud800","login":"b","password":"c"}')).toEqual([400, problem('textNotUsable')]);
    expect(await post('{"tenant":"a","login":"b","password":"c","admin":true}')).toEqual([
      400,
      problem('invalidRequest'),
    ]);
    expect(await post('{"tenant":["a"],"login":{},"password":1}')).toEqual([400, problem('invalidRequest')]);
    expect(await post('{"__proto__":{"tenant":"a"},"login":"b","password":"c"}')).toEqual([
      400,
      problem('invalidRequest'),
    ]);
    expect(await post('tenant=a', 'text/plain')).toEqual([400, problem('invalidRequest')]);
  });

  it('speaks the reader’s language, German first', async () => {
    const detail = async (language: string) =>
      (await nobody.get('/session', { 'accept-language': language })).body['title'];
    expect(await detail('en-GB,en;q=0.9,de;q=0.5')).toBe('Not signed in');
    expect(await detail('fr, *;q=0.1')).toBe('Nicht angemeldet');
    expect(await detail('de-AT')).toBe('Nicht angemeldet');
  });
});
