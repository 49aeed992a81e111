import { realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Attendance } from './attendance.js';
import { findBinaries } from './binaries.js';
import { createCluster } from './cluster-creation.js';
import { type ClusterHome, findHomeFolder, openHome } from './cluster-home.js';
import { LaunchFailure, messageOf } from './launch-failure.js';
import { runsAsRoot } from './operator.js';
import {
  type Postmaster,
  answers,
  findPostmaster,
  signalServer,
  startPostmaster,
  stopPostmaster,
} from './postmaster.js';
import { watchLog } from './server-log.js';
import { prepareSocketFolder, socketFolder } from './socket-folder.js';

/** What to start. Only `folder` is needed outside tests. */
export interface EmbeddedPostgresOptions {
  /** The data folder (EINGANG_DATA). It holds the passwords and the log and, unless started as root, the cluster. */
  readonly folder: string;
  /** Another PostgreSQL's folder with `initdb` and `postgres`, instead of the npm package's. */
  readonly binaries?: string;
  /** Where root puts clusters and the copy of the binaries. */
  readonly systemFolder?: string;
  /** Further settings of the server, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded PostgreSQL. The URLs name the database `eingang`; they hold passwords and are never logged. */
export interface EmbeddedPostgres {
  /** Role `eingang_owner`: migrates. */
  readonly ownerUrl: string;
  /** Role `eingang_app`: runs the service. The migration creates the role with the password found here. */
  readonly appUrl: string;
  /** Role `postgres`: for tests that tamper with the database. */
  readonly superuserUrl: string;
  /** The server was running already. */
  readonly adopted: boolean;
  /** Leaves the server and, if nobody else uses it, shuts it down and waits for that. To be called last; again: no effect. */
  stop(): Promise<void>;
}

const defaultSystemFolder = '/var/lib/eingang';
const lookEveryMs = 50;
const adoptTimeoutMs = 120_000;

/**
 * Starts the data folder's own PostgreSQL, creating it at the first start, or adopts the one that is still running
 * after this program was killed. Listens on a socket in a private folder only, with passwords. Throws LaunchFailure
 * with a sentence that says what is wrong and what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await startOrAdopt(options);
  } catch (error) {
    if (error instanceof LaunchFailure) throw error;
    throw new LaunchFailure(
      `The embedded PostgreSQL could not be started with the data folder ${options.folder} (${messageOf(error)}); set EINGANG_DATA to a folder that you may write to, or DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

async function startOrAdopt(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const systemFolder = resolve(options.systemFolder ?? defaultSystemFolder);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const folder = realpathSync(options.folder);
  const home = await openHome(folder, systemFolder);
  const attendance = new Attendance(home.attendance);
  attendance.enter();
  try {
    const copies = runsAsRoot() ? systemFolder : home.home;
    const binaries = options.binaries ?? (await findBinaries(copies));
    await createCluster(home, binaries);
    const running = await adopt(home, attendance);
    const server =
      running ?? (await startPostmaster(home, binaries, prepareSocketFolder(home), options.settings ?? {}));
    return handle(home, attendance, server, running !== undefined);
  } catch (error) {
    attendance.leave();
    throw error;
  }
}

/** Stops the data folder's server and deletes its database with all that belongs to it; other files stay. For tests. */
export async function removeEmbeddedPostgres(folder: string): Promise<void> {
  const home = await findHomeFolder(folder);
  if (home === undefined) return;
  const cluster = join(home, 'cluster');
  const running = findPostmaster(cluster);
  if (running !== undefined) await stopPostmaster(cluster, running);
  await rm(home, { recursive: true, force: true });
  await rm(socketFolder(home), { recursive: true, force: true });
  for (const name of ['postgres.json', 'postgres.log', 'postgres.log.1', 'postgres-users']) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Waits out a server that is starting, recovering or stopping; undefined if none is left. */
async function adopt(home: ClusterHome, attendance: Attendance): Promise<Postmaster | undefined> {
  const end = Date.now() + adoptTimeoutMs;
  while (Date.now() < end) {
    const found = findPostmaster(home.cluster);
    const leaving = attendance.someoneStops();
    if (found === undefined && !leaving) return undefined;
    if (found !== undefined && !leaving && (await answers(home, found.socket)) && !attendance.someoneStops())
      return found;
    await delay(lookEveryMs);
  }
  throw new LaunchFailure(
    `A PostgreSQL runs on ${home.cluster}, but does not answer; see ${home.logFile}, end that process and start again.`,
  );
}

function handle(home: ClusterHome, attendance: Attendance, server: Postmaster, adopted: boolean): EmbeddedPostgres {
  const endWatch = watchLog(home.logFile);
  // The very last moment of a process that ends without having called stop(): nothing can be waited for any more.
  const atExit = () => {
    if (attendance.mayStop()) signalServer(home.cluster, server.pid, 'SIGINT');
    attendance.leave();
  };
  process.once('exit', atExit);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    endWatch();
    try {
      if (attendance.mayStop()) await stopPostmaster(home.cluster, server);
    } finally {
      attendance.leave();
      process.removeListener('exit', atExit);
    }
  };
  return {
    ownerUrl: url(server, 'eingang_owner', home.passwords.eingang_owner),
    appUrl: url(server, 'eingang_app', home.passwords.eingang_app),
    superuserUrl: url(server, 'postgres', home.passwords.postgres),
    adopted,
    stop: () => (stopped ??= stop()),
  };
}

/** libpq's form for sockets, which node-postgres reads too: the folder as the parameter `host`. */
const url = ({ socket }: Postmaster, user: string, password: string): string =>
  `postgresql://${user}:${password}@localhost:5432/eingang?host=${encodeURIComponent(socket)}`;
