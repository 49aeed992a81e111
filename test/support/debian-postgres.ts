import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder with PostgreSQL's server and its tools, which the npm binaries lack: EINGANG_TEST_POSTGRES_BIN, else Debian's,
 * 15 before others because it is the oldest that is promised. null: there is none, said loudly.
 * @throws Error in the gate (CI), where what needs it must run.
 */
export function debianPostgres(): string | null {
  const given = process.env['EINGANG_TEST_POSTGRES_BIN'] ?? '';
  const folders = [given, ...[15, 18, 17, 16].map((major) => `/usr/lib/postgresql/${String(major)}/bin`)];
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, 'pg_dump')));
  if (found !== undefined) return found;
  const sentence = "There is no pg_dump: install Debian's package postgresql. Backup and restore are NOT TRIED here.";
  if (process.env['CI'] === 'true') throw new Error(sentence);
  process.stderr.write(`\n!! ${sentence}\n`);
  return null;
}
