import pg from 'pg';
import { helpers, largeTables, planningSteps, rowSteps, smallTables, type Wanted } from './generated-towns.steps.js';

/** The tenant that holds two fifths of all invoices, half of them open. */
export interface LargeTown {
  readonly tenantId: string;
  readonly apiKeyId: string;
  /** Confirms in one of twelve departments. */
  readonly confirmer: string;
  /** Orders up to 5,000 euro in every department. */
  readonly orderer: string;
  /** Sees every department, and what has none. */
  readonly intake: string;
  readonly departmentIds: readonly string[];
  readonly held: Readonly<Record<'invoices' | 'openHere' | 'events' | 'tenants', number>>;
  /** Some of its invoices, drawn by lot. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly id: string;
  readonly isOpen: boolean;
  readonly number: string;
  readonly sellerName: string;
  readonly orderReference: string | null;
  readonly grossCents: string;
  readonly receivedAt: Date;
  readonly nextLossOn: string | null;
  readonly trackingToken: string;
}

/**
 * Fills a migrated, empty database with towns and their invoices by set-based statements, the same ones for the same
 * seed. Only what a superuser may do makes it fast: triggers sleep and indexes are gone meanwhile. So everything that
 * they would have said is asked at the end.
 * @throws Error naming the constraint that does not hold.
 */
export async function generateTowns(superuserUrl: string, wanted: Wanted): Promise<LargeTown> {
  const sessions = [await sessionOf(superuserUrl), await sessionOf(superuserUrl)] as const;
  const [client] = sessions;
  try {
    const indexes = await dropIndexes(client);
    for (const step of [...helpers(wanted), ...planningSteps(wanted)]) await client.query(step);
    await sideBySide(sessions, rowSteps);
    await client.query('DROP SCHEMA generated CASCADE');
    await sideBySide(sessions, dealt(indexes));
    await sideBySide(sessions, dealt(await constraintsToValidate(client)));
    await sideBySide(sessions, dealt(Object.entries(rules).map(([rule, query]) => ruleHolds(rule, query))));
    await sideBySide(sessions, dealt(largeTables.map((table) => `VACUUM (ANALYZE) ${table}`)));
    await client.query(`ANALYZE ${smallTables.join(', ')}`);
  } finally {
    await Promise.all(sessions.map((session) => session.end()));
  }
  return largeTownIn(superuserUrl);
}

async function sessionOf(superuserUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`SET search_path = eingang; SET maintenance_work_mem = '256MB'; SET work_mem = '64MB'`);
  await client.query('SET session_replication_role = replica');
  return client;
}

const sideBySide = (sessions: readonly pg.Client[], lists: readonly (readonly string[])[]): Promise<unknown> =>
  Promise.all(
    sessions.map(async (session, at) => {
      for (const step of lists[at] ?? []) await session.query(step);
    }),
  );

/** To two, by turns. */
const dealt = (steps: readonly string[]): readonly (readonly string[])[] =>
  [0, 1].map((hand) => steps.filter((_, at) => at % 2 === hand));

/** Those that hold no constraint: to be made again at once costs less than to be kept while rows come in. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relnamespace = 'eingang'::regnamespace AND t.relname = ANY ($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [largeTables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Foreign keys are not looked at while triggers sleep. */
async function constraintsToValidate(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ step: string }>(
    `UPDATE pg_constraint SET convalidated = false WHERE contype = 'f' AND connamespace = 'eingang'::regnamespace
       AND conrelid::regclass::text = ANY ($1)
     RETURNING format('ALTER TABLE %s VALIDATE CONSTRAINT %I', conrelid::regclass, conname) AS step`,
    [largeTables],
  );
  return rows.map(({ step }) => step);
}

const ruleHolds = (rule: string, broken: string): string =>
  `DO $$ BEGIN IF EXISTS (${broken}) THEN RAISE EXCEPTION 'The generated rows break a rule: ${rule}'; END IF; END $$`;

/** What triggers and the program would have seen to. */
const rules = {
  'no state without its event': `SELECT 1 FROM invoice i JOIN audit_event e ON e.tenant_id = i.tenant_id AND e.subject_kind = 'invoice'
    AND e.subject_id = i.id AND e.number = i.event_number WHERE e.body::jsonb -> 'facts' ->> 'to' IS DISTINCT FROM i.state`,
  'every event is hashed': `SELECT 1 FROM audit_event WHERE hash <> encode(sha256(convert_to(body, 'UTF8')), 'hex')`,
  'every text is found': `SELECT 1 FROM (SELECT * FROM invoice_search LIMIT 2000) s
    WHERE NOT grams @> search_grams(tenant_id, text)`,
} as const;

/** What `generateTowns` has left in a database. */
export async function largeTownIn(superuserUrl: string): Promise<LargeTown> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('SET search_path = eingang');
    const { rows } = await client.query<Omit<LargeTown, 'held' | 'samples'> & LargeTown['held']>(largeTown);
    const [row] = rows;
    if (!row) throw new Error('The large town is not there.');
    const { invoices, openHere, events, tenants, ...town } = row;
    const samples = await client.query<Sample>(someInvoices, [town.tenantId]);
    return { ...town, held: { invoices, openHere, events, tenants }, samples: samples.rows };
  } finally {
    await client.end();
  }
}

const largeTown = `SELECT t.id AS "tenantId", (SELECT id FROM api_key WHERE tenant_id = t.id) AS "apiKeyId",
   (SELECT id FROM person WHERE tenant_id = t.id AND login = 'p12') AS confirmer,
   (SELECT id FROM person WHERE tenant_id = t.id AND login = 'p01') AS orderer,
   (SELECT id FROM person WHERE tenant_id = t.id AND login = 'p02') AS intake,
   ARRAY(SELECT id::text FROM department WHERE tenant_id = t.id ORDER BY code) AS "departmentIds",
   (SELECT count(*)::int FROM invoice) AS invoices, (SELECT count(*)::int FROM audit_event) AS events,
   (SELECT count(*)::int FROM tenant) AS tenants, (SELECT count(*)::int FROM invoice WHERE tenant_id = t.id AND state IN
     ('clarification', 'routed', 'in_review', 'query', 'confirmed', 'approved', 'claimed')) AS "openHere"
 FROM tenant t WHERE slug = 'stadt-0'`;

const someInvoices = `SELECT i.id, i.next_loss_on IS NOT NULL AS "isOpen", i.number, i.seller_name AS "sellerName",
   i.order_reference AS "orderReference", i.gross_cents::text AS "grossCents", i.received_at AS "receivedAt",
   i.next_loss_on::text AS "nextLossOn", 'track' || substr(d.number, 3) AS "trackingToken"
 FROM invoice i JOIN delivery_part p ON p.tenant_id = i.tenant_id AND p.invoice_id = i.id
 JOIN delivery d ON d.tenant_id = p.tenant_id AND d.id = p.delivery_id
 WHERE i.tenant_id = $1 AND i.id < (SELECT id FROM invoice WHERE tenant_id = $1 ORDER BY id OFFSET 199 LIMIT 1) ORDER BY i.id`;
