import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, refusalOfServer, refuseTooPowerfulRole } from '../../src/adapters/postgres/database.js';
import { migrate } from '../../src/adapters/postgres/migrate.js';
import { freshDatabase, holdRoles, type FreshDatabase } from '../support/database.js';
import { migratedDatabase } from '../support/migrated-database.js';
import { catalogueListing } from './catalogue/catalogue-listing.js';

let fresh: FreshDatabase;
let superuser: pg.Client;
const made: string[] = [];
beforeAll(async () => {
  fresh = await migratedDatabase();
  superuser = await connected(fresh.superuserUrl);
});
afterAll(async () => {
  await superuser.end();
  await fresh.drop();
  const server = new URL(fresh.superuserUrl);
  server.pathname = '/postgres';
  const admin = await connected(server.href);
  for (const name of made) await admin.query(`DROP ROLE IF EXISTS ${name}`);
  await admin.end();
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A role of this test's own, as roles belong to the whole cluster, and its way into a database. */
async function roleWith(attributes: string, ...memberOf: readonly string[]): Promise<{ name: string; url: string }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await superuser.query(`CREATE ROLE ${name} LOGIN PASSWORD 'secret' ${attributes}`);
  made.push(name);
  for (const role of memberOf) await superuser.query(`GRANT ${role} TO ${name}`);
  return { name, url: signedInAs(fresh.appUrl, name) };
}

function signedInAs(url: string, name: string): string {
  const changed = new URL(url);
  changed.username = name;
  changed.password = 'secret';
  return changed.href;
}

async function refusalFor(url: string): Promise<string | null> {
  const database = await openDatabase(url, 1);
  try {
    return await refuseTooPowerfulRole(database).then(
      () => null,
      (error: unknown) => String(error),
    );
  } finally {
    await database.destroy();
  }
}

const owner = async () =>
  (
    await superuser.query<{ name: string }>(
      `SELECT pg_get_userbyid(nspowner) AS name FROM pg_namespace WHERE nspname = 'eingang'`,
    )
  ).rows[0]?.name ?? '';

describe('the application', () => {
  it('runs as eingang_app', async () => {
    expect(await refusalFor(fresh.appUrl)).toBeNull();
  });

  it.each<[string, () => Promise<string>]>([
    ['the owner', () => Promise.resolve(fresh.ownerUrl)],
    ['a superuser', () => Promise.resolve(fresh.superuserUrl)],
    ['a role that passes row-level security', async () => (await roleWith('BYPASSRLS')).url],
    ['a role that may make roles', async () => (await roleWith('CREATEROLE')).url],
    ['a member of the owner', async () => (await roleWith('', await owner())).url],
    ['a member of the owner that must ask for it', async () => (await roleWith('NOINHERIT', await owner())).url],
    ['a member of the role that sees every tenant', async () => (await roleWith('NOINHERIT', 'eingang_lookup')).url],
    [
      'a member of a member of a role that passes row-level security',
      async () => (await roleWith('', (await roleWith('NOINHERIT', (await roleWith('BYPASSRLS')).name)).name)).url,
    ],
  ])('refuses to run as %s', async (_who, url) => {
    expect(await refusalFor(await url())).toMatch(
      /signs in as ".+", which owns the schema or may pass row-level security/,
    );
  });

  it('says that a database is not prepared yet', async () => {
    const empty = await freshDatabase();
    expect(await refusalFor(empty.appUrl)).toMatch(/run `eingang migrate` with DATABASE_OWNER_URL first/);
    await empty.drop();
  });

  it.each([
    [140_011, /PostgreSQL 15 or newer is needed; this server reports version 140011/],
    [90_624, /version 90624/],
  ])('refuses a server of version %i', (version, sentence) => {
    expect(refusalOfServer(version)).toMatch(sentence);
  });

  it.each([150_000, 150_019, 160_004, 180_001])('takes a server of version %i', (version) => {
    expect(refusalOfServer(version)).toBeNull();
  });
});

/** An empty database that belongs to a role without any right beyond it. */
async function databaseOfPlainOwner() {
  const role = await roleWith('');
  const empty = await freshDatabase();
  await superuser.query(`ALTER DATABASE ${empty.name} OWNER TO ${role.name}`);
  return { empty, role, url: signedInAs(empty.ownerUrl, role.name) };
}

const isMemberOfLookup = async (name: string): Promise<boolean> => {
  const { rows } = await superuser.query<{ member: boolean }>(
    `SELECT pg_has_role($1, 'eingang_lookup', 'USAGE') AS member`,
    [name],
  );
  return rows[0]?.member === true;
};

describe('migrate', () => {
  let release: () => Promise<void>;
  beforeAll(async () => {
    release = await holdRoles();
  });
  afterAll(() => release());

  it('changes nothing when it runs again, and leaves the owner outside the role that sees every tenant', async () => {
    const before = await catalogueListing(superuser);
    expect(await migrate(fresh.ownerUrl, 'another password')).toEqual({ ran: [] });
    expect(await catalogueListing(superuser)).toEqual(before);
    expect(await isMemberOfLookup(await owner())).toBe(false);
  });

  it('ends a membership that a killed run has left behind', async () => {
    const client = await connected(fresh.ownerUrl);
    await client.query('GRANT eingang_lookup TO CURRENT_USER');
    await client.end();
    expect(await isMemberOfLookup(await owner())).toBe(true);
    await migrate(fresh.ownerUrl, null);
    expect(await isMemberOfLookup(await owner())).toBe(false);
  });

  it('may be started twice at once', async () => {
    const empty = await freshDatabase();
    const ran = await Promise.all([migrate(empty.ownerUrl, null), migrate(empty.ownerUrl, null)]);
    expect(ran.map((one) => one.ran.length).sort()).toEqual([0, 1]);
    await empty.drop();
  });

  it('says what an owner without CREATEROLE lacks, and works once an administrator has helped', async () => {
    const { empty, role, url } = await databaseOfPlainOwner();
    await expect(migrate(url, null)).rejects.toThrow(/GRANT eingang_lookup TO the owner as an administrator/);
    await superuser.query(`GRANT eingang_lookup TO ${role.name}`);
    expect((await migrate(url, null)).ran).toHaveLength(1);
    await superuser.query(`REVOKE eingang_lookup FROM ${role.name}`);
    expect(await migrate(url, null)).toEqual({ ran: [] });
    const { rows } = await (
      await connectedThenEnd(empty.superuserUrl)
    )(
      `SELECT DISTINCT pg_get_userbyid(proowner) AS owner FROM pg_proc WHERE pronamespace = 'eingang'::regnamespace AND prosecdef`,
    );
    expect(rows).toEqual([{ owner: 'eingang_lookup' }]);
    await empty.drop();
  });

  it('says that the schema may not be created', async () => {
    const empty = await freshDatabase();
    const role = await roleWith('');
    await expect(migrate(signedInAs(empty.ownerUrl, role.name), null)).rejects.toThrow(
      /grant it CREATE on the database/,
    );
    await empty.drop();
  });
});

async function connectedThenEnd(url: string) {
  const client = await connected(url);
  return async (statement: string) => client.query(statement).finally(() => client.end());
}
