import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { Ids } from './ports/ids.js';
import type { KeyedHash } from './ports/keyed-hash.js';
import type { Lookup } from './ports/lookup.js';
import type { Passwords } from './ports/passwords.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';

/** Numbers of the sign-in (OWASP ASVS 4.0, 2.2.1 and 3.3): after so many failures the access rests for a while. */
export const signInLimits = {
  failures: 10,
  lockMs: 15 * 60 * 1000,
  idleMs: 60 * 60 * 1000,
  absoluteMs: 12 * 60 * 60 * 1000,
  /** A session's last use is written at most this often. */
  touchMs: 60 * 1000,
  passwordCharacters: 12,
} as const;

export interface SignedIn {
  /** The session's secret, for the cookie; stored as SHA-256 only. */
  readonly token: string;
  /** To be sent along as a header by everything that changes something. */
  readonly csrfToken: string;
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
}

export interface Session {
  readonly tenantId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly csrfToken: string;
  readonly mustChangePassword: boolean;
}

type SessionOwner = Pick<Session, 'tenantId' | 'personId'>;

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
  async signIn(slug: string, login: string, password: string): Promise<Outcome<SignedIn>> {
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
      const subject = { kind: 'person', id: person.id } as const;
      const actor = { kind: 'person', id: person.id } as const;
      const locked = person.lockedUntil !== null && person.lockedUntil > at;
      if (!right || locked) {
        const failedSignIns = locked ? person.failedSignIns : person.failedSignIns + 1;
        const lockedUntil =
          failedSignIns % signInLimits.failures === 0 && !locked
            ? new Date(at.getTime() + signInLimits.lockMs)
            : person.lockedUntil;
        await tenant.people.noteSignIn(person.id, { failedSignIns, lockedUntil });
        await tenant.audit.append(
          { subject, event: 'person.signInRefused', actor, facts: { cause: locked ? 'locked' : 'password' } },
          at,
        );
        return refused('signInRefused');
      }
      const token = this.ids.secret();
      const expiresAt = new Date(at.getTime() + signInLimits.absoluteMs);
      await tenant.people.noteSignIn(person.id, { failedSignIns: 0, lockedUntil: null });
      await tenant.people.addSession({ tokenHash: sha256(token), personId: person.id, at, expiresAt });
      await tenant.audit.append({ subject, event: 'person.signedIn', actor, facts: {} }, at);
      return done({
        token,
        csrfToken: this.csrfToken(token),
        tenantId: found.id,
        personId: person.id,
        displayName: person.displayName,
        mustChangePassword: person.passwordOneTime,
      });
    });
  }

  /** The session behind a cookie, or null if there is none any more; notes that it was used. */
  async session(token: string): Promise<Session | null> {
    const found = await this.lookup.session(sha256(token));
    const now = this.clock.now();
    if (!found || found.expiresAt <= now || found.lastSeenAt.getTime() + signInLimits.idleMs <= now.getTime())
      return null;
    return this.door.inTenant(found.tenantId, async (tenant) => {
      const person = await tenant.people.find(found.personId);
      if (!person || person.leftAt !== null) return null;
      if (now.getTime() - found.lastSeenAt.getTime() > signInLimits.touchMs)
        await tenant.people.touchSession(sha256(token), now);
      return {
        tenantId: found.tenantId,
        personId: person.id,
        displayName: person.displayName,
        csrfToken: this.csrfToken(token),
        mustChangePassword: person.passwordOneTime,
      };
    });
  }

  async signOut(session: SessionOwner, token: string): Promise<void> {
    const at = this.clock.now();
    await this.door.inTenant(session.tenantId, async (tenant) => {
      await tenant.people.removeSession(sha256(token));
      const person = { kind: 'person', id: session.personId } as const;
      await tenant.audit.append({ subject: person, event: 'person.signedOut', actor: person, facts: {} }, at);
    });
  }

  /** Changes the password; the person's other sessions end, whoever may have begun them. `token` is this session's. */
  async changePassword(session: SessionOwner, token: string, current: string, wanted: string): Promise<Outcome<null>> {
    if ([...wanted].length < signInLimits.passwordCharacters)
      return refused('passwordTooShort', { limit: String(signInLimits.passwordCharacters) });
    if (wanted === current) return refused('passwordUnchanged');
    const at = this.clock.now();
    const wantedHash = await this.passwords.hash(wanted);
    return this.door.inTenant(session.tenantId, async (tenant) => {
      const person = await tenant.people.find(session.personId);
      if (!person || !(await this.passwords.verify(person.passwordHash, current))) return refused('signInRefused');
      await tenant.people.setPassword(person.id, wantedHash);
      await tenant.people.removeOtherSessions(person.id, sha256(token));
      const subject = { kind: 'person', id: person.id } as const;
      await tenant.audit.append({ subject, event: 'person.passwordChanged', actor: subject, facts: {} }, at);
      return done(null);
    });
  }

  private csrfToken(token: string): string {
    return this.keyedHash.token('csrf', sha256(token));
  }
}
