import type { Silence } from '../../domain/mail/may-answer.js';
import type { DeliveryPart } from './delivery-records.js';

/** How an answer came: by mail, through the link, or told to staff, who wrote it down. */
export type AnswerWay = 'mail' | 'link' | 'staff';

/** A query (Rückfrage) to a supplier. */
export interface QueryRecord {
  readonly id: string;
  readonly invoiceId: string;
  /** Stands in the mail's subject. */
  readonly reference: string;
  readonly question: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** The mail that asks; null where there is none, and then `silence` says why. */
  readonly answerId: string | null;
  readonly silence: Silence | null;
  /** Why the mail could not be handed in, once nobody tries any more. */
  readonly mailError: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: AnswerWay | null;
  /** What staff wrote down. */
  readonly note: string | null;
  readonly notedBy: string | null;
}

/** A part that came as an answer. */
export interface AnswerPaper extends Pick<DeliveryPart, 'id' | 'fileName' | 'mediaType' | 'sizeBytes' | 'invoiceId'> {
  readonly queryId: string;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly sender: string | null;
}

export interface QueryRecords {
  add(query: Pick<QueryRecord, 'id' | 'invoiceId' | 'reference' | 'question' | 'askedBy' | 'askedAt'>): Promise<void>;
  /** Notes the mail that asks, or why there is none. */
  noteMail(id: string, mail: Pick<QueryRecord, 'answerId' | 'silence'>): Promise<void>;
  noteMailFailed(answerId: string, cause: string): Promise<void>;
  find(id: string): Promise<QueryRecord | null>;
  /** Of an invoice, the latest first, at most 50. */
  ofInvoice(invoiceId: string): Promise<readonly QueryRecord[]>;
  /** The latest of an invoice; it is open as long as the invoice waits for its answer. */
  latest(invoiceId: string): Promise<QueryRecord | null>;
  /** The query that one of these mails asks, or that bears this reference. */
  findAsked(messageIds: readonly string[], reference: string | null): Promise<string | null>;
  answer(id: string, answered: Pick<QueryRecord, 'answeredAt' | 'answeredBy' | 'note' | 'notedBy'>): Promise<void>;
  /** When the mail that asks was handed in; null: not yet, or there is none. */
  sentAt(answerId: string): Promise<Date | null>;
  /** What came as answers to these queries: the newest 200, of these the oldest first. */
  papers(queryIds: readonly string[]): Promise<readonly AnswerPaper[]>;
  findPaper(invoiceId: string, partId: string): Promise<AnswerPaper | null>;
}
