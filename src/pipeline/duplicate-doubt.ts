import type { InvoiceRecord, Likeness, SimilarInvoice } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Other invoices that may be paid and look like the same claim, as long as nobody has told them apart from this one. */
export async function openDuplicates(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
): Promise<readonly SimilarInvoice[]> {
  const likeness = likenessOf(invoice);
  return likeness === null ? [] : tenant.invoices.findDuplicates(likeness, invoice.id);
}

/** By what others look like this one; null: nothing is compared. */
export const likenessOf = ({ duplicateKey, sellerKeys, supplierId }: InvoiceRecord): Likeness | null =>
  duplicateKey === null ? null : { duplicateKey, sellerKeys, supplierIds: supplierId === null ? [] : [supplierId] };

/**
 * Whether somebody has to judge a likeness before the invoice may go to a department. Where the other one is what waits
 * for that judgement, this one need not: of two, one at least is always looked at.
 */
export async function isSuspicionOpen(tenant: TenantRecords, invoice: InvoiceRecord): Promise<boolean> {
  const alike = await openDuplicates(tenant, invoice);
  return alike.some((other) => isSuspected(invoice) || !isSuspected(other));
}

const isSuspected = ({ state, clarificationReason }: Omit<SimilarInvoice, 'id'>): boolean =>
  state === 'clarification' && clarificationReason === 'suspectedDuplicate';
