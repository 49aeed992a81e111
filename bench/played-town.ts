import type { DemoFileName } from '../demo/expected-outcomes.js';
import { demoInvoices } from '../demo/make-invoices.js';
import { ServiceClient } from '../demo/service-client.js';
import { setUpTown, type SetUpTown } from '../demo/set-up-town.js';
import { tenant } from '../demo/town.js';
import type { Ports } from '../src/modules/open-ports.js';
import { AdministerPeople } from '../src/pipeline/administer-people.js';
import { AdministerRoutingRules } from '../src/pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../src/pipeline/create-tenant.js';
import { ProposeSetting } from '../src/pipeline/propose-setting.js';
import { TenantSettings } from '../src/pipeline/tenant-settings.js';
import type { Addresses } from './every-page.js';

const lookEveryMs = 50;
const longestWaitMs = 120_000;

/** The demonstration's town, its keys valid for a day. */
export function setUp({ door, lookup, passwords, clock, ids, keyedHash, secrets }: Ports): Promise<SetUpTown> {
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

/** Who has done what before the pages are looked at. */
const story: readonly (readonly [file: DemoFileName, login: string, action: string])[] = [
  ['01-it-wartung-ubl.xml', 'hanna', 'claim'],
  ['01-it-wartung-ubl.xml', 'hanna', 'confirmFactual'],
  ['01-it-wartung-ubl.xml', 'henrik', 'confirmArithmetical'],
  ['01-it-wartung-ubl.xml', 'amtsleitung', 'order'],
  ['05-buerobedarf-cii.xml', 'sofia', 'claim'],
  ['23-neue-bankverbindung-ubl.xml', 'buchhaltung', 'releaseAccount'],
];

/**
 * Sends the demonstration's invoices in and lets people decide on some, so that pages have something to show.
 * @param passwordOf what each person chooses on first signing in.
 */
export async function playTown(
  url: string,
  { keys, passwords }: SetUpTown,
  passwordOf: (login: string) => string,
): Promise<Addresses> {
  const machine = new ServiceClient(url);
  const finance = machine.withKey(keys.finance);
  const [ids, tokens] = [new Map<DemoFileName, string>(), new Map<DemoFileName, string>()];
  const files = await demoInvoices();
  for (const wave of [1, 2]) {
    const sent = files.filter((file) => file.wave === wave);
    for (const file of sent) {
      const { parts, trackingToken } = await machine.withKey(keys.deliver).deliver(file, `demo-${file.fileName}`);
      ids.set(file.fileName, parts[0]?.invoiceId ?? '');
      tokens.set(file.fileName, trackingToken);
    }
    for (const { fileName } of sent) await untilJudged(finance, ids.get(fileName) ?? '');
  }
  for (const [index, [file, login, action]] of story.entries()) {
    const person = await machine.signIn(tenant.slug, login, passwords.get(login) ?? '', passwordOf(login));
    await person.decide(ids.get(file) ?? '', { action }, `story-${index}`);
  }
  await finance.claimHandOver('story-claim');
  return { invoiceId: (file) => ids.get(file) ?? '', token: (file) => tokens.get(file) ?? '' };
}

export async function untilJudged(finance: ServiceClient, id: string): Promise<void> {
  const giveUpAt = Date.now() + longestWaitMs;
  while ((await finance.invoice(id)).state === 'received') {
    if (Date.now() > giveUpAt) throw new Error(`invoice ${id} is still waiting`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
