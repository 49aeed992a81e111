import pg from 'pg';
import { z } from 'zod';
import type { SetUpTown } from '../../demo/set-up-town.js';
import { tenant } from '../../demo/town.js';
import { scopes } from '../../src/domain/access/scopes.js';
import { EVERY_ROLE } from '../../src/domain/access/role-groups.js';
import type { Role } from '../../src/domain/approval/roles.js';
import { AdministerPeople } from '../../src/pipeline/administer-people.js';
import { AdministerTenant } from '../../src/pipeline/administer-tenant.js';
import { CreateTenant } from '../../src/pipeline/create-tenant.js';
import { tenantSettings } from '../../src/pipeline/tenant-settings.table.js';
import { value } from '../../demo/set-up-town.js';
import { Client, each, newKey } from './client.js';
import { townOf, type RunningService } from './running-service.js';

/** A town with something of every kind, and its neighbour with somebody for every role, who must reach nothing of it. */
export interface Neighbours {
  readonly town: SetUpTown;
  /** Ids of the town by the collection in whose addresses they stand. */
  readonly idsOfTown: Readonly<Record<string, string>>;
  /** The neighbour's people, one for each role, and one who holds them all. */
  readonly byRole: ReadonlyMap<Role, Client>;
  readonly everything: Client;
  /** The neighbour's API keys, one for each scope, and one with all of them. */
  readonly byScope: ReadonlyMap<(typeof scopes)[number], Client>;
  readonly everyScope: Client;
  readonly neighbourId: string;
}

export async function setUpNeighbours(service: RunningService): Promise<Neighbours> {
  const town = await townOf(service);
  const { lookup, door, passwords, clock, ids, keyedHash } = service.ports;
  const administrators = [
    { login: 'eins', displayName: 'Eins' },
    { login: 'zwei', displayName: 'Zwei' },
  ] as const;
  const born = value(
    await new CreateTenant(lookup, door, passwords, clock, ids).create({
      slug: 'nachbar',
      name: 'Nachbar',
      administrators,
    }),
  );
  const [first, second] = born.administrators;
  if (!first || !second) throw new Error('the neighbour has no administrators');
  const by = (personId = first.personId) => ({ tenantId: born.tenantId, personId, idempotencyKey: newKey() });
  const people = new AdministerPeople(door, passwords, clock, ids, keyedHash);
  const holder = async (login: string, roles: readonly Role[]): Promise<Client> => {
    const added = value(await people.addPerson(by(), { login, displayName: login, ibans: [] }));
    for (const role of roles) {
      const grant = { personId: added.id, role, departmentId: null, limitCents: null, validFrom: '2026-01-01' };
      const { id } = value(await people.proposeGrant(by(), { ...grant, validTo: null }));
      value(await people.confirmGrant(by(second.personId), id));
    }
    return new Client(service.url).signedIn('nachbar', login, added.password);
  };
  const byRole = new Map<Role, Client>();
  for (const role of EVERY_ROLE) byRole.set(role, await holder(role.toLowerCase(), [role]));
  const tenants = new AdministerTenant(door, clock, ids, keyedHash);
  const key = async (...wanted: (typeof scopes)[number][]): Promise<Client> => {
    const expiresAt = new Date(clock.now().getTime() + 60 * 60 * 1000);
    const channelId = wanted.includes('deliver') ? born.channels.api : null;
    const issued = value(await tenants.issueApiKey(by(), { name: newKey(), scopes: wanted, channelId, expiresAt }));
    return new Client(service.url).withKey(issued.key);
  };
  const byScope = new Map<(typeof scopes)[number], Client>();
  for (const scope of scopes) byScope.set(scope, await key(scope));
  return {
    ...{ town, byRole, byScope, neighbourId: born.tenantId },
    idsOfTown: await somethingOfEveryKind(service, town),
    everything: await holder('alles', EVERY_ROLE),
    everyScope: await key(...scopes),
  };
}

const grantBody = { role: 'coding', departmentId: null, limitEuro: null, validFrom: '2026-01-01', validTo: null };
const lending = { roles: null, departmentId: null, validFrom: '2026-01-01', validTo: null, holds: 'always' };
const absence = { firstDay: '2027-02-01', lastDay: '2027-02-02' };
const imap = { host: 'imap.auenfurt.example', port: 993, security: 'tls', user: 'post' };
export const aMailbox = {
  ...{ name: 'Post', address: 'post@auenfurt.example', secret: { imap: 'geheim' } },
  settings: { imap: { ...imap, afterwards: { kind: 'markSeen' } } },
};

/** What the town's administrator and its machines make over HTTP, as they would. */
async function somethingOfEveryKind(
  service: RunningService,
  town: SetUpTown,
): Promise<Readonly<Record<string, string>>> {
  const nobody = new Client(service.url);
  const admin = await nobody.signedIn(tenant.slug, 'admin', town.passwords.get('admin') ?? '');
  const made = async (path: string, body: object): Promise<string> => {
    const { status, body: answer } = await admin.post(path, body, { 'idempotency-key': newKey(), 'if-match': '"0"' });
    if (status !== 201) throw new Error(`${path}: ${String(status)} ${JSON.stringify(answer)}`);
    return z.string().parse(answer['id']);
  };
  const person = (login: string) => town.personIds.get(login) ?? '';
  const delivered = await nobody.withKey(town.keys.deliver).deliver({ 'rechnung.xml': '<rechnung/>' });
  const [invoice = ''] = each(delivered.body, 'parts', 'invoiceId');
  const [handOver, disposal, hold] = [service.ports.ids.next(), service.ports.ids.next(), service.ports.ids.next()];
  const now = service.ports.clock.now();
  await service.ports.door.inTenant(town.tenantId, async ({ handOvers, retention }) => {
    await handOvers.add({ id: handOver, apiKeyId: town.financeKeyId, claimedAt: now, leaseUntil: now });
    await handOvers.addItem(handOver, invoice, {});
    const by = { proposedBy: person('hanna'), proposedAt: now };
    await retention.propose({ ...{ id: disposal, reason: 'Frist', scope: [] }, ...by });
    await retention.addHold({
      ...{ id: hold, invoiceId: invoice, reason: 'Prozess' },
      setBy: by.proposedBy,
      setAt: now,
    });
  });
  return {
    ...{ invoices: invoice, records: invoice, handovers: handOver, holds: invoice, disposals: disposal },
    departments: town.departmentIds.get('SCHULE') ?? '',
    'leitweg-ids': '07999001-SCHULE-40',
    people: person('hanna'),
    sessions: each((await admin.get('/profile/sessions')).body, 'items', 'id')[0] ?? '',
    'api-keys': town.financeKeyId,
    mailboxes: await made('/administration/mailboxes', aMailbox),
    grants: await made('/administration/grants', { ...grantBody, personId: person('hanna') }),
    proposals: await made('/administration/settings/approval/proposals', {
      ...tenantSettings.approval.unset,
      twoConfirmers: true,
    }),
    documentation: await made('/documentation', { kind: 'procedure' }),
    absences: await made('/absences', { ...absence, personId: person('hanna') }),
    deputyships: await made('/deputyships', { ...lending, principalId: person('hanna'), deputyId: person('henrik') }),
  };
}

/** A digest of each of the tenant's tables, by name: what has not changed has the same. */
export async function digestsOf(service: RunningService, tenantId: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString: service.environment['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.tenant', $1, false), set_config('search_path', 'eingang', false)`, [
      tenantId,
    ]);
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT attrelid::regclass::text AS name FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE attname = 'tenant_id' AND relkind IN ('r', 'p') AND has_any_column_privilege(attrelid, 'SELECT')`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of rows) {
      const found = await client.query<{ digest: string | null }>(
        `SELECT md5(string_agg(one, '' ORDER BY one)) AS digest FROM (SELECT md5(t::text) AS one FROM ${name} t) AS ones`,
      );
      digests[name] = found.rows[0]?.digest ?? 'empty';
    }
    return digests;
  } finally {
    await client.end();
  }
}
