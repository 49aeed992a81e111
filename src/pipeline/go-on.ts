import { checkLeitwegId } from '../domain/invoice/leitweg-id.js';
import { enrichModel, type Enriched } from './enrich-invoice.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord, PaymentInstruction } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { takeItsWay, wayOf } from './way-of-invoice.js';

/** What a change in the pipeline's name takes along. */
export interface Onward {
  readonly at: Date;
  readonly ids: Ids;
}

/** The same, where other invoices may have to be looked at again. */
export interface OnwardWithOthers extends Onward {
  /** Has a worker woken for an invoice once the transaction has been committed. */
  readonly lookAgain: (invoiceId: string) => void;
}

/**
 * Takes an invoice on whose question people have answered: past the guards that are left (duplicates, account) to its
 * department, or back to clarification with the next question. It must be `received`, locked, and have a model that
 * would be paid: one that was accepted, or captured by two.
 */
export async function goOn(tenant: TenantRecords, invoice: InvoiceRecord, { at, ids }: Onward): Promise<void> {
  const enriched = await enrichStored(tenant, invoice, { at, ids });
  const check = checkLeitwegId(enriched.routingFacts.buyerReference);
  const otherTenant = check.kind === 'valid' && (await tenant.desk.servesOthers(check.leitwegId));
  await takeItsWay(tenant, invoice, at, await wayOf(tenant, enriched, otherTenant));
}

/** The stored model enriched again: what else is known of suppliers and duplicates may have changed since. */
export async function enrichStored(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  { at, ids }: Onward,
): Promise<Enriched> {
  const model = await tenant.invoices.findModel(invoice.id);
  if (model === null) throw new Error(`invoice ${invoice.id} has no terms to go on with`);
  const origin = await tenant.desk.origin(invoice.id);
  return enrichModel(
    tenant,
    {
      id: invoice.id,
      fileName: invoice.fileName ?? '',
      channelKind: origin?.channelKind ?? '',
      sender: origin?.sender ?? null,
      mailTo: origin?.mailTo ?? null,
      mailSubject: origin?.mailSubject ?? null,
      model,
      verdict: invoice.verdict,
      wouldBePaid: true,
    },
    ids,
    at,
  );
}

/** The payment as the terms propose it, as the next version where an earlier reading has proposed one. */
export async function proposePayment(
  tenant: TenantRecords,
  invoiceId: string,
  payment: PaymentInstruction | null,
): Promise<void> {
  if (payment === null) return;
  const latest = await tenant.invoices.findPaymentInstruction(invoiceId);
  await tenant.invoices.addPaymentInstruction(invoiceId, { ...payment, version: (latest?.version ?? 0) + 1 });
}
