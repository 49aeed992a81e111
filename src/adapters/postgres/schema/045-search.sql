-- The search over number, seller, order reference and text, wherever in them the words stand.
--
-- Under row-level security no index serves LIKE or arrays: their operators are not leakproof, so PostgreSQL looks at the
-- tenant first and reads all its rows. One function of the role `lookup` reads the index instead, and looks at the tenant
-- itself, which is also in every number that the index holds.

-- A table of its own: it is written when a document has been read, and not again with each state of its invoice.
CREATE TABLE invoice_search (
  tenant_id  uuid NOT NULL,
  invoice_id uuid NOT NULL,
  -- folded, its parts kept apart by `|` and blanks
  text       text NOT NULL CHECK (length(text) <= 4200),
  -- see `search_grams`
  grams      integer[] NOT NULL,
  PRIMARY KEY (tenant_id, invoice_id),
  FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id)
);
-- Without a list of what is still to be put in: every search would have to read it.
CREATE INDEX invoice_search_grams ON invoice_search USING gin (grams) WITH (fastupdate = off);
-- The function below knows its plan: no figures about the numbers are needed.
ALTER TABLE invoice_search ALTER COLUMN grams SET STATISTICS 0;

-- Every three letters or digits in a row, each as a number that is the tenant's own: the same letters of another tenant are
-- another number, so that neither the size nor the speed of a search depends on what other tenants hold.
CREATE FUNCTION search_grams(of_tenant uuid, of_text text) RETURNS integer[] IMMUTABLE STRICT PARALLEL SAFE
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE seed bigint := uuid_hash_extended(of_tenant, 0);
BEGIN
  RETURN ARRAY(SELECT (hashtextextended(substr(word, n, 3), seed) >> 33)::integer
    FROM string_to_table(translate(of_text, '|', ' '), ' ') AS word, generate_series(1, length(word) - 2) AS n);
END $$;

-- Invoices of the tenant that is set which contain each of the words, at most so many, in any order. Null stands for all
-- states, all departments. One word at least has three letters: others are not in the index.
CREATE FUNCTION search_invoices(words text[], of_states text[], of_departments uuid[], at_most integer) RETURNS SETOF uuid STABLE
LANGUAGE plpgsql SECURITY DEFINER SET search_path = eingang, pg_temp
-- One way only: from the index to the texts to the invoices. Statistics of one tenant mislead about another.
SET plan_cache_mode = force_custom_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET work_mem = '64MB' AS $$
DECLARE
  tenant   uuid := current_tenant();
  wanted   integer[];
  patterns text[];
BEGIN
  SELECT array_agg(DISTINCT gram) INTO wanted FROM unnest(words) AS word, unnest(search_grams(tenant, word)) AS gram;
  SELECT array_agg('%' || word || '%') INTO patterns FROM unnest(words) AS word;
  IF wanted IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT s.invoice_id FROM invoice_search s JOIN invoice i ON i.tenant_id = s.tenant_id AND i.id = s.invoice_id
    WHERE s.tenant_id = tenant AND s.grams @> wanted AND s.text LIKE ALL (patterns)
      AND (of_states IS NULL OR i.state = ANY (of_states)) AND (of_departments IS NULL OR i.department_id = ANY (of_departments))
    LIMIT at_most;
END $$;

ALTER TABLE invoice_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_search FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON invoice_search TO eingang_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY lookup_reads ON invoice_search FOR SELECT TO eingang_lookup USING (true);
GRANT SELECT, INSERT, UPDATE (text, grams) ON invoice_search TO eingang_app;
GRANT SELECT ON invoice_search TO eingang_lookup;

REVOKE ALL ON FUNCTION search_invoices(text[], text[], uuid[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_invoices(text[], text[], uuid[], integer) TO eingang_app;
GRANT CREATE ON SCHEMA eingang TO eingang_lookup;
ALTER FUNCTION search_invoices(text[], text[], uuid[], integer) OWNER TO eingang_lookup;
REVOKE CREATE ON SCHEMA eingang FROM eingang_lookup;
