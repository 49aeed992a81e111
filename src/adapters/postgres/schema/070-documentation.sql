-- What a tenant has issued about its own procedure: every version stays as it was issued, with the hashes that the log names.
CREATE TABLE issued_document (
  tenant_id       uuid NOT NULL REFERENCES tenant,
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('procedure', 'processing')),
  version         integer NOT NULL CHECK (version > 0),
  issued_by       uuid NOT NULL,
  issued_at       timestamptz NOT NULL,
  -- headings, sentences and rows: what the next version is compared with
  content         jsonb NOT NULL,
  html            text NOT NULL,
  markdown        text NOT NULL,
  html_sha256     text NOT NULL CHECK (length(html_sha256) = 64),
  markdown_sha256 text NOT NULL CHECK (length(markdown_sha256) = 64),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, kind, version),
  FOREIGN KEY (tenant_id, issued_by) REFERENCES person (tenant_id, id)
);

ALTER TABLE issued_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_document FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON issued_document TO eingang_app
  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
GRANT SELECT, INSERT ON issued_document TO eingang_app;
