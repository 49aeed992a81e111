import type { State } from '../../domain/approval/lifecycle.js';
import type { Search } from '../../domain/invoice/search-text.js';
import type { InvoiceRecord } from './invoice-records.js';

/** What lists can be sorted by. What has no value stands last, in either direction. */
export const sortKeys = ['receivedAt', 'dueDate', 'skontoUntil', 'nextLoss', 'gross', 'stateSince', 'seller'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The last row that was handed out: its value of the sort key as text, null where it has none. */
export interface ListPlace {
  readonly value: string | null;
  readonly id: string;
}

/** Which invoices are meant: everything that is given must hold. */
export interface Selection {
  readonly states?: readonly State[];
  /** null: of every department, and of none. */
  readonly departmentIds: readonly string[] | null;
  /** The claim of one of these people, or nobody's (null). */
  readonly claimedBy?: readonly string[] | null;
  /** Claimed by nobody else. */
  readonly freeFor?: readonly string[];
  /** Why it waits for clearing. */
  readonly clarificationReason?: string;
  /** In clearing, and the first of two persons has acted. */
  readonly waitsForSecond?: true;
  /** Signed by none of these people, nor on their behalf, and within one of the limits. */
  readonly orderableBy?: {
    readonly personIds: readonly string[];
    readonly limits: readonly { readonly departmentId: string | null; readonly limitCents: bigint | null }[];
  };
  readonly search?: Search;
}

export interface ListFilter extends Selection {
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly after: ListPlace | null;
  readonly limit: number;
}

/** Where an invoice came from. */
export interface InvoiceOrigin {
  readonly deliveryId: string;
  readonly number: string;
  readonly channelKind: string;
  readonly sender: string | null;
  readonly receivedAt: Date;
  readonly mailSubject: string | null;
  /** Everybody whom the mail was addressed to, with commas between. */
  readonly mailTo: string | null;
}

interface ExceptionSignature {
  readonly personId: string;
  readonly reason: string | null;
  readonly decidedAt: Date;
}

/** An order by who had confirmed, with the second person's agreement. */
export interface OrderException extends Pick<
  InvoiceRecord,
  'number' | 'sellerName' | 'grossCents' | 'currency' | 'state'
> {
  /** Of the second signature. */
  readonly id: string;
  readonly invoiceId: string;
  /** The first signature that stood with it. */
  readonly ordered: ExceptionSignature | null;
  readonly agreed: ExceptionSignature;
  readonly voided: boolean;
}

/** What the desk reads over all invoices of a tenant. */
export interface DeskRecords {
  list(filter: ListFilter): Promise<readonly InvoiceRecord[]>;
  /** How many there are, counted up to `most`. */
  count(selection: Selection, most: number): Promise<number>;
  /** The newest first. */
  exceptions(
    after: { readonly at: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly OrderException[]>;
  origin(invoiceId: string): Promise<InvoiceOrigin | null>;
  /** Whether a Leitweg-ID belongs to another tenant of this installation; whose, is not told. */
  servesOthers(leitwegId: string): Promise<boolean>;
  /** What the newest payment instructions say is to be paid, by invoice; none where there is no instruction. */
  instructedCents(invoiceIds: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  /** Names of departments by their ids, closed ones too. */
  departmentNames(): Promise<Readonly<Record<string, string>>>;
}
