import type { DataSource } from 'typeorm';
import { generateTowns, type LargeTown } from '../../bench/generated-towns.js';
import { plansOf } from '../../bench/query-plans.js';
import { deskOver, deskQueries, type Desk } from '../../bench/queue-queries.js';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import type { FreshDatabase } from '../support/database.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { migratedDatabase } from '../support/migrated-database.js';

// The same towns and the same questions as `npm run bench -- queue`, with fewer invoices: how the server goes about them
// must not depend on how many there are.
import.meta.jest.setTimeout(180_000);

const invoices = 8_000;

/** Fewer than two thirds of the large town's, which is more than its open ones: never what has ended, and never everything. */
const mostRowsRead = invoices / 4;

let fresh: FreshDatabase;
let database: DataSource;
let town: LargeTown;
let desk: Desk;

beforeAll(async () => {
  fresh = await migratedDatabase();
  town = await generateTowns(fresh.superuserUrl, { invoices, seed: 7 });
  database = await openDatabase(fresh.appUrl, 2);
  desk = deskOver(database, town, new PlainKeyedHash());
}, 180_000);
afterAll(async () => {
  await database.destroy();
  await fresh.drop();
});

it('fills towns as wanted: one with two fifths of all invoices, half of them open, and five events on each', () => {
  const { openHere, events } = town.held;
  expect(openHere / invoices).toBeCloseTo(0.2, 1);
  expect(events / invoices).toBeCloseTo(5, 0);
});

it.each(deskQueries.map(({ name, ask }) => [name, ask] as const))(
  'reads "%s" through indexes, and little that is not wanted',
  async (_, ask) => {
    const [sample] = town.samples;
    if (!sample) throw new Error('The town has no invoices.');
    const planned = await plansOf(database, town.tenantId, () => ask(desk, sample));
    expect(planned.length).toBeGreaterThan(0);
    const steps = planned.flatMap(({ sql, steps: found }) => found.map((step) => ({ ...step, sql })));
    expect(steps.filter(({ kind, rows }) => kind === 'Seq Scan' || rows > mostRowsRead)).toEqual([]);
  },
);

it('searches through the index of letters alone', async () => {
  const [before, after] = await database.transaction(async (manager) => {
    // What the server counts for a transaction also holds what the connection did shortly before: a difference is asked for.
    const scans = async () => {
      const [row] = await manager.query<{ letters: number; whole: number }[]>(
        `SELECT pg_stat_get_xact_numscans('eingang.invoice_search_grams'::regclass)::integer AS letters,
           (SELECT sum(seq_scan) FROM pg_stat_xact_user_tables WHERE schemaname = 'eingang')::integer AS whole`,
      );
      return row ?? { letters: NaN, whole: NaN };
    };
    await manager.query(`SELECT set_config('app.tenant', $1, true)`, [town.tenantId]);
    const first = await scans();
    await manager.query(`SELECT * FROM eingang.search_invoices('{winterdienst}', NULL, NULL, 1000)`);
    return [first, await scans()];
  });
  expect(after.letters).toBeGreaterThan(before.letters);
  expect(after.whole).toBe(before.whole);
});

it('finds for the tenant that is set, nothing of another, and nothing without one', async () => {
  const foundIn = (tenantId: string) =>
    database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
      const [row] = await manager.query<{ found: number; visible: number }[]>(
        `SELECT count(*)::integer AS found, count(i.id)::integer AS visible
         FROM eingang.search_invoices('{gmbh}', NULL, NULL, 100000) AS f LEFT JOIN eingang.invoice i ON i.id = f`,
      );
      return row;
    });
  const [here, nowhere] = [await foundIn(town.tenantId), await foundIn('')];
  expect(here?.found).toBeGreaterThan(invoices / 3);
  expect(here?.visible).toBe(here?.found);
  expect(nowhere).toEqual({ found: 0, visible: 0 });
  const [letters] = await database.query<{ shared: boolean }[]>(
    `SELECT eingang.search_grams($1, 'gmbh') && eingang.search_grams($2, 'gmbh') AS shared`,
    [town.tenantId, town.departmentIds[0]],
  );
  expect(letters).toEqual({ shared: false });
});
