import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { Metrics } from '../../src/api/metrics.js';
import { witnessOf } from '../../src/modules/witness.js';
import { Repetition } from '../../src/worker/repetition.js';
import { Client, each } from './client.js';
import { startService, townOf, type RunningService } from './running-service.js';

describe('a repetition', () => {
  it('never overlaps, goes on after a failure, and stops only once its round has ended', async () => {
    let [running, most, rounds] = [0, 0, 0];
    const failures: unknown[] = [];
    const fourth = new Promise<Repetition>((resolve) => {
      const repetition = new Repetition(
        async () => {
          running += 1;
          most = Math.max(most, running);
          rounds += 1;
          if (rounds === 4) resolve(repetition);
          await new Promise((later) => setImmediate(later));
          running -= 1;
          if (rounds === 2) throw new Error('second round');
        },
        0,
        (error) => failures.push(error),
      ).start();
    });
    await (await fourth).stop();
    expect([running, most, rounds]).toEqual([0, 1, 4]);
    expect(failures).toEqual([new Error('second round')]);
  });
});

it('a repetition may begin long before its pause has passed', async () => {
  const day = 24 * 60 * 60 * 1000;
  const failures: unknown[] = [];
  let repetition: Repetition | undefined;
  await new Promise<void>((begun) => {
    repetition = new Repetition(
      async () => begun(),
      day,
      (error) => failures.push(error),
    ).start(0);
  });
  await repetition?.stop();
  expect(failures).toEqual([]);
});

describe('a worker', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.close());

  it('finds what was taken in while there was none, also if no wake is left', async () => {
    const town = await townOf(service);
    const supplier = new Client(service.url).withKey(town.keys.deliver);
    const { body } = await supplier.deliver({ 'a.xml': '<a/>' });
    expect(body['parts']).toMatchObject([{ fate: 'invoice' }]);
    await service.loseQueue();
    const worker = await service.startAnother({ EINGANG_ROLE: 'worker' });
    try {
      const finance = new Client(service.url).withKey(town.keys.finance);
      const states = async () => each((await finance.get('/invoices')).body, 'items', 'state');
      while ((await states()).includes('received')) await pause(20);
      expect(await states()).toEqual(['clarification']);
    } finally {
      await worker.close();
    }
  });

  it('tells of a failed wake by kind and place, never by the words of its error', () => {
    const lines: string[] = [];
    const log = pino(new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }));
    const witness = witnessOf(log, () => new Metrics(service.ports.lookup, service.ports.clock));
    const error = new TypeError('Rechnung 4711 der Firma Meyer');
    witness.failed('wake', error, { kind: 'invoice', tenantId: 't', id: 'i' });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { kind: 'invoice', tenantId: 't', id: 'i', error: 'TypeError' },
    ]);
    expect(lines.join()).not.toContain('Meyer');
  });
});
