import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';

const addresses = z.object({ ownerUrl: z.string(), appUrl: z.string(), superuserUrl: z.string() });

/** The three ways into one database. The role `eingang_app` exists, without any rights. */
export type DatabaseUrls = Readonly<z.infer<typeof addresses>>;

/** A database of a spec file's own. */
export interface FreshDatabase extends DatabaseUrls {
  readonly name: string;
  drop(): Promise<void>;
}

/** What every database of a kind holds from the start, such as the migrated schema; done once per test run. */
export interface Preparation {
  /** Lower-case letters, digits and underscores. */
  readonly name: string;
  /** Must have closed its connections when it ends. */
  prepare(urls: DatabaseUrls): Promise<void>;
}

/** A new database, empty or as a preparation leaves it, owned by `eingang_owner`. */
export async function freshDatabase(preparation?: Preparation): Promise<FreshDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asSuperuser(async (client) => {
    const template = preparation === undefined ? 'template1' : await preparedTemplate(client, preparation);
    await client.query(`create database ${name} template ${template} owner eingang_owner`);
  });
  return {
    name,
    ...urlsOf(name),
    drop: () => asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

/**
 * Waits until nobody else migrates or judges roles, and keeps it so until the answer is called: roles and who is a
 * member of whom belong to the whole cluster, which all test files share.
 */
export async function holdRoles(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: inDatabase(clusterUrls().superuserUrl, 'postgres') });
  await client.connect();
  await client.query(`select pg_advisory_lock(hashtext('roles'))`);
  return () => client.end();
}

/** The cluster's addresses as they are; every test file that boots the whole program should take a fresh database. */
function clusterUrls(): DatabaseUrls {
  const given = process.env['EINGANG_TEST_CLUSTER'];
  if (given === undefined) throw new Error('There is no test cluster: run this file in the jest project "system".');
  return addresses.parse(JSON.parse(given));
}

/** Prepares a database aside and renames it at the end; whoever comes meanwhile waits for the lock. */
async function preparedTemplate(client: pg.Client, { name, prepare }: Preparation): Promise<string> {
  const template = `prepared_${name}`;
  if (!/^[a-z0-9_]{1,40}$/.test(name)) throw new Error(`"${name}" is no name for a preparation.`);
  await client.query('select pg_advisory_lock(hashtext($1))', [template]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const half = `half_${name}`;
      await client.query(`drop database if exists ${half} with (force)`);
      await client.query(`create database ${half} owner eingang_owner`);
      await prepare(urlsOf(half));
      await client.query(`alter database ${half} rename to ${template}`);
    }
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
  }
  return template;
}

async function asSuperuser(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(clusterUrls().superuserUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlsOf(name: string): DatabaseUrls {
  const { ownerUrl, appUrl, superuserUrl } = clusterUrls();
  return {
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    superuserUrl: inDatabase(superuserUrl, name),
  };
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
