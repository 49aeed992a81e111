import type { DataSource, EntityManager } from 'typeorm';
import type { ChainHead } from '../../domain/audit/chain.js';
import type { SubjectKind } from '../../domain/audit/events.js';
import type { StoredEvent } from '../../domain/audit/verify.js';
import { AuditReader, type ChainRecord } from '../../pipeline/ports/seal-ledger.js';
import { inTenantTransaction } from './postgres-tenant-door.js';

interface SubjectRow {
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
}

interface EventRow extends SubjectRow {
  readonly number: number;
  readonly event: string;
  readonly occurred_at: Date;
  readonly body: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly payload: string | null;
}

interface SealedRow extends SubjectRow, ChainHead {
  readonly seal: number;
}

interface SubjectState extends SubjectRow {
  readonly number: number | null;
  readonly hash: string | null;
  readonly state: string | null;
  readonly original_sha256: string | null;
}

const lowestId = '00000000-0000-0000-0000-000000000000';

/** Chains read together; each page is one consistent snapshot of events, heads, seals and states. */
const chainsPerPage = 500;

/** Reads a tenant's log page by page. A subject counts if it has an event, a head, a seal's memory or an invoice's row. */
export class PostgresAuditReader extends AuditReader {
  constructor(private readonly database: DataSource) {
    super();
  }

  async *chains(tenantId: string): AsyncIterable<ChainRecord> {
    let next = this.page(tenantId, null);
    for (;;) {
      const page: readonly ChainRecord[] = await next;
      const last = page.at(-1);
      if (last === undefined) return;
      // The server reads the next page while this one is verified: both have about the same to do.
      next = this.page(tenantId, { subject_kind: last.subject.kind, subject_id: last.subject.id });
      // A failure is told by the next turn; whoever stops before it closes the database soon after.
      const read = next.catch(() => undefined);
      try {
        yield* page;
      } finally {
        await read;
      }
    }
  }

  async chain(tenantId: string, { kind, id }: ChainRecord['subject']): Promise<ChainRecord> {
    const only = { subject_kind: kind, subject_id: id };
    const read = async (manager: EntityManager): Promise<readonly ChainRecord[]> =>
      recordsOf(manager, tenantId, await manager.query<SubjectState[]>(subjectAlone, [tenantId, kind, id]));
    const [record] = await inTenantTransaction(this.database, tenantId, read, 'REPEATABLE READ');
    return record ?? recordOf(tenantId, { ...only, ...unknownState }, [], []);
  }

  private page(tenantId: string, after: SubjectRow | null): Promise<readonly ChainRecord[]> {
    const read = async (manager: EntityManager): Promise<readonly ChainRecord[]> =>
      recordsOf(manager, tenantId, await subjectsAfter(manager, tenantId, after));
    return inTenantTransaction(this.database, tenantId, read, 'REPEATABLE READ');
  }
}

const unknownState = { number: null, hash: null, state: null, original_sha256: null };

async function recordsOf(
  manager: EntityManager,
  tenantId: string,
  subjects: readonly SubjectState[],
): Promise<readonly ChainRecord[]> {
  const keys = [tenantId, subjects.map((one) => one.subject_kind), subjects.map((one) => one.subject_id)];
  const events = groupBySubject(await manager.query<EventRow[]>(eventsOf, keys));
  const sealed = groupBySubject(await manager.query<SealedRow[]>(sealedOf, keys));
  return subjects.map((subject) =>
    recordOf(tenantId, subject, events.get(keyOf(subject)) ?? [], sealed.get(keyOf(subject)) ?? []),
  );
}

const recordOf = (
  tenantId: string,
  subject: SubjectState,
  events: readonly EventRow[],
  sealed: readonly SealedRow[],
): ChainRecord => ({
  tenantId,
  subject: { kind: subject.subject_kind, id: subject.subject_id },
  events: events.map((row) => storedEvent(tenantId, row)),
  head: subject.number === null || subject.hash === null ? null : { number: subject.number, hash: subject.hash },
  sealed: sealed.map(({ number, hash, seal }) => ({ number, hash, seal })),
  invoice:
    subject.state === null || subject.original_sha256 === null
      ? null
      : { state: subject.state, originalSha256: subject.original_sha256 },
});

function subjectsAfter(manager: EntityManager, tenantId: string, after: SubjectRow | null): Promise<SubjectState[]> {
  const from = [tenantId, after?.subject_kind ?? '', after?.subject_id ?? lowestId, chainsPerPage];
  return manager.query<SubjectState[]>(subjectsFrom, from);
}

const stateOfSubjects = `
  SELECT s.subject_kind, s.subject_id, h.number, h.hash, i.state, i.original_sha256 FROM s
  LEFT JOIN eingang.audit_head h ON h.tenant_id = $1 AND h.subject_kind = s.subject_kind AND h.subject_id = s.subject_id
  LEFT JOIN eingang.invoice i ON i.tenant_id = $1 AND s.subject_kind = 'invoice' AND i.id = s.subject_id`;

const subjectAlone = `WITH s AS (SELECT $2::text AS subject_kind, $3::uuid AS subject_id) ${stateOfSubjects}`;

/** Each source hands out its next subjects along its own index: a page costs the same wherever it lies. */
const subjectsIn = (table: string): string =>
  `(SELECT DISTINCT subject_kind, subject_id FROM eingang.${table}
    WHERE tenant_id = $1 AND (subject_kind, subject_id) > ($2, $3::uuid) ORDER BY subject_kind, subject_id LIMIT $4)`;

const subjectsFrom = `
  WITH s AS (
    SELECT subject_kind, subject_id FROM (
      ${['audit_head', 'audit_event', 'seal_member'].map(subjectsIn).join(' UNION ')} UNION
      (SELECT 'invoice', id FROM eingang.invoice
       WHERE tenant_id = $1 AND $2 <= 'invoice' AND id > CASE WHEN $2 = 'invoice' THEN $3::uuid ELSE '${lowestId}' END
       ORDER BY id LIMIT $4)
    ) AS found ORDER BY subject_kind, subject_id LIMIT $4
  ) ${stateOfSubjects} ORDER BY s.subject_kind, s.subject_id`;

const eventsOf = `
  SELECT e.subject_kind, e.subject_id, e.number, e.event, e.occurred_at, e.body, e.hash, p.salt, p.payload
  FROM unnest($2::text[], $3::uuid[]) AS k (subject_kind, subject_id)
  JOIN eingang.audit_event e ON e.tenant_id = $1 AND e.subject_kind = k.subject_kind AND e.subject_id = k.subject_id
  LEFT JOIN eingang.audit_payload p
    ON p.tenant_id = $1 AND p.subject_kind = e.subject_kind AND p.subject_id = e.subject_id AND p.number = e.number
  ORDER BY e.subject_kind, e.subject_id, e.number`;

const sealedOf = `
  SELECT m.subject_kind, m.subject_id, m.number, m.hash, m.seal_number AS seal
  FROM unnest($2::text[], $3::uuid[]) AS k (subject_kind, subject_id)
  JOIN eingang.seal_member m ON m.tenant_id = $1 AND m.subject_kind = k.subject_kind AND m.subject_id = k.subject_id
  ORDER BY m.number`;

function groupBySubject<T extends SubjectRow>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const keyOf = (row: SubjectRow): string => `${row.subject_kind} ${row.subject_id}`;

const storedEvent = (tenantId: string, row: EventRow): StoredEvent => ({
  tenantId,
  subject: { kind: row.subject_kind, id: row.subject_id },
  number: row.number,
  event: row.event,
  occurredAt: row.occurred_at.toISOString(),
  body: row.body,
  hash: row.hash,
  payload: row.salt === null || row.payload === null ? null : { salt: row.salt, text: row.payload },
});
