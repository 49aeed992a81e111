import type { Mailbox } from './administration-queries.js';

export const securities = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof securities)[number];

export const auths = ['password', 'oauth2'] as const;
export type Auth = (typeof auths)[number];

/** What the form holds of one server. */
export interface LineEntries {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly unencryptedAllowed: boolean;
  readonly user: string;
  /** Only ever typed here; the server never tells it. */
  readonly secret: string;
}

/** Where access tokens are renewed; everything empty: nowhere. */
export interface RenewalEntries {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scopes: string;
  /** Only ever typed here. */
  readonly client: string;
}

export interface MailboxEntries {
  readonly name: string;
  readonly address: string;
  readonly imap: LineEntries;
  readonly auth: Auth;
  readonly renewal: RenewalEntries;
  readonly folder: string;
  readonly afterwards: 'markSeen' | 'move';
  readonly target: string;
  readonly since: string;
  readonly ownSmtp: boolean;
  readonly smtp: LineEntries;
  /** Answers are sent with the token by which mails are fetched. */
  readonly smtpByToken: boolean;
  readonly isRelay: boolean;
  readonly answers: boolean;
  /** For one that is there already: false leaves the stored secrets. */
  readonly renewSecrets: boolean;
}

/** What a part of the form needs. */
export interface EntriesProps {
  readonly entries: MailboxEntries;
  readonly tried: boolean;
  readonly onEntries: (change: Partial<MailboxEntries>) => void;
}

/** The usual port of each, by which an untouched field follows the choice. */
export const ports: Readonly<Record<'imap' | 'smtp', Readonly<Record<Security, string>>>> = {
  imap: { tls: '993', starttls: '143', none: '143' },
  smtp: { tls: '465', starttls: '587', none: '25' },
};

const emptyLine = (kind: 'imap' | 'smtp', security: Security): LineEntries => ({
  ...{ host: '', port: ports[kind][security], security, unencryptedAllowed: false, user: '', secret: '' },
});

interface StoredLine {
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly unencryptedAllowed: boolean;
  readonly user: string | null;
}

const lineOf = ({ host, port, security, unencryptedAllowed, user }: StoredLine): LineEntries => ({
  ...{ host, port: String(port), unencryptedAllowed, user: user ?? '', secret: '' },
  security: securities.find((one) => one === security) ?? 'tls',
});

export function entriesOf(mailbox: Mailbox | null): MailboxEntries {
  const imap = mailbox?.settings.imap;
  const smtp = mailbox?.settings.smtp ?? null;
  return {
    name: mailbox?.name ?? '',
    address: mailbox?.address ?? '',
    imap: imap ? lineOf(imap) : emptyLine('imap', 'tls'),
    auth: auths.find((auth) => auth === imap?.auth) ?? 'password',
    renewal: { tokenUrl: '', clientId: '', scopes: '', ...imap?.oauth, client: '' },
    folder: imap?.folder ?? 'INBOX',
    afterwards: imap?.afterwards.kind === 'move' ? 'move' : 'markSeen',
    target: imap?.afterwards.folder ?? '',
    since: imap?.since ?? '',
    ownSmtp: smtp !== null,
    smtp: smtp ? lineOf(smtp) : emptyLine('smtp', 'starttls'),
    smtpByToken: smtp?.auth === 'oauth2',
    isRelay: mailbox?.isRelay ?? false,
    answers: mailbox?.answers ?? true,
    renewSecrets: mailbox === null,
  };
}

/** null: the secret is an access token, or a password. */
const renewalOf = ({ auth, renewal: { tokenUrl, clientId, scopes } }: MailboxEntries) =>
  auth === 'oauth2' && tokenUrl.trim() !== ''
    ? { tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), scopes: scopes.trim() }
    : null;

const wantedLine = ({ host, port, security, unencryptedAllowed }: LineEntries) => ({
  ...{ host: host.trim(), port: Number(port), security },
  unencryptedAllowed: security === 'none' && unencryptedAllowed,
});

export function wantedOf(entries: MailboxEntries) {
  const { name, address, imap, auth, folder, afterwards, target, since, ownSmtp, smtp, isRelay, answers } = entries;
  const then = afterwards === 'move' ? { kind: 'move' as const, folder: target.trim() } : { kind: 'markSeen' as const };
  return {
    ...{ name: name.trim(), address: address.trim(), isRelay, answers },
    settings: {
      imap: {
        ...{ ...wantedLine(imap), user: imap.user.trim(), auth, folder: folder.trim(), afterwards: then },
        since: since === '' ? null : since,
        oauth: renewalOf(entries),
      },
      smtp: ownSmtp
        ? {
            ...{ ...wantedLine(smtp), user: smtp.user.trim() === '' ? null : smtp.user.trim() },
            auth: sendsByToken(entries) ? ('oauth2' as const) : ('password' as const),
          }
        : null,
    },
  };
}

/** A password cannot be chosen away where there is no token. */
export const sendsByToken = ({ auth, smtpByToken, smtp }: MailboxEntries): boolean =>
  auth === 'oauth2' && smtpByToken && smtp.user.trim() !== '';

export const secretOf = (entries: MailboxEntries) => secretsIn(entries, sendsByToken(entries));

const secretsIn = ({ imap, ownSmtp, smtp, auth, renewal }: MailboxEntries, byToken: boolean) => ({
  client: auth === 'oauth2' && renewal.client !== '' ? renewal.client : null,
  imap: imap.secret,
  smtp: ownSmtp && !byToken && smtp.secret !== '' ? smtp.secret : null,
});

export const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text.trim()) && Number(text) > 0 && Number(text) < 65_536;
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

const blank = (text: string): boolean => text.trim() === '';

const lineComplete = ({ host, port }: LineEntries): boolean => !blank(host) && isPort(port);

/** Everything that the form can tell before the server is asked. */
export function isComplete(entries: MailboxEntries): boolean {
  const { name, address, imap, folder, afterwards, target, ownSmtp, smtp, renewSecrets } = entries;
  const targetFits = afterwards === 'markSeen' || (!blank(target) && target.trim() !== folder.trim());
  const renewalFits =
    renewalOf(entries) === null || (URL.canParse(entries.renewal.tokenUrl.trim()) && !blank(entries.renewal.clientId));
  const secretsFit =
    !renewSecrets ||
    (imap.secret !== '' && (!ownSmtp || blank(smtp.user) || sendsByToken(entries) || smtp.secret !== ''));
  return (
    !blank(name) &&
    isAddress(address) &&
    lineComplete(imap) &&
    !blank(imap.user) &&
    !blank(folder) &&
    targetFits &&
    (!ownSmtp || lineComplete(smtp)) &&
    renewalFits &&
    secretsFit
  );
}
