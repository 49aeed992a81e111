import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClusterHome, makeOperatorFolder, recordCreation } from './cluster-home.js';
import { LaunchFailure } from './launch-failure.js';

/** PostgreSQL 15 is the oldest that the project runs on. */
const oldestMajor = 15;
/** The builtin provider, which needs no locale of the operating system, came with PostgreSQL 17. */
const builtinLocaleMajor = 17;

/**
 * Creates the cluster with its roles and its database, unless it exists. All is made in a folder beside and renamed at
 * the end, so a cluster is there as a whole or not at all, and of two processes that start at once one prevails.
 * Throws LaunchFailure if the binaries cannot be run or are of another major version than the cluster.
 */
export async function createCluster(home: ClusterHome, binaries: string): Promise<void> {
  const major = await majorVersion(home, binaries);
  if (!existsSync(home.cluster)) await createAside(home, binaries, major);
  const found = Number((await readFile(join(home.cluster, 'PG_VERSION'), 'utf8')).trim());
  if (found !== major) {
    throw new LaunchFailure(
      `The cluster ${home.cluster} was made by PostgreSQL ${String(found)}, the binaries in ${binaries} are PostgreSQL ${String(major)}; use the matching version, or move the data with pg_dump.`,
    );
  }
  await recordCreation(home.folder);
}

async function createAside(home: ClusterHome, binaries: string, major: number): Promise<void> {
  const half = join(home.home, `cluster.${randomBytes(6).toString('hex')}`);
  try {
    await makeOperatorFolder(half, home.operator);
    await run(home, join(binaries, 'initdb'), initdbArguments(half, major));
    await writeFile(join(half, 'pg_hba.conf'), accessRules);
    await runStatements(home, binaries, half);
    await rename(half, home.cluster);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!existsSync(home.cluster)) throw error;
  }
}

/** Only the socket, and there only with a password; what the server listens on is set when it is started. */
const accessRules = '# Written by Eingang.\nlocal all all scram-sha-256\n';

function initdbArguments(folder: string, major: number): readonly string[] {
  const locale =
    major >= builtinLocaleMajor
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8', '--lc-messages=C'];
  const access = ['--username=postgres', '--auth-local=peer', '--auth-host=reject'];
  return [`--pgdata=${folder}`, '--encoding=UTF8', '--data-checksums', '--no-instructions', ...access, ...locale];
}

/** In single-user mode, one statement a line: before anybody can connect. Passwords are hexadecimal digits. */
async function runStatements(home: ClusterHome, binaries: string, folder: string): Promise<void> {
  const { postgres, eingang_owner } = home.passwords;
  const statements = [
    `ALTER ROLE postgres PASSWORD '${postgres}'`,
    `CREATE ROLE eingang_owner LOGIN CREATEROLE NOSUPERUSER PASSWORD '${eingang_owner}'`,
    'CREATE DATABASE eingang OWNER eingang_owner',
  ];
  // Statements hold passwords, so they are kept out of the messages.
  const settings = ['-c', 'password_encryption=scram-sha-256', '-c', 'log_min_error_statement=panic'];
  const output = await run(
    home,
    join(binaries, 'postgres'),
    ['--single', ...settings, '-D', folder, 'postgres'],
    `${statements.join('\n')}\n`,
  );
  // Single-user mode ends with 0 even if a statement failed.
  if (/\b(ERROR|FATAL|PANIC):/.test(output)) {
    throw new LaunchFailure(`The roles of the embedded PostgreSQL could not be created: ${lastLines(output)}`);
  }
}

async function majorVersion(home: ClusterHome, binaries: string): Promise<number> {
  const text = await run(home, join(binaries, 'postgres'), ['--version']);
  const major = Number(/PostgreSQL\)? (\d+)/.exec(text)?.[1] ?? Number.NaN);
  if (major >= oldestMajor) return major;
  throw new LaunchFailure(
    `${binaries} holds "${text.trim()}"; Eingang needs PostgreSQL ${String(oldestMajor)} or newer.`,
  );
}

/** Runs one of PostgreSQL's programs to its end and returns what it wrote; throws LaunchFailure unless it ended with 0. */
async function run(home: ClusterHome, program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: home.home, env: { LC_ALL: 'C', TZ: 'UTC' }, ...home.operator.ids });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.stdin.on('error', () => undefined); // a program that ends early is reported by its exit code
    child.on('error', (error) => {
      reject(new LaunchFailure(`${program} could not be run as the user ${home.operator.name}: ${error.message}`));
    });
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString('utf8');
      if (code === 0) resolve(text);
      else reject(new LaunchFailure(`${program} ended with ${String(code)}: ${lastLines(text)}`));
    });
    child.stdin.end(input);
  });
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-5).join(' | ');
