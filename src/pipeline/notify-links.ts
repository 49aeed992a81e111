import { timingSafeEqual } from 'node:crypto';
import type { KeyedHash } from './ports/keyed-hash.js';

/** The subscription that a signed link names. */
export interface LinkedSubscription {
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/** The same, with when it had last been ended: a link that begins it again holds for that turn only. */
export interface LinkedTurn extends LinkedSubscription {
  readonly endedAt: Date | null;
}

/**
 * Links that whoever reads the address's mail can follow and nobody else can make: ids (and turn) as base64url, a point,
 * and their HMAC for this purpose. One that ends a subscription holds for ever.
 */
export const endLink = (keyedHash: KeyedHash, linked: LinkedSubscription): string =>
  signed(keyedHash, 'endNotifications', idsOf(linked));

export const startLink = (keyedHash: KeyedHash, { endedAt, ...linked }: LinkedTurn): string => {
  const turn = Buffer.alloc(8);
  turn.writeBigUInt64BE(BigInt(endedAt?.getTime() ?? 0));
  return signed(keyedHash, 'startNotifications', Buffer.concat([idsOf(linked), turn]));
};

/** What a link names, or null if it was not signed here for this purpose. */
export function openEndLink(keyedHash: KeyedHash, link: string): LinkedSubscription | null {
  const content = opened(keyedHash, 'endNotifications', link);
  return content?.length === idsLength ? linkedIn(content) : null;
}

export function openStartLink(keyedHash: KeyedHash, link: string): LinkedTurn | null {
  const content = opened(keyedHash, 'startNotifications', link);
  if (content?.length !== idsLength + 8) return null;
  const turn = Number(content.readBigUInt64BE(idsLength));
  return { ...linkedIn(content), endedAt: turn === 0 ? null : new Date(turn) };
}

/** The query that a signed link lets its reader answer. */
export interface LinkedQuery {
  readonly tenantId: string;
  readonly queryId: string;
}

export const queryLink = (keyedHash: KeyedHash, { tenantId, queryId }: LinkedQuery): string =>
  signed(keyedHash, 'answerQuery', idsOf({ tenantId, subscriptionId: queryId }));

export function openQueryLink(keyedHash: KeyedHash, link: string): LinkedQuery | null {
  const content = opened(keyedHash, 'answerQuery', link);
  if (content?.length !== idsLength) return null;
  const { tenantId, subscriptionId: queryId } = linkedIn(content);
  return { tenantId, queryId };
}

type Purpose = 'startNotifications' | 'endNotifications' | 'answerQuery';
const idsLength = 32;

const idsOf = ({ tenantId, subscriptionId }: LinkedSubscription): Buffer =>
  Buffer.from(`${tenantId}${subscriptionId}`.replaceAll('-', ''), 'hex');

function linkedIn(content: Buffer): LinkedSubscription {
  const hex = content.toString('hex');
  return { tenantId: uuidOf(hex.slice(0, 32)), subscriptionId: uuidOf(hex.slice(32, 64)) };
}

function signed(keyedHash: KeyedHash, purpose: Purpose, content: Buffer): string {
  const text = content.toString('base64url');
  return `${text}.${keyedHash.token(purpose, text)}`;
}

function opened(keyedHash: KeyedHash, purpose: Purpose, link: string): Buffer | null {
  const [, text, token] = /^([A-Za-z0-9_-]{43,54})\.([A-Za-z0-9_-]{43})$/.exec(link) ?? [];
  if (text === undefined || token === undefined) return null;
  const isOurs = timingSafeEqual(Buffer.from(token), Buffer.from(keyedHash.token(purpose, text)));
  return isOurs ? Buffer.from(text, 'base64url') : null;
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
