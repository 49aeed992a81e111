import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { ServiceClient } from '../demo/service-client.js';
import type { SetUpTown } from '../demo/set-up-town.js';
import { tenant } from '../demo/town.js';
import { removeEmbeddedPostgres } from '../src/adapters/embedded-postgres/embedded-postgres.js';
import { loadConfig } from '../src/config.js';
import { startEingang } from '../src/modules/start-eingang.js';
import { withInstallation } from '../src/modules/with-installation.js';
import { approvalPages } from './approval-pages.js';
import { barriersOn } from './barriers.js';
import { goToDesk, openBrowser, repainted, settled } from './chromium.js';
import { everyPage, type PageState } from './every-page.js';
import { LetterBox } from './letter-box.js';
import { morePages } from './more-pages.js';
import { playApproval, type ApprovalAddresses } from './played-approval.js';
import { playDeputies } from './played-deputies.js';
import { playMore } from './played-more.js';
import { playTown, setUp } from './played-town.js';
import { standingPages } from './standing-pages.js';

// `npm run screenshots`: every page in both languages, light and dark, on a phone and on a wide screen, as pictures in a
// folder that is not committed. `-- --only invoice,queue` takes those whose name holds one of the words; `-- --axe` looks
// at each of them with axe (WCAG 2.2, level AA) instead and prints what it finds. `-- --sizes zoomed` shows what a wide
// screen has left at 200 %; `--languages en --themes dark` takes one of the two. A page that does not come into its state
// is told of; then, and where axe has found something, the run ends with 1.

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: 'phone,wide' },
    themes: { type: 'string', default: 'light,dark' },
    languages: { type: 'string', default: 'de,en' },
    axe: { type: 'boolean', default: false },
  },
});
const folder = resolve(values.folder);
const wanted = values.only.split(',');
/** What axe has found, and how often it has looked. */
const found = { barriers: 0, looks: 0, missing: 0 };
const password = 'ein Bild von jeder Seite';

const languages = ['de', 'en'] as const;
const themes = ['light', 'dark'] as const;
const sizes = {
  phone: { width: 360, height: 740 },
  wide: { width: 1440, height: 900 },
  zoomed: { width: 720, height: 450 },
} as const;

const dataFolder = await mkdtemp(join(tmpdir(), 'eingang-screenshots-'));
const letters = new LetterBox();
const config = loadConfig({
  ...{ EINGANG_DATA: dataFolder, EINGANG_PORT: '0', EINGANG_LOG_LEVEL: 'error' },
  ...{ SMTP_URL: await letters.start(), EINGANG_MAIL_FROM: 'rechnung@auenfurt.example' },
});
const service = await startEingang(config);
const browser = await openBrowser();
try {
  const town = await withInstallation(config, 4, setUp);
  const played = await playTown(service.url, town, () => password);
  const more = await playMore(service.url, town, () => password, played, await scan(browser));
  const addresses = await playApproval(service.url, town, more, letters);
  await playDeputies(town, addresses);
  if (!values.axe) await mkdir(folder, { recursive: true });
  for (const language of languages.filter((one) => values.languages.split(',').includes(one)))
    await photograph(browser, town, addresses, language);
  console.log(values.axe ? `${found.barriers} barriers in ${found.looks} looks` : `The pictures lie in ${folder}`);
  process.exitCode = found.barriers + found.missing === 0 ? 0 : 1;
} finally {
  await browser.close();
  await service.close();
  await letters.stop();
  await removeEmbeddedPostgres(dataFolder);
  await rm(dataFolder, { recursive: true, force: true });
}

/** A window for each person, in one language; theme and size change while the page stands. */
async function photograph(
  from: Browser,
  town: SetUpTown,
  addresses: ApprovalAddresses,
  language: (typeof languages)[number],
): Promise<void> {
  const windows = new Map<string | null, Page>();
  const states: readonly PageState<ApprovalAddresses>[] = [
    ...everyPage,
    ...morePages,
    ...approvalPages,
    ...standingPages,
  ];
  for (const state of states.filter(({ name }) => wanted.some((word) => name.includes(word)))) {
    const page = windows.get(state.as) ?? (await windowOf(from, town, state.as, language));
    windows.set(state.as, page);
    try {
      await page.setViewportSize(sizes.wide);
      await page.emulateMedia({ media: 'screen' });
      await page.goto(state.path(addresses));
      await settled(page);
      await state.prepare?.(page, addresses);
      await takeAll(page, state.name, language);
    } catch (error) {
      found.missing += 1;
      console.log(`${state.name} ${language} could not be shown: ${String(error)}`);
    }
  }
  for (const page of windows.values()) await page.context().close();
}

async function windowOf(from: Browser, town: SetUpTown, login: string | null, language: string): Promise<Page> {
  const context = await from.newContext({ baseURL: service.url, locale: language, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (login !== null) {
    await new ServiceClient(service.url).signIn(tenant.slug, login, town.passwords.get(login) ?? '', password);
    await goToDesk(page, tenant.slug, login, password);
  }
  return page;
}

/** The whole page; of a dialog the window that it stands in. */
async function takeAll(page: Page, name: string, language: string): Promise<void> {
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  for (const [size, viewport] of Object.entries(sizes).filter(([one]) => values.sizes.split(',').includes(one))) {
    await page.setViewportSize(viewport);
    for (const colorScheme of themes.filter((one) => values.themes.split(',').includes(one))) {
      await page.emulateMedia({ colorScheme });
      // What is drawn only where it is seen lies at the end of a phone's page; on the wide screen a bar would stick there.
      await page.evaluate(`scrollTo(0, ${size === 'phone' ? 'document.documentElement.scrollHeight' : '0'})`);
      await repainted(page);
      if (values.axe) {
        await lookForBarriers(page, `${name} ${language} ${size} ${colorScheme}`);
        continue;
      }
      const path = join(folder, `${name}.${language}.${size}.${colorScheme}.png`);
      await page.screenshot({ path, fullPage, animations: 'disabled' });
    }
  }
}

async function lookForBarriers(page: Page, name: string): Promise<void> {
  const barriers = await barriersOn(page);
  found.looks += 1;
  found.barriers += barriers.length;
  for (const barrier of barriers) console.log(`${name}: ${barrier}`);
}

/** A paper as a scanner makes a picture of it. */
async function scan(from: Browser): Promise<Uint8Array> {
  const page = await from.newPage({ viewport: { width: 620, height: 877 } });
  await page.setContent(
    '<body style="margin: 4rem; background: #eee; font: 1rem serif; transform: rotate(0.6deg)"><h1>Klempnerei Kranz</h1>' +
      '<p>Rechnung K-2026-17 vom 17. März 2026</p><p>Rohr gereinigt, Schulhaus: 100,00 €</p><p>Zu zahlen: 119,00 €</p>',
  );
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
