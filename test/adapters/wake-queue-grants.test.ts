import { createPostgresBackend, withBackend } from 'bullmq';
import { bullmqGrants, migrateBullmqSchema } from '../../src/adapters/bullmq/bullmq-schema.js';
import { BullmqWakeQueue } from '../../src/adapters/bullmq/bullmq-wake-queue.js';
import { postgresWakeBackend } from '../../src/adapters/bullmq/wake-backends.js';
import { freshDatabase } from '../support/database.js';
import type { FreshDatabase } from '../support/database.js';
import { roleOf, withClient } from './wake-queue-stores.js';

const INSUFFICIENT_PRIVILEGE = { code: '42501' };

describe('The schema of the queue in PostgreSQL', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
    await withClient(database.ownerUrl, migrateBullmqSchema);
  });
  afterAll(() => database.drop());

  const grantAll = () =>
    withClient(database.ownerUrl, async (owner) => {
      for (const grant of bullmqGrants(roleOf(database.appUrl))) await owner.query(grant);
    });

  it('is closed to the role of the application until the owner grants it', async () => {
    await withClient(database.appUrl, async (app) => {
      await expect(app.query('SELECT count(*) FROM bullmq.job')).rejects.toMatchObject(INSUFFICIENT_PRIVILEGE);
    });
  });

  it('is made once, and again without any effect', async () => {
    const versions = await withClient(database.ownerUrl, async (owner) => [
      await migrateBullmqSchema(owner),
      await migrateBullmqSchema(owner),
    ]);
    expect(versions[0]).toBeGreaterThan(0);
    expect(versions[1]).toBe(versions[0]);
  });

  it('names a role as it is, whatever it is called', () => {
    expect(bullmqGrants('a"b; DROP')[0]).toBe('GRANT USAGE ON SCHEMA bullmq TO "a""b; DROP"');
  });

  it('serves queue and worker of a role that may neither make nor change anything, without a single DDL', async () => {
    await grantAll();
    await withClient(database.superuserUrl, recordEveryDdl);
    const warnings: string[] = [];
    const handled: string[] = [];
    const queue = new BullmqWakeQueue(postgresWakeBackend(database.appUrl), (...texts) => warnings.push(texts.join()));
    const allHandled = new Promise<void>((resolve, reject) => {
      void queue.listen(async ({ id }) => {
        handled.push(id);
        if (handled.length === 4) resolve();
        if (id === 'again' && handled.length === 1) await queue.wake({ kind: 'outbox', tenantId: 't', id: 'again' });
        if (id === 'broken') throw new Error('expected');
      }, 2);
      queue.check().catch(reject);
    });
    for (const id of ['again', 'broken', 'last']) await queue.wake({ kind: 'outbox', tenantId: 't', id });
    await allHandled;
    await queue.close();
    expect([...handled].sort()).toEqual(['again', 'again', 'broken', 'last']);
    expect(warnings).toEqual(['A wake could not be handled,expected']);
    expect(await withClient(database.superuserUrl, recordedDdl)).toEqual([]);
  });

  it('needs job ids of our own: for an id of its own BullMQ makes a sequence, which the role may not', async () => {
    await grantAll();
    const { Queue } = withBackend(createPostgresBackend);
    const queue = new Queue('wake', { connection: { connectionString: database.appUrl, max: 1 } });
    await expect(queue.add('invoice', {})).rejects.toMatchObject(INSUFFICIENT_PRIVILEGE);
    await queue.close();
  });

  it.each([
    'CREATE TABLE bullmq.more (id int)',
    'DROP TABLE bullmq.job',
    'TRUNCATE bullmq.job',
    'ALTER TABLE bullmq.job ADD COLUMN more int',
    'UPDATE bullmq.migration SET min_client_version = 99',
  ])('refuses the role of the application: %s', async (statement) => {
    await grantAll();
    await withClient(database.appUrl, async (app) => {
      await expect(app.query(statement)).rejects.toMatchObject(INSUFFICIENT_PRIVILEGE);
    });
  });
});

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

/** Whoever tries DDL leaves a line, also on a temporary table; a statement without the right fails and warns. */
async function recordEveryDdl(superuser: Client): Promise<void> {
  await superuser.query('CREATE TABLE public.recorded_ddl (tag text)');
  await superuser.query('GRANT INSERT ON public.recorded_ddl TO PUBLIC');
  await superuser.query(`CREATE FUNCTION public.record_ddl() RETURNS event_trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO public.recorded_ddl VALUES (tg_tag); END $$`);
  await superuser.query('CREATE EVENT TRIGGER record_ddl ON ddl_command_end EXECUTE FUNCTION public.record_ddl()');
  await superuser.query('CREATE TEMPORARY TABLE proof (id int)');
  const proof = await superuser.query('DELETE FROM public.recorded_ddl');
  if (proof.rowCount !== 1) throw new Error('The event trigger does not record DDL, so the test would prove nothing.');
}

async function recordedDdl(superuser: Client): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ tag: string }>('SELECT tag FROM public.recorded_ddl');
  return rows.map((row) => row.tag);
}
