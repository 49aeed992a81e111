import type { Page } from 'playwright-core';
import type { DemoFileName } from '../demo/expected-outcomes.js';
import { usualCoding } from '../demo/chart.js';
import { tenant } from '../demo/town.js';
import type { PageState } from './every-page.js';
import type { ApprovalAddresses, Bill } from './played-approval.js';

type State = PageState<ApprovalAddresses>;
type Prepare = NonNullable<State['prepare']>;

const counter = `/t/${tenant.slug}`;
const desk = `${counter}/desk`;
const at = (as: string | null, name: string, path: string | State['path'], prepare?: Prepare): State => ({
  ...{ as, name, path: typeof path === 'string' ? () => path : path, prepare },
});
const bill = (as: string, name: string, which: Bill, more = '', prepare?: Prepare): State =>
  at(as, name, ({ billId }) => `${desk}/invoices/${billId(which)}${more}`, prepare);
const invoice = (as: string, name: string, file: DemoFileName, more = '', prepare?: Prepare): State =>
  at(as, name, ({ invoiceId }) => `${desk}/invoices/${invoiceId(file)}${more}`, prepare);
const tracked = (name: string, which: Bill): State =>
  at(null, name, ({ billToken }) => `${counter}/track/${billToken(which)}`);

/** Presses one button after the other; the last opens a dialog. */
const pressing =
  (...names: readonly RegExp[]): Prepare =>
  async (page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };

const sending = (page: Page) => page.getByRole('dialog').locator('button[type="submit"]').click();
const fill = (page: Page, label: RegExp, text: string) => page.getByLabel(label).first().fill(text);
/** What says that somebody else was quicker. */
const untilConflict = (page: Page) => page.getByRole('button', { name: /^(Neuen Stand laden|Load the)/ }).waitFor();

let turns = 0;
/** A key that no call has used: states are made again for each language. */
const freshKey = (): string => `picture-${String((turns += 1))}`;

const changePayment = /^(Zahlungsangaben ändern|Change the payment)$/;
const code = /^(Kontierung ändern|Kontieren|Code|Change the coding)$/;

const shortening: Prepare = async (page, addresses) => {
  await pressing(changePayment)(page, addresses);
  await fill(page, /^(Betrag|Amount)$/, '500');
  await sending(page);
};

/** Somebody codes the invoice anew while its payment or coding is typed. */
const meanwhile: Prepare = async (_page, { asPerson, billId }) =>
  (await asPerson('hanna')).code(billId('typed'), usualCoding.HAUPTAMT, freshKey());

const paymentConflict: Prepare = async (page, addresses) => {
  await shortening(page, addresses);
  await fill(page, /^(Grund der Kürzung|Reason for paying less)/, 'Zwei Stunden fehlen.');
  await fill(page, /^(Warum ändern|Why do you)/, 'Stundenzettel');
  await meanwhile(page, addresses);
  await sending(page);
  await untilConflict(page);
};

const coding: Prepare = async (page) => {
  await page.getByRole('button', { name: code }).first().click();
  await page.locator('.coding-line').first().waitFor();
};

const codingHalf: Prepare = async (page, addresses) => {
  await coding(page, addresses);
  await page.locator('.coding-line input[name="amount"]').first().fill('1000');
  await page.keyboard.press('Enter');
  const second = page.locator('.coding-line').nth(1);
  await second.locator('input[name="account"]').fill('54');
  await page.getByRole('listbox').waitFor();
};

const codingConflict: Prepare = async (page, addresses) => {
  await coding(page, addresses);
  await meanwhile(page, addresses);
  await page.locator('.coding-editor button[type="submit"]').click();
  await untilConflict(page);
};

const choosing: Prepare = async (page) => {
  for (const box of await page.locator('table input[type="checkbox"]').all()) await box.check();
  await page.locator('.bulk-bar').waitFor();
};

/** Of two invoices that are taken on together somebody else was quicker with one. */
const takingTogether: Prepare = async (page, addresses) => {
  const { asPerson, billId } = addresses;
  const [hanna, henrik] = [await asPerson('hanna'), await asPerson('henrik')];
  for (const id of [billId('takeA'), billId('takeB')])
    for (const person of [hanna, henrik])
      if ((await hanna.invoice(id)).state === 'in_review')
        await person.decide(id, { action: 'release' }, freshKey()).catch(() => null);
  await page.reload();
  await page.locator('table').waitFor();
  await choosing(page, addresses);
  await henrik.decide(billId('takeB'), { action: 'claim' }, freshKey());
  await page
    .locator('.bulk-bar')
    .getByRole('button', { name: /^(Übernehmen|Take on)$/ })
    .click();
  await page.getByRole('dialog').waitFor();
  await sending(page);
  await page.locator('.bulk-list__outcome').first().waitFor();
};

const takenOn: Prepare = async (page, { asPerson, billId }) => {
  const hanna = await asPerson('hanna');
  const id = billId('takeA');
  if ((await hanna.invoice(id)).state === 'in_review') await hanna.decide(id, { action: 'release' }, freshKey());
  await page.reload();
  await page
    .getByRole('button', { name: /^(Übernehmen|Take on)$/ })
    .first()
    .click();
  await page.locator('.toast').first().waitFor();
};

const wrongChart = `Art;Nummer;Bezeichnung
Sachkonto;5431600;Wartung und Pflege von Software und Geräten
Sachkonto;5431000;Geschäftsaufwendungen (Büro, Porto, Bücher)
Sachkonto;5431700;Lizenzen
Produkt;11.1.01;Zentrale Dienste und IT
Haushaltsstelle;0.0200;Kämmerei
`;

const checkingChart =
  (csv: string): Prepare =>
  async (page) => {
    const file = { name: 'kontenplan.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('main input[type="checkbox"]').first().check();
    await page.locator('main form button[type="submit"]').first().click();
    await page.locator('.chart-plan').waitFor();
  };

/** A rule for one seller, tried out on what has come in. */
const simulating: Prepare = async (page) => {
  await page
    .getByRole('button', { name: /^(Regel anlegen|Add a rule)$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name$/).fill('Strom an das Hauptamt');
  await dialog.getByLabel(/^(Vergleich|Comparison)$/).selectOption('startsWith');
  await dialog.getByLabel(/^(Wert|Value)$/).fill('Auenstrom');
  await dialog.getByLabel(/^(Dann geht die Rechnung an|Then the invoice)/).selectOption({ index: 1 });
  await sending(page);
  await dialog.waitFor({ state: 'hidden' });
  // Before the rule that held until now.
  for (let place = 3; place > 0; place -= 1)
    await page.getByRole('button', { name: /(Hauptamt“ nach oben|Hauptamt” up)/ }).click();
  await page.getByRole('button', { name: /^(Ausprobieren|Try out)$/ }).click();
  await page
    .getByText(/ginge|gingen|would go/)
    .first()
    .waitFor();
};

/** Pages in the states of approval: what is coded, changed, asked, ordered twice, ordered as an exception and settled. */
export const approvalPages: readonly State[] = [
  tracked('tracking-paid', 'paid'),
  tracked('tracking-paid-in-part', 'reduced'),
  tracked('tracking-ordered', 'exception'),
  at(null, 'query-waiting', ({ questionPath }) => questionPath),
  at(null, 'query-answered', ({ answeredPath }) => answeredPath),
  at(
    null,
    'query-incomplete',
    ({ questionPath }) => questionPath,
    async (page) => {
      await page.locator('main form button[type="submit"]').click();
      await page.locator('main [aria-invalid="true"], main [role="alert"]').first().waitFor();
    },
  ),
  at(
    null,
    'notification-confirmed',
    ({ confirmationPath }) => confirmationPath,
    async (page) => {
      await page.locator('main').getByRole('button').first().click();
      await page.locator('main .kern-alert, main [role="alert"], main .notice').first().waitFor();
    },
  ),
  bill('hanna', 'invoice-coded', 'typed'),
  bill('hanna', 'invoice-coding', 'typed', '', codingHalf),
  bill('hanna', 'invoice-coding-conflict', 'typed', '', codingConflict),
  bill('hanna', 'invoice-payment', 'typed', '', pressing(changePayment)),
  bill('hanna', 'invoice-payment-shortened', 'typed', '', shortening),
  bill('hanna', 'invoice-payment-conflict', 'typed', '', paymentConflict),
  bill('hanna', 'invoice-asking', 'typed', '', pressing(/^(Rückfrage stellen|Ask the supplier)$/)),
  bill('hanna', 'invoice-replacing', 'typed', '', pressing(/^(Durch Korrektur ersetzen|Replace by correction)$/)),
  bill('hanna', 'invoice-toast', 'takeA', '', takenOn),
  bill('hanna', 'invoice-exception', 'begun', '', pressing(/^(Als Ausnahme anordnen|Order as an exception)$/)),
  bill('hanna', 'invoice-recall-asked', 'recall'),
  at('hanna', 'queue-taken-together', `${desk}?queue=department&search=RS-2026-041`, takingTogether),
  at('amtsleitung', 'queue-to-order', `${desk}?queue=toOrder`),
  at('amtsleitung', 'queue-chosen', `${desk}?queue=toOrder`, choosing),
  at('amtsleitung', 'queue-ordering-together', `${desk}?queue=toOrder`, async (page, addresses) => {
    await choosing(page, addresses);
    await page
      .locator('.bulk-bar')
      .getByRole('button', { name: /^(Anordnen|Order payment)$/ })
      .click();
    await page.getByRole('dialog').waitFor();
  }),
  bill('amtsleitung', 'invoice-ordering', 'bulkA', '', pressing(/^(Anordnen|Order payment)$/)),
  bill('amtsleitung', 'invoice-revoking', 'exception', '', pressing(/^(Anordnung zurücknehmen|Revoke the order)$/)),
  invoice('tilda', 'invoice-revoked', '02-strassenbau-skonto-ubl.xml'),
  invoice('tilda', 'invoice-revoked-history', '02-strassenbau-skonto-ubl.xml', '?tab=history'),
  invoice('tarik', 'invoice-payment-waits', '09-gutachten-mit-anlage-ubl.xml'),
  invoice('greta', 'invoice-query-waits', '10-fenster-bestellbezug-cii.xml'),
  invoice('greta', 'invoice-query-answered', '06-strom-xrechnung.pdf'),
  bill('buchhaltung', 'invoice-recalling', 'recall', '', pressing(/^(Rückruf bestätigen|Confirm the recall)$/)),
  bill('buchhaltung', 'invoice-paid-in-part', 'reduced'),
  at('eingang', 'clearing-second-person', `${desk}/clearing?waitsFor=secondPerson`),
  at('pruefung', 'administration-exceptions', `${desk}/administration/approval`),
  at('admin', 'administration-approval', `${desk}/administration/approval`),
  at('admin', 'administration-chart', `${desk}/administration/chart`),
  at('admin', 'administration-chart-checked', `${desk}/administration/chart`, checkingChart(wrongChart)),
  at('admin2', 'administration-proposal', `${desk}/administration/chart`),
  at('admin', 'administration-simulation', `${desk}/administration/rules`, simulating),
];
