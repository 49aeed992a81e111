import type { SmtpSettings } from '../domain/mail/mailbox-settings.js';
import { mailboxSettings } from './mailbox-settings.js';
import type { AnsweringMailbox, DeliveredMail } from './ports/answer-records.js';
import type { TenantRecords } from './ports/tenant-door.js';

/** Under which address answers about a delivery leave, and by which server. */
export interface WayOut {
  readonly from: string;
  readonly mailbox: AnsweringMailbox | null;
  /** null: the installation's server. */
  readonly smtp: SmtpSettings | null;
}

/**
 * A mail is answered by the mailbox that it came to; what came another way, by the tenant's first mailbox or under the
 * installation's address. null: nothing can be sent, so nothing is planned.
 */
export async function wayOut(tenant: TenantRecords, mail: DeliveredMail | null): Promise<WayOut | null> {
  const { answering } = tenant;
  if (answering === null || mail?.mailbox.answers === false) return null;
  const mailbox = mail?.mailbox ?? (await tenant.answers.firstMailbox());
  if (mailbox) {
    const smtp = mailboxSettings.safeParse(mailbox.settings).data?.smtp ?? null;
    return smtp === null && answering.outgoing === null ? null : { from: mailbox.address, mailbox, smtp };
  }
  const from = answering.outgoing?.from ?? null;
  return from === null ? null : { from, mailbox: null, smtp: null };
}
