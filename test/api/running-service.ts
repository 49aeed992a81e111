import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { setUpTown, type SetUpTown } from '../../demo/set-up-town.js';
import { ReaderPool } from '../../src/adapters/reader-process/reader-pool.js';
import { loadConfig, type Environment } from '../../src/config.js';
import { migrateInstallation } from '../../src/modules/installation.js';
import { openPorts, type Ports } from '../../src/modules/open-ports.js';
import { startEingang, type RunningEingang, type StartOptions } from '../../src/modules/start-eingang.js';
import { AdministerPeople } from '../../src/pipeline/administer-people.js';
import { AdministerRoutingRules } from '../../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { ProcessInvoice } from '../../src/pipeline/process-invoice.js';
import { ProposeSetting } from '../../src/pipeline/propose-setting.js';
import { TenantSettings } from '../../src/pipeline/tenant-settings.js';
import { builtProgram } from '../adapters/built-program.js';
import { freshDatabase, holdRoles } from '../support/database.js';

/** The whole program on a database of its own. */
export interface RunningService {
  readonly url: string;
  /** The same database and keys, for setting up what the tests begin with. */
  readonly ports: Ports;
  /** What every command and instance on this database is configured with. */
  readonly environment: Environment;
  /** Another instance on the same database, as a second process would be. */
  startAnother(settings: Environment): Promise<RunningEingang>;
  /** Empties the queue's tables: every wake is lost. */
  loseQueue(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the service on a free port; role `api` unless told otherwise, so that nothing happens behind a test's back.
 * The child that reads documents comes from the built program; web pages are there only where a folder is named.
 */
export async function startService(
  settings: Environment = {},
  pages: Pick<StartOptions, 'webFolder'> = {},
): Promise<RunningService> {
  const options = { ...pages, readerEntry: builtProgram('src/reader.js') };
  const database = await freshDatabase({
    name: 'service',
    prepare: async ({ ownerUrl }) => {
      const release = await holdRoles();
      await migrateInstallation(ownerUrl, null).finally(release);
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'eingang-service-'));
  const environment = {
    DATABASE_URL: database.appUrl,
    EINGANG_DATA: folder,
    EINGANG_PORT: '0',
    EINGANG_ROLE: 'api',
    EINGANG_LOG_LEVEL: 'silent',
    ...settings,
  };
  const config = loadConfig(environment);
  const running = await startEingang(config, options);
  const { ports, close } = await openPorts(config, database.appUrl, 4);
  return {
    url: running.url,
    ports,
    environment,
    startAnother: (more) => startEingang(loadConfig({ ...environment, ...more }), options),
    loseQueue: () => emptyQueue(database.superuserUrl),
    close: async () => {
      await running.close();
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function emptyQueue(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    if (rows.length === 0) throw new Error('The queue has no tables.');
    await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
  } finally {
    await client.end();
  }
}

/** The demonstration's town, entered through the use cases. */
export function townOf({ ports }: RunningService): Promise<SetUpTown> {
  const { door, lookup, passwords, clock, ids, keyedHash, secrets } = ports;
  const use = {
    createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
    administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
    administerRoutingRules: new AdministerRoutingRules(door, clock, ids),
    administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
    tenantSettings: new TenantSettings(door, clock),
    proposeSetting: new ProposeSetting(door, clock, ids, secrets, keyedHash),
  };
  return setUpTown(use, new Date(clock.now().getTime() + 24 * 60 * 60 * 1000));
}

/** Does the worker's work for these invoices, here and now. */
export async function process(
  { ports }: RunningService,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<void> {
  const examiner = new ReaderPool({ entry: builtProgram('src/reader.js'), size: 1 });
  const { door, documents, clock, ids } = ports;
  const use = new ProcessInvoice(door, documents, examiner, clock, ids);
  try {
    for (const id of invoiceIds) await use.process(tenantId, id);
  } finally {
    await examiner.close();
  }
}
