import { execFileSync, spawn } from 'node:child_process';
import { closeSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { ClusterHome } from './cluster-home.js';
import { LaunchFailure } from './launch-failure.js';
import { answersSignal, isAlive } from './process-identity.js';
import { endOfLog, openLog } from './server-log.js';

/** A running server of the cluster: its process, and the folder of its socket. */
export interface Postmaster {
  readonly pid: number;
  readonly socket: string;
}

const lockName = 'postmaster.pid';
const lookEveryMs = 25;
/** Crash recovery replays at most max_wal_size; two minutes are plenty, and end a start that hangs. */
const startTimeoutMs = 120_000;
const fastStopTimeoutMs = 30_000;
const immediateStopTimeoutMs = 10_000;

/**
 * After a kill -9 of the server its children need a moment to notice, and until then the next one is refused; a rival
 * may have been faster and already be gone.
 */
const mayTryAgain = /pre-existing shared memory|lock file ".*" already exists/;

/** Given on the command line, they hold for every start, whatever the cluster's own files say. */
const settings = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  huge_pages: 'off',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
  log_checkpoints: 'off',
  // Messages may quote what people wrote: neither statements nor the details of an error go to the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const satisfies Readonly<Record<string, string>>;

/** The living server of this very cluster, or undefined. What postmaster.pid says is believed only when proven. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const [first, , , , socket = ''] = readLockFile(join(cluster, lockName)).split('\n');
  const pid = Number(first);
  return isServerOf(pid, cluster) ? { pid, socket } : undefined;
}

/**
 * Removes the lock files of a server that is gone, if its process id has gone to an unrelated process or to a zombie
 * that nobody has collected: for either PostgreSQL would refuse to start. Whether children of a killed server are left
 * is checked by PostgreSQL itself, on the shared memory.
 */
function clearStaleLocks(cluster: string, socket: string): void {
  for (const file of [join(cluster, lockName), join(socket, `.s.PGSQL.${settings.port}.lock`)]) {
    const content = readLockFile(file);
    const pid = Number(content.split('\n')[0]);
    const stale = answersSignal(pid) && !isServerOf(pid, cluster) && commandOf(pid) !== undefined;
    if (stale && readLockFile(file) === content) rmSync(file, { force: true });
  }
}

/** Whether the server takes connections now. */
export async function answers(home: ClusterHome, socket: string): Promise<boolean> {
  if (socket === '') return false; // it has not got as far as opening its socket
  const client = new pg.Client({
    host: socket,
    port: Number(settings.port),
    user: 'postgres',
    password: home.passwords.postgres,
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined); // a server that is going down ends the connection
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    // 28P01: the password is wrong, and waiting does not mend that.
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new LaunchFailure(
        `The embedded database in ${home.cluster} refuses the password kept in ${home.folder}; do the two belong together?`,
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts a server in a session of its own, so that Ctrl+C in a terminal does not reach it before its caller, and waits
 * until it or a faster rival answers. Throws LaunchFailure with the end of the log if none does.
 */
export async function startPostmaster(
  home: ClusterHome,
  binaries: string,
  socket: string,
  extra: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const end = Date.now() + startTimeoutMs;
  while (Date.now() < end) {
    clearStaleLocks(home.cluster, socket);
    const server = spawnServer(home, binaries, socket, extra);
    while (Date.now() < end) {
      const ended = server.ended();
      const found = findPostmaster(home.cluster);
      if (found !== undefined && (await answers(home, found.socket))) return found;
      if (ended) break;
      await delay(lookEveryMs);
    }
    if (!mayTryAgain.test(server.log()) && findPostmaster(home.cluster) === undefined) {
      throw new LaunchFailure(`The embedded PostgreSQL did not start: ${server.log()}`);
    }
    await delay(lookEveryMs * 4);
  }
  throw new LaunchFailure(
    `The embedded PostgreSQL did not answer within ${String(startTimeoutMs / 1000)} seconds: ${endOfLog(home.logFile)}`,
  );
}

/** Fast shutdown, waited for; if that hangs, an immediate one, which the next start recovers from. */
export async function stopPostmaster(cluster: string, { pid }: Postmaster): Promise<void> {
  for (const { signal, timeoutMs } of [
    { signal: 'SIGINT', timeoutMs: fastStopTimeoutMs },
    { signal: 'SIGQUIT', timeoutMs: immediateStopTimeoutMs },
  ] as const) {
    signalServer(cluster, pid, signal);
    const end = Date.now() + timeoutMs;
    while (isServerOf(pid, cluster)) {
      if (Date.now() > end) break;
      await delay(lookEveryMs);
    }
    if (!isServerOf(pid, cluster)) return;
  }
  throw new LaunchFailure(
    `The embedded PostgreSQL (process ${String(pid)}) does not stop; its cluster is ${cluster}. End the process yourself.`,
  );
}

/** Sends a signal if the process is still the server of this cluster; an ended one needs none. */
export function signalServer(cluster: string, pid: number, signal: 'SIGINT' | 'SIGQUIT'): void {
  try {
    if (isServerOf(pid, cluster)) process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

function spawnServer(home: ClusterHome, binaries: string, socket: string, extra: Readonly<Record<string, string>>) {
  const log = openLog(home.logFile);
  const all = Object.entries({ ...settings, unix_socket_directories: socket, ...extra });
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', home.cluster, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: home.home,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
      detached: true,
      ...home.operator.ids,
    },
  );
  closeSync(log);
  child.unref();
  let failure: string | undefined;
  child.on('error', (error) => {
    failure = error.message;
  });
  return {
    ended: () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
    log: () => failure ?? endOfLog(home.logFile),
  };
}

function readLockFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Whether the process is a postmaster that was given this cluster's folder. */
function isServerOf(pid: number, cluster: string): boolean {
  const words = isAlive({ pid, startedAt: '' }) ? commandOf(pid) : undefined;
  return words !== undefined && words.includes('postgres') && words.includes(cluster);
}

/**
 * The command line of a process; undefined if the system does not show it. On Linux /proc/<pid>/cmdline is taken
 * because everybody may read it; what else there proves a postmaster needs a capability that containers lack.
 */
function commandOf(pid: number): string | undefined {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
