import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';

/** Where distributions put it; EINGANG_TEST_CHROMIUM names another program. */
const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is installed, or null. */
export const chromiumProgram = (): string | null =>
  [process.env['EINGANG_TEST_CHROMIUM'] ?? '', ...programs].find((path) => path !== '' && existsSync(path)) ?? null;

/** With an empty profile; it asks nobody but the service. Its sandbox needs rights that root lacks. */
export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumProgram();
  if (executablePath === null) throw new Error('There is no Chromium: install the package "chromium".');
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet] });
}

/** Fills in the form that asks who somebody is, wherever it stands. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/Anmeldename|Login name/).fill(login);
  await page.getByLabel(/^(Kennwort|Password)$/).fill(password);
  await page
    .locator('form')
    .getByRole('button', { name: /^(Anmelden|Sign in)$/ })
    .click();
}

/** Signs in on the page for it, and waits for the desk. */
export async function goToDesk(page: Page, slug: string, login: string, password: string): Promise<void> {
  await page.goto(`/t/${slug}/sign-in`);
  await signIn(page, login, password);
  await page.getByRole('button', { name: /^(Abmelden|Sign out)$/ }).waitFor();
}

/** Waits until the page shows what it has to show: its heading, nothing that is still loading, its letters. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await nothingLoads(page);
  await quiet(page);
  await nothingLoads(page);
  await page.evaluate('document.fonts.ready.then(() => true)');
}

/** Another size shows other parts, and these begin to load when they are drawn. */
const nothingLoads = (page: Page): Promise<void> =>
  page.locator('.skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' });

/** A page that has all its answers asks for the next thing within a few frames. */
const quietMs = 100;
const lookEveryMs = 10;
const longestWaitMs = 75_000;

/** Addresses that each page waits for, and when the last of them has answered. */
const traffic = new WeakMap<Page, { readonly open: Map<Request, string>; lastAt: number }>();

/** Waits until nothing is on its way to the page; Chromium's own "idle" takes five times as long, on every page. */
async function quiet(page: Page): Promise<void> {
  const watched = traffic.get(page);
  if (watched === undefined) {
    watch(page);
    return page.waitForLoadState('networkidle');
  }
  const giveUpAt = Date.now() + longestWaitMs;
  while (watched.open.size > 0 || Date.now() - watched.lastAt < quietMs) {
    if (Date.now() > giveUpAt) throw new Error(`never quiet: ${[...watched.open.values()].join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

function watch(page: Page): void {
  const watched = { open: new Map<Request, string>(), lastAt: Date.now() };
  traffic.set(page, watched);
  page.on('request', (request) => watched.open.set(request, request.url()));
  const end = (request: Request) => {
    watched.open.delete(request);
    watched.lastAt = Date.now();
  };
  page.on('requestfinished', end).on('requestfailed', end);
}

/** Waits until a page that stands has taken on another size or other colours, lists that draw what is seen included. */
export async function repainted(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
  await nothingLoads(page);
}
