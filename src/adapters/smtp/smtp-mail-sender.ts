import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Options } from 'nodemailer/lib/smtp-transport/index.js';
import { atAnyAddress, type HostAnswer, type HostPlace, type Hosts } from '../../pipeline/ports/hosts.js';
import { MailSender, type MailServer, type OutgoingMail, type SendResult } from '../../pipeline/ports/mail-sender.js';
import { smtpLimits } from './smtp-limits.js';

/** Sends by nodemailer, a connection for each mail: answers are few, and a connection that hangs harms no other. */
export class SmtpMailSender extends MailSender {
  private readonly stopping = new AbortController();

  /** @param installation the server for mailboxes that have none of their own; null: there is none. */
  constructor(
    private readonly installation: MailServer | null,
    private readonly hosts: Hosts,
    private readonly sendingMs: number = smtpLimits.sendingMs,
  ) {
    super();
  }

  async send(mail: OutgoingMail, own: MailServer | null): Promise<SendResult> {
    const server = own ?? this.installation;
    if (server === null) return { kind: 'temporary', cause: 'noServer' };
    if (this.stopping.signal.aborted) return { kind: 'temporary', cause: 'stopped' };
    const { host, port } = server;
    const place: HostAnswer = own
      ? await this.hosts.find(host, port, 'mail')
      : { kind: 'place', address: host, others: [], servername: null };
    if (place.kind === 'refused') return { kind: 'temporary', cause: place.because };
    const signal = AbortSignal.any([AbortSignal.timeout(this.sendingMs), this.stopping.signal]);
    try {
      const { servername } = place;
      const hand = (address: string) =>
        createTransport(optionsOf(server, { address, servername })).sendMail({ ...messageOf(mail), signal });
      await atAnyAddress(place, hand, (error) => isUnreached(error) && !signal.aborted);
      return { kind: 'sent' };
    } catch (error) {
      if (this.stopping.signal.aborted) return { kind: 'temporary', cause: 'stopped' };
      return signal.aborted ? { kind: 'temporary', cause: 'tooSlow' } : resultOf(error, mail.to);
    }
  }

  stop(): void {
    this.stopping.abort();
  }
}

type At = Pick<HostPlace, 'address' | 'servername'>;

const optionsOf = (
  { port, security, user, password, accessToken }: MailServer,
  { address, servername }: At,
): Options => ({
  host: address,
  ...(servername === null ? {} : { servername }),
  port,
  secure: security === 'tls',
  requireTLS: security === 'starttls',
  ignoreTLS: security === 'none',
  ...(user === null ? {} : { auth: authOf(user, password, accessToken) }),
  connectionTimeout: smtpLimits.connectMs,
  greetingTimeout: smtpLimits.greetingMs,
  socketTimeout: smtpLimits.silenceMs,
  // Nothing of a mail that was called off may still be on its way when it is tried again.
  socketCloseTimeout: 0,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** With a token by XOAUTH2; it is renewed elsewhere. */
const authOf = (user: string, password: string | null, accessToken: string | undefined): Options['auth'] =>
  accessToken === undefined ? { user, pass: password ?? '' } : { type: 'OAuth2', user, accessToken };

/**
 * The return path is empty and the fields of RFC 3834 and of Microsoft's servers say that nobody wrote this by hand. There
 * is no Precedence: RFC 3834 (3.1.8) does not recommend it, and "bulk" sends receipts to the junk folder.
 */
const messageOf = (mail: OutgoingMail): SendMailOptions => ({
  envelope: { from: '', to: [mail.to] },
  from: { name: oneLine(mail.from.name), address: mail.from.address },
  ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
  to: { name: '', address: mail.to },
  subject: oneLine(mail.subject),
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  date: mail.date,
  inReplyTo: onlyIds(mail.inReplyTo === null ? [] : [mail.inReplyTo])[0] ?? '',
  references: onlyIds(threadOf(mail.references)),
  headers: { ...machineFields(mail), 'Content-Language': mail.language, ...endFields(mail.endLink) },
});

const machineFields = ({ isUnasked }: OutgoingMail) => ({
  'Auto-Submitted': isUnasked ? 'auto-generated' : 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
});

/** One request ends what a person has asked for (RFC 8058). */
const endFields = (url: string | null): Record<string, string> =>
  url === null ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Only what has the form of a Message-ID (RFC 5322, 3.6.4): the others were written by whoever sent the mail. */
const onlyIds = (ids: readonly string[]): string[] => ids.filter((id) => /^<[!-;=?-~]{1,250}>$/.test(id));

/** A thread's first mail and its last twenty: a field of a thousand ids helps nobody. */
const threadOf = (references: readonly string[]): readonly string[] =>
  references.length <= 21 ? references : [...references.slice(0, 1), ...references.slice(-20)];

/**
 * Only what a server says with 5xx to this mail is final. What it says to us (greeting, sign-in, TLS) is about settings
 * that somebody can mend, and every other failure is of the line.
 */
const aboutThisMail: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** Whether it failed before a server had said anything, so that no mail can have been taken. */
const isUnreached = (error: unknown): boolean =>
  // Not by instanceof: an error of the system may come from another realm.
  typeof error === 'object' &&
  error !== null &&
  'command' in error &&
  error.command === 'CONN' &&
  !('responseCode' in error);

function resultOf(error: unknown, address: string): SendResult {
  if (!(error instanceof Error)) return { kind: 'temporary', cause: 'unknown' };
  const { responseCode, command, code, response } = error as Error & Partial<Record<string, unknown>>;
  const said = typeof response === 'string' ? response : String(code ?? error.name);
  const cause = oneLine(said).replaceAll(address, '<address>').slice(0, smtpLimits.causeLength);
  if (code === 'EAUTH') return { kind: 'temporary', cause, signInRefused: true };
  const isFinal = typeof responseCode === 'number' && responseCode >= 500 && aboutThisMail.has(String(command));
  return { kind: isFinal ? 'permanent' : 'temporary', cause };
}
