import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { departments, people, tenant } from '../../demo/town.js';
import { Client, each, listIn } from './client.js';
import { process, startService, townOf, type RunningService } from './running-service.js';

let service: RunningService;
let town: SetUpTown;
let supplier: Client;
let nobody: Client;
let invoice: string;
beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  nobody = new Client(service.url);
  supplier = nobody.withKey(town.keys.deliver);
  invoice = await readFile(new URL('../fixtures/rules/ubl-invoice.xml', import.meta.url), 'utf8');
});
afterAll(() => service.close());

const wrong = () => invoice.replace('<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>EUX');

/** Delivers, does the worker's work, and answers the token. */
async function delivered(files: Readonly<Record<string, string>>): Promise<string> {
  const { body } = await supplier.deliver(files);
  await process(service, town.tenantId, each(body, 'parts', 'invoiceId'));
  return String(body['trackingToken']);
}

const found = z.object({
  report: z.object({
    verdictLabel: z.object({ de: z.string() }),
    findings: z.array(z.looseObject({ line: z.int().nullable() })),
  }),
});

it('tells of a rejected invoice why, in short and as the whole report, in the reader’s language', async () => {
  const token = await delivered({ 'falsch.xml': wrong() });
  const { body } = await nobody.get(`/tracking/${token}`);
  expect(listIn(body, 'parts')).toMatchObject([
    {
      ...{ step: 'rejected', status: { de: 'Zurückgewiesen, siehe Prüfbericht' }, hasReport: true, paidOn: null },
      reasons: expect.arrayContaining([
        {
          de: 'Die Währung der Rechnung „EUX“ gibt es nicht.',
          en: 'There is no currency “EUX” (currency of the invoice).',
          line: expect.any(Number),
        },
      ]),
    },
  ]);
  const german = await nobody.get(`/tracking/${token}/report`);
  const english = await nobody.get(`/tracking/${token}/report`, { 'accept-language': 'en' });
  const [report] = listIn(german.body, 'reports');
  expect(report).toMatchObject({ fileName: 'falsch.xml', report: { verdictLabel: { de: 'zurückgewiesen' } } });
  expect(found.parse(report).report.findings.length).toBeGreaterThan(0);
  expect(JSON.stringify(english.body)).toContain('There is no currency “EUX” (currency of the invoice).');
  expect(german.headers.get('cache-control')).toBe('no-store');
  expect(german.headers.get('referrer-policy')).toBe('no-referrer');
  const page = await fetch(`${service.url}/api/v1/tracking/${token}/report/page`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const rights = page.headers.get('content-security-policy') ?? '';
  const written = await page.text();
  expect(written).toContain('There is no currency “EUX” (currency of the invoice).');
  // The one style of the page is allowed by what it says, and nothing else is.
  const style = createHash('sha256')
    .update(/<style>([^]*)<\/style>/.exec(written)?.[1] ?? '')
    .digest('base64');
  expect(rights).toMatch(/^default-src 'none'; style-src '/);
  expect(rights).toContain(`style-src 'sha256-${style}';`);
  expect(rights).not.toContain('unsafe');
  expect([page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
});

it('shows nothing of other deliveries, of departments or of people, also where the same file came twice', async () => {
  const secretly = await delivered({ 'geheim.xml': invoice, 'anderes.xml': '<other/>' });
  const token = await delivered({ 'kopie.xml': invoice });
  const [first, { body }] = [await nobody.get(`/tracking/${secretly}`), await nobody.get(`/tracking/${token}`)];
  expect(listIn(body, 'parts')).toMatchObject([{ fate: 'repeat', fileName: 'kopie.xml', step: 'inProgress' }]);
  const all = JSON.stringify([body, (await nobody.get(`/tracking/${token}/report`)).body]);
  const hidden = [
    ...['clarification', 'geheim', 'anderes', String(first.body['number']), secretly, town.tenantId],
    ...departments.flatMap(({ code, name }) => [code, name]),
    ...people.flatMap(({ login, name }) => [`"${login}"`, name]),
    ...town.departmentIds.values(),
    ...town.personIds.values(),
  ];
  expect(hidden.filter((text) => all.includes(text))).toEqual([]);
  expect(all).toContain(tenant.name);
});

it('opens nothing to who has no token, and asks nobody by mail where no mail goes out', async () => {
  const token = await delivered({ 'noch-eine.xml': '<one/>' });
  for (const wrongToken of ['x', 'A'.repeat(43), `${token.slice(0, 42)}${token.endsWith('A') ? 'E' : 'A'}`, '%00']) {
    expect((await nobody.get(`/tracking/${wrongToken}`)).status).toBe(404);
    expect((await nobody.get(`/tracking/${wrongToken}/report`)).status).toBe(404);
    expect((await nobody.get(`/tracking/${wrongToken}/report/page`)).status).toBe(404);
    const wish = { address: 'post@handwerk.example', language: 'de' };
    expect((await nobody.post(`/tracking/${wrongToken}/notifications`, wish)).status).toBe(404);
  }
  const { body } = await nobody.get(`/tracking/${token}`);
  expect(body['notifications']).toEqual({ possible: false });
  const asked = await nobody.post(`/tracking/${token}/notifications`, {
    address: 'a@handwerk.example',
    language: 'de',
  });
  expect([asked.status, asked.body['type']]).toEqual([409, 'urn:eingang:problem:noMailHere']);
  for (const step of ['confirmation', 'end'])
    expect((await nobody.post(`/notifications/${'A'.repeat(43)}.${'A'.repeat(43)}/${step}`, {})).status).toBe(404);
});
