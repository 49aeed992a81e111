import type { DataSource } from 'typeorm';
import { openDatabase } from './database.js';

/**
 * Brings the database to this program's schema: roles, schema, tables, functions, grants. Run again, it changes nothing;
 * two at once wait for each other.
 * @param ownerUrl the owner's address (DATABASE_OWNER_URL); the role needs CREATEROLE once, to prepare the other two,
 *   or an administrator prepares them.
 * @param appPassword password for the role eingang_app where it does not exist yet; null creates it without sign-in.
 * @throws Error with a sentence that says which right is missing and how to give it.
 */
export async function migrate(
  ownerUrl: string,
  appPassword: string | null,
): Promise<{ readonly ran: readonly string[] }> {
  const database = await openDatabase(ownerUrl, 1);
  try {
    // The pool has one connection, which holds the lock until it is closed.
    await database.query(`SELECT pg_advisory_lock(hashtext('eingang.migrate'))`);
    await prepareRoles(database, appPassword);
    await prepareSchema(database);
    if (!(await database.showMigrations())) return { ran: [] };
    const ran = await withLookupRole(database, () => database.runMigrations({ transaction: 'all' }));
    return { ran: ran.map((migration) => migration.name) };
  } finally {
    await endMembership(database).finally(() => database.destroy());
  }
}

async function prepareRoles(database: DataSource, appPassword: string | null): Promise<void> {
  const found = await database.query<{ rolname: string }[]>(
    `SELECT rolname FROM pg_roles WHERE rolname IN ('eingang_app', 'eingang_lookup')`,
  );
  const signIn = appPassword === null ? 'NOLOGIN' : `LOGIN PASSWORD ${quoted(appPassword)}`;
  const wanted = { eingang_lookup: 'NOLOGIN', eingang_app: signIn } as const;
  for (const [name, attributes] of Object.entries(wanted)) {
    if (found.some((role) => role.rolname === name)) continue;
    const missing = `The role ${name} does not exist, and the owner may not create it: give the owner CREATEROLE, or run CREATE ROLE ${name} as an administrator.`;
    await withRight(missing, () => database.query(`CREATE ROLE ${name} ${attributes}`));
  }
}

/** CREATE SCHEMA asks for the right before it looks whether the schema exists. */
async function prepareSchema(database: DataSource): Promise<void> {
  const [found] = await database.query<unknown[]>(`SELECT 1 FROM pg_namespace WHERE nspname = 'eingang'`);
  if (found !== undefined) return;
  const missing = 'The owner may not create the schema "eingang": grant it CREATE on the database.';
  await withRight(missing, () => database.query('CREATE SCHEMA eingang'));
}

/** The definer functions belong to eingang_lookup. The owner is a member only while it hands them over: a member would see all rows. */
async function withLookupRole<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const [{ lent }] = await database.query<[{ lent: boolean }]>(`SELECT pg_has_role('eingang_lookup', 'USAGE') AS lent`);
  const missing =
    'The owner may not hand functions to the role eingang_lookup: give the owner CREATEROLE, or run GRANT eingang_lookup TO the owner as an administrator and revoke it afterwards.';
  if (!lent) await withRight(missing, () => database.query('GRANT eingang_lookup TO CURRENT_USER'));
  return work();
}

/** Ends a membership that the owner has given itself, in this run or in one that was killed. */
async function endMembership(database: DataSource): Promise<void> {
  const [lent] = await database.query<unknown[]>(
    `SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles o ON o.oid = m.member AND o.oid = m.grantor
     WHERE r.rolname = 'eingang_lookup' AND o.rolname = current_user`,
  );
  if (lent !== undefined) await database.query('REVOKE eingang_lookup FROM CURRENT_USER');
}

/** PostgreSQL says which right is missing, but neither to whom nor what for. */
async function withRight<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    throw code === insufficientPrivilege ? new Error(sentence, { cause: error }) : error;
  }
}

/** SQLSTATE of PostgreSQL's appendix A. */
const insufficientPrivilege = '42501';

/** DDL takes no parameters: a text literal with its quotes doubled, backslashes taken literally. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
