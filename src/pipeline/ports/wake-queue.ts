/** What a job can ask a worker to look at. The database decides whether anything is due (invariant 2). */
export const workKinds = ['mailbox', 'delivery', 'invoice', 'outbox'] as const;
export type WorkKind = (typeof workKinds)[number];

/** "Look at this again": a tenant's row by its id. Running a wake twice changes nothing. */
export interface Wake {
  readonly kind: WorkKind;
  readonly tenantId: string;
  readonly id: string;
}

export type WakeHandler = (wake: Wake) => Promise<void>;

/**
 * The queue that wakes workers. Adding is best effort and never throws to the caller of a committed change:
 * losing a wake costs a few seconds until the sweep finds the row, nothing else.
 */
export abstract class WakeQueue {
  /** Adds a wake; one that is still waiting for the same row is not added a second time. */
  abstract wake(wake: Wake): Promise<void>;
  /** Starts handling wakes in this process, `concurrency` at a time. A handler that throws leaves nothing behind. */
  abstract listen(handler: WakeHandler, concurrency: number): Promise<void>;
  /** Resolves if the queue answers; rejects with the reason otherwise. */
  abstract check(): Promise<void>;
  /** Stops taking wakes, waits for the running ones, closes connections. */
  abstract close(): Promise<void>;
}
