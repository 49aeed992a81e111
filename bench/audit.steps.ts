import { createHash } from 'node:crypto';

/** Events of each generated invoice. */
export const eventsOfInvoice = 8;
export const tenantId = '018f0000-0000-7000-8000-000000000001';

const original = Buffer.from('<Invoice/>');
const originalName = createHash('sha256').update(original).digest('hex');

/** A body as `link` writes it; every second event has a payload. */
const eventStep = (number: number): string => `
  INSERT INTO audit_event (tenant_id, subject_kind, subject_id, number, event, occurred_at, body, hash)
  SELECT '${tenantId}', 'invoice', id, ${number}, name, at, body, encode(sha256(convert_to(body, 'UTF8')), 'hex')
  FROM (SELECT id, name, at, '{"actor":{"id":"' || md5(id::text) || '","kind":"person"},"at":"'
      || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","event":"' || name || '","facts":{"sha256":"${originalName}","to":"routed"},"number":${number},"payload":'
      || ${number % 2 === 0 ? `'"' || encode(sha256(convert_to(salt || E'\\n' || '${payload}', 'UTF8')), 'hex') || '"'` : `'null'`}
      || ',"previous":' || ${number === 1 ? `'null'` : `'"' || before || '"'`}
      || ',"subject":{"id":"' || id || '","kind":"invoice"},"tenant":"${tenantId}","v":1}' AS body
    FROM (SELECT i.id, CASE ${number} WHEN 1 THEN 'invoice.received' ELSE 'invoice.routed' END AS name, i.received_at + interval '${number} minutes' AS at,
        repeat(md5(i.id::text), 2) AS salt, ${number === 1 ? 'NULL' : 'e.hash'} AS before
      FROM invoice i ${number === 1 ? '' : `JOIN audit_event e ON e.subject_id = i.id AND e.number = ${number - 1}`} OFFSET 0) x OFFSET 0) y`;

const payload = '{"reason":"so wie vereinbart"}';

const payloadStep = `
  INSERT INTO audit_payload (tenant_id, subject_kind, subject_id, number, salt, payload)
  SELECT tenant_id, 'invoice', subject_id, number, repeat(md5(subject_id::text), 2), '${payload}' FROM audit_event WHERE number % 2 = 0`;

const headStep = `
  INSERT INTO audit_head (tenant_id, subject_kind, subject_id, number, hash, changed_at)
  SELECT tenant_id, subject_kind, subject_id, number, hash, occurred_at FROM audit_event WHERE number = ${eventsOfInvoice}`;

/** The statements that fill an empty database, as a superuser whose session lets triggers sleep. */
export const auditSteps = (invoices: number): readonly string[] => [
  `SET search_path = eingang; SET session_replication_role = replica; SET work_mem = '256MB'`,
  `INSERT INTO tenant (id, slug, name, created_at) VALUES ('${tenantId}', 'stadt', 'Stadt', now())`,
  `INSERT INTO original (tenant_id, sha256, size_bytes, kept_at) VALUES ('${tenantId}', '${originalName}', ${original.length}, now())`,
  `INSERT INTO original_bytes (tenant_id, sha256, bytes) VALUES ('${tenantId}', '${originalName}', '\\x${original.toString('hex')}')`,
  `INSERT INTO invoice (tenant_id, id, original_sha256, received_at, state, state_since, event_number, department_id, file_name)
   SELECT '${tenantId}', id, '${originalName}', now() - n * interval '1 minute', 'routed', now(), ${eventsOfInvoice}, '${tenantId}', 'a.xml'
   FROM (SELECT n, md5('invoice' || n)::uuid AS id FROM generate_series(1, ${invoices}) n) made ORDER BY id`,
  'ANALYZE invoice',
  ...Array.from({ length: eventsOfInvoice }, (_, index) => [eventStep(index + 1), 'ANALYZE audit_event']).flat(),
  payloadStep,
  headStep,
  'ANALYZE',
];
