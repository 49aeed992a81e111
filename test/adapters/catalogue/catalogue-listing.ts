import type pg from 'pg';

/**
 * Everything of the schema `eingang` that the catalogue knows, one sorted line each, in words that are the same on
 * PostgreSQL 15 to 18: NOT NULL stands with its column (18 lists it as a constraint too), the owner's own rights are
 * left out (17 added one to them), and bodies of functions appear as the SHA-256 of their text.
 */
export async function catalogueListing(client: pg.Client): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const question of Object.values(questions)) {
    const { rows } = await client.query<{ line: string }>(question);
    lines.push(...rows.map((row) => row.line));
  }
  return lines.sort();
}

/** Tables of the project's own; two belong to TypeORM. */
const tables = `SELECT c.* FROM pg_class c WHERE c.relnamespace = 'eingang'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname NOT IN ('schema_migration', 'typeorm_metadata')`;

/** `source` gives name, acl and owner of what rights are granted on. */
const grants = (kind: string, source: string): string => `
  SELECT 'grant on ${kind} ' || s.name || ' to ' || CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END
    || ': ' || string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS line
  FROM (${source}) s, aclexplode(s.acl) a WHERE a.grantee <> s.owner GROUP BY s.name, a.grantee`;

const questions = {
  tables: `SELECT 'table ' || t.relname || ' owner ' || pg_get_userbyid(t.relowner)
      || CASE WHEN t.relrowsecurity THEN ', row security' ELSE ', no row security' END
      || CASE WHEN t.relforcerowsecurity THEN ' forced' ELSE '' END AS line FROM (${tables}) t`,
  columns: `SELECT 'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
      || CASE WHEN a.attgenerated <> '' THEN ' generated ' || pg_get_expr(d.adbin, d.adrelid)
              WHEN d.adbin IS NOT NULL THEN ' default ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END
      || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
      || CASE WHEN a.attstorage <> y.typstorage THEN ' storage ' || a.attstorage::text ELSE '' END AS line
    FROM (${tables}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum`,
  indexes: `SELECT 'index ' || pg_get_indexdef(i.indexrelid) AS line FROM (${tables}) t JOIN pg_index i ON i.indrelid = t.oid`,
  constraints: `SELECT 'constraint ' || t.relname || ' ' || o.conname || ' ' || pg_get_constraintdef(o.oid) AS line
    FROM (${tables}) t JOIN pg_constraint o ON o.conrelid = t.oid AND o.contype <> 'n'`,
  policies: `SELECT 'policy ' || t.relname || ' ' || p.polname || ' ' || p.polcmd::text || CASE WHEN p.polpermissive THEN '' ELSE ' restrictive' END
      || ' to ' || (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r) END, ', ' ORDER BY r) FROM unnest(p.polroles) r)
      || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
      || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') AS line
    FROM (${tables}) t JOIN pg_policy p ON p.polrelid = t.oid`,
  triggers: `SELECT 'trigger ' || pg_get_triggerdef(g.oid) || ' enabled ' || g.tgenabled::text AS line
    FROM (${tables}) t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal`,
  functions: `SELECT 'function ' || p.oid::regprocedure || ' returns ' || pg_get_function_result(p.oid) || ' owner ' || pg_get_userbyid(p.proowner)
      || CASE WHEN p.prosecdef THEN ' security definer' ELSE '' END || ' volatile ' || p.provolatile::text
      || coalesce(' set ' || array_to_string(p.proconfig, '; '), '')
      || ' body ' || encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex') AS line
    FROM pg_proc p WHERE p.pronamespace = 'eingang'::regnamespace`,
  others: `SELECT 'other ' || c.relkind::text || ' ' || c.relname AS line FROM pg_class c
    WHERE c.relnamespace = 'eingang'::regnamespace AND c.relkind NOT IN ('r', 'p', 'i') AND c.relname NOT LIKE ALL (ARRAY['schema_migration%', 'typeorm_metadata%'])`,
  schemaGrants: grants(
    'schema',
    `SELECT nspname AS name, nspacl AS acl, nspowner AS owner FROM pg_namespace WHERE nspname = 'eingang'`,
  ),
  tableGrants: grants('table', `SELECT t.relname AS name, t.relacl AS acl, t.relowner AS owner FROM (${tables}) t`),
  columnGrants: grants(
    'column',
    `SELECT t.relname || '.' || c.attname AS name, c.attacl AS acl, t.relowner AS owner
     FROM (${tables}) t JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0`,
  ),
  functionGrants: grants(
    'function',
    `SELECT oid::regprocedure::text AS name, coalesce(proacl, acldefault('f', proowner)) AS acl, proowner AS owner
     FROM pg_proc WHERE pronamespace = 'eingang'::regnamespace`,
  ),
  roles: `SELECT 'role ' || rolname || CASE WHEN rolsuper THEN ' superuser' ELSE '' END || CASE WHEN rolbypassrls THEN ' bypassrls' ELSE '' END
      || CASE WHEN rolcreaterole THEN ' createrole' ELSE '' END || CASE WHEN rolcreatedb THEN ' createdb' ELSE '' END AS line
    FROM pg_roles WHERE rolname IN ('eingang_app', 'eingang_lookup')`,
} as const satisfies Record<string, string>;
