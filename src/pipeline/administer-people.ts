import type { AuditEntry } from '../domain/audit/chain.js';
import type { CanonicalValue } from '../domain/audit/canonical-json.js';
import { isValidOn, type Role } from '../domain/approval/roles.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { accountHash } from './decision-facts.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Passwords } from './ports/passwords.js';
import type { GrantRecord } from './ports/people-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

export interface NewPerson {
  readonly login: string;
  readonly displayName: string;
  /** The person's own accounts; kept as keyed hashes only. */
  readonly ibans: readonly string[];
}

export interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly limitCents: bigint | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** People and what they may do. A grant is proposed by one administrator and holds once another has confirmed it. */
export class AdministerPeople {
  constructor(
    private readonly door: TenantDoor,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** The one-time password is derived from the new id, so that a repeat of the call answers it again. */
  async addPerson(by: Administration, wanted: NewPerson): Promise<Outcome<WithId & { readonly password: string }>> {
    const id = this.ids.next();
    const passwordHash = await this.passwords.hash(this.passwordOf(id));
    const outcome = await asAdministrator(
      this.door,
      this.clock,
      by,
      ['addPerson', wanted],
      withId,
      async (tenant, at) => {
        const login = wanted.login.toLowerCase();
        if (await tenant.people.findByLoginForChange(login)) return refused('alreadyThere', { name: login });
        await tenant.people.add({
          id,
          login,
          displayName: wanted.displayName,
          passwordHash,
          passwordOneTime: true,
          failedSignIns: 0,
          lockedUntil: null,
          createdAt: at,
          leftAt: null,
        });
        const ownAccounts = wanted.ibans.map((iban) => accountHash(this.keyedHash, by.tenantId, iban));
        await tenant.people.addAccountHashes(id, ownAccounts);
        // With the accounts, as keyed hashes, the log shows whether anybody ever decided on their own money.
        const payload = {
          login,
          displayName: wanted.displayName,
          ...(ownAccounts.length === 0 ? {} : { ownAccounts }),
        };
        await tenant.audit.append({ ...personEvent(by, id, 'person.created', {}), payload }, at);
        return done({ id });
      },
    );
    return outcome.kind === 'refused'
      ? outcome
      : done({ ...outcome.value, password: this.passwordOf(outcome.value.id) });
  }

  proposeGrant(by: Administration, wanted: NewGrant): Promise<Outcome<WithId>> {
    const content = ['proposeGrant', { ...wanted, limitCents: wanted.limitCents?.toString() ?? null }];
    return asAdministrator(this.door, this.clock, by, content, withId, async (tenant, at) => {
      const { departmentId } = wanted;
      const known = departmentId === null || (await tenant.town.hasDepartment(departmentId));
      if (!known || !(await tenant.people.find(wanted.personId))) return refused('notFound');
      const id = this.ids.next();
      const unconfirmed = {
        proposedBy: by.personId,
        proposedAt: at,
        confirmedBy: null,
        confirmedAt: null,
        revokedAt: null,
      };
      await tenant.people.addGrant({ id, ...wanted, ...unconfirmed });
      const { personId, limitCents, ...facts } = wanted;
      await tenant.audit.append(
        personEvent(by, personId, 'person.grantProposed', {
          grant: id,
          ...facts,
          limitCents: limitCents?.toString() ?? null,
        }),
        at,
      );
      return done({ id });
    });
  }

  confirmGrant(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['confirmGrant', id], withId, async (tenant, at) => {
      const grant = await tenant.people.findGrantForChange(id);
      if (!grant || grant.revokedAt !== null || grant.confirmedAt !== null) return refused('notFound');
      if (grant.proposedBy === by.personId || grant.personId === by.personId) return refused('secondPersonNeeded');
      await tenant.people.confirmGrant(id, by.personId, at);
      await tenant.audit.append(personEvent(by, grant.personId, 'person.grantConfirmed', { grant: id }), at);
      return done({ id });
    });
  }

  revokeGrant(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['revokeGrant', id], withId, async (tenant, at) => {
      await tenant.people.lockAdministrators();
      const grant = await tenant.people.findGrantForChange(id);
      if (!grant || grant.revokedAt !== null) return refused('notFound');
      if (await leavesTooFewAdministrators(tenant, [grant], townDay(at))) return refused('lastAdministrators');
      await tenant.people.revokeGrant(id, at);
      await tenant.audit.append(personEvent(by, grant.personId, 'person.grantRevoked', { grant: id }), at);
      return done({ id });
    });
  }

  private passwordOf(id: string): string {
    return this.keyedHash.token('oneTimePassword', id).slice(0, 20);
  }
}

/** Changing rights takes two persons: with fewer than two administrators nobody could ever appoint another. */
export async function leavesTooFewAdministrators(
  tenant: TenantRecords,
  revoked: readonly GrantRecord[],
  today: string,
): Promise<boolean> {
  const administers = revoked.some(({ role, confirmedAt }) => role === 'tenantAdmin' && confirmedAt !== null);
  if (!administers) return false;
  const left = (await tenant.people.grants()).filter(
    (grant) =>
      !revoked.some(({ id }) => id === grant.id) &&
      grant.role === 'tenantAdmin' &&
      grant.confirmedAt !== null &&
      grant.revokedAt === null &&
      isValidOn(grant, today),
  );
  return new Set(left.map((grant) => grant.personId)).size < 2;
}

/** An event in a person's chain, by an administrator. */
export const personEvent = (
  by: Administration,
  id: string,
  event: AuditEntry['event'],
  facts: Readonly<Record<string, CanonicalValue>>,
): AuditEntry => ({ subject: { kind: 'person', id }, event, actor: { kind: 'person', id: by.personId }, facts });
