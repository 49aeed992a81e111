import type { DataSource } from 'typeorm';
import { Lookup, type FoundApiKey, type FoundSession } from '../../pipeline/ports/lookup.js';
import type { Wake, WorkKind } from '../../pipeline/ports/wake-queue.js';
import { storableText } from './column-types.js';
import { translated } from './database-failures.js';

/** Asks the definer functions of schema/040-doors.sql: the only way past the tenant's door. */
export class PostgresLookup extends Lookup {
  constructor(private readonly database: DataSource) {
    super();
  }

  tenantBySlug(slug: string): Promise<{ id: string; slug: string; name: string } | null> {
    return this.one('SELECT * FROM eingang.find_tenant($1)', [storableText(slug)]);
  }

  tenants(): Promise<readonly { id: string; slug: string }[]> {
    return this.ask('SELECT * FROM eingang.list_tenants()', []);
  }

  apiKey(keyHash: string): Promise<FoundApiKey | null> {
    return this.one(
      `SELECT tenant_id AS "tenantId", id, scopes, channel_id AS "channelId", expires_at AS "expiresAt", revoked_at AS "revokedAt"
       FROM eingang.find_api_key($1)`,
      [keyHash],
    );
  }

  session(tokenHash: string): Promise<FoundSession | null> {
    return this.one(
      `SELECT tenant_id AS "tenantId", person_id AS "personId", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
              expires_at AS "expiresAt", factor_at AS "factorAt" FROM eingang.find_session($1)`,
      [tokenHash],
    );
  }

  tracking(tokenHash: string): Promise<{ tenantId: string; deliveryId: string; expiresAt: Date } | null> {
    return this.one(
      'SELECT tenant_id AS "tenantId", delivery_id AS "deliveryId", expires_at AS "expiresAt" FROM eingang.find_tracking($1)',
      [tokenHash],
    );
  }

  async dueWork(by: Date, limit: number): Promise<readonly Wake[]> {
    const rows = await this.ask<{ kind: WorkKind; tenant_id: string; id: string }>(
      'SELECT * FROM eingang.due_work($1, $2)',
      [by, limit],
    );
    return rows.map((row) => ({ kind: row.kind, tenantId: row.tenant_id, id: row.id }));
  }

  private async one<T>(statement: string, parameters: readonly unknown[]): Promise<T | null> {
    const rows = await this.ask<T>(statement, parameters);
    return rows[0] ?? null;
  }

  private ask<T>(statement: string, parameters: readonly unknown[]): Promise<T[]> {
    return this.database.query<T[]>(statement, [...parameters]).catch((error: unknown) => {
      throw translated(error);
    });
  }
}
