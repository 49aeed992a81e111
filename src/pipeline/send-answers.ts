import type { MailboxSettings } from '../domain/mail/mailbox-settings.js';
import { accessNoticeTask } from './access-notice.js';
import { answerLimits, retryAfterMs } from './answer-limits.js';
import { answerTask } from './answer-task.js';
import type { Ended, MailTask } from './mail-task.js';
import type { MailboxAccess } from './mailbox-access.js';
import { mailboxSettings, openMailboxSecret } from './mailbox-settings.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure } from './ports/mailbox.js';
import type { MailSender, MailServer, OutgoingMail, SendResult } from './ports/mail-sender.js';
import type { Effect, LeasedEffect } from './ports/outbox-records.js';
import type { Secrets } from './ports/secrets.js';
import { ConcurrentChange, type TenantDoor, type TenantRecords } from './ports/tenant-door.js';
import { reminderTask } from './reminder-task.js';
import { byInstallation, wayOut, type WayOut } from './way-out.js';

/** A mail that is ready to go, or why it does not go. */
type Ready = {
  readonly task: MailTask;
  /** The mailbox that answers; null: none does. */
  readonly mailboxId: string | null;
} & (
  | { readonly kind: 'ready'; readonly mail: OutgoingMail; readonly line: Line }
  | { readonly kind: 'ended'; readonly ended: Ended }
);

/**
 * Sends what has been planned. The attempt is committed before, and the Message-ID stands since the planning: killed
 * between the server's word and our commit, or stopped before that word has come, the mail goes out again as the same
 * mail, which is the one repeat that cannot be avoided.
 */
export class SendAnswers {
  private readonly stopping = new AbortController();
  private readonly tasks: Readonly<Record<Effect, (tenant: TenantRecords, stored: unknown) => Promise<MailTask>>> = {
    mail: (tenant, stored) => answerTask(tenant, stored, this.publicUrl()),
    reminder: (tenant, stored) => reminderTask(tenant, stored, this.publicUrl(), this.clock.now()),
    accessNotice: (tenant, stored) => accessNoticeTask(tenant, stored, this.publicUrl()),
  };

  constructor(
    private readonly door: TenantDoor,
    private readonly sender: MailSender,
    private readonly secrets: Secrets,
    private readonly access: MailboxAccess,
    private readonly clock: Clock,
    /** The address that people see, once it is known; without a slash at the end. */
    private readonly publicUrl: () => string,
  ) {}

  async send(tenantId: string, outboxId: string): Promise<void> {
    const now = this.clock.now();
    const lease = await this.door.inTenant(tenantId, (tenant) =>
      tenant.outbox.lease(outboxId, now, new Date(now.getTime() + answerLimits.leaseMs)),
    );
    if (lease === null) return;
    let ready: Ready;
    try {
      ready = await this.door.inTenant(tenantId, (tenant) => this.prepare(tenant, lease));
    } catch (error) {
      await this.conclude(tenantId, lease, null, { kind: 'temporary', cause: 'notWritten' });
      throw error;
    }
    const ended = ready.kind === 'ready' ? await this.hand(ready.mail, ready.line) : ready.ended;
    await this.conclude(tenantId, lease, ready, ended);
  }

  /** Nobody who stops this process waits for a mail server: what is not sent is sent again, as the same mail. */
  stop(): void {
    this.stopping.abort();
    this.sender.stop();
  }

  /** A token may be refused before its time: one time another is fetched. */
  private async hand(mail: OutgoingMail, { server, token }: Line): Promise<SendResult> {
    if (server === null || token === null) return this.sender.send(mail, server);
    const over = this.stopping.signal;
    try {
      const accessToken = await this.access.tokenToSend(token, over);
      const result = await this.sender.send(mail, { ...server, accessToken });
      if (result.kind !== 'temporary' || !result.signInRefused || !token.settings.imap.oauth) return result;
      return await this.sender.send(mail, {
        ...server,
        accessToken: await this.access.tokenToSend(token, over, accessToken),
      });
    } catch (error) {
      if (!(error instanceof MailboxFailure)) throw error;
      return { kind: 'temporary', cause: over.aborted ? 'stopped' : error.code };
    }
  }

  private async prepare(tenant: TenantRecords, { effect, payload }: LeasedEffect): Promise<Ready> {
    const task = await this.tasks[effect](tenant, payload);
    const ended = (kind: 'temporary' | 'dropped', cause: string): Ready => ({
      ...{ kind: 'ended', task, mailboxId: null },
      ended: { kind, cause },
    });
    if (!task.holds) return ended('dropped', 'notNeeded');
    const wanted = await wayOut(tenant, task.causedBy);
    if (wanted === null) return ended('temporary', 'noWayOut');
    const { way, line } = lineOf(this.secrets, tenant.tenantId, wanted);
    if (way === null) return ended('temporary', 'noSecret');
    return { kind: 'ready', task, mail: await task.write(way), line, mailboxId: way.mailbox?.channelId ?? null };
  }

  /** Temporary failures are tried again for days; what is over leaves an event, so that somebody can see it. */
  private async conclude(
    tenantId: string,
    { id, attempt, createdAt }: LeasedEffect,
    ready: Ready | null,
    result: Ended,
  ): Promise<void> {
    const at = this.clock.now();
    const nextTry = new Date(at.getTime() + retryAfterMs(isStopped(result) ? 1 : attempt));
    // Broken off by us it has not been tried.
    const gaveUp = !isStopped(result) && nextTry.getTime() > createdAt.getTime() + answerLimits.giveUpAfterMs;
    await this.untilWritten(tenantId, async (tenant) => {
      if (ready?.mailboxId) await noteSending(tenant, ready.mailboxId, result, at);
      if (result.kind === 'temporary' && !gaveUp) return tenant.outbox.postpone(id, attempt, nextTry, result.cause);
      const cause = result.kind === 'sent' ? null : result.cause;
      if (await tenant.outbox.finish(id, attempt, at, cause)) await ready?.task.end(tenant, result, attempt, at);
    });
  }

  /** The mail has gone: where others were quicker in the database its end is written once more, not the mail sent. */
  private async untilWritten(tenantId: string, work: (tenant: TenantRecords) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.door.inTenant(tenantId, work);
      } catch (error) {
        if (!(error instanceof ConcurrentChange) || attempt >= answerLimits.writeAttempts) throw error;
      }
    }
  }
}

const isStopped = (result: Ended): boolean => result.kind === 'temporary' && result.cause === 'stopped';

/**
 * A mailbox is failing from the first failure of the line, its server or its settings until a mail goes through; what a
 * server says of one mail or address is no fault of the mailbox.
 */
async function noteSending(tenant: TenantRecords, mailboxId: string, result: Ended, at: Date): Promise<void> {
  if (result.kind === 'sent') await tenant.mailboxes.noteSending(mailboxId, null, at);
  if (result.kind === 'temporary' && !isStopped(result))
    await tenant.mailboxes.noteSending(mailboxId, result.cause, at);
}

/** A server to hand a mail to (null: the installation's), and whose token opens it where no password does. */
interface Line {
  readonly server: MailServer | null;
  readonly token: {
    readonly tenantId: string;
    readonly id: string;
    readonly settings: MailboxSettings;
  } | null;
}

const installation: Line = { server: null, token: null };

/** The mailbox's own server with what opens it; without one the installation's, or no way at all. */
function lineOf(secrets: Secrets, tenantId: string, way: WayOut): { readonly way: WayOut | null; readonly line: Line } {
  const { mailbox, smtp } = way;
  if (smtp === null || mailbox === null) return { way, line: installation };
  const { host, port, security, user } = smtp;
  const server = { host, port, security, user, password: null };
  if (user === null) return { way, line: { server, token: null } };
  const { channelId: id } = mailbox;
  if (smtp.auth === 'oauth2')
    return { way, line: { server, token: { tenantId, id, settings: mailboxSettings.parse(mailbox.settings) } } };
  const password = openMailboxSecret(secrets, tenantId, id, mailbox.secret)?.smtp ?? null;
  if (password === null) return { way: byInstallation(way.answering, mailbox), line: installation };
  return { way, line: { server: { ...server, password }, token: null } };
}
