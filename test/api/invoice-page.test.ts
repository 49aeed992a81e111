import { createHash } from 'node:crypto';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { demoInvoices } from '../../demo/make-invoices.js';
import { pdfWith } from '../adapters/pdf-samples.js';
import { dispositionOf } from '../../src/api/file-answer.js';
import { viewableTypeOf } from '../../src/pipeline/viewable-kind.js';
import { Client, each, listIn } from './client.js';
import { process, startService, townOf, type RunningService } from './running-service.js';

// What the page of one invoice asks for: files, the XML with its findings, the report and the history in words.

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const html = '<!doctype html><script>alert(1)</script>';
const evil = 'rechnung";\r\nset-cookie: x=1;"../ü.xml';

let service: RunningService;
let town: SetUpTown;
let finance: Client;
let demo: Readonly<Record<string, Uint8Array>>;
const ids = new Map<string, string>();
const deliveries = new Map<string, string>();

const attachment = (id: string, name: string, type: string, bytes: Buffer | string): string =>
  `<cac:AdditionalDocumentReference><cbc:ID>${id}</cbc:ID><cac:Attachment>
   <cbc:EmbeddedDocumentBinaryObject mimeCode="${type}" filename="${name}">
${Buffer.from(bytes)
  .toString('base64')
  .replace(/(.{40})/g, '$1\n')}</cbc:EmbeddedDocumentBinaryObject>
   </cac:Attachment></cac:AdditionalDocumentReference>`;

/** The demonstration's invoice with two attachments, one of which lies about itself, and umlauts in ISO-8859-1. */
function withAttachments(xml: string): Buffer {
  const attached = attachment('A1', 'bild.png', 'image/png', png) + attachment('A2', 'bild2.png', 'image/png', html);
  const text = xml
    .replace(/<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="ISO-8859-1"?>')
    .replace('<cac:AccountingSupplierParty>', `${attached}<cac:AccountingSupplierParty>`)
    .replace(/[^\t-\xff]/g, '-');
  return Buffer.from(text, 'latin1');
}

beforeAll(async () => {
  service = await startService();
  town = await townOf(service);
  finance = new Client(service.url).withKey(town.keys.finance);
  demo = Object.fromEntries((await demoInvoices()).map(({ fileName, bytes }) => [fileName, bytes]));
  const xml = Buffer.from(demo['02-strassenbau-skonto-ubl.xml'] ?? '').toString('utf8');
  const cii = Buffer.from(demo['05-buerobedarf-cii.xml'] ?? '');
  const files = {
    attached: ['anhang.xml', withAttachments(xml)],
    pdf: ['zugferd.pdf', Buffer.from(await pdfWith({ 'factur-x.xml': cii, 'zeiten.png': png, 'notiz.txt': 'Gruß' }))],
    unroutable: ['14.xml', Buffer.from(demo['14-ohne-leitweg-id-ubl.xml'] ?? '')],
    evil: [evil, Buffer.from('<a>')],
  } as const;
  const supplier = new Client(service.url).withKey(town.keys.deliver);
  for (const [name, [fileName, bytes]] of Object.entries(files)) {
    const { body } = await supplier.deliver({ [fileName]: bytes });
    ids.set(name, each(body, 'parts', 'invoiceId')[0] ?? '');
    deliveries.set(name, String(body['deliveryId']));
  }
  await process(service, town.tenantId, [...ids.values()]);
});
afterAll(() => service.close());

const get = (name: string, part: string) => finance.get(`/invoices/${ids.get(name) ?? ''}/${part}`);

const fetched = async (
  name: string,
  file: string,
): Promise<{ readonly response: Response; readonly bytes: Buffer }> => {
  const path = `${service.url}/api/v1/invoices/${ids.get(name) ?? ''}/files/${file}`;
  const response = await fetch(path, { headers: finance.headers });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the files of an invoice', () => {
  it('are the original and what lies in its XML, shown by their bytes and not by what they are called', async () => {
    const { status, body } = await get('attached', 'files');
    expect(status).toBe(200);
    expect(listIn(body, 'items')).toMatchObject([
      { id: 'original', kind: 'original', fileName: 'anhang.xml', viewable: null },
      { id: 'embedded-0', kind: 'embedded', fileName: 'bild.png', sizeBytes: png.byteLength, viewable: 'image' },
      { id: 'embedded-1', kind: 'embedded', fileName: 'bild2.png', sizeBytes: html.length, viewable: null },
    ]);
    const picture = await fetched('attached', 'embedded-0');
    expect([picture.bytes.equals(png), picture.response.headers.get('content-type')]).toEqual([true, 'image/png']);
    const page = await fetched('attached', 'embedded-1');
    expect(page.bytes.toString()).toBe(html);
    expect(page.response.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('are the PDF and what lies in it besides the invoice', async () => {
    const items = listIn((await get('pdf', 'files')).body, 'items');
    expect(items[0]).toMatchObject({ id: 'original', fileName: 'zugferd.pdf', viewable: 'pdf' });
    expect(items.slice(1).map(({ fileName, viewable }) => [fileName, viewable])).toEqual(
      expect.arrayContaining([
        ['zeiten.png', 'image'],
        ['notiz.txt', 'text'],
      ]),
    );
    expect(items).toHaveLength(3);
    const note = items.find(({ fileName }) => fileName === 'notiz.txt');
    const { response, bytes } = await fetched('pdf', String(note?.['id']));
    expect([bytes.toString(), response.headers.get('content-type')]).toEqual(['Gruß', 'text/plain; charset=utf-8']);
  });

  it('are also twins, and supporting documents of the invoice or of all its delivery, but not what was ignored', async () => {
    const { door, documents, ids: newIds, clock } = service.ports;
    const add = (fileName: string, fate: 'twin' | 'supporting' | 'ignored', own: boolean, position: number) => {
      const bytes = Buffer.from(`${fileName} %PDF-`);
      const invoiceId = own ? (ids.get('unroutable') ?? '') : null;
      const part = { id: newIds.next(), position, fileName, mediaType: 'application/pdf', sizeBytes: bytes.byteLength };
      const rest = {
        sha256: sha256(bytes),
        parentId: null,
        form: null,
        fate,
        reason: fate === 'ignored' ? ('inlineImage' as const) : null,
        invoiceId,
      };
      return documents.keep(town.tenantId, sha256(bytes), bytes).then(() =>
        door.inTenant(town.tenantId, async (tenant) => {
          await tenant.deliveries.noteOriginal(sha256(bytes), bytes.byteLength, clock.now());
          await tenant.deliveries.addPart(deliveries.get('unroutable') ?? '', { ...part, ...rest });
        }),
      );
    };
    await add('bild.pdf', 'twin', true, 2);
    await add('stunden.pdf', 'supporting', true, 3);
    await add('agb.pdf', 'supporting', false, 4);
    await add('logo.png', 'ignored', false, 5);
    const items = listIn((await get('unroutable', 'files')).body, 'items');
    expect(items.map(({ kind, fileName }) => [kind, fileName])).toEqual([
      ['original', '14.xml'],
      ['twin', 'bild.pdf'],
      ['supporting', 'stunden.pdf'],
      ['supporting', 'agb.pdf'],
    ]);
    const twin = await fetched('unroutable', String(items[1]?.['id']));
    expect([twin.response.status, twin.bytes.toString()]).toEqual([200, 'bild.pdf %PDF-']);
  });

  it('go out so that nothing in them can run, byte for byte', async () => {
    const { response, bytes } = await fetched('pdf', 'original');
    const { body } = await finance.get(`/invoices/${ids.get('pdf') ?? ''}`);
    expect(sha256(bytes)).toBe(body['originalSha256']);
    const header = (name: string) => response.headers.get(name);
    expect(header('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('cross-origin-resource-policy')).toBe('same-origin');
    expect(header('cache-control')).toBe('no-store');
    expect(header('content-disposition')).toMatch(
      /^attachment; filename="zugferd\.pdf"; filename\*=UTF-8''zugferd\.pdf$/,
    );
  });

  it('keep a hostile name out of the headers', async () => {
    const { response } = await fetched('evil', 'original');
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[^\s";]*$/,
    );
    expect(dispositionOf('Ü "x"\r\n%.pdf')).toBe(
      'attachment; filename="_ _x___\u005f.pdf"; filename*=UTF-8\'\'%C3%9C%20%22x%22__%25.pdf',
    );
  });

  it.each(['embedded-9', '018f0000-0000-7000-8000-000000000001'])('are none under %s', async (file) => {
    expect((await get('pdf', `files/${file}`)).status).toBe(404);
  });

  it.each(['..%2Foriginal', 'embedded-x', '%00'])('are not asked for by %s', async (file) => {
    expect((await get('pdf', `files/${file}`)).status).toBe(400);
  });

  it('are nobody’s who may not see the invoice', async () => {
    const stranger = new Client(service.url).withKey(town.keys.deliver);
    for (const part of ['files', 'files/original', 'source', 'report', 'history'])
      expect((await stranger.get(`/invoices/${ids.get('pdf') ?? ''}/${part}`)).status).toBe(403);
  });
});

describe('the source', () => {
  it('is the XML as text, decoded, with base64 left out and every line in its place', async () => {
    const { body } = await get('attached', 'source');
    const lines = Array.isArray(body['lines']) ? body['lines'].map(String) : [];
    const given = withAttachments(Buffer.from(demo['02-strassenbau-skonto-ubl.xml'] ?? '').toString('utf8'));
    const original = given.toString('latin1').split('\n');
    expect([body['fileName'], body['truncated'], lines.length]).toEqual(['anhang.xml', false, original.length]);
    expect(lines.join('\n')).toMatch(/…\d+ × base64…/);
    expect(lines.join('\n')).not.toContain(png.toString('base64').slice(0, 40));
    expect(lines.at(-2)).toBe(original.at(-2));
    expect(lines.find((line) => /[äöüß]/.test(line))).toBeDefined();
  });

  it('is the embedded XML of a PDF', async () => {
    const { body } = await get('pdf', 'source');
    expect(body['fileName']).toBe('factur-x.xml');
    expect(JSON.stringify(body['lines'])).toContain('CrossIndustryInvoice');
  });

  it('shows the line that a finding names', async () => {
    const report = (await get('unroutable', 'report')).body;
    const source = (await get('unroutable', 'source')).body;
    const found = listIn(report, 'findings').find(({ line }) => typeof line === 'number');
    const lines = Array.isArray(source['lines']) ? source['lines'] : [];
    const element = String(found?.['path'])
      .split('/')
      .at(-1)
      ?.replace(/\[\d+\]$/, '');
    expect(String(lines[Number(found?.['line']) - 1])).toContain(element);
  });
});

it('has a report whose verdict, severities, classes and terms are in words', async () => {
  const { body } = await get('unroutable', 'report');
  expect(body['verdictLabel']).toEqual({ de: expect.any(String), en: expect.any(String) });
  const [finding] = listIn(body, 'findings');
  expect(finding).toMatchObject({
    severityLabel: { de: expect.any(String), en: expect.any(String) },
    errorClassLabel: { de: expect.any(String), en: expect.any(String) },
    sentence: expect.any(String),
  });
});

it('has a history that tells who did what, by names', async () => {
  const { body } = await get('pdf', 'history');
  const events = listIn(body, 'events');
  expect(events.map(({ label }) => label)).toMatchObject([{ de: 'Eingegangen' }, { de: expect.any(String) }]);
  expect(events[0]).toMatchObject({
    sentence: { de: 'Das Programm „Lieferantenportal“ hat die Rechnung eingeliefert; das Original ist gespeichert.' },
    actor: { kind: 'apiKey', name: 'Lieferantenportal' },
    change: null,
  });
  expect(events[1]).toMatchObject({
    sentence: { en: expect.stringMatching(/^The automatic processing /) },
    change: { from: { de: 'Eingegangen' } },
  });
});

it('tells terms and codes to everybody, kept by their entity tags', async () => {
  const nobody = new Client(service.url);
  for (const path of ['/terms', '/codes']) {
    const first = await nobody.get(path);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    const etag = first.headers.get('etag') ?? '';
    expect((await nobody.get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await nobody.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  }
});

it.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['Guten Tag', 'text/plain; charset=utf-8'],
  [' \n<svg onload=alert(1)>', null],
  ['GIF89a\u0001', null],
  ['\u00ff\u00fea', null],
  ['', null],
])('takes %j for %s', (head, type) => {
  expect(viewableTypeOf(Buffer.from(head, 'latin1'))).toBe(type);
});
