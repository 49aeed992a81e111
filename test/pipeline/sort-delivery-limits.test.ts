import { openZip } from '../../src/adapters/archive/open-zip.js';
import { value } from '../../demo/set-up-town.js';
import type { SentPart } from '../../src/pipeline/accept-delivery.js';
import { deliveryRoom } from '../../src/pipeline/limits.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { zip } from '../fixtures/mails/zip-builder.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
}, 120_000);
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
  const delivery = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.deliveries.find(id));
  return delivery?.parts ?? [];
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
  const use = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.counter.use(day, 'nobody'));
  expect(use.ofAll.bytes).toBe(5 * 10_000);
});
