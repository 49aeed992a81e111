import { keyData } from '../domain/invoice/key-data.js';
import { supplierKeys } from '../domain/invoice/supplier-key.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { SupplierAccount } from './ports/supplier-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Whom the money may be meant for: the known suppliers, the likeliest first, and the name that the document gives. */
export interface Meant {
  readonly suppliers: readonly string[];
  readonly nameKey: string | null;
}

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
export async function suppliersMeant(tenant: TenantRecords, invoice: InvoiceRecord): Promise<Meant> {
  const model = await tenant.invoices.findModel(invoice.id);
  const keys = model === null ? null : supplierKeys(keyData(model).seller);
  const found = keys === null ? [] : await tenant.suppliers.known(keys);
  const own = invoice.supplierId === null ? [] : [invoice.supplierId];
  return { suppliers: [...new Set([...own, ...found])], nameKey: keys?.name ?? null };
}

/**
 * It must be an account of everybody who may be meant, so that nobody becomes somebody else by leaving out a number; and
 * one of the name, where the name is known, so that nobody does by giving another number.
 */
export async function differsFromReleased(
  tenant: TenantRecords,
  { suppliers, nameKey }: Meant,
  iban: string,
): Promise<boolean> {
  for (const id of suppliers) if (isAnother(iban, await tenant.suppliers.accounts(id))) return true;
  return nameKey !== null && isAnother(iban, await tenant.suppliers.accountsOfName(nameKey));
}

function isAnother(iban: string, accounts: readonly SupplierAccount[]): boolean {
  const released = accounts.filter((account) => account.released);
  return released.length > 0 && !released.some((account) => account.iban === iban);
}

/** What the two people have released is an account of those whom they were shown, and of the name. */
export async function noteReleased(
  tenant: TenantRecords,
  { suppliers, nameKey }: Meant,
  iban: string,
  at: Date,
): Promise<void> {
  for (const supplier of suppliers) await tenant.suppliers.noteAccount(supplier, iban, at, true);
  if (nameKey !== null) await tenant.suppliers.noteAccountOfName(nameKey, iban, at);
}
