import { decide } from '../domain/approval/decide.js';
import { noteReleased, suppliersMeant } from './account-doubt.js';
import { changeState } from './change-state.js';
import { goOn, type OnwardWithOthers } from './go-on.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';
import { factsOf, takeItsWay } from './way-of-invoice.js';

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
  const invoice = await tenant.invoices.findForChange(before.id);
  if (!invoice) throw new Error(`invoice ${before.id} vanished while it was locked`);
  const reason = before.clarificationReason ?? 'accountChanged';
  if (reason === 'accountChanged') return goOn(tenant, invoice, onward);
  return takeItsWay(tenant, invoice, onward.at, { action: 'sendToClarification', reason });
}

/** They are not decided on here: a worker takes them the whole way again, one by one, with the account released. */
async function lookAgainAt(
  tenant: TenantRecords,
  waiting: readonly InvoiceRecord[],
  releasedWith: string,
  { at, lookAgain }: OnwardWithOthers,
): Promise<void> {
  for (const invoice of waiting) {
    const actor = { kind: 'machine', id: 'worker', part: 'pipeline' } as const;
    const decision = decide({ action: 'recheck', actor }, factsOf(invoice), townDay(at));
    if (decision.kind === 'refused')
      throw new Error(`${invoice.id} may not be looked at again: ${decision.refusal.code}`);
    await changeState(tenant, invoice, {
      action: 'recheck',
      allowed: decision,
      actor: { kind: 'system', id: 'worker' },
      at,
      facts: { reason: 'accountReleased', otherInvoice: releasedWith },
      set: { clarificationReason: null, workDueAt: at },
    });
    lookAgain(invoice.id);
  }
}
