import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { settled } from '../../bench/chromium.js';
import { everyPage, type Addresses, type PageState } from '../../bench/every-page.js';
import { playTown } from '../../bench/played-town.js';
import { inBrowser, openWebTown, patienceMs, type WebTown } from './web-town.js';

import.meta.jest.setTimeout(patienceMs);

// WCAG 2.2, level AA, on every page in every state of the table: light and dark, on a phone and on a wide screen.

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
/** A window of 1280 pixels at 200 %: half as many pixels of the style sheet, each twice as large. */
const zoomed = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const violations = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.unknown(), failureSummary: z.string() })) }),
);

inBrowser('every page', () => {
  let town: WebTown;
  let addresses: Addresses;
  let axe = '';
  const windows = new Map<string, Page>();
  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    town = await openWebTown();
    addresses = await playTown(town.service.url, town.town, town.passwordOf);
  });
  afterAll(() => town.close());

  it.each(everyPage.map((page) => [page.name, page] as const))('%s has no barrier that axe finds', async (_, state) => {
    const page = await show(state, 'wide');
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of widths) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await settled(page);
        found.push(...(await barriers(page)).map((one) => `${colorScheme} ${String(viewport.width)}: ${one}`));
      }
    expect(found).toEqual([]);
  });

  it.each(everyPage.map((page) => [page.name, page] as const))('%s cuts no text off at 200 %%', async (_, state) => {
    const page = await show(state, 'zoomed');
    expect(await page.evaluate(cutTexts)).toEqual([]);
  });

  it('has thrown no error, and its policy has refused nothing', () => {
    expect(town.complaints).toEqual([]);
  });

  /** The page in this person's window; a person signs in once for all their pages. */
  async function show({ as, path, prepare }: PageState, size: 'wide' | 'zoomed'): Promise<Page> {
    const key = `${size} ${as ?? 'anybody'}`;
    const options = size === 'zoomed' ? zoomed : {};
    const page =
      windows.get(key) ?? (await (as === null ? town.open('/', options) : town.openAs(as, undefined, { ...options })));
    windows.set(key, page);
    await page.goto(path(addresses));
    await settled(page);
    await prepare?.(page);
    return page;
  }

  async function barriers(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    const run = `axe.run(document, { runOnly: ${JSON.stringify(levels)}, resultTypes: ['violations'] })`;
    const found = violations.parse(await page.evaluate(`${run}.then(({ violations }) => violations)`));
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
    );
  }
});

/** Texts that reach beyond what hides them, or beyond the window where nothing lets them be scrolled to. */
const cutTexts = `(() => {
  const hides = ({ overflowX, overflowY }) => [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
  // Hidden from eyes on purpose: drawn in one pixel. What stands in a field can be scrolled within it.
  const isForEars = (element) => element.closest('.kern-sr-only, .skip-link, [hidden]') !== null || element.tagName === 'INPUT' || element.getBoundingClientRect().width <= 1;
  const cut = [...document.body.querySelectorAll('*')].filter((element) => {
    if (isForEars(element) || element.clientWidth === 0 || !hides(getComputedStyle(element))) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  });
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...cut.map((element) => 'hidden in ' + element.tagName + '.' + element.className + ': ' + element.textContent.slice(0, 60)),
    ...(scrollWidth > clientWidth + 1 ? ['the page is ' + scrollWidth + ' wide in a window of ' + clientWidth] : []),
  ];
})()`;
