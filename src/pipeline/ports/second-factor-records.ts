/** What a person proves beside the password, and how often that has failed. */
export interface SecondFactorRecord {
  readonly personId: string;
  /** Encrypted; null: none yet, or reset. */
  readonly secret: Uint8Array | null;
  readonly confirmedAt: Date | null;
  /** Encrypted: the next one, until its first code has been given. */
  readonly pending: Uint8Array | null;
  /** Only codes of later steps of time are taken. */
  readonly lastStep: number;
  /** Wrong codes in a row. */
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** An administrator has taken it away, and the person has no new one yet. */
  readonly resetAt: Date | null;
}

export interface SecondFactorRecords {
  find(personId: string): Promise<SecondFactorRecord | null>;
  /** Locked until the transaction ends, so that codes are tried one by one. */
  findForChange(personId: string): Promise<SecondFactorRecord | null>;
  save(factor: SecondFactorRecord): Promise<void>;
  /** These and no others are valid from now on. */
  replaceCodes(personId: string, hashes: readonly string[]): Promise<void>;
  /** False: there is no such code, or it has been used. */
  useCode(personId: string, hash: string, at: Date): Promise<boolean>;
  codesLeft(personId: string): Promise<number>;
}
