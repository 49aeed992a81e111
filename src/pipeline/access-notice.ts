import { z } from 'zod';
import { ACCESS_NOTICES, accessLetter, type AccessNotice } from '../domain/mail/access-letter.js';
import type { Ended, MailTask } from './mail-task.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { reminderLimits } from './reminder-limits.js';
import { staffAddressOf } from './staff-address.js';
import { townDay } from './town-day.js';
import { wayOut } from './way-out.js';

const payload = z.object({
  ...{ notice: z.enum(ACCESS_NOTICES), personId: z.string(), by: z.string() },
  ...{ messageId: z.string(), at: z.iso.datetime() },
});
type Planned = z.infer<typeof payload>;

interface Doing {
  readonly notice: AccessNotice;
  readonly personId: string;
  /** The administrator. */
  readonly by: string;
}

/** Plans the mail in the transaction of what it tells. Nothing is planned for who has no address, or where nothing leaves. */
export async function planAccessNotice(tenant: TenantRecords, doing: Doing, at: Date): Promise<void> {
  const way = await wayOut(tenant, null);
  const to = await staffAddressOf(tenant, await tenant.reminders.findChoice(doing.personId));
  if (way === null || to === null) return;
  const { ids } = way.answering;
  const messageId = `<${ids.next()}@${way.from.slice(way.from.lastIndexOf('@') + 1)}>`;
  const planned: Planned = { ...doing, messageId, at: at.toISOString() };
  await tenant.outbox.add({ id: ids.next(), effect: 'accessNotice', payload: planned, at });
}

/** The mail by which somebody hears what an administrator did to their access. */
export async function accessNoticeTask(tenant: TenantRecords, stored: unknown, publicUrl: string): Promise<MailTask> {
  const planned = payload.parse(stored);
  const choice = await tenant.reminders.findChoice(planned.personId);
  const to = await staffAddressOf(tenant, choice);
  const language = choice?.language ?? 'de';
  return {
    causedBy: null,
    holds: to !== null,
    write: async ({ from }) => {
      const { name: town, slug } = await tenant.answers.town();
      const [person, by] = [await tenant.people.find(planned.personId), await tenant.people.find(planned.by)];
      const at = new Date(planned.at);
      const written = accessLetter({
        ...{ notice: planned.notice, language, town, day: townDay(at) },
        ...{ name: person?.displayName ?? '', by: by?.displayName ?? '' },
        ...{ deskUrl: `${publicUrl}/t/${slug}/desk`, quotedLength: reminderLimits.quotedLength },
      });
      return {
        ...written,
        ...{ messageId: planned.messageId, date: at, from: { name: town, address: from }, to: to ?? '', language },
        ...{ replyTo: null, inReplyTo: null, references: [], endLink: null, isUnasked: true },
      };
    },
    end: (later, ended, attempt, endedAt) => endNotice(later, planned, { ended, attempt, at: endedAt }),
  };
}

interface Ending {
  readonly ended: Ended;
  readonly attempt: number;
  readonly at: Date;
}

async function endNotice(
  tenant: TenantRecords,
  { notice, personId }: Planned,
  { ended, attempt, at }: Ending,
): Promise<void> {
  if (ended.kind === 'dropped') return;
  const subject = { kind: 'person', id: personId } as const;
  const actor = { kind: 'system', id: 'worker' } as const;
  if (ended.kind === 'sent')
    return void (await tenant.audit.append(
      { subject, event: 'person.accessNoticeSent', actor, facts: { notice } },
      at,
    ));
  const facts = { notice, attempt, failure: ended.kind };
  const failed = { subject, event: 'person.accessNoticeFailed', actor, facts } as const;
  await tenant.audit.append({ ...failed, payload: { cause: ended.cause } }, at);
}
