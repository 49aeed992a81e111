import type { EntityManager } from 'typeorm';
import type { SubjectInvoice, SubjectRecords, SupplierSubject } from '../../../pipeline/ports/subject-records.js';

/** How an invoice is found to concern the subject, and as whom: the first that holds. */
const MATCHES: Readonly<Record<SupplierSubject['by'], readonly (readonly [SubjectInvoice['as'], string])[]>> = {
  mail: [
    ['contact', `lower(i.model #>> '{seller,contact,email}') = lower($2)`],
    [
      'sender',
      `EXISTS (SELECT 1 FROM eingang.delivery_part p JOIN eingang.delivery d ON d.tenant_id = p.tenant_id AND d.id = p.delivery_id
               WHERE p.tenant_id = i.tenant_id AND p.invoice_id = i.id AND lower(d.sender) = lower($2))`,
    ],
  ],
  name: [
    ['seller', `lower(i.seller_name) = lower($2)`],
    ['contact', `lower(i.model #>> '{seller,contact,name}') = lower($2)`],
  ],
  vatId: [['seller', `upper(i.model #>> '{seller,vatId}') = upper($2)`]],
};

export class PostgresSubjectRecords implements SubjectRecords {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  invoicesOf({ by, value }: SupplierSubject, limit: number): Promise<readonly SubjectInvoice[]> {
    const roles = MATCHES[by].map(([as, condition]) => `WHEN ${condition} THEN '${as}'`).join(' ');
    return this.manager.query<SubjectInvoice[]>(
      `SELECT i.id, i.number, i.received_at AS "receivedAt", i.state, found.role AS "as",
         EXISTS (SELECT 1 FROM eingang.hand_over_item h WHERE h.tenant_id = i.tenant_id AND h.invoice_id = i.id) AS "handedOver"
       FROM eingang.invoice i CROSS JOIN LATERAL (SELECT CASE ${roles} END AS role) AS found
       WHERE i.tenant_id = $1 AND found.role IS NOT NULL ORDER BY i.received_at DESC, i.id LIMIT $3`,
      [this.tenantId, value, limit],
    );
  }

  deliveriesFrom(mail: string, limit: number): ReturnType<SubjectRecords['deliveriesFrom']> {
    return this.manager.query<{ number: string; receivedAt: Date }[]>(
      `SELECT number, received_at AS "receivedAt" FROM eingang.delivery
       WHERE tenant_id = $1 AND lower(sender) = lower($2) ORDER BY received_at DESC LIMIT $3`,
      [this.tenantId, mail, limit],
    );
  }

  subscriptionsOf(mail: string, limit: number): ReturnType<SubjectRecords['subscriptionsOf']> {
    return this.manager.query<{ askedAt: Date; endedAt: Date | null }[]>(
      `SELECT asked_at AS "askedAt", ended_at AS "endedAt" FROM eingang.subscription
       WHERE tenant_id = $1 AND lower(address) = lower($2) ORDER BY asked_at DESC LIMIT $3`,
      [this.tenantId, mail, limit],
    );
  }

  async countsOf(personId: string): Promise<{ readonly decisions: number; readonly events: number }> {
    const [row] = await this.manager.query<{ decisions: number; events: number }[]>(
      `SELECT (SELECT count(*)::integer FROM eingang.decision WHERE tenant_id = $1 AND person_id = $2) AS decisions,
         (SELECT count(*)::integer FROM eingang.audit_event
          WHERE tenant_id = $1 AND subject_kind = 'person' AND subject_id = $2) AS events`,
      [this.tenantId, personId],
    );
    return row ?? { decisions: 0, events: 0 };
  }
}
