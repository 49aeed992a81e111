import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { Ed25519SealSigner } from '../src/adapters/crypto/ed25519-seal-signer.js';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { openDatabase } from '../src/adapters/postgres/database.js';
import { migrate } from '../src/adapters/postgres/migrate.js';
import { PostgresAuditReader } from '../src/adapters/postgres/postgres-audit-reader.js';
import { PostgresDocumentStore } from '../src/adapters/postgres/postgres-document-store.js';
import { PostgresLookup } from '../src/adapters/postgres/postgres-lookup.js';
import { PostgresSealLedger } from '../src/adapters/postgres/postgres-seal-ledger.js';
import { FileSealAnchor } from '../src/adapters/seal-file/file-seal-anchor.js';
import { SystemClock } from '../src/adapters/system/system-clock.js';
import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import { VerifyInvoice } from '../src/pipeline/verify-invoice.js';
import { auditSteps, eventsOfInvoice, tenantId } from './audit.steps.js';

/** What is promised: events a second of `audit verify` in one process, and milliseconds for one invoice. */
const targets = { eventsPerSecond: 30_000, invoiceMs: 100 } as const;

const settings = {
  ...{ fsync: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '4GB' },
  ...{ shared_buffers: '1GB', autovacuum: 'off' },
} as const;

const options = {
  events: { type: 'string', default: '1000000' },
  samples: { type: 'string', default: '200' },
} as const;

/** Fills a log, seals it as the service does, and verifies it whole and invoice by invoice. One line of JSON for each figure. */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...words], options });
  const folder = await mkdtemp(join(tmpdir(), 'eingang-audit-bench-'));
  const server = await startEmbeddedPostgres({ folder, settings });
  try {
    tell({ machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, node: process.version });
    const began = performance.now();
    await migrate(server.ownerUrl, new URL(server.appUrl).password);
    const sampled = await fill(
      server.superuserUrl,
      Math.ceil(Number(values.events) / eventsOfInvoice),
      Number(values.samples),
    );
    tell({ filled: Number(values.events), seconds: secondsSince(began) });
    return await measure(server, join(folder, 'seals.jsonl'), sampled);
  } finally {
    await server.stop();
    await removeEmbeddedPostgres(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

const tell = (figure: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(figure));
const secondsSince = (began: number): number => Math.round((performance.now() - began) / 10) / 100;

/** Returns some of the invoices, far apart. */
async function fill(superuserUrl: string, invoices: number, samples: number): Promise<readonly string[]> {
  return inDatabase(superuserUrl, async (client) => {
    for (const step of auditSteps(invoices)) await client.query(step);
    const { rows } = await client.query<{ id: string }>('SELECT id FROM invoice ORDER BY md5(id::text) LIMIT $1', [
      samples,
    ]);
    return rows.map(({ id }) => id);
  });
}

async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Every one is verified for the first time: what the database has read for others may help it, as it would in use. */
async function eachInvoice(verify: VerifyInvoice, ids: readonly string[]) {
  const times: number[] = [];
  for (const id of ids) {
    const began = performance.now();
    const found = await verify.verify(tenantId, id);
    if (found?.seal === null || found?.problems.length !== 0) throw new Error(`not verified: ${JSON.stringify(found)}`);
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95), mostMs: Math.round(times.at(-1) ?? 0) };
}

async function measure(
  { appUrl, superuserUrl }: EmbeddedPostgres,
  sealFile: string,
  sampled: readonly string[],
): Promise<number> {
  const database = await openDatabase(appUrl, 2);
  try {
    const [ledger, anchor] = [new PostgresSealLedger(database), new FileSealAnchor(sealFile)];
    const signer = new Ed25519SealSigner(generateKeyPairSync('ed25519').privateKey);
    const [reader, documents] = [new PostgresAuditReader(database), new PostgresDocumentStore(database)];
    const sealing = performance.now();
    const seals = await new SealAuditLog(ledger, signer, anchor, new SystemClock()).seal();
    tell({ seals, seconds: secondsSince(sealing) });
    // As the server does by itself in use; here it is told not to, so as not to be in the way.
    await inDatabase(superuserUrl, (client) => client.query('VACUUM (ANALYZE)'));
    const verifying = performance.now();
    const log = new VerifyAuditLog(new PostgresLookup(database), reader, ledger, signer, anchor, documents);
    const { events, problems } = await log.verify({ originals: false });
    const eventsPerSecond = Math.round(events / ((performance.now() - verifying) / 1000));
    tell({ verified: events, problems: problems.length, eventsPerSecond, target: targets.eventsPerSecond });
    const invoiceMs = await eachInvoice(new VerifyInvoice(reader, ledger, signer, documents), sampled);
    tell({ invoices: sampled.length, ...invoiceMs, target: targets.invoiceMs });
    return problems.length === 0 && eventsPerSecond >= targets.eventsPerSecond && invoiceMs.p95Ms < targets.invoiceMs
      ? 0
      : 1;
  } finally {
    await database.destroy();
  }
}
