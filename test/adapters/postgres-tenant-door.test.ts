import pg from 'pg';
import { value, type SetUpTown } from '../../demo/set-up-town.js';
import { openDatabase } from '../../src/adapters/postgres/database.js';
import { PostgresTenantDoor } from '../../src/adapters/postgres/postgres-tenant-door.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import { SignIn } from '../../src/pipeline/sign-in.js';
import { PlainKeyedHash, QuickPasswords } from '../support/memory-ports.js';
import { holdRoles } from '../support/database.js';
import { openTownHall, type TownHall } from '../pipeline/town-hall.js';

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

/** At least one row of this tenant in every table. */
async function fillEveryTable(): Promise<void> {
  const keyedHash = new PlainKeyedHash();
  const signIn = new SignIn(hall.lookup, hall.door, new QuickPasswords(), keyedHash, hall.clock, hall.ids);
  value(await signIn.signIn('auenfurt', 'hanna', town.passwords.get('hanna') ?? ''));
  const by = { tenantId: town.tenantId, personId: hall.personId('admin'), idempotencyKey: 'payee' };
  const payee = { login: 'payee', displayName: 'Petra Payee', ibans: ['DE02120300000000202051'] };
  value(await hall.administerPeople.addPerson(by, payee));
  await hall.invoiceThatIs('approved', 'eine Rechnung');
  const claim = { tenantId: town.tenantId, apiKeyId: town.financeKeyId, idempotencyKey: 'claim', limit: 10 };
  value(await hall.claimHandOver.claim(claim));
  await hall.set('approval', { ...tenantSettings.approval.unset, steps: [{ upTo: null, orders: 2 }] });
  await hall.sealAuditLog.seal();
  await superuser.query(
    `INSERT INTO outbox (tenant_id, id, effect, payload, created_at, work_due_at) VALUES ($1, gen_random_uuid(), 'mail', '{}', now(), now())`,
    [town.tenantId],
  );
  await fillTablesOfMail();
  await insertAll([
    [
      `absence (tenant_id, id, person_id, first_day, last_day, entered_by, entered_at)
       VALUES ($1, gen_random_uuid(), $2, now(), now(), $2, now())`,
      hall.personId('hanna'),
    ],
    [`second_factor (tenant_id, person_id) VALUES ($1, $2)`, hall.personId('hanna')],
    [`recovery_code (tenant_id, person_id, code_hash) VALUES ($1, $2, repeat('e', 64))`, hall.personId('hanna')],
    [
      `deputyship (tenant_id, id, principal_id, deputy_id, valid_from, holds, proposed_by, proposed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, now(), 'always', $2, now())`,
      hall.personId('hanna'),
      hall.personId('admin'),
    ],
  ]);
}

/** A mailbox, a mail that came through it, and what hangs on its delivery; as rows, whoever writes them. */
async function fillTablesOfMail(): Promise<void> {
  const found = await superuser.query<{ delivery: string; channel: string; invoice: string; sha256: string }>(
    `SELECT d.id AS delivery, d.channel_id AS channel, i.id AS invoice, i.original_sha256 AS sha256
       FROM delivery d CROSS JOIN invoice i WHERE d.tenant_id = $1 AND i.tenant_id = $1 LIMIT 1`,
    [town.tenantId],
  );
  const { delivery, channel, invoice, sha256 } = found.rows[0] ?? {};
  await insertAll([
    [`mailbox (tenant_id, channel_id, address, settings) VALUES ($1, $2, 'rechnung@auenfurt.example', '{}')`, channel],
    [`counter_use (tenant_id, day, address, deliveries, bytes) VALUES ($1, now(), 'all', 1, 1)`],
    [
      `counter_hold (tenant_id, id, day, address, bytes, held_until) VALUES ($1, gen_random_uuid(), now(), repeat('f', 64), 1, now())`,
    ],
    [
      `mail (tenant_id, delivery_id, channel_id, raw_sha256, thread_key, envelope) VALUES ($1, $2, $3, $4, repeat('f', 64), '{}')`,
      delivery,
      channel,
      sha256,
    ],
    [
      `mail_place (tenant_id, channel_id, uid_validity, uid, delivery_id, found_at) VALUES ($1, $2, 1, 1, $3, now())`,
      channel,
      delivery,
    ],
    [
      `answer (tenant_id, id, kind, delivery_id, thread_key, address_hash, message_id, planned_on, planned_at)
       VALUES ($1, gen_random_uuid(), 'receipt', $2, 'thread', repeat('0', 64), '<1@auenfurt.example>', now(), now())`,
      delivery,
    ],
    [
      `subscription (tenant_id, id, delivery_id, address, language, asked_at)
       VALUES ($1, gen_random_uuid(), $2, 'post@handwerk.example', 'de', now())`,
      delivery,
    ],
  ]);
  await fillTablesOfDesk(invoice);
}

/** What people and the program have noted about an invoice. */
async function fillTablesOfDesk(invoice: string | undefined): Promise<void> {
  await insertAll([
    [
      `capture (tenant_id, invoice_id, version, terms, captured_by, captured_at) VALUES ($1, $2, 1, '{}', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `chart_entry (tenant_id, fiscal_year, kind, number, name, changed_at) VALUES ($1, 2026, 'account', '5241000', 'Unterhaltung', now())`,
    ],
    [
      `coding (tenant_id, invoice_id, version, fiscal_year, total_cents, currency, splits, set_by, set_at)
       VALUES ($1, $2, 1, 2026, 100, 'EUR', '[{}]', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `budget_answer (tenant_id, invoice_id, coding_version, number, answer, asked_by, asked_at)
       VALUES ($1, $2, 1, 1, 'unknown', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `invoice_distinction (tenant_id, invoice_id, other_id, decided_by, decided_at) VALUES ($1, $2, $2, $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `part_report (tenant_id, part_id, examined_at, verdict, report)
       SELECT $1, id, now(), 'rejected', '{}' FROM delivery_part WHERE tenant_id = $1 LIMIT 1`,
    ],
    [
      `supplier_query (tenant_id, id, invoice_id, reference, question, asked_by, asked_at)
       VALUES ($1, gen_random_uuid(), $2, repeat('A', 12), 'Warum?', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [`invoice_correction (tenant_id, invoice_id, number_key) VALUES ($1, $2, 're1')`, invoice],
    [
      `legal_hold (tenant_id, id, invoice_id, reason, set_by, set_at) VALUES ($1, gen_random_uuid(), $2, 'Prüfung', $3, now())`,
      invoice,
      hall.personId('hanna'),
    ],
    [
      `disposal (tenant_id, id, reason, scope, proposed_by, proposed_at) VALUES ($1, gen_random_uuid(), 'alt', '[]', $2, now())`,
      hall.personId('hanna'),
    ],
    [
      `disposal_item (tenant_id, disposal_id, subject_kind, subject_id, class, year, originals, disposed_at)
       SELECT $1, id, 'invoice', gen_random_uuid(), 'voucher', 2026, '{}', now() FROM disposal WHERE tenant_id = $1`,
    ],
    [`reminder_round (tenant_id) VALUES ($1)`],
    [
      `reminder_choice (tenant_id, person_id, language, mode, version, changed_at) VALUES ($1, $2, 'de', 'digest', 1, now())`,
      hall.personId('hanna'),
    ],
    [
      `reminder_mail (tenant_id, id, person_id, form, day, message_id, planned_at)
       VALUES ($1, gen_random_uuid(), $2, 'digest', now(), '<2@auenfurt.example>', now())`,
      hall.personId('hanna'),
    ],
    [
      `reminder (tenant_id, id, invoice_id, kind, day, planned_at) VALUES ($1, gen_random_uuid(), $2, 'skonto', now(), now())`,
      invoice,
    ],
  ]);
}

async function insertAll(rows: readonly (readonly [insert: string, ...values: unknown[]])[]): Promise<void> {
  for (const [insert, ...values] of rows) await superuser.query(`INSERT INTO ${insert}`, [town.tenantId, ...values]);
}

let releaseRoles: () => Promise<void>;
beforeAll(async () => {
  hall = await openTownHall();
  releaseRoles = await holdRoles();
  town = hall.town;
  superuser = await connected(hall.fresh.superuserUrl);
  app = await connected(hall.fresh.appUrl);
  await fillEveryTable();
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
    const { rows } = await superuser.query<{ columns: string; row: string }>(
      `SELECT (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
              to_jsonb(t)::text AS row FROM ${table} t WHERE ${tenantColumn(table)} = $2 LIMIT 1`,
      [table, town.tenantId],
    );
    const { columns = '', row = '' } = rows[0] ?? {};
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
  for (const [table, right] of [
    ['department', 'UPDATE'],
    ['person', 'UPDATE'],
    ['channel', 'UPDATE'],
    ['tenant', 'UPDATE'],
  ] as const) {
    const give = `${right} ${table} SET ${tenantColumn(table)} = '${otherTenant}'`;
    await expect(asTenant(town.tenantId, () => app.query(give))).rejects.toThrow(/row-level security policy/);
  }
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
