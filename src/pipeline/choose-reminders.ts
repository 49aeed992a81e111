import { CONFIGURATION_READERS, INVOICE_READERS } from '../domain/access/role-groups.js';
import { z } from 'zod';
import { mayWriteTo } from '../domain/mail/may-answer.js';
import { REMINDER_MODES } from '../domain/reminders/reminder-kinds.js';
import { holdsAnyOf } from './as-administrator.js';
import { once } from './once.js';
import { changedSince, done, refused, type Outcome } from './outcome.js';
import type { Clock } from './ports/clock.js';
import type { ReminderChoice } from './ports/reminder-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { staffOn } from './reminder-recipients.js';
import { settingIn } from './tenant-settings.js';
import { townDay } from './town-day.js';

/** What a person chooses. */
export const reminderChoice = z.strictObject({
  address: z.email().max(254).nullable().describe('null: no mail at all'),
  language: z.enum(['de', 'en']),
  mode: z.enum(REMINDER_MODES).describe('none: escalations come nevertheless'),
});
export type WantedReminders = z.infer<typeof reminderChoice>;

/** What holds for a person. Version 0: nothing has been chosen. */
export interface ChosenReminders extends WantedReminders {
  readonly version: number;
  /** Whether the tenant reminds at all. */
  readonly on: boolean;
  /** Domains in which the address must lie; none: in any. */
  readonly domains: readonly string[];
}

const changedChoice = z.object({ version: z.int() });
export type ChangedChoice = z.infer<typeof changedChoice>;

interface Chooser {
  readonly tenantId: string;
  readonly personId: string;
}

/** Whether an address lies where the tenant wants those of its staff. */
export const isInDomains = (address: string, domains: readonly string[]): boolean =>
  domains.length === 0 || domains.includes(address.slice(address.lastIndexOf('@') + 1));

/** How staff want to be reminded: each for themselves. */
export class ChooseReminders {
  constructor(
    private readonly door: TenantDoor,
    private readonly clock: Clock,
  ) {}

  read({ tenantId, personId }: Chooser): Promise<ChosenReminders> {
    return this.door.inTenant(tenantId, async (tenant) => {
      const { on, domains } = (await settingIn(tenant, 'reminders')).value;
      const chosen = await tenant.reminders.findChoice(personId);
      const { address = null, language = 'de', mode = 'digest', version = 0 } = chosen ?? {};
      return { address, language, mode, version, on, domains };
    });
  }

  /** @param seen the version that the change rests on. */
  change(
    { tenantId, personId }: Chooser,
    key: string,
    seen: number,
    wanted: WantedReminders,
  ): Promise<Outcome<ChangedChoice>> {
    const at = this.clock.now();
    const call = { caller: `person:${personId}`, key, content: [JSON.stringify(['chooseReminders', seen, wanted])] };
    const read = (stored: unknown) => changedChoice.parse(stored);
    return this.door.inTenant(tenantId, (tenant) =>
      once(tenant, call, at, read, () => choose(tenant, personId, { seen, wanted, at })),
    );
  }

  /** People who work with invoices and have no address yet: nobody can remind them. For administration and audit. */
  unreached({
    tenantId,
    personId,
  }: Chooser): Promise<Outcome<readonly { readonly id: string; readonly name: string }[]>> {
    const at = this.clock.now();
    return this.door.inTenant(tenantId, async (tenant) => {
      if (!(await holdsAnyOf(tenant, personId, CONFIGURATION_READERS, at))) return refused('administratorsOnly');
      const reached = new Set(
        (await tenant.reminders.choices()).flatMap((one) => (one.address === null ? [] : [one.personId])),
      );
      const { grants } = await staffOn(tenant, townDay(at));
      const people = (await tenant.people.list()).filter(
        ({ id }) => !reached.has(id) && (grants.get(id) ?? []).some(({ role }) => INVOICE_READERS.includes(role)),
      );
      return done(people.map(({ id, displayName: name }) => ({ id, name })));
    });
  }
}

interface Choosing {
  readonly seen: number;
  readonly wanted: WantedReminders;
  readonly at: Date;
}

async function choose(
  tenant: TenantRecords,
  personId: string,
  { seen, wanted, at }: Choosing,
): Promise<Outcome<ChangedChoice>> {
  await tenant.reminders.lockChoice(personId);
  const current = (await tenant.reminders.findChoice(personId))?.version ?? 0;
  const stale = changedSince(seen, current);
  if (stale) return stale;
  const { domains } = (await settingIn(tenant, 'reminders')).value;
  const allowed = wanted.address === null ? null : mayWriteTo(wanted.address, await tenant.answers.ownAddresses());
  if (allowed?.kind === 'silent') return refused('addressNotUsable');
  if (allowed && !isInDomains(allowed.to, domains)) return refused('addressElsewhere', { domains: domains.join(', ') });
  const address = allowed?.to ?? null;
  const version = current + 1;
  const choice: ReminderChoice = { ...wanted, personId, address, version, changedAt: at };
  await tenant.reminders.saveChoice(choice);
  const subject = { kind: 'person', id: personId } as const;
  const facts = { mode: wanted.mode, language: wanted.language, version };
  const payload = address === null ? {} : { payload: { address } };
  await tenant.audit.append({ subject, event: 'person.remindersChosen', actor: subject, facts, ...payload }, at);
  return done({ version });
}
