import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import { sha256 } from './sha256.js';

export interface KnownKey {
  readonly tenantId: string;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly channelId: string | null;
}

/** Prefix of every key, so that scanners for leaked secrets recognise one. */
export const keyPrefix = 'eing_';

/** The key behind a bearer token, or null if it is unknown, expired or revoked. Keys are 256 random bits: a plain hash suffices. */
export class FindApiKey {
  constructor(
    private readonly lookup: Lookup,
    private readonly clock: Clock,
  ) {}

  async find(key: string): Promise<KnownKey | null> {
    if (!key.startsWith(keyPrefix) || key.length > 100) return null;
    const found = await this.lookup.apiKey(sha256(key));
    return found && found.revokedAt === null && found.expiresAt > this.clock.now() ? found : null;
  }
}
