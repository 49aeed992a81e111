import pg from 'pg';
import { AesGcmSecrets } from '../../src/adapters/crypto/aes-gcm-secrets.js';
import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { ImapMailServers } from '../../src/adapters/mailbox/imap-mail-servers.js';
import { MailparserHeaders } from '../../src/adapters/mailbox/read-envelope.js';
import { HttpTokenServers } from '../../src/adapters/http/http-token-servers.js';
import { AdministerMailboxes, type WantedMailbox } from '../../src/pipeline/administer-mailboxes.js';
import { limitsFor } from '../../src/pipeline/limits.js';
import { mailboxWork } from '../../src/pipeline/mailbox-limits.js';
import { MailServers, type OpenMailbox } from '../../src/pipeline/ports/mailbox.js';
import { MailboxAccess } from '../../src/pipeline/mailbox-access.js';
import { PollMailbox } from '../../src/pipeline/poll-mailbox.js';
import { TakeMailIn } from '../../src/pipeline/take-mail-in.js';
import { value } from '../../demo/set-up-town.js';
import { TestDovecot } from '../support/dovecot.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { openTownHall } from './town-hall.js';

/** Does something else in a few calls to a mailbox than the server would. */
export type Twist = (mailbox: OpenMailbox) => Partial<OpenMailbox>;

/** Real servers, with what a test puts between. */
export class TwistedServers extends MailServers {
  readonly fetched: number[] = [];

  constructor(
    private readonly real: MailServers,
    private readonly twist: Twist = () => ({}),
  ) {
    super();
  }

  override async open(...words: Parameters<MailServers['open']>): Promise<OpenMailbox> {
    const mailbox = await this.real.open(...words);
    const noted: Partial<OpenMailbox> = {
      fetch: (uid) => {
        this.fetched.push(uid);
        return mailbox.fetch(uid);
      },
    };
    const twisted = { ...noted, ...this.twist(mailbox) };
    return new Proxy(mailbox, {
      get: (of, name) => {
        const found: unknown = Reflect.get(twisted, name) ?? Reflect.get(of, name);
        return typeof found === 'function' ? found.bind(of) : found;
      },
    });
  }
}

export const aMail = (number: number, from = 'firma@handwerk.example', body = 'Anbei unsere Rechnung.'): string =>
  [
    `From: Firma <${from}>`,
    'To: rechnung@auenfurt.example',
    `Subject: Rechnung ${number}`,
    `Message-ID: <${number}@handwerk.example>`,
    'Date: Mon, 23 Nov 2026 09:00:00 +0100',
    '',
    body,
    '',
  ].join('\r\n');

/** One look from beginning to end, where the mailbox is due and nobody holds it. */
export async function lookOnce(poller: PollMailbox, tenantId: string, id: string): Promise<void> {
  const session = await poller.lease(tenantId, id);
  if (session === null) return;
  try {
    await session.open();
    while ((await session.look()).more);
    await session.leave(mailboxWork.pollMs);
  } catch (error) {
    await session.giveUp(error);
  } finally {
    await session.close();
  }
}

type ImapChanges = Partial<WantedMailbox['settings']['imap']>;

const wantedAt =
  (port: number) =>
  (user: string, changed: ImapChanges = {}): WantedMailbox => ({
    name: user,
    address: `${user}@auenfurt.example`,
    settings: {
      imap: {
        ...{ host: '127.0.0.1', port, security: 'none', user, auth: 'password', folder: 'INBOX' },
        ...{ afterwards: { kind: 'markSeen' }, since: null, unencryptedAllowed: false },
        ...changed,
      },
      smtp: null,
    },
    isRelay: false,
    answers: true,
    secret: { imap: 'geheim', smtp: null },
  });

/** The town hall with a mail server of its own. */
export async function openMailRoom() {
  const [hall, dovecot] = [await openTownHall(), await TestDovecot.start()];
  const superuser = new pg.Client({ connectionString: hall.fresh.superuserUrl });
  await superuser.connect();
  const [secrets, keyedHash] = [new AesGcmSecrets(Buffer.alloc(32, 9)), new PlainKeyedHash()];
  const administer = new AdministerMailboxes(
    hall.door,
    hall.queue,
    secrets,
    hall.clock,
    hall.ids,
    keyedHash,
    new AnyHosts(),
  );
  const { door, documents, queue, clock, ids } = hall;
  const tokenServers = new HttpTokenServers(new AnyHosts(), false);
  const by = (key: string) => ({ tenantId: hall.tenantId, personId: hall.personId('admin'), idempotencyKey: key });

  const wanted = wantedAt(dovecot.port);

  /** A user's inbox, which the town looks into from now on. */
  const connect = async (user: string, changed: ImapChanges = {}): Promise<string> => {
    return value(await administer.open(by(`open ${user}`), wanted(user, changed))).id;
  };

  const poller = (
    servers: MailServers = new ImapMailServers(new AnyHosts(), dovecot.authority),
    deliveryBytes = limitsFor(25).deliveryBytes,
  ) =>
    new PollMailbox(
      ...([door, servers, new MailboxAccess(door, tokenServers, secrets, clock), clock] as const),
      new TakeMailIn(door, documents, new MailparserHeaders(), queue, clock, ids, keyedHash),
      { deliveryBytes },
    );

  /** Polls at a time at which it is due. */
  const poll = async (id: string, with_: PollMailbox = poller()): Promise<void> => {
    clock.move(11 * 60 * 1000);
    await lookOnce(with_, hall.tenantId, id);
  };

  const count = async (table: 'delivery' | 'mail_place' | 'mail', id: string): Promise<number> => {
    const { rows } = await superuser.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM eingang.${table} WHERE channel_id = $1`,
      [id],
    );
    return rows[0]?.n ?? -1;
  };

  const stateOf = async (id: string) => (await administer.list(hall.tenantId)).find((one) => one.id === id);

  const close = async () => {
    await superuser.end();
    await hall.close();
    await dovecot.remove();
  };

  return { hall, dovecot, superuser, secrets, administer, by, wanted, connect, poller, poll, count, stateOf, close };
}

export type MailRoom = Awaited<ReturnType<typeof openMailRoom>>;
