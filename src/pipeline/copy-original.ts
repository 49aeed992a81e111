import type { DocumentStore } from './ports/document-store.js';
import { sha256 as digest } from './sha256.js';

/** What was found where an original should be. */
export type OriginalFound = 'whole' | 'missing' | 'altered';

interface Named {
  readonly tenantId: string;
  readonly sha256: string;
}

/** Copies an original from one store to another, and only what its name promises. */
export async function copyOriginal(
  from: DocumentStore,
  to: DocumentStore,
  { tenantId, sha256 }: Named,
): Promise<OriginalFound> {
  const bytes = await from.read(tenantId, sha256);
  if (bytes === null) return 'missing';
  if (digest(bytes) !== sha256) return 'altered';
  await to.keep(tenantId, sha256, bytes);
  return 'whole';
}

/** Reads an original and compares it with its name and its size. */
export async function checkOriginal(
  store: DocumentStore,
  { tenantId, sha256, sizeBytes }: Named & { readonly sizeBytes: number },
): Promise<OriginalFound> {
  const bytes = await store.read(tenantId, sha256);
  if (bytes === null) return 'missing';
  return digest(bytes) === sha256 && bytes.byteLength === sizeBytes ? 'whole' : 'altered';
}
