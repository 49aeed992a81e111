import { calculate } from '../../demo/invoices/calculation.js';
import type { InvoiceDescription } from '../../demo/invoices/description.js';
import { maintenance } from '../../demo/invoices/descriptions.js';
import { writeUbl } from '../../demo/invoices/ubl-writer.js';
import type { Page } from 'playwright-core';
import { Client, each, newKey } from '../api/client.js';
import { until, desk, type WebTown } from './web-town.js';

/** An XRechnung like the demonstration's first, with what the journey needs to be different. */
export const invoiceFile = (different: Partial<InvoiceDescription>): string =>
  writeUbl(calculate({ ...maintenance, ...different }));

/** Sends a file in by a program's door and waits until it is judged; the answer is the invoice's id. */
export const deliver = async (town: WebTown, name: string, content: string | Uint8Array): Promise<string> =>
  (await deliverTracked(town, name, content)).id;

/** The same; `token` is the end of the link by which the supplier follows it. */
export async function deliverTracked(
  { service, town }: WebTown,
  name: string,
  content: string | Uint8Array,
): Promise<{ readonly id: string; readonly token: string }> {
  const [portal, finance] = [town.keys.deliver, town.keys.finance];
  const receipt = await new Client(service.url).withKey(portal).deliver({ [name]: content });
  const id = each(receipt.body, 'parts', 'invoiceId')[0] ?? '';
  const reader = new Client(service.url).withKey(finance);
  await until(`${name} judged`, async () => (await reader.get(`/invoices/${id}`)).body['state'] !== 'received');
  return { id, token: String(receipt.body['trackingToken']) };
}

/** A decision through the API, for what a journey begins with. */
export async function decide(person: Client, id: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const etag = (await person.get(`/invoices/${id}`)).headers.get('etag') ?? '';
  const answer = await person.post(`/invoices/${id}/decisions`, body, {
    'if-match': etag,
    'idempotency-key': newKey(),
  });
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
}

type Queue = 'mine' | 'department' | 'all';

/** Opens an invoice from the queue, as who looks for their next work does. */
export async function openFromQueue(page: Page, queue: Queue, number: string): Promise<void> {
  await page.goto(desk(`?queue=${queue}`));
  await page.getByRole('link', { name: number }).first().click();
  await page.getByRole('region', { name: /Entscheiden|Decide/ }).waitFor();
}

/** Takes a decision in the bar, and confirms it in the dialog where there is one. */
export async function press(page: Page, title: string, { atOnce = false } = {}): Promise<void> {
  const bar = page.getByRole('region', { name: /Entscheiden|Decide/ });
  await bar.getByRole('button', { name: title, exact: true }).click();
  if (!atOnce) await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).click();
  await page
    .getByText(new RegExp(`(Erledigt|Vermerkt): ${title}`))
    .first()
    .waitFor();
}

const settled = new WeakMap<WebTown, Promise<void>>();

/** Two value steps, and the exception for tiny towns: for what no other journey does, so that it may stay. */
export function setApproval(town: WebTown): Promise<void> {
  const setting = settled.get(town) ?? proposeAndConfirm(town);
  settled.set(town, setting);
  return setting;
}

async function proposeAndConfirm({ callAs }: WebTown): Promise<void> {
  const [admin, second] = [await callAs('admin'), await callAs('admin2')];
  const held = await admin.get('/administration/settings/approval');
  const value = {
    steps: [
      { upTo: '5000.00', orders: 1 },
      { upTo: null, orders: 2 },
    ],
    ...{ declineByTwoAbove: null, twoConfirmers: false, orderException: true },
  };
  const headers = () => ({ 'idempotency-key': newKey(), 'if-match': held.headers.get('etag') ?? '' });
  const settings = '/administration/settings';
  const proposed = await admin.post(`${settings}/approval/proposals`, value, headers());
  const confirmation = `${settings}/proposals/${String(proposed.body['id'])}/confirmation`;
  const answer = await second.post(confirmation, {}, headers());
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
}
