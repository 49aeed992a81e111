import type { Page } from 'playwright-core';
import { newAccount, onPaper } from '../../../demo/invoices/descriptions.js';
import { calculate } from '../../../demo/invoices/calculation.js';
import { writePdf } from '../../../demo/invoices/pdf-writer.js';
import { townLeitwegId } from '../../../demo/town.js';
import { Client } from '../../api/client.js';
import { deliver, invoiceFile } from '../paper.js';
import { desk, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// What no rule can decide waits in the clearing queue, where people look first.

inBrowser('the clearing queue', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  const invoice = async (id: string) =>
    (await new Client(town.service.url).withKey(town.town.keys.finance).get(`/invoices/${id}`)).body;

  it('sends what nobody is named in to a department, and remembers that as a rule', async () => {
    const unroutable = (number: string) => invoiceFile({ number, buyerReference: townLeitwegId });
    const first = await deliver(town, 'erste.xml', unroutable('UNKLAR-1'));
    const page = await town.openAs('eingang', desk('/clearing'));
    await openCase(page, 'UNKLAR-1');
    const part = page.getByRole('region', { name: 'Einem Amt zuordnen' });
    await part.getByLabel('Amt', { exact: true }).selectOption({ label: 'Hauptamt' });
    await part.getByLabel(/Als Regel merken/).check();
    await part.getByText(/Die Regel in Worten: Wenn .*Hauptamt/).waitFor();
    await part.getByRole('button', { name: 'Zuordnen' }).click();
    await page.getByText('Erledigt: Zuordnen').waitFor();
    const hauptamt = town.town.departmentIds.get('HAUPTAMT');
    expect(await invoice(first)).toMatchObject({ state: 'routed', departmentId: hauptamt });
    const next = await deliver(town, 'zweite.xml', unroutable('UNKLAR-2'));
    expect(await invoice(next)).toMatchObject({ state: 'routed', departmentId: hauptamt });
  });

  it('lets a changed account through only when two people have released it', async () => {
    await deliver(town, 'bekannt.xml', invoiceFile({ number: 'KONTO-1' }));
    const id = await deliver(town, 'neu.xml', invoiceFile({ ...newAccount, number: 'KONTO-2' }));
    expect(await invoice(id)).toMatchObject({ clarificationReason: 'accountChanged' });
    await release(await ledByTheBar(town, id), 'Vermerkt: Konto freigeben');
    expect(await invoice(id)).toMatchObject({ state: 'clarification' });
    const second = await town.openAs('buchhaltung');
    await second.goto(desk('/clearing?waitsFor=secondPerson'));
    await second.getByRole('listitem').filter({ hasText: 'KONTO-2' }).getByText('Wartet auf zweite Person').waitFor();
    await openCase(second, 'KONTO-2');
    await second.getByText('Erste Freigabe: Erika Engel').waitFor();
    await release(second, 'Erledigt: Konto freigeben');
    expect(await invoice(id)).not.toMatchObject({ clarificationReason: 'accountChanged' });
  });

  it('takes an invoice on paper by the hands of one person and the eyes of another', async () => {
    const id = await deliver(town, 'papier.pdf', await writePdf(calculate(onPaper)));
    const page = await town.openAs('eingang');
    await openCase(page, 'papier.pdf');
    const capture = page.getByRole('region', { name: 'Rechnung erfassen' });
    const { name, iban, vatId } = onPaper.seller;
    const read = {
      ...{ number: onPaper.number, issueDate: '09.03.2026', sellerName: name, sellerVatId: vatId, iban },
      ...{ currency: 'EUR', net: '100,00', vat: '19,00', gross: '119,00' },
    };
    for (const [field, text] of Object.entries(read)) await capture.locator(`[name="${field}"]`).fill(text);
    await capture.getByRole('button', { name: 'Erfassen', exact: true }).click();
    await page.getByText(/(Erledigt|Vermerkt): Erfassen/).waitFor();
    const second = await town.openAs('buchhaltung');
    await openCase(second, onPaper.number);
    await second.getByRole('heading', { name: `${name} laut Erfassung` }).waitFor();
    const confirm = second.getByRole('region', { name: 'Erfassung bestätigen' });
    await confirm.getByText(/Erika Engel hat diese Rechnung/).waitFor();
    await confirm.getByLabel('Zahlbetrag').fill('118,00');
    await confirm.getByLabel('IBAN').fill(iban);
    await confirm.getByRole('button', { name: 'Erfassung bestätigen' }).click();
    await confirm.getByText(/Erfasst wurde ein anderer Betrag/).waitFor();
    await confirm.getByLabel('Zahlbetrag').fill('119,00');
    await confirm.getByRole('button', { name: 'Erfassung bestätigen' }).click();
    await second.getByText('Erledigt: Erfassung bestätigen').waitFor();
    expect(await invoice(id)).toMatchObject({ number: onPaper.number, grossAmount: '119.00' });
  });
});

/** Opens the case in the list, as who works it off does. */
async function openCase(page: Page, number: string): Promise<void> {
  await page.goto(desk('/clearing'));
  await page.getByRole('button', { name: `Klären: Rechnung ${number}` }).click();
}

/** On the invoice's page: the bar releases no account, it leads to where the supplier's answer is asked for. */
async function ledByTheBar(town: WebTown, id: string): Promise<Page> {
  const page = await town.openAs('eingang', desk(`/invoices/${id}`));
  const bar = page.getByRole('region', { name: 'Entscheiden' });
  await bar.getByRole('button', { name: 'Fall klären' }).click();
  await page.locator('#clearing:focus').waitFor();
  expect(await bar.getByRole('button', { name: 'Konto freigeben' }).count()).toBe(0);
  return page;
}

async function release(page: Page, told: string): Promise<void> {
  await openCase(page, 'KONTO-2');
  await page.getByLabel(/Der Lieferant hat mir das neue Konto/).check();
  await page.getByRole('button', { name: 'Konto freigeben', exact: true }).click();
  await page.getByText(told).first().waitFor();
}
