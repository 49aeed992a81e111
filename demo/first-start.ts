import { AdministerPeople } from '../src/pipeline/administer-people.js';
import { AdministerRoutingRules } from '../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { ProposeSetting } from '../src/pipeline/propose-setting.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { chartCsv } from './chart.js';
import { remember, type DemoTown } from './demo-memory.js';
import { outcomeOf, uploadAll, type SentFile } from './intake.js';
import { password } from './mail/mail-lines.js';
import { demoInvoices } from './make-invoices.js';
import type { Outcome } from './outcome-table.js';
import { checkAnswers, sendSendings } from './send-sendings.js';
import { demoSendings } from './sendings.js';
import { ServiceClient } from './service-client.js';
import { setUpTown } from './set-up-town.js';
import { prove, tellHowThingsStand, type Shown } from './show.js';
import type { Stage } from './stage.js';
import { playStory, story } from './story.js';
import { openTownMailbox } from './town-mailbox.js';
import { people, tenant } from './town.js';

/** The first start: town, mailbox, invoices by every channel, story, tables, proof. */
export async function firstStart(stage: Stage): Promise<Shown> {
  const { dataFolder, url, post, tell } = stage;
  // Before anything is made: whatever ends this start half-way, the next one knows.
  await remember(dataFolder, { finished: false });
  const memory = await setUp(stage);
  const client = new ServiceClient(url, stage.stop);
  const finance = client.withKey(memory.keys.finance);
  const as = signedIn(client, memory.passwords);
  for (const { login } of people) await as(login);
  await openTownMailbox(await as('admin'), post.lines.town);
  await (
    await as('admin')
  ).openChart(...([stage.ports.clock.now().getUTCFullYear(), chartCsv, await as('admin2')] as const));
  tell(
    `${people.length} people have their own passwords; the town's mailbox is watched, its chart of accounts imported`,
  );
  const complain = (problems: readonly string[]) => problems.map((one) => tell(`NOT AS EXPECTED  ${one}`)).length;
  const { outcomes, problems } = await takeIn(stage, client, memory, await as('pruefung'));
  const early = complain(problems);
  await playStory({
    ...{ as, finance, tell, days: stage.days },
    invoiceIds: new Map(Object.entries(memory.invoiceIds)),
    departmentIds: new Map(Object.entries(memory.departmentIds)),
  });
  const answers = await checkAnswers(await demoSendings(), post);
  await tellHowThingsStand(stage, finance, outcomes, memory);
  const late = complain([...(await endings(finance, memory)), ...answers]);
  const proved = await prove(stage);
  await remember(dataFolder, { ...memory, finished: true });
  return { right: early + late === 0 && proved, keys: memory.keys };
}

async function setUp({ ports, stop, tell }: Stage): Promise<DemoTown> {
  const { door, lookup, passwords, clock, ids, keyedHash, secrets } = ports;
  const nextYear = new Date(clock.now().getTime() + 365 * 24 * 60 * 60 * 1000);
  const town = await setUpTown(
    {
      createTenant: new CreateTenant(lookup, door, passwords, clock, ids),
      administerTenant: new AdministerTenant(door, clock, ids, keyedHash),
      administerRoutingRules: new AdministerRoutingRules(door, clock, ids),
      administerPeople: new AdministerPeople(door, passwords, clock, ids, keyedHash),
      tenantSettings: new TenantSettings(door, clock),
      proposeSetting: new ProposeSetting(door, clock, ids, secrets, keyedHash),
    },
    nextYear,
  );
  stop.throwIfAborted();
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

/** Signs people in, each once. */
function signedIn(client: ServiceClient, oneTime: DemoTown['passwords']) {
  const known = new Map<string, Promise<ServiceClient>>();
  return (login: string): Promise<ServiceClient> => {
    const session = known.get(login) ?? client.signIn(tenant.slug, login, oneTime[login] ?? '', password);
    known.set(login, session);
    return session;
  };
}

/** Everything comes in: by API in two waves, then by mail and over the counter. */
async function takeIn(stage: Stage, client: ServiceClient, memory: DemoTown, reader: ServiceClient) {
  const finance = client.withKey(memory.keys.finance);
  const outcomes: Outcome[] = [];
  const waitFor = async (sent: readonly SentFile[]): Promise<void> => {
    for (const one of sent) {
      memory.invoiceIds[one.file.fileName] = one.invoiceId;
      outcomes.push(await outcomeOf(finance, one, memory));
    }
  };
  const files = await demoInvoices(stage.days);
  for (const wave of [1, 2]) {
    const inWave = files.filter((file) => file.wave === wave);
    const sent = await uploadAll(client.withKey(memory.keys.deliver), inWave);
    const what = wave === 1 ? 'files' : 'files that depend on them';
    stage.tell(`${sent.length} ${what} sent by API, waiting until they are read, judged and routed`);
    await waitFor(sent);
  }
  const sendings = await demoSendings(stage.days);
  const mails = sendings.filter(({ channel }) => channel === 'mail').length;
  stage.tell(`${mails} mails sent, ${sendings.length - mails} deliveries brought to the counter, waiting for answers`);
  const { sent, problems } = await sendSendings(sendings, client, reader, stage.post);
  await waitFor(sent);
  const differences = outcomes.flatMap(({ file, differences }) => differences.map((one) => `${file.fileName}: ${one}`));
  return { outcomes, problems: [...problems, ...differences] };
}

/** What has not ended as the story says. */
async function endings(finance: ServiceClient, memory: DemoTown): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { file, endsIn, clarification = null } of story) {
    const { state, clarificationReason } = await finance.invoice(memory.invoiceIds[file] ?? '');
    if (state !== endsIn) problems.push(`${file}: ended in ${state}, should be ${endsIn}`);
    if (clarification !== null && clarificationReason !== clarification)
      problems.push(`${file}: waits because of ${String(clarificationReason)}, should be ${clarification}`);
  }
  return problems;
}
