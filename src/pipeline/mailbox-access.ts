import { setTimeout as pause } from 'node:timers/promises';
import type { MailboxSecret, MailboxSettings } from '../domain/mail/mailbox-settings.js';
import { mailboxWork } from './mailbox-limits.js';
import { openMailboxSecret, sealMailboxSecret } from './mailbox-settings.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure } from './ports/mailbox.js';
import type { LeasedMailbox } from './ports/mailbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import type { TokenServers } from './ports/token-servers.js';

/** Whose access it is. */
interface Mailbox {
  readonly tenantId: string;
  readonly id: string;
  readonly settings: MailboxSettings;
}

/** How whoever needs access gets at what is stored. */
type ReadSealed = (tenant: TenantRecords) => Promise<Uint8Array | null>;

/** What is stored of a mailbox, and its access token where that still lasts. */
interface Held {
  readonly sealed: Uint8Array;
  readonly secret: MailboxSecret;
  readonly token: string | null;
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
  signIn(tenantId: string, leased: LeasedMailbox, over: AbortSignal, refused?: string): Promise<string> {
    const { id, lease, settings } = leased;
    return this.fresh({ tenantId, id, settings }, ({ mailboxes }) => mailboxes.heldSecret(id, lease), over, refused);
  }

  /** The token by which the same account sends, for whoever holds no lease. @throws MailboxFailure */
  tokenToSend(mailbox: Mailbox, over: AbortSignal, refused?: string): Promise<string> {
    return this.fresh(mailbox, ({ mailboxes }) => mailboxes.secretOf(mailbox.id), over, refused);
  }

  /**
   * One renewal at a time, in whichever process: a refresh token that is shown twice is taken for stolen by some servers,
   * which then end the access. Who comes second waits, and finds what the first has stored.
   */
  private async fresh(mailbox: Mailbox, read: ReadSealed, over: AbortSignal, refused?: string): Promise<string> {
    const { tenantId, id } = mailbox;
    for (let waits = 0; waits <= mailboxWork.renewalWaits; waits += 1) {
      const { token } = await this.held(mailbox, read, refused);
      if (token !== null) return token;
      const now = this.clock.now();
      const until = new Date(now.getTime() + mailboxWork.renewalMs);
      if (await this.door.inTenant(tenantId, ({ mailboxes }) => mailboxes.beginRenewal(id, now, until))) {
        try {
          return await this.renewed(mailbox, read, over, refused);
        } finally {
          await this.door.inTenant(tenantId, ({ mailboxes }) => mailboxes.endRenewal(id, until));
        }
      }
      await pause(mailboxWork.renewalWaitMs, undefined, { signal: over }).catch(() => {
        throw new MailboxFailure('connectionLost');
      });
    }
    throw new MailboxFailure('noAnswer');
  }

  private async renewed(mailbox: Mailbox, read: ReadSealed, over: AbortSignal, refused?: string): Promise<string> {
    // Looked at again: somebody may have ended a renewal between the first look and the beginning of this one.
    const { sealed, secret, token: held } = await this.held(mailbox, read, refused);
    const { oauth } = mailbox.settings.imap;
    if (held !== null || !oauth) return held ?? secret.imap;
    const now = this.clock.now();
    const renewed = await this.tokens.renew(oauth, secret.client ?? null, secret.imap, over);
    const token = renewed.accessToken;
    const access = { token, endsAt: new Date(now.getTime() + renewed.lifetimeMs).toISOString() };
    await this.keep(mailbox, sealed, { ...secret, imap: renewed.refreshToken ?? secret.imap, access });
    return token;
  }

  /** @throws MailboxFailure where nothing can be read. */
  private async held({ tenantId, id, settings }: Mailbox, read: ReadSealed, refused?: string): Promise<Held> {
    const sealed = await this.door.inTenant(tenantId, read);
    const secret = openMailboxSecret(this.secrets, tenantId, id, sealed);
    if (sealed === null || secret === null) throw new MailboxFailure('secretUnreadable');
    const { auth, oauth } = settings.imap;
    if (auth === 'password' || !oauth) return { sealed, secret, token: secret.imap };
    const lastsMs = (Date.parse(secret.access?.endsAt ?? '') || 0) - this.clock.now().getTime();
    const lasts = secret.access && secret.access.token !== refused && lastsMs > mailboxWork.renewBeforeMs;
    return { sealed, secret, token: lasts ? secret.access.token : null };
  }

  private async keep({ tenantId, id }: Mailbox, before: Uint8Array, secret: MailboxSecret): Promise<void> {
    const after = sealMailboxSecret(this.secrets, tenantId, id, secret);
    await this.door.inTenant(tenantId, (tenant) => tenant.mailboxes.keepSecret(id, before, after));
  }
}
