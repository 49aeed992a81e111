import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema's first state, in the order in which its files build on each other. */
const foundationFiles = [
  '010-tenants.sql',
  '012-second-factors.sql',
  '020-audit.sql',
  '030-invoices.sql',
  '035-coding.sql',
  '036-queries.sql',
  '037-deputies.sql',
  '038-reminders.sql',
  '040-doors.sql',
  '045-search.sql',
  '060-retention.sql',
  '070-documentation.sql',
] as const;

export class Foundation1763856000000 implements MigrationInterface {
  readonly name = 'Foundation1763856000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL search_path = eingang, pg_temp');
    for (const file of foundationFiles) {
      await runner.query(readFileSync(new URL(`./schema/${file}`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('There is nothing before the first migration: restore a backup instead.');
  }
}

export const migrations = [Foundation1763856000000];
