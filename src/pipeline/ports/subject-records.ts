import type { State } from '../../domain/approval/lifecycle.js';

/** A supplier's contact, by one of what they can prove to be theirs. */
export interface SupplierSubject {
  readonly by: 'mail' | 'name' | 'vatId';
  readonly value: string;
}

/** An invoice that names the subject, or that came from their address. */
export interface SubjectInvoice {
  readonly id: string;
  readonly number: string | null;
  readonly receivedAt: Date;
  readonly state: State;
  readonly as: 'seller' | 'contact' | 'sender';
  readonly handedOver: boolean;
}

/** What is stored about a person, wherever it lies; exact matches only, so that nobody else's is told. */
export interface SubjectRecords {
  /** The newest first, at most so many. */
  invoicesOf(subject: SupplierSubject, limit: number): Promise<readonly SubjectInvoice[]>;
  /** Deliveries from an address. */
  deliveriesFrom(
    mail: string,
    limit: number,
  ): Promise<readonly { readonly number: string; readonly receivedAt: Date }[]>;
  subscriptionsOf(
    mail: string,
    limit: number,
  ): Promise<readonly { readonly askedAt: Date; readonly endedAt: Date | null }[]>;
  /** How many decisions a person has made, and how many events their own chain has. */
  countsOf(personId: string): Promise<{ readonly decisions: number; readonly events: number }>;
}
