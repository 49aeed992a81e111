import type { Page } from 'playwright-core';
import pg from 'pg';
import { invoiceFile } from '../paper.js';
import { counterPath, inBrowser, type WebTown } from '../web-town.js';
import { theTown } from './the-town.js';

// A supplier without an account: has a file checked, mends it, submits it, and follows it.

inBrowser('a supplier at the counter', () => {
  let town: WebTown;
  beforeAll(async () => {
    town = await theTown();
  });

  const bring = (page: Page, ...files: readonly { readonly name: string; readonly content: string }[]) =>
    page
      .locator('input[type="file"]')
      .setInputFiles(
        files.map(({ name, content }) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(content) })),
      );

  it('checks without sending, submits the right one with an attachment, and follows it', async () => {
    const before = await deliveries();
    const page = await town.open(counterPath('?do=check'));
    const right = invoiceFile({ number: 'SCHALTER-1' });
    const wrong = right.replace(/(<cbc:PayableAmount[^>]*>)[\d.]+/, '$11.00');
    await bring(page, { name: 'rechnung.xml', content: wrong });
    await page.getByText('So kann die Rechnung nicht angenommen werden').waitFor();
    await page.getByText('BR-CO-16').first().waitFor();
    expect(await deliveries()).toBe(before);
    await bring(page, { name: 'rechnung-neu.xml', content: right });
    await page.getByRole('heading', { name: 'Ergebnis für rechnung-neu.xml' }).waitFor();
    await page.getByText('Die Rechnung ist in Ordnung').waitFor();
    expect(await deliveries()).toBe(before);

    await page.getByRole('button', { name: 'Jetzt einreichen' }).click();
    // A field of the other form: before it is there, a file would be brought to the check.
    await page.getByLabel(/Ihr Name oder Ihre E-Mail-Adresse/).fill('Nele Brandt');
    await page.getByText('rechnung-neu.xml').first().waitFor();
    await bring(page, { name: 'notiz.txt', content: 'Der Lieferschein folgt.' });
    await page.getByText('notiz.txt').first().waitFor();
    await page.getByRole('button', { name: 'Jetzt einreichen' }).click();
    await page.waitForURL(/\/track\/.+receipt=new/);
    await page.getByText('SCHALTER-1').first().waitFor();
    await page.getByText('In Bearbeitung').first().waitFor();
    expect(await deliveries()).toBe(before + 1);

    const link = new URL(page.url());
    const later = await town.open(link.pathname);
    await later.getByText('SCHALTER-1').first().waitFor();
  });

  /** How many deliveries the town has taken in. */
  async function deliveries(): Promise<number> {
    const client = new pg.Client({ connectionString: town.service.environment['DATABASE_URL'] });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.tenant', $1, true)`, [town.town.tenantId]);
      const { rows } = await client.query<{ count: number }>('select count(*)::int as count from eingang.delivery');
      return rows[0]?.count ?? -1;
    } finally {
      await client.end();
    }
  }
});
