-- Deliveries (Zustellungen), their parts, the originals, and the invoices with all that is decided about them.

-- Bytes as received, named by their SHA-256 within the tenant. Where they lie is the document port's business.
CREATE TABLE original (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
  kept_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, sha256)
);

-- The document port's PostgreSQL adapter. It is written before the original's row: unreferenced bytes are harmless, missing ones not.
CREATE TABLE original_bytes (
  tenant_id uuid NOT NULL REFERENCES tenant,
  sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes     bytea NOT NULL,
  PRIMARY KEY (tenant_id, sha256)
);
ALTER TABLE original_bytes ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE delivery (
  tenant_id           uuid NOT NULL REFERENCES tenant,
  id                  uuid NOT NULL,
  number              text NOT NULL,
  channel_id          uuid NOT NULL,
  sender              text,
  received_at         timestamptz NOT NULL,
  portal_received_at  timestamptz,
  access_date         date NOT NULL,
  tracking_hash       text NOT NULL UNIQUE CHECK (length(tracking_hash) = 64),
  tracking_expires_at timestamptz NOT NULL,
  -- sorting (what each part is) as due work; null in both: nothing has to be sorted. `cut_off` of the attempts never ended
  work_due_at         timestamptz,
  attempts            integer NOT NULL DEFAULT 0,
  cut_off             integer NOT NULL DEFAULT 0,
  lease_until         timestamptz,
  last_error          text,
  sorted_at           timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, channel_id) REFERENCES channel (tenant_id, id)
);
CREATE INDEX delivery_received ON delivery (tenant_id, received_at, id);
CREATE INDEX delivery_work_due ON delivery (work_due_at) WHERE work_due_at IS NOT NULL;

-- A mail that became a delivery. The raw bytes are known once per mailbox, however often the mailbox is rebuilt.
CREATE TABLE mail (
  tenant_id   uuid NOT NULL,
  delivery_id uuid NOT NULL,
  channel_id  uuid NOT NULL,
  raw_sha256  text NOT NULL,
  message_id  text,
  -- a hash of what the mails of a conversation have in common: its text is of any length, an index's row is not
  thread_key  text NOT NULL CHECK (length(thread_key) = 64),
  subject     text,
  -- what the answer's guards look at: addresses and the headers of RFC 3834, by name
  envelope    jsonb NOT NULL,
  PRIMARY KEY (tenant_id, delivery_id),
  UNIQUE (tenant_id, channel_id, raw_sha256),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES delivery (tenant_id, id),
  FOREIGN KEY (tenant_id, channel_id) REFERENCES mailbox (tenant_id, channel_id),
  FOREIGN KEY (tenant_id, raw_sha256) REFERENCES original (tenant_id, sha256)
);
CREATE INDEX mail_thread ON mail (tenant_id, thread_key);

-- Where in a mailbox a mail was found (RFC 9051: a UID means something together with its UIDVALIDITY only).
CREATE TABLE mail_place (
  tenant_id    uuid NOT NULL,
  channel_id   uuid NOT NULL,
  uid_validity bigint NOT NULL,
  uid          bigint NOT NULL,
  delivery_id  uuid NOT NULL,
  found_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, channel_id, uid_validity, uid),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES mail (tenant_id, delivery_id)
);

-- Mails that answer. Planned in the transaction of what they tell; the Message-ID stands before anything is sent.
CREATE TABLE answer (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  delivery_id  uuid NOT NULL,
  invoice_id   uuid,
  -- the mail's, or one of the answer's own, made of ids
  thread_key   text NOT NULL CHECK (length(thread_key) <= 200),
  address_hash text NOT NULL CHECK (length(address_hash) = 64),
  message_id   text NOT NULL,
  planned_on   date NOT NULL,
  planned_at   timestamptz NOT NULL,
  sent_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  -- several who answer one circular of the town share its thread
  UNIQUE (tenant_id, thread_key, kind, address_hash),
  UNIQUE (tenant_id, message_id),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES delivery (tenant_id, id)
);
CREATE INDEX answer_of_address ON answer (tenant_id, address_hash, planned_on);
CREATE INDEX answer_delivery ON answer (tenant_id, delivery_id);

-- Who wants to be told of later steps of a delivery, and has proved to read that address.
CREATE TABLE subscription (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  delivery_id  uuid NOT NULL,
  address      text NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
  language     text NOT NULL CHECK (language IN ('de', 'en')),
  asked_at     timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, delivery_id, address),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES delivery (tenant_id, id)
);

CREATE TABLE supplier (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  id         uuid NOT NULL,
  name       text NOT NULL,
  vat_id     text,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- Everything a supplier has been called by. Two firms may share a name, so a key may lead to several suppliers.
CREATE TABLE supplier_key (
  tenant_id   uuid NOT NULL,
  match_key   text NOT NULL,
  supplier_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, match_key, supplier_id),
  FOREIGN KEY (tenant_id, supplier_id) REFERENCES supplier (tenant_id, id)
);

-- The accounts a supplier has used over time. One that is not released yet must be looked at by two persons.
CREATE TABLE supplier_account (
  tenant_id   uuid NOT NULL,
  supplier_id uuid NOT NULL,
  iban        text NOT NULL,
  first_seen  timestamptz NOT NULL,
  last_seen   timestamptz NOT NULL,
  released_at timestamptz,
  PRIMARY KEY (tenant_id, supplier_id, iban),
  FOREIGN KEY (tenant_id, supplier_id) REFERENCES supplier (tenant_id, id)
);

-- The released accounts of everybody of one name: other numbers beside a known name must not lead the money elsewhere.
CREATE TABLE supplier_name_account (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  name_key   text NOT NULL,
  iban       text NOT NULL,
  first_seen timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name_key, iban)
);

CREATE TABLE invoice (
  tenant_id            uuid NOT NULL REFERENCES tenant,
  id                   uuid NOT NULL,
  original_sha256      text NOT NULL,
  received_at          timestamptz NOT NULL,
  -- the life: one row, one state; `event_number` is the audit event that brought the state
  state                text NOT NULL CHECK (state IN ('received', 'clarification', 'rejected', 'duplicate', 'routed', 'in_review',
                         'query', 'confirmed', 'approved', 'claimed', 'handed_over', 'paid', 'paid_reduced', 'declined', 'superseded',
                         'dismissed', 'moved', 'disposed')),
  state_since          timestamptz NOT NULL,
  event_number         integer NOT NULL,
  version              integer NOT NULL DEFAULT 1,
  clarification_reason text,
  department_id        uuid,
  routed_by            jsonb,
  claimed_by           uuid,
  -- due work: the database decides whether a worker has to look; `cut_off` of the attempts never ended
  work_due_at          timestamptz,
  attempts             integer NOT NULL DEFAULT 0,
  cut_off              integer NOT NULL DEFAULT 0,
  lease_until          timestamptz,
  last_error           text,
  -- what is known of the document
  verdict              text,
  kind                 text CHECK (kind IN ('invoice', 'creditNote')),
  number               text,
  -- folded: what corrections find it by
  number_key           text CHECK (length(number_key) <= 200),
  type_code            text,
  issue_date           date,
  due_date             date,
  currency             text,
  gross_cents          bigint,
  payable_cents        bigint,
  seller_name          text,
  buyer_reference      text,
  order_reference      text,
  skonto_until         date,
  -- the last day on which the next loss can be avoided, what is lost then, and when that is to be reckoned again
  next_loss_on         date,
  next_loss_cents      bigint,
  next_loss_kind       text CHECK (next_loss_kind IN ('skonto', 'default')),
  deadlines_due_at     timestamptz,
  file_name            text,
  -- folded: what lists sort sellers by
  seller_sort          text CHECK (length(seller_sort) <= 100),
  -- by what other documents of the same claim are suspected: number, date and amount, and one of what tells the seller
  duplicate_key        text,
  seller_keys          text[] NOT NULL DEFAULT '{}',
  supplier_id          uuid,
  model                jsonb,
  subject_kind         text NOT NULL GENERATED ALWAYS AS ('invoice') STORED,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, original_sha256) REFERENCES original (tenant_id, sha256),
  FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id),
  FOREIGN KEY (tenant_id, claimed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, supplier_id) REFERENCES supplier (tenant_id, id),
  CONSTRAINT invoice_state_has_its_event FOREIGN KEY (tenant_id, subject_kind, id, event_number)
    REFERENCES audit_event (tenant_id, subject_kind, subject_id, number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT invoice_clarification_has_a_reason CHECK (state <> 'clarification' OR clarification_reason IS NOT NULL),
  CONSTRAINT invoice_routed_has_a_department CHECK (state NOT IN ('routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed',
    'handed_over', 'paid', 'paid_reduced', 'declined') OR department_id IS NOT NULL)
);
CREATE INDEX invoice_queue ON invoice (tenant_id, state, department_id, received_at, id);
CREATE INDEX invoice_received ON invoice (tenant_id, received_at, id);
CREATE INDEX invoice_due_date ON invoice (tenant_id, due_date, id);
CREATE INDEX invoice_skonto ON invoice (tenant_id, skonto_until, id);
CREATE INDEX invoice_next_loss ON invoice (tenant_id, next_loss_on, id);
CREATE INDEX invoice_deadlines_due ON invoice (tenant_id, deadlines_due_at) WHERE deadlines_due_at IS NOT NULL;
CREATE INDEX invoice_gross ON invoice (tenant_id, gross_cents, id);
CREATE INDEX invoice_state_since ON invoice (tenant_id, state_since, id);
CREATE INDEX invoice_payable ON invoice (tenant_id, payable_cents);
CREATE INDEX invoice_seller ON invoice (tenant_id, seller_sort, id);
-- The queues of people are read in any order: what has ended, which is nearly all of it after some years, is not among it.
-- Of the next loss and of when to reckon it again nothing is left in ended ones, so their indexes are as small.
CREATE INDEX invoice_open_received ON invoice (tenant_id, received_at, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_due_date ON invoice (tenant_id, due_date, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_skonto ON invoice (tenant_id, skonto_until, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_next_loss ON invoice (tenant_id, next_loss_on, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_gross ON invoice (tenant_id, gross_cents, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_state_since ON invoice (tenant_id, state_since, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_open_seller ON invoice (tenant_id, seller_sort, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
-- A department is one tenant's: without being told, the planner expects a fraction of its invoices.
CREATE STATISTICS invoice_departments (dependencies, mcv) ON tenant_id, department_id, state FROM invoice;
-- One state in the order in which it came, and what waits in clearing for one reason.
CREATE INDEX invoice_state ON invoice (tenant_id, state, state_since, id);
CREATE INDEX invoice_clearing ON invoice (tenant_id, clarification_reason, received_at, id) WHERE state = 'clarification';
CREATE INDEX invoice_open_of_department ON invoice (tenant_id, department_id, next_loss_on, id)
  WHERE state IN ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed');
CREATE INDEX invoice_claimed ON invoice (tenant_id, claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX invoice_work_due ON invoice (work_due_at) WHERE work_due_at IS NOT NULL;
CREATE INDEX invoice_duplicate_key ON invoice (tenant_id, duplicate_key) WHERE duplicate_key IS NOT NULL;
CREATE INDEX invoice_number_key ON invoice (tenant_id, number_key) WHERE number_key IS NOT NULL;
CREATE INDEX invoice_original ON invoice (tenant_id, original_sha256);

-- No state without its event: a state must come with a later event of the same chain that names it.
CREATE FUNCTION state_needs_its_event() RETURNS trigger LANGUAGE plpgsql SET search_path = eingang, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state AND NEW.event_number >= OLD.event_number THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM audit_event e WHERE e.tenant_id = NEW.tenant_id AND e.subject_kind = 'invoice' AND e.subject_id = NEW.id
             AND e.number = NEW.event_number AND e.number > coalesce(OLD.event_number, 0)
             AND e.body::jsonb -> 'facts' ->> 'to' = NEW.state) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'invoice % went from % to % without an audit event', NEW.id, coalesce(OLD.state, 'nothing'), NEW.state
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER invoice_state_needs_its_event BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION state_needs_its_event();

CREATE TABLE delivery_part (
  tenant_id   uuid NOT NULL,
  id          uuid NOT NULL,
  delivery_id uuid NOT NULL,
  position    integer NOT NULL CHECK (position > 0),
  file_name   text NOT NULL CHECK (octet_length(file_name) <= 255),
  media_type  text NOT NULL,
  size_bytes  bigint NOT NULL,
  -- null: not kept apart, because its bytes lie in the original of the part that holds it
  sha256      text,
  -- the mail or archive that it came out of
  parent_id   uuid,
  -- in what form it holds an invoice's data; null: in none, or nobody has looked
  form        text CHECK (form IN ('ubl', 'cii', 'pdf')),
  fate        text NOT NULL CHECK (fate IN ('waiting', 'opened', 'invoice', 'repeat', 'twin', 'supporting', 'otherInvoice', 'answer', 'ignored',
                'refused')),
  reason      text,
  invoice_id  uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, delivery_id, position),
  CONSTRAINT delivery_part_has_its_invoice CHECK ((invoice_id IS NOT NULL) = (fate IN ('invoice', 'repeat', 'twin', 'otherInvoice', 'answer'))
    OR fate = 'supporting'),
  CONSTRAINT delivery_part_says_why CHECK (fate NOT IN ('ignored', 'refused') OR reason IS NOT NULL),
  CONSTRAINT delivery_part_is_kept CHECK (sha256 IS NOT NULL OR fate IN ('ignored', 'refused', 'opened')),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES delivery_part (tenant_id, id),
  FOREIGN KEY (tenant_id, delivery_id) REFERENCES delivery (tenant_id, id),
  FOREIGN KEY (tenant_id, sha256) REFERENCES original (tenant_id, sha256),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id)
);
CREATE INDEX delivery_part_invoice ON delivery_part (tenant_id, invoice_id);
CREATE INDEX delivery_part_bytes ON delivery_part (tenant_id, sha256) WHERE sha256 IS NOT NULL;

-- What a clerk has read off an invoice without structured data; it holds once a second person has compared it.
CREATE TABLE capture (
  tenant_id    uuid NOT NULL,
  invoice_id   uuid NOT NULL,
  version      integer NOT NULL CHECK (version > 0),
  terms        jsonb NOT NULL,
  captured_by  uuid NOT NULL,
  captured_at  timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  PRIMARY KEY (tenant_id, invoice_id, version),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, captured_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  CONSTRAINT capture_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> captured_by)
);
CREATE INDEX capture_unconfirmed ON capture (tenant_id, invoice_id, version) WHERE confirmed_by IS NULL;

-- Invoices that look like the same claim and are not: a person has compared them.
CREATE TABLE invoice_distinction (
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL,
  other_id   uuid NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, other_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, other_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, decided_by) REFERENCES person (tenant_id, id)
);
CREATE INDEX invoice_distinction_other ON invoice_distinction (tenant_id, other_id);

-- The earlier invoices that a correction or credit note refers to (BG-3), by their numbers: the earlier one may come later.
CREATE TABLE invoice_correction (
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL,
  number_key text NOT NULL CHECK (length(number_key) BETWEEN 1 AND 200),
  PRIMARY KEY (tenant_id, invoice_id, number_key),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id)
);
CREATE INDEX invoice_correction_number ON invoice_correction (tenant_id, number_key);

CREATE TABLE invoice_report (
  tenant_id   uuid NOT NULL,
  invoice_id  uuid NOT NULL,
  number      integer NOT NULL,
  examined_at timestamptz NOT NULL,
  verdict     text NOT NULL,
  report      jsonb NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, number),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id)
);

-- What was found in a file that is an invoice in another form than the one that counts.
CREATE TABLE part_report (
  tenant_id   uuid NOT NULL,
  part_id     uuid NOT NULL,
  examined_at timestamptz NOT NULL,
  verdict     text NOT NULL,
  report      jsonb NOT NULL,
  PRIMARY KEY (tenant_id, part_id),
  FOREIGN KEY (tenant_id, part_id) REFERENCES delivery_part (tenant_id, id)
);

-- What people may edit, instead of the original: versioned, preset from the invoice.
CREATE TABLE payment_instruction (
  tenant_id    uuid NOT NULL,
  invoice_id   uuid NOT NULL,
  version      integer NOT NULL,
  amount_cents bigint NOT NULL,
  currency     text NOT NULL,
  payee        text NOT NULL,
  iban         text,
  bic          text,
  due_date     date,
  -- what the payee reads on the statement (Verwendungszweck)
  purpose      text,
  -- why less is paid than the invoice asks for, as the supplier reads it
  reduced_because text,
  means        text NOT NULL DEFAULT 'transfer' CHECK (means IN ('transfer', 'directDebit', 'other')),
  reason       text,
  set_by       uuid,
  set_at       timestamptz NOT NULL,
  -- another payee or account than before holds once a second person has confirmed it
  needs_second boolean NOT NULL DEFAULT false,
  confirmed_by uuid,
  confirmed_at timestamptz,
  PRIMARY KEY (tenant_id, invoice_id, version),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  CONSTRAINT payment_instruction_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> set_by)
);

-- Confirmations (Feststellungen), orders (Anordnungen) and the other decisions of people; a voided one stays visible.
CREATE TABLE decision (
  tenant_id       uuid NOT NULL,
  id              uuid NOT NULL,
  invoice_id      uuid NOT NULL,
  action          text NOT NULL,
  person_id       uuid NOT NULL,
  on_behalf_of    uuid,
  reason          text,
  invoice_version integer NOT NULL,
  payment_version integer NOT NULL,
  progress        text NOT NULL CHECK (progress IN ('partial', 'complete')),
  decided_at      timestamptz NOT NULL,
  voided_at       timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, on_behalf_of) REFERENCES person (tenant_id, id)
);
CREATE INDEX decision_invoice ON decision (tenant_id, invoice_id);
-- Those that wait for a second person are few, and looked for among many.
CREATE INDEX decision_release_begun ON decision (tenant_id, invoice_id)
  WHERE action = 'releaseAccount' AND progress = 'partial' AND voided_at IS NULL;
CREATE INDEX decision_exception ON decision (tenant_id, decided_at, id) WHERE action = 'orderAsException';
CREATE INDEX decision_recall ON decision (tenant_id, decided_at, id) WHERE action = 'requestRecall' AND voided_at IS NULL;

CREATE TABLE hand_over (
  tenant_id   uuid NOT NULL,
  id          uuid NOT NULL,
  api_key_id  uuid NOT NULL,
  claimed_at  timestamptz NOT NULL,
  lease_until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_key (tenant_id, id)
);
CREATE INDEX hand_over_claimed ON hand_over (tenant_id, claimed_at, id);

CREATE TABLE hand_over_item (
  tenant_id    uuid NOT NULL,
  hand_over_id uuid NOT NULL,
  invoice_id   uuid NOT NULL,
  record       jsonb NOT NULL,
  answer       text CHECK (answer IN ('acknowledged', 'refused', 'returned')),
  answered_at  timestamptz,
  reference    text,
  reason       text,
  -- what the finance system has reported of the payment; cents null: the whole amount
  paid_on      date,
  paid_cents   bigint CHECK (paid_cents >= 0),
  paid_reason  text,
  PRIMARY KEY (tenant_id, hand_over_id, invoice_id),
  FOREIGN KEY (tenant_id, hand_over_id) REFERENCES hand_over (tenant_id, id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  CONSTRAINT hand_over_item_answer_has_a_time CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX hand_over_item_invoice ON hand_over_item (tenant_id, invoice_id);

-- Effects that leave the house (mail, webhook), written in the transaction of the change that causes them.
CREATE TABLE outbox (
  tenant_id   uuid NOT NULL REFERENCES tenant,
  id          uuid NOT NULL,
  effect      text NOT NULL,
  payload     jsonb NOT NULL,
  created_at  timestamptz NOT NULL,
  work_due_at timestamptz,
  attempts    integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  last_error  text,
  done_at     timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_work_due ON outbox (work_due_at) WHERE work_due_at IS NOT NULL;

CREATE TABLE idempotency_key (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  caller       text NOT NULL,
  key          text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request_hash text NOT NULL CHECK (length(request_hash) = 64),
  answer       jsonb NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, caller, key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

-- Nothing begins to lead to a department that is being closed: who closes it holds its row until the end, so whoever comes
-- later waits here and is told to look again.
CREATE FUNCTION department_is_open() RETURNS trigger LANGUAGE plpgsql SET search_path = eingang, pg_temp AS $$
DECLARE closed timestamptz;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.department_id = OLD.department_id THEN RETURN NEW; END IF;
  SELECT d.closed_at INTO closed FROM department d WHERE d.tenant_id = NEW.tenant_id AND d.id = NEW.department_id FOR KEY SHARE;
  IF closed IS NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'department % has been closed', NEW.department_id USING ERRCODE = 'serialization_failure';
END $$;
CREATE TRIGGER invoice_comes_to_open_department BEFORE INSERT OR UPDATE OF department_id ON invoice
  FOR EACH ROW WHEN (NEW.department_id IS NOT NULL) EXECUTE FUNCTION department_is_open();
CREATE TRIGGER routing_rule_leads_to_open_department BEFORE INSERT ON routing_rule FOR EACH ROW EXECUTE FUNCTION department_is_open();
CREATE TRIGGER leitweg_id_leads_to_open_department BEFORE INSERT OR UPDATE OF department_id ON leitweg_id
  FOR EACH ROW WHEN (NEW.department_id IS NOT NULL) EXECUTE FUNCTION department_is_open();
