import { value } from '../../demo/set-up-town.js';
import type { NewDeputyship } from '../../src/pipeline/administer-deputies.js';
import { LONGEST_ABSENCE_DAYS, MOST_OPEN_ENTRIES } from '../../src/pipeline/deputy-limits.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { townDay } from '../../src/pipeline/town-day.js';
import { openTownHall, type TownHall } from './town-hall.js';

// Deputyships, absences and accesses where they cannot be: of nobody, of others, for too long, or once too often.

let hall: TownHall;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);
const day = (days: number): string => townDay(new Date(hall.clock.now().getTime() + days * 86_400_000));

let keys = 0;
const by = (login: string) => ({
  ...{ tenantId: hall.tenantId, personId: hall.personId(login), idempotencyKey: `refused ${String((keys += 1))}` },
});
const lending = (changed: Partial<NewDeputyship> = {}): NewDeputyship => ({
  ...{ principalId: hall.personId('hanna'), deputyId: hall.personId('henrik'), roles: null, departmentId: null },
  ...{ validFrom: day(0), validTo: day(30), holds: 'whileAbsent', ...changed },
});
const absence = (login: string, from = 0, to = 1) => ({
  ...{ personId: hall.personId(login), firstDay: day(from), lastDay: day(to) },
});

describe('a deputyship', () => {
  const propose = async (changed: Partial<NewDeputyship>) =>
    codeOf(await hall.administerDeputies.propose(by('admin'), lending(changed)));

  it.each<[string, Partial<NewDeputyship>]>([
    ['for nobody', { principalId: nobody }],
    ['of nobody', { deputyId: nobody }],
    ['in a department that there is not', { departmentId: nobody }],
  ])('%s is not found', async (_, changed) => {
    expect(await propose(changed)).toBe('notFound');
  });

  it('in a department, with some roles, is confirmed once and ended once, by those whom it concerns', async () => {
    const [departmentId = null] = hall.town.departmentIds.values();
    const { administerDeputies: deputies } = hall;
    const wanted = lending({ departmentId, roles: ['coding'] });
    const { id } = value(await deputies.propose(by('admin'), wanted));
    expect(codeOf(await deputies.confirm(by('admin2'), nobody))).toBe('notFound');
    value(await deputies.confirm(by('admin2'), id));
    expect(codeOf(await deputies.confirm(by('admin2'), id))).toBe('notFound');
    expect(codeOf(await deputies.end(by('sofia'), id))).toBe('ownAffairsOnly');
    expect(codeOf(await deputies.end(by('henrik'), nobody))).toBe('notFound');
    value(await deputies.end(by('henrik'), id));
    expect(codeOf(await deputies.end(by('henrik'), id))).toBe('notFound');
    expect(codeOf(await deputies.confirm(by('admin2'), id))).toBe('notFound');
    const { id: another } = value(await deputies.propose(by('hanna'), wanted));
    value(await deputies.end(by('admin'), another));
  });

  it('is not proposed where somebody has as many as can be overseen', async () => {
    const principalId = hall.personId('tilda');
    for (let count = 0; count < MOST_OPEN_ENTRIES; count += 1) expect(await propose({ principalId })).toBe('done');
    expect(await propose({ principalId })).toBe('tooManyEntries');
    expect(await propose({})).toBe('done');
  });
});

describe('an absence', () => {
  const enter = async (login: string, ...days: Parameters<typeof absence>) =>
    codeOf(await hall.enterAbsence.enter(by(login), absence(...days)));

  it('of nobody, or longer than somebody may be away, is refused', async () => {
    const nobodys = { ...absence('hanna'), personId: nobody };
    expect(codeOf(await hall.enterAbsence.enter(by('admin'), nobodys))).toBe('notFound');
    expect(await enter('hanna', 'hanna', 0, LONGEST_ABSENCE_DAYS)).toBe('tooFarAway');
    expect(await enter('hanna', 'hanna', 1, LONGEST_ABSENCE_DAYS)).toBe('done');
  });

  it('is withdrawn once, by the person or an administrator', async () => {
    const { id } = value(await hall.enterAbsence.enter(by('admin'), absence('henrik')));
    const withdraw = async (login: string, which: string) => codeOf(await hall.enterAbsence.withdraw(by(login), which));
    expect(await withdraw('henrik', nobody)).toBe('notFound');
    expect(await withdraw('sofia', id)).toBe('ownAffairsOnly');
    expect(await withdraw('admin', id)).toBe('done');
    expect(await withdraw('henrik', id)).toBe('notFound');
  });

  it('is not entered where somebody has as many as can be overseen', async () => {
    for (let count = 0; count < MOST_OPEN_ENTRIES; count += 1)
      expect(await enter('sofia', 'sofia', count, count)).toBe('done');
    expect(await enter('sofia', 'sofia')).toBe('tooManyEntries');
  });
});

describe('access', () => {
  const access = () => hall.administerAccess;

  it.each(['noteDeparture', 'askForPassword', 'confirmPassword', 'resetSecondFactor', 'unlock'] as const)(
    'of nobody is not found: %s',
    async (what) => {
      expect(codeOf(await access()[what](by('admin'), nobody))).toBe('notFound');
    },
  );

  it.each(['noteDeparture', 'askForPassword', 'resetSecondFactor'] as const)(
    'of one’s own is another administrator’s: %s',
    async (what) => {
      expect(codeOf(await access()[what](by('admin'), hall.personId('admin')))).toBe('anotherAdministrator');
    },
  );

  it('is renewed by two, within the time that the asking holds', async () => {
    const id = hall.personId('tarik');
    expect(codeOf(await access().confirmPassword(by('admin2'), id))).toBe('renewalNotAsked');
    value(await access().askForPassword(by('admin'), id));
    expect(codeOf(await access().confirmPassword(by('admin'), id))).toBe('secondPersonNeeded');
    value(await access().confirmPassword(by('admin2'), id));
    expect(codeOf(await access().confirmPassword(by('admin2'), id))).toBe('renewalNotAsked');
  });

  it('is kept by the last two administrators, and ended once', async () => {
    const leave = async (login: string) => codeOf(await access().noteDeparture(by('admin'), hall.personId(login)));
    expect(await leave('admin2')).toBe('lastAdministrators');
    expect(await leave('tarik')).toBe('done');
    expect(await leave('tarik')).toBe('notFound');
    expect(codeOf(await hall.enterAbsence.enter(by('admin'), absence('tarik')))).toBe('notFound');
    const deputyId = hall.personId('tarik');
    expect(codeOf(await hall.administerDeputies.propose(by('admin'), lending({ deputyId })))).toBe('notFound');
  });
});
