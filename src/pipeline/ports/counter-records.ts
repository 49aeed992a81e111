/** What has been taken in at the counter on a day. */
export interface CounterUse {
  readonly deliveries: number;
  readonly bytes: number;
}

/** Counts what strangers bring, in the transaction that takes it in. Addresses come as keyed hashes. */
export interface CounterRecords {
  use(day: string, address: string): Promise<{ readonly ofAddress: CounterUse; readonly ofAll: CounterUse }>;
  /** The same, locked until the transaction ends: deliveries of one tenant are counted one by one, in every process. */
  useForChange(day: string, address: string): Promise<{ readonly ofAddress: CounterUse; readonly ofAll: CounterUse }>;
  /** Adds one delivery to the address and to the day. To be called after `useForChange`. */
  note(day: string, address: string, bytes: number): Promise<void>;
  /** Adds to the day what came out of archives and mails once they were opened; whose they were is not known any more. */
  noteUnpacked(day: string, bytes: number): Promise<void>;
}
