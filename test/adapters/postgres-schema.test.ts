import { openDatabase } from '../../src/adapters/postgres/database.js';
import type { FreshDatabase } from '../support/database.js';
import { migratedDatabase } from '../support/migrated-database.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

it('migrates an empty database', async () => {
  const app = await openDatabase(database.appUrl, 1);
  expect(await app.query('SELECT * FROM eingang.list_tenants()')).toEqual([]);
  await app.destroy();
});
