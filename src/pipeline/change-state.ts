import type { Allowed } from '../domain/approval/decide.js';
import { isVoided } from '../domain/approval/standing.js';
import type { Action, Voided } from '../domain/approval/lifecycle.js';
import type { Actor } from '../domain/audit/chain.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { eventOfAction } from '../domain/audit/events.js';
import { stepFacts, stepPayload } from '../domain/audit/step-facts.js';
import { setNextLoss, turnsLosses } from './deadlines-of-invoice.js';
import { planAfterState } from './plan-answers.js';
import type { InvoiceRecord, StateChange } from './ports/invoice-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** A step that the decision has allowed, and what goes along with it. */
export interface Step {
  readonly action: Action;
  readonly allowed: Allowed;
  readonly actor: Actor;
  readonly at: Date;
  /** Ids and codes for the event; what `stepFacts` tells is added. */
  readonly facts?: Readonly<Record<string, CanonicalValue>>;
  /** Names and reasons for the event, disposable. */
  readonly payload?: Readonly<Record<string, CanonicalValue>>;
  readonly set?: Pick<StateChange, 'clarificationReason' | 'departmentId' | 'routedBy' | 'claimedBy'>;
}

/**
 * The one function that changes a state (invariant 3): checks the old state, writes the audit event, what the change
 * voids, the new state and the answers that tell of it, in the caller's transaction, on a row the caller has locked.
 * @throws Error if the invoice is no longer in the state the decision was made for: the transaction must not commit.
 */
export async function changeState(tenant: TenantRecords, invoice: InvoiceRecord, step: Step): Promise<void> {
  const { action, allowed, actor, at } = step;
  const { from, to, change } = allowed.transition;
  const paymentVersion = (await tenant.invoices.findPaymentInstruction(invoice.id))?.version ?? 0;
  const recorded = { action, allowed, before: invoice, set: step.set ?? {}, paymentVersion };
  const payload = { ...step.payload, ...stepPayload(recorded) };
  const event = await tenant.audit.append(
    {
      subject: { kind: 'invoice', id: invoice.id },
      event: eventOfAction[action],
      actor,
      facts: { ...stepFacts(recorded), ...step.facts },
      ...(Object.keys(payload).length === 0 ? {} : { payload }),
    },
    at,
  );
  await voidDecisions(tenant, invoice.id, allowed.voids, at);
  const written = await tenant.invoices.writeState(invoice.id, {
    ...step.set,
    ...(action === 'recheck' ? { workDueAt: at } : {}),
    from,
    to,
    eventNumber: event.number,
    at,
    raisesVersion: change !== undefined,
  });
  if (!written) throw new Error(`invoice ${invoice.id} is no longer ${from}`);
  if (turnsLosses(from, to)) await setNextLoss(tenant, invoice.id, at);
  await planAfterState(tenant, invoice, to, at);
}

async function voidDecisions(
  tenant: TenantRecords,
  invoiceId: string,
  voids: readonly Voided[],
  at: Date,
): Promise<void> {
  if (voids.length === 0) return;
  const recorded = await tenant.invoices.decisions(invoiceId);
  const fallen = recorded.filter((decision) => decision.voidedAt === null && isVoided(decision, voids));
  if (fallen.length > 0)
    await tenant.invoices.voidDecisions(
      fallen.map((decision) => decision.id),
      at,
    );
}
