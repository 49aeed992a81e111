import type { EntityManager } from 'typeorm';
import type { ClearingNote } from '../../../pipeline/ports/capture-records.js';

/** What takes two persons in clearing; the first of them has done it while it is `partial`. */
export const TWO_PERSON_DEEDS: readonly string[] = ['releaseAccount', 'capture'];

/** Whether the first of two persons has acted on the invoice `i` and the second has not. */
export const waitsForSecond = (parameter: string): string =>
  `EXISTS (SELECT 1 FROM eingang.decision d WHERE d.tenant_id = i.tenant_id AND d.invoice_id = i.id
     AND d.voided_at IS NULL AND d.progress = 'partial' AND d.action = ANY(${parameter}))`;

/** What lists say of invoices that have to be cleared, beside the reason. */
export const clearingNotesOf = (
  manager: EntityManager,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<readonly ClearingNote[]> =>
  manager.query(
    `SELECT i.id AS "invoiceId", ${waitsForSecond('$3')} AS "waitsForSecond",
       c.terms ->> 'sellerName' AS "capturedSeller", c.terms ->> 'number' AS "capturedNumber",
       r.person_id AS "returnedBy", r.reason AS "returnReason"
     FROM eingang.invoice i
     LEFT JOIN LATERAL (SELECT terms FROM eingang.capture WHERE tenant_id = i.tenant_id AND invoice_id = i.id
       ORDER BY version DESC LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT person_id, reason FROM eingang.decision WHERE tenant_id = i.tenant_id
       AND invoice_id = i.id AND action = 'sendToClarification' AND i.clarification_reason = 'sentByStaff'
       ORDER BY decided_at DESC LIMIT 1) r ON true
     WHERE i.tenant_id = $1 AND i.id = ANY($2) AND i.state = 'clarification'`,
    [tenantId, invoiceIds, TWO_PERSON_DEEDS],
  );
