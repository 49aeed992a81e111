import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ImapFlow } from 'imapflow';
import pg from 'pg';
import { demoInvoices, type DemoFile } from '../demo/make-invoices.js';
import { setUpTown, value } from '../demo/set-up-town.js';
import { removeEmbeddedPostgres } from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { loadConfig, type Config } from '../src/config.js';
import type { Ports } from '../src/modules/open-ports.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { AdministerMailboxes } from '../src/pipeline/administer-mailboxes.js';
import { AdministerPeople } from '../src/pipeline/administer-people.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import { AnswerSink } from './answer-sink.js';
import { dovecotProgram, TestDovecot } from './dovecot.js';
import { freePort, KillableService } from './killable-service.js';
import { countMails, faultsOf, type MailFigures } from './mail-figures.js';

/** Moments between two kills: long enough to come up and begin, short enough to be hit in the middle of a mail. */
const pauseMs = { least: 1_500, most: 7_000 } as const;

/** So that mails come while the service is up, down and coming up. */
const betweenMailsMs = 150;

/** Connections of this program, beside the service's. */
const poolSize = 4;

const longestWaitMs = 30 * 60_000;
const address = 'rechnung@auenfurt.example';
const user = 'rechnung';

/**
 * Puts mails into a real mailbox while the service is killed again and again, restarts the IMAP server in between and
 * gives the mailbox another UIDVALIDITY. Prints one line of JSON; the exit code is 1 if a mail was lost or came twice.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { mails: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  });
  const [mails, seed] = [Number(values.mails), Number(values.seed)];
  if (!existsSync(dovecotProgram)) throw new Error(`${dovecotProgram} is not there: install dovecot-imapd.`);
  const dataFolder = await mkdtemp(join(tmpdir(), 'eingang-mail-'));
  const [dovecot, sink] = [await TestDovecot.start(), new AnswerSink()];
  const smtp = await sink.start();
  const config = loadConfig({ EINGANG_DATA: dataFolder, EINGANG_LOG_LEVEL: 'error' });
  const service = new KillableService(dataFolder, await freePort(), { SMTP_URL: smtp, EINGANG_MAIL_FROM: address });
  try {
    const tenantId = await withInstallation(config, poolSize, (ports) => prepare(ports, dovecot.port));
    await service.start();
    const figures = await underKills(config, tenantId, service, dovecot, { mails, seed });
    const answers = answersOf(sink, figures);
    const wrong = [...faultsOf(figures, mails), ...answers.wrong, ...figures.auditFaults];
    console.log(JSON.stringify({ ...figures, ...answers, wrong }));
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await service.stop();
    await removeEmbeddedPostgres(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
    await sink.stop();
    await dovecot.remove();
  }
}

async function prepare(ports: Ports, imapPort: number): Promise<string> {
  const { lookup, door, passwords, clock, ids, keyedHash, secrets } = ports;
  const town = await setUpTown(
    {
      createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
      administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
      administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
      tenantSettings: new TenantSettings(door, clock),
    },
    new Date(clock.now().getTime() + 24 * 60 * 60 * 1000),
  );
  const by = {
    tenantId: town.tenantId,
    personId: town.personIds.get('admin') ?? '',
    idempotencyKey: 'mailbox',
  };
  // Nobody has to be woken: the service is not running yet.
  const queue = { wake: () => Promise.resolve(), listen: none, check: none, close: none };
  value(
    await new AdministerMailboxes(door, queue, secrets, clock, ids, keyedHash).open(by, {
      ...{ name: 'Rechnungen', address, isRelay: false, answers: true, secret: { imap: 'geheim', smtp: null } },
      settings: {
        imap: {
          ...{ host: '127.0.0.1', port: imapPort, security: 'none', user, auth: 'password', folder: 'INBOX' },
          ...{ afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
        },
        smtp: null,
      },
    }),
  );
  return town.tenantId;
}

const none = (): Promise<void> => Promise.resolve();

interface Faults {
  node: number;
  nodeAndPostgres: number;
  imapRestarts: number;
}

/** The run itself: kills, mails, the restart half-way, and then quiet until everything is done. */
async function underKills(
  config: Config,
  tenantId: string,
  service: KillableService,
  dovecot: TestDovecot,
  { mails, seed }: { readonly mails: number; readonly seed: number },
) {
  const began = Date.now();
  const faults: Faults = { node: 0, nodeAndPostgres: 0, imapRestarts: 0 };
  const killing = { over: false };
  const kills = killAtRandom(service, faults, killing, randomFrom(seed));
  await putIn(dovecot.port, 1, Math.floor(mails / 2));
  // Some of them are to be known by then, others not.
  await untilSettled(dovecot, Math.floor(mails / 4));
  await dovecot.stop();
  await dovecot.start();
  dovecot.renewUidValidity(user, 77_000_000 + seed);
  faults.imapRestarts += 1;
  await putIn(dovecot.port, Math.floor(mails / 2) + 1, mails);
  await untilSettled(dovecot);
  killing.over = true;
  await kills;
  const counted = await withInstallation(config, poolSize, async (ports, appUrl) => {
    const figures = await untilDone(appUrl, tenantId, mails);
    const { lookup, auditReader, ledger, signer, anchor, documents, clock } = ports;
    await new SealAuditLog(ledger, signer, anchor, clock).seal();
    const proof = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
    return { ...figures, auditFaults: proof.problems.map((problem) => JSON.stringify(problem)) };
  });
  return { asked: mails, seed, faults, seconds: Math.round((Date.now() - began) / 1000), ...counted };
}

async function killAtRandom(
  service: KillableService,
  faults: Faults,
  killing: { readonly over: boolean },
  random: () => number,
): Promise<void> {
  while (!killing.over) {
    await pause(pauseMs.least + random() * (pauseMs.most - pauseMs.least));
    if (killing.over) return;
    if (random() < 0.75) {
      await service.killNode();
      faults.node += 1;
    } else {
      await service.killNodeAndPostgres();
      faults.nodeAndPostgres += 1;
    }
    await service.start();
  }
}

/** Appends mails by IMAP, each with an invoice of its own from an address of its own. */
async function putIn(port: number, first: number, last: number): Promise<void> {
  const [template] = await demoInvoices();
  if (!template) throw new Error('there is no demo invoice to send');
  const auth = { user, pass: 'geheim' };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  for (let number = first; number <= last; number += 1) {
    await client.append('INBOX', mailWith(template, number));
    await pause(betweenMailsMs);
  }
  await client.logout();
}

function mailWith(template: DemoFile, number: number): string {
  const xml = Buffer.from(template.bytes).toString('utf8').replace('RS-2026-0311', `RS-2026-M${number}`);
  const base64 = Buffer.from(xml).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    `From: Lieferant ${number} <lieferant-${number}@handwerk-${number}.example>`,
    `To: ${address}`,
    `Subject: Rechnung ${number}`,
    `Message-ID: <mail-${number}@handwerk-${number}.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=grenze',
    '',
    '--grenze',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Guten Tag, anbei unsere Rechnung.',
    '--grenze',
    `Content-Type: ${template.mediaType}; name=rechnung-${number}.xml`,
    `Content-Disposition: attachment; filename=rechnung-${number}.xml`,
    'Content-Transfer-Encoding: base64',
    '',
    base64,
    '--grenze--',
    '',
  ].join('\r\n');
}

/** What is marked has been committed before. */
async function untilSettled(dovecot: TestDovecot, allBut = 0): Promise<void> {
  const giveUpAt = Date.now() + longestWaitMs;
  while (dovecot.count(user).unseen > allBut) {
    if (Date.now() > giveUpAt) throw new Error('mails are still unread in the mailbox');
    await pause(500);
  }
}

async function untilDone(appUrl: string, tenantId: string, mails: number): Promise<MailFigures> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
    const giveUpAt = Date.now() + 5 * 60_000;
    for (;;) {
      const figures = await countMails(client);
      if (faultsOf(figures, mails).length === 0 || Date.now() > giveUpAt) return figures;
      await pause(500);
    }
  } finally {
    await client.end();
  }
}

/** An answer may come twice only where the service was killed between the server's 250 and its own commit: under the same id. */
function answersOf(sink: AnswerSink, figures: MailFigures & { readonly faults: Faults }) {
  const counts = [...sink.byMessageId.values()];
  const repeats = counts.reduce((sum, count) => sum + count - 1, 0);
  const kills = figures.faults.node + figures.faults.nodeAndPostgres;
  const checks: readonly (readonly [string, boolean])[] = [
    ['an answer that was planned has not arrived, or one that was not has', counts.length === figures.answersPlanned],
    ['an answer bears no Message-ID', !sink.byMessageId.has('none')],
    ['answers came again more often than the service was killed', repeats <= kills],
  ];
  const wrong = checks.flatMap(([what, holds]) => (holds ? [] : [what]));
  return { answersArrived: counts.length, answersRepeatedUnderTheSameId: repeats, wrong };
}

/** A small generator (mulberry32), so that a seed gives the same moments again. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
