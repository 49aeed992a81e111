import { value } from '../../demo/set-up-town.js';
import { tellEvent } from '../../src/domain/audit/tell-event.js';
import { ChooseReminders, type WantedReminders } from '../../src/pipeline/choose-reminders.js';
import {
  MailSender,
  type MailServer,
  type OutgoingMail,
  type SendResult,
} from '../../src/pipeline/ports/mail-sender.js';
import { TenantDoor, type TenantRecords } from '../../src/pipeline/ports/tenant-door.js';
import { RemindStaff } from '../../src/pipeline/remind-staff.js';
import { nextRound } from '../../src/pipeline/reminder-schedule.js';
import { tenantSettings, type RemindersSetting } from '../../src/pipeline/tenant-settings.table.js';
import { townDay, townMoment } from '../../src/pipeline/town-day.js';
import { openAnswerRoom, type AnswerRoom } from './answer-room.js';
import { field, readable, wordsOf } from './answer-reading.js';

let room: AnswerRoom;
let hall: AnswerRoom['hall'];
let choose: ChooseReminders;
let remind: RemindStaff;
beforeAll(async () => {
  room = await openAnswerRoom();
  ({ hall } = room);
  choose = new ChooseReminders(hall.door, hall.clock);
  remind = new RemindStaff(hall.lookup, hall.door, hall.clock);
  await room.mailbox('rechnung@auenfurt.example');
});
afterAll(() => room.close());

let keys = 0;
const key = () => `reminders ${String((keys += 1))}`;
const goTo = (iso: string): void => hall.clock.move(Date.parse(iso) - hall.clock.now().getTime());
const by = (login: string) => ({ tenantId: hall.tenantId, personId: hall.personId(login) });

/** Nobody is reminded of anything but what the test asks for. */
const quiet: RemindersSetting = {
  ...tenantSettings.reminders.unset,
  ...{ on: true, time: '07:30', unclaimed: null, unconfirmed: null, unordered: null, unanswered: null },
  ...{ escalation: null, skonto: null, interest: false, again: 60, domains: [] },
};

async function set(changed: Partial<RemindersSetting>): Promise<void> {
  const admin = { ...by('admin'), idempotencyKey: key() };
  const { version } = value(await hall.tenantSettings.read(admin, 'reminders'));
  value(await hall.tenantSettings.change(admin, 'reminders', version, { ...quiet, ...changed }));
}

async function wants(login: string, changed: Partial<WantedReminders> = {}): Promise<void> {
  const { version } = await choose.read(by(login));
  const wanted = { address: `${login}@auenfurt.example`, language: 'de', mode: 'digest', ...changed } as const;
  value(await choose.change(by(login), key(), version, wanted));
}

/** What goes out when the worker looks, as [to, subject]. */
async function mailsOf(work: () => Promise<unknown> = () => remind.round()): Promise<readonly (readonly string[])[]> {
  const before = room.office.posted.length;
  await work();
  await room.workOff();
  return room.office.posted
    .slice(before)
    .map((posted) => [posted.to.join(), wordsOf(field(posted, 'Subject'))])
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

const historyOf = (id: string) =>
  hall.door.inTenant(hall.tenantId, (tenant) => tenant.audit.history('invoice', id, 0, 100));
const remindedOf = async (id: string) => (await historyOf(id)).filter(({ event }) => event.includes('eminded'));

it('come at the set time of the day on which enough working days have passed, to those whose work it is', async () => {
  goTo('2026-12-23T10:00:00Z');
  await set({ unclaimed: 2 });
  await wants('hanna');
  await wants('henrik', { mode: 'each', language: 'en' });
  const id = await hall.invoiceThatIs('routed', 'ER-1');
  goTo('2026-12-24T06:30:00Z');
  expect(await mailsOf()).toEqual([]);
  // Two holidays' days and a weekend: the second working day is Monday.
  goTo('2026-12-28T06:29:59Z');
  expect(await mailsOf()).toEqual([]);
  goTo('2026-12-28T06:30:00Z');
  expect(await mailsOf()).toEqual([
    ['hanna@auenfurt.example', 'Noch nicht übernommen: Rechnung ER-1, Bürobedarf Berg GmbH'],
    ['henrik@auenfurt.example', 'Not taken on yet: invoice ER-1, Bürobedarf Berg GmbH'],
  ]);
  const [posted] = room.office.posted.slice(-2);
  expect(posted && [field(posted, 'Auto-Submitted'), posted.returnPath]).toEqual(['auto-generated', '']);
  expect(posted && readable(posted)).toContain(`/t/auenfurt/desk/invoices/${id}`);
  const told = await remindedOf(id);
  expect(told.map(({ facts }) => [facts['reminder'], facts['person']]).toSorted()).toEqual(
    ['hanna', 'henrik'].map((login) => ['unclaimed', hall.personId(login)]).toSorted(),
  );
  const [first] = told;
  const sentence = first && tellEvent(first, (one) => (one === first.facts['person'] ? 'Hanna Hauser' : undefined));
  expect(sentence?.sentence.de).toBe('Die automatische Bearbeitung hat Hanna Hauser erinnert: noch nicht übernommen.');
});

it('come once a day, whatever happens to the round and however often it is asked for', async () => {
  goTo('2027-01-04T10:00:00Z');
  await set({ unclaimed: 1, again: 1 });
  const id = await hall.invoiceThatIs('routed', 'ER-2');
  goTo('2027-01-05T06:30:00Z');
  // One that is to stop leaves it to others.
  const stopped = new RemindStaff(hall.lookup, hall.door, hall.clock);
  stopped.stop();
  expect(await mailsOf(() => stopped.round())).toEqual([]);
  // Killed before each commit of a step, and each time another worker goes on where the last commit was.
  const killed = new RemindStaff(hall.lookup, new KilledDoor(hall.door), hall.clock);
  for (let step = 0; step < 4; step += 1) {
    await expect(killed.step(hall.tenantId)).rejects.toThrow('killed');
    const others = [remind, new RemindStaff(hall.lookup, hall.door, hall.clock)];
    await Promise.all(others.map((one) => one.step(hall.tenantId)));
  }
  await Promise.all([remind.round(), remind.round()]);
  await mailsOf(() => remind.round());
  // The time is set to a later one: the day has had its round.
  await set({ unclaimed: 1, again: 1, time: '09:00' });
  goTo('2027-01-05T08:00:00Z');
  await mailsOf();
  expect((await remindedOf(id)).length).toBe(2);
  goTo('2027-01-07T08:00:00Z');
  await mailsOf();
  expect((await remindedOf(id)).length).toBe(4);
});

it('go out as the same mail once more where the worker was killed after the server had taken it', async () => {
  goTo('2027-01-11T10:00:00Z');
  await set({ unclaimed: 1 });
  await wants('henrik', { address: null });
  const id = await hall.invoiceThatIs('routed', 'ER-3');
  goTo('2027-01-12T06:30:00Z');
  await remind.round();
  const [due] = await hall.lookup.dueWork(hall.clock.now(), 100);
  const killed = room.sendBy(new KilledSender(room.sender));
  await expect(killed.send(hall.tenantId, due?.id ?? '')).rejects.toThrow('killed');
  expect((await remindedOf(id)).length).toBe(0);
  hall.clock.move(5 * 60_000);
  await room.workOff();
  const [first, second] = room.office.posted.slice(-2).map((posted) => field(posted, 'Message-ID'));
  expect(first).toBe(second);
  expect((await remindedOf(id)).length).toBe(1);
});

it('tell nobody who may not see the invoice any more, holds another duty or wants nothing, when they go out', async () => {
  goTo('2027-01-18T10:00:00Z');
  await set({ unclaimed: 1, unconfirmed: 1 });
  await wants('henrik');
  const [gone, claimed] = [await hall.invoiceThatIs('routed', 'ER-4'), await hall.invoiceThatIs('in_review', 'ER-5')];
  goTo('2027-01-19T06:30:00Z');
  expect(
    await mailsOf(async () => {
      await remind.round();
      // Hanna loses what she sees with; the claim was hers too, which leaves both to Henrik, who is told tomorrow.
      await withdrawGrants('hanna');
    }),
  ).toEqual([['henrik@auenfurt.example', expect.stringContaining('ER-4')]]);
  expect([(await remindedOf(gone)).length, (await remindedOf(claimed)).length]).toEqual([1, 0]);
  goTo('2027-01-20T06:30:00Z');
  await mailsOf();
  await giveGrantsBack('hanna');
});

it('reach the deputy of who is absent, and say in whose place', async () => {
  goTo('2027-01-25T10:00:00Z');
  await set({ unconfirmed: 1 });
  const id = await hall.invoiceThatIs('in_review', 'ER-6');
  await absent('hanna', 'henrik', '2027-01-26');
  goTo('2027-01-26T06:30:00Z');
  expect(await mailsOf()).toEqual([['henrik@auenfurt.example', expect.stringContaining('ER-6')]]);
  expect(readable(room.office.posted.at(-1) ?? never())).toContain('In Vertretung von Hanna Hauser');
  const [told] = await remindedOf(id);
  expect(told?.facts).toMatchObject({ person: hall.personId('henrik'), principal: hall.personId('hanna') });
});

it('escalate to the lead, also to one who wants no mail; where nobody has an address the history says so', async () => {
  goTo('2027-02-01T10:00:00Z');
  await set({ unordered: 1, escalation: 2 });
  const id = await hall.invoiceThatIs('confirmed', 'ER-7');
  goTo('2027-02-02T06:30:00Z');
  expect(await mailsOf()).toEqual([]);
  expect((await remindedOf(id)).map(({ event, facts }) => [event, facts['cause']])).toEqual([
    ['invoice.nobodyReminded', 'noAddress'],
  ]);
  await wants('amtsleitung', { mode: 'none' });
  goTo('2027-02-03T06:30:00Z');
  expect(await mailsOf()).toEqual([
    ['amtsleitung@auenfurt.example', expect.stringContaining('Liegt in Ihrem Amt zu lange')],
  ]);
});

it('warn of a discount about to be lost, and say once default has begun', async () => {
  goTo('2027-02-08T10:00:00Z');
  await set({ skonto: 2, interest: true });
  const id = await hall.invoiceThatIs('in_review', 'ER-8');
  // What the other tests have left behind is in default by now.
  await hall.door.inTenant(hall.tenantId, async (tenant) => {
    const nothing = { nextLossOn: null, nextLossCents: null, nextLossKind: null, deadlinesDueAt: null };
    const all = await tenant.desk.list({
      departmentIds: null,
      sort: 'receivedAt',
      descending: true,
      after: null,
      limit: 50,
    });
    for (const one of all) await tenant.deadlines.write(one.id, nothing);
  });
  const lose = (nextLossKind: 'skonto' | 'default', nextLossOn: string) =>
    hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.deadlines.write(id, { nextLossKind, nextLossOn, nextLossCents: 357n, deadlinesDueAt: null }),
    );
  await lose('skonto', '2027-02-15');
  goTo('2027-02-10T06:30:00Z');
  expect(await mailsOf()).toEqual([]);
  goTo('2027-02-11T06:30:00Z');
  expect(await mailsOf()).toEqual([['hanna@auenfurt.example', expect.stringContaining('Skonto läuft ab')]]);
  expect(readable(room.office.posted.at(-1) ?? never())).toContain('danach gehen 3,57 EUR verloren');
  await lose('default', '2027-02-11');
  goTo('2027-02-12T06:30:00Z');
  expect(await mailsOf()).toEqual([['hanna@auenfurt.example', expect.stringContaining('Verzug hat begonnen')]]);
});

it('say once a day that there is nobody to be told, of however many kinds', async () => {
  goTo('2027-03-01T10:00:00Z');
  await set({ unclaimed: 1, escalation: 1 });
  for (const login of ['hanna', 'henrik', 'amtsleitung', 'buergermeister']) await wants(login, { address: null });
  const id = await hall.invoiceThatIs('routed', 'ER-9');
  goTo('2027-03-02T06:30:00Z');
  await mailsOf();
  expect((await remindedOf(id)).map(({ event }) => event)).toEqual(['invoice.nobodyReminded']);
});

it('are noted for a person up to a limit, and the rest on another day', async () => {
  goTo('2027-03-08T10:00:00Z');
  await set({ unclaimed: 1 });
  await wants('hanna');
  await hall.invoiceThatIs('routed', 'ER-10');
  await hall.invoiceThatIs('routed', 'ER-11');
  const bounded = new RemindStaff(hall.lookup, hall.door, hall.clock, 1);
  const subjects: string[] = [];
  for (const at of ['2027-03-09T06:30:00Z', '2027-03-10T06:30:00Z']) {
    goTo(at);
    const mails = await mailsOf(() => bounded.round());
    expect(mails).toEqual([['hanna@auenfurt.example', expect.stringMatching(/^Noch nicht übernommen: Rechnung ER-/)]]);
    subjects.push(...mails.flatMap(([, subject]) => subject ?? []));
  }
  expect(new Set(subjects).size).toBe(2);
});

it('are removed with their mails once nobody asks for them any more', async () => {
  const kept = () =>
    hall.database.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant', $1, true)`, [hall.tenantId]);
      const [row] = await manager.query<Record<'reminders' | 'mails', string | null>[]>(
        `SELECT (SELECT min(day)::text FROM eingang.reminder) AS reminders,
           (SELECT min(day)::text FROM eingang.reminder_mail) AS mails`,
      );
      return row;
    });
  expect((await kept())?.reminders).toBe('2026-12-28');
  goTo('2027-08-02T10:00:00Z');
  await set({ unclaimed: 1 });
  goTo('2027-08-03T06:30:00Z');
  await mailsOf();
  // 180 days before; the mails that told what has gone went with it.
  const { reminders, mails } = (await kept()) ?? never();
  expect((reminders ?? '') >= '2027-02-04').toBe(true);
  expect((mails ?? '') >= '2027-02-04').toBe(true);
  await set({ on: false });
  goTo('2028-02-01T06:30:00Z');
  expect(await mailsOf()).toEqual([]);
  expect(await kept()).toEqual({ reminders: null, mails: null });
});

it('keep their hour when the clocks change, and leave weekends and holidays of the Land out', () => {
  const times = { setting: { ...quiet, time: '07:30' }, land: 'RP' } as const;
  const next = (iso: string, heldOn: string | null = null) => nextRound(times, new Date(iso), heldOn).toISOString();
  // 28 March and 31 October 2027 are Sundays; 27 and 28 May 2027: Fronleichnam, then a working Friday.
  expect(next('2027-03-25T12:00:00Z')).toBe('2027-03-30T05:30:00.000Z');
  expect(next('2027-10-29T12:00:00Z')).toBe('2027-11-02T06:30:00.000Z');
  expect(next('2027-05-26T12:00:00Z')).toBe('2027-05-28T05:30:00.000Z');
  expect(next('2027-05-26T04:00:00Z')).toBe('2027-05-26T05:30:00.000Z');
  expect(next('2027-05-26T04:00:00Z', '2027-05-26')).toBe('2027-05-28T05:30:00.000Z');
  const off = nextRound({ ...times, setting: { ...quiet, on: false } }, new Date('2027-01-01T12:00:00Z'), null);
  expect(off.toISOString()).toBe('2027-07-01T05:30:00.000Z');
  expect(townMoment('2027-03-28', '02:30').toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(townMoment('2027-10-31', '02:30').toISOString()).toBe('2027-10-31T00:30:00.000Z');
});

it('go where each person wants them, within the domains of the authority, and rest on what was seen', async () => {
  await set({ domains: ['auenfurt.example'] });
  const { version } = await choose.read(by('sofia'));
  const wanted = { address: 'sofia@auenfurt.example', language: 'en', mode: 'each' } as const;
  const change = (seen: number, changed: Partial<WantedReminders>, by_ = key()) =>
    choose.change(by('sofia'), by_, seen, { ...wanted, ...changed });
  const code = async (outcome: ReturnType<typeof change>) => {
    const told = await outcome;
    return told.kind === 'refused' ? told.refusal.code : 'done';
  };
  expect(await code(change(version, { address: 'sofia@freemail.example' }))).toBe('addressElsewhere');
  expect(await code(change(version, { address: 'rechnung@auenfurt.example' }))).toBe('addressNotUsable');
  const again = key();
  expect([await code(change(version, {}, again)), await code(change(version, {}, again))]).toEqual(['done', 'done']);
  expect(await code(change(version, { mode: 'none' }))).toBe('changedMeanwhile');
  expect(await choose.read(by('sofia'))).toMatchObject({ ...wanted, version: version + 1, on: true });
  const without = value(await choose.unreached(by('admin'))).map(({ name }) => name);
  expect([without.includes('Simon Seidel'), without.includes('Sofia Sander')]).toEqual([true, false]);
  expect((await choose.unreached(by('sofia'))).kind).toBe('refused');
});

async function withdrawGrants(login: string): Promise<void> {
  await hall.door.inTenant(hall.tenantId, async ({ people }) => {
    for (const { id } of await people.grantsInForce(hall.personId(login)))
      await people.revokeGrant(id, hall.clock.now());
  });
}

async function giveGrantsBack(login: string): Promise<void> {
  await hall.door.inTenant(hall.tenantId, async ({ people }) => {
    const grants = (await people.grants()).filter(({ personId }) => personId === hall.personId(login));
    for (const grant of grants) await people.addGrant({ ...grant, id: hall.ids.next(), revokedAt: null });
  });
}

async function absent(login: string, deputy: string, day: string): Promise<void> {
  const [personId, deputyId, admin] = [hall.personId(login), hall.personId(deputy), hall.personId('admin')];
  await hall.door.inTenant(hall.tenantId, async ({ deputies }) => {
    const at = hall.clock.now();
    const absence = { id: hall.ids.next(), personId, firstDay: day, lastDay: day, enteredBy: personId, enteredAt: at };
    await deputies.addAbsence({ ...absence, withdrawnBy: null, withdrawnAt: null });
    await deputies.addDeputyship({
      ...{
        id: hall.ids.next(),
        principalId: personId,
        deputyId,
        roles: null,
        departmentId: null,
        holds: 'whileAbsent',
      },
      ...{ validFrom: townDay(at), validTo: null, proposedBy: personId, proposedAt: at },
      ...{ confirmedBy: admin, confirmedAt: at, endedBy: null, endedAt: null },
    });
  });
}

const never = (): never => {
  throw new Error('there is no mail');
};

/** Does the work, and is killed before it is committed. */
class KilledDoor extends TenantDoor {
  constructor(private readonly door: TenantDoor) {
    super();
  }

  inTenant<T>(tenantId: string, work: (tenant: TenantRecords) => Promise<T>): Promise<T> {
    return this.door.inTenant(tenantId, async (tenant) => {
      await work(tenant);
      throw new Error('killed');
    });
  }
}

/** Hands the mail in, and is killed before anybody hears of it. */
class KilledSender extends MailSender {
  constructor(private readonly sender: MailSender) {
    super();
  }

  async send(mail: OutgoingMail, server: MailServer | null): Promise<SendResult> {
    await this.sender.send(mail, server);
    throw new Error('killed');
  }

  stop(): void {
    this.sender.stop();
  }
}
