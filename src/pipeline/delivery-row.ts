import { trackingLifetimeDays } from './limits.js';
import type { DeliveryRecord } from './ports/delivery-records.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import { sha256 } from './sha256.js';
import { townDay } from './town-day.js';

/** What a channel knows of a delivery when it comes. */
export type Arrival = Pick<
  DeliveryRecord,
  'id' | 'channelId' | 'sender' | 'receivedAt' | 'portalReceivedAt' | 'workDueAt' | 'answersQuery'
>;

/** A delivery's row, the same for every channel: its receipt's number, its day of access and its tracking link. */
export function deliveryRow(arrival: Arrival, keyedHash: KeyedHash): Omit<DeliveryRecord, 'parts' | 'sortedAt'> {
  const { id, receivedAt, portalReceivedAt } = arrival;
  const token = keyedHash.token('trackingToken', id);
  return {
    ...arrival,
    number: receiptNumber(id, receivedAt),
    accessDate: townDay(portalReceivedAt ?? receivedAt),
    trackingHash: sha256(token),
    trackingExpiresAt: new Date(receivedAt.getTime() + trackingLifetimeDays * 24 * 60 * 60 * 1000),
  };
}

/** Readable aloud on the telephone: the day and eight letters of the delivery's id, without those that look alike. */
function receiptNumber(deliveryId: string, at: Date): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const bits = BigInt(`0x${sha256(deliveryId).slice(0, 10)}`);
  const word = Array.from({ length: 8 }, (_, at) => letters[Number((bits >> BigInt(5 * at)) & 31n)]).join('');
  return `${at.toISOString().slice(0, 10).replaceAll('-', '')}-${word}`;
}
