import pg from 'pg';

/** An original that rows need: its bytes belong to every backup of them. */
export interface NeededOriginal {
  readonly tenantId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A role that is to be there before a database is restored; null: without sign-in. */
export interface WantedRole {
  readonly name: string;
  readonly password: string | null;
  readonly mayCreateRoles?: boolean;
}

const pageRows = 1000;

/** The administrator's way into the whole database, past row-level security: for backup and restore alone. */
export class BackupConnection {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<BackupConnection> {
    const client = new pg.Client({ connectionString: url, application_name: 'eingang backup' });
    // A lost connection is told by the next query.
    client.on('error', () => undefined);
    await client.connect();
    return new BackupConnection(client);
  }

  /** `reads`: sees every tenant's rows, which row-level security hides from the owner too. */
  async rights(): Promise<{ readonly isSuperuser: boolean; readonly reads: boolean }> {
    const { rows } = await this.client.query<{ super: boolean; bypass: boolean }>(
      'SELECT rolsuper AS super, rolbypassrls AS bypass FROM pg_roles WHERE rolname = current_user',
    );
    const isSuperuser = rows[0]?.super === true;
    return { isSuperuser, reads: isSuperuser || rows[0]?.bypass === true };
  }

  /** What this connection reads from here on is one moment, which pg_dump shares by the name that is answered. */
  async holdSnapshot(): Promise<string> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await this.client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    const { rows } = await this.client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
    return rows[0]?.name ?? '';
  }

  /** By tenant and name, page by page. */
  async *originals(): AsyncGenerator<NeededOriginal> {
    let after = { tenantId: '00000000-0000-0000-0000-000000000000', sha256: '' };
    for (;;) {
      const { rows } = await this.client.query<{ tenantId: string; sha256: string; size: string }>(
        `SELECT tenant_id AS "tenantId", sha256, size_bytes::text AS size FROM eingang.original
         WHERE released_at IS NULL AND (tenant_id, sha256) > ($1::uuid, $2) ORDER BY tenant_id, sha256 LIMIT $3`,
        [after.tenantId, after.sha256, pageRows],
      );
      for (const { size, ...row } of rows) yield { ...row, sizeBytes: Number(size) };
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageRows) return;
      after = last;
    }
  }

  /** The role that owns the schema; null: there is none. */
  async owner(): Promise<string | null> {
    const { rows } = await this.client.query<{ owner: string }>(
      `SELECT pg_get_userbyid(nspowner) AS owner FROM pg_namespace WHERE nspname = 'eingang'`,
    );
    return rows[0]?.owner ?? null;
  }

  /** Nobody has made a schema in it, nor a table, view, sequence or function in `public`. */
  async isEmpty(): Promise<boolean> {
    const { rows } = await this.client.query<{ full: boolean }>(
      `WITH own AS (SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_')
       SELECT EXISTS (SELECT 1 FROM own WHERE nspname <> 'public')
           OR EXISTS (SELECT 1 FROM pg_class JOIN own ON own.oid = relnamespace)
           OR EXISTS (SELECT 1 FROM pg_proc JOIN own ON own.oid = pronamespace) AS full`,
    );
    return rows[0]?.full === false;
  }

  async hasRole(name: string): Promise<boolean> {
    const { rowCount } = await this.client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    return rowCount !== 0;
  }

  /** Roles belong to the server and not to a database: no dump of one holds them. Those that are there stay as they are. */
  async prepareRoles(wanted: readonly WantedRole[]): Promise<void> {
    for (const { name, password, mayCreateRoles } of wanted) {
      if (await this.hasRole(name)) continue;
      const signIn = password === null ? 'NOLOGIN' : `LOGIN PASSWORD ${pg.escapeLiteral(password)}`;
      const more = mayCreateRoles === true ? ' CREATEROLE' : '';
      await this.client.query(`CREATE ROLE ${pg.escapeIdentifier(name)} ${signIn}${more}`);
    }
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
