import type { DeliveredMail } from './ports/answer-records.js';
import type { OutgoingMail, SendResult } from './ports/mail-sender.js';
import type { TenantRecords } from './ports/tenant-door.js';
import type { WayOut } from './way-out.js';

/** How an attempt ended; `dropped`: what it would have told is not true any more, or not wanted. */
export type Ended = SendResult | { readonly kind: 'dropped'; readonly cause: string };

/** An effect of the outbox that is a mail, read from the rows as they are now. */
export interface MailTask {
  /** The mail that caused it, which says by which mailbox it is answered; null: none did. */
  readonly causedBy: DeliveredMail | null;
  /** Whether what it tells is still true, and whether there is somebody who may hear it. */
  readonly holds: boolean;
  write(way: WayOut): Promise<OutgoingMail>;
  /** Writes how it ended, in the transaction that ends the effect. */
  end(tenant: TenantRecords, ended: Ended, attempt: number, at: Date): Promise<void>;
}
