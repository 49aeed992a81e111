import type { Land } from '../domain/deadlines/holidays.table.js';
import { addDays, workingDayFrom } from '../domain/deadlines/working-days.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { reminderLimits } from './reminder-limits.js';
import type { RemindersSetting } from './tenant-settings.table.js';
import { townDay, townMoment } from './town-day.js';

/** What says when a tenant's rounds are. */
export interface RoundTimes {
  readonly setting: RemindersSetting;
  readonly land: Land | null;
}

/**
 * When the next round is due: at the set time of the next working day that has had none. Where nobody is reminded, once
 * all that was ever told is old enough to go.
 */
export function nextRound({ setting, land }: RoundTimes, at: Date, heldOn: string | null): Date {
  const today = townDay(at);
  if (!setting.on) return townMoment(addDays(today, reminderLimits.keptDays + 1), setting.time);
  const isOver = townMoment(today, setting.time) < at || (heldOn !== null && heldOn >= today);
  return townMoment(workingDayFrom(isOver ? addDays(today, 1) : today, land), setting.time);
}

/** Sets the due time anew, in the transaction of what has changed it. */
export const scheduleReminders = (tenant: TenantRecords, times: RoundTimes, at: Date): Promise<void> =>
  tenant.reminders.schedule(nextRound(times, at, null));
