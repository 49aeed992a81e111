import type { SmtpSettings } from '../domain/mail/mailbox-settings.js';
import { mailboxSettings } from './mailbox-settings.js';
import type { Answering, AnsweringMailbox, DeliveredMail } from './ports/answer-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Under which address answers about a delivery leave, and by which server. */
export interface WayOut {
  readonly answering: Answering;
  readonly from: string;
  /** Where people write to who answer; null: to `from`. */
  readonly replyTo: string | null;
  readonly mailbox: AnsweringMailbox | null;
  /** null: the installation's server. */
  readonly smtp: SmtpSettings | null;
}

/**
 * A mail is answered by the mailbox that it came to; what came another way, or to a mailbox that has been closed, by the
 * tenant's first mailbox or under the installation's address. null: nothing can be sent, so nothing is planned.
 */
export async function wayOut(tenant: TenantRecords, mail: DeliveredMail | null): Promise<WayOut | null> {
  const { answering } = tenant;
  if (answering === null || mail?.mailbox.answers === false) return null;
  const mailbox = mail && !mail.mailbox.isClosed ? mail.mailbox : await tenant.answers.firstMailbox();
  const smtp = mailbox && (mailboxSettings.safeParse(mailbox.settings).data?.smtp ?? null);
  if (mailbox && smtp) return { answering, from: mailbox.address, replyTo: null, mailbox, smtp };
  return byInstallation(answering, mailbox);
}

/**
 * By the installation's server, which signs for its own domains: a tenant may name any address for its mailbox, so only
 * one in a domain that the installation answers for becomes the sender. Any other is where replies go.
 */
export function byInstallation(answering: Answering, mailbox: AnsweringMailbox | null): WayOut | null {
  const { outgoing } = answering;
  if (outgoing === null) return null;
  if (mailbox && isOurs(mailbox.address.toLowerCase(), outgoing))
    return { answering, from: mailbox.address, replyTo: null, mailbox, smtp: null };
  if (outgoing.from === null) return null;
  return { answering, from: outgoing.from, replyTo: mailbox?.address ?? null, mailbox, smtp: null };
}

/** Whether answers of a mailbox without a server of its own have a sender and a server at all. */
export const leavesByInstallation = ({ outgoing }: Answering, address: string): boolean =>
  outgoing !== null && (outgoing.from !== null || isOurs(address.toLowerCase(), outgoing));

const isOurs = (address: string, { from, domains }: NonNullable<Answering['outgoing']>): boolean =>
  address === from || domains.includes(address.slice(address.lastIndexOf('@') + 1));

/** Whether people may follow a delivery by links: not what a relay brings, for one delivery may hold several firms'. */
export const canBeFollowed = (mail: DeliveredMail | null): boolean => mail?.mailbox.isRelay !== true;
