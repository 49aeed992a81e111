import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/embedded-postgres.js';
import { migrateInstallation } from '../../src/modules/installation.js';
import { catalogueListing } from '../adapters/catalogue/catalogue-listing.js';
import { debianPostgres } from '../support/debian-postgres.js';
import { eingang, installationAt, openTown, type Variables } from './backup-town.js';

const tools = debianPostgres();
const drill = tools === null ? it.skip : it;

let folder = '';
const servers: EmbeddedPostgres[] = [];
let town: Awaited<ReturnType<typeof openTown>>;
let here: ReturnType<typeof installationAt>;
const invoices: string[] = [];

const server = async (name: string): Promise<EmbeddedPostgres> => {
  const settings = { fsync: 'off', full_page_writes: 'off' };
  const started = await startEmbeddedPostgres({ folder: join(folder, name), binaries: tools ?? '', settings });
  servers.push(started);
  return started;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eingang-drill-'));
  if (tools === null) return;
  const source = await server('server');
  await migrateInstallation(source.ownerUrl, source.appUrl);
  here = installationAt(source, join(folder, 'here'), tools);
  town = await openTown(here);
  for (const name of ['999100201', '999100202', '999100203']) invoices.push(await town.receive(name));
  await town.seal();
  await emptyServer();
});
afterAll(async () => {
  await town?.close();
  for (const started of servers) await started.stop();
  for (const name of ['server', 'other-server']) await removeEmbeddedPostgres(join(folder, name));
  await rm(folder, { recursive: true, force: true });
});

let other: EmbeddedPostgres;
/** Another machine's PostgreSQL: only the owner's role and the empty database are there. */
const emptyServer = async () => (other = await server('other-server'));

/** Another installation with nothing but its keys, in a database of its own on the other server. */
async function emptyInstallation(name: string): Promise<Variables & { readonly DATABASE_ADMIN_URL: string }> {
  await ask(other.superuserUrl, `CREATE DATABASE ${name} OWNER eingang_owner`);
  const inDatabase = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const { ownerUrl, appUrl, superuserUrl } = other;
  const [owner, app, admin] = [ownerUrl, appUrl, superuserUrl].map(inDatabase);
  const place = join(folder, name);
  for (const key of ['installation.key', 'seal.pem']) await cp(join(folder, 'here', key), join(place, key));
  return installationAt({ ownerUrl: owner ?? '', appUrl: app ?? '', superuserUrl: admin ?? '' }, place, tools ?? '');
}

async function ask(url: string, question: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query(question).finally(() => client.end())).rows;
}

async function catalogueOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return catalogueListing(client).finally(() => client.end());
}

drill(
  'restores a backup into an empty machine, where log and originals verify and every role is as before',
  async () => {
    const taken = join(folder, 'backup');
    const backedUp = await eingang(here, 'backup', taken);
    expect(backedUp).toMatchObject({ code: 0 });
    expect(JSON.parse(backedUp.out)).toMatchObject({ originals: 3, problems: 0 });
    expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
    expect(execFileSync('sha256sum', ['-c', '--quiet', 'originals.sha256'], { cwd: taken }).toString()).toBe('');
    const kept = (await readdir(taken)).sort();
    expect(kept).toEqual([
      ...['database.dump', 'manifest.json', 'originals', 'originals.sha256', 'seal-public-keys.pem', 'seals.jsonl'],
    ]);
    expect(await readFile(join(taken, 'seal-public-keys.pem'), 'utf8')).not.toContain('PRIVATE');
    expect(await eingang(here, 'backup', taken)).toMatchObject({ code: 1 });

    const there = await emptyInstallation('there');
    const restored = await eingang(there, 'restore', taken);
    expect(restored).toMatchObject({ code: 0, told: expect.stringContaining('3 originals. Problems: 0') });
    const figures: unknown = JSON.parse(restored.out);
    expect(figures).toMatchObject({ problems: 0, originals: 3, unsealedEvents: 0, unanchoredSeals: 0 });
    const verified = await eingang(there, 'audit', 'verify', '--json');
    expect([verified.code, JSON.parse(verified.out)]).toEqual([
      ...[0, expect.objectContaining({ problems: 0, originals: 3 })],
    ]);
    expect(await catalogueOf(there.DATABASE_ADMIN_URL)).toEqual(await catalogueOf(here.DATABASE_ADMIN_URL));
    expect(await eingang(there, 'migrate')).toMatchObject({ code: 0, told: expect.stringContaining('already') });

    // Again, it would overwrite what is there by now.
    expect(await eingang(there, 'restore', taken)).toMatchObject({ code: 3, told: expect.stringMatching(/not empty/) });
  },
);

drill('names an original that has gone bad, in the place and in the backup', async () => {
  const [bad = ''] = invoices;
  const place = (root: string) => join(root, town.tenantId, bad.slice(0, 2), bad.slice(2, 4), bad);
  const [taken, original] = [join(folder, 'whole-backup'), place(here.EINGANG_DOCUMENT_FOLDER)];
  expect(await eingang(here, 'backup', taken)).toMatchObject({ code: 0 });
  await spoil(place(join(taken, 'originals')));
  const there = await emptyInstallation('spoilt');
  const restored = await eingang(there, 'restore', taken);
  expect(restored).toMatchObject({ code: 1, told: expect.stringMatching(new RegExp(`missing: .*${bad}`)) });
  expect(JSON.parse(restored.out)).toMatchObject({ problems: 1, originals: 3 });

  const good = await readFile(original);
  await spoil(original);
  const backedUp = await eingang(here, 'backup', join(folder, 'backup-of-spoilt'));
  await writeFile(original, good);
  expect(backedUp).toMatchObject({ code: 1, told: expect.stringMatching(new RegExp(`altered: .*${bad}`)) });
});

drill('has every original of its moment, whatever is disposed of and comes in meanwhile', async () => {
  const [, gone = ''] = invoices;
  const holder = new pg.Client({ connectionString: here.DATABASE_ADMIN_URL });
  await holder.connect();
  await holder.query('BEGIN');
  // The dump has its snapshot and waits here.
  await holder.query('LOCK TABLE eingang.issued_document IN ACCESS EXCLUSIVE MODE');
  const taken = join(folder, 'busy-backup');
  const backedUp = eingang(here, 'backup', taken);
  const waits = `SELECT FROM pg_stat_activity WHERE application_name = 'pg_dump' AND wait_event_type = 'Lock'`;
  while ((await ask(here.DATABASE_ADMIN_URL, waits)).length === 0) await delay(50);
  await ask(
    here.DATABASE_ADMIN_URL,
    `UPDATE eingang.original SET released_at = now(), removed_at = now() WHERE sha256 = '${gone}'`,
  );
  await town.documents.remove(town.tenantId, gone);
  const later = await town.receive('999100204');
  await town.seal();
  await holder.query('COMMIT');
  await holder.end();
  expect(await backedUp).toMatchObject({ code: 0 });
  const listed = await readFile(join(taken, 'originals.sha256'), 'utf8');
  expect([listed.includes(gone), listed.includes(later)]).toEqual([true, false]);

  const there = await emptyInstallation('busy');
  const restored = await eingang(there, 'restore', taken);
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.out)).toMatchObject({ problems: 0, originals: 3 });
});

drill('refuses a damaged backup, a machine without its keys and what is not empty, and changes nothing', async () => {
  const taken = join(folder, 'backup');
  const there = await emptyInstallation('refused');
  const damaged = join(folder, 'damaged');
  await cp(taken, damaged, { recursive: true });
  await spoil(join(damaged, 'database.dump'));
  const attempts: readonly (readonly [Variables, string, RegExp])[] = [
    [there, damaged, /damaged.*database\.dump/],
    [there, folder, /no whole backup/],
    [{ ...there, EINGANG_SEAL_KEY_FILE: join(folder, 'lost.pem') }, taken, /key is missing.*lost\.pem/],
    [{ ...there, EINGANG_DOCUMENT_FOLDER: here.EINGANG_DOCUMENT_FOLDER }, taken, /originals is not empty/],
    [{ ...there, EINGANG_SEAL_FILE: join(folder, 'here', 'seals.jsonl') }, taken, /seal file exists/],
    [{ ...there, DATABASE_ADMIN_URL: there['DATABASE_OWNER_URL'] ?? '' }, taken, /superuser/],
    [{ EINGANG_DATA: join(folder, 'embedded') }, taken, /stop the service and copy/],
    [{ ...there, EINGANG_POSTGRES_TOOLS: folder }, taken, /postgresql-client/],
  ];
  for (const [env, from, sentence] of attempts)
    expect(await eingang(env, 'restore', from)).toMatchObject({ code: 3, told: expect.stringMatching(sentence) });
  expect(await ask(there.DATABASE_ADMIN_URL, `SELECT FROM pg_namespace WHERE nspname = 'eingang'`)).toEqual([]);
  const asOwner = { ...here, DATABASE_ADMIN_URL: here.DATABASE_OWNER_URL };
  const refused = await eingang(asOwner, 'backup', join(folder, 'never'));
  expect(refused).toMatchObject({ code: 3, told: expect.stringMatching(/does not see all rows/) });
  expect((await readdir(folder)).filter((name) => name.includes('never'))).toEqual([]);
});

async function spoil(path: string): Promise<void> {
  await chmod(path, 0o600);
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  await writeFile(path, bytes);
}
