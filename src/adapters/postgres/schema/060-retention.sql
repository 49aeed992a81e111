-- Retention: what is held, what two persons have disposed of, and the functions that make contents go.

-- A legal hold (Aufbewahrungssperre): nothing of the invoice is disposed of before it is lifted, which takes two persons.
CREATE TABLE legal_hold (
  tenant_id     uuid NOT NULL REFERENCES tenant,
  id            uuid NOT NULL,
  invoice_id    uuid NOT NULL,
  reason        text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  set_by        uuid NOT NULL,
  set_at        timestamptz NOT NULL,
  lift_reason   text CHECK (length(lift_reason) BETWEEN 1 AND 1000),
  lift_asked_by uuid,
  lift_asked_at timestamptz,
  lifted_by     uuid,
  lifted_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, lift_asked_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, lifted_by) REFERENCES person (tenant_id, id),
  CONSTRAINT legal_hold_two_persons CHECK (lifted_at IS NULL OR coalesce(lifted_by <> lift_asked_by, false))
);
CREATE UNIQUE INDEX legal_hold_open ON legal_hold (tenant_id, invoice_id) WHERE lifted_at IS NULL;
CREATE INDEX legal_hold_invoice ON legal_hold (tenant_id, invoice_id);

-- What one person has proposed to dispose of and another has confirmed; once done it is the protocol that stays.
CREATE TABLE disposal (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  id           uuid NOT NULL,
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  -- by class and year, as it was shown to both: how many there were
  scope        jsonb NOT NULL,
  proposed_by  uuid NOT NULL,
  proposed_at  timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  -- how far it has been carried out; what waits is due from `confirmed_at` on
  place        uuid,
  documents    integer NOT NULL DEFAULT 0,
  people       integer NOT NULL DEFAULT 0,
  done_at      timestamptz,
  -- SHA-256 over its items
  digest       text CHECK (length(digest) = 64),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES person (tenant_id, id),
  CONSTRAINT disposal_two_persons CHECK (confirmed_at IS NULL OR coalesce(confirmed_by <> proposed_by, false)),
  CONSTRAINT disposal_done_is_confirmed CHECK (done_at IS NULL OR (confirmed_at IS NOT NULL AND digest IS NOT NULL))
);
CREATE UNIQUE INDEX disposal_open ON disposal (tenant_id) WHERE done_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX disposal_proposed ON disposal (tenant_id, proposed_at, id);

-- What has gone, one by one: ids and hashes, nothing of what it said.
CREATE TABLE disposal_item (
  tenant_id    uuid NOT NULL,
  disposal_id  uuid NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('invoice', 'person')),
  subject_id   uuid NOT NULL,
  class        text NOT NULL CHECK (length(class) BETWEEN 1 AND 40),
  year         integer NOT NULL,
  -- SHA-256 names of the files that belonged to it
  originals    text[] NOT NULL,
  disposed_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, disposal_id, subject_kind, subject_id),
  FOREIGN KEY (tenant_id, disposal_id) REFERENCES disposal (tenant_id, id)
);

-- Bytes that nothing refers to any more: noted with the disposal, removed from the store by the worker afterwards.
ALTER TABLE original ADD COLUMN released_at timestamptz;
ALTER TABLE original ADD COLUMN removed_at timestamptz;
CREATE INDEX original_released ON original (tenant_id, released_at) WHERE released_at IS NOT NULL AND removed_at IS NULL;

CREATE FUNCTION held_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = eingang, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal_hold h WHERE h.tenant_id = NEW.tenant_id AND h.invoice_id = NEW.id AND h.lifted_at IS NULL) THEN
    RAISE EXCEPTION 'invoice % is held and cannot be disposed of', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_held_stays BEFORE UPDATE OF state ON invoice
  FOR EACH ROW WHEN (NEW.state = 'disposed' AND OLD.state <> 'disposed') EXECUTE FUNCTION held_stays();

-- Whether anything that is not disposed of still needs the bytes.
CREATE FUNCTION original_is_needed(wanted text) RETURNS boolean STABLE
LANGUAGE sql SET search_path = eingang, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM invoice i WHERE i.tenant_id = current_tenant() AND i.original_sha256 = wanted AND i.state <> 'disposed')
    OR EXISTS (SELECT 1 FROM delivery_part p WHERE p.tenant_id = current_tenant() AND p.sha256 = wanted)
    OR EXISTS (SELECT 1 FROM mail m WHERE m.tenant_id = current_tenant() AND m.raw_sha256 = wanted)
$$;

-- What a chain's event says it disposes of: an event of that name must stand in it already.
CREATE FUNCTION chain_says(of_kind text, of_id uuid, wanted text) RETURNS boolean STABLE
LANGUAGE sql SET search_path = eingang, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM audit_event e WHERE e.tenant_id = current_tenant() AND e.subject_kind = of_kind AND e.subject_id = of_id AND e.event = wanted)
$$;

-- The contents of an invoice whose state and event say that it is disposed of. Its row stays, with ids, days and hashes.
CREATE FUNCTION dispose_invoice(of_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
DECLARE tenant uuid := current_tenant(); t text; left_supplier uuid;
BEGIN
  SELECT i.supplier_id INTO left_supplier FROM invoice i WHERE i.tenant_id = tenant AND i.id = of_id AND i.state = 'disposed';
  IF NOT FOUND OR NOT chain_says('invoice', of_id, 'invoice.disposed') THEN
    RAISE EXCEPTION 'invoice % is not disposed of by any event', of_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  UPDATE delivery d SET answers_query = NULL FROM supplier_query q
    WHERE q.tenant_id = tenant AND q.invoice_id = of_id AND d.tenant_id = tenant AND d.answers_query = q.id;
  -- In the order in which they refer to each other.
  FOREACH t IN ARRAY ARRAY['invoice_search', 'invoice_report', 'invoice_distinction', 'invoice_correction', 'budget_answer', 'coding',
    'payment_instruction', 'decision', 'hand_over_item', 'capture', 'supplier_query', 'reminder', 'legal_hold'] LOOP
    EXECUTE format('DELETE FROM %I WHERE tenant_id = $1 AND invoice_id = $2', t) USING tenant, of_id;
  END LOOP;
  DELETE FROM invoice_distinction x WHERE x.tenant_id = tenant AND x.other_id = of_id;
  DELETE FROM outbox o WHERE o.tenant_id = tenant AND o.payload ->> 'answerId' IN
    (SELECT a.id::text FROM answer a WHERE a.tenant_id = tenant AND a.invoice_id = of_id);
  DELETE FROM answer a WHERE a.tenant_id = tenant AND a.invoice_id = of_id;
  UPDATE invoice i SET clarification_reason = NULL, routed_by = NULL, claimed_by = NULL, work_due_at = NULL, lease_until = NULL,
      last_error = NULL, number = NULL, number_key = NULL, type_code = NULL, issue_date = NULL, due_date = NULL, currency = NULL,
      gross_cents = NULL, payable_cents = NULL, seller_name = NULL, buyer_reference = NULL, order_reference = NULL, skonto_until = NULL,
      next_loss_on = NULL, next_loss_cents = NULL, next_loss_kind = NULL, deadlines_due_at = NULL, file_name = NULL, seller_sort = NULL,
      duplicate_key = NULL, seller_keys = '{}', supplier_id = NULL, model = NULL
    WHERE i.tenant_id = tenant AND i.id = of_id;
  IF left_supplier IS NULL OR EXISTS (SELECT 1 FROM invoice i WHERE i.tenant_id = tenant AND i.supplier_id = left_supplier)
    OR EXISTS (SELECT 1 FROM coding c WHERE c.tenant_id = tenant AND c.supplier_id = left_supplier) THEN RETURN; END IF;
  -- The last invoice of a supplier takes what was learnt about them along; a name may be another supplier's too.
  DELETE FROM supplier_name_account n USING supplier_key k WHERE k.tenant_id = tenant AND k.supplier_id = left_supplier
    AND n.tenant_id = tenant AND n.name_key = k.match_key AND NOT EXISTS
    (SELECT 1 FROM supplier_key o WHERE o.tenant_id = tenant AND o.match_key = k.match_key AND o.supplier_id <> left_supplier);
  DELETE FROM supplier_account a WHERE a.tenant_id = tenant AND a.supplier_id = left_supplier;
  DELETE FROM supplier_key k WHERE k.tenant_id = tenant AND k.supplier_id = left_supplier;
  DELETE FROM supplier s WHERE s.tenant_id = tenant AND s.id = left_supplier;
END $$;

-- What came with invoices that are all disposed of: mail, sender, names of files, who wanted to be told.
CREATE FUNCTION dispose_delivery(of_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
DECLARE tenant uuid := current_tenant(); gone text[];
BEGIN
  IF NOT chain_says('delivery', of_id, 'delivery.disposed') OR EXISTS (SELECT 1 FROM delivery_part p
    JOIN invoice i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
    WHERE p.tenant_id = tenant AND p.delivery_id = of_id AND i.state <> 'disposed') THEN
    RAISE EXCEPTION 'delivery % is not disposed of by any event, or not all of it', of_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT array_agg(p.sha256) FILTER (WHERE p.sha256 IS NOT NULL) INTO gone FROM delivery_part p WHERE p.tenant_id = tenant AND p.delivery_id = of_id;
  SELECT array_cat(coalesce(gone, '{}'), coalesce(array_agg(m.raw_sha256), '{}')) INTO gone FROM mail m WHERE m.tenant_id = tenant AND m.delivery_id = of_id;
  DELETE FROM outbox o WHERE o.tenant_id = tenant AND o.payload ->> 'answerId' IN
    (SELECT a.id::text FROM answer a WHERE a.tenant_id = tenant AND a.delivery_id = of_id);
  UPDATE supplier_query q SET answer_id = NULL WHERE q.tenant_id = tenant AND q.answer_id IN
    (SELECT a.id FROM answer a WHERE a.tenant_id = tenant AND a.delivery_id = of_id);
  DELETE FROM answer a WHERE a.tenant_id = tenant AND a.delivery_id = of_id;
  DELETE FROM subscription s WHERE s.tenant_id = tenant AND s.delivery_id = of_id;
  DELETE FROM part_report r USING delivery_part p WHERE p.tenant_id = tenant AND p.delivery_id = of_id AND r.tenant_id = tenant AND r.part_id = p.id;
  UPDATE delivery_part p SET parent_id = NULL WHERE p.tenant_id = tenant AND p.delivery_id = of_id AND p.parent_id IS NOT NULL;
  DELETE FROM delivery_part p WHERE p.tenant_id = tenant AND p.delivery_id = of_id;
  DELETE FROM mail_place m WHERE m.tenant_id = tenant AND m.delivery_id = of_id;
  DELETE FROM mail m WHERE m.tenant_id = tenant AND m.delivery_id = of_id;
  UPDATE delivery d SET sender = NULL, last_error = NULL, answers_query = NULL, work_due_at = NULL WHERE d.tenant_id = tenant AND d.id = of_id;
  UPDATE original o SET released_at = now() WHERE o.tenant_id = tenant AND o.sha256 = ANY (gone) AND o.released_at IS NULL
    AND NOT original_is_needed(o.sha256);
END $$;

-- Who has left keeps an id; the name becomes a pseudonym, and what only they needed goes.
CREATE FUNCTION dispose_person(of_id uuid, pseudonym text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
DECLARE tenant uuid := current_tenant(); t text;
BEGIN
  IF NOT chain_says('person', of_id, 'person.disposed')
    OR NOT EXISTS (SELECT 1 FROM person p WHERE p.tenant_id = tenant AND p.id = of_id AND p.left_at IS NOT NULL) THEN
    RAISE EXCEPTION 'person % is not disposed of by any event', of_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOREACH t IN ARRAY ARRAY['person_account', 'session', 'reminder_choice', 'recovery_code', 'second_factor'] LOOP
    EXECUTE format('DELETE FROM %I WHERE tenant_id = $1 AND person_id = $2', t) USING tenant, of_id;
  END LOOP;
  UPDATE person p SET display_name = pseudonym, login = 'disposed-' || of_id::text, password_hash = '', failed_sign_ins = 0, locked_until = NULL
    WHERE p.tenant_id = tenant AND p.id = of_id;
END $$;

-- Takes bytes out of the database, once nothing needs them: what the document port's PostgreSQL adapter may delete.
CREATE FUNCTION remove_original_bytes(wanted text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp AS $$
BEGIN
  IF original_is_needed(wanted) OR NOT EXISTS (SELECT 1 FROM original o WHERE o.tenant_id = current_tenant() AND o.sha256 = wanted AND o.released_at IS NOT NULL) THEN
    RAISE EXCEPTION 'original % is still needed', wanted USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  DELETE FROM original_bytes b WHERE b.tenant_id = current_tenant() AND b.sha256 = wanted;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['legal_hold', 'disposal', 'disposal_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO eingang_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', t);
  END LOOP;
  -- What the functions above delete, of the tenant that is set only.
  FOREACH t IN ARRAY ARRAY['invoice_search', 'invoice_report', 'invoice_distinction', 'invoice_correction', 'budget_answer', 'coding',
    'payment_instruction', 'decision', 'hand_over_item', 'capture', 'supplier_query', 'reminder', 'legal_hold', 'outbox', 'answer',
    'supplier_name_account', 'supplier_account', 'supplier_key', 'supplier', 'subscription', 'part_report', 'delivery_part', 'mail_place',
    'mail', 'person_account', 'session', 'reminder_choice', 'recovery_code', 'second_factor', 'original_bytes', 'original', 'invoice', 'delivery', 'person'] LOOP
    EXECUTE format('CREATE POLICY lookup_removes ON %I TO eingang_lookup USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', t);
    EXECUTE format('GRANT SELECT ON %I TO eingang_lookup', t);
    IF t NOT IN ('original', 'invoice', 'delivery', 'person') THEN EXECUTE format('GRANT DELETE ON %I TO eingang_lookup', t); END IF;
  END LOOP;
END $$;
GRANT UPDATE ON invoice, delivery, person, supplier_query, delivery_part TO eingang_lookup;
GRANT UPDATE (released_at) ON original TO eingang_lookup;

GRANT SELECT, INSERT, UPDATE (lift_reason, lift_asked_by, lift_asked_at, lifted_by, lifted_at) ON legal_hold TO eingang_app;
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_at, withdrawn_by, withdrawn_at, place, documents, people, done_at, digest) ON disposal TO eingang_app;
GRANT SELECT, INSERT ON disposal_item TO eingang_app;
GRANT UPDATE (released_at, removed_at) ON original TO eingang_app;

DO $$
DECLARE f text;
BEGIN
  GRANT CREATE ON SCHEMA eingang TO eingang_lookup;
  FOREACH f IN ARRAY ARRAY['dispose_invoice(uuid)', 'dispose_delivery(uuid)', 'dispose_person(uuid, text)', 'remove_original_bytes(text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO eingang_app', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO eingang_lookup', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA eingang FROM eingang_lookup;
END $$;
