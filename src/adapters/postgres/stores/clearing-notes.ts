import type { EntityManager } from 'typeorm';
import type { ClearingNote } from '../../../pipeline/ports/capture-records.js';

/** Whether the first of two persons has acted on the invoice `i`, by releasing its account or capturing it. */
export const WAITS_FOR_SECOND = `(EXISTS (SELECT 1 FROM eingang.decision d
    WHERE d.tenant_id = i.tenant_id AND d.invoice_id = i.id
      AND d.action = 'releaseAccount' AND d.progress = 'partial' AND d.voided_at IS NULL)
  OR EXISTS (SELECT 1 FROM eingang.capture n WHERE n.tenant_id = i.tenant_id AND n.invoice_id = i.id
      AND n.confirmed_by IS NULL AND NOT EXISTS (SELECT 1 FROM eingang.capture later
        WHERE later.tenant_id = n.tenant_id AND later.invoice_id = n.invoice_id AND later.version > n.version)))`;

/** All that may be among these, by indexes that hold nothing else. */
export const WAITING_FOR_SECOND = `(ARRAY(SELECT d.invoice_id FROM eingang.decision d WHERE d.tenant_id = :tenantId
    AND d.action = 'releaseAccount' AND d.progress = 'partial' AND d.voided_at IS NULL)
  || ARRAY(SELECT n.invoice_id FROM eingang.capture n WHERE n.tenant_id = :tenantId AND n.confirmed_by IS NULL))`;

/** What lists say of invoices that have to be cleared, beside the reason. */
export const clearingNotesOf = (
  manager: EntityManager,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<readonly ClearingNote[]> =>
  manager.query(
    `SELECT i.id AS "invoiceId", ${WAITS_FOR_SECOND} AS "waitsForSecond",
       c.terms ->> 'sellerName' AS "capturedSeller", c.terms ->> 'number' AS "capturedNumber",
       r.person_id AS "returnedBy", r.reason AS "returnReason"
     FROM eingang.invoice i
     LEFT JOIN LATERAL (SELECT terms FROM eingang.capture WHERE tenant_id = i.tenant_id AND invoice_id = i.id
       ORDER BY version DESC LIMIT 1) c ON true
     LEFT JOIN LATERAL (SELECT person_id, reason FROM eingang.decision WHERE tenant_id = i.tenant_id
       AND invoice_id = i.id AND action = 'sendToClarification' AND i.clarification_reason = 'sentByStaff'
       ORDER BY decided_at DESC LIMIT 1) r ON true
     WHERE i.tenant_id = $1 AND i.id = ANY($2) AND i.state = 'clarification'`,
    [tenantId, invoiceIds],
  );
