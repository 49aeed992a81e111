import { addDays, isWorkingDay } from '../domain/deadlines/working-days.js';
import { cutOffsOf } from '../domain/reminders/cut-offs.js';
import { isWanted, type ReminderKind } from '../domain/reminders/reminder-kinds.js';
import { planMails } from './plan-reminder-mails.js';
import type { Clock } from './ports/clock.js';
import type { Lookup } from './ports/lookup.js';
import type { DueInvoice, DueQuestion, ReminderChoice } from './ports/reminder-records.js';
import type { TenantDoor, TenantRecords } from './ports/tenant-door.js';
import { reminderLimits } from './reminder-limits.js';
import { factsOf, recipientsOf, staffOn, type Staff } from './reminder-recipients.js';
import { nextRound, type RoundTimes } from './reminder-schedule.js';
import { roundTimesIn } from './tenant-settings.js';
import { startOfTownDay, townDay } from './town-day.js';
import { wayOut, type WayOut } from './way-out.js';

/**
 * Reminds staff of what waits: one round each working day, when the tenant's row says it is due. A round goes in steps,
 * each a transaction that holds the row and writes how far it has come, so that a second worker leaves it alone and the
 * next one goes on where this one was killed.
 */
export class RemindStaff {
  private stopping = false;

  constructor(
    private readonly lookup: Lookup,
    private readonly door: TenantDoor,
    private readonly clock: Clock,
    private readonly perPerson: number = reminderLimits.perPerson,
  ) {}

  /** A step of each tenant in turn, so that a large one holds up no other; what went wrong first is thrown at the end. */
  async round(): Promise<void> {
    const failures: unknown[] = [];
    const goesOn = (id: string): Promise<boolean> =>
      this.step(id).catch((error: unknown) => {
        failures.push(error);
        return false;
      });
    let left = (await this.lookup.tenants()).map(({ id }) => id);
    while (left.length > 0) {
      const next: string[] = [];
      for (const id of left) {
        if (this.stopping) return;
        if (await goesOn(id)) next.push(id);
      }
      left = next;
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Ends a round after its step: the next worker goes on there. */
  stop(): void {
    this.stopping = true;
  }

  /** One transaction's work; false: there is no more of it now. */
  step(tenantId: string): Promise<boolean> {
    const at = this.clock.now();
    const today = townDay(at);
    return this.door.inTenant(tenantId, async (tenant) => {
      const round = await tenant.reminders.takeRound(at);
      if (round === null) return false;
      const times = await roundTimesIn(tenant);
      const way = await wayOut(tenant, null);
      const isDay = times.setting.on && isWorkingDay(today, times.land) && round.heldOn !== today;
      if (!isDay || way === null)
        return (await forgetOld(tenant, today)) || end(tenant, times, at, isDay ? today : round.heldOn);
      const place = round.day === today ? round.place : null;
      const invoices = await tenant.reminders.due(questionOf(times, today, place));
      const last = invoices.at(-1)?.id ?? place;
      if (invoices.length > 0) await planReminders(tenant, invoices, { way, today, at, perPerson: this.perPerson });
      else if (!(await planMails(tenant, { way, today, at })) && !(await forgetOld(tenant, today)))
        return end(tenant, times, at, today);
      await tenant.reminders.moveRound({ day: today, place: last });
      return true;
    });
  }
}

/** What nobody asks for any more, now that the day's work is done or there is none. */
const forgetOld = (tenant: TenantRecords, today: string): Promise<boolean> =>
  tenant.reminders.forget(addDays(today, -reminderLimits.keptDays), reminderLimits.forgotten);

async function end(tenant: TenantRecords, times: RoundTimes, at: Date, heldOn: string | null): Promise<false> {
  await tenant.reminders.endRound(heldOn, nextRound(times, at, heldOn));
  return false;
}

function questionOf({ setting, land }: RoundTimes, day: string, after: string | null): DueQuestion {
  const { before, ...rest } = cutOffsOf(setting, day, land);
  const { unclaimed, unconfirmed, unordered, unanswered, escalation } = before;
  const from = (one: string | null): Date | null => (one === null ? null : startOfTownDay(one));
  return {
    ...{ ...rest, after, limit: reminderLimits.invoices },
    before: {
      ...{ unclaimed: from(unclaimed), unconfirmed: from(unconfirmed), unordered: from(unordered) },
      ...{ unanswered: from(unanswered), escalation: from(escalation) },
    },
  };
}

/** What a step knows. */
interface Step {
  readonly way: WayOut;
  readonly today: string;
  readonly at: Date;
  /** Most reminders that a person is noted for and has not been told of. */
  readonly perPerson: number;
}

/** Notes who is to be told of what, in the order of the invoices, so that nobody waits for each other. */
async function planReminders(tenant: TenantRecords, invoices: readonly DueInvoice[], step: Step): Promise<void> {
  const staff = await staffOn(tenant, step.today);
  const choices = new Map((await tenant.reminders.choices()).map((choice) => [choice.personId, choice]));
  const counts = new Map(await tenant.reminders.untoldCounts());
  for (const { id, kinds } of invoices) {
    if (kinds.length === 0) continue;
    const facts = await factsOf(tenant, await tenant.reminders.invoice(id));
    const planned: Unreached[] = [];
    for (const kind of kinds)
      planned.push(...(await planOne(tenant, { id, kind, facts, staff, choices, counts }, step)));
    // However many kinds are due of it: the history says it once a day.
    const [first] = planned;
    if (first) await tellNobody(tenant, id, first, step.at);
  }
}

interface Planning {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly facts: Awaited<ReturnType<typeof factsOf>>;
  readonly staff: Staff;
  readonly choices: ReadonlyMap<string, ReminderChoice>;
  /** How many each person has been noted for, counted on. */
  readonly counts: Map<string, number>;
}

/** That somebody should be reminded, and nobody can be. */
interface Unreached {
  readonly reminder: ReminderKind;
  readonly cause: 'noAddress' | 'nobodyThere';
}

/** Answers where nobody can be told although somebody should; whoever wants no mail gets none. */
async function planOne(
  tenant: TenantRecords,
  { id, kind, facts, staff, choices, counts }: Planning,
  { way, today, at, perPerson }: Step,
): Promise<readonly Unreached[]> {
  const recipients = recipientsOf(kind, facts, staff);
  const wanting = recipients.filter(({ personId }) => isWanted(kind, choices.get(personId)?.mode ?? 'digest'));
  const reached = wanting.filter(({ personId }) => (choices.get(personId)?.address ?? null) !== null);
  const reminder = { invoiceId: id, kind, day: today, plannedAt: at };
  for (const recipient of reached) {
    const count = counts.get(recipient.personId) ?? 0;
    if (count >= perPerson) continue;
    await tenant.reminders.add({ ...reminder, ...recipient, id: way.answering.ids.next() });
    counts.set(recipient.personId, count + 1);
  }
  if (reached.length > 0 || (recipients.length > 0 && wanting.length === 0)) return [];
  const nobody = { personId: null, onBehalfOf: null, id: way.answering.ids.next() };
  if (!(await tenant.reminders.add({ ...reminder, ...nobody }))) return [];
  return [{ reminder: kind, cause: wanting.length > 0 ? 'noAddress' : 'nobodyThere' }];
}

const tellNobody = (tenant: TenantRecords, id: string, { reminder, cause }: Unreached, at: Date): Promise<unknown> =>
  tenant.audit.append(
    {
      subject: { kind: 'invoice', id },
      event: 'invoice.nobodyReminded',
      actor: { kind: 'system', id: 'worker' },
      facts: { reminder, cause },
    },
    at,
  );
