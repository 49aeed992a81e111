import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { demoInvoices } from '../demo/make-invoices.js';
import { ServiceClient } from '../demo/service-client.js';
import type { SetUpTown } from '../demo/set-up-town.js';
import { tenant } from '../demo/town.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { loadConfig, type Config } from '../src/config.js';
import { migrateInstallation } from '../src/modules/installation.js';
import { startEingang } from '../src/modules/start-eingang.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { goToDesk, openBrowser, settled } from './chromium.js';
import { multiplyInvoices } from './many-invoices.js';
import { setUp } from './played-town.js';

const poolSize = 4;
const password = 'viele Rechnungen warten';
const desk = `/t/${tenant.slug}/desk`;

/**
 * Measures from the click to the painted queue, and to the painted invoice, with many invoices in the database. Each
 * round begins with a page that has loaded nothing of what is measured. Prints one line of JSON.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { invoices: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '25' } },
  });
  const [invoices, rounds] = [Number(values.invoices), Number(values.rounds)];
  const dataFolder = await mkdtemp(join(tmpdir(), 'eingang-web-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: dataFolder });
  try {
    await migrateInstallation(postgres.ownerUrl, postgres.appUrl);
    const settings = { DATABASE_URL: postgres.appUrl, EINGANG_DATA: dataFolder, EINGANG_PORT: '0' };
    const config = loadConfig({ ...settings, EINGANG_LOG_LEVEL: 'error' });
    const figures = await measure(config, postgres.superuserUrl, { invoices, rounds });
    console.log(JSON.stringify({ ...figures, rounds }));
    const slow = [figures.queue, figures.department, figures.invoice].some(({ p95Ms }) => p95Ms > 1000);
    return slow ? 1 : 0;
  } finally {
    await postgres.stop();
    await removeEmbeddedPostgres(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

interface Wanted {
  readonly invoices: number;
  readonly rounds: number;
}

async function measure(config: Config, superuserUrl: string, { invoices, rounds }: Wanted) {
  const service = await startEingang(config);
  const browser = await openBrowser();
  try {
    const town = await withInstallation(config, poolSize, setUp);
    await deliverDemo(service.url, town);
    const held = await multiplyInvoices(superuserUrl, town.tenantId, invoices);
    const context = await browser.newContext({ baseURL: service.url, locale: 'de-DE' });
    const page = await context.newPage();
    const asPerson = async (login: string) => {
      await new ServiceClient(service.url).signIn(tenant.slug, login, town.passwords.get(login) ?? '', password);
      await context.clearCookies();
      await goToDesk(page, tenant.slug, login, password);
    };
    const plain = `${desk}/administration/people`;
    await asPerson('hanna');
    const department = await times(page, rounds, plain, clickOn('queue=department', '.queue-name'));
    await asPerson('pruefung');
    const queue = await times(page, rounds, plain, clickOn('queue=all', '.queue-name'));
    const invoice = await times(page, rounds, `${desk}?queue=all`, clickOn('/desk/invoices/', '.invoice-head'));
    return { invoices: held, queue, department, invoice };
  } finally {
    await browser.close();
    await service.close();
  }
}

/** Real invoices, of which the many are copies. */
async function deliverDemo(url: string, town: SetUpTown): Promise<void> {
  const client = new ServiceClient(url);
  const finance = client.withKey(town.keys.finance);
  for (const file of (await demoInvoices()).filter(({ expected }) => expected.state === 'routed')) {
    const { parts } = await client.withKey(town.keys.deliver).deliver(file, file.fileName);
    while ((await finance.invoice(parts[0]?.invoiceId ?? '')).state === 'received');
  }
}

/** Median and 95th percentile of several rounds, each on a page loaded anew. */
async function times(page: Page, rounds: number, from: string, click: string) {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(from);
    await settled(page);
    taken.push(await page.evaluate<number>(click));
  }
  const sorted = taken.sort((one, other) => one - other);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

/** Clicks on the last link to this address, and tells when what it leads to has been painted: nothing of it is loading any more. */
const clickOn = (address: string, shows: string): string => `new Promise((painted) => {
  const links = [...document.querySelectorAll('a[href*="${address}"]')];
  const link = links[links.length - 1];
  const isThere = () => document.querySelector('main ${shows}') && !document.querySelector('main .skeleton');
  const began = performance.now();
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => painted(performance.now() - began)));
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  link.click();
})`;
