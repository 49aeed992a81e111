import type { ChainHead } from '../../domain/audit/chain.js';
import type { Seal, SealedHead } from '../../domain/audit/seal.js';
import type { StoredEvent } from '../../domain/audit/verify.js';

/** The seals in the database, above all tenants. */
export abstract class SealLedger {
  /**
   * Writes one seal in one transaction: takes the sealing lock, hands out heads not sealed yet (those of at most
   * `limit` unsealed events, yet one at least) and the last seal, and stores what `make` returns; null from `make`
   * stores nothing.
   */
  abstract sealNext(
    limit: number,
    make: (heads: readonly SealedHead[], previous: Seal | null) => Seal | null,
  ): Promise<Seal | null>;
  /** How many events no seal has seen yet, over all tenants. */
  abstract unsealedEvents(): Promise<number>;
  /** Seals with a number above `after`, in their order. */
  abstract seals(after: number, limit: number): Promise<readonly Seal[]>;
  abstract members(sealNumber: number): Promise<readonly SealedHead[]>;
}

/** Signs and checks seals; the key lies outside the database. */
export abstract class SealSigner {
  abstract readonly keyId: string;
  /** Ed25519, base64. */
  abstract sign(body: string): string;
  abstract check(seal: Seal): 'valid' | 'wrong' | 'unknownKey';
  /** The keys that seals may be signed by (SPKI, PEM): its own first, then earlier ones. */
  abstract publicKeys(): readonly { readonly keyId: string; readonly pem: string }[];
}

/** Where seals go so that they have left the database (an append-only file by default). */
export abstract class SealAnchor {
  /** Resolves once the seal would survive a power cut. */
  abstract append(seal: Seal): Promise<void>;
  abstract seals(): Promise<readonly { readonly number: number; readonly hash: string }[]>;
}

/** A head with the number of the seal that has seen it. */
export interface SeenHead extends ChainHead {
  readonly seal: number;
}

/** One chain with everything it is compared with. */
export interface ChainRecord {
  readonly tenantId: string;
  readonly subject: SealedHead['subject'];
  readonly events: readonly StoredEvent[];
  readonly head: ChainHead | null;
  /** What the seals have seen of this chain. */
  readonly sealed: readonly SeenHead[];
  /** What the invoice's row holds; null for other subjects and where the row is gone. */
  readonly invoice: { readonly state: string; readonly originalSha256: string } | null;
}

/** Reads a tenant's whole log, chain by chain, without holding it all in memory. */
export abstract class AuditReader {
  abstract chains(tenantId: string): AsyncIterable<ChainRecord>;
  /** One subject's chain, in one consistent snapshot; it has no events where there is no such subject. */
  abstract chain(tenantId: string, subject: SealedHead['subject']): Promise<ChainRecord>;
}
