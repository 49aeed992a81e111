import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import type { JobsOptions, Processor } from 'bullmq';

/** Name of the one queue; BullMQ allows no `:` in it. */
const DEFAULT_QUEUE_NAME = 'wake';
/** Everything of this program in a shared Redis begins with this. */
const REDIS_PREFIX = 'eingang';
/** Nobody reads BullMQ's event stream here; a short one keeps its table and its memory small. */
const EVENTS_KEPT = 100;

/** What the wake queue needs of a BullMQ queue, whichever store is behind it. */
export interface Producer {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getWaitingCount(): Promise<number>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

/** What the wake queue needs of a BullMQ worker, whichever store is behind it. */
export interface Consumer {
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: unknown, error: Error) => void): unknown;
  /** Takes nothing more; waits for what runs unless told not to. */
  pause(doNotWait?: boolean): Promise<void>;
  close(force?: boolean): Promise<void>;
  disconnect(): Promise<void>;
}

/** How long things may take; the defaults are for operation, tests shorten them. */
export interface WakeTimings {
  /** An add (or a check) that has not answered by then is given up; the sweep will find the row. */
  readonly addTimeoutMs: number;
  /** A running wake is taken from a worker that has not renewed its lock for this long. */
  readonly lockDurationMs: number;
  /** How often a worker looks for such wakes; a lost one is seen twice before it is given to another worker. */
  readonly stalledIntervalMs: number;
  /** Pause before a worker that lost its store tries again. */
  readonly retryMs: number;
}

export const WAKE_TIMINGS = {
  addTimeoutMs: 2_000,
  lockDurationMs: 30_000,
  stalledIntervalMs: 15_000,
  retryMs: 1_000,
} as const satisfies WakeTimings;

/** A store that BullMQ can keep wakes in. */
export interface WakeBackend {
  readonly name: 'Redis' | 'PostgreSQL';
  openProducer(timings: WakeTimings): Producer;
  openConsumer(take: Processor, concurrency: number, timings: WakeTimings): Consumer;
}

/**
 * Wakes in Redis.
 * @param url `redis://` or `rediss://`, with user, password and database number as needed.
 */
export function redisWakeBackend(url: string, queueName: string = DEFAULT_QUEUE_NAME): WakeBackend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  // Redis comes back faster than ioredis' doubling pauses would look for it.
  const reconnect = { url, connectTimeout: 5_000, retryStrategy: (times: number) => Math.min(times * 100, 2_000) };
  return {
    name: 'Redis',
    openProducer: ({ addTimeoutMs }) =>
      new Queue(queueName, {
        prefix: REDIS_PREFIX,
        streams: { events: { maxLen: EVENTS_KEPT } },
        // Without an offline queue an add fails at once while Redis is away, instead of waiting for it.
        connection: {
          ...reconnect,
          enableOfflineQueue: false,
          maxRetriesPerRequest: 1,
          commandTimeout: addTimeoutMs,
        },
      }),
    openConsumer: (take, concurrency, timings) =>
      new Worker(queueName, take, {
        prefix: REDIS_PREFIX,
        connection: { ...reconnect, maxRetriesPerRequest: null },
        ...consumerOptions(concurrency, timings),
      }),
  };
}

/**
 * Wakes in PostgreSQL, in the schema `bullmq` that `migrateBullmqSchema` makes. Takes at most two connections for
 * adding; a listening process takes two more and one for LISTEN. A pooler that shares sessions between transactions
 * (PgBouncer in transaction mode) must not stand between.
 */
export function postgresWakeBackend(connectionString: string, queueName: string = DEFAULT_QUEUE_NAME): WakeBackend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const pool = { connectionString, max: 2, migrate: false };
  return {
    name: 'PostgreSQL',
    openProducer: ({ addTimeoutMs }) =>
      new Queue(queueName, {
        streams: { events: { maxLen: EVENTS_KEPT } },
        connection: { ...pool, connectionTimeoutMillis: addTimeoutMs, query_timeout: addTimeoutMs },
      }),
    openConsumer: (take, concurrency, timings) =>
      new Worker(queueName, take, {
        connection: { ...pool, connectionTimeoutMillis: 5_000 },
        ...consumerOptions(concurrency, timings),
      }),
  };
}

function consumerOptions(concurrency: number, timings: WakeTimings) {
  return {
    autorun: false, // started once the store has answered: BullMQ remembers a refused first connection for ever
    concurrency,
    lockDuration: timings.lockDurationMs,
    stalledInterval: timings.stalledIntervalMs,
    maxStalledCount: 1,
    runRetryDelay: timings.retryMs,
    drainDelay: 5, // seconds; a notification that got lost costs this much
  };
}
