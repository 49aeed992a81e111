import { takeFromQuota } from '../../src/pipeline/counter-quotas.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { openTownHall, type TownHall } from './town-hall.js';

const megabytes50 = 50 * 1024 * 1024;

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
}, 120_000);
afterAll(() => hall.close());

const bring = (address: string, bytes: number): Promise<Outcome<null>> =>
  hall.door.inTenant(hall.tenantId, (tenant) =>
    takeFromQuota(tenant, new PlainKeyedHash(), { address, bytes }, hall.clock.now()),
  );

it('a few addresses cannot use up what the counter takes in a day from everybody', async () => {
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    for (let times = 0; times < 2; times += 1)
      expect(await bring(address, megabytes50)).toMatchObject({ kind: 'done' });
    expect(await bring(address, megabytes50)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'addressBytesUsed', values: { limit: '128' } },
    });
    expect(await bring(address, 1024)).toMatchObject({ kind: 'done' });
  }
  expect(await bring('192.0.2.3', megabytes50)).toMatchObject({ kind: 'done' });
});
