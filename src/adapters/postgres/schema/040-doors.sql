-- Row-level security: forced, so that it filters the owner as well. The tenant is set locally in each transaction.

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.tenant', true), '')::uuid
$$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['department', 'leitweg_id', 'person', 'person_account', 'person_grant', 'absence', 'deputyship', 'session', 'second_factor', 'recovery_code', 'routing_rule', 'routing_version', 'channel',
    'mailbox', 'tenant_setting', 'setting_proposal', 'counter_use', 'counter_hold', 'api_key', 'audit_head', 'audit_event', 'audit_payload', 'seal_member', 'original', 'original_bytes', 'delivery',
    'mail', 'mail_place', 'answer', 'subscription', 'supplier', 'supplier_key', 'supplier_account', 'supplier_name_account', 'invoice', 'delivery_part', 'part_report', 'supplier_query', 'capture', 'invoice_distinction', 'invoice_correction', 'invoice_report', 'payment_instruction', 'decision', 'hand_over', 'hand_over_item',
    'outbox', 'idempotency_key', 'chart_entry', 'coding', 'budget_answer', 'reminder_choice', 'reminder_round', 'reminder_mail', 'reminder']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO eingang_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', t);
  END LOOP;
END $$;

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tenant TO eingang_app USING (id = current_tenant()) WITH CHECK (id = current_tenant());

GRANT SELECT, INSERT, UPDATE ON tenant, department, person, person_grant, routing_rule, channel, mailbox, api_key, delivery, subscription,
  supplier, supplier_account, invoice, hand_over_item, outbox, chart_entry TO eingang_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON counter_use, counter_hold, leitweg_id, person_account, session, recovery_code, idempotency_key TO eingang_app;
GRANT SELECT, INSERT ON routing_version, tenant_setting, mail, mail_place, supplier_key, supplier_name_account, original, original_bytes, delivery_part, invoice_report, invoice_distinction, payment_instruction, hand_over, audit_event,
  audit_payload TO eingang_app;
GRANT SELECT, INSERT, UPDATE (number, hash, changed_at) ON audit_head TO eingang_app;
GRANT UPDATE (fate, reason, invoice_id, form) ON delivery_part TO eingang_app;
GRANT SELECT, INSERT, UPDATE (answer_id, silence, mail_error, answered_at, answered_by, note, noted_by) ON supplier_query TO eingang_app;
GRANT SELECT, INSERT, UPDATE (examined_at, verdict, report) ON part_report TO eingang_app;
GRANT SELECT, INSERT ON coding, budget_answer TO eingang_app;
GRANT SELECT, INSERT, UPDATE ON second_factor TO eingang_app;
GRANT SELECT, INSERT, UPDATE ON reminder_choice, reminder_round TO eingang_app;
GRANT SELECT, INSERT, UPDATE (ended_at, outcome), DELETE ON reminder_mail TO eingang_app;
GRANT SELECT, INSERT, UPDATE (mail_id), DELETE ON reminder TO eingang_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_at) ON absence TO eingang_app;
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, ended_by, ended_at) ON deputyship TO eingang_app;
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at) ON setting_proposal TO eingang_app;
GRANT UPDATE (confirmed_by, confirmed_at) ON payment_instruction TO eingang_app;
GRANT SELECT, INSERT, UPDATE (sent_at) ON answer TO eingang_app;
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at) ON capture TO eingang_app;
GRANT SELECT, INSERT, UPDATE (voided_at) ON decision TO eingang_app;
GRANT SELECT, INSERT, DELETE ON invoice_correction TO eingang_app;
GRANT SELECT ON seal, seal_member TO eingang_app;

-- What comes before or above a tenant: a closed list of functions of the role `lookup`, each with a fixed search_path.

CREATE FUNCTION find_tenant(wanted_slug text) RETURNS TABLE (id uuid, slug text, name text) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT t.id, t.slug, t.name FROM tenant t WHERE t.slug = wanted_slug
$$;

CREATE FUNCTION list_tenants() RETURNS TABLE (id uuid, slug text) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT t.id, t.slug FROM tenant t ORDER BY t.slug
$$;

CREATE FUNCTION find_api_key(wanted_hash text) RETURNS TABLE (tenant_id uuid, id uuid, scopes text[], channel_id uuid, expires_at timestamptz, revoked_at timestamptz) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT k.tenant_id, k.id, k.scopes, k.channel_id, k.expires_at, k.revoked_at FROM api_key k WHERE k.key_hash = wanted_hash
$$;

CREATE FUNCTION find_session(wanted_hash text) RETURNS TABLE (tenant_id uuid, person_id uuid, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, factor_at timestamptz) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT s.tenant_id, s.person_id, s.created_at, s.last_seen_at, s.expires_at, s.factor_at FROM session s WHERE s.token_hash = wanted_hash
$$;

CREATE FUNCTION find_tracking(wanted_hash text) RETURNS TABLE (tenant_id uuid, delivery_id uuid, expires_at timestamptz) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT d.tenant_id, d.id, d.tracking_expires_at FROM delivery d WHERE d.tracking_hash = wanted_hash
$$;

CREATE FUNCTION tenant_of_leitweg_id(wanted text) RETURNS TABLE (tenant_id uuid, department_id uuid) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT l.tenant_id, l.department_id FROM leitweg_id l WHERE l.leitweg_id = upper(wanted)
$$;

-- Due work over all tenants, longest due first; the row itself is leased in its tenant's own transaction.
CREATE FUNCTION due_work(due_by timestamptz, at_most integer) RETURNS TABLE (kind text, tenant_id uuid, id uuid) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  (SELECT 'invoice', i.tenant_id, i.id FROM invoice i WHERE i.work_due_at <= due_by ORDER BY i.work_due_at LIMIT at_most)
  UNION ALL
  (SELECT 'outbox', o.tenant_id, o.id FROM outbox o WHERE o.work_due_at <= due_by ORDER BY o.work_due_at LIMIT at_most)
  UNION ALL
  (SELECT 'delivery', d.tenant_id, d.id FROM delivery d WHERE d.work_due_at <= due_by ORDER BY d.work_due_at LIMIT at_most)
  UNION ALL
  (SELECT 'mailbox', m.tenant_id, m.channel_id FROM mailbox m WHERE m.work_due_at <= due_by ORDER BY m.work_due_at LIMIT at_most)
$$;

-- Locks what it hands out and skips what a writer holds just now: a sealer never waits for a writer, so the two cannot
-- wait for each other. What is skipped is in the next seal.
CREATE FUNCTION unsealed_heads(at_most integer) RETURNS TABLE (tenant_id uuid, subject_kind text, subject_id uuid, number integer, hash text, events integer)
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT h.tenant_id, h.subject_kind, h.subject_id, h.number, h.hash, h.number - h.sealed_number FROM audit_head h
  WHERE h.sealed_number < h.number ORDER BY h.changed_at LIMIT at_most FOR NO KEY UPDATE SKIP LOCKED
$$;

CREATE FUNCTION unsealed_events() RETURNS bigint STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT coalesce(sum(h.number - h.sealed_number), 0) FROM audit_head h WHERE h.sealed_number < h.number
$$;

-- One seal at a time: the caller holds the advisory lock of `last_seal_for_update`.
CREATE FUNCTION last_seal_for_update() RETURNS SETOF seal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('eingang.seal'));
  RETURN QUERY SELECT * FROM seal ORDER BY number DESC LIMIT 1;
END $$;

-- `members` is a JSON array of {tenant, kind, id, number, hash}: the heads the seal has seen.
CREATE FUNCTION write_seal(new_number integer, at_time timestamptz, new_body text, new_hash text, new_signature text, new_key_id text, members jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
BEGIN
  INSERT INTO seal (number, sealed_at, body, hash, signature, key_id) VALUES (new_number, at_time, new_body, new_hash, new_signature, new_key_id);
  INSERT INTO seal_member (seal_number, tenant_id, subject_kind, subject_id, number, hash)
    SELECT new_number, m.tenant, m.kind, m.id, m.number, m.hash
    FROM jsonb_to_recordset(members) AS m (tenant uuid, kind text, id uuid, number integer, hash text);
  UPDATE audit_head h SET sealed_number = m.number
    FROM jsonb_to_recordset(members) AS m (tenant uuid, kind text, id uuid, number integer, hash text)
    WHERE h.tenant_id = m.tenant AND h.subject_kind = m.kind AND h.subject_id = m.id AND h.sealed_number < m.number;
END $$;

CREATE FUNCTION seal_members(wanted_seal integer) RETURNS TABLE (tenant_id uuid, subject_kind text, subject_id uuid, number integer, hash text) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
  SELECT m.tenant_id, m.subject_kind, m.subject_id, m.number, m.hash FROM seal_member m WHERE m.seal_number = wanted_seal
$$;

-- Disposal of one event's payload: a later event that says so must stand in the same chain already, written by this transaction or before it.
CREATE FUNCTION dispose_payload(of_kind text, of_id uuid, of_number integer, by_number integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.tenant_id = current_tenant() AND e.subject_kind = of_kind AND e.subject_id = of_id
                 AND e.number = by_number AND by_number > of_number AND e.event = 'payload.disposed'
                 AND (e.body::jsonb -> 'facts' ->> 'number')::integer = of_number) THEN
    RAISE EXCEPTION 'payload % of % % has no event that says it is disposed of', of_number, of_kind, of_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  DELETE FROM audit_payload p WHERE p.tenant_id = current_tenant() AND p.subject_kind = of_kind AND p.subject_id = of_id AND p.number = of_number;
END $$;

GRANT USAGE ON SCHEMA eingang TO eingang_app, eingang_lookup;
GRANT SELECT ON tenant, api_key, session, delivery, leitweg_id, invoice, outbox, mailbox, audit_head, audit_event, seal, seal_member, audit_payload TO eingang_lookup;
GRANT INSERT ON seal, seal_member TO eingang_lookup;
GRANT UPDATE (sealed_number) ON audit_head TO eingang_lookup;
GRANT DELETE ON audit_payload TO eingang_lookup;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tenant', 'api_key', 'session', 'delivery', 'leitweg_id', 'invoice', 'outbox', 'mailbox', 'audit_head', 'audit_event', 'audit_payload', 'seal_member'] LOOP
    EXECUTE format('CREATE POLICY lookup_reads ON %I FOR SELECT TO eingang_lookup USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY lookup_seals ON audit_head FOR UPDATE TO eingang_lookup USING (true) WITH CHECK (true);
CREATE POLICY lookup_seals ON seal_member FOR INSERT TO eingang_lookup WITH CHECK (true);
CREATE POLICY lookup_disposes ON audit_payload FOR DELETE TO eingang_lookup USING (tenant_id = current_tenant());

DO $$
DECLARE f regprocedure;
BEGIN
  GRANT CREATE ON SCHEMA eingang TO eingang_lookup;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'eingang'::regnamespace AND p.prosecdef LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO eingang_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO eingang_lookup', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA eingang FROM eingang_lookup;
END $$;
