import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LaunchFailure, codeOf } from './launch-failure.js';
import { type Operator, operatorFor, runsAsRoot } from './operator.js';

const secret = z.string().regex(/^[0-9a-f]{48}$/);
const record = z.object({
  /** Where cluster and socket lie; relative to the data folder. */
  home: z.string(),
  /** Set once the cluster has been created; from then on its absence is an error and never a reason to start empty. */
  created: z.boolean(),
  passwords: z.object({ postgres: secret, eingang_owner: secret, eingang_app: secret }),
});
type ClusterRecord = z.infer<typeof record>;

/** Where the parts of one embedded cluster lie, who runs it, and its passwords. */
export interface ClusterHome {
  readonly folder: string;
  readonly home: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly attendance: string;
  readonly operator: Operator;
  readonly passwords: ClusterRecord['passwords'];
}

const recordName = 'postgres.json';

/**
 * Reads the data folder's record of its cluster, or makes a new one with new passwords (readable by the owner only).
 * Started as root, a new cluster lies in a folder of its own below `systemFolder`, because the unprivileged user that
 * runs PostgreSQL can seldom reach the data folder. Throws LaunchFailure if the record cannot be read or its cluster
 * is gone.
 */
export async function openHome(folder: string, systemFolder: string): Promise<ClusterHome> {
  const given = await readRecord(folder);
  if (given === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await createRecord(folder, newRecord(folder, systemFolder));
  }
  const { home: place, created, passwords } = given ?? (await readRecord(folder)) ?? missing(folder);
  const home = resolve(folder, place);
  const cluster = join(home, 'cluster');
  if (created && !existsSync(cluster)) {
    throw new LaunchFailure(
      `The database of the data folder ${folder} has lain in ${cluster}, and that folder is gone. Restore it, or remove ${join(folder, recordName)} to start with an empty database.`,
    );
  }
  const operator = operatorFor(existsSync(cluster) ? cluster : undefined);
  prepareHome(home, operator);
  return {
    folder,
    home,
    cluster,
    logFile: join(folder, 'postgres.log'),
    attendance: join(folder, 'postgres-users'),
    operator,
    passwords,
  };
}

/** Where the data folder's cluster lies, if it has one: for whoever removes it. */
export async function findHomeFolder(folder: string): Promise<string | undefined> {
  const found = await readRecord(folder);
  return found === undefined ? undefined : resolve(folder, found.home);
}

/** Notes that the cluster exists now. */
export async function recordCreation(folder: string): Promise<void> {
  const found = (await readRecord(folder)) ?? missing(folder);
  if (found.created) return;
  const half = await writeHalf(folder, { ...found, created: true });
  await rename(half, join(folder, recordName));
  await syncFolder(folder);
}

function newRecord(folder: string, systemFolder: string): ClusterRecord {
  const password = () => randomBytes(24).toString('hex');
  // The random part keeps a new data folder apart from the remains of an older one at the same path.
  const name = `${createHash('sha256').update(folder).digest('hex').slice(0, 8)}-${randomBytes(4).toString('hex')}`;
  return {
    home: runsAsRoot() ? join(systemFolder, name) : 'postgres',
    created: false,
    passwords: { postgres: password(), eingang_owner: password(), eingang_app: password() },
  };
}

/** By a link, which fails if the file exists: of two processes that start at once, one makes the record. */
async function createRecord(folder: string, content: ClusterRecord): Promise<void> {
  const half = await writeHalf(folder, content);
  await link(half, join(folder, recordName)).catch((error: unknown) => {
    if (!existsSync(join(folder, recordName))) throw error;
  });
  await rm(half, { force: true });
  await syncFolder(folder);
}

async function writeHalf(folder: string, content: ClusterRecord): Promise<string> {
  const path = join(folder, `${recordName}.${randomBytes(6).toString('hex')}`);
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return path;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function readRecord(folder: string): Promise<ClusterRecord | undefined> {
  const path = join(folder, recordName);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    throw new LaunchFailure(
      `The file ${path} cannot be read (${code}). If another user, such as root, has started Eingang in this data folder, go on as that user or set EINGANG_DATA to another folder.`,
    );
  });
  if (text === undefined) return undefined;
  const parsed = record.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new LaunchFailure(
    `The file ${path} is damaged: it holds the passwords of the embedded database. Restore it from a backup.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function missing(folder: string): never {
  throw new LaunchFailure(`The file ${join(folder, recordName)} disappeared during the start; try again.`);
}

/** As root, the home is handed to the operator; what lies above it only needs to let that user through. */
function prepareHome(home: string, operator: Operator): void {
  if (existsSync(home)) return;
  const above = resolve(home, '..');
  if (!existsSync(above)) {
    mkdirSync(above, { recursive: true });
    chmodSync(above, operator.ids === undefined ? 0o700 : 0o755); // whatever the umask is
  }
  try {
    mkdirSync(home, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
  if (operator.ids !== undefined && statSync(home).uid === 0) chownSync(home, operator.ids.uid, operator.ids.gid);
}

/** Makes a folder for the operator only, on the way to a cluster. */
export async function makeOperatorFolder(path: string, operator: Operator): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (operator.ids !== undefined) chownSync(path, operator.ids.uid, operator.ids.gid);
}
