import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
import { AdministerRoutingRules } from '../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { ProposeSetting } from '../src/pipeline/propose-setting.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import { AnswerSink } from './answer-sink.js';
import { BreakOff } from './break-off.js';
import { dovecotProgram, TestDovecot } from './dovecot.js';
import { RandomKills } from './kill-at-random.js';
import { freePort, KillableService } from './killable-service.js';
import { countMails, faultsOf, plannedAnswers, type MailFigures } from './mail-figures.js';
import { explainRepeats } from './repeated-answers.js';

/** Long enough to come up and begin, short enough to be hit in the middle of a mail. */
const pauseMs = { least: 1_000, most: 10_000 } as const;
const nodeAlone = 0.75;

/** Every so many answers node is killed right after the server's 250: chance hits that moment too seldom. */
const aimedEvery = 25;

/** So that mails come while the service is up, down and coming up. */
const betweenMailsMs = 150;

/** Connections of this program, beside the service's. */
const poolSize = 4;

/** After the last kill: an answer that was under way is tried again after its lease of five minutes. */
const settlingMs = 12 * 60_000;

const lookEveryMs = 500;
const address = 'rechnung@auenfurt.example';
const user = 'rechnung';

interface Plan {
  readonly mails: number;
  readonly seed: number;
  readonly minutes: number;
  /** File for what the service logs. */
  readonly log: string | null;
}

/** What a run works with. */
interface Stage {
  readonly config: Config;
  readonly tenantId: string;
  readonly service: KillableService;
  readonly kills: RandomKills;
  readonly dovecot: TestDovecot;
  readonly sink: AnswerSink;
  readonly signal: AbortSignal;
}

/**
 * Puts mails into a real mailbox while the service is killed again and again, restarts the IMAP server in between and
 * gives the mailbox another UIDVALIDITY. Prints one line of JSON; the exit code is 1 if a mail was lost or came twice.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      mails: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '60' },
      log: { type: 'string' },
    },
  });
  const { mails, seed, minutes, log = null } = values;
  if (!existsSync(dovecotProgram)) throw new Error(`${dovecotProgram} is not there: install dovecot-imapd.`);
  return withStage({ mails: Number(mails), seed: Number(seed), minutes: Number(minutes), log });
}

/** Sets everything up and clears it away, however the run ends. */
async function withStage(plan: Plan): Promise<number> {
  const { seed, minutes, log } = plan;
  const breakOff = new BreakOff(minutes);
  const dataFolder = await mkdtemp(join(tmpdir(), 'eingang-mail-'));
  const config = loadConfig({ EINGANG_DATA: dataFolder, EINGANG_LOG_LEVEL: 'error' });
  const dovecot = await TestDovecot.start();
  const sink = new AnswerSink((count) => void (count % aimedEvery === 0 && kills.now()));
  const settings = { SMTP_URL: await sink.start(), EINGANG_MAIL_FROM: address };
  const service = new KillableService(dataFolder, await freePort(), settings, log);
  const kills = new RandomKills(service, { pauseMs, nodeAlone, seed });
  const { signal } = breakOff;
  const work = async () => {
    const tenantId = await withInstallation(config, poolSize, (ports) => prepare(ports, dovecot.port));
    await service.start();
    kills.start((error) => breakOff.because(error));
    return underKills({ config, tenantId, service, kills, dovecot, sink, signal }, plan);
  };
  try {
    const figures = await breakOff.orResultOf(work());
    console.log(JSON.stringify(figures));
    return figures.wrong.length === 0 ? 0 : 1;
  } finally {
    await service.stop();
    await kills.stop();
    await dovecot.remove();
    await sink.stop();
    await removeEmbeddedPostgres(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function prepare(ports: Ports, imapPort: number): Promise<string> {
  const { lookup, door, passwords, clock, ids, keyedHash, secrets, hosts } = ports;
  const town = await setUpTown(
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
  const by = {
    tenantId: town.tenantId,
    personId: town.personIds.get('admin') ?? '',
    idempotencyKey: 'mailbox',
  };
  // Nobody has to be woken: the service is not running yet.
  const queue = { wake: () => Promise.resolve(), listen: none, check: none, close: none };
  value(
    await new AdministerMailboxes(door, queue, secrets, clock, ids, keyedHash, hosts).open(by, {
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

/** The run itself: kills, mails, the restart half-way, and then quiet until everything is done. */
async function underKills(stage: Stage, { mails, seed }: Plan) {
  const { service, kills, dovecot, signal } = stage;
  const began = Date.now();
  const half = Math.floor(mails / 2);
  await putIn(dovecot.port, 1, half, signal);
  // Some of them are to be known by then, others not.
  await untilUnread(dovecot, Math.floor(mails / 4), signal);
  await dovecot.stop();
  await dovecot.start();
  dovecot.renewUidValidity(user, 77_000_000 + seed);
  await putIn(dovecot.port, half + 1, mails, signal);
  await untilUnread(dovecot, 0, signal);
  await kills.stop();
  const killed = { node: kills.count('node'), nodeAndPostgres: kills.count('nodeAndPostgres') };
  const { endedByItself } = service;
  const { repeats, ...found } = await takeStock(stage, mails);
  const stopMs = await service.stop();
  const checks: readonly (readonly [string, boolean])[] = [
    ['a kind of kill did not happen: send more', killed.node > 0 && killed.nodeAndPostgres > 0],
    ['the service has ended although nobody had killed it', endedByItself === 0],
    ['the service did not stop in order', stopMs !== null],
  ];
  const wrong = [...found.wrong, ...repeats.wrong, ...checks.flatMap(([what, holds]) => (holds ? [] : [what]))];
  return {
    ...{ asked: mails, seed, faults: { ...killed, imapRestarts: 1, renewedUidValidity: 1 } },
    ...{ seconds: Math.round((Date.now() - began) / 1000), stopMs, endedByItself, ...found },
    ...{ answersTaken: stage.sink.taken.length, repeatsExplained: repeats.explained, wrong },
  };
}

/** Waits until nothing is left to be done, and says what is there and what should not be so. */
async function takeStock({ config, tenantId, sink, kills, signal }: Stage, mails: number) {
  return withInstallation(config, poolSize, async (ports, appUrl) => {
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    try {
      await client.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId]);
      const figures = await untilDone(client, mails, signal);
      const repeats = explainRepeats(sink.taken, await plannedAnswers(client), kills.all);
      const { lookup, auditReader, ledger, signer, anchor, documents, clock } = ports;
      await new SealAuditLog(ledger, signer, anchor, clock).seal();
      const proof = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
      const wrong = [...faultsOf(figures, mails), ...proof.problems.map((problem) => JSON.stringify(problem))];
      return { ...figures, events: proof.events, seals: proof.seals, repeats, wrong };
    } finally {
      await client.end();
    }
  });
}

/** Appends mails by IMAP, each with an invoice of its own from an address of its own. */
async function putIn(port: number, first: number, last: number, signal: AbortSignal): Promise<void> {
  const [template] = await demoInvoices();
  if (!template) throw new Error('there is no demo invoice to send');
  const auth = { user, pass: 'geheim' };
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth, logger: false });
  await client.connect();
  for (let number = first; number <= last; number += 1) {
    await client.append('INBOX', mailWith(template, number));
    await pause(betweenMailsMs, undefined, { signal });
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
async function untilUnread(dovecot: TestDovecot, atMost: number, signal: AbortSignal): Promise<void> {
  while (dovecot.count(user).unseen > atMost) await pause(lookEveryMs, undefined, { signal });
}

/** The figures once nothing is wrong with them, or what they are when the time is up. */
async function untilDone(client: pg.Client, mails: number, signal: AbortSignal): Promise<MailFigures> {
  const giveUpAt = Date.now() + settlingMs;
  for (;;) {
    const figures = await countMails(client);
    if (faultsOf(figures, mails).length === 0 || Date.now() > giveUpAt) return figures;
    await pause(lookEveryMs, undefined, { signal });
  }
}
