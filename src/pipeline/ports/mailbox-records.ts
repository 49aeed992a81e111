import type { MailEnvelope } from '../../domain/mail/envelope.js';
import type { MailboxFailureCode } from '../../domain/mail/mailbox-failures.table.js';
import type { MailboxSettings } from '../../domain/mail/mailbox-settings.js';

/** A mailbox that is looked into, without its secret. Its id is its channel's. */
export interface MailboxRecord {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly settings: MailboxSettings;
  /** A state portal's feed: answers go to the invoice's own address or to nobody. */
  readonly isRelay: boolean;
  readonly answers: boolean;
  readonly workDueAt: Date | null;
  readonly leaseUntil: Date | null;
  /** The last look that came to its end, whether every mail could be taken in or not. */
  readonly lookedAt: Date | null;
  readonly failingSince: Date | null;
  readonly lastError: MailboxFailureCode | null;
  /** Counted by changes of people. */
  readonly version: number;
  /** Answers cannot be handed in: since when, and the server's words or a code. null: the last one could. */
  readonly sending: { readonly failingSince: Date; readonly cause: string } | null;
}

/** What an administrator sets. */
export interface MailboxEntries extends Pick<
  MailboxRecord,
  'id' | 'name' | 'address' | 'settings' | 'isRelay' | 'answers'
> {
  readonly secret: Uint8Array;
}

/** A mailbox in the hands of one poller. */
export interface LeasedMailbox {
  readonly id: string;
  readonly settings: MailboxSettings;
  readonly secret: Uint8Array | null;
  readonly failingSince: Date | null;
  /** Which lease this is: every later one has another number, and so has a mailbox that was changed meanwhile. */
  readonly lease: number;
  /** Up to which mail everything is settled: taken in, and marked or moved. null: never looked into. */
  readonly settledUpTo: FolderPlace | null;
}

/** A UID means something together with its UIDVALIDITY only (RFC 9051, 2.3.1.1). */
export interface FolderPlace {
  readonly uidValidity: number;
  readonly uid: number;
}

/** How a look ended. */
export interface LookResult {
  readonly at: Date;
  /** null: as it was. */
  readonly settledUpTo: FolderPlace | null;
  readonly error: MailboxFailureCode | null;
}

/** A mail that is known already at a place of the folder, with what a server can tell of it without handing it out. */
export interface KnownMail {
  readonly uid: number;
  readonly sizeBytes: number;
  readonly messageId: string | null;
}

export interface MailRecord {
  readonly deliveryId: string;
  readonly mailboxId: string;
  readonly rawSha256: string;
  readonly messageId: string | null;
  /** The SHA-256 of what holds the conversation together. */
  readonly threadKey: string;
  readonly subject: string | null;
  readonly envelope: MailEnvelope;
}

export interface MailboxRecords {
  /** Adds a mailbox and its channel, due at once. */
  add(mailbox: MailboxEntries, at: Date): Promise<void>;
  /** Those that have not been closed, by name. */
  list(): Promise<readonly MailboxRecord[]>;
  find(id: string): Promise<MailboxRecord | null>;
  /** The same; nobody else changes or leases it until the transaction ends. */
  findForChange(id: string): Promise<MailboxRecord | null>;
  /** Counts its version one further, ends the running lease and makes the mailbox due. `anew`: it is another folder now, whose UIDs mean something else. */
  change(
    mailbox: Omit<MailboxEntries, 'secret'> & { secret: Uint8Array | null },
    at: Date,
    anew: boolean,
  ): Promise<void>;
  close(id: string, at: Date): Promise<void>;
  /** Makes the mailbox due, whoever holds it. */
  askForLook(id: string, at: Date): Promise<void>;

  /** Takes a mailbox that is due and that nobody holds. */
  lease(id: string, now: Date, until: Date): Promise<LeasedMailbox | null>;
  /** The secret as the holder of the lease finds it; null where there is none, or the lease is lost. */
  heldSecret(id: string, lease: number): Promise<Uint8Array | null>;
  /** The same for who sends and holds no lease. */
  secretOf(id: string): Promise<Uint8Array | null>;
  /** Begins the one renewal of a token that there may be at a time; false: somebody else's is under way. */
  beginRenewal(id: string, now: Date, until: Date): Promise<boolean>;
  /** Ends the renewal that was to end then, and no other. */
  endRenewal(id: string, until: Date): Promise<void>;
  /** Keeps a secret that has been renewed, whoever holds the lease by now; one that somebody has given meanwhile stays. */
  keepSecret(id: string, before: Uint8Array, secret: Uint8Array): Promise<void>;
  /** Holds the lease longer. `lookAskedFor`: somebody has made the mailbox due meanwhile. */
  hold(id: string, lease: number, now: Date, until: Date): Promise<'held' | 'lookAskedFor' | 'lost'>;
  /** Whether the lease still holds; if so, nobody else takes mails into this mailbox until the transaction ends. */
  lockForIntake(id: string, lease: number): Promise<boolean>;
  /** Notes how a look ended, and keeps the lease. */
  noteLook(id: string, lease: number, result: LookResult): Promise<void>;
  /** Gives the mailbox back; the next look is due then, or at once if somebody has asked for it. `failure` null: the state stays. */
  release(id: string, lease: number, now: Date, dueAt: Date, failure: MailboxFailureCode | null): Promise<void>;

  /** Notes why an answer could not be handed in, or (null) that one could. */
  noteSending(id: string, cause: string | null, at: Date): Promise<void>;

  /** What is known at these places of the folder. */
  knownAt(id: string, uidValidity: number, uids: readonly number[]): Promise<readonly KnownMail[]>;
  /** The delivery that a mail of these bytes has become in this mailbox. */
  findMail(id: string, rawSha256: string): Promise<string | null>;
  addMail(mail: MailRecord): Promise<void>;
  addPlace(id: string, place: FolderPlace, deliveryId: string, at: Date): Promise<void>;
}
