import type { TenantRecords } from './ports/tenant-door.js';
import { reminderLimits } from './reminder-limits.js';
import type { WayOut } from './way-out.js';

interface Planning {
  readonly way: WayOut;
  readonly today: string;
  readonly at: Date;
}

/**
 * Plans the mails that tell what was noted, of some people at a time: one digest, or a mail for each where the person has
 * chosen that and they are few. Message-IDs and effects are written with them. False: everybody has theirs.
 */
export async function planMails(tenant: TenantRecords, planning: Planning): Promise<boolean> {
  const people = await tenant.reminders.withoutMail(planning.today, reminderLimits.people);
  for (const personId of people) {
    const reminders = await tenant.reminders.untold(personId, reminderLimits.singles + 1);
    const mode = (await tenant.reminders.findChoice(personId))?.mode ?? 'digest';
    const isApart = mode !== 'digest' && reminders.length <= reminderLimits.singles;
    if (!isApart) await planMail(tenant, personId, 'all', planning);
    else for (const { id } of reminders) await planMail(tenant, personId, id, planning);
  }
  return people.length > 0;
}

async function planMail(
  tenant: TenantRecords,
  personId: string,
  told: string | 'all',
  { way, today, at }: Planning,
): Promise<void> {
  const { ids } = way.answering;
  const id = ids.next();
  const messageId = `<${id}@${way.from.slice(way.from.lastIndexOf('@') + 1)}>`;
  const form = told === 'all' ? 'digest' : 'single';
  await tenant.reminders.addMail({ id, personId, form, day: today, messageId, plannedAt: at }, told);
  await tenant.outbox.add({ id: ids.next(), effect: 'reminder', payload: { mailId: id }, at });
}
