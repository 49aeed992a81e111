-- Tenants (Mandanten), their departments, people and grants. Everything below a tenant carries its id first in the key.

CREATE TABLE tenant (
  id         uuid PRIMARY KEY,
  slug       text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  -- how often the set of routing rules has been changed
  rules_version integer NOT NULL DEFAULT 0 CHECK (rules_version >= 0)
);

CREATE TABLE department (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  id         uuid NOT NULL,
  code       text NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  closed_at  timestamptz,
  version    integer NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);

-- A Leitweg-ID belongs to one tenant of the installation; without a department it serves the whole authority.
CREATE TABLE leitweg_id (
  leitweg_id    text PRIMARY KEY CHECK (leitweg_id = upper(leitweg_id) AND length(leitweg_id) <= 46),
  tenant_id     uuid NOT NULL REFERENCES tenant,
  department_id uuid,
  FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id)
);
CREATE INDEX leitweg_id_tenant ON leitweg_id (tenant_id);

CREATE TABLE person (
  tenant_id         uuid NOT NULL REFERENCES tenant,
  id                uuid NOT NULL,
  login             text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 100),
  display_name      text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  password_hash     text NOT NULL,
  password_one_time boolean NOT NULL DEFAULT false,
  failed_sign_ins   integer NOT NULL DEFAULT 0 CHECK (failed_sign_ins >= 0),
  locked_until      timestamptz,
  created_at        timestamptz NOT NULL,
  left_at           timestamptz,
  -- a new one-time password takes two persons: who asked for it, and when
  renewal_asked_by  uuid,
  renewal_asked_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, login),
  FOREIGN KEY (tenant_id, renewal_asked_by) REFERENCES person (tenant_id, id),
  CONSTRAINT person_renewal_by_another CHECK (renewal_asked_by <> id)
);

-- A person's own bank accounts, as keyed hashes: nobody decides on an invoice of which they are the payee.
CREATE TABLE person_account (
  tenant_id    uuid NOT NULL,
  person_id    uuid NOT NULL,
  account_hash text NOT NULL CHECK (length(account_hash) = 64),
  PRIMARY KEY (tenant_id, person_id, account_hash),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- What a person may do, given in writing. It holds only once a second person has confirmed it.
CREATE TABLE person_grant (
  tenant_id     uuid NOT NULL,
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  role          text NOT NULL CHECK (length(role) BETWEEN 1 AND 60),
  department_id uuid,
  limit_cents   bigint CHECK (limit_cents >= 0),
  valid_from    date NOT NULL,
  valid_to      date CHECK (valid_to >= valid_from),
  proposed_by   uuid,
  proposed_at   timestamptz NOT NULL,
  confirmed_by  uuid,
  confirmed_at  timestamptz,
  revoked_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id),
  FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  CONSTRAINT person_grant_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
CREATE INDEX person_grant_person ON person_grant (tenant_id, person_id);

CREATE TABLE session (
  token_hash   text PRIMARY KEY CHECK (length(token_hash) = 64),
  tenant_id    uuid NOT NULL,
  -- by this its owner speaks of it; it opens nothing
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  -- what the browser said it was, and the address it came from, shortened; told to its owner only
  device       text NOT NULL CHECK (length(device) <= 100),
  address      text NOT NULL CHECK (length(address) <= 60),
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  -- when the second factor was last proved in it; null: not yet
  factor_at    timestamptz,
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX session_person ON session (tenant_id, person_id);

CREATE TABLE routing_rule (
  tenant_id     uuid NOT NULL,
  id            uuid NOT NULL,
  position      integer NOT NULL,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  conditions    jsonb NOT NULL,
  department_id uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  retired_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id)
);
CREATE UNIQUE INDEX routing_rule_order ON routing_rule (tenant_id, position) WHERE retired_at IS NULL;

-- Every version of the set of rules, as it stood: who changed what can be seen later.
CREATE TABLE routing_version (
  tenant_id uuid NOT NULL REFERENCES tenant,
  version   integer NOT NULL CHECK (version > 0),
  rules     jsonb NOT NULL,
  set_by    uuid NOT NULL,
  set_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, version),
  FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id)
);

CREATE TABLE channel (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  id         uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('api', 'upload', 'mail', 'folder', 'peppol')),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  closed_at  timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- A mailbox that is looked into, and how the last look went. Who polls holds the lease; the secret is encrypted.
CREATE TABLE mailbox (
  tenant_id      uuid NOT NULL,
  channel_id     uuid NOT NULL,
  address        text NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
  settings       jsonb NOT NULL,
  secret         bytea,
  -- somebody renews the access token, until then at most: one at a time, in whichever process
  renewal_until  timestamptz,
  -- a state portal's feed: answers go to the invoice's own address or to nobody
  is_relay       boolean NOT NULL DEFAULT false,
  answers        boolean NOT NULL DEFAULT true,
  -- counted by changes of people
  version        integer NOT NULL DEFAULT 1 CHECK (version > 0),
  work_due_at    timestamptz,
  attempts       integer NOT NULL DEFAULT 0,
  lease_until    timestamptz,
  last_error     text,
  looked_at      timestamptz,
  failing_since  timestamptz,
  -- answers: why the last one could not be handed in, until one is
  sending_error  text,
  sending_failing_since timestamptz,
  uid_validity   bigint,
  last_uid       bigint,
  PRIMARY KEY (tenant_id, channel_id),
  FOREIGN KEY (tenant_id, channel_id) REFERENCES channel (tenant_id, id)
);
CREATE INDEX mailbox_work_due ON mailbox (work_due_at) WHERE work_due_at IS NOT NULL;

-- What a tenant has set: every version is kept, the highest one holds.
CREATE TABLE tenant_setting (
  tenant_id uuid NOT NULL REFERENCES tenant,
  name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  version   integer NOT NULL CHECK (version > 0),
  value     jsonb NOT NULL,
  -- encrypted, what must be read again and never shown: the token of a budget system
  secret    bytea,
  -- who proposed it to whoever set it: what decisions are measured by takes two persons
  proposed_by uuid,
  set_by    uuid,
  set_at    timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, name, version),
  FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, id),
  CONSTRAINT tenant_setting_two_persons
    CHECK (name NOT IN ('approval', 'coding', 'retention', 'signIn') OR coalesce(proposed_by <> set_by, false))
);

-- A version of a setting that one administrator has proposed; it holds once another has confirmed it.
CREATE TABLE setting_proposal (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  id           uuid NOT NULL,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  -- the version that it was made from
  rests_on     integer NOT NULL CHECK (rests_on >= 0),
  value        jsonb NOT NULL,
  -- a new one that goes with it; null: as it was
  secret       bytea,
  proposed_by  uuid NOT NULL,
  proposed_at  timestamptz NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES person (tenant_id, id),
  CONSTRAINT setting_proposal_two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
CREATE UNIQUE INDEX setting_proposal_open ON setting_proposal (tenant_id, name)
  WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- What strangers have brought to the counter on a day: by address (a keyed hash that holds for the day only), and 'all' for
-- everybody together. Rows of past days are removed.
CREATE TABLE counter_use (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  day        date NOT NULL,
  address    text NOT NULL CHECK (address = 'all' OR length(address) = 64),
  deliveries integer NOT NULL CHECK (deliveries >= 0),
  bytes      bigint NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (tenant_id, day, address)
);

-- What a delivery at the counter has been counted with: taken before its bytes are kept, and given back by whoever comes next
-- if no delivery has followed in time. With its delivery it says for the day whose bytes come out of archives.
CREATE TABLE counter_hold (
  tenant_id   uuid NOT NULL REFERENCES tenant,
  id          uuid NOT NULL,
  day         date NOT NULL,
  address     text NOT NULL CHECK (length(address) = 64),
  bytes       bigint NOT NULL CHECK (bytes >= 0),
  held_until  timestamptz,
  delivery_id uuid,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT counter_hold_is_settled_or_ends CHECK ((held_until IS NULL) = (delivery_id IS NOT NULL))
);
CREATE INDEX counter_hold_delivery ON counter_hold (tenant_id, delivery_id) WHERE delivery_id IS NOT NULL;

CREATE TABLE api_key (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  id         uuid NOT NULL,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  scopes     text[] NOT NULL CHECK (cardinality(scopes) > 0),
  key_hash   text NOT NULL UNIQUE CHECK (length(key_hash) = 64),
  channel_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, channel_id) REFERENCES channel (tenant_id, id)
);
