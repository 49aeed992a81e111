import { maintenance } from '../../../demo/invoices/descriptions.js';
import { newKey } from '../../api/client.js';
import { barriersOn } from '../../../bench/barriers.js';
import { decide, deliver, deliverTracked, invoiceFile, setApproval } from '../paper.js';
import { counterPath, desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// Where one decision concerns several invoices or takes several people.

let town: WebTown;
beforeAll(async () => {
  town = await theTown();
});

inBrowser('several invoices', () => {
  it('are taken on together, and what one is refused is told beside it', async () => {
    await deliver(town, 'zusammen-1.xml', invoiceFile({ number: 'ZUSAMMEN-1' }));
    const other = await deliver(town, 'zusammen-2.xml', invoiceFile({ number: 'ZUSAMMEN-2' }));
    const page = await town.openAs('hanna', desk('?queue=department&search=ZUSAMMEN'));
    await page.getByLabel('Rechnung ZUSAMMEN-1 wählen').check();
    await page.getByLabel('Rechnung ZUSAMMEN-2 wählen').check();
    const bar = page.getByRole('region', { name: 'Mehrere Rechnungen' });
    await bar.getByText('Gewählt: 2').waitFor();
    await bar.getByRole('button', { name: 'Übernehmen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Übernehmen (2)' }).waitFor();
    await decide(await town.callAs('henrik'), other, { action: 'claim' });
    await dialog.getByRole('button', { name: 'Übernehmen (2)' }).click();
    const result = page.getByRole('dialog', { name: 'Übernehmen: 1 von 2 erledigt' });
    await result.getByRole('listitem').filter({ hasText: 'ZUSAMMEN-1' }).getByText('Erledigt').waitFor();
    const refused = result.getByRole('listitem').filter({ hasText: 'ZUSAMMEN-2' });
    expect(await refused.locator('.bulk-list__outcome').textContent()).not.toMatch(/Erledigt/);
    expect(await barriersOn(page)).toEqual([]);
    await result.locator('.kern-dialog__footer').getByRole('button', { name: 'Schließen' }).click();
    await bar.waitFor({ state: 'detached' });
  });

  it('are one once a correction replaces the earlier, and its supplier sees so', async () => {
    const file = invoiceFile({ number: 'ERSETZT-1' });
    const { id, token } = await deliverTracked(town, 'ersetzt.xml', file);
    const precedes = { number: 'ERSETZT-1', issued: maintenance.issued };
    await deliver(town, 'korrektur.xml', invoiceFile({ number: 'ERSETZT-1-K', type: '384', precedes }));
    await decide(await town.callAs('hanna'), id, { action: 'claim' });
    const page = await town.openAs('hanna', desk(`/invoices/${id}`));
    await page.getByText('Zu dieser Rechnung liegt eine Korrektur vor').first().waitFor();
    await page.getByRole('button', { name: 'Durch Korrektur ersetzen' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Durch Korrektur ersetzen' });
    await dialog
      .getByLabel('Die andere Rechnung')
      .locator('option:checked')
      .filter({ hasText: 'ERSETZT-1-K' })
      .waitFor({
        state: 'attached',
      });
    await dialog.getByRole('button', { name: 'Durch Korrektur ersetzen' }).click();
    await page.getByText('Erledigt: Durch Korrektur ersetzen').first().waitFor();
    const supplier = await town.open(counterPath(`/track/${token}`));
    await supplier.getByText('Durch eine andere Rechnung ersetzt').first().waitFor();
  });
});

inBrowser('a town too small for four eyes', () => {
  it('orders as an exception by two people with their reasons, and the audit office has it on its list', async () => {
    await setApproval(town);
    await letOrder('sofia', 'SCHULE');
    const school = { buyerReference: '07999001-SCHULE-40' };
    const id = await deliver(town, 'ausnahme.xml', invoiceFile({ number: 'AUSNAHME-1', ...school }));
    const sofia = await town.callAs('sofia');
    for (const action of ['claim', 'confirmFactual', 'confirmArithmetical']) await decide(sofia, id, { action });
    await decide(sofia, id, { action: 'orderAsException', reason: 'Alle anderen sind im Urlaub.' });
    const page = await town.openAs('simon', desk(`/invoices/${id}`));
    const title = 'Als Ausnahme anordnen';
    await page.getByRole('region', { name: 'Entscheiden' }).getByRole('button', { name: title }).click();
    const dialog = page.getByRole('dialog', { name: title });
    await dialog.getByText('Ausnahme vom Vier-Augen-Prinzip').waitFor();
    await dialog.getByLabel('Grund').fill('Die Leistung ist erbracht.');
    await dialog.getByRole('button', { name: title }).click();
    await page.getByText(`Erledigt: ${title}`).first().waitFor();
    const audit = await town.openAs('pruefung', desk('/administration/approval'));
    const entry = audit.getByRole('listitem').filter({ hasText: 'AUSNAHME-1' });
    await entry.getByText(/Angeordnet: Sofia Sander, .* Grund: Alle anderen sind im Urlaub\./).waitFor();
    await entry.getByText(/Zweite Person: Simon Seidel, .*Die Leistung ist erbracht\./).waitFor();
    expect(await barriersOn(audit)).toEqual([]);
  });
});

/** Two administrators let somebody order in their department too. */
async function letOrder(login: string, department: string): Promise<void> {
  const [one, other] = [await town.callAs('admin'), await town.callAs('admin2')];
  const { personIds, departmentIds } = town.town;
  const grant = {
    ...{ personId: personIds.get(login), role: 'orderer', departmentId: departmentIds.get(department) },
    ...{ limitEuro: '5000.00', validFrom: '2026-01-01', validTo: null },
  };
  const key = () => ({ 'idempotency-key': newKey() });
  const { body } = await one.post('/administration/grants', grant, key());
  const confirmed = await other.post(`/administration/grants/${String(body['id'])}/confirmation`, {}, key());
  expect(confirmed.status).toBe(200);
}
