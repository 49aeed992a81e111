-- What people prove beside their password (RFC 6238). The key of the codes is encrypted with the installation's key.

CREATE TABLE second_factor (
  tenant_id    uuid NOT NULL,
  person_id    uuid NOT NULL,
  -- null: none yet, or reset
  secret       bytea,
  confirmed_at timestamptz,
  -- the next one, until its first code has been given
  pending      bytea,
  -- a code counts once: only steps of time after this one are taken
  last_step    bigint NOT NULL DEFAULT 0 CHECK (last_step >= 0),
  failures     integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_until timestamptz,
  -- by an administrator, told to the person until they have a new one
  reset_at     timestamptz,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT second_factor_confirmed_has_secret CHECK ((secret IS NULL) = (confirmed_at IS NULL))
);

-- For the day on which the device is lost: keyed hashes, each used once.
CREATE TABLE recovery_code (
  tenant_id uuid NOT NULL,
  person_id uuid NOT NULL,
  code_hash text NOT NULL CHECK (length(code_hash) = 64),
  used_at   timestamptz,
  PRIMARY KEY (tenant_id, person_id, code_hash),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
