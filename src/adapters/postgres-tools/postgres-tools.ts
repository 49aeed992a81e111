import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where Debian and Ubuntu put each version's own programs. */
const debianFolder = '/usr/lib/postgresql';
const mostComplaint = 4000;

/** `pg_dump` and `pg_restore` of a PostgreSQL installation. They are given the password by environment, never as a word. */
export class PostgresTools {
  private constructor(
    private readonly folder: string,
    private readonly path: string,
  ) {}

  /**
   * @param wanted the folder to look into, and no other; undefined: those of `path`, then Debian's, newest first.
   * @param path the variable PATH.
   * @returns null where none of them holds both programs.
   */
  static async find(wanted: string | undefined, path: string): Promise<PostgresTools | null> {
    const folders = wanted === undefined ? [...path.split(delimiter), ...(await debianFolders())] : [wanted];
    for (const folder of folders) {
      const both = ['pg_dump', 'pg_restore'].map((name) => access(join(folder, name), constants.X_OK));
      if (folder !== '' && (await Promise.allSettled(both)).every(({ status }) => status === 'fulfilled'))
        return new PostgresTools(folder, path);
    }
    return null;
  }

  /** The whole database as the exported snapshot sees it, in custom format, forced to the disk. @throws Error as pg_dump says it. */
  dump(url: string, snapshot: string, file: string): Promise<void> {
    return this.run('pg_dump', url, ['--format=custom', `--snapshot=${snapshot}`, `--file=${file}`]);
  }

  /** In one transaction: all of it or nothing. @throws Error as pg_restore says it. */
  restore(url: string, file: string): Promise<void> {
    return this.run('pg_restore', url, ['--exit-on-error', '--single-transaction', file]);
  }

  private async run(program: string, url: string, words: readonly string[]): Promise<void> {
    const address = new URL(url);
    const password = decodeURIComponent(address.password);
    address.password = '';
    const child = spawn(join(this.folder, program), [`--dbname=${address.href}`, '--no-password', ...words], {
      env: { PATH: this.path, LC_ALL: 'C.UTF-8', ...(password === '' ? {} : { PGPASSWORD: password }) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, mostComplaint)));
    await once(child, 'close');
    if (child.exitCode !== 0) throw new Error(`${program}: ${complaint.trim() || String(child.signalCode)}`);
  }
}

async function debianFolders(): Promise<readonly string[]> {
  const versions = await readdir(debianFolder).catch(() => []);
  return [...versions].sort((one, other) => Number(other) - Number(one)).map((one) => join(debianFolder, one, 'bin'));
}
