import { value } from '../../demo/set-up-town.js';
import { inTenantTransaction } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { partReasons } from '../../src/domain/mail/part-reasons.js';
import { work } from '../../src/pipeline/limits.js';
import type { DeliveryPart } from '../../src/pipeline/ports/delivery-records.js';
import { DocumentStore } from '../../src/pipeline/ports/document-store.js';
import { SortDelivery } from '../../src/pipeline/sort-delivery.js';
import { StoreUnavailable } from '../../src/pipeline/ports/tenant-door.js';
import { attached, mail, mixed, multipart } from '../fixtures/mails/mail-builder.js';
import { messyMails } from '../fixtures/mails/messy-mails.table.js';
import { papersOf } from '../fixtures/mails/papers.js';
import { aDocument, examined, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

/** Brings a mail in as it would come from a mailbox: one part that waits. */
async function bring(key: string, bytes: Uint8Array, mediaType = 'message/rfc822', fileName = 'mail.eml') {
  const receipt = value(
    await hall.acceptDelivery.accept({
      tenantId: hall.tenantId,
      channelId: hall.town.apiChannelId,
      actor: { kind: 'system', id: 'commandLine' },
      caller: 'test',
      idempotencyKey: key,
      fields: {},
      sender: 'buchhaltung@lieferant.example',
      portalReceivedAt: null,
      parts: [{ fileName, mediaType, bytes }],
      mode: 'waiting',
    }),
  );
  expect(receipt.parts).toMatchObject([{ fate: 'waiting', invoiceId: null }]);
  return receipt.deliveryId;
}

const sort = (id: string) => hall.sortDelivery.sort(hall.tenantId, id);

const deliveryOf = (id: string) => hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.get(id));

/** `name: fate`, with the file whose invoice it belongs to. */
async function fatesIn(id: string): Promise<readonly string[]> {
  const { parts } = await deliveryOf(id);
  return parts.map(
    (part) => `${part.fileName}: ${[part.fate, part.reason, ownerOf(parts, part)].filter(Boolean).join(' ')}`,
  );
}

function ownerOf(parts: readonly DeliveryPart[], part: DeliveryPart): string | null {
  if (part.invoiceId === null || part.fate === 'invoice' || part.fate === 'otherInvoice') return null;
  const owner = parts.find(
    ({ invoiceId, fate }) => invoiceId === part.invoiceId && (fate === 'invoice' || fate === 'otherInvoice'),
  );
  return `of ${owner?.fileName ?? 'another delivery'}`;
}

const eventsOf = (id: string) =>
  hall.door.inTenant(hall.tenantId, (tenant) => tenant.audit.history('delivery', id, 0, 10));

describe('A messy mail:', () => {
  it('there are at least forty of them, each with a name of its own', () => {
    expect(messyMails.length).toBeGreaterThanOrEqual(40);
    expect(new Set(messyMails.map(({ name }) => name)).size).toBe(messyMails.length);
  });

  it.each(messyMails.map((row, at) => ({ ...row, prefix: String(at + 1).padStart(2, '0') })))(
    '$name',
    async ({ name, prefix, make, becomes, invoices }) => {
      const id = await bring(name, await make(papersOf(prefix)));
      hall.queue.wakes.length = 0;
      await sort(id);
      expect(await fatesIn(id)).toEqual(becomes);
      const woken = hall.queue.wakes.filter(({ kind }) => kind === 'invoice');
      expect(new Set(woken.map((wake) => wake.id)).size).toBe(invoices);
      expect(await deliveryOf(id)).toMatchObject({ workDueAt: null, sortedAt: hall.clock.now() });
      const [, sorted] = await eventsOf(id);
      expect(sorted).toMatchObject({ event: 'delivery.sorted' });
      expect(sorted?.facts['parts']).toHaveLength(becomes.length);
    },
  );
});

it('keeps what became something byte for byte, and says in which part the rest lies', async () => {
  const papers = papersOf('K');
  const xml = papers.ubl('A');
  const id = await bring('kept', mixed(attached('r.xml', xml), attached('ich.vcf', 'BEGIN:VCARD')));
  await sort(id);
  const { parts } = await deliveryOf(id);
  const [whole, text, invoice, card] = parts;
  expect([text, invoice, card].map((part) => part?.parentId)).toEqual([whole?.id, whole?.id, whole?.id]);
  expect([text?.sha256, card?.sha256]).toEqual([null, null]);
  const kept = await hall.documents.read(hall.tenantId, invoice?.sha256 ?? '');
  expect(Buffer.from(kept ?? [])).toEqual(xml);
});

it('makes invoices that bear their file name and are processed as all others', async () => {
  const papers = papersOf('P');
  const id = await bring(
    'processed',
    mixed(attached('wartung.xml', papers.ubl('A')), attached('wartung.pdf', await papers.paper('A'))),
  );
  hall.clock.move(60_000);
  await sort(id);
  const { parts, receivedAt } = await deliveryOf(id);
  const invoiceId = parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
  expect(await hall.invoiceOf(invoiceId)).toMatchObject({ state: 'received', fileName: 'wartung.xml', receivedAt });
  await hall.processInvoice.process(hall.tenantId, invoiceId);
  expect(await hall.invoiceOf(invoiceId)).toMatchObject({ state: 'routed', number: 'MPA' });
});

it('tells routing rules whom the mail was addressed to, and its subject', async () => {
  const papers = papersOf('F');
  const id = await bring(
    'addressed',
    mixed(attached('a-r.pdf', await papers.paper('A')), attached('a-r.xml', papers.ubl('A'))),
  );
  const envelope = JSON.stringify({
    to: ['rechnung@auenfurt.example', 'bauamt@auenfurt.example'],
    cc: ['x@y.example'],
  });
  const { parts } = await deliveryOf(id);
  await inTenantTransaction(hall.database, hall.tenantId, async (manager) => {
    const { tenantId, town } = hall;
    await manager.query(
      `INSERT INTO eingang.mailbox (tenant_id, channel_id, address, settings) VALUES ($1, $2, 'rechnung@auenfurt.example', '{}')`,
      [tenantId, town.apiChannelId],
    );
    await manager.query(
      `INSERT INTO eingang.mail (tenant_id, delivery_id, channel_id, raw_sha256, thread_key, subject, envelope)
       VALUES ($1, $2, $3, $4, repeat('0', 64), 'Rechnung Bauamt', $5)`,
      [tenantId, id, town.apiChannelId, parts[0]?.sha256, envelope],
    );
  });
  await sort(id);
  const invoiceId = (await deliveryOf(id)).parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
  const now = hall.clock.now();
  const lease = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.invoices.lease(invoiceId, now, now));
  expect(lease).toMatchObject({
    fileName: 'a-r.xml',
    mailTo: 'rechnung@auenfurt.example, bauamt@auenfurt.example, x@y.example',
    mailSubject: 'Rechnung Bauamt',
  });
});

it('knows what has come before, as the invoice itself or as its twin', async () => {
  const papers = papersOf('W');
  const first = await bring(
    'once',
    mixed(attached('r.xml', papers.cii('A')), attached('r.pdf', await papers.hybrid('A'))),
  );
  await sort(first);
  const again = await bring('again', mixed(attached('nochmal.xml', papers.cii('A'))));
  const asPicture = await bring('as a picture', mixed(attached('nur.pdf', await papers.hybrid('A'))));
  for (const id of [again, asPicture]) await sort(id);
  const known = (await deliveryOf(first)).parts.find(({ fate }) => fate === 'invoice')?.invoiceId;
  for (const id of [again, asPicture])
    expect((await deliveryOf(id)).parts.at(-1)).toMatchObject({ fate: 'repeat', invoiceId: known });
});

describe('One invoice in several forms', () => {
  const broken = (ubl: Buffer): Buffer =>
    Buffer.from(ubl.toString().replace(/<cbc:BuyerReference>[^<]*<\/cbc:BuyerReference>/, ''));

  const processed = async (invoiceId: string) => {
    await hall.processInvoice.process(hall.tenantId, invoiceId);
    return hall.invoiceOf(invoiceId);
  };

  it('goes on by the first that is acceptable, and is told by its history which one that is', async () => {
    const papers = papersOf('G');
    const files = [attached('r.xml', broken(papers.ubl('A'))), attached('r-cii.xml', papers.cii('A'))];
    const id = await bring('forms', mixed(...files, attached('r.pdf', await papers.hybrid('A'))));
    await sort(id);
    expect(await fatesIn(id)).toContain('r-cii.xml: twin of r.xml');
    const invoiceId = (await deliveryOf(id)).parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
    const { parts } = await deliveryOf(id);
    const good = parts.find(({ fileName }) => fileName === 'r-cii.xml');
    expect(await processed(invoiceId)).toMatchObject({ state: 'routed', number: 'MGA', originalSha256: good?.sha256 });
    await processed(invoiceId);
    expect(await fatesIn(id)).toEqual(
      expect.arrayContaining(['r.xml: twin of r-cii.xml', 'r-cii.xml: invoice', 'r.pdf: twin of r-cii.xml']),
    );
    const [reports, history] = await hall.door.inTenant(hall.tenantId, async (tenant) => [
      await tenant.deliveries.partReports([invoiceId]),
      await tenant.audit.history('invoice', invoiceId, 0, 10),
    ]);
    expect(reports.map(({ fileName, verdict }) => `${fileName}: ${verdict}`)).toEqual([
      'r.xml: rejected',
      'r.pdf: accepted',
    ]);
    expect(history.map(({ event }) => event)).toEqual(['invoice.received', 'invoice.formChosen', 'invoice.routed']);
    expect((await hall.verify()).problems).toEqual([]);
  });

  it('waits for a form that broke its reader before it is rejected, and is seen by a person in the end', async () => {
    const papers = papersOf('H');
    const files = [attached('r.xml', broken(papers.ubl('A'))), attached('r-cii.xml', papers.cii('A'))];
    const id = await bring('a form that breaks', mixed(...files));
    await sort(id);
    const invoiceId = (await deliveryOf(id)).parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
    const refusal = examined(aDocument(null, { verdict: 'rejected' }));
    for (let round = 0; round < work.attempts; round += 1) {
      hall.examiner.next.push(refusal, { kind: 'broke', cause: 'time' });
      await processed(invoiceId);
      hall.clock.move(work.retryMs);
    }
    expect(await hall.invoiceOf(invoiceId)).toMatchObject({
      ...{ state: 'clarification', clarificationReason: 'couldNotBeChecked' },
    });
  });

  it('is an invoice of its own beside one that was rejected before, and both say so', async () => {
    const papers = papersOf('J');
    const bad = attached('r.xml', broken(papers.ubl('A')));
    const first = await bring('rejected', mixed(bad));
    await sort(first);
    const rejected = (await deliveryOf(first)).parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
    expect(await processed(rejected)).toMatchObject({ state: 'rejected' });
    const files = [bad, attached('r-cii.xml', papers.cii('A')), attached('r.pdf', await papers.paper('A'))];
    const second = await bring('corrected', mixed(...files));
    await sort(second);
    await sort(await bring('corrected once more', mixed(...files, attached('x.txt', 'noch einmal'))));
    const { parts } = await deliveryOf(second);
    expect(await fatesIn(second)).toEqual(
      expect.arrayContaining(['r.xml: repeat of another delivery', 'r-cii.xml: invoice', 'r.pdf: twin of r-cii.xml']),
    );
    const successor = parts.find(({ fate }) => fate === 'invoice')?.invoiceId ?? '';
    expect(await processed(successor)).toMatchObject({ state: 'routed', number: 'MJA' });
    const histories = await hall.door.inTenant(hall.tenantId, async (tenant) => [
      await tenant.audit.history('invoice', rejected, 0, 10),
      await tenant.audit.history('invoice', successor, 0, 10),
    ]);
    const linked = histories.flat().filter(({ facts }) => 'otherInvoice' in facts);
    expect(linked.map(({ event, facts }) => [event, facts['otherInvoice']])).toEqual([
      ['invoice.followed', successor],
      ['invoice.received', rejected],
    ]);
  });
});

it('sorts once, however often and from how many sides it is asked', async () => {
  const id = await bring('races', mixed(attached('r.xml', papersOf('R').ubl('A'))));
  await Promise.all([sort(id), sort(id), sort(id)]);
  await sort(id);
  const events = await eventsOf(id);
  expect(events.map(({ event }) => event)).toEqual(['delivery.accepted', 'delivery.sorted']);
  expect((await deliveryOf(id)).parts).toHaveLength(3);
});

describe('A mail that breaks its reader', () => {
  it('is opened without looking into its PDFs the second time', async () => {
    const id = await bring('breaks once', mixed(attached('Scan.pdf', await papersOf('B').hybrid('A'))));
    hall.dismantler.next.push({ kind: 'broke', cause: 'memory' });
    hall.dismantler.thorough.length = 0;
    await sort(id);
    await sort(id);
    expect(await fatesIn(id)).toEqual(['mail.eml: waiting']);
    hall.clock.move(work.retryMs);
    await sort(id);
    expect(hall.dismantler.thorough).toEqual([true, false]);
    expect(await fatesIn(id)).toContain('Scan.pdf: otherInvoice');
  });

  it('is seen by a person after the third time, also where it kills the worker each time', async () => {
    const breaking = await bring('breaks thrice', mixed(attached('r.xml', papersOf('C').ubl('A'))));
    hall.dismantler.next.push(...Array<{ kind: 'broke'; cause: 'time' }>(3).fill({ kind: 'broke', cause: 'time' }));
    const deadly = await bring('deadly', mixed(attached('r.xml', papersOf('D').ubl('A'))));
    for (let round = 0; round < work.cutOffs; round += 1) {
      if (round < 3) await sort(breaking);
      const now = hall.clock.now();
      const lease = await hall.door.inTenant(hall.tenantId, (tenant) =>
        tenant.sorting.lease(deadly, now, new Date(now.getTime() + work.leaseMs)),
      );
      expect(lease).toMatchObject({ attempt: round + 1, cutOff: round });
      hall.clock.move(work.leaseMs);
    }
    await sort(deadly);
    for (const id of [breaking, deadly]) {
      expect(await fatesIn(id)).toEqual(['mail.eml: otherInvoice couldNotBeOpened']);
      const invoiceId = (await deliveryOf(id)).parts[0]?.invoiceId ?? '';
      await hall.processInvoice.process(hall.tenantId, invoiceId);
      expect(await hall.invoiceOf(invoiceId)).toMatchObject({ state: 'clarification', fileName: 'mail.eml' });
    }
  });
});

describe('What is not the fault of the mail', () => {
  it('does not count: no reader', async () => {
    const id = await bring('no reader', mixed(attached('r.xml', papersOf('N').ubl('A'))));
    for (let round = 0; round < 5; round += 1) {
      hall.dismantler.next.push({ kind: 'unavailable', cause: 'fork failed' });
      await sort(id);
      hall.clock.move(work.unavailableMs);
    }
    await sort(id);
    expect(await fatesIn(id)).toContain('r.xml: invoice');
  });

  it('does not count: a store that does not answer', async () => {
    const id = await bring('no store', mixed(attached('r.xml', papersOf('S').ubl('A'))));
    const { door, dismantler, queue, clock, ids } = hall;
    const failing = new SortDelivery(door, new FullStore(hall.documents), dismantler, queue, clock, ids);
    for (let round = 0; round < 5; round += 1) {
      await expect(failing.sort(hall.tenantId, id)).rejects.toThrow(StoreUnavailable);
      hall.clock.move(work.unavailableMs);
    }
    await sort(id);
    expect(await fatesIn(id)).toContain('r.xml: invoice');
  });
});

it('sorts what was uploaded as it sorts mails, all files together', async () => {
  const papers = papersOf('U');
  const files = [
    { fileName: 'r.xml', mediaType: 'text/xml', bytes: papers.ubl('A') },
    { fileName: 'r.pdf', mediaType: 'application/pdf', bytes: await papers.paper('A') },
    {
      fileName: 'alt.eml',
      mediaType: 'message/rfc822',
      bytes: mail(multipart('mixed', [attached('x.xml', papers.ubl('B'))])),
    },
  ];
  const receipt = value(
    await hall.acceptDelivery.accept({
      ...{ tenantId: hall.tenantId, channelId: hall.town.apiChannelId, actor: { kind: 'system', id: 'commandLine' } },
      ...{ caller: 'test', idempotencyKey: 'upload', fields: {}, sender: null, portalReceivedAt: null },
      ...{ parts: files, mode: 'waiting' },
    }),
  );
  await sort(receipt.deliveryId);
  expect(await fatesIn(receipt.deliveryId)).toEqual([
    'r.xml: invoice',
    'r.pdf: twin of r.xml',
    'alt.eml: opened',
    'x.xml: invoice',
  ]);
});

it('has a sentence in both languages for each reason', () => {
  for (const { de, en } of Object.values(partReasons))
    for (const sentence of [de, en]) expect(sentence).toMatch(/^[„A-Z].*\.$/);
});

class FullStore extends DocumentStore {
  constructor(private readonly real: DocumentStore) {
    super();
  }
  keep = () => Promise.reject(new StoreUnavailable('full'));
  remove = (tenantId: string, sha256: string) => this.real.remove(tenantId, sha256);
  read = (tenantId: string, sha256: string) => this.real.read(tenantId, sha256);
}
