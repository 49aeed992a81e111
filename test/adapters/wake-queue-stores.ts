import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Client } from 'pg';
import { bullmqGrants, migrateBullmqSchema } from '../../src/adapters/bullmq/bullmq-schema.js';
import { postgresWakeBackend, redisWakeBackend } from '../../src/adapters/bullmq/wake-backends.js';
import type { WakeBackend } from '../../src/adapters/bullmq/wake-backends.js';
import { freshDatabase } from '../support/database.js';
import { startRedis } from '../support/redis.js';

/** A queue of BullMQ itself, to look behind the port and to wipe what lies there. */
export interface Inspector {
  getJobCounts(): Promise<Record<string, number>>;
  obliterate(options: { force: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** A running store that the conformance suite is run against. */
export interface WakeStore {
  readonly url: string;
  backend(url?: string): WakeBackend;
  inspector(): Inspector;
  /** Removes everything at once, without telling BullMQ. */
  wipe(): Promise<void>;
  /** Cuts every connection that is open, as a restart of the store does. */
  interrupt(): Promise<void>;
  stop(): Promise<void>;
}

export async function redisStore(): Promise<WakeStore> {
  const server = await startRedis();
  const { Queue } = withBackend(createRedisBackend);
  return {
    url: server.url,
    backend: (url = server.url) => redisWakeBackend(url),
    inspector: () => new Queue('wake', { prefix: 'eingang', connection: { url: server.url } }),
    wipe: () => server.flush(),
    interrupt: () => server.restart(),
    stop: () => server.stop(),
  };
}

export async function postgresStore(): Promise<WakeStore> {
  const database = await freshDatabase();
  const asOwner = (work: (client: Client) => Promise<unknown>) => withClient(database.ownerUrl, work);
  await asOwner(async (client) => {
    await migrateBullmqSchema(client);
    for (const grant of bullmqGrants(roleOf(database.appUrl))) await client.query(grant);
  });
  const { Queue } = withBackend(createPostgresBackend);
  return {
    url: database.appUrl,
    backend: (url = database.appUrl) => postgresWakeBackend(url),
    inspector: () => new Queue('wake', { connection: { connectionString: database.appUrl, max: 1 } }),
    wipe: async () => {
      await asOwner(truncateAll);
    },
    interrupt: async () => {
      await withClient(database.appUrl, (client) =>
        client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                       WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`),
      );
    },
    stop: () => database.drop(),
  };
}

export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function roleOf(connectionString: string): string {
  return decodeURIComponent(new URL(connectionString).username);
}

/** A server that takes connections and never says a word, as a store behind a broken network does. */
export async function silentServer(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function truncateAll(client: Client): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
  );
  await client.query(`TRUNCATE ${tables.rows.map((row) => row.name).join(', ')}`);
}
