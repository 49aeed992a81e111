import { createHash } from 'node:crypto';
import { STATES, type Wording } from '../domain/approval/lifecycle.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** What a supplier sees behind the tracking link: no names of people, no department, nothing of other deliveries. */
export interface Tracked {
  readonly number: string;
  readonly receivedAt: Date;
  readonly parts: readonly TrackedPart[];
}

export interface TrackedPart {
  readonly position: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly status: Wording;
  readonly statusSince: Date;
  readonly invoiceNumber: string | null;
}

export class TrackDelivery {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  async track(token: string): Promise<Outcome<Tracked>> {
    const found = await this.lookup.tracking(createHash('sha256').update(token).digest('hex'));
    if (!found || found.expiresAt <= this.clock.now()) return refused('notFound');
    return this.door.inTenant(found.tenantId, async (tenant) => {
      const delivery = await tenant.deliveries.find(found.deliveryId);
      if (!delivery) return refused('notFound');
      const parts: TrackedPart[] = [];
      for (const { position, fileName, sha256, invoiceId } of delivery.parts) {
        const invoice = await tenant.invoices.find(invoiceId);
        if (!invoice) continue;
        const { supplier } = STATES[invoice.state];
        parts.push({
          position,
          fileName,
          sha256,
          status: supplier,
          statusSince: invoice.stateSince,
          invoiceNumber: invoice.number,
        });
      }
      return done({ number: delivery.number, receivedAt: delivery.receivedAt, parts });
    });
  }
}
