import { noteReleased, suppliersMeant } from './account-doubt.js';
import { goOnAfter, type OnwardWithOthers } from './go-on.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { takeItsWay } from './way-of-invoice.js';

/**
 * What follows when the second person has released the account: it is the supplier's from now on, and the invoice goes
 * on, if the account was what held it here. Others that wait for the same account are looked at again.
 *
 * @param before the invoice as it was in clarification; the row is `received` by now.
 */
export async function releaseAccount(
  tenant: TenantRecords,
  before: InvoiceRecord,
  onward: OnwardWithOthers,
): Promise<void> {
  const payment = await tenant.invoices.findPaymentInstruction(before.id);
  const meant = await suppliersMeant(tenant, before);
  const iban = payment?.iban ?? null;
  if (iban !== null) {
    await noteReleased(tenant, meant, iban, onward.at);
    const waiting = await tenant.invoices.waitingForAccount(meant.suppliers, iban, before.id);
    await lookAgainAt(tenant, waiting, before.id, onward);
  }
  await goOnAfter(tenant, before, 'accountChanged', onward);
}

/** They are not decided on here: a worker takes them the whole way again, one by one, with the account released. */
async function lookAgainAt(
  tenant: TenantRecords,
  waiting: readonly InvoiceRecord[],
  releasedWith: string,
  { at, lookAgain }: OnwardWithOthers,
): Promise<void> {
  const way = { action: 'recheck', reason: 'accountReleased', facts: { otherInvoice: releasedWith } } as const;
  for (const invoice of waiting) {
    await takeItsWay(tenant, invoice, at, way);
    lookAgain(invoice.id);
  }
}
