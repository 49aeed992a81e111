import { done, refused, type Outcome } from './outcome.js';
import type { SessionOwner } from './own-sessions.js';
import { refusalOfPassword } from './password-rules.js';
import type { Clock } from './ports/clock.js';
import type { CommonPasswords } from './ports/common-passwords.js';
import type { Passwords } from './ports/passwords.js';
import type { TenantDoor } from './ports/tenant-door.js';
import { sha256 } from './sha256.js';

/** A person chooses another password; their other sessions end, whoever may have begun them. */
export class ChangePassword {
  constructor(
    private readonly door: TenantDoor,
    private readonly passwords: Passwords,
    private readonly common: CommonPasswords,
    private readonly clock: Clock,
  ) {}

  async change(owner: SessionOwner, current: string, typed: string): Promise<Outcome<null>> {
    // One keyboard writes ü as one character and another as two (NIST SP 800-63B-4, 3.1.1.2).
    const wanted = typed.normalize('NFKC');
    if (wanted === current.normalize('NFKC')) return refused('passwordUnchanged');
    const at = this.clock.now();
    return this.door.inTenant(owner.tenantId, async (tenant) => {
      const person = await tenant.people.findForChange(owner.personId);
      if (!person) return refused('signInRefused');
      const { name: townName, slug: townSlug } = await tenant.answers.town();
      const refusal = refusalOfPassword(wanted, { ...person, townName, townSlug }, this.common);
      if (refusal) return refusal;
      if (!(await this.passwords.verify(person.passwordHash, current.normalize('NFKC'))))
        return refused('signInRefused');
      await tenant.people.setPassword(person.id, await this.passwords.hash(wanted));
      await tenant.sessions.removeOthers(person.id, sha256(owner.token));
      const subject = { kind: 'person', id: person.id } as const;
      await tenant.audit.append({ subject, event: 'person.passwordChanged', actor: subject, facts: {} }, at);
      return done(null);
    });
  }
}
