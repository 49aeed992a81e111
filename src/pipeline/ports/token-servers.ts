import type { OAuthSettings } from '../../domain/mail/mailbox-settings.js';

export interface RenewedToken {
  readonly accessToken: string;
  /** Takes the place of the one that was shown; null: that one stays. */
  readonly refreshToken: string | null;
  readonly lifetimeMs: number;
}

/** Servers that hand out access tokens for refresh tokens (RFC 6749, section 6). */
export abstract class TokenServers {
  /**
   * @param over breaks it off. What has been sent is waited for a moment longer: the token shown may be worth nothing any
   * more, and the answer bears the next one.
   * @throws MailboxFailure
   */
  abstract renew(
    client: OAuthSettings,
    clientSecret: string | null,
    refreshToken: string,
    over: AbortSignal,
  ): Promise<RenewedToken>;
}
