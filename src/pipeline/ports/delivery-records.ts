import type { PartFate } from '../../domain/mail/part-fates.table.js';
import type { PartReason } from '../../domain/mail/part-reasons.js';
import type { InvoiceForm } from '../../domain/mail/piece.js';
import type { StoredReport } from './invoice-records.js';

/** A delivery (Zustellung) with its parts, as its receipt tells it. */
export interface DeliveryRecord {
  readonly id: string;
  /** The receipt's number, unique within the tenant: day and six letters. */
  readonly number: string;
  readonly channelId: string;
  readonly sender: string | null;
  readonly receivedAt: Date;
  readonly portalReceivedAt: Date | null;
  /** Zugang, YYYY-MM-DD. */
  readonly accessDate: string;
  /** SHA-256 of the tracking token; the token itself is never stored. */
  readonly trackingHash: string;
  readonly trackingExpiresAt: Date;
  /** When sorting is due; null where nothing has to be sorted (any more). */
  readonly workDueAt: Date | null;
  /** When each part got its fate; null where that was clear at once, or still is to be found out. */
  readonly sortedAt: Date | null;
  /** The query that it answers; null: none. */
  readonly answersQuery: string | null;
  readonly parts: readonly DeliveryPart[];
}

export interface DeliveryPart {
  readonly id: string;
  /** Counted from 1. */
  readonly position: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** null: not kept apart, its bytes lie in the original of the part that holds it. */
  readonly sha256: string | null;
  /** The mail or archive that it came out of. */
  readonly parentId: string | null;
  readonly fate: PartFate;
  /** Why it was ignored or refused, as a code. */
  readonly reason: PartReason | null;
  readonly invoiceId: string | null;
  /** In what form it holds an invoice's data; null: in none, or nobody has looked. */
  readonly form: InvoiceForm | null;
}

/** A file that claims to be an invoice, as it came with it. */
export interface InvoiceFormPart {
  readonly partId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** What was found in a part that is an invoice in another form than the one that counts. */
export interface PartReport extends Omit<StoredReport, 'number'> {
  readonly partId: string;
  readonly fileName: string;
}

/** A paper that came in a later delivery, beside bytes that are an invoice already. */
export interface LaterPaper extends Pick<DeliveryPart, 'id' | 'fileName' | 'mediaType' | 'sizeBytes'> {
  /** It belongs to the whole of its delivery, in which other invoices may lie too. */
  readonly isShared: boolean;
  readonly sha256: string;
  readonly delivery: {
    readonly number: string;
    readonly channelKind: string;
    readonly sender: string | null;
    readonly receivedAt: Date;
  };
}

/** Where a later paper stands in the list. */
export interface PaperPlace {
  readonly at: Date;
  readonly id: string;
}

export interface DeliveryRecords {
  /**
   * Holds back every other transaction that asks for one of these bytes until this one ends: whoever looks afterwards
   * whether they are an invoice already sees what was written. Asked for once in a transaction, all together.
   */
  lockBytes(sha256s: readonly string[]): Promise<void>;
  /**
   * Notes an original whose bytes the document store has kept; a second note of the same bytes changes nothing. Waits
   * for a transaction that is just noting them, so that its invoice is seen afterwards.
   */
  noteOriginal(sha256: string, sizeBytes: number, at: Date): Promise<boolean>;
  add(delivery: Omit<DeliveryRecord, 'parts' | 'sortedAt'>): Promise<void>;
  addPart(deliveryId: string, part: DeliveryPart): Promise<void>;
  /** One that is known to be there. */
  get(id: string): Promise<DeliveryRecord>;
  /**
   * The parts around an invoice, in the delivery that it came with: those that have become it or belong to it, and the
   * documents that belong to no single invoice. What comes later beside the same bytes is not among them: whoever has
   * the bytes of an invoice could add papers to it.
   */
  partsOfInvoice(invoiceId: string): Promise<readonly DeliveryPart[]>;
  /** The other forms of an invoice that came with it and claim to be one, each bytes once, in their order; at most `most`. */
  otherForms(invoiceId: string, most: number): Promise<readonly InvoiceFormPart[]>;
  /** The part that an invoice is read from; null where none says so. */
  originalPart(invoiceId: string): Promise<string | null>;
  /** Makes another form the one that an invoice is read from; what it was read from becomes its twin. */
  chooseForm(invoiceId: string, chosen: InvoiceFormPart): Promise<void>;
  /** Notes what was found in a part, instead of what was found before. */
  notePartReport(partId: string, report: Omit<StoredReport, 'number'>): Promise<void>;
  /** Reports of the twins of these invoices, in the order of the parts. */
  partReports(invoiceIds: readonly string[]): Promise<readonly PartReport[]>;
  /**
   * Papers that came in other deliveries, but none whose bytes came with the invoice; oldest first, at most `limit` behind a
   * place. They are its twins and supporting documents, and those that belong to the whole of a delivery in which its file
   * came again.
   */
  laterPapers(invoiceId: string, after: PaperPlace | null, limit: number): Promise<readonly LaterPaper[]>;
  /** One of them. */
  findLaterPaper(invoiceId: string, partId: string): Promise<LaterPaper | null>;
}
