import { AcceptDelivery, callContentOf, type SentPart, type TrackedReceipt } from './accept-delivery.js';
import { takeFromQuota, wouldTake } from './counter-quotas.js';
import { requestHashOf } from './once.js';
import { refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantDoor } from './ports/tenant-door.js';

/** What a stranger brings to the counter. */
export interface CounterDelivery {
  readonly tenantId: string;
  readonly channelId: string;
  /** Network address it came from; it is counted, and never stored as it is. */
  readonly address: string;
  readonly idempotencyKey: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly sender: string | null;
  readonly parts: readonly SentPart[];
}

/**
 * Takes a delivery in from somebody who has no account. Nobody signs in, so an Idempotency-Key counts for the address
 * it came from: a stranger elsewhere who guesses a key gets no receipt, and takes no key away from anybody.
 */
export class DeliverAtCounter {
  constructor(
    private readonly door: TenantDoor,
    private readonly deliveries: AcceptDelivery,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  async deliver(brought: CounterDelivery): Promise<Outcome<TrackedReceipt>> {
    const { address, parts } = brought;
    const caller = `counter:${this.keyedHash.hex('counterAddress', address)}`;
    const at = { address, bytes: parts.reduce((sum, part) => sum + part.bytes.byteLength, 0) };
    const refusal = await this.refusalBeforeKeeping(brought, caller, at.bytes);
    if (refusal) return refusal;
    return this.deliveries.accept({
      ...{ tenantId: brought.tenantId, channelId: brought.channelId, idempotencyKey: brought.idempotencyKey, caller },
      actor: { kind: 'system', id: 'counter' },
      ...{ fields: brought.fields, sender: brought.sender, portalReceivedAt: null, parts },
      mode: 'waiting',
      admit: (tenant, now) => takeFromQuota(tenant, this.keyedHash, at, now),
    });
  }

  /** Bytes are kept before the transaction that counts them: who is over the quota must not fill the store on the way. */
  private refusalBeforeKeeping(
    { tenantId, address, idempotencyKey, fields, parts }: CounterDelivery,
    caller: string,
    bytes: number,
  ): Promise<Extract<Outcome<never>, { kind: 'refused' }> | null> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const earlier = await tenant.idempotency.find(caller, idempotencyKey);
      if (earlier)
        return earlier.requestHash === requestHashOf(callContentOf(fields, parts)) ? null : refused('keyReused');
      const answer = await wouldTake(tenant, this.keyedHash, { address, bytes }, this.clock.now());
      return answer.kind === 'refused' ? answer : null;
    });
  }
}
