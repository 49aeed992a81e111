-- Reminders to staff: how people want to be told, when a tenant's next round is due, what was planned, and the mails that tell it.
CREATE TABLE reminder_choice (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  person_id  uuid NOT NULL,
  address    text CHECK (length(address) BETWEEN 3 AND 254),
  language   text NOT NULL CHECK (language IN ('de', 'en')),
  mode       text NOT NULL CHECK (mode IN ('each', 'digest', 'none')),
  version    integer NOT NULL CHECK (version > 0),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- One round a day; whoever holds the row goes on with it from where the last transaction has come to.
CREATE TABLE reminder_round (
  tenant_id uuid PRIMARY KEY REFERENCES tenant,
  -- null: not before a setting says when
  due_at    timestamptz,
  -- the day of the round under way, and the last invoice that it has looked at
  day       date,
  place     uuid,
  -- the last day whose round has come to its end
  held_on   date
);

-- A mail to one person. The Message-ID stands before anything is sent.
CREATE TABLE reminder_mail (
  tenant_id  uuid NOT NULL REFERENCES tenant,
  id         uuid NOT NULL,
  person_id  uuid NOT NULL,
  form       text NOT NULL CHECK (form IN ('single', 'digest')),
  day        date NOT NULL,
  message_id text NOT NULL,
  planned_at timestamptz NOT NULL,
  -- how it ended; dropped: nothing of it was true or permitted any more
  ended_at   timestamptz,
  outcome    text CHECK (outcome IN ('sent', 'failed', 'dropped')),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, message_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  CONSTRAINT reminder_mail_ends_somehow CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE UNIQUE INDEX reminder_mail_one_digest_a_day ON reminder_mail (tenant_id, person_id, day) WHERE form = 'digest';

-- One of a kind a day for an invoice and a person; person null: there was nobody to be told.
CREATE TABLE reminder (
  tenant_id    uuid NOT NULL REFERENCES tenant,
  id           uuid NOT NULL,
  invoice_id   uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('unclaimed', 'unconfirmed', 'unordered', 'unanswered', 'skonto', 'interest', 'escalation')),
  day          date NOT NULL,
  person_id    uuid,
  -- in whose place the person is told
  on_behalf_of uuid,
  planned_at   timestamptz NOT NULL,
  mail_id      uuid,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT reminder_once_a_day UNIQUE NULLS NOT DISTINCT (tenant_id, invoice_id, kind, day, person_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, on_behalf_of) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, mail_id) REFERENCES reminder_mail (tenant_id, id)
);
CREATE INDEX reminder_without_mail ON reminder (tenant_id, person_id) WHERE mail_id IS NULL AND person_id IS NOT NULL;
-- by which the old ones are removed
CREATE INDEX reminder_by_day ON reminder (tenant_id, day);
CREATE INDEX reminder_of_mail ON reminder (tenant_id, mail_id) WHERE mail_id IS NOT NULL;
