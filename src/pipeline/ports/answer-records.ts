import type { State } from '../../domain/approval/lifecycle.js';
import type { AnswerKind } from '../../domain/mail/answer-kinds.js';
import type { MailEnvelope } from '../../domain/mail/envelope.js';
import type { Ids } from './ids.js';
import type { KeyedHash } from './keyed-hash.js';

/** What this installation answers with, beside the rows of a tenant. */
export interface Answering {
  readonly ids: Ids;
  readonly keyedHash: KeyedHash;
  /** Servers whose word on a mail's sender counts (authserv-ids, RFC 8601), in lower case; none: the topmost field's. */
  readonly authservIds: readonly string[];
  /** The installation's own way out; null: only mailboxes that have their own may answer. */
  readonly outgoing: {
    /** Under which address it writes itself. */
    readonly from: string | null;
    /** Domains whose addresses mailboxes may write under by its server, in lower case. */
    readonly domains: readonly string[];
  } | null;
}

/** The mailbox as far as answers need it. */
export interface AnsweringMailbox {
  readonly channelId: string;
  readonly address: string;
  /** As the administration has stored them; `smtp` in them is the mailbox's own way out. */
  readonly settings: unknown;
  readonly secret: Uint8Array | null;
  readonly isRelay: boolean;
  readonly answers: boolean;
  readonly isClosed: boolean;
}

/** The mail that a delivery came as. */
export interface DeliveredMail {
  readonly threadKey: string;
  readonly envelope: MailEnvelope;
  readonly mailbox: AnsweringMailbox;
}

/** A mail that answers, planned before it is sent. */
export interface AnswerRecord {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly deliveryId: string;
  readonly invoiceId: string | null;
  readonly threadKey: string;
  /** Keyed hash of the address. */
  readonly addressHash: string;
  /** With its angle brackets. */
  readonly messageId: string;
  /** YYYY-MM-DD in the town's time; the day of which only so many answers go to one address. */
  readonly plannedOn: string;
  readonly plannedAt: Date;
  readonly sentAt: Date | null;
}

export interface AnswerRecords {
  /** The mail that a delivery came as; null where it came another way. */
  findMail(deliveryId: string): Promise<DeliveredMail | null>;
  /** The tenant's oldest mailbox that is open and not a relay. */
  firstMailbox(): Promise<AnsweringMailbox | null>;
  /** Addresses of all mailboxes of the tenant, in lower case. */
  ownAddresses(): Promise<readonly string[]>;
  town(): Promise<{ readonly name: string; readonly slug: string }>;
  /**
   * Notes an answer unless its address has one of this kind in its thread already, or `perDay` of that day; questions
   * whether an address wants to be told are counted apart. False: nothing was noted, and the transaction goes on
   * undisturbed.
   */
  plan(answer: Omit<AnswerRecord, 'sentAt'>, perDay: number): Promise<boolean>;
  get(id: string): Promise<AnswerRecord>;
  /** The mail planned at this moment that asks about an invoice. */
  findQuery(invoiceId: string, plannedAt: Date): Promise<string | null>;
  markSent(id: string, at: Date): Promise<void>;
  /**
   * How far the invoices of a delivery have been judged for the first time: how many wait for it, and which the verdict
   * has rejected then and are so still, in their order.
   */
  judgement(deliveryId: string): Promise<{ readonly waiting: number; readonly rejected: readonly string[] }>;
  /** How often an invoice was judged (has left `received`), and how often it has come to a state. */
  timesOf(invoiceId: string, state: State): Promise<{ readonly judged: number; readonly reached: number }>;
  /** Deliveries that an invoice is part of, oldest first, locked so that only one transaction judges their last invoice. */
  deliveriesOfInvoice(invoiceId: string): Promise<readonly string[]>;
}
