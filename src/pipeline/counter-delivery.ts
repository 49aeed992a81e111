import type { AcceptDelivery, SentPart, TrackedReceipt } from './accept-delivery.js';
import { roomAtCounter } from './counter-quotas.js';
import type { Outcome } from './outcome.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';

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
    private readonly deliveries: AcceptDelivery,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  deliver(brought: CounterDelivery): Promise<Outcome<TrackedReceipt>> {
    const { address, parts } = brought;
    const caller = `counter:${this.keyedHash.hex('counterAddress', address)}`;
    const at = { address, bytes: parts.reduce((sum, part) => sum + part.bytes.byteLength, 0) };
    return this.deliveries.accept({
      ...{ tenantId: brought.tenantId, channelId: brought.channelId, idempotencyKey: brought.idempotencyKey, caller },
      actor: { kind: 'system', id: 'counter' },
      ...{ fields: brought.fields, sender: brought.sender, portalReceivedAt: null, parts },
      mode: 'waiting',
      room: roomAtCounter(this.keyedHash, at, this.ids.next()),
    });
  }
}
