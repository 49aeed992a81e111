/** How the line to a mail server is kept secret: TLS from the first byte, TLS after a plain greeting, or not at all. */
export type MailSecurity = 'tls' | 'starttls' | 'none';

/** What is done to a mail in the mailbox once it has been taken in. */
export type Afterwards = { readonly kind: 'markSeen' } | { readonly kind: 'move'; readonly folder: string };

/** Where mails are fetched. */
export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string;
  /** What the secret is: a password, or an OAuth 2.0 token (XOAUTH2, OAUTHBEARER). */
  readonly auth: 'password' | 'oauth2';
  /** Where access tokens are renewed: the secret is a refresh token then, else an access token. */
  readonly oauth?: OAuthSettings | null | undefined;
  readonly folder: string;
  readonly afterwards: Afterwards;
  /** YYYY-MM-DD: what arrived in the mailbox before this day is left alone. null: everything in the folder is taken in. */
  readonly since: string | null;
  /** A host elsewhere may be spoken to without encryption: somebody has decided so. */
  readonly unencryptedAllowed: boolean;
}

/** A client of a token endpoint (RFC 6749, section 6). */
export interface OAuthSettings {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** With blanks between them; empty: those of the refresh token. */
  readonly scopes: string;
}

/** Where this mailbox's answers are handed in. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** null: the server asks nobody who they are. */
  readonly user: string | null;
  /** `password` (left out too): the secret's second part. `oauth2`: the token by which mails are fetched (XOAUTH2). */
  readonly auth?: 'password' | 'oauth2' | undefined;
  readonly unencryptedAllowed: boolean;
}

export interface MailboxSettings {
  readonly imap: ImapSettings;
  /** null: answers go out by the installation's server. */
  readonly smtp: SmtpSettings | null;
}

/** What is kept encrypted beside the settings and never shown. */
export interface MailboxSecret {
  readonly imap: string;
  readonly smtp: string | null;
  /** Of the token endpoint's client; null: it has none (a public client). */
  readonly client?: string | null | undefined;
  /** The access token of now; it is renewed before it ends (ISO 8601). */
  readonly access?: { readonly token: string; readonly endsAt: string } | null | undefined;
}

/** Whether a line stays within this machine. */
const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/** Whether passwords would cross a network in the clear without anybody having decided so. */
export const isExposed = (line: Pick<SmtpSettings, 'host' | 'security' | 'unencryptedAllowed'>): boolean =>
  line.security === 'none' && !isLoopback(line.host) && !line.unencryptedAllowed;

/** Names of hosts know no case (RFC 4343), and a dot at the end changes nothing. */
export const isSameHost = (one: string, other: string): boolean => plainHost(one) === plainHost(other);

const plainHost = (host: string): string => host.toLowerCase().replace(/\.$/, '');

/** Whether both name the same folder of the same account: only then do UIDs mean the same. */
export const isSameFolder = (one: ImapSettings, other: ImapSettings): boolean =>
  isSameHost(one.host, other.host) && one.port === other.port && one.user === other.user && one.folder === other.folder;
