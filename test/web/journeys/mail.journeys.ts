import type { Page } from 'playwright-core';
import { simpleParser } from 'mailparser';
import { demoInvoices } from '../../../demo/make-invoices.js';
import type { DemoFileName } from '../../../demo/expected-outcomes.js';
import { Client, each, newKey } from '../../api/client.js';
import { openFromQueue, press } from '../paper.js';
import { inBrowserWithMail, until, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// A supplier writes a mail; everything after that happens in the browser, and by the finance system's key.

inBrowserWithMail('a mail to the town', () => {
  let town: WebTown;
  const files = new Map<DemoFileName, Buffer>();
  beforeAll(async () => {
    town = await theTown();
    for (const { fileName, bytes } of await demoInvoices()) files.set(fileName, Buffer.from(bytes));
  });

  const send = (from: string, subject: string, ...names: readonly DemoFileName[]) =>
    town.post({
      ...{ from, subject, text: 'Guten Tag,\n\nanbei unsere Rechnung.\n\nMit freundlichen Grüßen' },
      attachments: names.map((filename) => ({ filename, content: files.get(filename) })),
    });

  it('becomes an invoice, is confirmed and ordered by different people, handed over, and its sender sees it', async () => {
    await send('rechnung@rheinbogen.example', 'Rechnung RS-2026-0311', '01-it-wartung-ubl.xml');
    const link = /https?:\/\/\S+\/track\/\S+/.exec(await textTo(town, 'rechnung@rheinbogen.example'))?.[0] ?? '';

    const hanna = await town.openAs('hanna');
    await openFromQueue(hanna, 'department', 'RS-2026-0311');
    await hanna.getByRole('heading', { name: 'Rheinbogen Systemhaus GmbH' }).waitFor();
    await hanna.getByText('Betreff „Rechnung RS-2026-0311“').waitFor();
    await press(hanna, 'Übernehmen', { atOnce: true });
    await askAndBeAnswered(town, hanna);
    await press(hanna, 'Sachlich richtig feststellen');

    const henrik = await town.openAs('henrik');
    await openFromQueue(henrik, 'department', 'RS-2026-0311');
    await press(henrik, 'Rechnerisch richtig feststellen');

    const supplier = await town.open(link);
    await supplier.getByText('In Prüfung').first().waitFor();

    const orderer = await town.openAs('amtsleitung');
    await openFromQueue(orderer, 'department', 'RS-2026-0311');
    await press(orderer, 'Anordnen');

    await handOver(town, 'RS-2026-0311');
    await supplier.reload();
    await supplier.getByText('Zur Zahlung freigegeben').first().waitFor();
  });

  it('with an invoice that is wrong is answered with the report', async () => {
    await send('kontor@papierhof.example', 'Rechnung L-4480', '13-falsche-summen-ubl.xml');
    const texts = [await textTo(town, 'kontor@papierhof.example'), await textTo(town, 'kontor@papierhof.example')].join(
      '\n',
    );
    expect(texts).toContain('BR-CO-10');
    const link = /https?:\/\/\S+\/track\/\S+/.exec(texts)?.[0] ?? '';
    const supplier = await town.open(link);
    await supplier.getByText('Zurückgewiesen').first().waitFor();
    await supplier.getByRole('link', { name: 'Ganzen Prüfbericht ansehen und drucken' }).click();
    await supplier.getByText('BR-CO-10').first().waitFor();
  });
});

/** The text of the next mail to an address. */
async function textTo(town: WebTown, address: string): Promise<string> {
  const { raw } = await town.mailTo(address);
  return (await simpleParser(raw)).text ?? '';
}

/** A query goes out by mail, is answered through its link, and stands on the desk. */
async function askAndBeAnswered(town: WebTown, clerk: Page): Promise<void> {
  const bar = clerk.getByRole('region', { name: 'Entscheiden' });
  await bar.getByRole('button', { name: 'Rückfrage stellen', exact: true }).click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByLabel('Ihre Frage').fill('Welche Wartung war das?');
  await dialog.getByRole('button', { name: 'Rückfrage stellen', exact: true }).click();
  await clerk.getByText(/^Wartet seit (heute|einem Tag) auf Antwort/).waitFor();
  const link = /https?:\/\/\S+\/queries\/\S+/.exec(await textTo(town, 'rechnung@rheinbogen.example'))?.[0] ?? '';
  const supplier = await town.open(link);
  await supplier.getByText('Welche Wartung war das?').waitFor();
  await supplier.getByLabel('Ihre Antwort').fill('Die der Server im Oktober.');
  await supplier.getByRole('button', { name: 'Antwort senden' }).click();
  await supplier.getByText('Ihre Antwort ist angekommen').waitFor();
  await until('the answer on the desk', async () => {
    await clerk.reload();
    // The panel of queries comes after the rest of the page.
    const answer = clerk.getByText('Die der Server im Oktober.').waitFor({ timeout: 5_000 });
    return answer.then(
      () => true,
      () => false,
    );
  });
}

/** The finance system takes what is ordered, and says so. */
async function handOver(town: WebTown, number: string): Promise<void> {
  const finance = new Client(town.service.url).withKey(town.town.keys.finance);
  const batch = await finance.post('/handovers', { limit: 10 }, { 'idempotency-key': newKey() });
  expect(each(batch.body, 'records', 'number')).toContain(number);
  const id = each(batch.body, 'records', 'invoiceId')[each(batch.body, 'records', 'number').indexOf(number)] ?? '';
  const path = `/handovers/${String(batch.body['handOverId'])}/records/${id}`;
  const key = { 'idempotency-key': newKey() };
  await finance.post(`${path}/acknowledgement`, { reference: 'Beleg 2026-4711' }, key);
  await until('handed over', async () => (await finance.get(`/invoices/${id}`)).body['state'] === 'handed_over');
}
