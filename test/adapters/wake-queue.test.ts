import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BullmqWakeQueue } from '../../src/adapters/bullmq/bullmq-wake-queue.js';
import { WAKE_TIMINGS } from '../../src/adapters/bullmq/wake-backends.js';
import type { WakeTimings } from '../../src/adapters/bullmq/wake-backends.js';
import type { Wake } from '../../src/pipeline/ports/wake-queue.js';
import { redisIsInstalled } from '../support/redis.js';
import { postgresStore, redisStore, silentServer } from './wake-queue-stores.js';
import type { WakeStore } from './wake-queue-stores.js';

/** The locks are the product's: on a busy machine a shorter one would end while its wake is still being handled. */
const TIMINGS: WakeTimings = { ...WAKE_TIMINGS, retryMs: 100 };
/** Where the compiled program lies; `npm test` builds it first. */
const BUILD = process.env.EINGANG_TEST_BUILD ?? 'dist';

const wakeOf = (id: string): Wake => ({ kind: 'invoice', tenantId: 'b3f1', id });

/** A queue, what it warned of, and the wakes it delivered, in order. */
class Listener {
  readonly warnings: string[] = [];
  readonly delivered: string[] = [];
  readonly queue: BullmqWakeQueue;
  #changed: () => void = () => undefined;

  constructor(backend: ReturnType<WakeStore['backend']>, timings: Partial<WakeTimings> = {}) {
    const warn = (what: string, cause: string) => this.warnings.push(`${what}: ${cause}`);
    this.queue = new BullmqWakeQueue(backend, warn, { ...TIMINGS, ...timings });
  }

  async listen(concurrency = 1, meanwhile: (wake: Wake) => Promise<void> = async () => undefined): Promise<void> {
    await this.queue.listen(async (wake) => {
      this.delivered.push(wake.id);
      this.#changed();
      await meanwhile(wake);
    }, concurrency);
  }

  async until(isEnough: (delivered: readonly string[]) => boolean): Promise<void> {
    while (!isEnough(this.delivered)) await new Promise<void>((resolve) => (this.#changed = resolve));
  }

  untilDelivered(id: string): Promise<void> {
    return this.until((delivered) => delivered.includes(id));
  }
}

/** A promise and the function that fulfils it. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

const stores = [
  ...(redisIsInstalled() ? [{ name: 'Redis', start: redisStore }] : []),
  { name: 'PostgreSQL', start: postgresStore },
];

describe.each(stores)('The wake queue in $name', ({ start }) => {
  let store: WakeStore;
  const opened: Listener[] = [];
  const open = (...settings: ConstructorParameters<typeof Listener>) => {
    const listener = new Listener(...settings);
    opened.push(listener);
    return listener;
  };

  beforeAll(async () => {
    store = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((listener) => listener.queue.close()));
    await store.wipe();
  });
  afterAll(() => store.stop());

  /** Asserts that nothing of any wake is left in the store. */
  async function expectEmpty(): Promise<void> {
    const inspector = store.inspector();
    const counts = await inspector.getJobCounts();
    await inspector.close();
    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['waiting', 'active', 'completed', 'failed']));
    expect(Object.values(counts).filter((count) => count > 0)).toEqual([]);
  }

  it('delivers a wake once, with its kind, tenant and id', async () => {
    const listener = open(store.backend());
    const seen: Wake[] = [];
    await listener.listen(1, async (wake) => void seen.push(wake));
    await listener.queue.wake({ kind: 'outbox', tenantId: 'town:hall', id: '42' });
    await listener.queue.wake(wakeOf('last'));
    await listener.untilDelivered('last');
    await listener.queue.close();
    expect(seen).toEqual([{ kind: 'outbox', tenantId: 'town:hall', id: '42' }, wakeOf('last')]);
    expect(listener.warnings).toEqual([]);
    await expectEmpty();
  });

  it('does not add a wake that is still waiting a second time', async () => {
    const listener = open(store.backend());
    await listener.queue.wake(wakeOf('row'));
    await listener.queue.wake(wakeOf('row'));
    await listener.queue.wake({ ...wakeOf('row'), kind: 'outbox' });
    await listener.queue.wake(wakeOf('last'));
    await listener.listen();
    await listener.untilDelivered('last');
    expect(listener.delivered).toEqual(['row', 'row', 'last']); // the invoice once, the outbox row once
  });

  it('adds a wake again after it has been handled', async () => {
    const listener = open(store.backend());
    await listener.listen();
    for (const times of [1, 2, 3]) {
      await listener.queue.wake(wakeOf('row'));
      await listener.until((delivered) => delivered.length === times);
    }
    await listener.queue.close();
    expect(listener.delivered).toEqual(['row', 'row', 'row']);
    await expectEmpty();
  });

  it('adds a wake again after its handler has thrown, and keeps nothing of the failure', async () => {
    const listener = open(store.backend());
    await listener.listen(1, async (wake) => {
      if (wake.id === 'row') throw new Error('the reader broke');
    });
    await listener.queue.wake(wakeOf('row'));
    await listener.until((delivered) => delivered.length === 1);
    await listener.queue.wake(wakeOf('row'));
    await listener.until((delivered) => delivered.length === 2);
    await listener.queue.wake(wakeOf('last'));
    await listener.untilDelivered('last');
    await listener.queue.close();
    expect(listener.delivered).toEqual(['row', 'row', 'last']);
    expect(listener.warnings).toContain('A wake could not be handled: the reader broke');
    await expectEmpty();
  });

  it('handles a wake that arrives while the same row is being handled once more, after it', async () => {
    const listener = open(store.backend());
    const first = gate();
    await listener.listen(2, async () => (listener.delivered.length === 1 ? first.passed : undefined));
    await listener.queue.wake(wakeOf('row'));
    await listener.untilDelivered('row');
    await listener.queue.wake(wakeOf('row'));
    await listener.queue.wake(wakeOf('row'));
    await listener.queue.wake(wakeOf('other'));
    await listener.untilDelivered('other');
    expect(listener.delivered).toEqual(['row', 'other']); // never twice at the same time
    first.open();
    await listener.until((delivered) => delivered.length === 3);
    await listener.queue.wake(wakeOf('last'));
    await listener.untilDelivered('last');
    expect(listener.delivered).toEqual(['row', 'other', 'row', 'last']);
  });

  it('handles a thousand wakes, each of them once', async () => {
    const listener = open(store.backend());
    const ids = Array.from({ length: 1_000 }, (_, index) => `row-${index}`);
    await listener.listen(10);
    for (let from = 0; from < ids.length; from += 20) {
      await Promise.all(ids.slice(from, from + 20).map((id) => listener.queue.wake(wakeOf(id))));
    }
    await listener.until((delivered) => delivered.length === ids.length);
    await listener.queue.close();
    expect([...listener.delivered].sort()).toEqual([...ids].sort());
    expect(listener.warnings).toEqual([]);
    await expectEmpty();
  });

  it.each([
    { how: 'emptied by BullMQ', wipe: obliterate },
    { how: 'emptied behind its back', wipe: (wiped: WakeStore) => wiped.wipe() },
  ])(
    'loses only wakes when the store is $how',
    async ({ wipe }) => {
      const listener = open(store.backend());
      for (const id of ['lost-1', 'lost-2']) await listener.queue.wake(wakeOf(id));
      await wipe(store);
      const running = gate();
      await listener.listen(1, async (wake) => (wake.id === 'running' ? running.passed : undefined));
      await listener.queue.wake(wakeOf('running'));
      await listener.untilDelivered('running');
      await listener.queue.wake(wakeOf('waiting'));
      await wipe(store);
      running.open();
      for (const id of ['lost-1', 'waiting', 'last']) await listener.queue.wake(wakeOf(id));
      await listener.untilDelivered('last');
      expect(listener.delivered).toEqual(['running', 'lost-1', 'waiting', 'last']);
    },
    60_000,
  );

  it('goes on after the store was interrupted', async () => {
    const listener = open(store.backend());
    await listener.listen();
    await listener.queue.wake(wakeOf('before'));
    await listener.untilDelivered('before');
    await store.interrupt();
    await untilItAnswers(listener);
    await listener.queue.wake(wakeOf('after'));
    await listener.untilDelivered('after');
    expect(listener.delivered).toEqual(['before', 'after']);
  });

  it('is not blocked by a worker that was killed in the middle of a wake', async () => {
    expect(existsSync(`${BUILD}/src/adapters/bullmq/bullmq-wake-queue.js`)).toBe(true); // run `npm run build`
    const listener = open(store.backend(), { stalledIntervalMs: 200 });
    await listener.queue.wake(wakeOf('row'));
    const worker = spawn(process.execPath, ['--input-type=module', '-e', STUCK_WORKER], {
      env: { ...process.env, BUILD: `${process.cwd()}/${BUILD}`, URL: store.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(worker.stdout, 'data'); // it has the wake, and keeps it
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await listener.listen();
    await listener.queue.wake(wakeOf('other'));
    await listener.untilDelivered('other');
    await listener.queue.wake(wakeOf('row')); // kept behind the lost one, until that is found to be lost
    await listener.untilDelivered('row');
    expect(listener.delivered.slice(0, 2)).toEqual(['other', 'row']);
  });

  it('waits for the running wakes when it is closed, and takes no further ones', async () => {
    const listener = open(store.backend());
    const running = gate();
    const finished: string[] = [];
    await listener.listen(1, async (wake) => {
      await running.passed;
      finished.push(wake.id);
    });
    await listener.queue.wake(wakeOf('row'));
    await listener.queue.wake(wakeOf('next'));
    await listener.untilDelivered('row');
    const closing = listener.queue.close().then(() => finished.push('closed'));
    running.open();
    await closing;
    expect(finished).toEqual(['row', 'closed']);
    await listener.queue.wake(wakeOf('late'));
    expect(listener.warnings).toEqual(['A wake was not added: the queue is closed']);
  });

  it('answers when asked whether it is there', async () => {
    await expect(open(store.backend()).queue.check()).resolves.toBeUndefined();
  });

  it('does not throw and does not hang when nobody listens at the address of the store', async () => {
    const nobody = new URL(store.url);
    nobody.port = '1';
    await expectWarnings(open(store.backend(nobody.href), { addTimeoutMs: 300 }));
  });

  it('does not throw and does not hang when the store takes the connection and says nothing', async () => {
    const silent = await silentServer();
    const address = new URL(store.url);
    address.port = String(silent.port);
    await expectWarnings(open(store.backend(address.href), { addTimeoutMs: 300 }));
    await silent.close();
  });
});

/** Takes one wake, says so, and never ends it. */
const STUCK_WORKER = `
  const { BullmqWakeQueue } = await import(process.env.BUILD + '/src/adapters/bullmq/bullmq-wake-queue.js');
  const backends = await import(process.env.BUILD + '/src/adapters/bullmq/wake-backends.js');
  const isRedis = process.env.URL.startsWith('redis');
  const backend = (isRedis ? backends.redisWakeBackend : backends.postgresWakeBackend)(process.env.URL);
  const queue = new BullmqWakeQueue(backend, console.error, ${JSON.stringify({ ...TIMINGS, lockDurationMs: 1_000 })});
  await queue.listen((wake) => new Promise(() => console.log(wake.id)), 1);
`;

async function expectWarnings(listener: Listener): Promise<void> {
  await listener.listen();
  await Promise.all(['one', 'two', 'three'].map((id) => listener.queue.wake(wakeOf(id))));
  await listener.queue.wake(wakeOf('four'));
  expect(listener.warnings.filter((warning) => warning.startsWith('A wake was not added'))).toHaveLength(4);
  await expect(listener.queue.check()).rejects.toThrow('does not answer');
  await listener.queue.close();
  expect(listener.delivered).toEqual([]);
}

async function obliterate(store: WakeStore): Promise<void> {
  const inspector = store.inspector();
  await inspector.obliterate({ force: true });
  await inspector.close();
}

async function untilItAnswers(listener: Listener): Promise<void> {
  for (;;) {
    const answer = await listener.queue.check().then(
      () => 'there',
      () => 'away',
    );
    if (answer === 'there') return;
    await pause(20);
  }
}
