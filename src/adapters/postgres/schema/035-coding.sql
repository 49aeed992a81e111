-- Coding (Kontierung): the chart of accounts of each Haushaltsjahr, what invoices are coded to, and what the budget check said.

-- Accounts (Sachkonten), products and cost centres. What is closed codes nothing new and keeps its name for what was coded.
CREATE TABLE chart_entry (
  tenant_id   uuid NOT NULL REFERENCES tenant,
  fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2199),
  kind        text NOT NULL CHECK (kind IN ('account', 'product', 'costCentre')),
  number      text NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  changed_at  timestamptz NOT NULL,
  closed_at   timestamptz,
  PRIMARY KEY (tenant_id, fiscal_year, kind, number)
);

-- How an invoice's amount is split; every version is kept, the highest one holds.
CREATE TABLE coding (
  tenant_id   uuid NOT NULL,
  invoice_id  uuid NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2199),
  -- what the splits add up to: negative for a credit note
  total_cents bigint NOT NULL,
  currency    text NOT NULL,
  splits      jsonb NOT NULL CHECK (jsonb_array_length(splits) BETWEEN 1 AND 100),
  -- whose coding is proposed when the next invoice of the same supplier is coded
  supplier_id uuid,
  set_by      uuid NOT NULL,
  set_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, version),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, supplier_id) REFERENCES supplier (tenant_id, id),
  FOREIGN KEY (tenant_id, set_by) REFERENCES person (tenant_id, id)
);
CREATE INDEX coding_of_supplier ON coding (tenant_id, supplier_id, set_at DESC) WHERE supplier_id IS NOT NULL;

-- What the budget check (Mittelprüfung) answered about a coding, each time that it was asked.
CREATE TABLE budget_answer (
  tenant_id      uuid NOT NULL,
  invoice_id     uuid NOT NULL,
  coding_version integer NOT NULL,
  number         integer NOT NULL CHECK (number > 0),
  answer         text NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
  message        text CHECK (length(message) <= 500),
  asked_by       uuid NOT NULL,
  asked_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id, coding_version, number),
  FOREIGN KEY (tenant_id, invoice_id, coding_version) REFERENCES coding (tenant_id, invoice_id, version),
  FOREIGN KEY (tenant_id, asked_by) REFERENCES person (tenant_id, id)
);
