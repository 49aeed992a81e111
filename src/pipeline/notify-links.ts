import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from './ports/keyed-hash.js';

type Purpose = 'startNotifications' | 'endNotifications';

/** The subscription that a signed link names. */
export interface LinkedSubscription {
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/**
 * A link that whoever reads the address's mail can follow and nobody else can make: both ids as 43 characters
 * base64url, a point, and their HMAC for this purpose.
 */
export function signedLink(keyedHash: KeyedHash, purpose: Purpose, { tenantId, subscriptionId }: LinkedSubscription) {
  const ids = Buffer.from(`${tenantId}${subscriptionId}`.replaceAll('-', ''), 'hex').toString('base64url');
  return `${ids}.${keyedHash.token(purpose, ids)}`;
}

/** What a link names, or null if it was not signed here for this purpose. */
export function openSignedLink(keyedHash: KeyedHash, purpose: Purpose, signed: string): LinkedSubscription | null {
  const [, ids, token] = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/.exec(signed) ?? [];
  if (ids === undefined || token === undefined) return null;
  if (!timingSafeEqual(Buffer.from(token), Buffer.from(keyedHash.token(purpose, ids)))) return null;
  const hex = Buffer.from(ids, 'base64url').toString('hex');
  return { tenantId: uuidOf(hex.slice(0, 32)), subscriptionId: uuidOf(hex.slice(32)) };
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
