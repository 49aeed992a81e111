import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { entities, openDatabase } from '../../src/adapters/postgres/database.js';
import type { FreshDatabase } from '../support/database.js';
import { migratedDatabase } from '../support/migrated-database.js';
import { catalogueListing } from './catalogue/catalogue-listing.js';

// After a wanted change of the schema: EINGANG_TEST_RENEW_CATALOGUE=1 in the environment of this test writes the file
// anew; then read the difference as what it is, a change of every installation.
const renew = process.env['EINGANG_TEST_RENEW_CATALOGUE'] === '1';
const file = new URL('./catalogue/eingang-schema.txt', import.meta.url);

let fresh: FreshDatabase;
let superuser: pg.Client;
beforeAll(async () => {
  fresh = await migratedDatabase();
  superuser = new pg.Client({ connectionString: fresh.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await fresh.drop();
});

it('has exactly the schema that is committed, on every version of PostgreSQL', async () => {
  const listing = await catalogueListing(superuser);
  if (renew) await writeFile(file, `${listing.join('\n')}\n`);
  const committed = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(listing.filter((line) => !committed.includes(line))).toEqual([]);
  expect(committed.filter((line) => !listing.includes(line))).toEqual([]);
  expect(committed.length).toBeGreaterThan(400);
});

interface CatalogueColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  readonly generated: boolean;
}

async function columnsOfCatalogue(): Promise<readonly CatalogueColumn[]> {
  const { rows } = await superuser.query<CatalogueColumn>(`
    SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
           coalesce(a.attnum = ANY (i.indkey), false) AS primary, a.attgenerated <> '' AS generated
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    WHERE c.relnamespace = 'eingang'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('schema_migration', 'typeorm_metadata')`);
  return inOrder(rows);
}

const inOrder = (columns: readonly CatalogueColumn[]): readonly CatalogueColumn[] =>
  [...columns].sort((a, b) => `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`));

it('knows every table as an entity, with the same columns, types, keys and nullability', async () => {
  const database = await openDatabase(fresh.appUrl, 1);
  try {
    const known = database.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => ({
        table: entity.tableName,
        column: column.databaseName,
        type: `${column.type === 'timestamptz' ? 'timestamp with time zone' : String(column.type)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
        primary: column.isPrimary,
        generated: column.generatedType !== undefined,
      })),
    );
    expect(inOrder(known)).toEqual(await columnsOfCatalogue());
    expect(new Set(known.map((column) => column.table)).size).toBe(entities.length);
  } finally {
    await database.destroy();
  }
});
