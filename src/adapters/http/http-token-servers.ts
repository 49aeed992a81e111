import { z } from 'zod';
import type { OAuthSettings } from '../../domain/mail/mailbox-settings.js';
import type { Hosts } from '../../pipeline/ports/hosts.js';
import { MailboxFailure } from '../../pipeline/ports/mailbox.js';
import { TokenServers, type RenewedToken } from '../../pipeline/ports/token-servers.js';
import { portOf, postText, type HttpAnswer } from './post-text.js';

/** Bounds on what a token endpoint may cost. */
const limits = {
  ...{ wholeMs: 20_000, afterStopMs: 3_000, answerBytes: 256 * 1024 },
  ...{ leastLifetimeS: 60, usualLifetimeS: 3600, mostLifetimeS: 24 * 3600 },
} as const;

/**
 * RFC 6749, 5.1; some servers tell numbers as texts. A lifetime that makes no sense must not cost the tokens beside it: the
 * one that was shown may be worth nothing any more.
 */
const tokenAnswer = z.object({
  access_token: z.string().min(1).max(50_000),
  refresh_token: z.string().min(1).max(10_000).nullish(),
  expires_in: z.coerce.number().positive().catch(limits.usualLifetimeS),
});

/** Asks token endpoints over HTTP, at the address that was checked; nothing is followed elsewhere. */
export class HttpTokenServers extends TokenServers {
  /** @param httpsOnly as in production: secrets cross no network in the clear. */
  constructor(
    private readonly hosts: Hosts,
    private readonly httpsOnly: boolean,
  ) {
    super();
  }

  async renew(
    client: OAuthSettings,
    clientSecret: string | null,
    refreshToken: string,
    over: AbortSignal,
  ): Promise<RenewedToken> {
    const { clientId, scopes } = client;
    const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId });
    if (scopes !== '') form.set('scope', scopes);
    if (clientSecret !== null) form.set('client_secret', clientSecret);
    const { status, body } = await this.post(new URL(client.tokenUrl), form.toString(), over);
    if (status >= 500) throw new MailboxFailure('noAnswer');
    const answer = tokenAnswer.safeParse(status === 200 ? jsonOf(body) : null);
    if (!answer.success) throw new MailboxFailure('tokenNotRenewed');
    const { access_token: accessToken, refresh_token: next, expires_in: seconds } = answer.data;
    const lifetimeS = Math.min(limits.mostLifetimeS, Math.max(limits.leastLifetimeS, seconds));
    return { accessToken, refreshToken: next ?? null, lifetimeMs: Math.floor(lifetimeS * 1000) };
  }

  private async post(url: URL, form: string, over: AbortSignal): Promise<HttpAnswer> {
    if (url.protocol !== 'https:' && this.httpsOnly) throw new MailboxFailure('noEncryption');
    const place = await this.hosts.find(url.hostname, portOf(url), 'https');
    if (over.aborted) throw new MailboxFailure('connectionLost');
    if (place.kind === 'refused') throw new MailboxFailure(place.because);
    const patience = patienceUntil(over);
    const posted = { contentType: 'application/x-www-form-urlencoded', text: form, answerBytes: limits.answerBytes };
    try {
      return await postText(url, place, { ...posted, signal: patience.signal });
    } catch (error) {
      throw new MailboxFailure(over.aborted ? 'connectionLost' : 'noAnswer', { cause: error });
    } finally {
      patience.end();
    }
  }
}

/** Ends when everything has taken too long, and soon after nobody wants the answer any more. */
function patienceUntil(over: AbortSignal): { readonly signal: AbortSignal; readonly end: () => void } {
  const ending = new AbortController();
  const timers = [setTimeout(() => ending.abort(), limits.wholeMs)];
  const hurry = () => timers.push(setTimeout(() => ending.abort(), limits.afterStopMs));
  over.addEventListener('abort', hurry);
  const end = (): void => {
    over.removeEventListener('abort', hurry);
    timers.forEach(clearTimeout);
  };
  return { signal: ending.signal, end };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
