/** How many invoices, and what makes them the same ones each time. */
export interface Wanted {
  readonly invoices: number;
  readonly seed: number;
}

/** What grows with the number of invoices. */
export const largeTables = [
  ...['original', 'delivery', 'delivery_part', 'audit_event', 'audit_head', 'audit_payload', 'invoice'],
  ...['invoice_search', 'invoice_report', 'payment_instruction', 'decision'],
] as const;

export const smallTables = [
  ...['tenant', 'department', 'person', 'person_grant', 'channel', 'api_key', 'supplier'],
] as const;

const tenants = 50;
const departments = 12;
const people = 30;

const listOf = (words: string): string => `ARRAY['${words.split(' ').join("', '")}']`;
const names = listOf(
  'Müller Schmidt Schröder Berg König Jäger Weiß Hübner Krämer Vogel Nowak Günther Brandt Kühn Böhm',
);
const trades = listOf(
  'Bürobedarf Elektrotechnik Gebäudereinigung Straßenbau Gartenbau Heizungsbau Druckerei Softwarehaus Schlüsseldienst Tischlerei',
);
const places = listOf('Auenfurt Neustadt Grünberg Lindenau Ostheim Weiler Kirchdorf Seehausen');
const wares = listOf(
  'Druckerpapier Toner Wartungsvertrag Fensterreinigung Streusalz Schulmöbel Aktenordner Heizöl Winterdienst Lizenzgebühr ' +
    'Notebook Schließanlage Baumpflege Sanitärreparatur Hausmeisterdienst Kopierpapier Prüfprotokoll Möbeltransport Serverschrank Beleuchtung',
);
const states = {
  open: 'routed routed routed routed routed routed routed routed routed in_review in_review in_review in_review query confirmed confirmed confirmed approved claimed clarification',
  ended:
    'paid paid paid paid paid paid paid paid paid paid paid paid paid paid paid handed_over rejected declined duplicate paid_reduced',
} as const;
const reasons = listOf(
  'leitwegIdMissing leitwegIdUnknown suspectedDuplicate accountChanged noRuleMatched otherInvoice',
);

/** Of each state the event that brings it and the states before it, so that five events fall on an invoice. */
const ways = `(VALUES ('routed', 'received examined routed'), ('in_review', 'received routed in_review'),
  ('query', 'received routed in_review query'), ('confirmed', 'received routed in_review confirmed confirmed'),
  ('approved', 'received routed in_review confirmed approved'), ('claimed', 'received routed in_review confirmed approved claimed'),
  ('clarification', 'received clarification'), ('handed_over', 'received routed in_review confirmed approved handed_over'),
  ('paid', 'received routed in_review confirmed approved paid'), ('paid_reduced', 'received routed in_review confirmed approved paid_reduced'),
  ('rejected', 'received rejected'), ('declined', 'received routed in_review declined'), ('duplicate', 'received clarification duplicate')
  ) AS w (way_state, way)`;
const eventNames = `'{"received": "received", "routed": "routed", "in_review": "claimed", "query": "asked", "confirmed": "confirmedArithmetical",
  "approved": "ordered", "claimed": "claimedForPayment", "clarification": "sentToClarification", "handed_over": "handedOver", "paid": "paid",
  "paid_reduced": "paidReduced", "rejected": "rejected", "declined": "declined", "duplicate": "markedDuplicate", "examined": "papersCameLater"}'::jsonb`;
const longestWay = 6;

/** Chance that is the same each time, ids made of it, and the folding of `foldedName` for the letters used here. */
export const helpers = ({ seed }: Wanted): readonly string[] => [
  'CREATE SCHEMA generated',
  `CREATE FUNCTION generated.pick(n bigint, about text, below bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS
     'SELECT (hashint8extended(n, hashtextextended(about, ${seed})) & 9223372036854775807) % below'`,
  `CREATE FUNCTION generated.share(n bigint, about text) RETURNS float8 IMMUTABLE LANGUAGE sql AS
     'SELECT generated.pick(n, about, 1000000) / 1e6::float8'`,
  `CREATE FUNCTION generated.id(about text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS
     $$SELECT md5('${seed} ' || about || n)::uuid$$`,
  `CREATE FUNCTION generated.folded(t text) RETURNS text IMMUTABLE LANGUAGE sql AS
     $$SELECT regexp_replace(replace(translate(lower(t), 'äöü', 'aou'), 'ß', 'ss'), '[^a-z0-9 ]', '', 'g')$$`,
  `CREATE FUNCTION generated.transcribed(t text) RETURNS text IMMUTABLE LANGUAGE sql AS
     $$SELECT CASE WHEN lower(t) ~ '[äöü]' THEN generated.folded(replace(replace(replace(lower(t), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')) ELSE '' END$$`,
];

/** The statements in their order: who there is, and what becomes of each invoice. Then `rowSteps`. */
export const planningSteps = (wanted: Wanted): readonly string[] => [...townSteps, ...planSteps(wanted)];

const townSteps = [
  `INSERT INTO tenant (id, slug, name, created_at)
   SELECT generated.id('tenant', t), 'stadt-' || t, 'Stadt ' || t, now() - interval '6 years' FROM generate_series(0, ${tenants - 1}) t`,
  `INSERT INTO department (tenant_id, id, code, name, created_at)
   SELECT generated.id('tenant', t), generated.id('department', t * 100 + d), 'A' || lpad(d::text, 2, '0'), 'Amt ' || d, now() - interval '6 years'
   FROM generate_series(0, ${tenants - 1}) t, generate_series(0, ${departments - 1}) d`,
  `INSERT INTO person (tenant_id, id, login, display_name, password_hash, created_at)
   SELECT generated.id('tenant', t), generated.id('person', t * 100 + p), 'p' || lpad(p::text, 2, '0'), 'Person ' || p, '-', now() - interval '6 years'
   FROM generate_series(0, ${tenants - 1}) t, generate_series(0, ${people - 1}) p`,
  `INSERT INTO person_grant (tenant_id, id, person_id, role, department_id, limit_cents, valid_from, proposed_by, proposed_at, confirmed_by, confirmed_at)
   SELECT generated.id('tenant', t), generated.id('grant' || role, t * 100 + p), generated.id('person', t * 100 + p), role,
     CASE WHEN p IN (1, 2) THEN NULL ELSE generated.id('department', t * 100 + p % ${departments}) END, CASE WHEN p = 1 THEN 500000 END,
     date '2020-01-01', generated.id('person', t * 100 + ${people - 1}), now() - interval '6 years',
     generated.id('person', t * 100 + ${people - 2}), now() - interval '6 years'
   FROM generate_series(0, ${tenants - 1}) t, generate_series(0, ${people - 3}) p,
     unnest(CASE p WHEN 1 THEN ARRAY['orderer'] WHEN 2 THEN ARRAY['intake'] ELSE ARRAY['factualConfirmer', 'arithmeticalConfirmer'] END) AS role`,
  `INSERT INTO channel (tenant_id, id, kind, name, created_at)
   SELECT generated.id('tenant', t), generated.id('channel', t), 'api', 'API', now() - interval '6 years' FROM generate_series(0, ${tenants - 1}) t`,
  `INSERT INTO api_key (tenant_id, id, name, scopes, key_hash, channel_id, created_at, expires_at)
   SELECT generated.id('tenant', t), generated.id('key', t), 'Finanzverfahren', '{handOver,read}', encode(sha256(('key' || t)::bytea), 'hex'),
     generated.id('channel', t), now() - interval '6 years', now() + interval '1 year' FROM generate_series(0, ${tenants - 1}) t`,
] as const;

const sellersOf = (t: string, invoices: number): string =>
  `(CASE ${t} WHEN 0 THEN greatest(60, ${invoices} / 250) ELSE greatest(10, ${invoices} / 5000) END)`;
const textsOf = (t: string): string => `(CASE ${t} WHEN 0 THEN 400 ELSE 40 END)`;

/**
 * What an expression is made of stands behind OFFSET 0 where it is used more than once: otherwise it is reckoned as often.
 */
/** One row an invoice with all that is drawn by lot; sellers and wares with their share of the search's text. */
const planSteps = ({ invoices }: Wanted): readonly string[] => [
  `CREATE UNLOGGED TABLE generated.sellers AS
   SELECT t, s, generated.id('tenant', t) AS tenant_id, generated.id('supplier', t * 1000000 + s) AS id, name,
     replace(generated.folded(name), ' ', '') AS folded, generated.transcribed(name) AS transcribed,
     search_grams(generated.id('tenant', t), replace(generated.folded(name), ' ', '') || '|' || generated.transcribed(name)) AS grams
   FROM generate_series(0, ${tenants - 1}) t, generate_series(0, ${sellersOf('t', invoices)}) s,
     LATERAL (SELECT (${names})[1 + generated.pick(s, 'name', 15)] || ' ' || (${trades})[1 + generated.pick(s, 'trade', 10)] || ' '
       || (${places})[1 + generated.pick(s, 'place', 8)] || ' ' || s % 97 || ' GmbH' AS name OFFSET 0) n`,
  `INSERT INTO supplier (tenant_id, id, name, vat_id, first_seen) SELECT tenant_id, id, name, 'DE' || s, now() - interval '6 years' FROM generated.sellers`,
  `CREATE UNLOGGED TABLE generated.texts AS
   SELECT t, n AS w, text, transcribed, search_grams(generated.id('tenant', t), text || '|' || transcribed) AS grams
   FROM generate_series(0, ${tenants - 1}) t, generate_series(0, ${textsOf('t')} - 1) n,
     LATERAL (SELECT (${wares})[1 + n % 20] || ' ' || (${wares})[1 + n / 20] || ' gemäß Vereinbarung für ' || (${places})[1 + n % 8] || ' Los ' || n AS words OFFSET 0) x,
     LATERAL (SELECT generated.folded(words) AS text, generated.transcribed(words) AS transcribed) y`,
  `CREATE UNLOGGED TABLE generated.made AS
   SELECT n, t, generated.id('tenant', t) AS tenant_id, generated.id('invoice', n) AS id, generated.id('delivery', n) AS delivery_id,
     encode(sha256(('original' || n)::bytea), 'hex') AS sha256, state, string_to_array(way, ' ') AS way, received_at, is_open,
     least(received_at + generated.share(n, 'since') * interval '20 days', now()) AS state_since,
     CASE WHEN state IN ('clarification', 'rejected', 'duplicate') THEN NULL
       ELSE generated.id('department', t * 100 + floor(${departments} * generated.share(n, 'department') ^ 2)::int) END AS department_id,
     generated.id('person', t * 100 + 3 + generated.pick(n, 'person', 25)) AS person_id, s,
     (ARRAY['RE-', 'R', '', 'AR/'])[1 + s % 4] || extract(year FROM received_at) || (ARRAY['-', '/', '-', '/'])[1 + s % 4] || lpad(n::text, 7, '0') AS number,
     CASE WHEN generated.share(n, 'order') < 0.6 THEN 'B-' || generated.pick(n, 'order number', 90000000) END AS order_reference,
     generated.pick(n, 'ware', ${textsOf('t')}) AS w, (1000 + 5000000 * generated.share(n, 'gross') ^ 4)::bigint AS cents, received_at::date - 2 AS issue_date,
     CASE WHEN generated.share(n, 'due') < 0.9 THEN received_at::date + 12 + 16 * generated.pick(n, 'term', 2)::int END AS due_date,
     CASE WHEN generated.share(n, 'skonto') < 0.3 THEN received_at::date + 12 END AS skonto_until
   FROM (SELECT n, t, u < CASE t WHEN 0 THEN 0.5 ELSE 0.05 END AS is_open FROM generate_series(1::bigint, ${invoices}) n,
       LATERAL (SELECT CASE WHEN generated.share(n, 'town') < 0.4 THEN 0 ELSE 1 + floor(${tenants - 1} * generated.share(n, 'which') ^ 2)::int END AS t,
         generated.share(n, 'open') AS u OFFSET 0) town OFFSET 0) a,
     LATERAL (SELECT CASE WHEN is_open THEN (${listOf(states.open)})[1 + generated.pick(n, 'state', 20)]
         ELSE (${listOf(states.ended)})[1 + generated.pick(n, 'state', 20)] END AS state,
       now() - generated.share(n, 'received') * CASE WHEN is_open THEN interval '120 days' ELSE interval '1800 days' END AS received_at,
       floor(${sellersOf('t', invoices)} * generated.share(n, 'seller') ^ 2)::int AS s OFFSET 0) b
     JOIN ${ways} ON way_state = state
   ORDER BY tenant_id, id`,
  'ANALYZE generated.made, generated.sellers, generated.texts',
];

/** The chain of an invoice's events in one go: each body names the hash of the one before, as `link` writes it. */
const chained = Array.from(
  { length: longestWay },
  (
    _,
    index,
  ) => `LATERAL (SELECT at${index}, body${index}, encode(sha256(convert_to(body${index}, 'UTF8')), 'hex') AS hash${index}
    FROM (SELECT received_at + ${index} * (state_since - received_at) / ${longestWay} AS at${index} OFFSET 0) x,
    LATERAL (SELECT '{"actor":{"id":"worker","kind":"system"},"at":"' || to_char(at${index} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","event":"invoice.' || coalesce(${eventNames} ->> way[${index + 1}], '') || '","facts":{"to":"' || coalesce(way[${index + 1}], '')
      || '"},"number":${index + 1},"payload":null,"previous":' || ${index === 0 ? `'null'` : `'"' || hash${index - 1} || '"'`}
      || ',"subject":{"id":"' || id || '","kind":"invoice"},"tenant":"' || tenant_id || '","v":1}' AS body${index} OFFSET 0) y OFFSET 0) z${index}`,
).join(', ');
const each = (what: string): string => Array.from({ length: longestWay }, (_, index) => `${what}${index}`).join(', ');

const eventSteps = [
  `INSERT INTO audit_event (tenant_id, subject_kind, subject_id, number, event, occurred_at, body, hash)
   SELECT tenant_id, 'invoice', id, number, 'invoice.' || (${eventNames} ->> way[number]), at, body, hash
   FROM (SELECT tenant_id, id, way, ARRAY[${each('at')}] AS ats, ARRAY[${each('body')}] AS bodies, ARRAY[${each('hash')}] AS hashes FROM generated.made, ${chained}) c,
     unnest(ats, bodies, hashes) WITH ORDINALITY AS e (at, body, hash, number) WHERE number <= cardinality(way)`,
  `INSERT INTO audit_head (tenant_id, subject_kind, subject_id, number, hash, sealed_number, changed_at)
   SELECT e.tenant_id, 'invoice', e.subject_id, e.number, e.hash, e.number, e.occurred_at FROM audit_event e
   JOIN generated.made m ON m.id = e.subject_id AND cardinality(m.way) = e.number`,
  `INSERT INTO audit_payload (tenant_id, subject_kind, subject_id, number, salt, payload)
   SELECT tenant_id, 'invoice', id, 1, encode(sha256(n::text::bytea), 'hex'), '{"fileName":"' || number || '.xml"}' FROM generated.made WHERE n % 2 = 0`,
] as const;

const invoiceSteps = [
  `INSERT INTO original (tenant_id, sha256, size_bytes, kept_at) SELECT tenant_id, sha256, 12000, received_at FROM generated.made ORDER BY tenant_id, sha256`,
  `INSERT INTO delivery (tenant_id, id, number, channel_id, received_at, access_date, tracking_hash, tracking_expires_at, sorted_at)
   SELECT tenant_id, delivery_id, 'E-' || n, generated.id('channel', t), received_at, received_at::date, encode(sha256(('track' || n)::bytea), 'hex'),
     now() + interval '400 days', received_at FROM generated.made`,
  `INSERT INTO invoice (tenant_id, id, original_sha256, received_at, state, state_since, event_number, clarification_reason, department_id, claimed_by,
     verdict, kind, number, number_key, type_code, issue_date, due_date, currency, gross_cents, payable_cents, seller_name, order_reference, skonto_until,
     next_loss_on, next_loss_cents, next_loss_kind, deadlines_due_at, file_name, seller_sort, duplicate_key, seller_keys, supplier_id, model)
   SELECT m.tenant_id, m.id, sha256, received_at, state, state_since, cardinality(way),
     CASE WHEN state = 'clarification' THEN (${reasons})[1 + generated.pick(n, 'reason', 6)] END, department_id,
     CASE WHEN state IN ('in_review', 'query', 'confirmed') THEN person_id END, 'accepted', 'invoice', number, regexp_replace(lower(number), '[^a-z0-9]', '', 'g'),
     '380', issue_date, due_date, 'EUR', cents, cents, l.name, order_reference, skonto_until,
     CASE WHEN is_open THEN coalesce(skonto_until, issue_date + 30) END, CASE WHEN is_open THEN cents / 50 END,
     CASE WHEN NOT is_open THEN NULL WHEN skonto_until IS NULL THEN 'default' ELSE 'skonto' END,
     CASE WHEN is_open THEN now() + interval '1 day' END, number || '.xml', left(l.folded, 80), lower(number) || '|' || issue_date || '|' || cents,
     ARRAY['vat:de' || l.s], l.id, jsonb_build_object('number', number, 'seller', jsonb_build_object('name', l.name))
   FROM generated.made m JOIN generated.sellers l ON l.t = m.t AND l.s = m.s`,
  `INSERT INTO invoice_search (tenant_id, invoice_id, text, grams)
   SELECT m.tenant_id, m.id, own || '|' || l.folded || '|' || x.text || '|' || l.transcribed || ' ' || x.transcribed,
     l.grams || x.grams || search_grams(m.tenant_id, own)
   FROM generated.made m JOIN generated.sellers l ON l.t = m.t AND l.s = m.s JOIN generated.texts x ON x.t = m.t AND x.w = m.w,
     LATERAL (SELECT generated.folded(number) || '|' || generated.folded(coalesce(order_reference, '')) || '|' || generated.folded(number) || 'xml' AS own OFFSET 0) o`,
  `INSERT INTO delivery_part (tenant_id, id, delivery_id, position, file_name, media_type, size_bytes, sha256, form, fate, invoice_id)
   SELECT tenant_id, generated.id('part', n), delivery_id, 1, number || '.xml', 'application/xml', 12000, sha256, 'ubl', 'invoice', id FROM generated.made`,
  `INSERT INTO payment_instruction (tenant_id, invoice_id, version, amount_cents, currency, payee, iban, set_at)
   SELECT tenant_id, id, 1, cents, 'EUR', 'Firma ' || s, 'DE75512108001245126199', received_at FROM generated.made`,
  `INSERT INTO invoice_report (tenant_id, invoice_id, number, examined_at, verdict, report)
   SELECT tenant_id, id, 1, received_at, 'accepted', '{"findings":[],"versions":{}}' FROM generated.made`,
  `INSERT INTO decision (tenant_id, id, invoice_id, action, person_id, invoice_version, payment_version, progress, decided_at)
   SELECT tenant_id, generated.id(action, n), id, action, person_id, 1, 1, 'complete', state_since
   FROM generated.made, unnest(CASE WHEN 'approved' = ANY (way) THEN ARRAY['confirmFactual', 'confirmArithmetical', 'order']
     WHEN 'confirmed' = ANY (way) THEN ARRAY['confirmFactual', 'confirmArithmetical'] ELSE '{}' END) AS action`,
] as const;

/**
 * The tables, to be filled side by side. What was planned stands in the order of the keys, so that their indexes grow at the end.
 */
export const rowSteps: readonly (readonly string[])[] = [eventSteps, invoiceSteps];
