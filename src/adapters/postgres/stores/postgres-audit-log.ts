import type { EntityManager } from 'typeorm';
import { link, type AuditEntry, type ChainHead, type ChainLink, type Sha256 } from '../../../domain/audit/chain.js';
import type { AuditLog, HistoryEvent } from '../../../pipeline/ports/tenant-door.js';
import { storable } from '../column-types.js';
import { AuditEventEntity, AuditHeadEntity, AuditPayloadEntity } from '../entities/audit.entities.js';

/** Writes events under the lock of their subject's head: one writer a chain, any number of chains at once. */
export class PostgresAuditLog implements AuditLog {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
    private readonly sha256: Sha256,
    private readonly salt: () => string,
  ) {}

  async append(entry: AuditEntry, at: Date): Promise<ChainLink> {
    const subject = { tenantId: this.tenantId, subjectKind: entry.subject.kind, subjectId: entry.subject.id };
    const head = await this.lockHead(subject);
    const payload = storable(entry.payload) as AuditEntry['payload'];
    const next = link(this.tenantId, { ...entry, payload }, head, at.toISOString(), this.salt(), this.sha256);
    const place = { ...subject, number: next.number };
    await this.manager.insert(AuditEventEntity, {
      ...place,
      event: entry.event,
      occurredAt: at,
      body: next.body,
      hash: next.hash,
    });
    if (next.payload)
      await this.manager.insert(AuditPayloadEntity, { ...place, salt: next.payload.salt, payload: next.payload.text });
    const written = { number: next.number, hash: next.hash, changedAt: at };
    if (head) await this.manager.update(AuditHeadEntity, subject, written);
    else await this.manager.insert(AuditHeadEntity, { ...subject, ...written });
    return next;
  }

  async history(
    kind: AuditEntry['subject']['kind'],
    id: string,
    after: number,
    limit: number,
  ): Promise<readonly HistoryEvent[]> {
    const rows = await this.manager.query<{ body: string; payload: string | null; occurred_at: Date }[]>(
      `SELECT e.body, e.occurred_at, p.payload FROM eingang.audit_event e
       LEFT JOIN eingang.audit_payload p USING (tenant_id, subject_kind, subject_id, number)
       WHERE e.tenant_id = $1 AND e.subject_kind = $2 AND e.subject_id = $3 AND e.number > $4 ORDER BY e.number LIMIT $5`,
      [this.tenantId, kind, id, after, limit],
    );
    return rows.map((row) => {
      const body = JSON.parse(row.body) as Pick<HistoryEvent, 'number' | 'event' | 'actor' | 'facts'>;
      const payload = row.payload === null ? null : (JSON.parse(row.payload) as Record<string, unknown>);
      return {
        number: body.number,
        event: body.event,
        occurredAt: row.occurred_at,
        actor: body.actor,
        facts: body.facts,
        payload,
      };
    });
  }

  private lockHead(subject: {
    tenantId: string;
    subjectKind: AuditHeadEntity['subjectKind'];
    subjectId: string;
  }): Promise<ChainHead | null> {
    return this.manager.findOne(AuditHeadEntity, {
      select: { tenantId: true, subjectKind: true, subjectId: true, number: true, hash: true },
      where: subject,
      lock: { mode: 'pessimistic_write' },
    });
  }
}
