import type { EntityManager } from 'typeorm';
import type { SupplierAccount, SupplierRecords } from '../../../pipeline/ports/supplier-records.js';
import { storableRow } from '../column-types.js';
import { SupplierAccountEntity } from '../entities/invoice.entities.js';

export class PostgresSupplierRecords implements SupplierRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async findOrAdd(supplier: {
    id: string;
    matchKey: string;
    name: string;
    vatId: string | null;
    at: Date;
  }): Promise<string> {
    const { name, vatId } = storableRow({ name: supplier.name, vatId: supplier.vatId });
    // The update that changes nothing takes the row's lock, so that two first invoices of one seller wait for each other.
    const [row] = await this.manager.query<{ id: string }[]>(
      `INSERT INTO eingang.supplier (tenant_id, id, match_key, name, vat_id, first_seen) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, match_key) DO UPDATE SET match_key = excluded.match_key RETURNING id`,
      [this.tenantId, supplier.id, supplier.matchKey, name, vatId, supplier.at],
    );
    return row?.id ?? supplier.id;
  }

  async accounts(supplierId: string): Promise<readonly SupplierAccount[]> {
    const rows = await this.manager.findBy(SupplierAccountEntity, { tenantId: this.tenantId, supplierId });
    return rows.map((row) => ({ iban: row.iban, firstSeen: row.firstSeen, released: row.releasedAt !== null }));
  }

  async noteAccount(supplierId: string, iban: string, at: Date, released: boolean): Promise<void> {
    await this.manager.query(
      `INSERT INTO eingang.supplier_account AS a (tenant_id, supplier_id, iban, first_seen, last_seen, released_at)
       VALUES ($1, $2, $3, $4, $4, CASE WHEN $5 THEN $4::timestamptz END)
       ON CONFLICT (tenant_id, supplier_id, iban)
       DO UPDATE SET last_seen = excluded.last_seen, released_at = coalesce(a.released_at, excluded.released_at)`,
      [this.tenantId, supplierId, iban, at, released],
    );
  }
}
