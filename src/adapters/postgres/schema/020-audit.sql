-- The audit log: one hash chain per subject, seals over the heads of all chains.
-- `body` holds the very bytes that were hashed; the columns beside it are derived from it and compared by `audit verify`.

CREATE TABLE audit_head (
  tenant_id     uuid NOT NULL REFERENCES tenant,
  subject_kind  text NOT NULL CHECK (subject_kind IN ('invoice', 'delivery', 'person', 'tenant')),
  subject_id    uuid NOT NULL,
  number        integer NOT NULL CHECK (number > 0),
  hash          text NOT NULL CHECK (length(hash) = 64),
  sealed_number integer NOT NULL DEFAULT 0,
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, subject_kind, subject_id)
);
CREATE INDEX audit_head_unsealed ON audit_head (changed_at) WHERE sealed_number < number;

CREATE TABLE audit_event (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  number       integer NOT NULL CHECK (number > 0),
  event        text NOT NULL,
  occurred_at  timestamptz NOT NULL,
  body         text NOT NULL,
  hash         text NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (tenant_id, subject_kind, subject_id, number)
);
CREATE INDEX audit_event_time ON audit_event (tenant_id, occurred_at);

-- Names, accounts and reasons: hashed only as a salted digest, so that they can be disposed of and the chain still verifies.
CREATE TABLE audit_payload (
  tenant_id    uuid NOT NULL,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  number       integer NOT NULL,
  salt         text NOT NULL CHECK (length(salt) = 64),
  payload      text NOT NULL,
  PRIMARY KEY (tenant_id, subject_kind, subject_id, number),
  FOREIGN KEY (tenant_id, subject_kind, subject_id, number) REFERENCES audit_event (tenant_id, subject_kind, subject_id, number)
);

CREATE TABLE seal (
  number    integer PRIMARY KEY CHECK (number > 0),
  sealed_at timestamptz NOT NULL,
  body      text NOT NULL,
  hash      text NOT NULL CHECK (length(hash) = 64),
  signature text NOT NULL,
  key_id    text NOT NULL
);

-- The heads a seal has seen. Membership is by rows seen, never by a range of numbers: numbers do not commit in order.
CREATE TABLE seal_member (
  seal_number  integer NOT NULL REFERENCES seal,
  tenant_id    uuid NOT NULL REFERENCES tenant,
  subject_kind text NOT NULL,
  subject_id   uuid NOT NULL,
  number       integer NOT NULL,
  hash         text NOT NULL,
  PRIMARY KEY (seal_number, tenant_id, subject_kind, subject_id)
);
CREATE INDEX seal_member_subject ON seal_member (tenant_id, subject_kind, subject_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the audit log is written once', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_event_is_written_once BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_payload_is_written_once BEFORE UPDATE ON audit_payload FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_payload_is_not_emptied BEFORE TRUNCATE ON audit_payload FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_is_written_once BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_is_not_emptied BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_member_is_written_once BEFORE UPDATE OR DELETE ON seal_member FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_member_is_not_emptied BEFORE TRUNCATE ON seal_member FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
