import type { DataSource } from 'typeorm';
import { openDatabase } from './database.js';

/**
 * Brings the database to this program's schema: roles, schema, tables, functions, grants. Run again, it changes nothing.
 * @param ownerUrl the owner's address (DATABASE_OWNER_URL); the role needs CREATEROLE once, to prepare the other two.
 * @param appPassword password for the role eingang_app where it does not exist yet; null creates it without sign-in.
 */
export async function migrate(
  ownerUrl: string,
  appPassword: string | null,
): Promise<{ readonly ran: readonly string[] }> {
  const database = await openDatabase(ownerUrl, 1);
  try {
    await prepareRoles(database, appPassword);
    await database.query('CREATE SCHEMA IF NOT EXISTS eingang');
    const ran = await withLookupRole(database, () => database.runMigrations({ transaction: 'all' }));
    return { ran: ran.map((migration) => migration.name) };
  } finally {
    await database.destroy();
  }
}

async function prepareRoles(database: DataSource, appPassword: string | null): Promise<void> {
  const found = await database.query<{ rolname: string }[]>(
    `SELECT rolname FROM pg_roles WHERE rolname IN ('eingang_app', 'eingang_lookup')`,
  );
  const missing = (name: string): boolean => !found.some((role) => role.rolname === name);
  if (missing('eingang_lookup')) await database.query('CREATE ROLE eingang_lookup NOLOGIN');
  if (!missing('eingang_app')) return;
  if (appPassword === null) await database.query('CREATE ROLE eingang_app NOLOGIN');
  else await database.query(`CREATE ROLE eingang_app LOGIN PASSWORD ${quoted(appPassword)}`);
}

/** The definer functions belong to eingang_lookup. The owner is a member only while it hands them over: a member would see all rows. */
async function withLookupRole<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  await database.query('GRANT eingang_lookup TO CURRENT_USER');
  try {
    return await work();
  } finally {
    await database.query('REVOKE eingang_lookup FROM CURRENT_USER');
  }
}

/** DDL takes no parameters: a text literal with its quotes doubled, backslashes taken literally. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
