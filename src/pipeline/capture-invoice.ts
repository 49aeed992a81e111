import { captureProblems, modelOfCapture, type CapturedTerms } from '../domain/invoice/captured-terms.js';
import { setNextLoss } from './deadlines-of-invoice.js';
import { enrichTrusted, goOnWith, proposePayment, type Onward } from './go-on.js';
import { refused } from './outcome.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Why captured terms cannot be taken; null: they can. */
export function captureRefusal(terms: CapturedTerms | undefined): ReturnType<typeof refused> | null {
  const problems = terms === undefined ? [] : captureProblems(terms);
  if (problems.length === 0) return null;
  return refused('captureNotUsable', { places: problems.map(({ term, code }) => `${term} (${code})`).join(', ') });
}

/** Keeps what the first person has read; nothing rests on it until a second person has compared it. */
export async function keepCapture(
  tenant: TenantRecords,
  invoiceId: string,
  terms: CapturedTerms,
  personId: string,
  at: Date,
): Promise<void> {
  const latest = await tenant.captures.find(invoiceId);
  const version = (latest?.version ?? 0) + 1;
  await tenant.captures.add(invoiceId, { version, terms, capturedBy: personId, capturedAt: at });
}

/** The second person has compared it: the captured terms are the invoice's from now on, and it goes its way. */
export async function takeCapture(
  tenant: TenantRecords,
  before: InvoiceRecord,
  personId: string,
  onward: Onward,
): Promise<void> {
  const capture = await tenant.captures.find(before.id);
  if (!capture) throw new Error(`nothing of ${before.id} has been captured`);
  await tenant.captures.confirm(before.id, capture.version, personId, onward.at);
  const enriched = await enrichTrusted(tenant, before, modelOfCapture(capture.terms), onward);
  await tenant.invoices.writeKnowledge(before.id, enriched.knowledge);
  await setNextLoss(tenant, before.id, onward.at);
  await proposePayment(tenant, before.id, enriched.payment);
  await goOnWith(tenant, await tenant.invoices.get(before.id), enriched, onward.at);
}
