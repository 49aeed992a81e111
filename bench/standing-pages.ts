import type { Page } from 'playwright-core';
import { tenant } from '../demo/town.js';
import type { PageState } from './every-page.js';
import type { ApprovalAddresses } from './played-approval.js';

type State = PageState<ApprovalAddresses>;

const desk = `/t/${tenant.slug}/desk`;
const at = (as: string, name: string, path: string | State['path'], prepare?: State['prepare']): State => ({
  ...{ as, name, path: typeof path === 'string' ? () => path : path, prepare },
});

async function opening(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** Deputies and absences, rights on a day, retention, the dry run, the documentation, and who has no right. */
export const standingPages: readonly State[] = [
  at('admin', 'administration-deputies', `${desk}/administration/deputies`),
  at('admin', 'administration-absence', `${desk}/administration/deputies`, (page) =>
    opening(page, /^(Abwesenheit eintragen|Enter an absence)$/),
  ),
  at('admin', 'administration-deputy-incomplete', `${desk}/administration/deputies`, async (page) => {
    await opening(page, /^(Vertretung vorschlagen|Propose a deputyship)$/);
    await page.getByRole('dialog').locator('input[type="checkbox"]').first().uncheck();
    await page.getByRole('dialog').locator('button[type="submit"]').click();
  }),
  at('georg', 'queue-of-absent', `${desk}?queue=department`),
  at('georg', 'queue-as-deputy', `${desk}?queue=mine`),
  at('admin2', 'administration-deputyship-waits', `${desk}/administration/deputies`),
  ...(['retention', 'rights', 'dry-run', 'documentation'] as const).map((part) =>
    at('admin', `administration-${part}`, `${desk}/administration/${part}`),
  ),
  at('admin', 'administration-dry-run-done', `${desk}/administration/dry-run`, async (page) => {
    await page.getByRole('button', { name: /^(Probelauf starten|Start the dry run)$/ }).click();
    await page.getByText(/^(Geprüft|Checked): /).waitFor();
  }),
  at('admin', 'administration-rights-long-ago', `${desk}/administration/rights`, async (page) => {
    await page.getByLabel(/^(Tag|Day)$/).fill('2001-01-01');
    await page.getByText(/^(An diesem Tag durfte niemand|Nobody could do anything)/).waitFor();
  }),
  at('admin', 'invoice-no-right', ({ billId }) => `${desk}/invoices/${billId('typed')}`),
  at('admin', 'clearing-no-right', `${desk}/clearing`),
  at('hanna', 'profile-second-factor', `${desk}/profile`, async (page) => {
    await page
      .getByRole('button', { name: /^(Einrichten|Set up|Zweiten Faktor einrichten)/ })
      .first()
      .click();
    await page.locator('main svg, main img').first().waitFor();
  }),
];
