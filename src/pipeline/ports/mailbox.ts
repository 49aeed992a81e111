import type { MailEnvelope } from '../../domain/mail/envelope.js';
import type { MailboxFailureCode } from '../../domain/mail/mailbox-failures.table.js';
import type { ImapSettings } from '../../domain/mail/mailbox-settings.js';

/** Mail servers, as far as a poller needs them. */
export abstract class MailServers {
  /**
   * Connects, signs in and opens the folder.
   * @param largestMail bytes: more than that is never held in memory.
   * @param over ends the attempt at once: nobody has to wait for a server that does not answer.
   * @throws MailboxFailure
   */
  abstract open(settings: ImapSettings, secret: string, largestMail: number, over: AbortSignal): Promise<OpenMailbox>;
}

/** A folder that is open. Each call but `close` throws MailboxFailure; after one that is of the mailbox, only `close` is left. */
export interface OpenMailbox {
  readonly uidValidity: number;
  /** The UID that the next mail will get, at least. It only grows, unless the folder was put back to an earlier time. */
  readonly uidNext: number;
  /** The UIDs in the folder from this one on, ascending. */
  uidsFrom(first: number): Promise<readonly number[]>;
  /** What the server tells of these mails, in any order; those that are gone are left out. */
  describe(uids: readonly number[]): Promise<readonly FoundMail[]>;
  fetch(uid: number): Promise<FetchedMail>;
  /** Marks or moves a mail that has been taken in. */
  settle(uid: number): Promise<void>;
  /** Resolves once a mail has come since `uidsFrom` was last asked, or, if that takes longer, after `atMostMs`. */
  news(atMostMs: number): Promise<void>;
  /** Never fails. What is under way fails with a MailboxFailure. */
  close(): Promise<void>;
}

export interface FoundMail {
  readonly uid: number;
  readonly sizeBytes: number;
  /** With its angle brackets. */
  readonly messageId: string | null;
  /** Nothing is left to be marked. */
  readonly isSettled: boolean;
}

export type FetchedMail =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** `head`: its header section, cut at a limit. */
  | { readonly kind: 'tooLarge'; readonly sizeBytes: number; readonly head: Uint8Array }
  | { readonly kind: 'gone' };

/** Why a mail server could not be used, as a code whose sentence stands in the domain's table. */
export class MailboxFailure extends Error {
  override readonly name = 'MailboxFailure';

  constructor(
    readonly code: MailboxFailureCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Reads the header of a mail. */
export abstract class MailHeaders {
  /** Never rejects: what cannot be read is not there. */
  abstract read(mail: Uint8Array): Promise<MailEnvelope>;
}
