import type { Ports } from '../src/modules/open-ports.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { tellWhyNot } from '../src/modules/run-service.js';
import { startEingang } from '../src/modules/start-eingang.js';
import { loadConfig, readEnvironment, type Config } from '../src/config.js';
import { AdministerPeople } from '../src/pipeline/administer-people.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { SealAuditLog } from '../src/pipeline/seal-audit-log.js';
import { VerifyAuditLog } from '../src/pipeline/verify-audit-log.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { recall, remember, type DemoTown } from './demo-memory.js';
import type { DemoFileName } from './expected-outcomes.js';
import { demoInvoices, type DemoFile } from './make-invoices.js';
import { differencesOf, tableOf, type Outcome, type Row } from './outcome-table.js';
import { ServiceClient, type DemoInvoice } from './service-client.js';
import { setUpTown } from './set-up-town.js';
import { playStory, story } from './story.js';
import { people, tenant } from './town.js';
import { whereToLook } from './where-to-look.js';

/** Everybody in the demonstration signs in with this; it is printed, and the service listens on this machine only. */
const password = 'auenfurt-am-rhein';
/** Connections of the demonstration itself, beside the service's. */
const poolSize = 4;
const longestWaitMs = 180_000;

const tell = (sentence: string): void => console.log(sentence);

const once = process.argv.includes('--once');

/** 128 and the number of SIGINT, as shells have it. */
const interrupted = 130;

/** A second signal finds no listener and ends the process at once. */
const stop = new AbortController();
const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

async function demonstrate(config: Config): Promise<number> {
  tell(`Eingang is starting; data lie in ${config.dataFolder}`);
  const service = await startEingang(config);
  try {
    const memory = await recall(config.dataFolder);
    const startAnew = `Remove ${config.dataFolder} (or set EINGANG_DATA) and start again.`;
    if (memory && !memory.finished) {
      tell(`This data folder holds a demonstration that was interrupted. ${startAnew}`);
      return 1;
    }
    const shown = await untilStopped(() =>
      withInstallation(config, poolSize, (ports) =>
        memory ? revisit(service.url, memory, ports) : perform(config, service.url, ports),
      ),
    );
    if (shown === null) {
      tell(memory ? 'Stopped.' : `Stopped in the middle of the first set-up. ${startAnew}`);
      return interrupted;
    }
    if (!once) {
      tell(whereToLook(service.url, password, shown.keys));
      await stopped;
    }
    return shown.right ? 0 : 1;
  } finally {
    await service.close();
  }
}

/** What was shown, or null as soon as somebody wants the demonstration to end; what is under way then comes to nothing. */
async function untilStopped(show: () => Promise<Shown>): Promise<Shown | null> {
  return stop.signal.aborted ? null : Promise.race([show(), stopped.then(() => null)]);
}

interface Shown {
  /** Everything was as it should be. */
  readonly right: boolean;
  readonly keys: DemoTown['keys'];
}

/** The first start: town, invoices, story, table, proof. */
async function perform(config: Config, url: string, ports: Ports): Promise<Shown> {
  // Before anything is made: whatever ends this start half-way, the next one knows.
  await remember(config.dataFolder, { finished: false });
  const memory = await setUp(ports);
  const client = new ServiceClient(url, stop.signal);
  const finance = client.withKey(memory.keys.finance);
  const files = await demoInvoices();
  const outcomes: Outcome[] = [];
  for (const wave of [1, 2]) {
    const sent = await sendAll(
      client.withKey(memory.keys.deliver),
      files.filter((file) => file.wave === wave),
    );
    const what = wave === 1 ? 'files' : 'files that depend on them';
    tell(`${sent.length} ${what} sent, waiting until they are read, judged and routed`);
    for (const one of sent) {
      memory.invoiceIds[one.file.fileName] = one.invoiceId;
      outcomes.push(await outcomeOf(finance, one, memory));
    }
  }
  const oneTime = memory.passwords;
  const signedIn = new Map<string, Promise<ServiceClient>>();
  const as = (login: string): Promise<ServiceClient> => {
    const known = signedIn.get(login) ?? client.signIn(tenant.slug, login, oneTime[login] ?? '', password);
    signedIn.set(login, known);
    return known;
  };
  for (const { login } of people) await as(login);
  await playStory({
    as,
    finance,
    invoiceIds: idsOf(memory),
    departmentIds: new Map(Object.entries(memory.departmentIds)),
    tell,
  });
  const right = await tellOutcomes(finance, outcomes, memory);
  const proved = await prove(ports);
  await remember(config.dataFolder, { ...memory, finished: true });
  return { right: right && proved, keys: memory.keys };
}

/** A later start: nothing is made, everything is still there. */
async function revisit(url: string, memory: DemoTown, ports: Ports): Promise<Shown> {
  tell('This data folder holds a demonstration already: everything is kept, nothing is created.');
  const finance = new ServiceClient(url, stop.signal).withKey(memory.keys.finance);
  const files = await demoInvoices();
  const outcomes = files.map((file) => ({ file, invoiceId: memory.invoiceIds[file.fileName] ?? '', differences: [] }));
  tell(await currentTable(finance, outcomes, memory));
  return { right: await prove(ports), keys: memory.keys };
}

async function setUp(ports: Ports): Promise<DemoTown> {
  const { door, lookup, passwords, clock, ids, keyedHash } = ports;
  const nextYear = new Date(clock.now().getTime() + 365 * 24 * 60 * 60 * 1000);
  const town = await setUpTown(
    {
      createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
      administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
      administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
      tenantSettings: new TenantSettings(door, clock),
    },
    nextYear,
  );
  stop.signal.throwIfAborted();
  tell(
    `${tenant.name} is set up: ${town.departmentIds.size} departments, ${town.personIds.size} people, every grant confirmed by a second person`,
  );
  return {
    passwords: Object.fromEntries(town.passwords),
    keys: town.keys,
    departmentIds: Object.fromEntries(town.departmentIds),
    invoiceIds: {},
  };
}

interface SentFile {
  readonly file: DemoFile;
  readonly invoiceId: string;
  readonly repeat: boolean;
}

async function sendAll(supplier: ServiceClient, files: readonly DemoFile[]): Promise<readonly SentFile[]> {
  const sent: SentFile[] = [];
  for (const file of files) {
    const { parts } = await supplier.deliver(file, `demo-${file.fileName}`);
    const [part] = parts;
    if (part) sent.push({ file, invoiceId: part.invoiceId, repeat: part.fate === 'repeat' });
  }
  return sent;
}

/** What became of a file after intake, before any person has touched it. */
async function outcomeOf(finance: ServiceClient, sent: SentFile, memory: DemoTown): Promise<Outcome> {
  const { file, invoiceId, repeat } = sent;
  const invoice = await waitUntilProcessed(finance, invoiceId);
  const department = departmentOf(invoice, memory);
  const rules = await finance.fatalRules(invoiceId);
  return { file, invoiceId, differences: differencesOf(file, { invoice, department, rules, repeat }) };
}

async function waitUntilProcessed(finance: ServiceClient, id: string): Promise<DemoInvoice> {
  const giveUpAt = Date.now() + longestWaitMs;
  for (;;) {
    const invoice = await finance.invoice(id);
    if (invoice.state !== 'received') return invoice;
    if (Date.now() > giveUpAt) throw new Error(`invoice ${id} is still waiting after ${longestWaitMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const departmentOf = (invoice: DemoInvoice, memory: DemoTown): string | null =>
  Object.entries(memory.departmentIds).find(([, id]) => id === invoice.departmentId)?.[0] ?? null;

const idsOf = (memory: DemoTown): ReadonlyMap<DemoFileName, string> =>
  new Map(story.map(({ file }) => [file, memory.invoiceIds[file] ?? '']));

/** Prints the table as things stand now, and what is not as the fixtures say. */
async function tellOutcomes(finance: ServiceClient, outcomes: readonly Outcome[], memory: DemoTown): Promise<boolean> {
  const problems = outcomes.flatMap(({ file, differences }) =>
    differences.map((difference) => `${file.fileName}: ${difference}`),
  );
  for (const { file, endsIn } of story) {
    const { state } = await finance.invoice(memory.invoiceIds[file] ?? '');
    if (state !== endsIn) problems.push(`${file}: ended in ${state}, should be ${endsIn}`);
  }
  tell(`\n${await currentTable(finance, outcomes, memory)}\n`);
  for (const problem of problems) tell(`NOT AS EXPECTED  ${problem}`);
  return problems.length === 0;
}

async function currentTable(finance: ServiceClient, outcomes: readonly Outcome[], memory: DemoTown): Promise<string> {
  const rows: Row[] = [];
  for (const outcome of outcomes) {
    const invoice = await finance.invoice(outcome.invoiceId);
    rows.push({
      ...outcome,
      invoice,
      department: departmentOf(invoice, memory),
      rules: await finance.fatalRules(invoice.id),
    });
  }
  return tableOf(rows);
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

async function prove({ ledger, signer, anchor, clock, lookup, auditReader, documents }: Ports): Promise<boolean> {
  await new SealAuditLog(ledger, signer, anchor, clock).seal();
  const found = await new VerifyAuditLog(lookup, auditReader, ledger, signer, anchor, documents).verify();
  tell(
    `The audit log: ${found.events} events in ${found.chains} chains, ${counted(found.seals, 'seal')}, ${found.originals} originals; ` +
      `${counted(found.problems.length, 'problem')}, ${found.unsealedEvents} events not yet sealed.`,
  );
  for (const problem of found.problems) tell(`PROBLEM  ${JSON.stringify(problem)}`);
  return found.problems.length === 0;
}

try {
  process.exitCode = await demonstrate(loadConfig({ EINGANG_LOG_LEVEL: 'warn', ...readEnvironment() }));
} catch (error) {
  process.exitCode = tellWhyNot(error, (sentence) => console.error(sentence));
}
