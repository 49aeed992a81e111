import type { DeliveryRoom } from '../domain/mail/piece.js';

/** Every limit of what comes in, with its number (invariant 12). */
export interface Limits {
  readonly fileBytes: number;
  readonly deliveryBytes: number;
  readonly parts: number;
  readonly nameBytes: number;
}

const megabyte = 1024 * 1024;

/** @param fileMegabytes what the installation allows for one file; the delivery may be larger than 50 MB only with it. */
export const limitsFor = (fileMegabytes: number): Limits => ({
  fileBytes: fileMegabytes * megabyte,
  deliveryBytes: Math.max(50, fileMegabytes) * megabyte,
  parts: 200,
  nameBytes: 255,
});

/** What may come out of the mails and archives of one delivery, the files that were sent counted among its parts. */
export const deliveryRoom: DeliveryRoom = { parts: 200, totalBytes: 100 * megabyte };

/**
 * Examinations: how often a file may fail before a person looks, how often its attempts may be cut off, how long one may
 * take, and when the next comes. What cuts an attempt off is mostly no fault of the file's (a restart, the database), but
 * one that kills its worker each time must come to an end as well.
 */
export const work = {
  attempts: 3,
  cutOffs: 10,
  /** Forms of one invoice that are examined; all of them have to fit into a lease. */
  forms: 5,
  leaseMs: 2 * 60 * 1000,
  retryMs: 30 * 1000,
  unavailableMs: 10 * 1000,
  sweepMs: 3 * 1000,
  sweepBatch: 200,
} as const;

/** What became of the attempts before the present one. */
export interface EarlierAttempts {
  /** Ended without a result, by what is no failure of the database, the queue or a process's start. */
  readonly failed: number;
  /** Ended by nobody: the process was killed, or the database was away. */
  readonly cutOff: number;
}

export const isTriedOut = ({ failed, cutOff }: EarlierAttempts): boolean =>
  failed >= work.attempts || cutOff >= work.cutOffs;

/**
 * How long the parts of one delivery are opened, measured at the beginning of each: then without looking into PDFs, then
 * not at all, so that a person looks at what is left. Two hundred files that each take a reader's whole time would keep
 * it busy for more than an hour.
 */
export const sortingTime = { thoroughMs: 10 * 60 * 1000, wholeMs: 30 * 60 * 1000 } as const;

/**
 * Dry runs: invoices read together, and how many are examined where nothing else is said, or at most; `asked`: those that
 * a person waits for, with how many at once in one process, for how long, and how many invoices are named.
 */
export const dryRunLimits = {
  ...{ page: 100, last: 1000, most: 1_000_000 },
  asked: { invoices: 1_000, atOnce: 1, wholeMs: 20_000, told: 200 },
} as const;

/** Invoices whose deadlines are reckoned again in one transaction, and how long it takes until the next look for them. */
export const deadlineLimits = { batch: 200, pauseMs: 60 * 1000 } as const;

/** How long a second administrator may take to confirm a new one-time password. */
export const renewalMs = 24 * 60 * 60 * 1000;

/** How long a tracking link can be followed. */
export const trackingLifetimeDays = 400;

/** How long a finance system is expected to take to answer for what it has claimed. Told with the batch, enforced by nothing. */
export const handOverLeaseMs = 60 * 60 * 1000;
