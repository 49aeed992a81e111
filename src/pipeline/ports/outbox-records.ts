/** An effect that leaves the house: a mail that answers, one that reminds staff, or one about somebody's access. */
export type Effect = 'mail' | 'reminder' | 'accessNotice';

/** Due work of the outbox, leased to this worker. */
export interface LeasedEffect {
  readonly id: string;
  readonly effect: Effect;
  readonly payload: unknown;
  readonly createdAt: Date;
  /** This attempt's number, counted from 1 and committed before the work starts. */
  readonly attempt: number;
}

export interface OutboxRecords {
  /** Adds an effect, due at once. */
  add(effect: {
    readonly id: string;
    readonly effect: Effect;
    readonly payload: object;
    readonly at: Date;
  }): Promise<void>;
  /** Leases an effect that is due; null if it is not due, leased elsewhere or done. */
  lease(id: string, now: Date, leaseUntil: Date): Promise<LeasedEffect | null>;
  /** Gives the lease back: due again at `dueAt`. Nothing happens if another attempt has begun. */
  postpone(id: string, attempt: number, dueAt: Date, error: string): Promise<void>;
  /** Ends the work; `error` says why it came to nothing. False if another attempt has begun or ended it. */
  finish(id: string, attempt: number, at: Date, error: string | null): Promise<boolean>;
}
