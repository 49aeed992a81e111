/** A session as its owner sees it: where it was begun, and when. */
export interface SessionRecord {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  /** What the browser said it was; empty where it said nothing that is known. */
  readonly device: string;
  /** Where it was begun, shortened so that it names a network and no machine. */
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** When the second factor was last proved in it; null: not yet. */
  readonly factorAt: Date | null;
}

/** Sessions of people, by the hashes of their secrets. */
export interface SessionRecords {
  add(session: SessionRecord): Promise<void>;
  /** A person's sessions, the one last used first. */
  ofPerson(personId: string): Promise<readonly SessionRecord[]>;
  /**
   * Its second factor was proved: it goes on under another secret, and the one before opens nothing any more.
   * False where it has ended.
   */
  renew(tokenHash: string, to: Pick<SessionRecord, 'tokenHash' | 'factorAt'>): Promise<boolean>;
  touch(tokenHash: string, at: Date): Promise<void>;
  /** False where there is none any more. */
  remove(tokenHash: string): Promise<boolean>;
  /** Ends the person's sessions but one, and says how many. */
  removeOthers(personId: string, exceptTokenHash: string): Promise<number>;
  removeOfPerson(personId: string): Promise<void>;
  /** Removes sessions that have expired by `now` or were last seen at `idleSince` or before. */
  removeEnded(now: Date, idleSince: Date): Promise<void>;
}
