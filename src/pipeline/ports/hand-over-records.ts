/** A batch of approved records that a finance system has claimed. */
export interface HandOverRecord {
  readonly id: string;
  readonly apiKeyId: string;
  readonly claimedAt: Date;
  /** Until when an answer is expected; afterwards a person looks, it is not offered again by itself. */
  readonly leaseUntil: Date;
  readonly items: readonly HandOverItem[];
}

export type HandOverAnswer = 'acknowledged' | 'refused' | 'returned';

/** What finance has said of the payment. */
export interface ReportedPayment {
  /** YYYY-MM-DD */
  readonly paidOn: string;
  /** null: the whole amount. */
  readonly paidCents: bigint | null;
  /** Why it is less; for the supplier. */
  readonly reason: string | null;
}

export interface HandOverItem {
  readonly invoiceId: string;
  /** The frozen version of what is to be paid, as claimed. */
  readonly record: unknown;
  readonly answer: HandOverAnswer | null;
  readonly answeredAt: Date | null;
  /** The finance system's own reference (voucher number). */
  readonly reference: string | null;
  readonly reason: string | null;
}

/** That somebody wants an invoice back which finance has booked and not paid: finance confirms it, or pays. */
export interface RecallRequest {
  readonly id: string;
  /** The hand-over whose record it is about. */
  readonly handOverId: string;
  readonly invoiceId: string;
  readonly number: string | null;
  /** The finance system's own, as it acknowledged. */
  readonly reference: string | null;
  readonly requestedAt: Date;
  readonly reason: string | null;
}

export interface HandOverRecords {
  /** Ids of the oldest approved invoices, locked for this transaction, those locked elsewhere skipped. */
  lockApproved(limit: number): Promise<readonly string[]>;
  add(handOver: Omit<HandOverRecord, 'items'>): Promise<void>;
  addItem(handOverId: string, invoiceId: string, record: unknown): Promise<void>;
  find(id: string): Promise<HandOverRecord | null>;
  /** The hand-over in which the invoice was claimed last. */
  latestOf(invoiceId: string): Promise<string | null>;
  notePayment(handOverId: string, invoiceId: string, payment: ReportedPayment): Promise<void>;
  /** What the finance system has reported; null: nothing, or a person at the desk has. */
  findPayment(invoiceId: string): Promise<ReportedPayment | null>;
  list(
    after: { readonly claimedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly HandOverRecord[]>;
  /** Requests that wait for finance, the oldest first. */
  recalls(
    after: { readonly requestedAt: Date; readonly id: string } | null,
    limit: number,
  ): Promise<readonly RecallRequest[]>;
  /** Writes the answer to an item that has none yet; false if it has one. */
  answerItem(
    handOverId: string,
    invoiceId: string,
    answer: Omit<HandOverItem, 'invoiceId' | 'record'>,
  ): Promise<boolean>;
}
