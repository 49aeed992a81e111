import { simpleParser } from 'mailparser';
import { demoInvoices } from '../../../demo/make-invoices.js';
import { barriersOn } from '../../../bench/barriers.js';
import { decide, deliverTracked, invoiceFile } from '../paper.js';
import { counterPath, desk, inBrowser, inBrowserWithMail, until, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// What goes through the post: mails that suppliers have asked for, and the mailbox that brings their invoices.

let town: WebTown;
beforeAll(async () => {
  town = await theTown();
});

inBrowser('a supplier who wants mails', () => {
  it('confirms by the link of a real mail, is told of a step, and ends it by the link in that', async () => {
    const address = 'neuigkeiten@lieferant.example';
    const { id, token } = await deliverTracked(town, 'neuigkeit.xml', invoiceFile({ number: 'NEUIGKEIT-1' }));
    const page = await town.open(counterPath(`/track/${token}`));
    await page.getByLabel('E-Mail-Adresse').fill(address);
    await page.getByRole('button', { name: 'E-Mails bestellen' }).click();
    await page.getByText('Bitte sehen Sie in Ihr Postfach').waitFor();
    await page.goto(await linkTo(address, 'confirmation'));
    await page.getByRole('button', { name: 'Ja, bitte schreiben Sie mir' }).click();
    await page.getByText(/Ab jetzt schreiben wir Ihnen bei jedem weiteren Schritt/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await decide(await town.callAs('hanna'), id, { action: 'claim' });
    await page.goto(await linkTo(address, 'end'));
    await page.getByRole('button', { name: 'Ja, keine E-Mails mehr' }).click();
    await page.getByText(/schreiben wir Ihnen nicht mehr/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});

inBrowserWithMail('a mailbox', () => {
  it('that gets another name keeps its password, and goes on bringing mails', async () => {
    const page = await town.openAs('admin', desk('/administration/mailboxes'));
    const entry = page.getByRole('listitem').filter({ hasText: 'rechnung@auenfurt.example' });
    await entry.getByRole('button', { name: 'Ändern' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Rechnungen im Rathaus');
    expect(await dialog.getByLabel('Kennwörter neu eingeben').isChecked()).toBe(false);
    expect(await dialog.locator('input[type="password"]').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('„Rechnungen im Rathaus“ wird mit den neuen Angaben abgerufen.').waitFor();
    const invoice = (await demoInvoices()).find(({ fileName }) => fileName === '05-buerobedarf-cii.xml');
    const from = 'danach@lieferant.example';
    const attachments = [{ filename: 'danach.xml', content: Buffer.from(invoice?.bytes ?? []) }];
    await town.post({ from, subject: 'Nach der Änderung', text: 'Anbei unsere Rechnung.', attachments });
    await town.mailTo(from);
    await until('the mailbox is looked into without failing', async () => {
      await page.reload();
      await entry.getByText(/Zuletzt abgerufen/).waitFor();
      return (await entry.getByText(/Gestört seit/).count()) === 0;
    });
  });
});

/** The path of the link in the next mail to an address that does this. */
async function linkTo(address: string, deed: 'confirmation' | 'end'): Promise<string> {
  const link = new RegExp(`https?://\\S+/notifications/\\S+/${deed}\\b`);
  const { raw } = await town.mailTo(address);
  const found = link.exec((await simpleParser(raw)).text ?? '')?.[0];
  if (found === undefined) throw new Error(`the mail to ${address} holds no link that does: ${deed}`);
  return new URL(found).pathname;
}
