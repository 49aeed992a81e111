import { done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { SessionRecord } from './ports/session-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';
import { signInLimits } from './sign-in-limits.js';

/** Whoever asks, and the secret of the session in which they ask. */
export interface SessionOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly token: string;
}

/** A session as its owner sees it. */
export interface OwnSession extends Omit<SessionRecord, 'tokenHash' | 'personId' | 'factorAt'> {
  /** The one in which this is asked. */
  readonly isThis: boolean;
}

/** Where somebody is signed in, and the way to end it there: a browser left open, or a cookie in somebody else's hands. */
export class OwnSessions {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  list({ tenantId, personId, token }: SessionOwner): Promise<readonly OwnSession[]> {
    const now = this.clock.now();
    return this.door.inTenant(tenantId, async (tenant) =>
      (await tenant.sessions.ofPerson(personId))
        .filter((session) => isAlive(session, now))
        .map(({ id, device, address, createdAt, lastSeenAt, expiresAt, tokenHash }) => ({
          ...{ id, device, address, createdAt, lastSeenAt, expiresAt },
          isThis: tokenHash === sha256(token),
        })),
    );
  }

  /** Ends one of the person's own sessions, also this one. */
  end(owner: SessionOwner, id: string): Promise<Outcome<null>> {
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const ended = (await tenant.sessions.ofPerson(owner.personId)).find((session) => session.id === id);
      if (!ended || !(await tenant.sessions.remove(ended.tokenHash))) return refused('notFound');
      await this.note(tenant, owner.personId, 1);
      return done(null);
    });
  }

  /** Ends all but the one in which this is asked. */
  endOthers({ tenantId, personId, token }: SessionOwner): Promise<void> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const ended = await tenant.sessions.removeOthers(personId, sha256(token));
      if (ended > 0) await this.note(tenant, personId, ended);
    });
  }

  private async note(tenant: TenantRecords, personId: string, count: number): Promise<void> {
    const person = { kind: 'person', id: personId } as const;
    const facts = { count: String(count) };
    const entry = { subject: person, event: 'person.sessionsEnded', actor: person, facts } as const;
    await tenant.audit.append(entry, this.clock.now());
  }
}

/** Whether a session still opens anything at that moment. */
export const isAlive = ({ expiresAt, lastSeenAt }: Pick<SessionRecord, 'expiresAt' | 'lastSeenAt'>, now: Date) =>
  expiresAt > now && lastSeenAt.getTime() + signInLimits.idleMs > now.getTime();
