import type { Invoice } from '../domain/invoice/invoice.js';
import type { ClarificationReason } from '../domain/routing/clearing-reasons.js';
import { enrichModel, type Enriched } from './enrich-invoice.js';
import type { Ids } from './ports/ids.js';
import type { InvoiceRecord, PaymentInstruction } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { deliveryFactsOf } from './routing-facts.js';
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
export async function goOn(tenant: TenantRecords, invoice: InvoiceRecord, onward: Onward): Promise<void> {
  const model = await tenant.invoices.findModel(invoice.id);
  if (model === null) throw new Error(`invoice ${invoice.id} has no terms to go on with`);
  // Enriched again: what else is known of suppliers and duplicates may have changed since.
  await goOnWith(tenant, invoice, await enrichTrusted(tenant, invoice, model, onward), onward.at);
}

/** The same, with what has been made of its terms just now. */
export async function goOnWith(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  enriched: Enriched,
  at: Date,
): Promise<void> {
  await takeItsWay(tenant, invoice, at, await wayOf(tenant, enriched));
}

/** Takes it on if this was the question that held it; with any other it goes back to clarification. */
export async function goOnAfter(
  tenant: TenantRecords,
  before: InvoiceRecord,
  answered: ClarificationReason,
  onward: Onward,
): Promise<void> {
  const invoice = await tenant.invoices.get(before.id);
  const reason = before.clarificationReason;
  if (reason === null || reason === answered) return goOn(tenant, invoice, onward);
  await takeItsWay(tenant, invoice, onward.at, { action: 'sendToClarification', reason });
}

/** Makes columns, supplier and payment of terms that people stand for. */
export async function enrichTrusted(
  tenant: TenantRecords,
  invoice: InvoiceRecord,
  model: Invoice,
  { at, ids }: Onward,
): Promise<Enriched> {
  const { id, verdict } = invoice;
  const source = { ...(await deliveryFactsOf(tenant, invoice)), id, model, verdict, wouldBePaid: true };
  return enrichModel(tenant, source, ids, at);
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

/** The same of a document that may have been read before: what people have made of the payment since then stays. */
export async function proposePaymentAgain(
  tenant: TenantRecords,
  invoiceId: string,
  payment: PaymentInstruction | null,
): Promise<void> {
  const latest = await tenant.invoices.findPaymentInstruction(invoiceId);
  if ((latest?.setBy ?? null) === null) await proposePayment(tenant, invoiceId, payment);
}
