import type { EntityManager } from 'typeorm';
import type { InvoiceOrigin } from '../../../pipeline/ports/desk-records.js';

/** How an invoice came, and as which file. */
export interface StoredOrigin extends InvoiceOrigin {
  readonly invoiceId: string;
  readonly fileName: string;
}

/** Of each the first part that was this very file; its twins and supporting documents bear other names. */
export const originsOf = (
  manager: EntityManager,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<readonly StoredOrigin[]> =>
  manager.query<StoredOrigin[]>(
    `SELECT DISTINCT ON (i.id) i.id AS "invoiceId", p.file_name AS "fileName", d.id AS "deliveryId", d.number,
       c.kind AS "channelKind", d.sender, d.received_at AS "receivedAt", m.subject AS "mailSubject",
       (SELECT string_agg(address, ', ') FROM jsonb_array_elements_text(
         coalesce(m.envelope -> 'to', '[]') || coalesce(m.envelope -> 'cc', '[]')) AS address) AS "mailTo"
     FROM eingang.invoice i
     JOIN eingang.delivery_part p ON p.tenant_id = i.tenant_id AND p.invoice_id = i.id AND p.sha256 = i.original_sha256
     JOIN eingang.delivery d ON d.tenant_id = p.tenant_id AND d.id = p.delivery_id
     JOIN eingang.channel c ON c.tenant_id = d.tenant_id AND c.id = d.channel_id
     LEFT JOIN eingang.mail m ON m.tenant_id = d.tenant_id AND m.delivery_id = d.id
     WHERE i.tenant_id = $1 AND i.id = ANY($2::uuid[]) ORDER BY i.id, p.id`,
    [tenantId, invoiceIds],
  );
