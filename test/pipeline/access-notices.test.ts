import { value } from '../../demo/set-up-town.js';
import { AdministerAccess } from '../../src/pipeline/administer-access.js';
import { ChooseReminders, type WantedReminders } from '../../src/pipeline/choose-reminders.js';
import { PlainKeyedHash, QuickPasswords } from '../support/memory-ports.js';
import { openAnswerRoom, type AnswerRoom } from './answer-room.js';
import { field, readable, wordsOf } from './answer-reading.js';

let room: AnswerRoom;
let hall: AnswerRoom['hall'];
let access: AdministerAccess;
let choose: ChooseReminders;
beforeAll(async () => {
  room = await openAnswerRoom();
  ({ hall } = room);
  access = new AdministerAccess(hall.door, new QuickPasswords(), hall.clock, new PlainKeyedHash());
  choose = new ChooseReminders(hall.door, hall.clock);
  await room.mailbox('rechnung@auenfurt.example');
});
afterAll(() => room.close());

let keys = 0;
const key = () => `access ${String((keys += 1))}`;
const by = (login: string) => ({ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey: key() });

async function wants(login: string, changed: Partial<WantedReminders> = {}): Promise<void> {
  const { version } = await choose.read(by(login));
  const wanted = { address: `${login}@auenfurt.example`, language: 'de', mode: 'none', ...changed } as const;
  value(await choose.change(by(login), key(), version, wanted));
}

/** What goes out of a deed. */
async function mailsOf(work: () => Promise<unknown>) {
  const before = room.office.posted.length;
  await work();
  await room.workOff();
  return room.office.posted.slice(before);
}

const eventsOf = async (login: string) =>
  hall.door.inTenant(hall.tenantId, (tenant) => tenant.audit.history('person', hall.personId(login), 0, 100));

it('tells who has an address that their second factor was reset, once, by whom and on which day', async () => {
  await wants('hanna');
  const deed = by('admin');
  const posted = await mailsOf(async () => {
    value(await access.resetSecondFactor(deed, hall.personId('hanna')));
    value(await access.resetSecondFactor(deed, hall.personId('hanna')));
  });
  expect(posted.map(({ to }) => to.join())).toEqual(['hanna@auenfurt.example']);
  const [mail] = posted;
  if (!mail) return;
  expect(wordsOf(field(mail, 'Subject'))).toBe('Ihr zweiter Faktor wurde zurückgesetzt');
  const told = readable(mail);
  expect(told).toContain('Ihren zweiten Faktor zurückgesetzt');
  expect(told).toContain('/t/auenfurt/desk');
  expect(field(mail, 'Auto-Submitted')).toBe('auto-generated');
  const sent = (await eventsOf('hanna')).find(({ event }) => event === 'person.accessNoticeSent');
  expect(sent?.facts).toEqual({ notice: 'secondFactorReset' });
});

it('tells in the language of who has a new one-time password, once the second administrator has confirmed it', async () => {
  await wants('henrik', { language: 'en' });
  const id = hall.personId('henrik');
  expect(await mailsOf(() => access.askForPassword(by('admin'), id))).toEqual([]);
  const [mail] = await mailsOf(async () => value(await access.confirmPassword(by('admin2'), id)));
  expect(mail && [mail.to, wordsOf(field(mail, 'Subject'))]).toEqual([
    ['henrik@auenfurt.example'],
    'You have a new one-time password',
  ]);
  // Nothing by which somebody could sign in goes by mail.
  expect(mail && readable(mail)).not.toContain(new PlainKeyedHash().token('oneTimePassword', id).slice(0, 12));
});

it('writes nothing to who has no address, or has taken it away before the mail left', async () => {
  expect(await mailsOf(async () => value(await access.resetSecondFactor(by('admin'), hall.personId('georg'))))).toEqual(
    [],
  );
  await wants('simon');
  const posted = await mailsOf(async () => {
    value(await access.resetSecondFactor(by('admin'), hall.personId('simon')));
    await wants('simon', { address: null });
  });
  expect(posted).toEqual([]);
  expect((await eventsOf('simon')).map(({ event }) => event)).not.toContain('person.accessNoticeSent');
});
