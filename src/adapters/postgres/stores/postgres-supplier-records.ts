import type { EntityManager } from 'typeorm';
import type { SupplierKeys } from '../../../domain/invoice/supplier-key.js';
import type { SupplierAccount, SupplierRecords } from '../../../pipeline/ports/supplier-records.js';
import { storableRow } from '../column-types.js';
import { SupplierAccountEntity, SupplierEntity, SupplierNameAccountEntity } from '../entities/invoice.entities.js';

export class PostgresSupplierRecords implements SupplierRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  async findOrAdd(supplier: {
    id: string;
    keys: SupplierKeys;
    name: string;
    vatId: string | null;
    at: Date;
  }): Promise<readonly [string, ...string[]]> {
    await this.lock(supplier.keys.all);
    const known = await this.under(supplier.keys);
    const first = known[0]?.id ?? supplier.id;
    if (known.length === 0) {
      const { id, name, vatId, at: firstSeen } = storableRow(supplier);
      await this.manager.insert(SupplierEntity, { tenantId: this.tenantId, id, name, vatId, firstSeen });
    }
    await this.manager.query(
      `INSERT INTO eingang.supplier_key (tenant_id, match_key, supplier_id) SELECT $1, key, $2 FROM unnest($3::text[]) AS key
       ON CONFLICT DO NOTHING`,
      [this.tenantId, first, supplier.keys.all.filter((key) => !known.some((one) => one.key === key))],
    );
    return [first, ...new Set(known.map(({ id }) => id).filter((id) => id !== first))];
  }

  async known(keys: SupplierKeys): Promise<readonly string[]> {
    return [...new Set((await this.under(keys)).map(({ id }) => id))];
  }

  private under(keys: SupplierKeys): Promise<{ key: string; id: string }[]> {
    return this.manager.query<{ key: string; id: string }[]>(
      `SELECT k.match_key AS key, s.id FROM eingang.supplier_key k
       JOIN eingang.supplier s ON s.tenant_id = k.tenant_id AND s.id = k.supplier_id
       WHERE k.tenant_id = $1 AND k.match_key = ANY ($2::text[])
       ORDER BY array_position($2::text[], k.match_key), s.first_seen, s.id`,
      [this.tenantId, keys.identifying],
    );
  }

  /** Two first invoices of one seller wait for each other; always in one order, so that no two wait in a ring. */
  private async lock(keys: readonly string[]): Promise<void> {
    await this.manager.query(
      `SELECT pg_advisory_xact_lock(hash) FROM (
         SELECT DISTINCT hashtextextended('supplier ' || $1 || ' ' || key, 0) AS hash FROM unnest($2::text[]) AS key ORDER BY hash
       ) AS in_order`,
      [this.tenantId, keys],
    );
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

  async accountsOfName(nameKey: string): Promise<readonly SupplierAccount[]> {
    const rows = await this.manager.findBy(SupplierNameAccountEntity, { tenantId: this.tenantId, nameKey });
    return rows.map(({ iban, firstSeen }) => ({ iban, firstSeen, released: true }));
  }

  async noteAccountOfName(nameKey: string, iban: string, at: Date): Promise<void> {
    const row = { tenantId: this.tenantId, nameKey, iban, firstSeen: at };
    await this.manager.createQueryBuilder().insert().into(SupplierNameAccountEntity).values(row).orIgnore().execute();
  }
}
