import type { Page } from 'playwright-core';
import { demoInvoices } from '../../../demo/make-invoices.js';
import { writePdf } from '../../../demo/invoices/pdf-writer.js';
import { calculate } from '../../../demo/invoices/calculation.js';
import { maintenance } from '../../../demo/invoices/descriptions.js';
import { tenant } from '../../../demo/town.js';
import { Client, newKey } from '../../api/client.js';
import { barriersOn } from '../../../bench/barriers.js';
import { decide, deliver, invoiceFile } from '../paper.js';
import { desk, inBrowser, until, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// The desk where something is unusual: somebody is ill, may only look, or the document is not what it should be.

let town: WebTown;
beforeAll(async () => {
  town = await theTown();
});

const bar = (page: Page) => page.getByRole('region', { name: 'Entscheiden' });

inBrowser('the desk', () => {
  it('lets a colleague go on with what somebody who is ill has taken on, and the head give it back', async () => {
    const id = await deliver(town, 'krank.xml', invoiceFile({ number: 'KRANK-1' }));
    await decide(await town.callAs('hanna'), id, { action: 'claim' });
    const henrik = await town.openAs('henrik', desk(`/invoices/${id}`));
    const dialog = await begin(henrik, 'An sich nehmen');
    await dialog.getByText(/die Hanna Hauser in Arbeit hat/).waitFor();
    expect(await barriersOn(henrik)).toEqual([]);
    await sayWhy(henrik, 'An sich nehmen', 'Hanna Hauser ist krank.');
    await henrik.getByRole('tab', { name: 'Verlauf' }).click();
    await henrik
      .getByText('Henrik Holt hat die Rechnung, die Hanna Hauser in Arbeit hatte, an sich genommen. Grund: Hanna')
      .waitFor();
    const head = await town.openAs('amtsleitung', desk(`/invoices/${id}`));
    await begin(head, 'Zurückgeben');
    await sayWhy(head, 'Zurückgeben', 'Henrik Holt ist ausgeschieden.');
    await head.getByRole('tab', { name: 'Verlauf' }).click();
    await head.getByText(/die Henrik Holt in Arbeit hatte, in den Amtskorb zurückgegeben/).waitFor();
  });

  it('shows the audit office everything, lets it do nothing, and says why', async () => {
    const id = await deliver(town, 'pruefen.xml', invoiceFile({ number: 'PRUEFEN-1' }));
    const page = await town.openAs('pruefung', desk(`/invoices/${id}`));
    await bar(page).getByText('Im Augenblick können Sie hier nichts entscheiden.').waitFor();
    expect(await bar(page).getByRole('button').count()).toBe(0);
    await bar(page)
      .getByText(/Warum nicht\?/)
      .click();
    await bar(page)
      .getByText(/Rita Rabe darf das in diesem Amt nicht/)
      .first()
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('shows nothing to who has no right to invoices', async () => {
    const id = await deliver(town, 'fremd.xml', invoiceFile({ number: 'FREMD-1' }));
    const page = await town.openAs('admin', desk('?queue=all'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(desk('/clearing'));
    await page.getByText('Dafür fehlt Ihnen die Berechtigung').waitFor();
    await page.goto(desk(`/invoices/${id}`));
    await page.getByText('Dafür fehlt Ihnen die Berechtigung').waitFor();
    expect(await page.getByText('FREMD-1').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });
});

inBrowser('a document on the desk', () => {
  it('has a scan once, beside what is typed from it, and says that a damaged one cannot be shown', async () => {
    const scan = await deliver(town, 'scan.png', Buffer.from(dot, 'base64'));
    const page = await town.openAs('eingang', desk(`/invoices/${scan}?tab=document&beside=document`));
    await page.getByRole('img', { name: 'scan.png' }).waitFor();
    expect(await page.getByRole('img', { name: 'scan.png' }).count()).toBe(1);
    expect(await page.getByRole('tab', { name: 'Dokument' }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Dateien' }).click();
    await page.getByRole('button', { name: 'scan.png anzeigen' }).click();
    await page.locator('#clearing:focus').waitFor();

    const whole = Buffer.from(await writePdf(calculate({ ...maintenance, number: 'DEFEKT' })));
    const damaged = await deliver(town, 'defekt.pdf', Buffer.concat([whole.subarray(0, 9), whole.subarray(900, 1200)]));
    await page.goto(desk(`/invoices/${damaged}`));
    await page.getByText('Dieses PDF lässt sich nicht anzeigen').waitFor();
    expect(await page.locator('.document').count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('marks the line where an XML breaks off', async () => {
    const xml = invoiceFile({ number: 'ABBRUCH-1' });
    const id = await deliver(town, 'abbruch.xml', xml.slice(0, xml.indexOf('<cac:TaxTotal>') + 40));
    const page = await town.openAs('eingang', desk(`/invoices/${id}?tab=report`));
    await page.getByRole('button', { name: /Zeile \d+ im XML zeigen/ }).click();
    const source = page.getByRole('region', { name: 'XML-Quelltext von abbruch.xml' });
    // Readers that are busy say so; the page offers to try again.
    await until('the line marked', async () => {
      await page
        .getByRole('button', { name: 'Erneut versuchen' })
        .click({ timeout: 500 })
        .catch(() => null);
      return (await source.locator('mark').count()) > 0;
    });
    expect(await barriersOn(page)).toEqual([]);
  });

  it('lists what is embedded, and apart from it what came later with the same file', async () => {
    const file = (await demoInvoices()).find(({ fileName }) => fileName === '09-gutachten-mit-anlage-ubl.xml');
    const bytes = Buffer.from(file?.bytes ?? []);
    const id = await deliver(town, 'gutachten.xml', bytes);
    await bringToCounter({ 'gutachten.xml': bytes, 'nachtrag.txt': Buffer.from('Das Konto hat sich geändert.') });
    const page = await town.openAs('tilda', desk(`/invoices/${id}`));
    await page.getByRole('link', { name: 'Eine weitere Unterlage, nicht geprüft' }).click();
    const later = page.getByRole('region', { name: 'Später eingegangen' });
    await later.getByText('nachtrag.txt').waitFor();
    await later.getByText(/Zustellung .+ · .+ · von Unbekannt/).waitFor();
    expect(await page.getByText('In der Rechnung enthalten').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'nachtrag.txt anzeigen' }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await later.getByRole('link', { name: 'nachtrag.txt herunterladen' }).click();
    expect((await download).suggestedFilename()).toBe('nachtrag.txt');
  });
});

/** Opens the dialog of a decision. */
async function begin(page: Page, title: string) {
  await bar(page).getByRole('button', { name: title, exact: true }).click();
  return page.getByRole('dialog', { name: title });
}

async function sayWhy(page: Page, title: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel('Grund').fill(reason);
  await dialog.getByRole('button', { name: title, exact: true }).click();
  await page.getByText(`Erledigt: ${title}`).waitFor();
}

/** Sends files in at the counter and waits until each has its fate. */
async function bringToCounter(files: Readonly<Record<string, Buffer>>): Promise<void> {
  const form = new FormData();
  form.append('sender', 'Unbekannt');
  for (const [name, bytes] of Object.entries(files)) form.append('file', new Blob([bytes]), name);
  const stranger = new Client(town.service.url);
  const { body } = await stranger.send('POST', `/counter/${tenant.slug}/deliveries`, {
    form,
    headers: { 'idempotency-key': newKey() },
  });
  const track = `/tracking/${String(body['trackingToken'])}`;
  let looks = 0;
  await until('the counter’s delivery sorted', async () => {
    // Each look from an address of its own: from one, only so many are answered in a minute.
    const address = `198.51.${String((looks >> 8) & 255)}.${String((looks += 1) & 255)}`;
    const { body: tracked } = await stranger.with({ 'x-forwarded-for': address }).get(track);
    return JSON.stringify(tracked['parts']).includes('"fate":"waiting"') ? null : true;
  });
}

/** A picture of one grey point. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
