import { centsOf } from '../src/domain/invoice/money.js';
import type { AdministerPeople } from '../src/pipeline/administer-people.js';
import type { AdministerRoutingRules } from '../src/pipeline/administer-routing-rules.js';
import type { AdministerTenant } from '../src/pipeline/administer-tenant.js';
import type { CreateTenant } from '../src/pipeline/create-tenant.js';
import type { Outcome } from '../src/pipeline/outcome.js';
import type { ProposeSetting } from '../src/pipeline/propose-setting.js';
import type { TenantSettings } from '../src/pipeline/tenant-settings.js';
import { counter, texts } from './town-texts.js';
import {
  departments,
  financeSystem,
  people,
  routingRules,
  tenant,
  townLeitwegId,
  type DepartmentCode,
} from './town.js';

/** The use cases that an administrator works with. */
export interface Administration {
  readonly createTenant: CreateTenant;
  readonly administerTenant: AdministerTenant;
  readonly administerRoutingRules: AdministerRoutingRules;
  readonly administerPeople: AdministerPeople;
  readonly tenantSettings: TenantSettings;
  readonly proposeSetting: ProposeSetting;
}

/** The town as it stands in the database: ids, and the secrets that are shown once. */
export interface SetUpTown {
  readonly tenantId: string;
  readonly departmentIds: ReadonlyMap<string, string>;
  readonly personIds: ReadonlyMap<string, string>;
  /** One-time passwords by login. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly keys: { readonly deliver: string; readonly finance: string };
  readonly financeKeyId: string;
  readonly apiChannelId: string;
}

/** Enters the demo's town the way an administrator would: through the use cases, every grant confirmed by a second person. */
export async function setUpTown(use: Administration, keysUntil: Date): Promise<SetUpTown> {
  const [first, second] = people.filter((person) => person.grants.some((grant) => grant.role === 'tenantAdmin'));
  if (!first || !second) throw new Error('the demo town needs two administrators');
  const administrators = [first, second].map(({ login, name }) => ({ login, displayName: name }));
  const [one, other] = administrators;
  if (!one || !other) throw new Error('the demo town needs two administrators');
  const born = value(await use.createTenant.create({ ...tenant, administrators: [one, other] }));
  const personIds = new Map(born.administrators.map(({ login, personId }) => [login, personId]));
  const passwords = new Map(born.administrators.map(({ login, password }) => [login, password]));
  const by = (login: string, idempotencyKey: string) => ({
    tenantId: born.tenantId,
    personId: personIds.get(login) ?? '',
    idempotencyKey,
  });
  value(await use.tenantSettings.change(by(first.login, 'texts'), 'texts', 0, texts));
  value(await use.tenantSettings.change(by(first.login, 'counter'), 'counter', 0, counter));
  // Whoever tries the demonstration has no authenticator app at hand; a real town leaves this as it is born: required.
  const signIn = { secondFactor: 'voluntary', freshMinutes: null } as const;
  const proposed = value(await use.proposeSetting.propose(by(first.login, 'signIn'), 'signIn', 0, signIn));
  value(await use.proposeSetting.confirm(by(second.login, 'signIn'), proposed.id));
  const departmentIds = await addDepartments(use, (key) => by(first.login, key));
  const rules = routingRules.map(({ name, when, department }) => ({
    ...{ id: null, name, when },
    departmentId: idOf(departmentIds, department),
  }));
  value(await use.administerRoutingRules.save(by(first.login, 'rules'), 0, rules));
  for (const person of people.filter((one) => !personIds.has(one.login))) {
    const { login, name, grants } = person;
    const added = value(
      await use.administerPeople.addPerson(by(first.login, `person ${login}`), { login, displayName: name, ibans: [] }),
    );
    personIds.set(login, added.id);
    passwords.set(login, added.password);
    for (const [index, grant] of grants.entries()) {
      const key = `grant ${login} ${index}`;
      const { role, department, limitEuro, validFrom, validTo } = grant;
      const departmentId = department === null ? null : idOf(departmentIds, department);
      const limitCents = limitEuro === null ? null : (centsOf(limitEuro) ?? null);
      const wanted = { personId: added.id, role, departmentId, limitCents, validFrom, validTo };
      const proposed = value(await use.administerPeople.proposeGrant(by(first.login, key), wanted));
      value(await use.administerPeople.confirmGrant(by(second.login, key), proposed.id));
    }
  }
  const issue = async (name: string, scopes: readonly ('deliver' | 'handOver' | 'read')[], channelId: string | null) =>
    value(
      await use.administerTenant.issueApiKey(by(first.login, `key ${name}`), {
        name,
        scopes,
        channelId,
        expiresAt: keysUntil,
      }),
    );
  const deliver = await issue('Lieferantenportal', ['deliver'], born.channels.api);
  const finance = await issue(financeSystem.name, financeSystem.scopes, null);
  return {
    tenantId: born.tenantId,
    departmentIds,
    personIds,
    passwords,
    keys: { deliver: deliver.key, finance: finance.key },
    financeKeyId: finance.id,
    apiChannelId: born.channels.api,
  };
}

async function addDepartments(
  use: Administration,
  by: (key: string) => { readonly tenantId: string; readonly personId: string; readonly idempotencyKey: string },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  value(await use.administerTenant.assignLeitwegId(by('town id'), { leitwegId: townLeitwegId, departmentId: null }));
  for (const { code, name, leitwegIds } of departments) {
    const { id } = value(await use.administerTenant.addDepartment(by(`department ${code}`), { code, name }));
    ids.set(code, id);
    for (const leitwegId of leitwegIds)
      value(await use.administerTenant.assignLeitwegId(by(`id ${leitwegId}`), { leitwegId, departmentId: id }));
  }
  return ids;
}

const idOf = (ids: ReadonlyMap<string, string>, code: DepartmentCode): string => {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`there is no department ${code}`);
  return id;
};

/** What the use case did; a refusal here is a mistake of the demo's own data. */
export function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused')
    throw new Error(`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.values)}`);
  return outcome.value;
}
