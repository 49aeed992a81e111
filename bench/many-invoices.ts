import pg from 'pg';

/**
 * Copies a tenant's invoices until there are this many, each with a number, amount, time, delivery, part and event of its
 * own, and tells how many there are. Only in a database made for it: the copies' events are not chained, and what checks
 * them is passed by.
 */
export async function multiplyInvoices(superuserUrl: string, tenantId: string, wanted: number): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(`set local search_path = eingang`);
    await client.query(copies, [tenantId, wanted]);
    for (const table of ['delivery', 'delivery_part', 'audit_event', 'invoice', 'invoice_search'] as const)
      await client.query(await copyOf(client, table), [tenantId]);
    await client.query('commit');
    for (const table of ['invoice', 'invoice_search', 'delivery', 'delivery_part', 'audit_event'])
      await client.query(`analyze eingang.${table}`);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from eingang.invoice');
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

/** Which invoice is copied how often, and under which ids. */
const copies = `
  create temporary table copies on commit drop as
  with sources as (
    select i.id, p.id as part_id, p.delivery_id, row_number() over (order by i.id) - 1 as place, count(*) over () as sources
    from invoice i join delivery_part p on p.tenant_id = i.tenant_id and p.invoice_id = i.id and p.fate = 'invoice'
    where i.tenant_id = $1)
  select n, s.id as source_id, s.part_id as source_part_id, s.delivery_id as source_delivery_id,
    gen_random_uuid() as id, gen_random_uuid() as part_id, gen_random_uuid() as delivery_id
  from generate_series(1, greatest(0, $2::int - (select count(*)::int from invoice where tenant_id = $1))) n
  join sources s on s.place = n % s.sources`;

type Changed = Readonly<Record<string, string>>;
type Table = 'delivery' | 'delivery_part' | 'audit_event' | 'invoice' | 'invoice_search';

/** How a copy differs from the row it is taken of; everything else stays. */
const differences: Readonly<Record<Table, { readonly source: string; readonly changed: Changed }>> = {
  delivery: {
    source: 't.id = c.source_delivery_id',
    changed: {
      id: 'c.delivery_id',
      number: `t.number || '-' || c.n`,
      tracking_hash: `encode(sha256(c.n::text::bytea), 'hex')`,
      received_at: `t.received_at - c.n * interval '1 minute'`,
    },
  },
  delivery_part: {
    source: 't.id = c.source_part_id',
    changed: { id: 'c.part_id', delivery_id: 'c.delivery_id', invoice_id: 'c.id' },
  },
  audit_event: { source: `t.subject_kind = 'invoice' and t.subject_id = c.source_id`, changed: { subject_id: 'c.id' } },
  invoice: {
    source: 't.id = c.source_id',
    changed: {
      id: 'c.id',
      number: `t.number || '-' || c.n`,
      gross_cents: `t.gross_cents + c.n`,
      payable_cents: `t.payable_cents + c.n`,
      due_date: `t.due_date + (c.n % 60)::int`,
      received_at: `t.received_at - c.n * interval '1 minute'`,
      state_since: `t.state_since - c.n * interval '1 minute'`,
      duplicate_key: `t.duplicate_key || '-' || c.n`,
    },
  },
  invoice_search: {
    source: 't.invoice_id = c.source_id',
    changed: {
      invoice_id: 'c.id',
      text: `t.text || ' ' || c.n`,
      grams: 't.grams || search_grams(t.tenant_id, c.n::text)',
    },
  },
};

async function copyOf(client: pg.Client, table: Table): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'eingang' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const { source, changed } = differences[table];
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? `t.${name}`);
  return `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
    from copies c join ${table} t on t.tenant_id = $1 and ${source}`;
}
