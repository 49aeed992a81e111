import { limitsFor } from './limits.js';
import { done, refused, type Outcome } from './outcome.js';
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
}

/**
 * What one address may bring of the day's bytes, so that a few cannot close the counter for everybody: a sixteenth, and at
 * least one delivery of the size that each installation takes.
 */
const shareOfAddress = { divisor: 16, leastBytes: limitsFor(25).deliveryBytes } as const;

/** An address as it is counted on a day. Tomorrow it is another one, so that nobody is followed over days. */
const countedAs = (keyedHash: KeyedHash, address: string, day: string): string =>
  keyedHash.hex('counterAddress', `${day} ${address}`);

/** Whether the counter would take this now. Counts nothing. */
export async function wouldTake(
  tenant: TenantRecords,
  keyedHash: KeyedHash,
  { address, bytes }: AtCounter,
  at: Date,
): Promise<Outcome<null>> {
  const { value } = await settingIn(tenant, 'counter');
  const day = townDay(at);
  return within(value, await tenant.counter.use(day, countedAs(keyedHash, address, day)), bytes);
}

/** Takes the delivery out of the day's quota, in the transaction that takes it in; refused, it has counted nothing. */
export async function takeFromQuota(
  tenant: TenantRecords,
  keyedHash: KeyedHash,
  { address, bytes }: AtCounter,
  at: Date,
): Promise<Outcome<null>> {
  const { value } = await settingIn(tenant, 'counter');
  const day = townDay(at);
  const counted = countedAs(keyedHash, address, day);
  const allowed = within(value, await tenant.counter.useForChange(day, counted), bytes);
  if (allowed.kind === 'done') await tenant.counter.note(day, counted, bytes);
  return allowed;
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
