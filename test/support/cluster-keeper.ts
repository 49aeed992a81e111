import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/adapters/embedded-postgres/embedded-postgres.js';

// The process that holds the cluster of one test run. It says on standard output where the cluster is and removes it
// when its standard input ends: at the end of the run, and also if the run is killed.
const [, , transpiled] = process.argv;
const binaries = process.env['EINGANG_TEST_POSTGRES_BIN'];
const folder = await mkdtemp(join(tmpdir(), 'eingang-test-'));
const ended = new Promise((resolve) => process.stdin.once('close', resolve).resume());
try {
  const { ownerUrl, appUrl, superuserUrl, stop } = await startEmbeddedPostgres({
    folder,
    ...(binaries === undefined || binaries === '' ? {} : { binaries }),
    // Nothing of this cluster has to outlast a power cut.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await createAppRole(ownerUrl, appUrl);
  process.stdout.write(`${JSON.stringify({ ownerUrl, appUrl, superuserUrl })}\n`);
  await ended;
  await stop();
} finally {
  await removeEmbeddedPostgres(folder);
  await rm(folder, { recursive: true, force: true });
  if (transpiled !== undefined) await rm(transpiled, { recursive: true, force: true });
}

/** Roles belong to the cluster and not to one database, and so not every test file can begin without this one. */
async function createAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create role ${username} login password '${password}'`);
  await client.end();
}
