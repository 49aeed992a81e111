import { limitsFor } from './limits.js';
import { done, refused, type Outcome } from './outcome.js';
import type { DeliveryRoom } from './accept-delivery.js';
import type { CounterUse } from './ports/counter-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import type { CounterSetting } from './tenant-settings.table.js';
import { townDay } from './town-day.js';

/** Who stands at the counter, as far as one knows: the network address, and how much they bring. */
export interface AtCounter {
  readonly address: string;
  readonly bytes: number;
  /** It answers what the town has asked: that is welcome at a closed counter too. */
  readonly isAsked?: true;
}

/** Longer than any delivery takes to be kept. */
const holdMs = 10 * 60 * 1000;

/**
 * What one address may bring of the day's bytes, so that a few cannot close the counter for everybody: a sixteenth, and at
 * least one delivery of the size that each installation takes.
 */
const shareOfAddress = { divisor: 16, leastBytes: limitsFor(25).deliveryBytes } as const;

/** An address as it is counted on a day. Tomorrow it is another one, so that nobody is followed over days. */
const countedAs = (keyedHash: KeyedHash, address: string, day: string): string =>
  keyedHash.hex('counterAddress', `${day} ${address}`);

/**
 * Room that a delivery takes in the day's quota: before any byte is kept, so that calls at once cannot fill the store beyond
 * it, and settled in the delivery's own transaction. Killed in between, the room is free again after `holdMs`.
 */
export function roomAtCounter(keyedHash: KeyedHash, { address, bytes, isAsked }: AtCounter, id: string): DeliveryRoom {
  const take = async (tenant: TenantRecords, at: Date): Promise<Outcome<null>> => {
    const { value } = await settingIn(tenant, 'counter');
    const day = townDay(at);
    const counted = countedAs(keyedHash, address, day);
    const setting = isAsked ? { ...value, open: true } : value;
    const allowed = within(setting, await tenant.counter.useForChange(day, counted, at), bytes);
    const until = new Date(at.getTime() + holdMs);
    if (allowed.kind === 'done') await tenant.counter.hold({ id, day, address: counted, bytes, until });
    return allowed;
  };
  return {
    take,
    async settle(tenant, deliveryId, at) {
      if (await tenant.counter.settle(id, deliveryId)) return done(null);
      const again = await take(tenant, at);
      if (again.kind === 'done') await tenant.counter.settle(id, deliveryId);
      return again;
    },
    giveBack: (tenant) => tenant.counter.giveBack(id),
  };
}

function within(
  { open, quotas }: CounterSetting,
  { ofAddress, ofAll }: { readonly ofAddress: CounterUse; readonly ofAll: CounterUse },
  bytes: number,
): Outcome<null> {
  if (!open) return refused('counterClosed');
  if (ofAddress.deliveries >= quotas.deliveriesPerAddressAndDay)
    return refused('addressQuotaUsed', { limit: String(quotas.deliveriesPerAddressAndDay) });
  const share = Math.max(quotas.bytesPerDay / shareOfAddress.divisor, shareOfAddress.leastBytes);
  if (ofAddress.bytes > 0 && ofAddress.bytes + bytes > share)
    return refused('addressBytesUsed', { limit: String(Math.floor(share / 1024 / 1024)) });
  const full = ofAll.deliveries >= quotas.deliveriesPerDay || ofAll.bytes + bytes > quotas.bytesPerDay;
  return full ? refused('counterQuotaUsed') : done(null);
}
