import { Lane } from '../../src/worker/lane.js';
import type { Wake } from '../../src/pipeline/ports/wake-queue.js';

/** Work that hangs until it is let go. */
class Hanging {
  readonly begun: string[] = [];
  private readonly ends = new Map<string, () => void>();

  readonly handler = ({ id }: Wake): Promise<void> => {
    this.begun.push(id);
    return new Promise((resolve) => this.ends.set(id, resolve));
  };

  /** Once the lane has seen it end. */
  async end(id: string): Promise<void> {
    this.ends.get(id)?.();
    await new Promise(setImmediate);
  }
}

const wake = (id: string, tenantId = 'auenfurt'): Wake => ({ kind: 'outbox', tenantId, id });

describe('a lane of work', () => {
  it('holds up nobody who brings it work, and does no more of it at once than it is wide', async () => {
    const work = new Hanging();
    const lane = new Lane({ atOnce: 2, ofTenant: 2 }, work.handler);
    for (const id of ['1', '2', '3', '4']) lane.bring(wake(id));
    expect(work.begun).toEqual(['1', '2']);
    await work.end('2');
    expect(work.begun).toEqual(['1', '2', '3']);
  });

  it('lets the hanging server of one town hold up no other town', () => {
    const work = new Hanging();
    const lane = new Lane({ atOnce: 4, ofTenant: 2 }, work.handler);
    for (const id of ['1', '2', '3', '4', '5']) lane.bring(wake(id));
    lane.bring(wake('6', 'bachdorf'));
    expect(work.begun).toEqual(['1', '2', '6']);
  });

  it('works on a row once at a time, and once again for all the wakes that came meanwhile', async () => {
    const work = new Hanging();
    const lane = new Lane({ atOnce: 4, ofTenant: 4 }, work.handler);
    for (let times = 0; times < 3; times += 1) lane.bring(wake('1'));
    expect(work.begun).toEqual(['1']);
    await work.end('1');
    expect(work.begun).toEqual(['1', '1']);
    await work.end('1');
    expect(work.begun).toEqual(['1', '1']);
  });

  it('keeps no more wakes than it says; the database knows the others', async () => {
    const work = new Hanging();
    const lane = new Lane({ atOnce: 1, ofTenant: 1 }, work.handler);
    for (let id = 0; id < 1_000; id += 1) lane.bring(wake(String(id)));
    for (let id = 0; id < 1_000; id += 1) await work.end(String(id));
    expect(work.begun).toHaveLength(201);
  });

  it('told to stop, waits for what runs and begins nothing more', async () => {
    const work = new Hanging();
    const lane = new Lane({ atOnce: 1, ofTenant: 1 }, work.handler);
    lane.bring(wake('1'));
    lane.bring(wake('2'));
    let stopped = false;
    const stopping = lane.stop().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    await work.end('1');
    await stopping;
    lane.bring(wake('3'));
    expect(work.begun).toEqual(['1']);
  });
});
