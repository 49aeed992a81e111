import type { Page } from 'playwright-core';
import { maintenance } from '../../../demo/invoices/descriptions.js';
import { townDay } from '../../../src/pipeline/town-day.js';
import { Client, each, newKey } from '../../api/client.js';
import { barriersOn } from '../../../bench/barriers.js';
import { decide, deliver, deliverTracked, invoiceFile, press, setApproval } from '../paper.js';
import { counterPath, desk, inBrowser, until, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// What can still happen once somebody wants to pay: less, a second order, an order taken back, a payment asked back.

let town: WebTown;
beforeAll(async () => {
  town = await theTown();
});

inBrowser('a payment', () => {
  it('above the second value step is shortened, split, confirmed by a deputy, ordered by two and paid in part', async () => {
    await setApproval(town);
    const dear = maintenance.lines.map((line, index) => (index === 0 ? { ...line, quantity: '240' } : line));
    const { id, token } = await deliverTracked(town, 'gross.xml', invoiceFile({ number: 'GROSS-1', lines: dear }));
    const hanna = await town.callAs('hanna');
    await decide(hanna, id, { action: 'claim' });
    const page = await town.openAs('hanna', desk(`/invoices/${id}`));
    await shorten(page, '5.500,00', 'Zwei Geräte waren nicht in Wartung.');
    await splitInTwo(hanna, id, '5500.00');
    const comesBack = await goesAway('hanna', 'sofia');
    const deputy = await town.openAs('sofia', desk(`/invoices/${id}`));
    await deputy.getByRole('button', { name: 'Für Hanna Hauser handeln' }).click();
    await deputy.getByText('In Vertretung für Hanna Hauser').first().waitFor();
    await press(deputy, 'Sachlich und rechnerisch feststellen');
    expect(await barriersOn(deputy)).toEqual([]);
    await comesBack();
    await decide(await town.callAs('amtsleitung'), id, { action: 'order' });
    expect((await hanna.get(`/invoices/${id}`)).body).toMatchObject({ state: 'confirmed' });
    await orderOn(await town.openAs('buergermeister', desk(`/invoices/${id}`)));
    const record = await handOver(town, id);
    const paid = { paidOn: townDay(new Date()) };
    const finance = new Client(town.service.url).withKey(town.town.keys.finance);
    expect((await finance.post(`${record}/payment`, paid, fresh())).status).toBe(200);
    const supplier = await town.open(counterPath(`/track/${token}`));
    await supplier.getByText('Gekürzt bezahlt, mit Grund').first().waitFor();
    await supplier.getByText('Zwei Geräte waren nicht in Wartung.').waitFor();
    expect(await barriersOn(supplier)).toEqual([]);
  });

  it('that is ordered is taken back before the finance system has it, and back in review it says so', async () => {
    const id = await deliver(town, 'doch.xml', invoiceFile({ number: 'DOCH-NICHT-1' }));
    await ordered(town, id);
    const page = await town.openAs('amtsleitung', desk(`/invoices/${id}`));
    await pressWithReason(page, 'Anordnung zurücknehmen', 'Die Leistung ist noch nicht abgenommen.');
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    await page.getByText(/zurückgenommen: Die Leistung ist noch nicht abgenommen\./).waitFor();
    const hanna = await town.callAs('hanna');
    expect((await hanna.get(`/invoices/${id}`)).body).toMatchObject({ state: 'in_review' });
    expect(await barriersOn(page)).toEqual([]);
  });

  it('that is handed over is asked back by the department, and given back by financial accounting', async () => {
    const id = await deliver(town, 'rueckruf.xml', invoiceFile({ number: 'RUECKRUF-1' }));
    await ordered(town, id);
    await handOver(town, id);
    const page = await town.openAs('hanna', desk(`/invoices/${id}`));
    await pressWithReason(page, 'Rückruf anfordern', 'Der Lieferant hat sich verrechnet.');
    const accounting = await town.openAs('buchhaltung', desk(`/invoices/${id}`));
    await pressWithReason(accounting, 'Rückruf bestätigen', 'Noch nicht bezahlt.');
    const hanna = await town.callAs('hanna');
    expect((await hanna.get(`/invoices/${id}`)).body).toMatchObject({ state: 'in_review' });
    await accounting.getByRole('tab', { name: 'Verlauf' }).click();
    await accounting.getByText(/: Noch nicht bezahlt\./).waitFor();
  });
});

const fresh = () => ({ 'idempotency-key': newKey() });

/** Less than the invoice asks for, through the dialog; it says first what it still lacks. */
async function shorten(page: Page, amount: string, because: string): Promise<void> {
  await page.getByRole('button', { name: 'Zahlungsangaben ändern' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zahlungsangaben ändern' });
  await dialog.getByLabel('Betrag').fill(amount);
  await dialog.getByRole('button', { name: 'Änderung speichern' }).click();
  await dialog.getByText('Bitte füllen Sie dieses Feld aus.').first().waitFor();
  await dialog.getByLabel('Grund der Kürzung').fill(because);
  await dialog.getByLabel('Warum ändern Sie das?').fill('Abgleich mit dem Geräteverzeichnis.');
  expect(await barriersOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Änderung speichern' }).click();
  await page.getByText('Die Zahlungsangaben sind geändert.').waitFor();
  await page.getByText('gekürzt', { exact: true }).waitFor();
}

/** Over two accounts, in halves. */
async function splitInTwo(person: Client, id: string, total: string): Promise<void> {
  const half = (Number(total) / 2).toFixed(2);
  const fiscalYear = Number(townDay(new Date()).slice(0, 4));
  const admin = await town.callAs('admin');
  const file = 'Art;Nummer;Bezeichnung\nKonto;5431600;Wartung\nKonto;5431000;Büro\nProdukt;11.1.01;Dienste\n';
  const chart = { fiscalYear, file: Buffer.from(file).toString('base64') };
  expect((await admin.post('/administration/chart/imports', chart, fresh())).status).toBe(200);
  const splits = ['5431600', '5431000'].map((account) => ({
    ...{ account, product: '11.1.01', costCentre: null, amount: half },
  }));
  const etag = (await person.get(`/invoices/${id}`)).headers.get('etag') ?? '';
  const coded = await person.post(`/invoices/${id}/coding`, { fiscalYear, splits }, { 'if-match': etag, ...fresh() });
  expect(coded.status).toBe(200);
}

/** Today somebody is absent, and another acts for them. @returns what ends both. */
async function goesAway(principal: string, deputy: string): Promise<() => Promise<void>> {
  const [admin, second, away] = [await town.callAs('admin'), await town.callAs('admin2'), await town.callAs(principal)];
  const done = async (person: Client, path: string, body: unknown): Promise<string> => {
    const answer = await person.post(path, body, fresh());
    if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
    return String(answer.body['id']);
  };
  const today = townDay(new Date());
  const idOf = (login: string) => town.town.personIds.get(login);
  const deputyship = await done(admin, '/deputyships', {
    ...{ principalId: idOf(principal), deputyId: idOf(deputy), roles: null, departmentId: null },
    ...{ holds: 'whileAbsent', validFrom: today, validTo: null },
  });
  await done(second, `/deputyships/${deputyship}/confirmation`, {});
  const absence = await done(away, '/absences', { firstDay: today, lastDay: townDay(new Date(Date.now() + DAY_MS)) });
  return async () => {
    await done(away, `/absences/${absence}/withdrawal`, {});
    await done(away, `/deputyships/${deputyship}/end`, {});
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

async function orderOn(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Entscheiden' }).getByRole('button', { name: 'Anordnen' }).click();
  await page.getByRole('dialog').getByText('5.500,00 €').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Anordnen' }).click();
  await page
    .getByText(/^Erledigt: Anordnen/)
    .first()
    .waitFor();
}

/** Confirmed by one and ordered by another, who both did so before the journey begins. */
async function ordered({ callAs }: WebTown, id: string): Promise<void> {
  const hanna = await callAs('hanna');
  for (const action of ['claim', 'confirmFactual', 'confirmArithmetical']) await decide(hanna, id, { action });
  await decide(await callAs('amtsleitung'), id, { action: 'order' });
}

async function pressWithReason(page: Page, title: string, reason: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Entscheiden' });
  await bar.getByRole('button', { name: title, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByLabel('Grund').fill(reason);
  await dialog.getByRole('button', { name: title, exact: true }).click();
  await page.getByText(`Erledigt: ${title}`).first().waitFor();
}

/** The finance system takes what is ordered, and books this one. @returns the record's address. */
async function handOver({ service, town: { keys } }: WebTown, id: string): Promise<string> {
  const finance = new Client(service.url).withKey(keys.finance);
  const { body } = await finance.post('/handovers', { limit: 100 }, fresh());
  expect(each(body, 'records', 'invoiceId')).toContain(id);
  const record = `/handovers/${String(body['handOverId'])}/records/${id}`;
  await finance.post(`${record}/acknowledgement`, { reference: 'Beleg 2026-4712' }, fresh());
  await until('handed over', async () => (await finance.get(`/invoices/${id}`)).body['state'] === 'handed_over');
  return record;
}
