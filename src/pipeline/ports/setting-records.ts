/** One version of a tenant's setting. */
export interface StoredSetting {
  readonly version: number;
  readonly value: unknown;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** What a tenant has set: every version is kept, the highest one holds. */
export interface SettingRecords {
  /** The version that holds; null if the tenant has set nothing under this name. */
  current(name: string): Promise<StoredSetting | null>;
  /** Lets this tenant's changes of settings follow one another, until the transaction ends. */
  lock(): Promise<void>;
  /** Adds a version, which must be new. */
  add(name: string, setting: StoredSetting): Promise<void>;
}
