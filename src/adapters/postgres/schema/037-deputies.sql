-- Absences and deputies (Vertretung): when somebody is not there, and who acts in their place.

-- Days only. Why somebody is away is nobody's business here.
CREATE TABLE absence (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL CHECK (last_day >= first_day),
  entered_by   uuid NOT NULL,
  entered_at   timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, entered_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES person (tenant_id, id),
  CONSTRAINT absence_withdrawn_by_somebody CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE INDEX absence_days ON absence (tenant_id, last_day) WHERE withdrawn_at IS NULL;

-- A deputyship widens what the deputy may do: like a grant it holds only once a second person, not the deputy, has confirmed it.
CREATE TABLE deputyship (
  tenant_id     uuid NOT NULL REFERENCES tenant,
  id            uuid NOT NULL,
  principal_id  uuid NOT NULL,
  deputy_id     uuid NOT NULL,
  -- which of the principal's roles are lent; null: all of them
  roles         text[] CHECK (cardinality(roles) > 0),
  department_id uuid,
  valid_from    date NOT NULL,
  valid_to      date CHECK (valid_to >= valid_from),
  -- only on days on which the principal is absent, or on every day
  holds         text NOT NULL CHECK (holds IN ('whileAbsent', 'always')),
  proposed_by   uuid NOT NULL,
  proposed_at   timestamptz NOT NULL,
  confirmed_by  uuid,
  confirmed_at  timestamptz,
  ended_by      uuid,
  ended_at      timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, principal_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, deputy_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id),
  FOREIGN KEY (tenant_id, proposed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, confirmed_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, ended_by) REFERENCES person (tenant_id, id),
  CONSTRAINT deputyship_for_another CHECK (deputy_id <> principal_id),
  CONSTRAINT deputyship_two_persons CHECK (confirmed_by IS NULL OR (confirmed_by <> proposed_by AND confirmed_by <> deputy_id)),
  CONSTRAINT deputyship_confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CONSTRAINT deputyship_ended_by_somebody CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE INDEX deputyship_deputy ON deputyship (tenant_id, deputy_id) WHERE ended_at IS NULL;
CREATE INDEX deputyship_principal ON deputyship (tenant_id, principal_id) WHERE ended_at IS NULL;
