import type { MailboxAccess } from './mailbox-access.js';
import { mailboxWork } from './mailbox-limits.js';
import { MailboxSession } from './mailbox-session.js';
import type { Limits } from './limits.js';
import type { Clock } from './ports/clock.js';
import type { MailServers } from './ports/mailbox.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { TakeMailIn } from './take-mail-in.js';

/**
 * Looks into mailboxes, each by one poller at a time across all processes: the lease in its row decides. What has been
 * settled in a folder is noted up to its last UID; beyond that every mail is looked at, read by somebody or not.
 */
export class PollMailbox {
  private readonly suspects = new Map<string, Set<number>>();

  constructor(
    private readonly door: TenantDoor,
    private readonly servers: MailServers,
    private readonly access: MailboxAccess,
    private readonly clock: Clock,
    private readonly takeMailIn: TakeMailIn,
    private readonly limits: Pick<Limits, 'deliveryBytes'>,
  ) {}

  /** Takes a mailbox that is due; null if it is not, or if somebody holds it. */
  async lease(tenantId: string, id: string): Promise<MailboxSession | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + mailboxWork.leaseMs);
    const leased = await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.lease(id, now, until));
    if (leased === null) return null;
    const { door, servers, access, clock, takeMailIn } = this;
    const parts = { door, servers, access, clock, takeMailIn, largestMail: this.limits.deliveryBytes };
    return new MailboxSession({ ...parts, suspects: this.suspectsOf(id) }, tenantId, leased);
  }

  private suspectsOf(id: string): Set<number> {
    const suspects = this.suspects.get(id) ?? new Set();
    this.suspects.set(id, suspects);
    return suspects;
  }
}
