import type { MailboxSecret, MailboxSettings } from '../domain/mail/mailbox-settings.js';
import { mailboxWork } from './mailbox-limits.js';
import { openMailboxSecret, sealMailboxSecret } from './mailbox-settings.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure } from './ports/mailbox.js';
import type { LeasedMailbox } from './ports/mailbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor } from './ports/tenant-door.js';
import type { TokenServers } from './ports/token-servers.js';

/** Whose access it is. */
interface Mailbox {
  readonly tenantId: string;
  readonly id: string;
  readonly settings: MailboxSettings;
}

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
   * @param over breaks off a renewal.
   * @param refused a token that the mail server has refused: another one is fetched, however long it would have lasted.
   * @throws MailboxFailure
   */
  async signIn(tenantId: string, leased: LeasedMailbox, over: AbortSignal, refused?: string): Promise<string> {
    const { id, lease, settings } = leased;
    const sealed = await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.heldSecret(id, lease));
    return this.fresh({ tenantId, id, settings }, sealed, over, refused);
  }

  /** The token by which the same account sends, for whoever holds no lease. @throws MailboxFailure */
  async tokenToSend(mailbox: Mailbox, over: AbortSignal, refused?: string): Promise<string> {
    const { tenantId, id } = mailbox;
    const sealed = await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.secretOf(id));
    return this.fresh(mailbox, sealed, over, refused);
  }

  private async fresh(mailbox: Mailbox, sealed: Uint8Array | null, over: AbortSignal, refused?: string) {
    const { tenantId, id, settings } = mailbox;
    const secret = openMailboxSecret(this.secrets, tenantId, id, sealed);
    if (sealed === null || secret === null) throw new MailboxFailure('secretUnreadable');
    const { auth, oauth } = settings.imap;
    if (auth === 'password' || !oauth) return secret.imap;
    const now = this.clock.now();
    const endsAt = Date.parse(secret.access?.endsAt ?? '') || 0;
    if (secret.access && secret.access.token !== refused && endsAt - now.getTime() > mailboxWork.renewBeforeMs)
      return secret.access.token;
    const renewed = await this.tokens.renew(oauth, secret.client ?? null, secret.imap, over);
    const token = renewed.accessToken;
    const access = { token, endsAt: new Date(now.getTime() + renewed.lifetimeMs).toISOString() };
    await this.keep(mailbox, sealed, { ...secret, imap: renewed.refreshToken ?? secret.imap, access });
    return token;
  }

  private async keep({ tenantId, id }: Mailbox, before: Uint8Array, secret: MailboxSecret): Promise<void> {
    const after = sealMailboxSecret(this.secrets, tenantId, id, secret);
    await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.keepSecret(id, before, after));
  }
}
