import { keyData } from '../domain/invoice/key-data.js';
import { supplierKeys } from '../domain/invoice/supplier-key.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/**
 * Whether two people have to release the account before the invoice may go to a department: everybody whom the seller
 * may be has been paid to other accounts, or one of them has. It only looks; `enrich` is what notes accounts.
 */
export async function isAccountInDoubt(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  iban: string | null,
): Promise<boolean> {
  if (iban === null || invoice.supplierId === null) return false;
  return differsFromReleased(tenant, await suppliersMeant(tenant, invoice), iban);
}

/** Everybody whom the seller's numbers or name may mean, as far as they are known. */
export async function suppliersMeant(tenant: TenantRecords, invoice: InvoiceRecord): Promise<readonly string[]> {
  const model = await tenant.invoices.findModel(invoice.id);
  const found = model === null ? [] : await tenant.suppliers.known(supplierKeys(keyData(model).seller));
  return [...new Set([...(invoice.supplierId === null ? [] : [invoice.supplierId]), ...found])];
}

/** It must be an account of everybody who may be meant: nobody becomes somebody else by leaving out a number. */
export async function differsFromReleased(
  tenant: TenantRecords,
  suppliers: readonly string[],
  iban: string,
): Promise<boolean> {
  for (const id of suppliers) {
    const released = (await tenant.suppliers.accounts(id)).filter((account) => account.released);
    if (released.length > 0 && !released.some((account) => account.iban === iban)) return true;
  }
  return false;
}
