import type { State } from '../domain/approval/lifecycle.js';
import { deadlinesOf, nextLoss, type Deadline, type LossKind } from '../domain/deadlines/deadlines.js';
import { addDays } from '../domain/deadlines/working-days.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import { startOfTownDay, townDay } from './town-day.js';

/** An invoice's deadlines, and which of its losses comes next. */
export interface DeadlinesView {
  readonly deadlines: readonly Deadline[];
  readonly currency: string | null;
  readonly next: (Deadline & { readonly kind: LossKind }) | null;
}

/** States in which nothing can be lost any more by waiting. */
const closed: ReadonlySet<State> = new Set<State>([
  'rejected',
  'duplicate',
  'paid',
  'paid_reduced',
  'declined',
  'superseded',
  'dismissed',
  'moved',
  'disposed',
]);

/** Whether a step opens or closes what may be lost. */
export const turnsLosses = (from: State, to: State): boolean => closed.has(from) !== closed.has(to);

/** Reckons an invoice's deadlines as they are at that moment. */
export async function deadlinesIn(tenant: TenantRecords, invoiceId: string, at: Date): Promise<DeadlinesView> {
  const facts = await tenant.deadlines.find(invoiceId);
  if (facts === null) return { deadlines: [], currency: null, next: null };
  const { value: place } = await settingIn(tenant, 'place');
  const deadlines = deadlinesOf(facts, place.land);
  return {
    deadlines,
    currency: facts.currency,
    next: closed.has(facts.state) ? null : nextLoss(deadlines, townDay(at)),
  };
}

/** Stores the loss that comes next, in the transaction of what has changed it. */
export async function setNextLoss(tenant: TenantRecords, invoiceId: string, at: Date): Promise<void> {
  const { deadlines, next } = await deadlinesIn(tenant, invoiceId, at);
  const another = next !== null && nextLoss(deadlines, addDays(next.on, 1)) !== next && next.on >= townDay(at);
  await tenant.deadlines.write(invoiceId, {
    nextLossOn: next?.on ?? null,
    nextLossCents: next?.lossCents ?? null,
    nextLossKind: next?.kind ?? null,
    deadlinesDueAt: another ? startOfTownDay(addDays(next.on, 1)) : null,
  });
}
