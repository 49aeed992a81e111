import { z } from 'zod';
import { HOLD_SETTERS, RECORD_READERS } from '../domain/access/role-groups.js';
import type { AuditEventName } from '../domain/audit/events.js';
import { asPerson, holdsAnyOf, withId, type Administration, type WithId } from './as-administrator.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { LegalHold } from './ports/retention-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { retentionLimits } from './retention-limits.js';

const lifting = z.object({ id: z.string(), lifted: z.boolean() });

/** Whether the hold is lifted now, or waits for a second person. */
export type Lifting = z.infer<typeof lifting>;

/** A hold with what the invoice is called. */
export type ListedHold = LegalHold & { readonly number: string | null };

/**
 * Legal holds: an audit, a lawsuit or a tax assessment that is open keeps an invoice beyond its retention. One person sets
 * a hold; lifting it takes two. The database refuses to dispose of what is held, whoever asks.
 */
export class HoldInvoice {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  set(by: Administration, invoiceId: string, reason: string): Promise<Outcome<WithId>> {
    return this.asHolder(by, ['setHold', invoiceId, reason], withId, async (tenant, at) => {
      const invoice = await tenant.invoices.findForChange(invoiceId);
      if (!invoice || invoice.state === 'disposed') return refused('notFound');
      if (await tenant.retention.openHold(invoiceId)) return refused('heldAlready');
      const id = this.ids.next();
      await tenant.retention.addHold({ id, invoiceId, reason, setBy: by.personId, setAt: at });
      await noteHold(tenant, by, 'invoice.holdSet', { invoiceId, hold: id, reason }, at);
      return done({ id });
    });
  }

  /** The first asks, another agrees; whoever asked may ask again with another reason. */
  lift(by: Administration, invoiceId: string, reason: string): Promise<Outcome<Lifting>> {
    return this.asHolder(by, ['liftHold', invoiceId, reason], lifting, async (tenant, at) => {
      const invoice = await tenant.invoices.findForChange(invoiceId);
      const hold = invoice && (await tenant.retention.openHold(invoiceId));
      if (!hold) return refused('notFound');
      const told = { invoiceId, hold: hold.id, reason };
      if (hold.liftAsked === null || hold.liftAsked.by === by.personId) {
        await tenant.retention.askToLift(hold.id, { by: by.personId, at, reason });
        await noteHold(tenant, by, 'invoice.holdLiftAsked', told, at);
        return done({ id: hold.id, lifted: false });
      }
      await tenant.retention.lift(hold.id, by.personId, at);
      await noteHold(tenant, by, 'invoice.holdLifted', told, at);
      return done({ id: hold.id, lifted: true });
    });
  }

  list(by: Pick<Administration, 'tenantId' | 'personId'>): Promise<Outcome<readonly ListedHold[]>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await holdsAnyOf(tenant, by.personId, RECORD_READERS, this.clock.now()))
        ? done(await tenant.retention.holds(retentionLimits.holds))
        : refused('recordsOnly'),
    );
  }

  private asHolder<T>(
    by: Administration,
    content: readonly unknown[],
    answer: z.ZodType<T>,
    work: (tenant: TenantRecords, at: Date) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return asPerson(this.door, this.clock, by, content, answer, async (tenant, at) =>
      (await holdsAnyOf(tenant, by.personId, HOLD_SETTERS, at)) ? work(tenant, at) : refused('recordsOnly'),
    );
  }
}

async function noteHold(
  tenant: TenantRecords,
  by: Administration,
  event: Extract<AuditEventName, `invoice.hold${string}`>,
  { invoiceId, hold, reason }: { readonly invoiceId: string; readonly hold: string; readonly reason: string },
  at: Date,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'invoice', id: invoiceId },
      event,
      actor: { kind: 'person', id: by.personId },
      facts: { hold },
      payload: { reason },
    },
    at,
  );
}
