import { DEFAULT_SCHEMA, runMigrations } from 'bullmq';
import type { PgQueryable } from 'bullmq';

/**
 * Makes or updates the tables and functions of BullMQ's PostgreSQL store in the schema `bullmq`, in one transaction
 * behind an advisory lock; does nothing if they are up to date. For the owner's role only, on one session (a client,
 * not a pool).
 * @returns the schema version the database is at.
 * @throws if the server is older than PostgreSQL 13, or the schema was made for a later major version of BullMQ.
 */
export async function migrateBullmqSchema(client: PgQueryable): Promise<number> {
  return runMigrations(client, DEFAULT_SCHEMA);
}

/**
 * The statements that let a role run queue and workers without any right to make or change tables; to be run by the
 * owner after every migration (they name what exists at that time). BullMQ makes a sequence per queue when it has to
 * invent a job id: wakes bring their own ids, so that no DDL happens while running.
 */
export function bullmqGrants(roleName: string): readonly string[] {
  const role = `"${roleName.replaceAll('"', '""')}"`;
  const schema = DEFAULT_SCHEMA;
  return [
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`,
    `REVOKE INSERT, UPDATE, DELETE ON ${schema}.migration FROM ${role}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`,
  ];
}
