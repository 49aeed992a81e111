import { z } from 'zod';
import type { Ended, MailTask } from './mail-task.js';
import type { AnswerRecord } from './ports/answer-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { stillHolds, writeAnswer } from './write-answer.js';

const payload = z.object({ answerId: z.string(), subscriptionId: z.string() });

/** An answer to whoever sent an invoice, or follows one. */
export async function answerTask(tenant: TenantRecords, stored: unknown, publicUrl: string): Promise<MailTask> {
  const { answerId, subscriptionId } = payload.parse(stored);
  const answer = await tenant.answers.get(answerId);
  const subscription = await tenant.subscriptions.get(subscriptionId);
  const delivery = await tenant.deliveries.get(answer.deliveryId);
  const mail = await tenant.answers.findMail(delivery.id);
  return {
    causedBy: mail,
    holds: await stillHolds(tenant, answer, subscription),
    write: (way) => writeAnswer(tenant, { answer, subscription, delivery, mail, way, publicUrl }),
    end: (later, ended, attempt, at) => endAnswer(later, answer, { ended, attempt, at }),
  };
}

interface Ending {
  readonly ended: Ended;
  readonly attempt: number;
  readonly at: Date;
}

async function endAnswer(tenant: TenantRecords, answer: AnswerRecord, ending: Ending): Promise<void> {
  const { ended, at } = ending;
  if (ended.kind === 'sent') await tenant.answers.markSent(answer.id, at);
  else if (answer.kind === 'query') await tenant.queries.noteMailFailed(answer.id, ended.cause);
  await append(tenant, answer, ending);
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
  { ended, attempt, at }: Ending,
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
