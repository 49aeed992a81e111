import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { demoInvoices, type DemoFile } from '../demo/make-invoices.js';
import { ServiceClient, type DemoReceipt } from '../demo/service-client.js';
import { setUpTown, type SetUpTown } from '../demo/set-up-town.js';
import { removeEmbeddedPostgres } from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { loadConfig, type Config } from '../src/config.js';
import type { Ports } from '../src/modules/open-ports.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { AdministerPeople } from '../src/pipeline/administer-people.js';
import { AdministerRoutingRules } from '../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import { ProposeSetting } from '../src/pipeline/propose-setting.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { BreakOff } from './break-off.js';
import { RandomKills } from './kill-at-random.js';
import { freePort, KillableService } from './killable-service.js';

/** Uploads under way at the same time, as several suppliers would. */
const suppliers = 4;

/** Moments between two kills: long enough to come up again, short enough to be hit in the middle of work. */
const pauseMs = { least: 300, most: 3_000 } as const;

/** Connections of this program, beside the service's. */
const poolSize = 4;

const longestWaitMs = 300_000;
const longestMinutes = 60;

/**
 * Sends invoices while the service is killed again and again, and then looks whether everything that was acknowledged
 * is there, processed once, and proved by the audit log. Prints one line of JSON; the exit code is 1 if anything is wrong.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { uploads: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  });
  const [uploads, seed] = [Number(values.uploads), Number(values.seed)];
  const dataFolder = await mkdtemp(join(tmpdir(), 'eingang-kill-'));
  const config = loadConfig({ EINGANG_DATA: dataFolder, EINGANG_LOG_LEVEL: 'error' });
  const service = new KillableService(dataFolder, await freePort());
  const random = new RandomKills(service, { pauseMs, nodeAlone: 0.5, seed });
  const breakOff = new BreakOff(longestMinutes);
  const work = async () => {
    const town = await withInstallation(config, poolSize, prepare);
    await service.start();
    random.start((error) => breakOff.because(error));
    const receipts = await sendAll(service.url, town.keys.deliver, uploads);
    await random.stop();
    const kills = { node: random.count('node'), nodeAndPostgres: random.count('nodeAndPostgres') };
    return { uploads, seed, kills, ...(await takeStock(config, town, receipts, kills)) };
  };
  try {
    const figures = await breakOff.orResultOf(work());
    console.log(JSON.stringify(figures));
    return figures.wrong.length === 0 ? 0 : 1;
  } finally {
    await service.stop();
    await random.stop();
    await removeEmbeddedPostgres(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

const prepare = ({ lookup, door, passwords, clock, ids, keyedHash, secrets }: Ports): Promise<SetUpTown> =>
  setUpTown(
    {
      createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
      administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
      administerRoutingRules: new AdministerRoutingRules(door, clock, ids),
      administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
      tenantSettings: new TenantSettings(door, clock),
      proposeSetting: new ProposeSetting(door, clock, ids, secrets, keyedHash),
    },
    new Date(clock.now().getTime() + 24 * 60 * 60 * 1000),
  );

/** How often each kind of kill has happened. */
interface Kills {
  node: number;
  nodeAndPostgres: number;
}

/** Each upload is repeated under its key until it is acknowledged, as a careful sender does. */
async function sendAll(url: string, key: string, uploads: number): Promise<readonly DemoReceipt[]> {
  const [template] = await demoInvoices();
  if (!template) throw new Error('there is no demo invoice to send');
  const client = new ServiceClient(url).withKey(key);
  const receipts: DemoReceipt[] = [];
  let next = 0;
  const supplier = async (): Promise<void> => {
    while (next < uploads) {
      const number = (next += 1);
      const file = { ...template, bytes: numbered(template, number) };
      receipts.push(await untilAcknowledged(() => client.deliver(file, `kill-${number}`)));
    }
  };
  await Promise.all(Array.from({ length: suppliers }, supplier));
  return receipts;
}

async function untilAcknowledged(send: () => Promise<DemoReceipt>): Promise<DemoReceipt> {
  const giveUpAt = Date.now() + longestWaitMs;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await pause(50);
    }
  }
}

/** The template under another number (BT-1), so that no two uploads are the same invoice. */
const numbered = (template: DemoFile, number: number): Uint8Array =>
  Buffer.from(Buffer.from(template.bytes).toString('utf8').replace('RS-2026-0311', `RS-2026-K${number}`));

/** What is there in the end, and what should not be so. */
async function takeStock(config: Config, town: SetUpTown, receipts: readonly DemoReceipt[], kills: Kills) {
  return withInstallation(config, poolSize, async (ports, appUrl) => {
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    try {
      await client.query(`SELECT set_config('app.tenant', $1, false)`, [town.tenantId]);
      await waitUntilProcessed(client);
      const counts = await countAll(client, receipts);
      await new SealAuditLog(ports.ledger, ports.signer, ports.anchor, ports.clock).seal();
      const { lookup, auditReader, ledger, signer, anchor, documents } = ports;
      const proof = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
      const checks: readonly (readonly [string, boolean])[] = [
        ['an acknowledged delivery is missing', counts.acknowledgedDeliveries === receipts.length],
        ['an acknowledged invoice is missing', counts.acknowledgedInvoices === receipts.length],
        ['a delivery was stored twice', counts.deliveries === receipts.length],
        ['an invoice was made twice', counts.invoices === receipts.length],
        ['an invoice was processed twice or not at all', counts.conclusions === receipts.length],
        ['an invoice was not routed, although nothing is wrong with it', counts.routed === receipts.length],
        ['a kind of kill did not happen: send more', kills.node > 0 && kills.nodeAndPostgres > 0],
        ['the audit log has problems', proof.problems.length === 0 && proof.unsealedEvents === 0],
      ];
      const wrong = checks.flatMap(([what, holds]) => (holds ? [] : [what]));
      return { ...counts, events: proof.events, seals: proof.seals, problems: proof.problems.length, wrong };
    } finally {
      await client.end();
    }
  });
}

async function waitUntilProcessed(client: pg.Client): Promise<void> {
  const giveUpAt = Date.now() + longestWaitMs;
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM eingang.invoice WHERE state = 'received'`,
    );
    if (rows[0]?.waiting === 0) return;
    if (Date.now() > giveUpAt) throw new Error(`${rows[0]?.waiting} invoices are still waiting`);
    await pause(200);
  }
}

async function countAll(client: pg.Client, receipts: readonly DemoReceipt[]) {
  const numbers = receipts.map((receipt) => receipt.number);
  const invoiceIds = receipts.flatMap((receipt) => receipt.parts.map((part) => part.invoiceId));
  const { rows } = await client.query<
    Record<
      | 'acknowledgedDeliveries'
      | 'acknowledgedInvoices'
      | 'deliveries'
      | 'invoices'
      | 'conclusions'
      | 'routed'
      | 'repeatedAttempts',
      number
    >
  >(
    `SELECT (SELECT count(*)::integer FROM eingang.delivery WHERE number = ANY($1)) AS "acknowledgedDeliveries",
            (SELECT count(*)::integer FROM eingang.invoice WHERE id = ANY($2)) AS "acknowledgedInvoices",
            (SELECT count(*)::integer FROM eingang.delivery) AS deliveries,
            (SELECT count(*)::integer FROM eingang.invoice) AS invoices,
            (SELECT count(*)::integer FROM eingang.audit_event WHERE subject_kind = 'invoice' AND event <> 'invoice.received') AS conclusions,
            (SELECT count(*)::integer FROM eingang.invoice WHERE state = 'routed') AS routed,
            (SELECT count(*)::integer FROM eingang.invoice WHERE attempts > 1) AS "repeatedAttempts"`,
    [numbers, invoiceIds],
  );
  const [counts] = rows;
  if (!counts) throw new Error('nothing was counted');
  return counts;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
