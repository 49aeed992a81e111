/** What has been taken in at the counter on a day. */
export interface CounterUse {
  readonly deliveries: number;
  readonly bytes: number;
}

/** Room in a day's quota, counted before any byte is kept. */
export interface CounterHold {
  readonly id: string;
  readonly day: string;
  readonly address: string;
  readonly bytes: number;
  /** If no delivery has come by then, the room is given back. */
  readonly until: Date;
}

/** Counts what strangers bring. Addresses come as keyed hashes. */
export interface CounterRecords {
  /**
   * What a day has taken so far, locked until the transaction ends: deliveries of one tenant are counted one by one, in every
   * process. What has been held too long is given back first, and what was counted before that day is forgotten.
   */
  useForChange(
    day: string,
    address: string,
    now: Date,
  ): Promise<{ readonly ofAddress: CounterUse; readonly ofAll: CounterUse }>;
  /** Counts one delivery to the address and to the day. To be called after `useForChange`. */
  hold(hold: CounterHold): Promise<void>;
  /** The delivery is there: what was held stays counted. False if it has been given back meanwhile. */
  settle(holdId: string, deliveryId: string): Promise<boolean>;
  /** Gives back what was held and not settled. */
  giveBack(holdId: string): Promise<void>;
  /** Adds what came out of a delivery's archives and mails to the day and, on the day it was brought, to the address. */
  noteUnpacked(deliveryId: string, day: string, bytes: number): Promise<void>;
}
