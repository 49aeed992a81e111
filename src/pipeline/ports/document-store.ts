/**
 * Keeps originals byte for byte, named by their SHA-256 within a tenant (invariants 1 and 10).
 * The bytes of one tenant are never shared with another, even where they are the same.
 */
export abstract class DocumentStore {
  /** Resolves only when the bytes would survive a power cut. Keeping the same bytes again changes nothing. */
  abstract keep(tenantId: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null if the store does not hold them. */
  abstract read(tenantId: string, sha256: string): Promise<Uint8Array | null>;
  /** Removes what two persons have disposed of and no row needs any more; nothing there is as good. */
  abstract remove(tenantId: string, sha256: string): Promise<void>;
  /** Its first bytes, `length` of them or all; null if the store does not hold it. */
  async head(tenantId: string, sha256: string, length: number): Promise<Uint8Array | null> {
    return (await this.read(tenantId, sha256))?.subarray(0, length) ?? null;
  }
}
