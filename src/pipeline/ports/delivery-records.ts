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
  readonly parts: readonly DeliveryPart[];
}

export interface DeliveryPart {
  readonly id: string;
  /** Counted from 1. */
  readonly position: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** `repeat`: the same bytes came before and are that invoice already. */
  readonly fate: 'invoice' | 'repeat';
  readonly invoiceId: string;
}

export interface DeliveryRecords {
  /**
   * Notes an original whose bytes the document store has kept; a second note of the same bytes changes nothing. Waits
   * for a transaction that is just noting them, so that its invoice is seen afterwards.
   */
  noteOriginal(sha256: string, sizeBytes: number, at: Date): Promise<void>;
  add(delivery: Omit<DeliveryRecord, 'parts'>): Promise<void>;
  addPart(deliveryId: string, part: DeliveryPart): Promise<void>;
  find(id: string): Promise<DeliveryRecord | null>;
}
