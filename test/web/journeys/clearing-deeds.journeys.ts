import type { Page } from 'playwright-core';
import { signIn } from '../../../bench/chromium.js';
import { calculate } from '../../../demo/invoices/calculation.js';
import { newAccount, onPaper } from '../../../demo/invoices/descriptions.js';
import { writePdf } from '../../../demo/invoices/pdf-writer.js';
import { townLeitwegId } from '../../../demo/town.js';
import { Client } from '../../api/client.js';
import { barriersOn } from '../../../bench/barriers.js';
import { decide, deliver, invoiceFile } from '../paper.js';
import { unnoticed } from '../unnoticed.js';
import { desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// What the clearing queue asks, and what becomes of it when two people answer at once.

let town: WebTown;
beforeAll(async () => {
  town = await theTown();
});

/** The second person's new account is not that of the journey before. */
const otherAccount = { ...newAccount, seller: { ...newAccount.seller, iban: 'DE69999000050099887777' } };

const invoice = async (id: string) =>
  (await new Client(town.service.url).withKey(town.town.keys.finance).get(`/invoices/${id}`)).body;
const unroutable = (number: string) =>
  deliver(town, `${number}.xml`, invoiceFile({ number, buyerReference: townLeitwegId }));
const twice = async (number: string) => {
  const [first, second] = ['Erste Sendung', 'Zweite Sendung'].map((note) => invoiceFile({ number, note }));
  return [await deliver(town, `${number}-1.xml`, first ?? ''), await deliver(town, `${number}-2.xml`, second ?? '')];
};

inBrowser('a case in clearing', () => {
  it('that looks like another shows both, and is that other or is not', async () => {
    const [, same] = await twice('GLEICH-1');
    const [, different] = await twice('GLEICH-2');
    const page = await town.openAs('eingang');
    await openCase(page, 'GLEICH-1');
    const part = page.getByRole('region', { name: 'Dieselbe Forderung?' });
    await part.getByRole('cell', { name: 'Zweite Sendung' }).waitFor();
    await part.getByRole('cell', { name: 'Erste Sendung' }).waitFor();
    await part.getByText('Beide Dokumente nebeneinander ansehen').click();
    await part
      .getByRole('region', { name: 'Die andere' })
      .getByText(/Nichts, was sich hier anzeigen lässt/)
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await part.getByRole('button', { name: 'Ist eine Dublette' }).click();
    await page.getByText('Erledigt: Ist eine Dublette').waitFor();
    expect(await invoice(same ?? '')).toMatchObject({ state: 'duplicate' });
    await openCase(page, 'GLEICH-2');
    await part.getByRole('button', { name: 'Keine Dublette' }).click();
    await page.getByText('Erledigt: Keine Dublette').waitFor();
    expect(await invoice(different ?? '')).toMatchObject({ state: 'routed' });
  });

  it('is checked again, filed as no invoice, or rejected with what the supplier will read', async () => {
    const id = await unroutable('DREI-1');
    const paper = await deliver(town, 'werbung.pdf', await writePdf(calculate({ ...onPaper, number: 'WERBUNG' })));
    const page = await town.openAs('eingang');
    await openCase(page, 'DREI-1');
    await page.getByText('Weitere Entscheidungen').click();
    await page.getByRole('button', { name: 'Erneut prüfen' }).click();
    await page.getByText('Erledigt: Erneut prüfen').waitFor();
    await openCase(page, 'DREI-1');
    await page.getByText('Zurückweisen', { exact: true }).click();
    await page.getByRole('button', { name: 'Formal zurückweisen' }).first().click();
    await page.getByText('Bitte schreiben Sie, warum.').waitFor();
    await page.getByLabel('Grund', { exact: true }).fill('Die Bestellung ist uns nicht bekannt.');
    await page.getByText('Grund: Die Bestellung ist uns nicht bekannt.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Formal zurückweisen' }).first().click();
    await page.getByText('Erledigt: Formal zurückweisen').waitFor();
    expect(await invoice(id)).toMatchObject({ state: 'rejected' });
    await openCase(page, 'werbung.pdf');
    await page.getByText('Weitere Entscheidungen').click();
    await page.getByRole('button', { name: 'Als „keine Rechnung“ ablegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Grund').fill('Eine Werbung.');
    await dialog.getByRole('button', { name: 'Als „keine Rechnung“ ablegen' }).click();
    await page.getByText('Erledigt: Als „keine Rechnung“ ablegen').waitFor();
    expect(await invoice(paper)).toMatchObject({ state: 'dismissed' });
  });
});

inBrowser('a case in clearing that somebody else answers', () => {
  it('that somebody else has cleared meanwhile says who, what, and that nothing is left to do', async () => {
    const id = await unroutable('SCHNELLER-1');
    const page = await town.openAs('eingang');
    await openCase(page, 'SCHNELLER-1');
    await page.getByText('Zurückweisen', { exact: true }).click();
    await page.getByLabel('Grund', { exact: true }).fill('Die Bestellung ist uns nicht bekannt.');
    const departmentId = town.town.departmentIds.get('HAUPTAMT') ?? '';
    const other = await town.callAs('eingang2');
    await unnoticed(page, id, () => decide(other, id, { action: 'route', departmentId }));
    await page.getByRole('button', { name: 'Formal zurückweisen' }).first().click();
    const notice = page.getByRole('alert').filter({ hasText: 'Jemand hat entschieden, während Sie lasen' });
    await notice.getByText(/Emil Ebert: Zuordnen/).waitFor();
    await notice.getByText('Stand: In Klärung → Zugeordnet').waitFor();
    await notice.getByText(/hier ist nichts mehr zu tun/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await notice.getByRole('button', { name: 'Zuklappen' }).click();
    await page.getByText('SCHNELLER-1').waitFor({ state: 'detached' });
    expect(await invoice(id)).toMatchObject({ state: 'routed' });
  });

  it('that somebody else has half answered says so once, and lets the other half be answered', async () => {
    await deliver(town, 'bekannt.xml', invoiceFile({ number: 'HALB-1' }));
    const id = await deliver(town, 'neu.xml', invoiceFile({ ...otherAccount, number: 'HALB-2' }));
    const page = await town.openAs('eingang');
    await openCase(page, 'HALB-2');
    await page.getByLabel(/Der Lieferant hat mir das neue Konto/).check();
    await page.getByText('Noch niemand hat das Konto freigegeben.').waitFor();
    await decide(await town.callAs('buchhaltung'), id, { action: 'releaseAccount' });
    await lookAgain(page);
    await page.getByText(/Boris Beck: Konto freigeben/).waitFor();
    expect(await page.getByText('Jemand hat entschieden, während Sie lasen').count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Trotzdem: Konto freigeben' }).click();
    await page.getByText('Erledigt: Konto freigeben').waitFor();
    expect(await invoice(id)).toMatchObject({ state: 'routed' });
  });
});

inBrowser('a case in clearing that somebody reads', () => {
  it('that comes while somebody reads further down is counted until they ask for it', async () => {
    await unroutable('NEU-1');
    await unroutable('NEU-2');
    const page = await town.openAs('eingang', desk('/clearing?reason=noRuleMatched'), {
      viewport: { width: 600, height: 360 },
    });
    await page.getByText('NEU-2').first().waitFor();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await unroutable('NEU-3');
    await lookAgain(page);
    await page.getByRole('button', { name: /neu/i }).filter({ hasText: '1' }).click();
    await page.getByText('NEU-3').first().waitFor();
  });

  it('keeps what is typed when the session ends, also where nothing was sent', async () => {
    await deliver(town, 'tippen.pdf', await writePdf(calculate({ ...onPaper, number: 'TIPPEN' })));
    const page = await town.openAs('eingang');
    await openCase(page, 'tippen.pdf');
    const capture = page.getByRole('region', { name: 'Rechnung erfassen' });
    await capture.getByLabel('Rechnungsnummer').fill('2026-0815');
    await page.context().clearCookies();
    await lookAgain(page);
    const again = page.getByRole('dialog', { name: 'Bitte melden Sie sich erneut an' });
    await again.waitFor();
    await page.keyboard.press('Escape');
    expect(await barriersOn(page)).toEqual([]);
    await signIn(page, 'eingang', town.passwordOf('eingang'));
    await again.waitFor({ state: 'detached' });
    expect(await capture.getByLabel('Rechnungsnummer').inputValue()).toBe('2026-0815');
  });

  it('is open to read for who may not answer it, who is told why', async () => {
    await unroutable('LESEN-1');
    const page = await town.openAs('pruefung');
    await openCase(page, 'LESEN-1');
    await page
      .getByText(/Rita Rabe darf das in diesem Amt nicht: .*Rechnungseingang/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Zuordnen' }).count()).toBe(0);
    await page.getByText('Weitere Entscheidungen').click();
    await page.getByText('Im Augenblick können Sie hier nichts entscheiden.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});

async function openCase(page: Page, number: string): Promise<void> {
  await page.goto(desk('/clearing'));
  await page.getByRole('button', { name: `Klären: Rechnung ${number}` }).click();
}

/** What the page does every few seconds, and whenever somebody comes back to its window. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`);
}
