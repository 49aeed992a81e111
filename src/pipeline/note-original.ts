import type { DocumentStore } from './ports/document-store.js';
import { ConcurrentChange, type TenantRecords } from './ports/tenant-door.js';

/**
 * Notes that a row will need bytes which have been kept already. Where the same bytes had been disposed of, they may have
 * left the store between keeping and now: then nothing of this transaction stands, and done again it keeps them again.
 */
export async function noteOriginal(
  tenant: TenantRecords,
  documents: DocumentStore,
  { sha256, sizeBytes }: { readonly sha256: string; readonly sizeBytes: number },
  at: Date,
): Promise<void> {
  const wasReleased = await tenant.deliveries.noteOriginal(sha256, sizeBytes, at);
  if (wasReleased && (await documents.head(tenant.tenantId, sha256, 1)) === null)
    throw new ConcurrentChange(`original ${sha256} has just been disposed of`);
}
