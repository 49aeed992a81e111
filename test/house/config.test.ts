import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError, type Environment, loadConfig, readEnvironment } from '../../src/config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const production: Environment = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://eingang_app:geheim@db:5432/eingang',
  EINGANG_PUBLIC_URL: 'https://rechnung.example.de',
  EINGANG_KEY_FILE: '/run/secrets/key',
  EINGANG_SEAL_KEY_FILE: '/run/secrets/seal.pem',
  EINGANG_SEAL_FILE: '/var/seals/seals.jsonl',
};

function problemsOf(env: Environment): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('The configuration', () => {
  it('embeds everything in the data folder if nothing is set', () => {
    const config = loadConfig({});
    const data = resolve('.eingang');
    expect(config).toEqual({
      role: 'all',
      production: false,
      dataFolder: data,
      database: { kind: 'embedded' },
      queue: { kind: 'postgres' },
      http: { host: '127.0.0.1', port: 8380, publicUrl: undefined, trustedProxies: ['loopback'] },
      documents: { kind: 'postgres' },
      keys: {
        installation: { kind: 'generated', path: join(data, 'installation.key') },
        seal: { kind: 'generated', path: join(data, 'seal.pem') },
        earlierSeals: undefined,
        sealFile: join(data, 'seals.jsonl'),
      },
      limits: { fileBytes: 25 * 1024 * 1024, readers: 1 },
      mail: { server: null, from: null, domains: [], authservIds: [], hostsAllowed: [] },
      log: { level: 'info' },
      warnings: [],
    });
  });

  it('takes a production setting with servers, keys and folders of its own', () => {
    const config = loadConfig({
      ...production,
      EINGANG_ROLE: 'worker',
      REDIS_URL: 'rediss://:geheim@queue:6380',
      EINGANG_DOCUMENTS: 'folder',
      EINGANG_DOCUMENT_FOLDER: '/srv/documents',
      EINGANG_MAX_FILE_MB: '200',
      EINGANG_SEAL_EARLIER_KEYS_FILE: '/run/secrets/../seals/earlier.pem',
      EINGANG_PUBLIC_URL: 'https://rechnung.example.de/',
    });
    expect(config).toMatchObject({
      role: 'worker',
      production: true,
      database: { kind: 'server', appUrl: production['DATABASE_URL'], ownerUrl: undefined },
      queue: { kind: 'redis', url: 'rediss://:geheim@queue:6380' },
      documents: { kind: 'folder', folder: '/srv/documents' },
      keys: {
        installation: { kind: 'file', path: '/run/secrets/key' },
        earlierSeals: '/run/seals/earlier.pem',
        sealFile: '/var/seals/seals.jsonl',
      },
      limits: { fileBytes: 200 * 1024 * 1024 },
      http: { publicUrl: 'https://rechnung.example.de' },
    });
  });

  it('takes an empty variable for one that is not set, and ignores blanks around a value', () => {
    expect(loadConfig({ DATABASE_URL: '', EINGANG_PORT: ' 0 ' })).toMatchObject({
      database: { kind: 'embedded' },
      http: { port: 0 },
    });
  });

  it('takes proxies as addresses, ranges and names', () => {
    const given = '172.30.83.1, 10.0.0.0/8,fd00::/8 ,loopback,uniquelocal';
    const { trustedProxies } = loadConfig({ EINGANG_TRUSTED_PROXIES: given }).http;
    expect(trustedProxies).toEqual(['172.30.83.1', '10.0.0.0/8', 'fd00::/8', 'loopback', 'uniquelocal']);
  });

  it.each(['true', '1', '10.0.0.0/33', '10.0.0.0/0', '10.0.0', 'fd00::/129', 'proxy', '10.0.0.1,'])(
    'takes %j for no proxy',
    (given) => {
      expect(problemsOf({ EINGANG_TRUSTED_PROXIES: given })).toEqual([
        `EINGANG_TRUSTED_PROXIES is "${given}"; expected addresses or ranges with commas between them, such as 10.1.2.3,fd00::/8, or loopback or uniquelocal.`,
      ]);
    },
  );

  const hidden = 'a value that is not shown here';
  it.each<readonly [Environment, string]>([
    [{ EINGANG_ROLE: 'boss' }, 'EINGANG_ROLE is "boss"; expected one of all, api, worker.'],
    [{ EINGANG_PORT: 'http' }, 'EINGANG_PORT is "http"; expected a port number from 0 to 65535.'],
    [{ EINGANG_PORT: '65536' }, 'EINGANG_PORT is "65536"; expected a port number from 0 to 65535.'],
    [{ EINGANG_PORT: '-1' }, 'EINGANG_PORT is "-1"; expected a port number from 0 to 65535.'],
    [{ EINGANG_PORT: '80.5' }, 'EINGANG_PORT is "80.5"; expected a port number from 0 to 65535.'],
    [{ EINGANG_HOST: 'a b' }, 'EINGANG_HOST is "a b"; expected a host name or an IP address.'],
    [{ EINGANG_DATA: 'a\0b' }, 'EINGANG_DATA is "a\\u0000b"; expected the path of a folder.'],
    [
      { EINGANG_PUBLIC_URL: 'rechnung.example.de' },
      'EINGANG_PUBLIC_URL is "rechnung.example.de"; expected an address such as https://rechnung.example.de.',
    ],
    [
      { DATABASE_URL: 'mysql://u:geheim@h/eingang' },
      `DATABASE_URL is ${hidden}; expected an address such as postgresql://user:password@host:5432/eingang.`,
    ],
    [{ REDIS_URL: 'geheim' }, `REDIS_URL is ${hidden}; expected an address such as redis://host:6379.`],
    [
      { EINGANG_KEY: 'geheim' },
      `EINGANG_KEY is ${hidden}; expected 32 random bytes in base64 (44 characters; make some with "openssl rand -base64 32").`,
    ],
    ...[
      '10.0.0.0/33',
      'mail.example:0',
      'mail.example:99999',
      '127.1',
      'http://mail.example',
      '*.example',
      '10.0.0.0/0',
      'a b',
    ].map((value): [Environment, string] => [
      { EINGANG_MAIL_HOSTS_ALLOWED: value },
      `EINGANG_MAIL_HOSTS_ALLOWED is "${value}"; expected hosts, addresses or ranges, each with a port or without, such as mail.intern.example,10.2.0.0/16,[fd00::5]:1993.`,
    ]),
    [{ EINGANG_READERS: '0' }, 'EINGANG_READERS is "0"; expected a whole number from 1 to 64.'],
    [{ EINGANG_DOCUMENTS: 's3' }, 'EINGANG_DOCUMENTS is "s3"; expected one of postgres, folder.'],
    [
      { EINGANG_MAX_FILE_MB: '201' },
      'EINGANG_MAX_FILE_MB is "201"; expected a whole number of megabytes from 1 to 200.',
    ],
    [
      { EINGANG_MAX_FILE_MB: '51' },
      'EINGANG_MAX_FILE_MB is "51"; expected at most 50 with EINGANG_DOCUMENTS=postgres.',
    ],
    [
      { EINGANG_LOG_LEVEL: 'loud' },
      'EINGANG_LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [{ NODE_ENV: 'Production' }, 'NODE_ENV is "Production"; expected a word such as production or development.'],
    [
      { EINGANG_KEY: key, EINGANG_KEY_FILE: '/k' },
      'EINGANG_KEY and EINGANG_KEY_FILE are both set; expected only one of them.',
    ],
    [
      { EINGANG_DOCUMENT_FOLDER: '/d' },
      'EINGANG_DOCUMENT_FOLDER is set and EINGANG_DOCUMENTS is "postgres"; expected EINGANG_DOCUMENTS=folder with it.',
    ],
    [
      { DATABASE_OWNER_URL: 'postgres://o:geheim@h/e' },
      'DATABASE_OWNER_URL is set and DATABASE_URL is not; expected both, because the one migrates and grants its rights to the other.',
    ],
    [
      { DATABASE_URL: 'postgres://o:geheim@h/e', DATABASE_OWNER_URL: 'postgres://o:geheim@h/e' },
      'DATABASE_OWNER_URL is the same as DATABASE_URL; expected two roles, because the one that runs the service must own nothing.',
    ],
  ])('refuses %j', (env, sentence) => {
    expect(problemsOf(env)).toEqual([sentence]);
    expect(sentence).not.toContain('geheim');
  });

  it('names all bad settings at once', () => {
    expect(problemsOf({ EINGANG_ROLE: 'boss', EINGANG_PORT: 'x', DATABASE_URL: 'y' })).toHaveLength(3);
  });

  it.each([
    ['DATABASE_URL', 'the address of a PostgreSQL'],
    ['EINGANG_PUBLIC_URL', 'the address that people and suppliers see'],
    ['EINGANG_KEY_FILE', 'the file of the installation key'],
    ['EINGANG_SEAL_KEY_FILE', 'the file of the key that signs'],
    ['EINGANG_SEAL_FILE', 'a file outside the database'],
  ])('refuses to do without %s in production', (name, what) => {
    expect(problemsOf(production)).toEqual([]);
    const [problem, ...others] = problemsOf({ ...production, [name]: undefined });
    expect(problem).toMatch(new RegExp(`^${name} is not set; with NODE_ENV=production expected ${what}`));
    expect(others).toEqual([]);
  });

  it.each(['api', 'worker'])('asks the %s for the public address, for both hand it out', (role) => {
    const nowhere = { ...production, EINGANG_PUBLIC_URL: undefined };
    expect(problemsOf({ ...nowhere, EINGANG_ROLE: role })).toHaveLength(1);
  });

  it.each([
    [{ EINGANG_MAIL_FROM: 'a@example.de' }, []],
    [{ EINGANG_MAIL_DOMAINS: 'example.de' }, [/mailboxes outside EINGANG_MAIL_DOMAINS/]],
    [{}, [/no answer leaves by it/]],
  ])('warns of answers that nobody signs, with %j', (given, warnings) => {
    const told = loadConfig({ SMTP_URL: 'smtps://mail.example.de', ...given }).warnings;
    expect(told).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
    expect(loadConfig(given).warnings).toEqual([]);
  });

  it.each([
    ['smtps://post:ge%20heim@mail.example.de', { port: 465, security: 'tls', user: 'post', password: 'ge heim' }],
    ['smtp://mail.example.de', { port: 587, security: 'starttls', user: null, password: null }],
    ['smtp://127.0.0.1:2525?encryption=none', { port: 2525, security: 'none', user: null, password: null }],
  ])('takes %s for the server that answers leave by', (url, server) => {
    const names = { EINGANG_MAIL_FROM: 'Rechnung@Example.de', EINGANG_MAIL_DOMAINS: 'Example.de, stadt.example' };
    const { mail } = loadConfig({ SMTP_URL: url, ...names });
    expect(mail.server).toEqual({ host: new URL(url).hostname, ...server });
    expect(mail.from).toBe('rechnung@example.de');
    expect(mail.domains).toEqual(['example.de', 'stadt.example']);
  });

  it.each(['http://mail.example.de', 'smtp://mail.example.de?encryption=none', 'smtps://'])(
    'takes %s for no server, and shows no password',
    (url) => {
      expect(problemsOf({ SMTP_URL: url })).toEqual([
        `SMTP_URL is ${hidden}; expected an address such as smtps://user:password@mail.example.de:465.`,
      ]);
    },
  );

  it('warns of a variable that looks like a setting and is none', () => {
    const { warnings } = loadConfig({ EINGANG_PROT: '8380', EINGANG_TEST_POSTGRES_BIN: '/x', PATH: '/bin' });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^EINGANG_PROT is set, but there is no such setting; is it mistyped\?/);
  });
});

describe('The environment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'eingang-config-'));
  const file = join(folder, 'url');
  writeFileSync(file, 'postgresql://eingang_app:geheim@db/eingang\n');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('may name a file that holds an address with a password', () => {
    expect(loadConfig(readEnvironment({ DATABASE_URL_FILE: file })).database).toEqual({
      kind: 'server',
      appUrl: 'postgresql://eingang_app:geheim@db/eingang',
      ownerUrl: undefined,
    });
  });

  it.each<readonly [string, Environment, string]>([
    [
      'a file that is missing',
      { REDIS_URL_FILE: join(folder, 'none') },
      `REDIS_URL_FILE is "${join(folder, 'none')}", which cannot be read (ENOENT); expected a file that holds the address.`,
    ],
    [
      'an address given twice',
      { DATABASE_URL: 'postgres://a:geheim@b/c', DATABASE_URL_FILE: file },
      'DATABASE_URL and DATABASE_URL_FILE are both set; expected only one of them.',
    ],
  ])('is refused with %s', (_, env, sentence) => {
    expect(() => readEnvironment(env)).toThrow(new ConfigurationError([sentence]));
  });
});
