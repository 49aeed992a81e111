import type { Page, Route } from 'playwright-core';
import { signIn } from '../../../bench/chromium.js';
import { desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';
import { townDay } from '../../../src/pipeline/town-day.js';
import { decide, deliver, invoiceFile, press } from '../paper.js';
import { unnoticed } from '../unnoticed.js';

// Clerks at their desks: two collide, a session ends, a keyboard is enough.

inBrowser('clerks at their desks', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  it('who decides on what somebody else has decided meanwhile reads who, what, and what now', async () => {
    const id = await deliver(town, 'zwei.xml', invoiceFile({ number: 'ZWEI-1' }));
    const hanna = await town.openAs('hanna', desk(`/invoices/${id}`));
    const henrik = await town.openAs('henrik', desk(`/invoices/${id}`));
    const bar = hanna.getByRole('region', { name: 'Entscheiden' });
    await bar.getByRole('button', { name: 'Weiterleiten' }).click();
    const dialog = hanna.getByRole('dialog');
    await dialog.getByLabel('Amt').selectOption({ label: 'Tiefbauamt' });
    await dialog.getByLabel('Grund').fill('Das gehört zur Uferstraße.');
    await unnoticed(hanna, id, () => press(henrik, 'Übernehmen', { atOnce: true }));
    await dialog.getByRole('button', { name: 'Weiterleiten' }).click();
    await dialog.getByText('Jemand hat entschieden, während Sie lasen').waitFor();
    await dialog.getByText('In Arbeit bei: niemand → Henrik Holt').waitFor();
    expect(await dialog.getByLabel('Grund').inputValue()).toBe('Das gehört zur Uferstraße.');
    await dialog.getByRole('button', { name: 'Neuen Stand ansehen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await hanna.getByText('Henrik Holt').first().waitFor();
  });

  it('whose session ends while they write sign in over the page and lose nothing', async () => {
    const id = await deliver(town, 'ende.xml', invoiceFile({ number: 'ENDE-1' }));
    const hanna = await town.callAs('hanna');
    await decide(hanna, id, { action: 'claim' });
    const page = await town.openAs('hanna', desk(`/invoices/${id}`));
    await page.getByRole('region', { name: 'Entscheiden' }).getByRole('button', { name: 'Sachlich ablehnen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sachlich ablehnen' });
    await dialog.getByLabel('Grund').fill('Diese Wartung hat nicht stattgefunden.');
    // Only once the decision is on its way, for any other question of the page would ask to sign in before.
    const leave = async (route: Route) => {
      await page.context().clearCookies();
      await route.continue();
    };
    await page.route(/\/decisions$/, leave, { times: 1 });
    await dialog.getByRole('button', { name: 'Sachlich ablehnen' }).click();
    const again = page.getByRole('dialog', { name: 'Bitte melden Sie sich erneut an' });
    await again.waitFor();
    await signIn(page, 'hanna', town.passwordOf('hanna'));
    await again.waitFor({ state: 'detached' });
    // What was on its way waits for the sign-in, and goes on by itself.
    await page.getByText(/(Erledigt|Vermerkt): Sachlich ablehnen/).waitFor();
  });

  it('who has a keyboard only takes on, confirms and goes on', async () => {
    await deliver(town, 'taste.xml', invoiceFile({ number: 'TASTE-1' }));
    const page = await town.openAs('hanna', desk('?queue=department&search=TASTE-1'));
    await page.getByRole('link', { name: 'TASTE-1' }).first().waitFor();
    await tabToLink(page, 'TASTE-1');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Entscheiden' }).getByRole('button', { name: 'Übernehmen' }).waitFor();
    await page.keyboard.press('c');
    await page.getByText('Erledigt: Übernehmen').waitFor();
    await page.getByRole('button', { name: 'Sachlich und rechnerisch feststellen' }).waitFor();
    await page.keyboard.press('b');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/(Erledigt|Vermerkt): Sachlich und rechnerisch feststellen/).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

inBrowser('a clerk who codes', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  it('sees what remains, and the order names what was coded', async () => {
    const file = Buffer.from(
      'Art;Nummer;Bezeichnung\nKonto;5431600;Wartung\nKonto;5431000;Büro\nProdukt;11.1.01;Dienste\n',
    );
    const chart = { fiscalYear: Number(townDay(new Date()).slice(0, 4)), file: file.toString('base64') };
    const admin = await town.callAs('admin');
    const imported = await admin.post('/administration/chart/imports', chart, { 'idempotency-key': 'journey-chart' });
    expect(imported.status).toBe(200);
    const id = await deliver(town, 'konto.xml', invoiceFile({ number: 'KONTIERT-1' }));
    await decide(await town.callAs('hanna'), id, { action: 'claim' });
    const page = await town.openAs('hanna', desk(`/invoices/${id}`));
    await page.getByRole('button', { name: 'Kontieren', exact: true }).waitFor();
    await page.keyboard.press('s');
    const first = page.getByRole('group', { name: 'Zeile 1' });
    await first.getByRole('combobox', { name: 'Sachkonto' }).fill('Wart');
    await page.keyboard.press('Enter');
    await first.getByRole('combobox', { name: 'Produkt' }).fill('11');
    await page.keyboard.press('Enter');
    await first.getByLabel('Betrag').fill('100,00');
    await page.getByText('Noch offen').waitFor();
    // Saving marks the amount and says what is missing; the line stays alone.
    await page.getByRole('button', { name: 'Kontierung speichern' }).click();
    await page.getByText(/^Es fehlen noch/).waitFor();
    expect(await page.getByRole('group', { name: /^Zeile/ }).count()).toBe(1);
    await first.getByLabel('Betrag').focus();
    // The rest, to another account of the same product.
    await page.keyboard.press('Enter');
    const second = page.getByRole('group', { name: 'Zeile 2' });
    await page.getByText('Alles ist verteilt').waitFor();
    await second.getByRole('combobox', { name: 'Sachkonto' }).fill('5431000');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '100,00 €' }).waitFor();
    await press(page, 'Sachlich und rechnerisch feststellen');
    await decide(await town.callAs('amtsleitung'), id, { action: 'order' });
    await page.reload();
    await page.getByRole('cell', { name: '5431600 Wartung' }).waitFor();
    expect((await admin.get('/chart')).body).toMatchObject({ fiscalYear: chart.fiscalYear });
  });
});

/** Goes from one stop to the next until the one that holds this text; every stop must show where the focus is. */
async function tabToLink(page: Page, text: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<FocusSeen>(focusSeen);
    expect(focus).toMatchObject({ shown: true });
    if (focus.isLink && focus.text.includes(text)) return;
  }
  throw new Error(`no way to ${text} by Tab`);
}

interface FocusSeen {
  readonly text: string;
  readonly shown: boolean;
  readonly isLink: boolean;
}

const focusSeen = `(() => {
  const element = document.activeElement;
  const { outlineStyle, boxShadow } = getComputedStyle(element);
  const shown = element === document.body || outlineStyle !== 'none' || boxShadow !== 'none';
  return { text: element.textContent, shown, isLink: element.tagName === 'A' };
})()`;
