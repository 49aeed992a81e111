import pg from 'pg';
import { z } from 'zod';
import { setUpTown, type SetUpTown } from '../../demo/set-up-town.js';
import { migrate } from '../../src/adapters/postgres/migrate.js';
import { freshDatabase, holdRoles, type DatabaseUrls, type FreshDatabase } from './database.js';
import { openWorkbench } from './workbench.js';

const entries = z.array(z.tuple([z.string(), z.string()]));
const town = z.object({
  tenantId: z.string(),
  departmentIds: entries.transform((held) => new Map(held)),
  personIds: entries.transform((held) => new Map(held)),
  passwords: entries.transform((held) => new Map(held)),
  keys: z.object({ deliver: z.string(), finance: z.string() }),
  financeKeyId: z.string(),
  apiChannelId: z.string(),
});

/** A workbench's database with the demonstration's town in it. It is entered once per run: that takes far longer than a copy. */
export const townDatabase = (): Promise<FreshDatabase> => freshDatabase({ name: 'town', prepare });

async function prepare(urls: DatabaseUrls): Promise<void> {
  const release = await holdRoles();
  await migrate(urls.ownerUrl, null).finally(release);
  const bench = await openWorkbench({ ...urls, name: 'town', drop: () => Promise.resolve() });
  try {
    await keep(urls, await setUpTown(bench, new Date('2027-12-31')));
  } finally {
    await bench.close();
  }
}

/** Beside the schema of the product, where no test looks. */
async function keep(urls: DatabaseUrls, held: SetUpTown): Promise<void> {
  const text = JSON.stringify(held, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  await withClient(urls, async (client) => {
    await client.query('CREATE TABLE public.prepared_town (held jsonb)');
    await client.query('INSERT INTO public.prepared_town VALUES ($1)', [text]);
  });
}

/** What entering the town has answered. */
export const townIn = (urls: DatabaseUrls): Promise<SetUpTown> =>
  withClient(urls, async (client) => {
    const { rows } = await client.query('SELECT held FROM public.prepared_town');
    return town.parse(rows[0]?.held);
  });

async function withClient<T>({ superuserUrl }: DatabaseUrls, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
