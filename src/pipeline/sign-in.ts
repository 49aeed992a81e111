import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Lookup } from './ports/lookup.js';
import type { Passwords } from './ports/passwords.js';
import type { PersonRecord } from './ports/people-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { isAlive, type SessionOwner } from './own-sessions.js';
import { csrfTokenOf } from './csrf-token.js';
import { sha256 } from './sha256.js';
import { factorStateOf, type FactorState } from './second-factor-state.js';
import { restAfter, signInLimits } from './sign-in-limits.js';

export interface SignedIn {
  /** The session's secret, for the cookie; stored as SHA-256 only. */
  readonly token: string;
  /** To be sent along as a header by everything that changes something. */
  readonly csrfToken: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: FactorState;
}

export interface Session {
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: FactorState;
  /** When the second factor was last proved in this session. */
  readonly factorAt: Date | null;
}

/** Where a session is begun; shortened before it comes here. */
export interface Whence {
  readonly device: string;
  readonly address: string;
}

const nowhere: Whence = { device: '', address: '' };

/** Sessions of people: begin, look up, end. */
export class SignIn {
  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly passwords: Passwords,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * One refusal for every cause, and a password is hashed for each, which takes most of the time. The times are not the
   * same to the millisecond: a refusal to a known login is also written down, and whoever can measure that may tell it
   * from an unknown one. Every such measurement counts as a failure and stands in the audit log.
   */
  async signIn(slug: string, login: string, typed: string, whence = nowhere): Promise<Outcome<SignedIn>> {
    const password = typed.normalize('NFKC');
    const found = await this.lookup.tenantBySlug(slug);
    if (!found) {
      await this.passwords.verify(null, password);
      return refused('signInRefused');
    }
    const at = this.clock.now();
    return this.door.inTenant(found.id, async (tenant) => {
      const person = await tenant.people.findByLoginForChange(login.toLowerCase());
      const right = await this.passwords.verify(person?.passwordHash ?? null, password);
      if (!person || person.leftAt !== null) return refused('signInRefused');
      const locked = person.lockedUntil !== null && person.lockedUntil > at;
      if (!right || locked) return noteRefusal(tenant, person, locked, at);
      return done(await this.begin(tenant, person, whence, at));
    });
  }

  /** The session behind a cookie, or null if there is none any more; notes that it was used. */
  async session(token: string): Promise<Session | null> {
    const found = await this.lookup.session(sha256(token));
    const now = this.clock.now();
    if (!found || !isAlive(found, now)) return null;
    return this.door.inTenant(found.tenantId, async (tenant) => {
      const person = await tenant.people.find(found.personId);
      if (!person || person.leftAt !== null) return null;
      if (now.getTime() - found.lastSeenAt.getTime() > signInLimits.touchMs)
        await tenant.sessions.touch(sha256(token), now);
      return {
        tenantId: found.tenantId,
        personId: person.id,
        displayName: person.displayName,
        csrfToken: csrfTokenOf(this.keyedHash, token),
        mustChangePassword: person.passwordOneTime,
        secondFactor: await factorStateOf(tenant, person.id, found.factorAt, now),
        factorAt: found.factorAt,
      };
    });
  }

  async signOut({ tenantId, personId, token }: SessionOwner): Promise<void> {
    const at = this.clock.now();
    await this.door.inTenant(tenantId, async (tenant) => {
      await tenant.sessions.remove(sha256(token));
      const person = { kind: 'person', id: personId } as const;
      await tenant.audit.append({ subject: person, event: 'person.signedOut', actor: person, facts: {} }, at);
    });
  }

  private async begin(tenant: TenantRecords, person: PersonRecord, whence: Whence, at: Date): Promise<SignedIn> {
    const token = this.ids.secret();
    const expiresAt = new Date(at.getTime() + signInLimits.absoluteMs);
    const subject = { kind: 'person', id: person.id } as const;
    await tenant.people.noteSignIn(person.id, { failedSignIns: 0, lockedUntil: null });
    await tenant.sessions.add({
      ...{ id: this.ids.next(), tokenHash: sha256(token), personId: person.id },
      ...{ ...whence, createdAt: at, lastSeenAt: at, expiresAt, factorAt: null },
    });
    await tenant.audit.append({ subject, event: 'person.signedIn', actor: subject, facts: {} }, at);
    return {
      token,
      csrfToken: csrfTokenOf(this.keyedHash, token),
      tenantId: tenant.tenantId,
      personId: person.id,
      displayName: person.displayName,
      mustChangePassword: person.passwordOneTime,
      secondFactor: await factorStateOf(tenant, person.id, null, at),
    };
  }
}

/** A try at a locked access is written down but does not count: nobody keeps somebody else out for longer by trying on. */
async function noteRefusal(
  tenant: TenantRecords,
  person: PersonRecord,
  locked: boolean,
  at: Date,
): Promise<Outcome<never>> {
  const failedSignIns = locked ? person.failedSignIns : person.failedSignIns + 1;
  const rest = locked ? null : restAfter(failedSignIns);
  const lockedUntil = rest === null ? person.lockedUntil : new Date(at.getTime() + rest);
  await tenant.people.noteSignIn(person.id, { failedSignIns, lockedUntil });
  const subject = { kind: 'person', id: person.id } as const;
  const facts = { cause: locked ? 'locked' : 'password' };
  await tenant.audit.append({ subject, event: 'person.signInRefused', actor: subject, facts }, at);
  return refused('signInRefused');
}
