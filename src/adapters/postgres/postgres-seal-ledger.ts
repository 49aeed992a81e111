import type { DataSource } from 'typeorm';
import type { ChainHead } from '../../domain/audit/chain.js';
import type { SubjectKind } from '../../domain/audit/events.js';
import type { Seal, SealedHead } from '../../domain/audit/seal.js';
import { SealLedger } from '../../pipeline/ports/seal-ledger.js';
import { SealEntity } from './entities/audit.entities.js';

interface HeadRow {
  readonly tenant_id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly number: number;
  readonly hash: string;
}

/** A head with the number of its events that no seal has seen yet. */
interface UnsealedRow extends HeadRow {
  readonly events: number;
}

interface SealRow extends ChainHead {
  readonly sealed_at: Date;
  readonly body: string;
  readonly signature: string;
  readonly key_id: string;
}

/** Seals above all tenants, through the definer functions: the application's role may read seals, not change them. */
export class PostgresSealLedger extends SealLedger {
  constructor(private readonly database: DataSource) {
    super();
  }

  sealNext(
    limit: number,
    make: (heads: readonly SealedHead[], previous: Seal | null) => Seal | null,
  ): Promise<Seal | null> {
    return this.database.transaction(async (manager) => {
      // The lock comes first: heads read before it could have been sealed by another process meanwhile.
      const [last] = await manager.query<SealRow[]>('SELECT * FROM eingang.last_seal_for_update()');
      const rows = await manager.query<UnsealedRow[]>('SELECT * FROM eingang.unsealed_heads($1)', [limit]);
      const heads = withEventsUpTo(limit, rows).map(headOf);
      const seal = make(heads, last ? sealOf(last) : null);
      if (!seal) return null;
      const members = heads.map((head) => ({
        tenant: head.tenantId,
        ...head.subject,
        number: head.number,
        hash: head.hash,
      }));
      await manager.query('SELECT eingang.write_seal($1, $2, $3, $4, $5, $6, $7)', [
        seal.number,
        seal.sealedAt,
        seal.body,
        seal.hash,
        seal.signature,
        seal.keyId,
        JSON.stringify(members),
      ]);
      return seal;
    });
  }

  async unsealedEvents(): Promise<number> {
    const [row] = await this.database.query<{ events: string }[]>('SELECT eingang.unsealed_events() AS events');
    return Number(row?.events ?? 0);
  }

  async seals(after: number, limit: number): Promise<readonly Seal[]> {
    const rows = await this.database
      .createQueryBuilder(SealEntity, 's')
      .where('s.number > :after', { after })
      .orderBy('s.number', 'ASC')
      .limit(limit)
      .getMany();
    return rows.map((row) => ({ ...row, sealedAt: row.sealedAt.toISOString() }));
  }

  async members(sealNumber: number): Promise<readonly SealedHead[]> {
    const rows = await this.database.query<HeadRow[]>('SELECT * FROM eingang.seal_members($1)', [sealNumber]);
    return rows.map(headOf);
  }
}

const sealOf = ({ number, hash, body, signature, sealed_at, key_id }: SealRow): Seal => ({
  ...{ number, hash, body, signature },
  ...{ sealedAt: sealed_at.toISOString(), keyId: key_id },
});

/** The first rows that have at most so many events together; the very first in any case. */
function withEventsUpTo(limit: number, rows: readonly UnsealedRow[]): readonly UnsealedRow[] {
  let events = 0;
  return rows.filter((row, index) => (events += row.events) <= limit || index === 0);
}

const headOf = (row: HeadRow): SealedHead => ({
  tenantId: row.tenant_id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  number: row.number,
  hash: row.hash,
});
