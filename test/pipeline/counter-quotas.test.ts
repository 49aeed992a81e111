import { randomBytes } from 'node:crypto';
import { PostgresDocumentStore } from '../../src/adapters/postgres/postgres-document-store.js';
import { value } from '../../demo/set-up-town.js';
import { AcceptDelivery, type SentPart } from '../../src/pipeline/accept-delivery.js';
import { DeliverAtCounter } from '../../src/pipeline/counter-delivery.js';
import { roomAtCounter } from '../../src/pipeline/counter-quotas.js';
import { limitsFor } from '../../src/pipeline/limits.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { settingIn } from '../../src/pipeline/tenant-settings.js';
import { zip } from '../fixtures/mails/zip-builder.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { aFile, openTownHall, type TownHall } from './town-hall.js';

const megabytes50 = 50 * 1024 * 1024;

let hall: TownHall;
let counter: DeliverAtCounter;
let channelId: string;
beforeAll(async () => {
  hall = await openTownHall();
  counter = new DeliverAtCounter(hall.acceptDelivery, hall.ids, new PlainKeyedHash());
  const channels = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.town.channels());
  channelId = channels.find(({ kind }) => kind === 'upload')?.id ?? '';
});
afterAll(() => hall.close());
/** Each test has a day of its own. */
afterEach(() => hall.clock.move(24 * 60 * 60 * 1000));

/** Room that is taken, as by a delivery of which nothing more is heard. */
const take = (address: string, bytes: number): Promise<Outcome<null>> => {
  const room = roomAtCounter(new PlainKeyedHash(), { address, bytes }, hall.ids.next());
  return hall.door.inTenant(hall.tenantId, (tenant) => room.take(tenant, hall.clock.now()));
};

const deliver = (address: string, part: SentPart, at = counter) =>
  at.deliver({
    ...{ tenantId: hall.tenantId, channelId, address, idempotencyKey: hall.ids.next() },
    ...{ fields: {}, sender: null, parts: [part] },
  });

async function setQuotas(quotas: { readonly deliveriesPerDay?: number; readonly bytesPerDay?: number }): Promise<void> {
  const by = { tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: hall.ids.next() };
  const { version, value: held } = await hall.door.inTenant(hall.tenantId, (tenant) => settingIn(tenant, 'counter'));
  const wanted = { ...held, quotas: { ...held.quotas, ...quotas } };
  value(await hall.tenantSettings.change(by, 'counter', version, wanted));
}

class FullStore extends PostgresDocumentStore {
  override keep(): Promise<void> {
    return Promise.reject(new Error('no space left'));
  }
}

function counterWithFullStore(): DeliverAtCounter {
  const { door, queue, clock, ids, database } = hall;
  const keyedHash = new PlainKeyedHash();
  const accept = new AcceptDelivery(door, new FullStore(database), queue, clock, ids, keyedHash, limitsFor(25));
  return new DeliverAtCounter(accept, ids, keyedHash);
}

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);

async function keptOriginals(): Promise<number> {
  const rows = await hall.database.query(
    `SELECT set_config('app.tenant', $1, true), (SELECT count(*)::int FROM eingang.original_bytes) AS n`,
    [hall.tenantId],
  );
  return Number(rows[0].n);
}

it('a few addresses cannot use up what the counter takes in a day from everybody', async () => {
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    for (let times = 0; times < 2; times += 1) expect(await take(address, megabytes50)).toMatchObject({ kind: 'done' });
    expect(await take(address, megabytes50)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'addressBytesUsed', values: { limit: '128' } },
    });
    expect(await take(address, 1024)).toMatchObject({ kind: 'done' });
  }
  expect(await take('192.0.2.3', megabytes50)).toMatchObject({ kind: 'done' });
});

it('uploads at once beyond the quota leave nothing in the store', async () => {
  await setQuotas({ deliveriesPerDay: 3 });
  const before = await keptOriginals();
  const files = Array.from({ length: 10 }, (_, at) => aFile(`zugleich ${String(at)}`));
  const outcomes = await Promise.all(files.map((file, at) => deliver(`192.0.2.${String(10 + at)}`, file)));
  expect(outcomes.map(codeOf).sort()).toEqual([...Array(7).fill('counterQuotaUsed'), ...Array(3).fill('done')]);
  expect((await keptOriginals()) - before).toBe(3);
  await setQuotas({ deliveriesPerDay: 2000 });
});

it('what was killed before its delivery was there, or could not be kept, takes no room for ever', async () => {
  await setQuotas({ deliveriesPerDay: 1 });
  expect(codeOf(await take('192.0.2.1', 1024))).toBe('done');
  expect(codeOf(await deliver('192.0.2.2', aFile('zu früh')))).toBe('counterQuotaUsed');
  hall.clock.move(10 * 60 * 1000);
  await expect(deliver('192.0.2.2', aFile('voll'), counterWithFullStore())).rejects.toThrow('no space left');
  expect(codeOf(await deliver('192.0.2.2', aFile('rechtzeitig')))).toBe('done');
  expect(codeOf(await deliver('192.0.2.3', aFile('zu spät')))).toBe('counterQuotaUsed');
  hall.clock.move(10 * 60 * 1000);
  expect(codeOf(await deliver('192.0.2.3', aFile('noch immer zu spät')))).toBe('counterQuotaUsed');
  await setQuotas({ deliveriesPerDay: 2000 });
});

it('counts a call once that comes a second time while the first is under way', async () => {
  const { door, queue, clock, ids, database } = hall;
  const keyedHash = new PlainKeyedHash();
  const call = {
    ...{ tenantId: hall.tenantId, channelId, address: '192.0.2.1', idempotencyKey: ids.next() },
    ...{ fields: {}, sender: null, parts: [aFile('zweimal')] },
  };
  /** The first call is over before the second one writes. */
  class LateStore extends PostgresDocumentStore {
    override async keep(...file: Parameters<PostgresDocumentStore['keep']>): Promise<void> {
      value(await counter.deliver(call));
      await super.keep(...file);
    }
  }
  const late = new AcceptDelivery(door, new LateStore(database), queue, clock, ids, keyedHash, limitsFor(25));
  value(await new DeliverAtCounter(late, ids, keyedHash).deliver(call));
  await setQuotas({ deliveriesPerDay: 2 });
  expect(codeOf(await deliver('192.0.2.2', aFile('danach')))).toBe('done');
  await setQuotas({ deliveriesPerDay: 2000 });
});

it('counts what comes out of an archive to the address that brought it', async () => {
  const papers = Array.from({ length: 5 }, (_, at) => {
    const content = randomBytes(1024 * 1024);
    content.write('%PDF-1.4 ');
    return { name: `${String(at)}.pdf`, bytes: content };
  });
  const archive = { fileName: 'a.zip', mediaType: 'application/zip', bytes: zip(...papers) };
  const { deliveryId } = value(await deliver('192.0.2.1', archive));
  await hall.sortDelivery.sort(hall.tenantId, deliveryId);
  const unpacked = 5 * 1024 * 1024;
  const left = 128 * 1024 * 1024 - unpacked - archive.bytes.byteLength;
  expect(codeOf(await take('192.0.2.1', left + 1))).toBe('addressBytesUsed');
  expect(codeOf(await take('192.0.2.2', left + 1))).toBe('done');
  expect(codeOf(await take('192.0.2.1', left))).toBe('done');
});
