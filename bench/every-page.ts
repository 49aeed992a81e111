import type { Page } from 'playwright-core';
import type { DemoFileName } from '../demo/expected-outcomes.js';
import { tenant } from '../demo/town.js';

/** What addresses are made of once the demonstration's town stands. */
export interface Addresses {
  readonly invoiceId: (file: DemoFileName) => string;
  /** The tracking link's token of a delivery with this file. */
  readonly token: (file: DemoFileName) => string;
}

/** One page in one of its states. */
export interface PageState<Where extends Addresses = Addresses> {
  readonly name: string;
  /** Who looks at it; null: anybody. */
  readonly as: string | null;
  readonly path: (addresses: Where) => string;
  /** What is done on the page before it is looked at. */
  readonly prepare?: (page: Page, addresses: Where) => Promise<void>;
}

const counter = `/t/${tenant.slug}`;
const desk = `${counter}/desk`;

const open = (name: string, path: PageState['path'], prepare?: PageState['prepare']): PageState => ({
  ...{ name, as: null, path, prepare },
});
const at = (login: string, name: string, path: PageState['path'], prepare?: PageState['prepare']): PageState => ({
  ...{ name, as: login, path, prepare },
});
const invoice = (login: string, name: string, file: DemoFileName, more = '', prepare?: PageState['prepare']) =>
  at(login, name, ({ invoiceId }) => `${desk}/invoices/${invoiceId(file)}${more}`, prepare);

const pressing = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** Every page of the web, in the states that the demonstration's town reaches. Those of one person stand together. */
export const everyPage: readonly PageState[] = [
  open('town', () => '/'),
  open('counter-submit', () => counter),
  open('counter-check', () => `${counter}?do=check`),
  open('tracking-accepted', ({ token }) => `${counter}/track/${token('01-it-wartung-ubl.xml')}`),
  open('tracking-rejected', ({ token }) => `${counter}/track/${token('13-falsche-summen-ubl.xml')}`),
  open('tracking-unknown', () => `${counter}/track/AAAA`),
  open('imprint', () => `${counter}/imprint`),
  open('privacy', () => `${counter}/privacy`),
  open('accessibility', () => `${counter}/accessibility`),
  open('sign-in', () => `${counter}/sign-in`),
  open(
    'sign-in-missing',
    () => `${counter}/sign-in`,
    async (page) => {
      await page
        .locator('form')
        .getByRole('button', { name: /^(Anmelden|Sign in)$/ })
        .click();
      await page.getByRole('alert').first().waitFor();
    },
  ),
  open('not-found', () => '/t/auenfurt/desk-of-nobody/x'),
  at('pruefung', 'queue-all', () => `${desk}?queue=all`),
  at('pruefung', 'queue-nothing-found', () => `${desk}?queue=all&search=gibt-es-nicht`),
  invoice('pruefung', 'invoice-claimed', '01-it-wartung-ubl.xml'),
  invoice('pruefung', 'invoice-report', '13-falsche-summen-ubl.xml', '?tab=report'),
  invoice('pruefung', 'invoice-history', '01-it-wartung-ubl.xml', '?tab=history'),
  invoice('pruefung', 'invoice-source', '01-it-wartung-ubl.xml', '?tab=source&beside=source'),
  invoice('pruefung', 'invoice-files', '09-gutachten-mit-anlage-ubl.xml', '?tab=files&beside=files'),
  at('pruefung', 'invoice-missing', () => `${desk}/invoices/00000000-0000-4000-8000-000000000000`),
  at('sofia', 'queue-mine', () => desk),
  at('sofia', 'queue-department', () => `${desk}?queue=department`),
  invoice('sofia', 'invoice-in-review', '05-buerobedarf-cii.xml'),
  invoice('sofia', 'invoice-decision', '05-buerobedarf-cii.xml', '', pressing(/^(Sachlich ablehnen|Decline)$/)),
  at('sofia', 'administration-no-right', () => `${desk}/administration/people`),
  invoice('georg', 'invoice-pdf', '06-strom-xrechnung.pdf', '?tab=document&beside=document'),
  at('eingang', 'clearing', () => `${desk}/clearing`),
  invoice('eingang', 'clearing-unknown-recipient', '11-unbekannte-leitweg-id-ubl.xml'),
  invoice('eingang', 'clearing-duplicate', '22-dublette-als-cii.xml'),
  invoice('eingang', 'clearing-account', '23-neue-bankverbindung-ubl.xml'),
  invoice('eingang', 'clearing-other-invoice', '18-nur-minimum.pdf'),
  ...(
    ['departments', 'people', 'rules', 'leitweg-ids', 'mailboxes', 'sign-in', 'place', 'counter', 'api-keys'] as const
  ).map((part) => at('admin', `administration-${part}`, () => `${desk}/administration/${part}`)),
];
