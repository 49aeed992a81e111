import pg from 'pg';
import { bullmqGrants, migrateBullmqSchema } from '../adapters/bullmq/bullmq-schema.js';
import { startEmbeddedPostgres } from '../adapters/embedded-postgres/embedded-postgres.js';
import { migrate } from '../adapters/postgres/migrate.js';
import type { Config } from '../config.js';

/** The database of an installation, ready for the application's role. */
export interface Installation {
  readonly appUrl: string;
  /** Stops what was started here; to be called last. */
  close(): Promise<void>;
}

/** The role that the service runs as (invariant 6). */
const appRole = 'eingang_app';

/** Finds the database; the embedded one is started and brought up to date, another one is left as it is. */
export async function openInstallation({ database, dataFolder }: Config): Promise<Installation> {
  if (database.kind === 'server') return { appUrl: database.appUrl, close: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ folder: dataFolder });
  try {
    await migrateInstallation(embedded.ownerUrl, embedded.appUrl);
    return { appUrl: embedded.appUrl, close: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/**
 * Brings roles, schema, grants and the queue's tables to this program's version. Run again, it changes nothing.
 * @param appUrl names the password that the application's role gets where it does not exist yet.
 */
export async function migrateInstallation(
  ownerUrl: string,
  appUrl: string | null,
): Promise<{ readonly ran: readonly string[] }> {
  const password = appUrl === null ? '' : decodeURIComponent(new URL(appUrl).password);
  const { ran } = await migrate(ownerUrl, password === '' ? null : password);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await migrateBullmqSchema(client);
    for (const grant of bullmqGrants(appRole)) await client.query(grant);
  } finally {
    await client.end();
  }
  return { ran };
}
