import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { HmacKeyedHash } from '../src/adapters/crypto/hmac-keyed-hash.js';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { openDatabase, refuseTooPowerfulRole } from '../src/adapters/postgres/database.js';
import { migrate } from '../src/adapters/postgres/migrate.js';
import { generateTowns, largeTownIn } from './generated-towns.js';
import type { Wanted } from './generated-towns.steps.js';
import { deskOver, deskQueries, type Desk, type DeskQuery } from './queue-queries.js';

/** How the server is set: as one for this much is, and without waiting for the disk while it is filled. */
const settings = {
  ...{ fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '4GB' },
  ...{ shared_buffers: '1GB', autovacuum: 'off' },
} as const;

/** At the larger size a query may take at most so many times what it takes at the smaller one. */
const mostGrowth = 2;

const options = {
  invoices: { type: 'string', default: '1000000' },
  compared: { type: 'string', default: '10000' },
  samples: { type: 'string', default: '60' },
  rounds: { type: 'string', default: '3' },
  seed: { type: 'string', default: '7' },
  folder: { type: 'string' },
} as const;

/**
 * Measures what the desk, finance systems and suppliers ask, through the program's own use cases and as the application's
 * role, in two generated databases of one server. The queries take turns between the two, so that what else the machine
 * does falls on both; of several rounds the quietest counts. Prints one line of JSON for each query.
 *
 * With `--folder` the cluster is kept there, and what it holds of the same size and seed is measured again.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options });
  const [samples, rounds, seed] = [Number(values.samples), Number(values.rounds), Number(values.seed)];
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'eingang-queue-bench-')));
  const server = await startEmbeddedPostgres({ folder, settings });
  const open: DataSource[] = [];
  try {
    const desks: Desk[] = [];
    for (const invoices of [Number(values.compared), Number(values.invoices)])
      desks.push(await deskOf(server, { invoices, seed }, open));
    const figures = await measure(desks, samples, rounds);
    for (const figure of figures) console.log(JSON.stringify(figure));
    return summary(figures);
  } finally {
    await Promise.all(open.map((database) => database.destroy()));
    await server.stop();
    if (values.folder === undefined) {
      await removeEmbeddedPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function deskOf(server: EmbeddedPostgres, wanted: Wanted, open: DataSource[]): Promise<Desk> {
  const name = `bench_${wanted.invoices}_${wanted.seed}`;
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const began = Date.now();
  if (await createDatabase(server.superuserUrl, name)) {
    await migrate(at(server.ownerUrl), new URL(server.appUrl).password);
    await generateTowns(at(server.superuserUrl), wanted);
  }
  const town = await largeTownIn(at(server.superuserUrl));
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(JSON.stringify({ database: name, seed: wanted.seed, ...town.held, seconds }));
  const database = await openDatabase(at(server.appUrl), 2);
  open.push(database);
  await refuseTooPowerfulRole(database);
  return deskOver(database, town, new HmacKeyedHash(Buffer.alloc(32)));
}

/** Whether it was not there: then it is empty. One that was broken off is made anew. */
async function createDatabase(superuserUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER eingang_owner`);
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

interface Figure {
  readonly query: string;
  readonly p50Ms: readonly number[];
  readonly p95Ms: readonly number[];
  readonly growth: number;
  readonly limitMs: number;
  readonly holds: boolean;
}

async function measure(desks: readonly Desk[], samples: number, rounds: number): Promise<readonly Figure[]> {
  const quietest = new Map<DeskQuery, (readonly number[])[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const query of deskQueries) {
      const taken = await takeTurns(query, desks, samples);
      const before = quietest.get(query);
      const better = taken.map((times, at) => {
        const known = before?.[at];
        return known && p(known, 0.95) <= p(times, 0.95) ? known : times;
      });
      quietest.set(query, better);
    }
  return [...quietest].map(([query, times]) => figureOf(query, times));
}

const warmUp = 3;

async function takeTurns(query: DeskQuery, desks: readonly Desk[], samples: number): Promise<(readonly number[])[]> {
  const taken = desks.map((): number[] => []);
  for (let turn = -warmUp; turn < samples; turn += 1)
    for (const [at, desk] of desks.entries()) {
      const sample = desk.town.samples[(turn + warmUp) % desk.town.samples.length];
      if (!sample) throw new Error('The large town has no invoices.');
      const began = performance.now();
      await query.ask(desk, sample);
      if (turn >= 0) taken[at]?.push(performance.now() - began);
    }
  return taken;
}

function figureOf({ name, limitMs }: DeskQuery, times: readonly (readonly number[])[]): Figure {
  const [p50Ms, p95Ms] = [times.map((one) => p(one, 0.5)), times.map((one) => p(one, 0.95))];
  const [small = 0, large = 0] = p95Ms;
  const growth = Math.round((large / small) * 100) / 100;
  const holds = large <= limitMs && growth <= mostGrowth;
  return { query: name, p50Ms, p95Ms, growth, limitMs, holds };
}

/** A percentile, in tenths of milliseconds. */
function p(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
}

function summary(figures: readonly Figure[]): number {
  const failing = figures.filter(({ holds }) => !holds).map(({ query }) => query);
  console.log(JSON.stringify({ queries: figures.length, failing }));
  return failing.length === 0 ? 0 : 1;
}
