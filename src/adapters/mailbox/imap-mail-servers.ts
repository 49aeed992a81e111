import { ImapFlow } from 'imapflow';
import type { ImapSettings } from '../../domain/mail/mailbox-settings.js';
import { atAnyAddress, type HostPlace, type Hosts } from '../../pipeline/ports/hosts.js';
import { MailboxFailure, MailServers, type OpenMailbox } from '../../pipeline/ports/mailbox.js';
import { isRefusal, mailboxFailure } from './imap-failures.js';
import { ImapMailbox } from './imap-mailbox.js';
import { mailboxLimits } from './mailbox-limits.js';

/** IMAP4 (RFC 3501, RFC 9051) by imapflow. Certificates are checked; nothing of what is said is logged. */
export class ImapMailServers extends MailServers {
  /** @param ca certificates (PEM) that are trusted beside those of the system, for a house's own authority. */
  constructor(
    private readonly hosts: Hosts,
    private readonly ca?: string,
  ) {
    super();
  }

  async open(settings: ImapSettings, secret: string, largestMail: number, over: AbortSignal): Promise<OpenMailbox> {
    const place = await this.hosts.find(settings.host, settings.port, 'mail');
    // Whoever breaks it off while its host is looked for is not heard any more.
    if (over.aborted) throw new MailboxFailure('connectionLost');
    if (place.kind === 'refused') throw new MailboxFailure(place.because);
    const { servername } = place;
    const connect = (address: string) => this.connect({ address, servername }, settings, secret, largestMail, over);
    return atAnyAddress(place, connect, (error) => isUnreached(error) && !over.aborted);
  }

  private async connect(
    at: Pick<HostPlace, 'address' | 'servername'>,
    settings: ImapSettings,
    secret: string,
    largestMail: number,
    over: AbortSignal,
  ): Promise<OpenMailbox> {
    const client = new ImapFlow(this.optionsOf(at, settings, secret, largestMail));
    // What breaks the line is told by the command under way, or by `news`.
    client.on('error', () => undefined);
    const cut = () => client.close();
    over.addEventListener('abort', cut);
    try {
      await client.connect();
      await openFolder(client, settings.folder);
      return new ImapMailbox(client, settings, largestMail);
    } catch (error) {
      client.close();
      const failure = mailboxFailure(error);
      if (settings.auth === 'password' || failure.code !== 'wrongPassword') throw failure;
      throw new MailboxFailure('tokenRefused', { cause: error });
    } finally {
      over.removeEventListener('abort', cut);
    }
  }

  private optionsOf(
    { address, servername }: Pick<HostPlace, 'address' | 'servername'>,
    settings: ImapSettings,
    secret: string,
    largestMail: number,
  ) {
    const { port, security, user, auth } = settings;
    return {
      ...(servername === null ? {} : { servername }),
      ...{ host: address, port, secure: security === 'tls', logger: false as const },
      // Left out it would mean: if the server likes.
      ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
      auth: auth === 'password' ? { user, pass: secret } : { user, accessToken: secret },
      tls: {
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2' as const,
        ...(this.ca === undefined ? {} : { ca: this.ca }),
      },
      clientInfo: { name: 'Eingang' },
      disableCompression: true,
      autoIdleDelay: mailboxLimits.idleAfterMs,
      connectionTimeout: mailboxLimits.connectMs,
      greetingTimeout: mailboxLimits.greetingMs,
      socketTimeout: mailboxLimits.socketMs,
      maxLineLength: mailboxLimits.answerBytes,
      // Some servers answer every piece with the whole.
      maxLiteralSize: largestMail + mailboxLimits.chunkBytes,
      maxResponseSize: largestMail + mailboxLimits.answerBytes,
    };
  }
}

async function openFolder(client: ImapFlow, folder: string): Promise<void> {
  try {
    await client.mailboxOpen(folder);
  } catch (error) {
    throw isRefusal(error) ? new MailboxFailure('folderMissing', { cause: error }) : error;
  }
}

/** Nobody listened there, or nobody spoke: another address of the same name may do better. */
const isUnreached = (error: unknown): boolean =>
  error instanceof MailboxFailure && (error.code === 'connectionRefused' || error.code === 'noAnswer');
