import type { DataSource } from 'typeorm';
import { DocumentStore } from '../../pipeline/ports/document-store.js';
import { inTenantTransaction } from './postgres-tenant-door.js';

/**
 * Originals in PostgreSQL: one backup holds everything. Good up to some hundred gigabytes and files of 50 MB; beyond
 * that the folder (adapters/document-folder) keeps the database small.
 */
export class PostgresDocumentStore extends DocumentStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  async keep(tenantId: string, sha256: string, bytes: Uint8Array): Promise<void> {
    await inTenantTransaction(this.database, tenantId, (manager) =>
      manager.query(
        'INSERT INTO eingang.original_bytes (tenant_id, sha256, bytes) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, sha256) DO NOTHING',
        [tenantId, sha256, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      ),
    );
  }

  read(tenantId: string, sha256: string): Promise<Uint8Array | null> {
    return inTenantTransaction(this.database, tenantId, async (manager) => {
      const [row] = await manager.query<{ bytes: Buffer }[]>(
        'SELECT bytes FROM eingang.original_bytes WHERE tenant_id = $1 AND sha256 = $2',
        [tenantId, sha256],
      );
      return row?.bytes ?? null;
    });
  }

  async remove(tenantId: string, sha256: string): Promise<void> {
    await inTenantTransaction(this.database, tenantId, (manager) =>
      manager.query('SELECT eingang.remove_original_bytes($1)', [sha256]),
    );
  }

  override head(tenantId: string, sha256: string, length: number): Promise<Uint8Array | null> {
    return inTenantTransaction(this.database, tenantId, async (manager) => {
      const [row] = await manager.query<{ head: Buffer }[]>(
        'SELECT substring(bytes FROM 1 FOR $3) AS head FROM eingang.original_bytes WHERE tenant_id = $1 AND sha256 = $2',
        [tenantId, sha256, length],
      );
      return row?.head ?? null;
    });
  }
}
