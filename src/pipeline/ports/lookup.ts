import type { Wake } from './wake-queue.js';

/** What comes before or above a tenant: the closed list of questions that need no tenant to be asked (invariant 7). */
export abstract class Lookup {
  abstract tenantBySlug(slug: string): Promise<{ id: string; slug: string; name: string } | null>;
  abstract tenants(): Promise<readonly { id: string; slug: string }[]>;
  abstract apiKey(keyHash: string): Promise<FoundApiKey | null>;
  abstract session(tokenHash: string): Promise<FoundSession | null>;
  abstract tracking(tokenHash: string): Promise<{ tenantId: string; deliveryId: string; expiresAt: Date } | null>;
  /** Rows whose due time has come, over all tenants, longest due first. */
  abstract dueWork(by: Date, limit: number): Promise<readonly Wake[]>;
}

export interface FoundApiKey {
  readonly tenantId: string;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly channelId: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface FoundSession {
  readonly tenantId: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** When the second factor was last proved in it; null: not yet. */
  readonly factorAt: Date | null;
}
