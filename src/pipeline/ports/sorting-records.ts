import type { EarlierAttempts } from '../limits.js';
import type { DeliveryPart } from './delivery-records.js';
import type { ChannelKind } from './town-records.js';

/** A delivery that waits to be sorted, leased to this worker. */
export interface LeasedDelivery extends EarlierAttempts {
  readonly id: string;
  readonly channelKind: ChannelKind;
  readonly receivedAt: Date;
  /** The query that it answers; null: none. */
  readonly answersQuery: string | null;
  /** This attempt's number, counted from 1 and committed before the work starts. */
  readonly attempt: number;
  /** The parts that wait, in their order. */
  readonly waiting: readonly DeliveryPart[];
  /** Positions up to this one are taken. */
  readonly lastPosition: number;
}

/** What sorting needs of deliveries: the due work, and the fates of parts. */
export interface SortingRecords {
  /** null if sorting is not due, leased elsewhere or done. */
  lease(deliveryId: string, now: Date, leaseUntil: Date): Promise<LeasedDelivery | null>;
  /** Prolongs the lease without a new attempt; false if this attempt is not the one that counts any more. */
  holdOn(lease: LeasedDelivery, leaseUntil: Date): Promise<boolean>;
  /** Gives the lease back: due again at `dueAt`; `countsAsAttempt` false takes the attempt off again. */
  postpone(lease: LeasedDelivery, dueAt: Date, error: string, countsAsAttempt: boolean): Promise<void>;
  /** Whether this attempt is still the one that counts; the delivery is locked until the transaction ends. */
  isStillLeased(lease: LeasedDelivery): Promise<boolean>;
  /** Gives a waiting part its fate. */
  decidePart(partId: string, decided: Pick<DeliveryPart, 'fate' | 'reason' | 'invoiceId' | 'form'>): Promise<void>;
  finish(deliveryId: string, at: Date): Promise<void>;
  /** The invoice that these bytes have become before, in whatever form; null where there is none. */
  findInvoiceOfBytes(sha256: string): Promise<string | null>;
}
