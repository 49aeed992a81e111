-- Queries (Rückfragen) to suppliers: the question of a decision, the mail that asks it, and what came back.
CREATE TABLE supplier_query (
  tenant_id   uuid NOT NULL REFERENCES tenant,
  id          uuid NOT NULL,
  invoice_id  uuid NOT NULL,
  -- stands in the mail's subject, so that an answer is known without the fields that thread mails
  reference   text NOT NULL CHECK (length(reference) = 12),
  question    text NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
  asked_by    uuid NOT NULL,
  asked_at    timestamptz NOT NULL,
  -- the mail that asks, or why there is none
  answer_id   uuid,
  silence     text,
  mail_error  text,
  answered_at timestamptz,
  answered_by text CHECK (answered_by IN ('mail', 'link', 'staff')),
  -- what staff wrote down, and who
  note        text,
  noted_by    uuid,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, reference),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id),
  FOREIGN KEY (tenant_id, asked_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, noted_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, answer_id) REFERENCES answer (tenant_id, id),
  CONSTRAINT supplier_query_mail_or_why CHECK (answer_id IS NULL OR silence IS NULL),
  CONSTRAINT supplier_query_answer_has_a_way CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
  CONSTRAINT supplier_query_note_has_its_person CHECK ((note IS NULL) = (noted_by IS NULL))
);
CREATE INDEX supplier_query_invoice ON supplier_query (tenant_id, invoice_id, asked_at);
CREATE INDEX supplier_query_answer ON supplier_query (tenant_id, answer_id) WHERE answer_id IS NOT NULL;

-- What came as an answer to a query is a delivery like any other, and says which one it answers.
ALTER TABLE delivery ADD COLUMN answers_query uuid;
ALTER TABLE delivery ADD FOREIGN KEY (tenant_id, answers_query) REFERENCES supplier_query (tenant_id, id);
CREATE INDEX delivery_answers ON delivery (tenant_id, answers_query) WHERE answers_query IS NOT NULL;
