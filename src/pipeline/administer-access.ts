import { z } from 'zod';
import { planAccessNotice } from './access-notice.js';
import { endDeputyship } from './administer-deputies.js';
import { leavesTooFewAdministrators, personEvent } from './administer-people.js';
import { asAdministrator, withId, type Administration, type WithId } from './as-administrator.js';
import { renewalMs } from './limits.js';
import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Passwords } from './ports/passwords.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

const renewed = z.object({ id: z.string(), askedAt: z.string() });

/** One half of a one-time password: neither administrator can sign in with theirs alone. */
export type HalfPassword = WithId & { readonly half: string };

/**
 * Access of people who are there already: departure, a new one-time password, unlocking. A new password opens all that
 * the person may do, so it takes two administrators, each of whom hands over a half.
 */
export class AdministerAccess {
  constructor(
    private readonly door: TenantDoor,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
  ) {}

  /** The person has left: grants are revoked and sessions end; what they did stays under their name. */
  noteDeparture(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['noteDeparture', id], withId, async (tenant, at) => {
      await tenant.people.lockAdministrators();
      const person = await presentPerson(tenant, id);
      if (!person) return refused('notFound');
      if (id === by.personId) return refused('anotherAdministrator');
      const held = (await tenant.people.grants()).filter((grant) => grant.personId === id && grant.revokedAt === null);
      if (await leavesTooFewAdministrators(tenant, held, townDay(at))) return refused('lastAdministrators');
      for (const grant of held) await tenant.people.revokeGrant(grant.id, at);
      const open = await tenant.deputies.openDeputyships();
      for (const one of open.filter(({ principalId, deputyId }) => [principalId, deputyId].includes(id)))
        await endDeputyship(tenant, by, one, at);
      await tenant.sessions.removeOfPerson(id);
      await tenant.people.noteDeparture(id, at);
      const facts = { grants: held.map((grant) => grant.id) };
      await tenant.audit.append(personEvent(by, id, 'person.left', facts), at);
      return done({ id });
    });
  }

  /** Asks for a new one-time password and answers its first half; the old password holds until it is confirmed. */
  async askForPassword(by: Administration, id: string): Promise<Outcome<HalfPassword>> {
    const content = ['askForPassword', id];
    const outcome = await asAdministrator(this.door, this.clock, by, content, renewed, async (tenant, at) => {
      if (!(await presentPerson(tenant, id))) return refused('notFound');
      if (id === by.personId) return refused('anotherAdministrator');
      await tenant.people.noteRenewalAsked(id, { askedBy: by.personId, askedAt: at });
      await tenant.audit.append(personEvent(by, id, 'person.passwordRenewalAsked', {}), at);
      return done({ id, askedAt: at.toISOString() });
    });
    return this.half(outcome, 0);
  }

  /** Another administrator sets the password and answers its second half; the person's sessions end. */
  async confirmPassword(by: Administration, id: string): Promise<Outcome<HalfPassword>> {
    const content = ['confirmPassword', id];
    const outcome = await asAdministrator(this.door, this.clock, by, content, renewed, async (tenant, at) => {
      const person = await presentPerson(tenant, id);
      if (!person) return refused('notFound');
      const renewal = await tenant.people.findRenewal(id);
      if (!renewal || renewal.askedAt.getTime() + renewalMs < at.getTime()) return refused('renewalNotAsked');
      if (renewal.askedBy === by.personId || id === by.personId) return refused('secondPersonNeeded');
      const askedAt = renewal.askedAt.toISOString();
      await tenant.people.renewPassword(id, await this.passwords.hash(this.halves(id, askedAt).join('')));
      await tenant.sessions.removeOfPerson(id);
      await tenant.audit.append(personEvent(by, id, 'person.passwordRenewed', { askedBy: renewal.askedBy }), at);
      await planAccessNotice(tenant, { notice: 'passwordRenewed', personId: id, by: by.personId }, at);
      return done({ id, askedAt });
    });
    return this.half(outcome, 1);
  }

  /**
   * The device of the second factor is lost: until the person has a new one, their password alone leads to enrolment.
   * One administrator does it, because a password of theirs takes two; the person is told by mail, and when they enrol again.
   */
  resetSecondFactor(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['resetSecondFactor', id], withId, async (tenant, at) => {
      if (id === by.personId) return refused('anotherAdministrator');
      if (!(await presentPerson(tenant, id))) return refused('notFound');
      const none = { secret: null, confirmedAt: null, pending: null, lastStep: 0, failures: 0, lockedUntil: null };
      await tenant.secondFactors.save({ personId: id, ...none, resetAt: at });
      await tenant.secondFactors.replaceCodes(id, []);
      await tenant.sessions.removeOfPerson(id);
      await tenant.audit.append(personEvent(by, id, 'person.secondFactorReset', {}), at);
      await planAccessNotice(tenant, { notice: 'secondFactorReset', personId: id, by: by.personId }, at);
      return done({ id });
    });
  }

  /** Too many wrong passwords have locked the access; it opens again at once. */
  unlock(by: Administration, id: string): Promise<Outcome<WithId>> {
    return asAdministrator(this.door, this.clock, by, ['unlock', id], withId, async (tenant, at) => {
      if (!(await presentPerson(tenant, id))) return refused('notFound');
      await tenant.people.noteSignIn(id, { failedSignIns: 0, lockedUntil: null });
      const factor = await tenant.secondFactors.find(id);
      if (factor) await tenant.secondFactors.save({ ...factor, failures: 0, lockedUntil: null });
      await tenant.audit.append(personEvent(by, id, 'person.unlocked', {}), at);
      return done({ id });
    });
  }

  private half(outcome: Outcome<z.infer<typeof renewed>>, which: 0 | 1): Outcome<HalfPassword> {
    if (outcome.kind === 'refused') return outcome;
    const { id, askedAt } = outcome.value;
    return done({ id, half: this.halves(id, askedAt)[which] });
  }

  /** Derived, so that a repeat of a call answers its half again; 72 bits each. */
  private halves(id: string, askedAt: string): readonly [string, string] {
    const token = this.keyedHash.token('oneTimePassword', `${id} ${askedAt}`);
    return [token.slice(0, 12), token.slice(12, 24)];
  }
}

async function presentPerson(tenant: TenantRecords, id: string): ReturnType<TenantRecords['people']['find']> {
  const person = await tenant.people.findForChange(id);
  return person?.leftAt === null ? person : null;
}
