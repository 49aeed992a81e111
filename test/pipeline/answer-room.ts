import { AnyHosts } from '../../src/adapters/hosts/any-hosts.js';
import { readFile } from 'node:fs/promises';
import { AesGcmSecrets } from '../../src/adapters/crypto/aes-gcm-secrets.js';
import { MailparserHeaders } from '../../src/adapters/mailbox/read-envelope.js';
import { HttpTokenServers } from '../../src/adapters/http/http-token-servers.js';
import { SmtpMailSender } from '../../src/adapters/smtp/smtp-mail-sender.js';
import type { ImapSettings, SmtpSettings } from '../../src/domain/mail/mailbox-settings.js';
import { MailboxAccess } from '../../src/pipeline/mailbox-access.js';
import { Notify } from '../../src/pipeline/notify.js';
import type { MailSender } from '../../src/pipeline/ports/mail-sender.js';
import type { Wake } from '../../src/pipeline/ports/wake-queue.js';
import { SendAnswers } from '../../src/pipeline/send-answers.js';
import { TakeMailIn } from '../../src/pipeline/take-mail-in.js';
import { PlainKeyedHash } from '../support/memory-ports.js';
import { PostOffice } from '../support/post-office.js';
import { openTownHall } from './town-hall.js';

const xml = await readFile('test/fixtures/reading/roof-repair.ubl.xml', 'utf8');

/** A mail with some invoices in it, each with other bytes; a header field of the test's replaces ours of that name. */
export function mailWith(
  invoices: number,
  fields: Readonly<Record<string, string>> = {},
  name = fields['Message-ID'] ?? '<1@handwerk.example>',
): string {
  const header = {
    'Return-Path': '<firma@handwerk.example>',
    From: 'Firma <firma@handwerk.example>',
    To: 'rechnung@auenfurt.example',
    Subject: 'Unsere Rechnung',
    'Message-ID': '<1@handwerk.example>',
    Date: 'Mon, 23 Nov 2026 09:00:00 +0100',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/mixed; boundary="b"',
    ...fields,
  };
  const parts = Array.from({ length: invoices }, (_, at) => [
    '--b',
    'Content-Type: application/xml',
    `Content-Disposition: attachment; filename="rechnung-${String(at + 1)}.xml"`,
    '',
    `${xml.trimEnd()}<!-- ${name.replaceAll('-', '')} ${String(at)} -->`,
  ]);
  const lines = Object.entries(header).map(([field, said]) => `${field}: ${said}`);
  return [...lines, '', '--b', 'Content-Type: text/plain', '', 'Guten Tag', ...parts.flat(), '--b--', ''].join('\r\n');
}

/** What a mailbox of a test may have beside its address. */
interface MailboxSpecial {
  readonly tenantId: string;
  readonly isRelay: boolean;
  readonly answers: boolean;
  readonly smtp: SmtpSettings | null;
}

/** The town hall with mailboxes, a real mail server to send by, and a way to put mails straight into a mailbox. */
export async function openAnswerRoom() {
  const [hall, office] = [await openTownHall(), await PostOffice.open()];
  const [secrets, keyedHash] = [new AesGcmSecrets(Buffer.alloc(32, 9)), new PlainKeyedHash()];
  const { door, documents, queue, clock, ids, lookup, answering } = hall;
  answering.outgoing = { from: null, domains: ['auenfurt.example', 'nachbar.example'] };
  const takeMailIn = new TakeMailIn(door, documents, new MailparserHeaders(), queue, clock, ids, keyedHash);
  const notify = new Notify(lookup, door, queue, clock, keyedHash);
  const sendBy = (sender: MailSender) =>
    new SendAnswers(door, sender, secrets, access, clock, () => 'https://eingang.example');
  const access = new MailboxAccess(door, new HttpTokenServers(new AnyHosts(), false), secrets, clock);
  const sender = new SmtpMailSender(office.line, new AnyHosts());

  const imap: ImapSettings = {
    ...{ host: '127.0.0.1', port: 1, user: 'u', folder: 'INBOX', since: null, unencryptedAllowed: false },
    security: 'none',
    auth: 'password',
    afterwards: { kind: 'markSeen' },
  };

  /** A mailbox that nobody polls; mails are put into it. */
  const mailbox = async (
    address: string,
    { tenantId = hall.tenantId, isRelay = false, answers = true, smtp = null }: Partial<MailboxSpecial> = {},
  ): Promise<{ readonly id: string; readonly put: (raw: string) => Promise<void> }> => {
    const id = ids.next();
    const entries = { id, name: address, address, settings: { imap, smtp }, isRelay, answers };
    const lease = await door.inTenant(tenantId, async (tenant) => {
      await tenant.mailboxes.add({ ...entries, secret: new Uint8Array([1]) }, clock.now());
      return tenant.mailboxes.lease(id, clock.now(), new Date('2030-01-01'));
    });
    if (!lease) throw new Error('the mailbox cannot be leased');
    let uid = 0;
    const put = (raw: string) =>
      takeMailIn.take({
        tenantId,
        mailbox: lease,
        place: { uidValidity: 1, uid: ++uid },
        fetched: { kind: 'whole', bytes: Buffer.from(raw) },
      });
    return { id, put };
  };

  /** Works off what is due, as a worker's sweep would, until nothing is. */
  const workOff = async (send = sendBy(sender)): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      const due = inOrderOfMaking(await lookup.dueWork(clock.now(), 100)).filter(({ kind }) => kind !== 'mailbox');
      if (due.length === 0) return;
      for (const { kind, tenantId, id } of due) {
        if (kind === 'delivery') await hall.sortDelivery.sort(tenantId, id);
        if (kind === 'invoice') await hall.processInvoice.process(tenantId, id);
        if (kind === 'outbox') await send.send(tenantId, id);
      }
    }
    throw new Error('there is no end of work');
  };

  const close = async () => {
    await hall.close();
    await office.close();
  };

  return { hall, office, notify, sender, sendBy, mailbox, workOff, close };
}

/** Where the clock stands, much is due at one moment, and the database has no order for that; guided answers need one. */
const inOrderOfMaking = (due: readonly Wake[]): readonly Wake[] =>
  due.toSorted((one, other) => one.kind.localeCompare(other.kind) || (one.id < other.id ? -1 : 1));

export type AnswerRoom = Awaited<ReturnType<typeof openAnswerRoom>>;
