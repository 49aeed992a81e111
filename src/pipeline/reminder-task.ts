import { z } from 'zod';
import { inOrder, reminderLetter, type RemindedEntry } from '../domain/mail/reminders-letter.js';
import { isWanted, REMINDED_STATES } from '../domain/reminders/reminder-kinds.js';
import type { Ended, MailTask } from './mail-task.js';
import type { OutgoingMail } from './ports/mail-sender.js';
import type { RemindedInvoice, ReminderChoice, ReminderMail, ReminderRecord } from './ports/reminder-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { reminderLimits } from './reminder-limits.js';
import { factsOf, recipientsOf, staffOn, type Staff } from './reminder-recipients.js';
import { staffAddressOf } from './staff-address.js';
import { townDay } from './town-day.js';
import type { WayOut } from './way-out.js';

const payload = z.object({ mailId: z.string() });

/** A reminder that may be told, and its invoice as it is now. */
interface Told {
  readonly reminder: ReminderRecord;
  readonly invoice: RemindedInvoice;
}

/**
 * A mail that reminds somebody. Who may hear of what is judged now, not when it was planned: somebody else may hold the
 * invoice, the person may have lost a right, be away, or have chosen to hear nothing.
 */
export async function reminderTask(
  tenant: TenantRecords,
  stored: unknown,
  publicUrl: string,
  at: Date,
): Promise<MailTask> {
  const mail = await tenant.reminders.mail(payload.parse(stored).mailId);
  const choice = await tenant.reminders.findChoice(mail.personId);
  const to = await staffAddressOf(tenant, choice);
  const { first, count } = await tenant.reminders.toldBy(mail.id, inOrder, reminderLimits.judged);
  const staff = await staffOn(tenant, townDay(at));
  const told: Told[] = [];
  for (const reminder of choice && to ? first : []) {
    const invoice = await tenant.reminders.invoice(reminder.invoiceId);
    if (await isTold(tenant, { reminder, invoice }, choice, staff)) told.push({ reminder, invoice });
  }
  const named = told.slice(0, reminderLimits.named);
  const more = told.length - named.length + (count - first.length);
  return {
    causedBy: null,
    holds: named.length > 0,
    write: (way) => write(tenant, { mail, choice, to: to ?? '', named, more, way, publicUrl }),
    end: (later, ended, attempt, endedAt) => endReminder(later, mail, named, { ended, attempt, at: endedAt }),
  };
}

async function isTold(
  tenant: TenantRecords,
  { reminder, invoice }: Told,
  choice: ReminderChoice | null,
  staff: Staff,
): Promise<boolean> {
  const { kind, personId, onBehalfOf } = reminder;
  if (!isWanted(kind, choice?.mode ?? 'digest') || !isTrue(reminder, invoice, staff.today)) return false;
  const recipients = recipientsOf(kind, await factsOf(tenant, invoice), staff);
  return recipients.some((one) => one.personId === personId && one.onBehalfOf === onBehalfOf);
}

/** Whether an invoice still is what it was when the reminder was planned. */
function isTrue({ kind, plannedAt }: ReminderRecord, invoice: RemindedInvoice, today: string): boolean {
  const { state, stateSince, nextLossKind, nextLossOn } = invoice;
  if (!REMINDED_STATES[kind].includes(state)) return false;
  if (kind === 'skonto') return nextLossKind === 'skonto' && nextLossOn !== null && nextLossOn >= today;
  if (kind === 'interest') return nextLossKind === 'default' && nextLossOn !== null && nextLossOn < today;
  return stateSince <= plannedAt;
}

interface Writing {
  readonly mail: ReminderMail;
  readonly choice: ReminderChoice | null;
  readonly to: string;
  readonly named: readonly Told[];
  readonly more: number;
  readonly way: WayOut;
  readonly publicUrl: string;
}

async function write(tenant: TenantRecords, writing: Writing): Promise<OutgoingMail> {
  const { mail, choice, to, named, more, way, publicUrl } = writing;
  const { name: town, slug } = await tenant.answers.town();
  const people = await tenant.people.list();
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.displayName ?? null;
  const desk = `${publicUrl}/t/${slug}/desk`;
  const language = choice?.language ?? 'de';
  const written = reminderLetter({
    ...{ language, town, more, name: nameOf(mail.personId) ?? '' },
    entries: named.map((told) => entryOf(told, desk, nameOf(told.reminder.onBehalfOf))),
    ...{ deskUrl: desk, choiceUrl: `${desk}/profile`, quotedLength: reminderLimits.quotedLength },
  });
  return {
    ...written,
    ...{ messageId: mail.messageId, date: mail.plannedAt, from: { name: town, address: way.from }, to, language },
    ...{ replyTo: null, inReplyTo: null, references: [], endLink: null, isUnasked: true },
  };
}

function entryOf({ reminder: { kind }, invoice }: Told, desk: string, onBehalfOf: string | null): RemindedEntry {
  const { id, number, fileName, sellerName, grossCents, currency, stateSince, nextLossOn, nextLossCents } = invoice;
  const isLoss = kind === 'skonto' || kind === 'interest';
  return {
    ...{ kind, number, fileName, sellerName, grossCents, currency, onBehalfOf },
    day: isLoss && nextLossOn !== null ? nextLossOn : townDay(stateSince),
    lossCents: isLoss ? nextLossCents : null,
    url: `${desk}/invoices/${id}`,
  };
}

interface Ending {
  readonly ended: Ended;
  readonly attempt: number;
  readonly at: Date;
}

const outcomes = {
  sent: 'sent',
  temporary: 'failed',
  permanent: 'failed',
  dropped: 'dropped',
} as const satisfies Record<Ended['kind'], string>;

/** That somebody was told stands with each invoice, in their order, so that nobody waits for each other. */
async function endReminder(
  tenant: TenantRecords,
  mail: ReminderMail,
  named: readonly Told[],
  { ended, attempt, at }: Ending,
): Promise<void> {
  await tenant.reminders.endMail(mail.id, outcomes[ended.kind], at);
  const actor = { kind: 'system', id: 'worker' } as const;
  if (ended.kind === 'temporary' || ended.kind === 'permanent') {
    const facts = { mail: mail.id, attempt, failure: ended.kind };
    const subject = { kind: 'person', id: mail.personId } as const;
    await tenant.audit.append(
      { subject, event: 'person.reminderFailed', actor, facts, payload: { cause: ended.cause } },
      at,
    );
  }
  if (ended.kind !== 'sent') return;
  for (const { reminder } of named.toSorted((a, b) => (a.reminder.invoiceId < b.reminder.invoiceId ? -1 : 1))) {
    const { kind, invoiceId, onBehalfOf } = reminder;
    const facts = {
      reminder: kind,
      person: mail.personId,
      mail: mail.id,
      ...(onBehalfOf && { principal: onBehalfOf }),
    };
    await tenant.audit.append(
      { subject: { kind: 'invoice', id: invoiceId }, event: 'invoice.reminded', actor, facts },
      at,
    );
  }
}
