import type { Page } from 'playwright-core';
import { maintenance } from '../../../demo/invoices/descriptions.js';
import { townLeitwegId } from '../../../demo/town.js';
import { listIn, newKey } from '../../api/client.js';
import { barriersOn } from '../../../bench/barriers.js';
import { deliver, invoiceFile } from '../paper.js';
import { desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// Rules are tried out before they are saved, and every invoice says which of them sent it where it is.

inBrowser('the routing rules', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  const seller = { ...maintenance.seller, name: 'Regelwerk GmbH', vatId: 'DE999100778' };
  const unroutable = (number: string) => invoiceFile({ number, buyerReference: townLeitwegId, seller });

  it('are changed after a trial that shows what would move, and only if nobody else has changed them', async () => {
    await deliver(town, 'regel-1.xml', unroutable('REGEL-1'));
    const page = await town.openAs('admin', desk('/administration/rules'));
    await draftRule(page, 'Rechnungen von Regelwerk');
    await page.getByRole('button', { name: 'Ausprobieren' }).click();
    await page.getByText(/1 von \d+ Rechnungen ginge an ein anderes Amt/).waitFor();
    await page.getByText('Regel „Rechnungen von Regelwerk“').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await addElsewhere(town, 'Von jemand anderem');
    await page.getByRole('button', { name: 'Regeln speichern' }).click();
    await page.getByText(/Jemand hat das geändert, während Sie es ansahen/).waitFor();
    await page.getByRole('button', { name: 'Neuen Stand laden' }).click();
    await page.getByRole('heading', { name: /Von jemand anderem/ }).waitFor();
    await draftRule(page, 'Rechnungen von Regelwerk');
    await page.getByRole('button', { name: '„Rechnungen von Regelwerk“ nach oben' }).click();
    const version = await save(page);
    await page.getByText(`Fassung ${version} von Martin Moll`).click();
    await page.getByText('Neu an Stelle').first().waitFor();
    const id = await deliver(town, 'regel-2.xml', unroutable('REGEL-2'));
    const reader = await town.openAs('pruefung', desk(`/invoices/${id}`));
    await reader.getByText('Durch die Regel „Rechnungen von Regelwerk“').waitFor();
    await reader.getByText('Verkäufer: „Regelwerk GmbH“ (beginnt mit „Regelwerk“)').first().waitFor();
  });
});

/** Writes a rule for one seller; it holds only once the draft is saved. */
async function draftRule(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Regel anlegen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Vergleich').selectOption({ label: 'beginnt mit' });
  await dialog.getByLabel('Wert', { exact: true }).fill('Regelwerk');
  await dialog.getByLabel('Dann geht die Rechnung an').selectOption({ label: 'Hauptamt (HAUPTAMT)' });
  await dialog.getByRole('button', { name: 'In den Entwurf übernehmen' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Another administrator was quicker. */
async function addElsewhere(town: WebTown, name: string): Promise<void> {
  const other = await town.callAs('admin2');
  const { body } = await other.get('/administration/routing-rules');
  const held = listIn(body, 'items').map(({ position: _, ...rule }) => rule);
  const when = { field: 'number', operator: 'is', value: 'x' };
  const rules = [...held, { name, when, departmentId: town.town.departmentIds.get('HAUPTAMT') }];
  const headers = { 'idempotency-key': newKey(), 'if-match': `"${String(body['version'])}"` };
  expect((await other.send('PUT', '/administration/routing-rules', { json: { rules }, headers })).status).toBe(200);
}

/** @returns the version that holds now. */
async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Regeln speichern' }).click();
  const told = await page
    .getByText(/Gespeichert; es gilt Fassung/)
    .first()
    .textContent();
  return /Fassung (\d+)/.exec(told ?? '')?.[1] ?? '';
}
