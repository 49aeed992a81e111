import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Client } from '../api/client.js';
import { builtProgram } from '../adapters/built-program.js';
import { freshDatabase, holdRoles, type FreshDatabase } from '../support/database.js';

// The built program as an operator meets it: commands, settings, signals, roles.

const patienceMs = 300_000;
const program = builtProgram('src/eingang.js');

let database: FreshDatabase;
let folder = '';
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'eingang-operator-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** What has been written so far. */
  readonly written: { out: string; told: string };
  readonly ended: Promise<number | null>;
}

function start(words: readonly string[], settings: Readonly<Record<string, string>> = {}): Started {
  const env = {
    LC_ALL: 'C.UTF-8',
    EINGANG_DATA: folder,
    EINGANG_PORT: '0',
    DATABASE_URL: database.appUrl,
    ...settings,
  };
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { out: '', told: '' };
  child.stdout.on('data', (chunk: Buffer) => (written.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written.told += chunk.toString()));
  return { child, written, ended: once(child, 'close').then(() => child.exitCode) };
}

async function run(words: readonly string[], settings?: Readonly<Record<string, string>>) {
  const { written, ended } = start(words, settings);
  return { code: await ended, ...written };
}

/** The address from the line that says that the service is ready. */
async function addressOf({ child, written, ended }: Started): Promise<string> {
  const ready = z.object({ msg: z.literal('Eingang is ready'), url: z.string() });
  for (;;) {
    for (const line of written.out.split('\n')) {
      const found = ready.safeParse(parsed(line));
      if (found.success) return found.data.url;
    }
    const more = once(child.stdout ?? child, 'data');
    if ((await Promise.race([more, ended])) === child.exitCode) throw new Error(`not started: ${written.told}`);
  }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const admins = ['--admin', 'anna:Anna Adler', '--admin', 'bert:Bert Bauer'];
const create = (slug: string) => ['tenant', 'create', '--slug', slug, '--name', 'Auenfurt', ...admins];

describe('before the database is prepared', () => {
  it(
    'says which command prepares it',
    async () => {
      const { code, told } = await run(['start']);
      expect(code).toBe(69);
      expect(told).toContain('eingang migrate');
    },
    patienceMs,
  );

  it(
    'migrates with the owner’s address, and the second time there is nothing to do',
    async () => {
      expect(await run(['migrate'])).toMatchObject({ code: 3, told: expect.stringContaining('DATABASE_OWNER_URL') });
      const owner = { DATABASE_OWNER_URL: database.ownerUrl };
      const release = await holdRoles();
      expect(await run(['migrate'], owner)).toMatchObject({ code: 0, told: expect.stringContaining('Ran: ') });
      expect(await run(['migrate'], owner)).toMatchObject({ code: 0, told: expect.stringContaining('already') });
      await release();
    },
    patienceMs,
  );
});

describe('the commands', () => {
  it(
    'create a tenant and show the two one-time passwords',
    async () => {
      const { code, out } = await run([...create('auenfurt'), '--json']);
      const created = z.object({
        administrators: z.array(z.object({ login: z.string(), password: z.string().min(40) })),
      });
      expect(code).toBe(0);
      expect(created.parse(JSON.parse(out)).administrators.map(({ login }) => login)).toEqual(['anna', 'bert']);
      expect(await run(create('auenfurt'))).toMatchObject({ code: 1, out: '' });
      expect((await run(create('Auenfurt'))).code).toBe(2);
      expect((await run(create('b').slice(0, -2))).code).toBe(2);
    },
    patienceMs,
  );

  it(
    'verify the log and say what is not sealed yet',
    async () => {
      const { code, out } = await run(['audit', 'verify', '--json']);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ problems: 0, chains: 3, unsealedEvents: 7, seals: 0 });
      expect((await run(['audit', 'verify'])).out).toContain('Not sealed yet: 7 events');
    },
    patienceMs,
  );

  it(
    'dry-run over a town without invoices, and say that they know no other',
    async () => {
      const { code, out } = await run(['dry-run', '--day', '2027-02-01', '--tenant', 'auenfurt', '--json']);
      expect({ code, counts: JSON.parse(out) }).toEqual({
        code: 0,
        counts: { examined: 0, otherwise: 0, otherVerdict: 0, notExamined: 0 },
      });
      expect(await run(['dry-run', '--day', '2027-02-01', '--tenant', 'nowhere'])).toMatchObject({
        ...{ code: 2, out: '', told: expect.stringMatching(/^There is no tenant "nowhere"/) },
      });
    },
    patienceMs,
  );

  it(
    'tell a bad setting in its sentence and end with 78',
    async () => {
      for (const command of [['start'], ['audit', 'verify'], ['migrate']])
        expect(await run(command, { EINGANG_READERS: 'many' })).toEqual({
          code: 78,
          out: '',
          told: 'EINGANG_READERS is "many"; expected a whole number from 1 to 64.\n',
        });
    },
    patienceMs,
  );

  it(
    'refuse to work as the owner of the schema',
    async () => {
      const { code, told } = await run(['start'], { DATABASE_URL: database.ownerUrl });
      expect(code).toBe(69);
      expect(told).toContain('owns the schema');
    },
    patienceMs,
  );
});

describe('the service', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'stops in order at %s and leaves everything sealed',
    async (signal) => {
      const service = start(['start']);
      const url = await addressOf(service);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      service.child.kill(signal);
      expect(await service.ended).toBe(0);
      expect(JSON.parse((await run(['audit', 'verify', '--json'])).out)).toMatchObject({
        problems: 0,
        unsealedEvents: 0,
      });
    },
    patienceMs,
  );

  it(
    'answers as a worker for its health and its numbers, and for nothing else',
    async () => {
      const service = start(['start'], { EINGANG_ROLE: 'worker' });
      const url = await addressOf(service);
      const statuses = await Promise.all(
        ['/health/live', '/health/ready', '/metrics', '/api/v1/invoices', '/api/v1/session', '/api/docs'].map(
          async (path) => (await fetch(`${url}${path}`)).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 200, 404, 404, 404]);
      service.child.kill('SIGTERM');
      expect(await service.ended).toBe(0);
    },
    patienceMs,
  );

  it(
    'logs its requests as JSON without what is secret or personal in them',
    async () => {
      const service = start(['start'], { EINGANG_ROLE: 'api' });
      const client = new Client(await addressOf(service));
      const token = 'T'.repeat(43);
      await client.get(`/tracking/${token}?mail=erika@example.org`);
      await client.post('/session', { tenant: 'auenfurt', login: 'anna', password: 'not this one' });
      await client.with({ authorization: 'Bearer eing_secret' }).get('/invoices');
      service.child.kill('SIGTERM');
      await service.ended;
      const lines = service.written.out.trim().split('\n').map(parsed);
      const request = z.object({ req: z.object({ path: z.string() }), res: z.object({ status: z.int() }) });
      const told = lines.flatMap((line) => request.safeParse(line).data ?? []);
      expect(told.map(({ req, res }) => [req.path, res.status])).toEqual([
        ['/api/v1/tracking/…', 404],
        ['/api/v1/session', 401],
        ['/api/v1/invoices', 401],
      ]);
      expect(lines).not.toContain(null);
      expect(service.written.out).not.toMatch(/TTT|example\.org|anna|not this|eing_|Bearer/);
      expect(service.written.told).toBe('');
    },
    patienceMs,
  );

  it(
    'reads its documentation to people without asking anybody else',
    async () => {
      const service = start(['start'], { EINGANG_ROLE: 'api' });
      const url = await addressOf(service);
      const page = await (await fetch(`${url}/api/docs`)).text();
      const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
      expect(files.length).toBeGreaterThan(3);
      expect(files.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
      for (const file of files) expect((await fetch(new URL(file, `${url}/api/docs`))).status).toBe(200);
      service.child.kill('SIGTERM');
      await service.ended;
    },
    patienceMs,
  );
});
