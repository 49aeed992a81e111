import { z } from 'zod';
import { answerLimits, retryAfterMs } from './answer-limits.js';
import { openMailboxSecret } from './mailbox-settings.js';
import type { AnswerRecord } from './ports/answer-records.js';
import type { Clock } from './ports/clock.js';
import type { MailSender, MailServer, OutgoingMail, SendResult } from './ports/mail-sender.js';
import type { LeasedEffect } from './ports/outbox-records.js';
import type { Secrets } from './ports/secrets.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { wayOut, type WayOut } from './way-out.js';
import { writeAnswer } from './write-answer.js';

/** A mail that is ready to go, or why it never will be. */
type Ready =
  | {
      readonly kind: 'ready';
      readonly answer: AnswerRecord;
      readonly mail: OutgoingMail;
      readonly server: MailServer | null;
    }
  | { readonly kind: 'notYet' | 'never'; readonly answer: AnswerRecord | null; readonly cause: string };

const payload = z.object({ answerId: z.string(), subscriptionId: z.string() });

/**
 * Sends what has been planned. The attempt is committed before, and the Message-ID stands since the planning: killed
 * between the server's word and our commit, the mail goes out again as the same mail, which is the one repeat that
 * cannot be avoided.
 */
export class SendAnswers {
  constructor(
    private readonly door: TenantDoor,
    private readonly sender: MailSender,
    private readonly secrets: Secrets,
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
    const result: SendResult =
      ready.kind === 'ready'
        ? await this.sender.send(ready.mail, ready.server)
        : { kind: ready.kind === 'never' ? 'permanent' : 'temporary', cause: ready.cause };
    await this.conclude(tenantId, lease, ready.answer, result);
  }

  private async prepare(tenant: TenantRecords, lease: LeasedEffect): Promise<Ready> {
    const { answerId, subscriptionId } = payload.parse(lease.payload);
    const answer = await tenant.answers.find(answerId);
    const subscription = await tenant.subscriptions.find(subscriptionId);
    const delivery = answer && (await tenant.deliveries.find(answer.deliveryId));
    if (!answer || !subscription || !delivery) return { kind: 'never', answer, cause: 'notThere' };
    if (answer.kind.startsWith('step.') && subscription.endedAt !== null)
      return { kind: 'never', answer, cause: 'unsubscribed' };
    const mail = await tenant.answers.findMail(delivery.id);
    const way = await wayOut(tenant, mail);
    if (way === null || tenant.answering === null) return { kind: 'notYet', answer, cause: 'noWayOut' };
    const server = serverOf(this.secrets, tenant.tenantId, way);
    if (server === 'noSecret') return { kind: 'notYet', answer, cause: server };
    const { answering } = tenant;
    const sources = { answer, subscription, delivery, mail, way, answering, publicUrl: this.publicUrl() };
    return { kind: 'ready', answer, mail: await writeAnswer(tenant, sources), server };
  }

  /** Temporary failures are tried again for days; what is over leaves an event, so that somebody can see it. */
  private async conclude(
    tenantId: string,
    { id, attempt, createdAt }: LeasedEffect,
    answer: AnswerRecord | null,
    result: SendResult,
  ): Promise<void> {
    const at = this.clock.now();
    const nextTry = new Date(at.getTime() + retryAfterMs(attempt));
    const gaveUp = nextTry.getTime() > createdAt.getTime() + answerLimits.giveUpAfterMs;
    await this.door.inTenant(tenantId, async (tenant) => {
      if (result.kind === 'temporary' && !gaveUp) return tenant.outbox.postpone(id, attempt, nextTry, result.cause);
      const cause = result.kind === 'sent' ? null : result.cause;
      if (!(await tenant.outbox.finish(id, attempt, at, cause)) || answer === null) return;
      if (cause === null) await tenant.answers.markSent(answer.id, at);
      await append(tenant, answer, attempt, cause === null ? null : { kind: result.kind, cause }, at);
    });
  }
}

/** The mailbox's own server with its password; null: the installation's. */
function serverOf(secrets: Secrets, tenantId: string, { mailbox, smtp }: WayOut): MailServer | null | 'noSecret' {
  if (smtp === null || mailbox === null) return null;
  const { host, port, security, user } = smtp;
  if (user === null) return { host, port, security, user, password: null };
  const password = openMailboxSecret(secrets, tenantId, mailbox.channelId, mailbox.secret)?.smtp ?? null;
  return password === null ? 'noSecret' : { host, port, security, user, password };
}

async function append(
  tenant: TenantRecords,
  { id, kind, deliveryId, invoiceId }: AnswerRecord,
  attempt: number,
  failure: { readonly kind: SendResult['kind']; readonly cause: string } | null,
  at: Date,
): Promise<void> {
  await tenant.audit.append(
    {
      subject: { kind: 'delivery', id: deliveryId },
      event: failure === null ? 'delivery.answerSent' : 'delivery.answerFailed',
      actor: { kind: 'system', id: 'worker' },
      facts: {
        answer: id,
        kind,
        attempt,
        ...(invoiceId && { invoice: invoiceId }),
        ...(failure && { failure: failure.kind }),
      },
      ...(failure && { payload: { cause: failure.cause } }),
    },
    at,
  );
}
