import { mailboxWork } from './mailbox-limits.js';
import { openMailboxSecret, sealMailboxSecret } from './mailbox-settings.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure } from './ports/mailbox.js';
import type { LeasedMailbox } from './ports/mailbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { TokenServers } from './ports/token-servers.js';

/** What a mailbox is signed in with; access tokens are renewed before they end. */
export class MailboxAccess {
  constructor(
    private readonly door: TenantDoor,
    private readonly tokens: TokenServers,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /**
   * The password or the token for a sign-in. What was renewed is stored, encrypted, before it is used: the token shown may be
   * worth nothing any more.
   * @param refused a token that the mail server has refused: another one is fetched, however long it would have lasted.
   * @throws MailboxFailure
   */
  async signIn(tenantId: string, mailbox: LeasedMailbox, refused?: string): Promise<string> {
    const { id, lease, settings } = mailbox;
    const sealed = await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.heldSecret(id, lease));
    const secret = openMailboxSecret(this.secrets, tenantId, id, sealed);
    if (sealed === null || secret === null) throw new MailboxFailure('secretUnreadable');
    const { auth, oauth } = settings.imap;
    if (auth === 'password' || !oauth) return secret.imap;
    const now = this.clock.now();
    const endsAt = Date.parse(secret.access?.endsAt ?? '') || 0;
    if (secret.access && secret.access.token !== refused && endsAt - now.getTime() > mailboxWork.renewBeforeMs)
      return secret.access.token;
    const renewed = await this.tokens.renew(oauth, secret.client ?? null, secret.imap);
    const access = {
      token: renewed.accessToken,
      endsAt: new Date(now.getTime() + renewed.lifetimeMs).toISOString(),
    };
    const after = sealMailboxSecret(this.secrets, tenantId, id, {
      ...secret,
      imap: renewed.refreshToken ?? secret.imap,
      access,
    });
    await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.keepSecret(id, sealed, after));
    return access.token;
  }
}
