import type { CapturedTerms } from '../../domain/invoice/captured-terms.js';

/** What a clerk has read off a document, in one of its versions. */
export interface CaptureRecord {
  readonly version: number;
  readonly terms: CapturedTerms;
  readonly capturedBy: string;
  readonly capturedAt: Date;
  /** The second person, once they have compared it. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
}

/** What a list says of an invoice in clarification, beside the reason. */
export interface ClearingNote {
  readonly invoiceId: string;
  /** The first of two persons has acted: released the account, or captured the document. */
  readonly waitsForSecond: boolean;
  /** As captured, whether or not a second person has confirmed it. */
  readonly capturedSeller: string | null;
  readonly capturedNumber: string | null;
  /** Who has sent it back to clearing, and why. */
  readonly returnedBy: string | null;
  readonly returnReason: string | null;
}

export interface CaptureRecords {
  add(
    invoiceId: string,
    capture: Pick<CaptureRecord, 'version' | 'terms' | 'capturedBy' | 'capturedAt'>,
  ): Promise<void>;
  /** The newest version. */
  find(invoiceId: string): Promise<CaptureRecord | null>;
  notes(invoiceIds: readonly string[]): Promise<readonly ClearingNote[]>;
  confirm(invoiceId: string, version: number, by: string, at: Date): Promise<void>;
}
