import { demoInvoices } from '../../demo/make-invoices.js';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { Client, each, listIn, newKey, type Answer } from './client.js';
import { process, startService, townOf, type RunningService } from './running-service.js';

// What the web reads and sends: the queue of the intake, and a scan that two of them make an invoice of.

let service: RunningService;
let town: SetUpTown;
let scan = '';
const people = new Map<string, Client>();

beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  const supplier = new Client(service.url).withKey(town.keys.deliver);
  const [invoice] = await demoInvoices();
  const sent = await supplier.deliver({ 'rechnung.xml': invoice?.bytes ?? '', 'Scan März.pdf': 'kein PDF' });
  const ids = each(sent.body, 'parts', 'invoiceId');
  await process(service, town.tenantId, ids);
  scan = ids[1] ?? '';
  for (const login of ['eingang', 'buchhaltung', 'hanna'])
    people.set(login, await new Client(service.url).signedIn(tenant.slug, login, town.passwords.get(login) ?? ''));
});
afterAll(() => service.close());

const as = (login: string): Client => people.get(login) ?? new Client(service.url);

async function decide(login: string, body: object): Promise<Answer> {
  const seen = (await as(login).get(`/invoices/${scan}`)).headers.get('etag') ?? '';
  return as(login).post(`/invoices/${scan}/decisions`, body, { 'if-match': seen, 'idempotency-key': newKey() });
}

const capture = {
  number: 'P-1',
  issueDate: '2026-11-10',
  currency: 'EUR',
  sellerName: 'Malerei Pinsel',
  iban: 'DE75 5121 0800 1245 1261 99',
  net: '100.00',
  vat: '19.00',
  gross: '119.00',
  payable: '119.00',
  buyerReference: '07999001-HAUPTAMT-07',
};

describe('the queue', () => {
  it('names why a file waits, what it is called, and how many there are', async () => {
    const { body } = await as('eingang').get('/invoices?queue=clearing&sort=-stateSince');
    expect(listIn(body, 'items')).toMatchObject([
      {
        id: scan,
        fileName: 'Scan März.pdf',
        number: null,
        clarificationSentence: { de: expect.stringContaining('erfassen'), en: expect.stringContaining('capture') },
      },
    ]);
    expect((await as('eingang').get('/invoices/counts')).body).toMatchObject({ clearing: 1, department: 1 });
    expect((await as('hanna').get('/invoices/counts')).body).toMatchObject({ clearing: 0, toConfirm: 1 });
    expect((await as('hanna').get('/invoices?queue=department&claimed=nobody')).body).toMatchObject({
      items: [{ departmentName: 'Hauptamt', claimedByName: null }],
    });
  });

  it.each(['sort=name', 'queue=yours', 'claimed=all', 'search=', 'cursor=x', `cursor=${btoa('["seller",null,"x"]')}`])(
    'refuses %s',
    async (query) => {
      expect((await as('eingang').get(`/invoices?${query}`)).status).toBe(400);
    },
  );

  it('goes on behind a cursor of its own sort only', async () => {
    const { body } = await as('eingang').get('/invoices?sort=-gross&limit=1');
    const cursor = String(body['nextCursor']);
    expect(each((await as('eingang').get(`/invoices?sort=-gross&cursor=${cursor}`)).body, 'items', 'id')).toEqual([
      scan,
    ]);
    expect((await as('eingang').get(`/invoices?sort=gross&cursor=${cursor}`)).status).toBe(400);
  });
});

describe('a file that holds no invoice data', () => {
  it('says where it came from, why it waits, and offers what can be done', async () => {
    const { body } = await as('eingang').get(`/invoices/${scan}`);
    expect(body).toMatchObject({
      delivery: { channelKind: 'api', number: expect.any(String), mailSubject: null },
      clarification: { label: { de: expect.any(String) }, sentence: { de: expect.any(String) } },
      capture: null,
      routedByWords: null,
    });
    const offers = listIn(body, 'offers');
    const offered = offers.filter(({ allowed }) => allowed === true).map(({ action }) => action);
    expect(offered).toEqual(expect.arrayContaining(['capture', 'dismiss', 'reject', 'recheck']));
    expect(offers.find(({ action }) => action === 'confirmCapture')).toMatchObject({
      refusal: { code: 'nothingCaptured' },
    });
    expect(offers.find(({ action }) => action === 'releaseAccount')).toMatchObject({
      refusal: { code: 'accountNotInDoubt' },
    });
  });

  it('is captured by one and confirmed by another', async () => {
    expect((await decide('eingang', { action: 'capture', capture: { ...capture, vat: 'neunzehn' } })).status).toBe(400);
    const wrong = await decide('eingang', { action: 'capture', capture: { ...capture, vat: '7.00' } });
    expect([wrong.status, wrong.body['type']]).toEqual([422, 'urn:eingang:problem:captureNotUsable']);
    expect((await decide('eingang', { action: 'reject', reason: 'x', capture })).body['type']).toBe(
      'urn:eingang:problem:notAskedFor',
    );
    expect((await decide('eingang', { action: 'capture', capture })).status).toBe(200);
    const waiting = (await as('buchhaltung').get('/invoices?queue=clearing&waitsFor=secondPerson')).body;
    expect(each(waiting, 'items', 'id')).toEqual([scan]);
    expect(waiting['items']).toMatchObject([{ clearing: { waitsForSecond: true, capturedNumber: 'P-1' } }]);
    expect((await decide('buchhaltung', { action: 'confirmCapture' })).body).toMatchObject({ state: 'routed' });
    expect((await as('hanna').get(`/invoices/${scan}`)).body).toMatchObject({
      number: 'P-1',
      grossAmount: '119.00',
      routedByWords: { de: 'Durch die Leitweg-ID 07999001-HAUPTAMT-07' },
      capture: { version: 1, terms: { number: 'P-1' }, confirmedBy: town.personIds.get('buchhaltung') },
      payment: { amount: '119.00', iban: 'DE75512108001245126199' },
      instructedAmount: '119.00',
    });
    const listed = listIn((await as('hanna').get('/invoices?queue=department')).body, 'items');
    expect(listed.find(({ id }) => id === scan)).toMatchObject({ instructedAmount: '119.00' });
    expect((await as('hanna').get(`/invoices/${scan}/duplicates`)).body).toEqual({ items: [], hidden: [] });
  });
});
