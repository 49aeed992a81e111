import type { Addresses } from '../../bench/every-page.js';
import type { DemoFileName } from '../../demo/expected-outcomes.js';
import { demoInvoices } from '../../demo/make-invoices.js';
import { ServiceClient } from '../../demo/service-client.js';
import { Client, newKey } from '../api/client.js';
import { decide } from './paper.js';
import { until, type WebTown } from './web-town.js';

/** Who has done what before the pages are looked at. */
const story: readonly (readonly [file: DemoFileName, login: string, action: string])[] = [
  ['01-it-wartung-ubl.xml', 'hanna', 'claim'],
  ['01-it-wartung-ubl.xml', 'hanna', 'confirmFactual'],
  ['01-it-wartung-ubl.xml', 'henrik', 'confirmArithmetical'],
  ['01-it-wartung-ubl.xml', 'amtsleitung', 'order'],
  ['05-buerobedarf-cii.xml', 'sofia', 'claim'],
  ['23-neue-bankverbindung-ubl.xml', 'buchhaltung', 'releaseAccount'],
];

/** Sends the demonstration's invoices in and lets people decide on some, so that pages have something to show. */
export async function playDemo(town: WebTown): Promise<Addresses> {
  const machine = new ServiceClient(town.service.url);
  const { deliver, finance: key } = town.town.keys;
  const finance = machine.withKey(key);
  const [ids, tokens] = [new Map<DemoFileName, string>(), new Map<DemoFileName, string>()];
  const files = await demoInvoices();
  for (const wave of [1, 2]) {
    const sent = files.filter((file) => file.wave === wave);
    for (const file of sent) {
      const { parts, trackingToken } = await machine.withKey(deliver).deliver(file, `demo-${file.fileName}`);
      ids.set(file.fileName, parts[0]?.invoiceId ?? '');
      tokens.set(file.fileName, trackingToken);
    }
    for (const { fileName } of sent)
      await until(fileName, async () => (await finance.invoice(ids.get(fileName) ?? '')).state !== 'received');
  }
  for (const [file, login, action] of story) await decide(await town.callAs(login), ids.get(file) ?? '', { action });
  await new Client(town.service.url).withKey(key).post('/handovers', { limit: 10 }, { 'idempotency-key': newKey() });
  return { invoiceId: (file) => ids.get(file) ?? '', token: (file) => tokens.get(file) ?? '' };
}
