import { CONFIGURATION_READERS, CONNECTION_READERS } from '../domain/access/role-groups.js';
import { isValidOn, type Role } from '../domain/approval/roles.js';
import type { RoutingRule } from '../domain/routing/routing-rule.js';
import { differencesOf, type RuleDifference } from '../domain/routing/rule-set.js';
import { holdsAnyOf } from './as-administrator.js';
import { renewalMs } from './limits.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { GrantRecord, ListedPerson, PersonRecord } from './ports/people-records.js';
import type { RuleSetVersion } from './ports/routing-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { ApiKeyRecord, ChannelKind, DepartmentRecord } from './ports/town-records.js';
import { townDay } from './town-day.js';

/** Whoever asks, within their tenant. */
export interface Inquirer {
  readonly tenantId: string;
  readonly personId: string;
}

/** A person without what belongs to signing in. */
export interface KnownPerson extends Pick<
  PersonRecord,
  'id' | 'login' | 'displayName' | 'createdAt' | 'leftAt' | 'lockedUntil'
> {
  /** A new one-time password that a second administrator may confirm until then; null where none waits. */
  readonly renewal: { readonly askedBy: string; readonly until: Date } | null;
}

/** One change of the routing rules: by whom, when, and what has become of each rule that it touched. */
export interface ToldRuleVersion extends Omit<RuleSetVersion, 'rules'> {
  readonly differences: readonly RuleDifference[];
}

/** A tenant's configuration as people read it. Departments and names are everybody's; the rest is for administration and audit. */
export class ReadTown {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  /** What the tenant is called, in addresses and by people. */
  town(tenantId: string): Promise<{ readonly name: string; readonly slug: string }> {
    return this.door.inTenant(tenantId, (tenant) => tenant.answers.town());
  }

  departments(tenantId: string): Promise<readonly DepartmentRecord[]> {
    return this.door.inTenant(tenantId, (tenant) => tenant.town.departments());
  }

  /** Display names by the ids of people, also of those who have left: what sentences and histories need. */
  names(tenantId: string): Promise<Readonly<Record<string, string>>> {
    return this.door.inTenant(tenantId, async (tenant) =>
      Object.fromEntries((await tenant.people.list()).map(({ id, displayName }) => [id, displayName])),
    );
  }

  /** The person's own grants that hold today. */
  ownGrants({ tenantId, personId }: Inquirer): Promise<readonly GrantRecord[]> {
    const today = townDay(this.clock.now());
    return this.door.inTenant(tenantId, async (tenant) =>
      (await tenant.people.grantsInForce(personId)).filter((grant) => isValidOn(grant, today)),
    );
  }

  /** The tenant's channel of a kind; null if it has none that is open. */
  channelId(tenantId: string, kind: ChannelKind): Promise<string | null> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const channels = await tenant.town.channels();
      return channels.find((channel) => channel.kind === kind)?.id ?? null;
    });
  }

  people(by: Inquirer): Promise<Outcome<readonly KnownPerson[]>> {
    const now = this.clock.now();
    return this.forAdministration(by, async (tenant) =>
      (await tenant.people.list()).map((person) => ({ ...person, renewal: waitingRenewal(person, now) })),
    );
  }

  grants(by: Inquirer): Promise<Outcome<readonly GrantRecord[]>> {
    return this.forAdministration(by, (tenant) => tenant.people.grants());
  }

  leitwegIds(by: Inquirer): Promise<Outcome<readonly { leitwegId: string; departmentId: string | null }[]>> {
    return this.forAdministration(by, (tenant) => tenant.town.leitwegIds());
  }

  /** The rules in force, and which version of the set they are. */
  routingRules(by: Inquirer): Promise<Outcome<{ readonly version: number; readonly rules: readonly RoutingRule[] }>> {
    return this.forAdministration(by, async (tenant) => ({
      version: await tenant.routing.version(),
      rules: await tenant.routing.rules(),
    }));
  }

  /** Versions of the set of rules before this one, the latest first, with what each changed. */
  ruleVersions(by: Inquirer, before: number | null, limit: number): Promise<Outcome<readonly ToldRuleVersion[]>> {
    return this.forAdministration(by, async (tenant) => {
      const found = await tenant.routing.versions(before, limit + 1);
      return found.slice(0, limit).map(({ rules, ...version }, index) => ({
        ...version,
        differences: differencesOf(found[index + 1]?.rules ?? [], rules),
      }));
    });
  }

  channels(by: Inquirer): Promise<Outcome<readonly { id: string; kind: ChannelKind; name: string }[]>> {
    return this.readBy(CONNECTION_READERS, by, (tenant) => tenant.town.channels());
  }

  apiKeys(by: Inquirer): Promise<Outcome<readonly ApiKeyRecord[]>> {
    return this.readBy(CONNECTION_READERS, by, (tenant) => tenant.town.apiKeys());
  }

  /** Whether the person may read how the connections do. */
  mayReadConnections(by: Inquirer): Promise<Outcome<true>> {
    return this.readBy(CONNECTION_READERS, by, () => Promise.resolve(true));
  }

  private forAdministration<T>(by: Inquirer, read: (tenant: TenantRecords) => Promise<T>): Promise<Outcome<T>> {
    return this.readBy(CONFIGURATION_READERS, by, read);
  }

  private readBy<T>(
    roles: readonly Role[],
    by: Inquirer,
    read: (tenant: TenantRecords) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.door.inTenant(by.tenantId, async (tenant) =>
      (await holdsAnyOf(tenant, by.personId, roles, this.clock.now()))
        ? done(await read(tenant))
        : refused('administratorsOnly'),
    );
  }
}

function waitingRenewal({ renewalAskedBy, renewalAskedAt }: ListedPerson, now: Date): KnownPerson['renewal'] {
  if (renewalAskedBy === null || renewalAskedAt === null) return null;
  const until = new Date(renewalAskedAt.getTime() + renewalMs);
  return until < now ? null : { askedBy: renewalAskedBy, until };
}
