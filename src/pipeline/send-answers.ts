import { z } from 'zod';
import type { MailboxSettings } from '../domain/mail/mailbox-settings.js';
import { answerLimits, retryAfterMs } from './answer-limits.js';
import type { MailboxAccess } from './mailbox-access.js';
import { mailboxSettings, openMailboxSecret } from './mailbox-settings.js';
import type { AnswerRecord } from './ports/answer-records.js';
import type { Clock } from './ports/clock.js';
import { MailboxFailure } from './ports/mailbox.js';
import type { MailSender, MailServer, OutgoingMail, SendResult } from './ports/mail-sender.js';
import type { LeasedEffect } from './ports/outbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { byInstallation, wayOut, type WayOut } from './way-out.js';
import { stillHolds, writeAnswer } from './write-answer.js';

/** How an attempt ended; `dropped`: what it would have told is not true any more, or not wanted. */
type Ended = SendResult | { readonly kind: 'dropped'; readonly cause: string };

/** What an attempt is about. */
interface Attempted {
  readonly answer: AnswerRecord;
  /** The mailbox that answers; null: none does. */
  readonly mailboxId: string | null;
}

/** A mail that is ready to go, or why it does not go. */
type Ready = Attempted &
  (
    | { readonly kind: 'ready'; readonly mail: OutgoingMail; readonly line: Line }
    | { readonly kind: 'ended'; readonly ended: Ended }
  );

const payload = z.object({ answerId: z.string(), subscriptionId: z.string() });

/**
 * Sends what has been planned. The attempt is committed before, and the Message-ID stands since the planning: killed
 * between the server's word and our commit, or stopped before that word has come, the mail goes out again as the same
 * mail, which is the one repeat that cannot be avoided.
 */
export class SendAnswers {
  private readonly stopping = new AbortController();

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

  private async prepare(tenant: TenantRecords, lease: LeasedEffect): Promise<Ready> {
    const { answerId, subscriptionId } = payload.parse(lease.payload);
    const answer = await tenant.answers.get(answerId);
    const subscription = await tenant.subscriptions.get(subscriptionId);
    const delivery = await tenant.deliveries.get(answer.deliveryId);
    const ended = (kind: 'temporary' | 'dropped', cause: string): Ready => ({
      ...{ kind: 'ended', answer, mailboxId: null },
      ended: { kind, cause },
    });
    if (!(await stillHolds(tenant, answer, subscription))) return ended('dropped', 'notNeeded');
    const mail = await tenant.answers.findMail(delivery.id);
    const wanted = await wayOut(tenant, mail);
    if (wanted === null) return ended('temporary', 'noWayOut');
    const { way, line } = lineOf(this.secrets, tenant.tenantId, wanted);
    if (way === null) return ended('temporary', 'noSecret');
    const sources = { answer, subscription, delivery, mail, way, publicUrl: this.publicUrl() };
    const mailboxId = way.mailbox?.channelId ?? null;
    return { kind: 'ready', answer, mail: await writeAnswer(tenant, sources), line, mailboxId };
  }

  /** Temporary failures are tried again for days; what is over leaves an event, so that somebody can see it. */
  private async conclude(
    tenantId: string,
    { id, attempt, createdAt }: LeasedEffect,
    about: Attempted | null,
    result: Ended,
  ): Promise<void> {
    const at = this.clock.now();
    const nextTry = new Date(at.getTime() + retryAfterMs(isStopped(result) ? 1 : attempt));
    // Broken off by us it has not been tried.
    const gaveUp = !isStopped(result) && nextTry.getTime() > createdAt.getTime() + answerLimits.giveUpAfterMs;
    await this.door.inTenant(tenantId, async (tenant) => {
      if (about?.mailboxId) await noteSending(tenant, about.mailboxId, result, at);
      if (result.kind === 'temporary' && !gaveUp) return tenant.outbox.postpone(id, attempt, nextTry, result.cause);
      const cause = result.kind === 'sent' ? null : result.cause;
      if (!(await tenant.outbox.finish(id, attempt, at, cause)) || about === null) return;
      if (cause === null) await tenant.answers.markSent(about.answer.id, at);
      else if (about.answer.kind === 'query') await tenant.queries.noteMailFailed(about.answer.id, cause);
      await append(tenant, about.answer, attempt, result, at);
    });
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

const eventOf = {
  sent: 'delivery.answerSent',
  temporary: 'delivery.answerFailed',
  permanent: 'delivery.answerFailed',
  dropped: 'delivery.answerDropped',
} as const satisfies Record<Ended['kind'], string>;

async function append(
  tenant: TenantRecords,
  { id, kind, deliveryId, invoiceId }: AnswerRecord,
  attempt: number,
  ended: Ended,
  at: Date,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: deliveryId },
      event: eventOf[ended.kind],
      actor: { kind: 'system', id: 'worker' },
      facts: {
        answer: id,
        kind,
        attempt,
        ...(invoiceId && { invoice: invoiceId }),
        ...(ended.kind !== 'sent' && { failure: ended.kind }),
      },
      ...(ended.kind !== 'sent' && { payload: { cause: ended.cause } }),
    },
    at,
  );
}
