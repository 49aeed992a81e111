import { openZip } from '../../src/adapters/archive/open-zip.js';
import { value } from '../../demo/set-up-town.js';
import type { SentPart } from '../../src/pipeline/accept-delivery.js';
import { deliveryRoom, sortingTime, work } from '../../src/pipeline/limits.js';
import {
  Dismantler,
  type DismantlerAnswer,
  type Dismantling,
  type WholePart,
} from '../../src/pipeline/ports/dismantler.js';
import { SortDelivery } from '../../src/pipeline/sort-delivery.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { papersOf } from '../fixtures/mails/papers.js';
import { zip } from '../fixtures/mails/zip-builder.js';
import { aFile, openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

/** Brings files in that wait to be sorted. */
async function bring(key: string, parts: readonly SentPart[], channelId = hall.town.apiChannelId): Promise<string> {
  const outcome = await hall.acceptDelivery.accept({
    ...{ tenantId: hall.tenantId, channelId, actor: { kind: 'system', id: 'counter' }, caller: key },
    ...{ idempotencyKey: key, fields: {}, sender: null, portalReceivedAt: null, parts, mode: 'waiting' },
  });
  return value(outcome).deliveryId;
}

const sort = (id: string) => hall.sortDelivery.sort(hall.tenantId, id);

async function partsOf(id: string) {
  const delivery = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.get(id));
  return delivery.parts;
}

const papersIn = (tag: string, count: number, bytes = 3000) =>
  Array.from({ length: count }, (_, at) => {
    const content = Buffer.alloc(bytes, 0x20);
    content.write(`%PDF-1.4 ${tag} ${String(at)}`);
    return { name: `rechnung${String(at)}.pdf`, bytes: content };
  });

const archive = (tag: string, count: number, bytes?: number): SentPart => ({
  fileName: `${tag}.zip`,
  mediaType: 'application/zip',
  bytes: zip(...papersIn(tag, count, bytes)),
});

it('takes no more parts out of three archives than out of one, and refuses those that do not fit', async () => {
  const id = await bring('three archives', [archive('a', 150), archive('b', 150), archive('c', 30)]);
  await sort(id);
  const parts = await partsOf(id);
  const sent = parts.filter(({ parentId }) => parentId === null);
  expect(sent.map(({ fileName, fate, reason }) => [fileName, fate, reason])).toEqual([
    ['a.zip', 'opened', null],
    ['b.zip', 'refused', 'tooManyParts'],
    ['c.zip', 'opened', null],
  ]);
  expect(parts.length).toBeLessThanOrEqual(deliveryRoom.parts);
});

it('takes an archive for a bomb whose entries are small enough each, but not all together', async () => {
  const room = { ...deliveryRoom, partBytes: deliveryRoom.totalBytes };
  expect(await openZip(zip(...papersIn('many', 60, 1024 * 1024)), room)).toEqual({ ok: false, reason: 'archiveBomb' });
});

it('counts what came out of an archive at the counter to the day', async () => {
  const { upload } = await hall.door.inTenant(hall.tenantId, async (tenant) => {
    const channels = await tenant.town.channels();
    return { upload: channels.find(({ kind }) => kind === 'upload')?.id ?? '' };
  });
  const id = await bring('at the counter', [archive('u', 5, 10_000)], upload);
  await sort(id);
  const day = townDay(hall.clock.now());
  const use = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.counter.useForChange(day, 'f'.repeat(64), hall.clock.now()),
  );
  expect(use.ofAll.bytes).toBe(5 * 10_000);
});

it('makes one invoice of bytes that come in several deliveries at once, by whichever way', async () => {
  for (const round of [0, 1, 2, 3, 4]) {
    const file = { ...aFile('gleich'), bytes: papersOf(`Q${String(round)}`).ubl('A') };
    const waiting = await Promise.all([1, 2].map((at) => bring(`same ${String(round)} ${String(at)}`, [file])));
    const direct = hall.send(`direct ${String(round)}`, file);
    await Promise.all([...waiting.map(sort), direct]);
    const sorted = await Promise.all(waiting.map(partsOf));
    const invoices = [...sorted.flat(), ...value(await direct).parts].map(({ invoiceId }) => invoiceId);
    expect(new Set(invoices).size).toBe(1);
  }
});

it('puts no paper beside an invoice that came before, but tells of it in that invoice’s history', async () => {
  const papers = papersOf('PX');
  const xml = { ...aFile('rechnung'), bytes: papers.ubl('A') };
  const id = await bring('honest', [xml]);
  await sort(id);
  const invoiceId = (await partsOf(id))[0]?.invoiceId ?? '';
  const pdf = { fileName: 'rechnung.pdf', mediaType: 'application/pdf', bytes: await papers.paper('B') };
  await sort(await bring('stranger', [xml, pdf]));
  const around = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.partsOfInvoice(invoiceId));
  expect(around.map(({ fileName }) => fileName)).toEqual(['rechnung.xml']);
  const later = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.laterPapers(invoiceId, null, 10));
  expect(later).toMatchObject([{ fileName: 'rechnung.pdf', sizeBytes: pdf.bytes.byteLength, delivery: {} }]);
  const history = await hall.door.inTenant(hall.tenantId, (tenant) =>
    tenant.audit.history('invoice', invoiceId, 0, 10),
  );
  expect(history.at(-1)).toMatchObject({
    event: 'invoice.papersCameLater',
    payload: { fileNames: ['rechnung.pdf'] },
  });
});

it('shows papers of a whole later delivery beside each invoice whose file came in it again, page by page', async () => {
  const [one, two] = [papersOf('PY').ubl('A'), papersOf('PY').ubl('B')];
  await sort(await bring('first', [{ ...aFile('eins'), bytes: one }]));
  const id = await bring('both', [
    { ...aFile('eins'), bytes: one },
    { ...aFile('zwei'), bytes: two },
    { fileName: 'Allgemeines.pdf', mediaType: 'application/pdf', bytes: await papersOf('PY').paper('C') },
    { fileName: 'Hinweise.pdf', mediaType: 'application/pdf', bytes: await papersOf('PY').paper('D') },
  ]);
  await sort(id);
  const invoiceId = (await partsOf(id))[0]?.invoiceId ?? '';
  const own = (await partsOf(id))[1]?.invoiceId ?? '';
  const pages = await hall.door.inTenant(hall.tenantId, async ({ deliveries }) => {
    const [first] = await deliveries.laterPapers(invoiceId, null, 1);
    if (!first) throw new Error('a paper was expected');
    const rest = await deliveries.laterPapers(invoiceId, { at: first.delivery.receivedAt, id: first.id }, 10);
    expect(await deliveries.findLaterPaper(invoiceId, first.id)).toEqual(first);
    expect([await deliveries.findLaterPaper(own, first.id), await deliveries.laterPapers(own, null, 10)]).toEqual([
      null,
      [],
    ]);
    return [first, ...rest];
  });
  expect(pages.map(({ fileName, isShared }) => [fileName, isShared])).toEqual([
    ['Allgemeines.pdf', true],
    ['Hinweise.pdf', true],
  ]);
});

describe('A delivery of many slow files', () => {
  const manyFiles = (tag: string, count: number): readonly SentPart[] =>
    Array.from({ length: count }, (_, at) => aFile(`${tag}-${String(at)}`));

  it('stays with the worker that has it, however long it takes', async () => {
    const id = await bring('slow', manyFiles('slow', 6));
    const slow = new SlowDismantler(hall, work.leaseMs / 2, () => sort(id));
    await sorterWith(slow).sort(hall.tenantId, id);
    expect(slow.calls).toHaveLength(6);
    const [, sorted, ...more] = await hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.audit.history('delivery', id, 0, 10),
    );
    expect(sorted).toMatchObject({ event: 'delivery.sorted', facts: { attempt: 1 } });
    expect(more).toEqual([]);
  });

  it('is looked at less closely after a while, and by a person in the end', async () => {
    const id = await bring('endless', manyFiles('endless', 10));
    const slow = new SlowDismantler(hall, sortingTime.thoroughMs / 2, () => Promise.resolve());
    await sorterWith(slow).sort(hall.tenantId, id);
    expect(slow.calls).toEqual([true, true, false, false, false, false]);
    const left = (await partsOf(id)).filter(({ reason }) => reason === 'couldNotBeOpened');
    expect(left.map(({ fate }) => fate)).toEqual(Array<string>(4).fill('otherInvoice'));
  });
});

const sorterWith = (dismantler: Dismantler): SortDelivery =>
  new SortDelivery(hall.door, hall.documents, dismantler, hall.queue, hall.clock, hall.ids);

/** Takes its time for each part, and lets something happen meanwhile. */
class SlowDismantler extends Dismantler {
  readonly calls: boolean[] = [];

  constructor(
    private readonly town: TownHall,
    private readonly slowMs: number,
    private readonly meanwhile: () => Promise<void>,
  ) {
    super();
  }

  async takeApart(part: WholePart, how: Dismantling): Promise<DismantlerAnswer> {
    this.calls.push(how.thorough);
    this.town.clock.move(this.slowMs);
    await this.meanwhile();
    return this.town.dismantler.takeApart(part, how);
  }
}
