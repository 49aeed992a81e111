/** Who wants to be told of later steps of a delivery. It holds once the address has proved to be read. */
export interface SubscriptionRecord {
  readonly id: string;
  readonly deliveryId: string;
  readonly address: string;
  readonly language: 'de' | 'en';
  readonly askedAt: Date;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
}

export interface SubscriptionRecords {
  /** The subscription of this delivery and address; added if there is none. */
  findOrAdd(wanted: Omit<SubscriptionRecord, 'confirmedAt' | 'endedAt'>): Promise<SubscriptionRecord>;
  findOf(deliveryId: string, address: string): Promise<SubscriptionRecord | null>;
  get(id: string): Promise<SubscriptionRecord>;
  /** Locked against every other change until the transaction ends. */
  findForChange(id: string): Promise<SubscriptionRecord | null>;
  /** Those that are confirmed and not ended, in the order of their ids. */
  active(deliveryId: string): Promise<readonly SubscriptionRecord[]>;
  countOf(deliveryId: string): Promise<number>;
  confirm(id: string, at: Date): Promise<void>;
  end(id: string, at: Date): Promise<void>;
}
