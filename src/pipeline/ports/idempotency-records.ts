/** What was answered to a call, to be answered again when the call is repeated. */
export interface StoredAnswer {
  readonly requestHash: string;
  readonly answer: unknown;
}

export interface IdempotencyRecords {
  /** Takes the key for this transaction; false if another call under the same key is just under way. */
  tryLock(caller: string, key: string): Promise<boolean>;
  find(caller: string, key: string): Promise<StoredAnswer | null>;
  add(caller: string, key: string, stored: StoredAnswer, at: Date): Promise<void>;
  /** Removes keys older than `before` (kept 7 days). */
  removeOlderThan(before: Date): Promise<void>;
}
