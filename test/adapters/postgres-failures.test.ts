import pg from 'pg';
import type { DataSource } from 'typeorm';
import { translated } from '../../src/adapters/postgres/database-failures.js';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { ConcurrentChange, StoreUnavailable } from '../../src/pipeline/ports/tenant-door.js';
import type { FreshDatabase } from '../support/database.js';
import { migratedDatabase } from '../support/migrated-database.js';

let fresh: FreshDatabase;
let database: DataSource;
const tenantId = '00000000-0000-7000-8000-000000000001';
beforeAll(async () => {
  fresh = await migratedDatabase();
  database = await openDatabase(fresh.appUrl, 2);
});
afterAll(async () => {
  await database.destroy();
  await fresh.drop();
});

async function asSuperuser(statement: string, parameters: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: fresh.superuserUrl });
  await client.connect();
  await client.query(statement, [...parameters]).finally(() => client.end());
}

it('says that the database is away where it ends the connection in the middle of a transaction', async () => {
  const torn = inTenantTransaction(database, tenantId, async (manager) => {
    const [own] = await manager.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
    await asSuperuser('SELECT pg_terminate_backend($1)', [own?.pid]);
    return manager.query('SELECT 1');
  });
  await expect(torn).rejects.toBeInstanceOf(StoreUnavailable);
});

it('says that somebody was quicker where a name is taken at the same moment', async () => {
  const add = (id: string) =>
    inTenantTransaction(database, id, (manager) =>
      manager.query(`INSERT INTO eingang.tenant (id, slug, name, created_at) VALUES ($1, 'doppelt', 'D', now())`, [id]),
    );
  await add(tenantId);
  await expect(add('00000000-0000-7000-8000-000000000002')).rejects.toBeInstanceOf(ConcurrentChange);
});

it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '53300'])(
  'knows %s as a database that is away',
  (code) => {
    expect(translated(Object.assign(new Error('x'), { code }))).toBeInstanceOf(StoreUnavailable);
  },
);

it('hands on what it does not know', () => {
  const error = new TypeError('ours');
  expect(translated(error)).toBe(error);
  expect(translated('no error at all')).toBe('no error at all');
});
