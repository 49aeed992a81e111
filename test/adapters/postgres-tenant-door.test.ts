import pg from 'pg';
import { value, type SetUpTown } from '../../demo/set-up-town.js';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { PostgresTenantDoor } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { holdRoles } from '../support/database.js';
import { openTownHall, type TownHall } from '../pipeline/town-hall.js';
import { fillEveryTable } from './tenant-rows.js';

// Everything here is raw SQL as the application's role: what holds must not depend on the stores.

let hall: TownHall;
let town: SetUpTown;
let superuser: pg.Client;
let app: pg.Client;
let otherTenant: string;
let tables: readonly string[];

/** Tables that belong to no tenant; whoever adds one here must say why. */
const aboveTenants = [
  'schema_migration', // TypeORM's list of migrations
  'typeorm_metadata', // TypeORM's list of generated columns
  'seal', // one chain of seals over all tenants: numbers, digests, signatures
];

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SET search_path = eingang');
  return client;
}

let releaseRoles: () => Promise<void>;
beforeAll(async () => {
  hall = await openTownHall();
  releaseRoles = await holdRoles();
  town = hall.town;
  superuser = await connected(hall.fresh.superuserUrl);
  app = await connected(hall.fresh.appUrl);
  await fillEveryTable(hall, superuser);
  const administrators = [
    { login: 'eins', displayName: 'Eins' },
    { login: 'zwei', displayName: 'Zwei' },
  ] as const;
  const born = await hall.createTenant.create({ slug: 'nachbarort', name: 'Nachbarort', administrators });
  otherTenant = value(born).tenantId;
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'eingang'::regnamespace AND relkind IN ('r', 'p') AND relname <> ALL ($1) ORDER BY 1`,
    [aboveTenants],
  );
  tables = rows.map((row) => row.name);
}, 120_000);

afterAll(async () => {
  await releaseRoles();
  await superuser.end();
  await app.end();
  await hall.close();
});

const tenantColumn = (table: string): string => (table === 'tenant' ? 'id' : 'tenant_id');

/** Runs as the application in a transaction that is undone, with this tenant set or none. */
async function asTenant<T>(tenant: string | null, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (tenant !== null) await app.query(`SELECT set_config('app.tenant', $1, true)`, [tenant]);
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

const count = async (client: pg.Client, table: string, where = 'true'): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`);
  return Number(rows[0]?.n);
};

const may = async (table: string, right: 'INSERT' | 'DELETE'): Promise<boolean> => {
  const { rows } = await superuser.query<{ may: boolean }>(`SELECT has_table_privilege('eingang_app', $1, $2) AS may`, [
    table,
    right,
  ]);
  return rows[0]?.may === true;
};

/** A column that the application may update, if any. */
async function changeableColumn(table: string): Promise<string | undefined> {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' AND has_column_privilege('eingang_app', attrelid, attnum, 'UPDATE') ORDER BY attnum LIMIT 1`,
    [table],
  );
  return rows[0]?.name;
}

/** The columns of a table, and one row of the town's as JSON. */
async function rowOfTown(table: string): Promise<readonly [columns: string, row: string]> {
  const { rows } = await superuser.query<{ columns: string; row: string }>(
    `SELECT (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
              WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
            to_jsonb(t)::text AS row FROM ${table} t WHERE ${tenantColumn(table)} = $2 LIMIT 1`,
    [table, town.tenantId],
  );
  const { columns = '', row = '' } = rows[0] ?? {};
  return [columns, row];
}

it('forces row-level security on every table of a tenant, and each holds something to be hidden', async () => {
  const { rows } = await superuser.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'eingang'::regnamespace AND relkind IN ('r', 'p')
       AND relrowsecurity AND relforcerowsecurity ORDER BY 1`,
  );
  expect(rows.map((row) => row.name)).toEqual(tables);
  expect(tables.length).toBeGreaterThanOrEqual(28);
  const rowsOfTown = await Promise.all(
    tables.map((table) => count(superuser, table, `${tenantColumn(table)} = '${town.tenantId}'`)),
  );
  expect(tables.filter((_, at) => rowsOfTown[at] === 0)).toEqual([]);
});

it('shows nothing to the application where no tenant is set, and nothing to the owner at all', async () => {
  const owner = await connected(hall.fresh.ownerUrl);
  const seen: string[] = [];
  for (const table of tables) {
    if ((await asTenant(null, () => count(app, table))) > 0) seen.push(`${table} without a tenant`);
    await owner.query(`SELECT set_config('app.tenant', $1, false)`, [town.tenantId]);
    if ((await count(owner, table)) > 0) seen.push(`${table} as owner`);
  }
  await owner.end();
  expect(seen).toEqual([]);
});

it('shows each tenant its own rows and none of another', async () => {
  const seen: string[] = [];
  for (const table of tables) {
    const foreign = `${tenantColumn(table)} <> current_setting('app.tenant')::uuid`;
    if ((await asTenant(town.tenantId, () => count(app, table))) === 0) seen.push(`${table}: own rows are hidden`);
    for (const tenant of [town.tenantId, otherTenant])
      if ((await asTenant(tenant, () => count(app, table, foreign))) > 0) seen.push(`${table}: foreign rows are seen`);
  }
  expect(seen).toEqual([]);
});

it("lets a tenant change and delete nothing of another's", async () => {
  const tried = { change: 0, delete: 0 };
  for (const table of tables) {
    const theirs = `${tenantColumn(table)} = '${town.tenantId}'`;
    const column = await changeableColumn(table);
    if (column !== undefined) {
      const change = `UPDATE ${table} SET ${column} = ${column} RETURNING ${tenantColumn(table)} AS tenant`;
      const { rows } = await asTenant(otherTenant, () => app.query<{ tenant: string }>(change));
      expect(rows.filter((row) => row.tenant !== otherTenant)).toEqual([]);
      tried.change += 1;
    }
    const remove = () => asTenant(otherTenant, () => app.query(`DELETE FROM ${table} WHERE ${theirs}`));
    if (await may(table, 'DELETE')) {
      expect((await remove()).rowCount).toBe(0);
      tried.delete += 1;
    } else await expect(remove()).rejects.toThrow(/permission denied/);
  }
  expect(tried.change).toBeGreaterThan(12);
  expect(tried.delete).toBe(10);
});

it('lets a tenant write nothing for another', async () => {
  let tried = 0;
  for (const table of tables) {
    const [columns, row] = await rowOfTown(table);
    const copy = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::${table}, $1::jsonb)`;
    const refusal = (await may(table, 'INSERT')) ? /row-level security policy for table/ : /permission denied/;
    await expect(asTenant(otherTenant, () => app.query(copy, [row]))).rejects.toThrow(
      table === 'invoice' ? /row-level security|without an audit event/ : refusal,
    );
    tried += 1;
  }
  expect(tried).toBe(tables.length);
});

it('lets no row be given to another tenant', async () => {
  const tried: string[] = [];
  for (const table of tables) {
    const column = tenantColumn(table);
    const { rows } = await superuser.query<{ may: boolean }>(
      `SELECT has_column_privilege('eingang_app', $1, $2, 'UPDATE') AS may`,
      [table, column],
    );
    const give = `UPDATE ${table} SET ${column} = '${otherTenant}'`;
    const refusal = rows[0]?.may === true ? /row-level security policy/ : /permission denied/;
    await expect(asTenant(town.tenantId, () => app.query(give))).rejects.toThrow(refusal);
    if (rows[0]?.may === true) tried.push(table);
  }
  expect(tried).toEqual(expect.arrayContaining(['department', 'person', 'channel', 'tenant']));
});

describe.each([
  ['no tenant is set', null],
  ['an empty one is set', ''],
  ['one is set that there is not', '00000000-0000-4000-8000-000000000000'],
])('where %s', (_, setting) => {
  it('nothing is seen, changed or deleted', async () => {
    const reached: string[] = [];
    for (const table of tables) {
      const rows = (statement: string) => asTenant(setting, async () => (await app.query(statement)).rowCount ?? 0);
      const column = await changeableColumn(table);
      if ((await rows(`SELECT 1 FROM ${table}`)) > 0) reached.push(`${table} is seen`);
      if (column !== undefined && (await rows(`UPDATE ${table} SET ${column} = ${column}`)) > 0)
        reached.push(`${table} is changed`);
      if ((await may(table, 'DELETE')) && (await rows(`DELETE FROM ${table}`)) > 0) reached.push(`${table} loses rows`);
    }
    expect(reached).toEqual([]);
  });

  it('nothing is written', async () => {
    for (const table of tables) {
      const [columns, row] = await rowOfTown(table);
      const copy = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(null::${table}, $1::jsonb)`;
      await expect(asTenant(setting, () => app.query(copy, [row]))).rejects.toThrow(
        /row-level security policy|permission denied|without an audit event/,
      );
    }
  });
});

it('takes no setting that is no id', async () => {
  for (const wrong of [`' OR true --`, 'auenfurt', `{${town.tenantId}}x`])
    await expect(asTenant(wrong, () => count(app, 'person'))).rejects.toThrow(/invalid input syntax for type uuid/);
});

describe('the functions that see every tenant', () => {
  it.each([
    ['find_tenant', `find_tenant('auenfurt')`, `find_tenant('nirgends')`],
    ['find_api_key', `find_api_key((SELECT key_hash FROM api_key LIMIT 1))`, `find_api_key(repeat('0', 64))`],
    ['find_session', `find_session((SELECT token_hash FROM session LIMIT 1))`, `find_session(repeat('0', 64))`],
    ['find_tracking', `find_tracking((SELECT tracking_hash FROM delivery LIMIT 1))`, `find_tracking(repeat('0', 64))`],
    [
      'tenant_of_leitweg_id',
      `tenant_of_leitweg_id('07999001-hauptamt-07')`,
      `tenant_of_leitweg_id('991-33333TEST-33')`,
    ],
  ])('%s answers one row to the one who knows what to ask, and nothing else', async (name, asked, unknown) => {
    const argument = /\((.*)\)$/.exec(asked)?.[1] ?? '';
    const { rows } = await superuser.query<{ argument: string }>(`SELECT (${argument}) AS argument`);
    expect((await app.query(`SELECT * FROM ${name}($1)`, [rows[0]?.argument])).rows).toHaveLength(1);
    expect((await app.query(`SELECT * FROM ${unknown}`)).rows).toEqual([]);
    expect((await app.query(`SELECT * FROM ${name}(NULL)`)).rows).toEqual([]);
    expect((await app.query(`SELECT * FROM ${name}('%')`)).rows).toEqual([]);
  });

  /** Those that look above tenants, each asked by a secret or by the program's own rounds; all others serve one tenant. */
  const above = [
    ...['find_tenant', 'find_api_key', 'find_session', 'find_tracking', 'tenant_of_leitweg_id'],
    ...['list_tenants', 'due_work', 'unsealed_heads', 'unsealed_events', 'last_seal_for_update'],
    ...['write_seal', 'seal_members'],
  ];

  it('are a closed list, and the others reach nothing of another tenant by its ids', async () => {
    const found = await superuser.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'eingang'::regnamespace AND prosecdef ORDER BY 1`,
    );
    const { rows } = await superuser.query<Record<'invoice' | 'delivery' | 'person' | 'sha256', string>>(
      `SELECT i.id AS invoice, i.original_sha256 AS sha256, d.id AS delivery, p.id AS person
         FROM invoice i CROSS JOIN delivery d CROSS JOIN person p
        WHERE i.tenant_id = $1 AND d.tenant_id = $1 AND p.tenant_id = $1 LIMIT 1`,
      [town.tenantId],
    );
    const { invoice = '', delivery = '', person = '', sha256 = '' } = rows[0] ?? {};
    const ofTenant: Readonly<Record<string, readonly [call: string, outcome: RegExp | null]>> = {
      dispose_invoice: [`dispose_invoice('${invoice}')`, /not disposed of by any event/],
      dispose_delivery: [`dispose_delivery('${delivery}')`, /not disposed of by any event/],
      dispose_person: [`dispose_person('${person}', 'x')`, /not disposed of by any event/],
      dispose_payload: [`dispose_payload('invoice', '${invoice}', 1, 2)`, /no event that says it is disposed of/],
      remove_original_bytes: [`remove_original_bytes('${sha256}')`, /is still needed/],
      search_invoices: [`search_invoices(ARRAY['rechnung'], NULL, NULL, 1000)`, null],
    };
    expect(found.rows.map(({ name }) => name)).toEqual([...above, ...Object.keys(ofTenant)].toSorted());
    for (const [call, outcome] of Object.values(ofTenant)) {
      const ask = (tenant: string) => asTenant(tenant, async () => (await app.query(`SELECT * FROM ${call}`)).rowCount);
      if (outcome === null) expect([await ask(town.tenantId), await ask(otherTenant)]).toEqual([1, 0]);
      else await expect(ask(otherTenant)).rejects.toThrow(outcome);
    }
  });

  it('can be called by the application alone', async () => {
    const owner = await connected(hall.fresh.ownerUrl);
    const { rows } = await superuser.query<{ call: string }>(
      `SELECT format('%s(%s)', proname, (SELECT string_agg('NULL', ', ') FROM generate_series(1, pronargs))) AS call
       FROM pg_proc WHERE pronamespace = 'eingang'::regnamespace AND prosecdef`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const { call } of rows)
      await expect(owner.query(`SELECT ${call}`)).rejects.toThrow(/permission denied for function/);
    await owner.end();
  });

  it('look nowhere but in their own schema', async () => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'eingang'::regnamespace AND prosecdef
         AND NOT coalesce('search_path=eingang, pg_temp' = ANY (proconfig), false)`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the tenant that is set for a transaction', () => {
  it('is forgotten by the pooled connection, whether the transaction is kept or undone', async () => {
    const database = await openDatabase(hall.fresh.appUrl, 1);
    const door = new PostgresTenantDoor(database);
    const leftOver = async () => {
      const [row] = await database.query<{ tenant: string | null; seen: string }[]>(
        `SELECT nullif(current_setting('app.tenant', true), '') AS tenant, (SELECT count(*) FROM eingang.person) AS seen`,
      );
      return row;
    };
    expect((await door.inTenant(town.tenantId, (tenant) => tenant.people.list())).length).toBeGreaterThan(10);
    expect(await leftOver()).toEqual({ tenant: null, seen: '0' });
    const failing = door.inTenant(town.tenantId, async (tenant) => {
      await tenant.people.list();
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await leftOver()).toEqual({ tenant: null, seen: '0' });
    await database.destroy();
  });

  it('is never another one, however many transactions of two tenants run at once', async () => {
    const database = await openDatabase(hall.fresh.appUrl, 3);
    const door = new PostgresTenantDoor(database);
    const logins = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        door.inTenant(at % 2 === 0 ? otherTenant : town.tenantId, async (tenant) => [
          (await tenant.people.list()).some((person) => person.login === 'eins'),
          (await tenant.people.list()).some((person) => person.login === 'hanna'),
        ]),
      ),
    );
    expect(logins).toEqual(logins.map((_, at) => (at % 2 === 0 ? [true, false] : [false, true])));
    await database.destroy();
  });
});
