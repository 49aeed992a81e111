import type { State } from '../domain/approval/lifecycle.js';
import type { Silence } from '../domain/mail/may-answer.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { SubscriptionRecord } from './ports/subscription-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Whether an answer was planned; the ids are for waking a worker once the transaction has committed. */
export type Planned =
  { readonly kind: 'planned'; readonly outboxId: string } | { readonly kind: 'silent'; readonly because: Silence };

/**
 * Plans the receipt of a delivery whose parts have got their fates, within the caller's transaction. Never throws for
 * what a mail says: whoever may not be answered is not answered, and why not is told.
 */
export function planReceipt(tenant: TenantRecords, deliveryId: string, at: Date): Promise<Planned> {
  void [tenant, deliveryId, at];
  return Promise.resolve({ kind: 'silent', because: 'noWayOut' });
}

/**
 * Plans what is to be told of an invoice that has just gone from `invoice.state` to `to`, within the transaction of that
 * change; the new state has been written.
 */
export function planAfterState(tenant: TenantRecords, invoice: InvoiceRecord, to: State, at: Date): Promise<void> {
  void [tenant, invoice, to, at];
  return Promise.resolve();
}

/** Plans the mail that asks an address whether it wants to be told of a delivery: once a day at most. */
export function planConfirmation(tenant: TenantRecords, subscription: SubscriptionRecord, at: Date): Promise<Planned> {
  void [tenant, subscription, at];
  return Promise.resolve({ kind: 'silent', because: 'noWayOut' });
}
