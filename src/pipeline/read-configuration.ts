import { isValidOn } from '../domain/approval/roles.js';
import { EVERY_ROLE } from '../domain/access/role-groups.js';
import type { Configuration, GrantLine, InstallationFacts } from '../domain/documentation/configuration.js';
import { decimalOfCents } from '../domain/invoice/money.js';
import { officialRules } from '../domain/rules/official-rules.table.js';
import type { GrantRecord } from './ports/people-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import type { ApiKeyRecord } from './ports/town-records.js';
import { settingIn } from './tenant-settings.js';
import { townDay } from './town-day.js';

/** What the installation adds to what a tenant has set. */
export interface Surroundings {
  readonly installation: InstallationFacts;
  readonly sealKeys: readonly string[];
}

/** What holds for a tenant at that moment, in words that documents use: no ids, no names of people, no secrets. */
export async function configurationIn(
  tenant: TenantRecords,
  { installation, sealKeys }: Surroundings,
  at: Date,
): Promise<Configuration> {
  const departments = await tenant.town.departments();
  const names = new Map((await tenant.town.names()).map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  const rules = await tenant.routing.rules();
  const here = new Set((await tenant.people.list()).filter(({ leftAt }) => leftAt === null).map(({ id }) => id));
  const grants = (await tenant.people.grants()).filter((grant) => here.has(grant.personId) && holds(grant, at));
  return {
    ...{ town: await tenant.answers.town(), installation, sealKeys, books: bookNames() },
    departments: departments.map(({ code, name }) => ({ code, name })),
    leitwegIds: (await tenant.town.leitwegIds()).map(({ leitwegId, departmentId }) => ({
      ...{ leitwegId, department: nameOf(departmentId) },
    })),
    grants: grantLines(grants, nameOf),
    rules: rules.map(({ name, when, departmentId }) => ({ name, when, department: nameOf(departmentId) ?? '' })),
    rulesVersion: await tenant.routing.version(),
    channels: (await tenant.town.channels()).map(({ kind, name }) => ({ kind, name })),
    mailboxes: await mailboxesIn(tenant),
    apiKeys: (await tenant.town.apiKeys()).filter((key) => opens(key, at)).map(keyLine),
    ...(await settingsIn(tenant)),
  };
}

async function settingsIn(tenant: TenantRecords) {
  return {
    approval: (await settingIn(tenant, 'approval')).value,
    signIn: (await settingIn(tenant, 'signIn')).value,
    coding: (await settingIn(tenant, 'coding')).value,
    place: (await settingIn(tenant, 'place')).value,
    reminders: (await settingIn(tenant, 'reminders')).value,
    retention: (await settingIn(tenant, 'retention')).value,
    counter: { open: (await settingIn(tenant, 'counter')).value.open },
  };
}

const mailboxesIn = async (tenant: TenantRecords): Promise<Configuration['mailboxes']> =>
  (await tenant.mailboxes.list()).map(({ name, address, settings: { imap }, isRelay, answers }) => ({
    ...{ name, address, isRelay, answers, security: imap.security },
    server: `${imap.host}:${String(imap.port)}`,
  }));

const holds = (grant: GrantRecord, at: Date): boolean =>
  grant.confirmedAt !== null && grant.revokedAt === null && isValidOn(grant, townDay(at));

const opens = (key: ApiKeyRecord, at: Date): boolean => key.revokedAt === null && key.expiresAt > at;

const keyLine = ({ name, scopes, expiresAt }: ApiKeyRecord): Configuration['apiKeys'][number] => ({
  ...{ name, scopes, until: townDay(expiresAt) },
});

/** Grants that say the same are told once, with how many people have them. */
function grantLines(
  grants: readonly GrantRecord[],
  nameOf: (id: string | null) => string | null,
): readonly GrantLine[] {
  const people = new Map<string, { readonly line: Omit<GrantLine, 'people'>; readonly holders: Set<string> }>();
  for (const { role, departmentId, limitCents, personId } of grants) {
    const limit = limitCents === null ? null : decimalOfCents(limitCents);
    const line = { role, department: nameOf(departmentId), limit };
    const known = people.get(JSON.stringify(line)) ?? { line, holders: new Set<string>() };
    known.holders.add(personId);
    people.set(JSON.stringify(line), known);
  }
  return [...people]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { line, holders }]) => ({ ...line, people: holders.size }))
    .toSorted((a, b) => EVERY_ROLE.indexOf(a.role) - EVERY_ROLE.indexOf(b.role));
}

const bookNames = (): readonly string[] => [
  ...new Set(
    Object.values(officialRules).flatMap((bySyntax) =>
      Object.values(bySyntax).flatMap((rules) => (rules ? [rules.artefact] : [])),
    ),
  ),
];
