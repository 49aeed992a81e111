import { mayWriteTo } from '../domain/mail/may-answer.js';
import { isInDomains } from './choose-reminders.js';
import type { ReminderChoice } from './ports/reminder-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';

/** Where mails to one of the staff go today; null: to nowhere. */
export async function staffAddressOf(tenant: TenantRecords, choice: ReminderChoice | null): Promise<string | null> {
  const allowed = mayWriteTo(choice?.address ?? null, await tenant.answers.ownAddresses());
  const { domains } = (await settingIn(tenant, 'reminders')).value;
  return allowed.kind === 'answer' && isInDomains(allowed.to, domains) ? allowed.to : null;
}
