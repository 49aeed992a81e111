import type { Page } from 'playwright-core';
import { settled } from '../../bench/chromium.js';
import { everyPage, type Addresses, type PageState } from '../../bench/every-page.js';
import { playTown } from '../../bench/played-town.js';
import { barriersOn } from '../../bench/barriers.js';
import { inBrowser, openWebTown, patienceMs, type WebTown } from './web-town.js';

import.meta.jest.setTimeout(patienceMs);

// WCAG 2.2, level AA, on every page in every state of the table: light and dark, on a phone and on a wide screen.

const [phone, wide] = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
];
/** What a window of 1280 pixels has left at 200 %. */
const zoomed = { width: 640, height: 400 };

interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: typeof phone;
}
const looks: readonly Look[] = [
  { colorScheme: 'light', viewport: phone },
  { colorScheme: 'dark', viewport: wide },
  { colorScheme: 'dark', viewport: phone },
  { colorScheme: 'light', viewport: wide },
];
const nameOf = ({ colorScheme, viewport: { width } }: Look): string => `${colorScheme} ${String(width)}`;

/** Each state has two looks, the next state the other two; with EINGANG_TEST_EVERY_LOOK=1 each has all four. */
const states = everyPage.map((state, index) => {
  const first = (index % 2) * 2;
  const its = process.env['EINGANG_TEST_EVERY_LOOK'] === '1' ? looks : looks.slice(first, first + 2);
  return { name: state.name, state, looks: its, seen: its.map(nameOf).join(', ') };
});

inBrowser('every page', () => {
  let town: WebTown;
  let addresses: Addresses;
  /** A person signs in once for all their pages. */
  const windows = new Map<string | null, Page>();
  let shown: PageState | null = null;
  beforeAll(async () => {
    town = await openWebTown();
    addresses = await playTown(town.service.url, town.town, town.passwordOf);
  });
  afterAll(() => town.close());

  describe.each(states)('$name', ({ state, looks, seen }) => {
    it(`has no barrier that axe finds (${seen})`, async () => {
      const page = await show(state);
      const found: string[] = [];
      for (const look of looks) {
        await page.setViewportSize(look.viewport);
        await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
        await settled(page);
        found.push(...(await barriersOn(page)).map((one) => `${nameOf(look)}: ${one}`));
      }
      expect(found).toEqual([]);
    });

    it('cuts no text off at 200 %', async () => {
      const page = await show(state);
      await page.setViewportSize(zoomed);
      await settled(page);
      expect(await page.evaluate(cutTexts)).toEqual([]);
    });
  });

  it('has thrown no error, and its policy has refused nothing', () => {
    expect(town.complaints).toEqual([]);
  });

  /** The page in this person's window, where it may stand already. */
  async function show(state: PageState): Promise<Page> {
    const { as, path, prepare } = state;
    const page = windows.get(as) ?? (await (as === null ? town.open('/') : town.openAs(as)));
    windows.set(as, page);
    if (shown === state) return page;
    await page.setViewportSize(wide);
    await page.goto(path(addresses));
    await settled(page);
    await prepare?.(page, addresses);
    shown = state;
    return page;
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
