import { value } from '../../demo/set-up-town.js';
import type { Role } from '../../src/domain/approval/roles.js';
import type { Outcome } from '../../src/pipeline/outcome.js';
import { ConcurrentChange } from '../../src/pipeline/ports/tenant-door.js';
import { FindApiKey } from '../../src/pipeline/find-api-key.js';
import { AdministerAccess } from '../../src/pipeline/administer-access.js';
import { AdministerDepartments } from '../../src/pipeline/administer-departments.js';
import { AdministerRoutingRules } from '../../src/pipeline/administer-routing-rules.js';
import { PlainKeyedHash, QuickPasswords } from '../support/memory-ports.js';
import { openTownHall, type TownHall } from './town-hall.js';

let hall: TownHall;
let call = 0;
beforeAll(async () => {
  hall = await openTownHall();
});
afterAll(() => hall.close());

const codeOf = (outcome: Outcome<unknown>): string => (outcome.kind === 'done' ? 'done' : outcome.refusal.code);

const by = (login: string, idempotencyKey = `call ${(call += 1)}`) => ({
  tenantId: hall.tenantId,
  personId: hall.personId(login),
  idempotencyKey,
});

const grantFor = (
  login: string,
  role: Role,
  more: { readonly validFrom?: string; readonly validTo?: string | null } = {},
) => ({
  personId: hall.personId(login),
  role,
  departmentId: null,
  limitCents: null,
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
});

const people = () => hall.administerPeople;

describe('a grant', () => {
  it('gives no right before a second person has confirmed it', async () => {
    const id = await hall.invoiceThatIs('routed', 'vorher');
    const { id: grant } = value(await people().proposeGrant(by('admin'), grantFor('kasse', 'factualConfirmer')));
    const claim = (key: string) => hall.decide('kasse', id, 'claim', { key });
    expect(codeOf(await claim('vor der Bestätigung'))).toBe('noGrant');
    expect(codeOf(await people().confirmGrant(by('admin'), grant))).toBe('secondPersonNeeded');
    expect(codeOf(await claim('nach dem eigenen Versuch'))).toBe('noGrant');
    value(await people().confirmGrant(by('admin2'), grant));
    expect(codeOf(await claim('nach der Bestätigung'))).toBe('done');
    expect(codeOf(await people().confirmGrant(by('admin2'), grant))).toBe('notFound');
  });

  it('cannot be confirmed by the one who gets it', async () => {
    const { id } = value(await people().proposeGrant(by('admin'), grantFor('admin2', 'orderer')));
    expect(codeOf(await people().confirmGrant(by('admin2'), id))).toBe('secondPersonNeeded');
    const { id: own } = value(await people().proposeGrant(by('admin'), grantFor('admin', 'orderer')));
    expect(codeOf(await people().confirmGrant(by('admin'), own))).toBe('secondPersonNeeded');
    expect(codeOf(await people().confirmGrant(by('admin2'), own))).toBe('done');
  });

  it('is refused by the database itself where proposer and confirmer are one', async () => {
    const { id } = value(await people().proposeGrant(by('admin'), grantFor('hanna', 'auditor')));
    const confirm = hall.door.inTenant(hall.tenantId, (tenant) =>
      tenant.people.confirmGrant(id, hall.personId('admin'), hall.clock.now()),
    );
    await expect(confirm).rejects.toThrow(/person_grant_two_persons/);
  });

  it.each<[string, { validFrom: string; validTo: string | null }, string]>([
    ['that has ended', { validFrom: '2026-01-01', validTo: '2026-11-22' }, 'notFound'],
    ['that begins tomorrow', { validFrom: '2026-11-24', validTo: null }, 'notFound'],
    ['of today alone', { validFrom: '2026-11-23', validTo: '2026-11-23' }, 'done'],
  ])('%s counts by the day in town', async (what, days, expected) => {
    const login = `neu ${what}`;
    const { id: personId } = value(await people().addPerson(by('admin'), { login, displayName: what, ibans: [] }));
    const wanted = { ...grantFor('admin', 'factualConfirmer', days), personId };
    const { id } = value(await people().proposeGrant(by('admin'), wanted));
    value(await people().confirmGrant(by('admin2'), id));
    const invoice = await hall.invoiceThatIs('routed', what);
    expect(codeOf(await hall.decide(personId, invoice, 'claim'))).toBe(expected);
  });

  it('that was revoked gives no right any more', async () => {
    const { id: personId } = value(
      await people().addPerson(by('admin'), { login: 'geht', displayName: 'G', ibans: [] }),
    );
    const { id } = value(
      await people().proposeGrant(by('admin'), { ...grantFor('admin', 'factualConfirmer'), personId }),
    );
    value(await people().confirmGrant(by('admin2'), id));
    const invoice = await hall.invoiceThatIs('routed', 'widerrufen');
    value(await people().revokeGrant(by('admin'), id));
    expect(codeOf(await people().revokeGrant(by('admin'), id))).toBe('notFound');
    expect(codeOf(await hall.decide(personId, invoice, 'claim'))).toBe('notFound');
    expect(codeOf(await people().confirmGrant(by('admin2'), id))).toBe('notFound');
  });

  it('needs a person and a department that exist here', async () => {
    const stranger = hall.ids.next();
    expect(
      codeOf(await people().proposeGrant(by('admin'), { ...grantFor('admin', 'orderer'), personId: stranger })),
    ).toBe('notFound');
    expect(
      codeOf(await people().proposeGrant(by('admin'), { ...grantFor('hanna', 'orderer'), departmentId: stranger })),
    ).toBe('notFound');
    expect(codeOf(await people().confirmGrant(by('admin'), stranger))).toBe('notFound');
  });
});

it('nobody decides on an invoice of which they are the payee', async () => {
  const wanted = {
    login: 'inhaberin',
    displayName: 'Ina Inhaber',
    ibans: ['DE75 5121 0800 1245 1261 99', 'keine IBAN'],
  };
  const { id: personId } = value(await people().addPerson(by('admin'), wanted));
  const { id } = value(
    await people().proposeGrant(by('admin'), { ...grantFor('admin', 'factualConfirmer'), personId }),
  );
  value(await people().confirmGrant(by('admin2'), id));
  const invoice = await hall.invoiceThatIs('routed', 'eigene Forderung');
  expect(codeOf(await hall.decide(personId, invoice, 'confirmFactual'))).not.toBe('done');
  value(await hall.decide('hanna', invoice, 'claim'));
  expect(codeOf(await hall.decide(personId, invoice, 'confirmFactual', { key: 'noch einmal' }))).toBe('ownPayee');
});

describe('an administrator', () => {
  it('is the only one who administers', async () => {
    expect(codeOf(await people().addPerson(by('hanna'), { login: 'x', displayName: 'X', ibans: [] }))).toBe(
      'administratorsOnly',
    );
    expect(codeOf(await people().proposeGrant(by('pruefung'), grantFor('pruefung', 'orderer')))).toBe(
      'administratorsOnly',
    );
    const stranger = { tenantId: hall.tenantId, personId: hall.ids.next(), idempotencyKey: 'x' };
    expect(codeOf(await hall.administerTenant.addDepartment(stranger, { code: 'X', name: 'X' }))).toBe(
      'administratorsOnly',
    );
  });

  it('gets the same answer, password and key included, to a repeated call', async () => {
    const person = { login: 'doppelt', displayName: 'D', ibans: [] };
    const first = value(await people().addPerson(by('admin', 'anlegen'), person));
    expect(value(await people().addPerson(by('admin', 'anlegen'), person))).toEqual(first);
    expect(codeOf(await people().addPerson(by('admin', 'anlegen'), { ...person, login: 'anders' }))).toBe('keyReused');
    expect(codeOf(await people().addPerson(by('admin'), { ...person, login: 'DOPPELT' }))).toBe('alreadyThere');
    const wanted = { name: 'Schlüssel', scopes: ['read'] as const, channelId: null, expiresAt: new Date('2026-12-01') };
    const key = value(await hall.administerTenant.issueApiKey(by('admin', 'Schlüssel'), wanted));
    expect(value(await hall.administerTenant.issueApiKey(by('admin', 'Schlüssel'), wanted))).toEqual(key);
  });

  it.each<[string, (stranger: string) => Promise<Outcome<unknown>>, string]>([
    [
      'a department twice',
      () => hall.administerTenant.addDepartment(by('admin'), { code: 'SCHULE', name: 'S' }),
      'alreadyThere',
    ],
    ['a mistyped Leitweg-ID', () => leitwegId('07999001-0001-91', null), 'leitwegIdInvalid'],
    ['a Leitweg-ID twice', () => leitwegId('07999001-0001-90', null), 'alreadyThere'],
    ['a Leitweg-ID for no department of ours', (stranger) => leitwegId('991-33333TEST-33', stranger), 'notFound'],
    ['a key for no channel of ours', (stranger) => issue(stranger), 'notFound'],
    [
      'the end of a key that is unknown',
      (stranger) => hall.administerTenant.revokeApiKey(by('admin'), stranger),
      'notFound',
    ],
    [
      'a tenant twice',
      () => hall.createTenant.create({ slug: 'auenfurt', name: 'A', administrators: [a('e'), a('z')] }),
      'alreadyThere',
    ],
  ])('cannot enter %s', async (_what, attempt, expected) => {
    expect(codeOf(await attempt(hall.ids.next()))).toBe(expected);
  });

  it('changes nothing that is not there, and is told so', async () => {
    const { door, clock, ids } = hall;
    const access = new AdministerAccess(door, new QuickPasswords(), clock, new PlainKeyedHash());
    const [departments, rules] = [new AdministerDepartments(door, clock), new AdministerRoutingRules(door, clock, ids)];
    const [stranger, school] = [ids.next(), hall.town.departmentIds.get('SCHULE') ?? ''];
    const when = { field: 'orderReference', operator: 'is', value: 'X' } as const;
    const draft = { id: null, name: 'Regel', when, departmentId: school };
    const answers = [
      await access.noteDeparture(by('admin'), stranger),
      await access.askForPassword(by('admin'), stranger),
      await access.confirmPassword(by('admin'), stranger),
      await access.unlock(by('admin'), stranger),
      await departments.rename(by('admin'), stranger, 1, { code: 'NEU', name: 'Neu' }),
      await departments.close(by('admin'), stranger, 1),
      await rules.save(by('admin'), 1, [{ ...draft, id: stranger }]),
      await rules.save(by('admin'), 1, [{ ...draft, departmentId: stranger }]),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'notFound'));
    const renamed = departments.rename(by('admin'), school, 1, { code: 'HAUPTAMT', name: 'H' });
    expect(codeOf(await renamed)).toBe('alreadyThere');
  });

  const a = (login: string) => ({ login, displayName: login });
  const leitwegId = (id: string, departmentId: string | null) =>
    hall.administerTenant.assignLeitwegId(by('admin'), { leitwegId: id, departmentId });
  const issue = (channelId: string) =>
    hall.administerTenant.issueApiKey(by('admin'), {
      name: 'K',
      scopes: ['deliver'],
      channelId,
      expiresAt: new Date('2027-01-01'),
    });

  it('of two tenants, only one gets a Leitweg-ID that both want at once', async () => {
    const born = value(
      await hall.createTenant.create({ slug: 'unterdorf', name: 'U', administrators: [a('e'), a('z')] }),
    );
    const other = { tenantId: born.tenantId, personId: born.administrators[0]?.personId ?? '', idempotencyKey: 'id' };
    const outcomes = await Promise.all([
      leitwegId('04011000-1234512345-06', null),
      hall.administerTenant.assignLeitwegId(other, { leitwegId: '04011000-1234512345-06', departmentId: null }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['alreadyThere', 'done']);
  });

  it('needs no second connection for a Leitweg-ID, so that many at once do not wait for each other', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => leitwegId('05315-31001-86', null)));
    expect(outcomes.map(codeOf).filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['alreadyThere', 'done']));
  });
});

describe('an API key', () => {
  const find = (key: string) => new FindApiKey(hall.lookup, hall.clock).find(key);

  it('is known until it is revoked or expires', async () => {
    const expiresAt = new Date(hall.clock.now().getTime() + 1000);
    const wanted = { name: 'kurz', scopes: ['read'] as const, channelId: null, expiresAt };
    const [short, other] = [
      value(await hall.administerTenant.issueApiKey(by('admin'), wanted)),
      value(await hall.administerTenant.issueApiKey(by('admin'), { ...wanted, expiresAt: new Date('2027-01-01') })),
    ];
    expect(await find(short.key)).toMatchObject({ tenantId: hall.tenantId, id: short.id, scopes: ['read'] });
    hall.clock.move(1000);
    expect(await find(short.key)).toBeNull();
    expect(await find(other.key)).not.toBeNull();
    value(await hall.administerTenant.revokeApiKey(by('admin2'), other.id));
    expect(await find(other.key)).toBeNull();
  });

  it.each(['', 'eing_', 'Bearer x', `eing_${'x'.repeat(200)}`, 'eing_\u0000'])('%j is none', async (key) => {
    expect(await find(key)).toBeNull();
  });
});

describe('two administrators at the same moment', () => {
  it('cannot add a department twice: one is told that somebody was quicker', async () => {
    for (let round = 0; round < 20; round += 1) {
      const wanted = { code: `AMT-${round}`, name: 'Neues Amt' };
      const both = await Promise.allSettled(
        ['admin', 'admin2'].map((login) => hall.administerTenant.addDepartment(by(login), wanted)),
      );
      const answers = both.map((one) => (one.status === 'fulfilled' ? codeOf(one.value) : one.reason));
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
      const other = answers.find((answer) => answer !== 'done');
      expect(other === 'alreadyThere' || other instanceof ConcurrentChange).toBe(true);
    }
  });
});

describe('the last administrators', () => {
  it('cannot be reduced to one, for nobody could appoint another then', async () => {
    const grants = await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.grants());
    const own = grants.filter((grant) => grant.role === 'tenantAdmin');
    expect(own).toHaveLength(2);
    for (const { id } of own) expect(codeOf(await people().revokeGrant(by('admin'), id))).toBe('lastAdministrators');
    const { id: third } = value(await people().proposeGrant(by('admin'), grantFor('pruefung', 'tenantAdmin')));
    value(await people().confirmGrant(by('admin2'), third));
    expect(codeOf(await people().revokeGrant(by('admin'), third))).toBe('done');
  });

  it('are two still when two of three are revoked at the same moment', async () => {
    const { id: third } = value(await people().proposeGrant(by('admin'), grantFor('pruefung', 'tenantAdmin')));
    value(await people().confirmGrant(by('admin2'), third));
    const inForce = async () =>
      (await hall.door.inTenant(hall.tenantId, (tenant) => tenant.people.grants())).filter(
        ({ role, revokedAt }) => role === 'tenantAdmin' && revokedAt === null,
      );
    const [first, second] = (await inForce()).filter(({ id }) => id !== third);
    const answers = await Promise.all([
      people().revokeGrant(by('admin'), second?.id ?? ''),
      people().revokeGrant(by('admin2'), first?.id ?? ''),
    ]);
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    // Who comes second is refused for one of two reasons: two are left, or that person's own grant has just gone.
    expect(['administratorsOnly', 'lastAdministrators']).toContain(codes.find((code) => code !== 'done'));
    expect(await inForce()).toHaveLength(2);
  });
});
