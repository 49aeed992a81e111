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

export interface CaptureRecords {
  add(
    invoiceId: string,
    capture: Pick<CaptureRecord, 'version' | 'terms' | 'capturedBy' | 'capturedAt'>,
  ): Promise<void>;
  /** The newest version. */
  find(invoiceId: string): Promise<CaptureRecord | null>;
  confirm(invoiceId: string, version: number, by: string, at: Date): Promise<void>;
}
