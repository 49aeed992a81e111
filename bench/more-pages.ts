import type { Page, Route } from 'playwright-core';
import type { DemoFileName } from '../demo/expected-outcomes.js';
import { demoInvoices } from '../demo/make-invoices.js';
import type { ServiceClient } from '../demo/service-client.js';
import { tenant } from '../demo/town.js';
import { pipelineRefusals } from '../src/pipeline/outcome.js';
import { settled } from './chromium.js';
import type { Addresses, PageState } from './every-page.js';

/** What stands in the town besides the demonstration's invoices. */
export type MorePaper = 'broken.pdf' | 'scan.png';

export interface MoreAddresses extends Addresses {
  readonly paperId: (file: MorePaper) => string;
  /** Of a delivery of several files at the counter. */
  readonly counterToken: string;
  readonly oneTimePassword: (login: string) => string;
  readonly asPerson: (login: string) => Promise<ServiceClient>;
}

type State = PageState<MoreAddresses>;
type Prepare = NonNullable<State['prepare']>;

const counter = `/t/${tenant.slug}`;
const desk = `${counter}/desk`;
const at = (as: string | null, name: string, path: string | State['path'], prepare?: Prepare): State => ({
  ...{ as, name, path: typeof path === 'string' ? () => path : path, prepare },
});
const invoice = (as: string, name: string, file: DemoFileName, more = '', prepare?: Prepare): State =>
  at(as, name, ({ invoiceId }) => `${desk}/invoices/${invoiceId(file)}${more}`, prepare);
const administration = (part: string, name: string, opens: RegExp): State =>
  at('admin', `administration-${name}`, `${desk}/administration/${part}`, pressing(opens));

function pressing(name: RegExp): Prepare {
  return async (page) => {
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  };
}

const inGerman = async (page: Page): Promise<boolean> => (await page.locator('html').getAttribute('lang')) === 'de';

/** Brings files to the counter's form. */
function choosing(...files: readonly DemoFileName[]): Prepare {
  return async (page) => {
    const all = await demoInvoices();
    const chosen = all.filter(({ fileName }) => files.includes(fileName));
    await page.locator('input[type="file"]').setInputFiles(
      chosen.map(({ fileName, mediaType, bytes }) => ({
        ...{ name: fileName, mimeType: mediaType, buffer: Buffer.from(bytes) },
      })),
    );
    await page
      .getByText(files[0] ?? '')
      .first()
      .waitFor();
  };
}

const checking =
  (file: DemoFileName): Prepare =>
  async (page, addresses) => {
    await choosing(file)(page, addresses);
    await page.getByRole('heading', { name: new RegExp(file) }).waitFor();
  };

/** Answers in the service's place where the town would have to be changed for the answer. */
const answering =
  (address: string, answer: (route: Route, page: Page) => Promise<void>, then: Prepare): Prepare =>
  async (page, addresses) => {
    await page.route(address, (route) => answer(route, page));
    await then(page, addresses);
    await page.unroute(address);
  };

const reloading: Prepare = async (page) => {
  await page.reload();
  await settled(page);
};

/** The true answer with some of it changed. */
const changing = (change: object) => async (route: Route) => {
  const response = await route.fetch();
  const body: unknown = await response.json();
  await route.fulfill({ response, json: typeof body === 'object' ? { ...body, ...change } : body });
};

const closed = changing({
  open: false,
  closedNote: {
    de: 'Wir stellen auf das neue Haushaltsjahr um. Ab dem 7. Januar nehmen wir hier wieder Rechnungen an.',
    en: 'We are moving to the new budget year. From 7 January we take invoices here again.',
  },
});

const quotaUsed = async (route: Route, page: Page): Promise<void> => {
  const sentence = pipelineRefusals.addressQuotaUsed[(await inGerman(page)) ? 'de' : 'en'];
  await route.fulfill({
    ...{ status: 429, contentType: 'application/problem+json' },
    json: {
      ...{ type: 'urn:eingang:problem:addressQuotaUsed', title: 'Too Many Requests', status: 429 },
      detail: sentence.replace('{limit}', '200'),
    },
  });
};

/** Somebody else takes the invoice on while a decision is being written. */
const decidingTooLate: Prepare = async (page, { asPerson, invoiceId }) => {
  const henrik = await asPerson('henrik');
  const id = invoiceId('04-rechnungskorrektur-ubl.xml');
  const key = String(Date.now());
  if ((await henrik.invoice(id)).state === 'in_review') {
    await henrik.decide(id, { action: 'release' }, `back-${key}`);
    await page.reload();
  }
  await page.getByRole('button', { name: /^(Weiterleiten|Forward)$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^(Amt|Department)$/).selectOption({ label: 'Tiefbauamt' });
  await dialog.getByLabel(/^(Grund|Reason)$/).fill('Das gehört zur Uferstraße.');
  await henrik.decide(id, { action: 'claim' }, `claim-${key}`);
  await dialog.getByRole('button', { name: /^(Weiterleiten|Forward)$/ }).click();
  await dialog
    .getByText(/Henrik Holt/)
    .first()
    .waitFor();
};

const fillingIn =
  (login: string, password: (addresses: MoreAddresses) => string): Prepare =>
  async (page, addresses) => {
    await page.getByLabel(/Anmeldename|Login name/).fill(login);
    await page.getByLabel(/^(Kennwort|Password)$/).fill(password(addresses));
    await page
      .locator('form')
      .getByRole('button', { name: /^(Anmelden|Sign in)$/ })
      .click();
  };

/** Pages in states beyond those of the demonstration's town; the accessibility test does without them. */
export const morePages: readonly State[] = [
  at(null, 'counter-chosen', counter, choosing('05-buerobedarf-cii.xml', '06-strom-xrechnung.pdf')),
  at(null, 'counter-check-accepted', `${counter}?do=check`, checking('06-strom-xrechnung.pdf')),
  at(null, 'counter-check-rejected', `${counter}?do=check`, checking('13-falsche-summen-ubl.xml')),
  at(null, 'counter-closed', counter, answering(`**/api/v1/counter/${tenant.slug}`, closed, reloading)),
  at(
    null,
    'counter-quota-used',
    counter,
    answering('**/deliveries', quotaUsed, async (page, addresses) => {
      await choosing('05-buerobedarf-cii.xml')(page, addresses);
      await page.getByRole('button', { name: /^(Jetzt einreichen|Submit now)$/ }).click();
      await page.getByRole('alert').first().waitFor();
    }),
  ),
  at(null, 'tracking-several', ({ counterToken }) => `${counter}/track/${counterToken}?receipt=new`),
  at(null, 'tracking-in-progress', ({ token }) => `${counter}/track/${token('03-gutschrift-ubl.xml')}`),
  at(null, 'tracking-under-review', ({ token }) => `${counter}/track/${token('05-buerobedarf-cii.xml')}`),
  at(null, 'tracking-declined', ({ token }) => `${counter}/track/${token('07-schulmoebel-facturx.pdf')}`),
  at(null, 'tracking-report', ({ token }) => `${counter}/track/${token('13-falsche-summen-ubl.xml')}/report`),
  at(
    null,
    'tracking-notify-asked',
    ({ token }) => `${counter}/track/${token('03-gutschrift-ubl.xml')}`,
    async (page) => {
      await page.getByLabel(/^(E-Mail-Adresse|Mail address)$/).fill('rechnungen@lieferant.example');
      await page.getByRole('button', { name: /^(E-Mails bestellen|Ask for mails)$/ }).click();
      await page.getByText(/Bitte sehen Sie in|Please look into/).waitFor();
    },
  ),
  at(null, 'notification-asks', `${counter}/notifications/AAAA/confirmation`),
  at(null, 'notification-broken', `${counter}/notifications/AAAA/end`, async (page) => {
    await page.locator('main').getByRole('button').first().click();
    await page.getByText(/nicht gültig|not valid/).waitFor();
  }),
  at(null, 'sign-in-refused', `${counter}/sign-in`, async (page, addresses) => {
    await fillingIn('niemand', () => 'ein falsches Kennwort')(page, addresses);
    await page.getByRole('alert').first().waitFor();
  }),
  at(null, 'sign-in-first-time', `${counter}/sign-in`, async (page, addresses) => {
    await fillingIn('fatma', ({ oneTimePassword }) => oneTimePassword('fatma'))(page, addresses);
    await page.getByLabel(/^(Neues Kennwort|New password)$/).waitFor();
  }),
  at('kasse', 'queue-empty', `${desk}?queue=mine`),
  at('kasse', 'shortcuts', desk, async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  }),
  invoice(
    'sofia',
    'invoice-confirming',
    '05-buerobedarf-cii.xml',
    '',
    pressing(/^(Sachlich und rech|Confirm facts and)/),
  ),
  invoice('pruefung', 'invoice-refusals', '05-buerobedarf-cii.xml', '', async (page) => {
    await page
      .getByText(/^(Warum nicht|Why not)/)
      .first()
      .click();
  }),
  invoice('hanna', 'invoice-conflict', '04-rechnungskorrektur-ubl.xml', '', decidingTooLate),
  invoice('hanna', 'invoice-print', '04-rechnungskorrektur-ubl.xml', '', (page) =>
    page.emulateMedia({ media: 'print' }),
  ),
  invoice('tilda', 'session-ended', '03-gutschrift-ubl.xml', '', async (page) => {
    await page.context().clearCookies();
    await page.getByRole('button', { name: /^(Übernehmen|Take on)$/ }).click();
    await page.getByRole('dialog').waitFor();
  }),
  at('eingang', 'clearing-broken-document', ({ paperId }) => `${desk}/invoices/${paperId('broken.pdf')}`),
  at('eingang', 'clearing-scan', ({ paperId }) => `${desk}/invoices/${paperId('scan.png')}`),
  invoice('eingang', 'clearing-captured', '19-ohne-daten.pdf'),
  invoice('eingang2', 'clearing-confirm-capture', '19-ohne-daten.pdf'),
  at('admin', 'administration-mailbox-failing', `${desk}/administration/mailboxes`, async (page) => {
    await page
      .getByText(/Gestört seit|Failing since/)
      .first()
      .waitFor();
  }),
  at('admin', 'administration-reminders', `${desk}/administration/reminders`),
  at('hanna', 'profile', `${desk}/profile`),
  administration('departments', 'new-department', /^(Amt anlegen|Add a department)$/),
  administration('people', 'new-person', /^(Person anlegen|Add a person)$/),
  administration('people', 'new-grant', /^(Berechtigung vorschlagen|Propose a grant)$/),
  administration('rules', 'new-rule', /^(Regel anlegen|Add a rule)$/),
  administration('mailboxes', 'new-mailbox', /^(Postfach einrichten|Set up a mailbox)$/),
  administration('api-keys', 'new-key', /^(Schlüssel ausstellen|Issue a key)$/),
];
