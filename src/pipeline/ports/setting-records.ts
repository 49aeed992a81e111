/** One version of a tenant's setting. */
export interface StoredSetting {
  readonly version: number;
  readonly value: unknown;
  /** Encrypted; null where none belongs to it. */
  readonly secret: Uint8Array | null;
  /** Whoever proposed it to `setBy`; null where one person may set it. */
  readonly proposedBy: string | null;
  readonly setBy: string | null;
  readonly setAt: Date;
}

/** A version that one administrator has proposed, and nobody has confirmed or withdrawn. */
export interface OpenProposal {
  readonly id: string;
  readonly name: string;
  /** The version that it was made from. */
  readonly restsOn: number;
  readonly value: unknown;
  /** A new one, encrypted; null: as it was. */
  readonly secret: Uint8Array | null;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

/** What a tenant has set: every version is kept, the highest one holds. */
export interface SettingRecords {
  /** The version that holds; null if the tenant has set nothing under this name. */
  current(name: string): Promise<StoredSetting | null>;
  /** Lets this tenant's changes of settings follow one another, until the transaction ends. */
  lock(): Promise<void>;
  /** Adds a version, which must be new. */
  add(name: string, setting: StoredSetting): Promise<void>;
  /** At most one proposal waits under a name. */
  proposalOf(name: string): Promise<OpenProposal | null>;
  /** null: there is none, or it waits no more. */
  findProposal(id: string): Promise<OpenProposal | null>;
  propose(proposal: OpenProposal): Promise<void>;
  confirmProposal(id: string, confirmedBy: string, at: Date): Promise<void>;
  withdrawProposal(id: string, withdrawnBy: string, at: Date): Promise<void>;
}
