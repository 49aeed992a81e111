import { randomUUID } from 'node:crypto';
import { WakeQueue } from '../../pipeline/ports/wake-queue.js';
import type { Wake, WakeHandler } from '../../pipeline/ports/wake-queue.js';
import { settleWithin } from './settle-within.js';
import { WAKE_TIMINGS } from './wake-backends.js';
import type { Consumer, Producer, WakeBackend, WakeTimings } from './wake-backends.js';
import { parseWake, rowKey } from './wake-data.js';

/** Takes what went wrong and why; called as often as it happens, so the receiver may thin it out. */
export type Warn = (what: string, cause: string) => void;

/** The last steps of closing are given up after this long if the store does not answer. */
const CLOSE_TIMEOUT_MS = 3_000;
/** Cutting happens at once; what is waited for is a confirmation that ioredis leaves out while it reconnects. */
const CUT_TIMEOUT_MS = 250;

/**
 * Wakes by BullMQ, in Redis or in PostgreSQL.
 *
 * A row has at most one waiting wake. A wake that arrives while the row's wake is running is kept (the last one) and
 * handled after it, since the running one may have read the row before the change. Jobs carry ids of their own and
 * are removed when they end, however they end: nothing that lies around can swallow a later wake. If a worker dies in
 * the middle, its wake goes to another one after the lock has run out and two looks for stalled jobs; a wake lost
 * twice that way is dropped, and the database still knows that the row is due.
 */
export class BullmqWakeQueue extends WakeQueue {
  #opening: OpeningProducer | undefined;
  readonly #consumers = new Set<ListeningConsumer>();
  #addHangs = false;
  #closing: Promise<void> | undefined;

  constructor(
    private readonly backend: WakeBackend,
    private readonly warn: Warn,
    private readonly timings: WakeTimings = WAKE_TIMINGS,
  ) {
    super();
  }

  /** Never throws and takes at most `addTimeoutMs`; what cannot be added is reported as a warning. */
  async wake(wake: Wake): Promise<void> {
    if (this.#closing) return this.warn('A wake was not added', 'the queue is closed');
    // While one add hangs, the others would only pile up behind it.
    if (this.#addHangs) return this.warn('A wake was not added', `${this.backend.name} does not answer`);
    const adding = this.#add(wake);
    const outcome = await settleWithin(adding, this.timings.addTimeoutMs);
    if (outcome.kind === 'failed') this.warn('A wake was not added', outcome.cause);
    if (outcome.kind === 'late') {
      this.#addHangs = true;
      this.warn('A wake was not added in time', `${this.backend.name} does not answer`);
      const hangsNoMore = () => (this.#addHangs = false);
      adding.then(hangsNoMore, hangsNoMore);
    }
  }

  /** Starts to listen and returns at once; a store that is away is waited for in the background. */
  async listen(handler: WakeHandler, concurrency: number): Promise<void> {
    if (this.#closing) throw new Error('The queue is closed and cannot listen any more.');
    this.#consumers.add(new ListeningConsumer(this.backend, handler, concurrency, this.warn, this.timings));
  }

  async check(): Promise<void> {
    const asking = this.#open().then((producer) => producer.getWaitingCount());
    const outcome = await settleWithin(asking, this.timings.addTimeoutMs);
    if (outcome.kind === 'done') return;
    const cause = outcome.kind === 'failed' ? outcome.cause : `no answer within ${this.timings.addTimeoutMs} ms`;
    throw new Error(`The queue in ${this.backend.name} does not answer: ${cause}`);
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #add(wake: Wake): Promise<void> {
    const producer = await this.#open();
    await producer.add(wake.kind, wake, {
      jobId: `wake-${randomUUID()}`,
      deduplication: { id: rowKey(wake), keepLastIfActive: true },
      attempts: 1,
      removeOnComplete: true,
      removeOnFail: true,
    });
  }

  /** The open producer. One whose first connection failed is thrown away: BullMQ would remember the failure for ever. */
  async #open(): Promise<Producer> {
    const opening = (this.#opening ??= openProducer(this.backend, this.warn, this.timings));
    try {
      await opening.ready;
      return opening.producer;
    } catch (error) {
      if (this.#opening === opening) {
        this.#opening = undefined;
        await shut(opening.producer, opening.producer.close(), this.warn);
      }
      throw error;
    }
  }

  async #closeAll(): Promise<void> {
    for (const consumer of this.#consumers) consumer.takeNoMore();
    const isThere = await this.check().then(
      () => true,
      () => false,
    );
    await Promise.all([...this.#consumers].map((consumer) => consumer.close(isThere)));
    const producer = this.#opening?.producer;
    if (producer) await shut(producer, producer.close(), this.warn);
  }
}

/** A producer, and when it can be used. */
interface OpeningProducer {
  readonly producer: Producer;
  readonly ready: Promise<unknown>;
}

function openProducer(backend: WakeBackend, warn: Warn, timings: WakeTimings): OpeningProducer {
  const producer = backend.openProducer(timings);
  producer.on('error', (error) => warn('The queue reports an error', error.message));
  return { producer, ready: producer.waitUntilReady() };
}

/** One worker of this process: opened until it succeeds, then run until it is closed. */
class ListeningConsumer {
  #consumer: Consumer | undefined;
  #ready = false;
  #closing = false;
  #wakeFromPause: () => void = () => undefined;
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly backend: WakeBackend,
    private readonly handler: WakeHandler,
    private readonly concurrency: number,
    private readonly warn: Warn,
    private readonly timings: WakeTimings,
  ) {
    void this.#open();
  }

  takeNoMore(): void {
    this.#closing = true;
    this.#wakeFromPause();
    this.#consumer?.pause(true).catch((error: unknown) => this.warn('The worker did not pause', messageOf(error)));
  }

  /**
   * Waits for the running wakes however long they take, and for the store only so long. Where the store is away, the
   * orderly way is not tried: it waits for the end of a connection that does not exist, and leaves a timer running.
   */
  async close(isThere: boolean): Promise<void> {
    const consumer = this.#consumer;
    if (!consumer) return;
    const orderly = isThere && this.#ready;
    if (!orderly) await this.#untilNothingRuns();
    const closing = consumer.close(!orderly);
    let outcome = await settleWithin(closing, CLOSE_TIMEOUT_MS);
    while (outcome.kind === 'late' && this.#running.size > 0) {
      await this.#untilNothingRuns();
      outcome = await settleWithin(closing, CLOSE_TIMEOUT_MS);
    }
    if (outcome.kind !== 'done') await cut(consumer, this.warn);
  }

  async #untilNothingRuns(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled([...this.#running]);
  }

  async #open(): Promise<void> {
    while (!this.#closing) {
      const consumer = this.backend.openConsumer((job) => this.#take(job.data), this.concurrency, this.timings);
      consumer.on('error', (error) => this.warn('The worker of the queue reports an error', error.message));
      consumer.on('failed', (_job, error) => this.warn('A wake could not be handled', error.message));
      this.#consumer = consumer;
      try {
        await consumer.waitUntilReady();
        this.#ready = true;
        if (!this.#closing) await consumer.run();
        return;
      } catch (error) {
        if (this.#closing) return;
        this.warn('The worker of the queue could not start', messageOf(error));
        this.#ready = false;
        await shut(consumer, consumer.close(true), this.warn);
        await this.#pause();
      }
    }
  }

  async #take(data: unknown): Promise<void> {
    const wake = parseWake(data);
    if (!wake) return this.warn('A job in the queue was dropped', 'it is not a wake');
    const run = this.handler(wake);
    this.#running.add(run);
    try {
      await run;
    } finally {
      this.#running.delete(run);
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.timings.retryMs);
      this.#wakeFromPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Closes in an orderly way; cuts the connection if the store does not answer, so that the process can end. */
async function shut(what: Producer | Consumer, closing: Promise<void>, warn: Warn): Promise<void> {
  const outcome = await settleWithin(closing, CLOSE_TIMEOUT_MS);
  if (outcome.kind !== 'done') await cut(what, warn);
}

async function cut(what: Producer | Consumer, warn: Warn): Promise<void> {
  const outcome = await settleWithin(what.disconnect(), CUT_TIMEOUT_MS);
  if (outcome.kind === 'failed') warn('A connection of the queue was not closed in order', outcome.cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
