import {
  rightsOn,
  type GivenDeputyship,
  type GivenGrant,
  type PersonOfRecord,
} from '../../../src/domain/access/rights-on-day.js';

const grant = (more: Partial<GivenGrant> = {}): GivenGrant => ({
  ...{ id: 'g', role: 'orderer', departmentId: null, limitCents: 1000_00n, validFrom: '2026-02-01', validTo: null },
  ...{ confirmedOn: '2026-02-01', endedOn: null },
  ...more,
});

const person = (id: string, more: Partial<PersonOfRecord> = {}): PersonOfRecord => ({
  ...{ id, createdOn: '2026-01-01', leftOn: null, grants: [], absences: [] },
  ...more,
});

const lending = (more: Partial<GivenDeputyship> = {}): GivenDeputyship => ({
  ...{ id: 'd', principalId: 'petra', deputyId: 'dora', roles: null, departmentId: null },
  ...{ validFrom: '2026-01-01', validTo: null, holds: 'always', confirmedOn: '2026-01-05', endedOn: null },
  ...more,
});

const ownOn = (day: string, one: GivenGrant, more: Partial<PersonOfRecord> = {}): number | null =>
  rightsOn(day, [person('olga', { grants: [one], ...more })], [])[0]?.own.length ?? null;

describe('a grant', () => {
  it.each([
    ['before its first day', '2026-01-31', {}, 0],
    ['on its first day', '2026-02-01', {}, 1],
    ['before the second person had signed', '2026-02-09', { confirmedOn: '2026-02-10' }, 0],
    ['on the day on which they signed', '2026-02-10', { confirmedOn: '2026-02-10' }, 1],
    ['that was only proposed', '2026-03-01', { confirmedOn: null }, 0],
    ['on its last day', '2026-06-30', { validTo: '2026-06-30' }, 1],
    ['after its last day', '2026-07-01', { validTo: '2026-06-30' }, 0],
    ['on the day on which it was taken back', '2026-03-05', { endedOn: '2026-03-05' }, 1],
    ['after that', '2026-03-06', { endedOn: '2026-03-05' }, 0],
    ['long before it was taken back', '2026-02-20', { endedOn: '2026-03-05' }, 1],
  ])('%s', (_, day, more, held) => {
    expect(ownOn(day, grant(more))).toBe(held);
  });

  it('is nobody’s who was not there yet, or had left', () => {
    expect(ownOn('2026-02-01', grant(), { createdOn: '2026-02-02' })).toBeNull();
    expect(ownOn('2026-05-01', grant(), { leftOn: '2026-05-01' })).toBe(1);
    expect(ownOn('2026-05-02', grant(), { leftOn: '2026-05-01' })).toBeNull();
  });
});

describe('a deputy', () => {
  const absences = [
    { firstDay: '2026-03-01', lastDay: '2026-03-10', enteredOn: '2026-02-20', withdrawnOn: null },
    { firstDay: '2026-04-01', lastDay: '2026-04-10', enteredOn: '2026-04-05', withdrawnOn: '2026-04-08' },
  ];
  const petra = person('petra', { grants: [grant()], absences });
  const dora = person('dora', { grants: [grant({ id: 'own', departmentId: 'school' })] });
  const lentOn = (day: string, more: Partial<GivenDeputyship> = {}, deputy = dora): readonly string[] =>
    rightsOn(day, [petra, deputy], [lending(more)])
      .flatMap(({ lent }) => lent)
      .flatMap(({ grants }) => grants.map(({ id }) => id));

  it('could do what the principal could, within the roles that they hold too', () => {
    expect(lentOn('2026-02-01')).toEqual(['g']);
    expect(lentOn('2026-02-01', {}, person('dora'))).toEqual([]);
    expect(lentOn('2026-02-01', { roles: ['coding'] })).toEqual([]);
    expect(lentOn('2026-01-31')).toEqual([]);
  });

  it('stood in between the second person’s word and the end', () => {
    expect(lentOn('2026-02-09', { confirmedOn: '2026-02-10' })).toEqual([]);
    expect(lentOn('2026-02-10', { confirmedOn: '2026-02-10', endedOn: '2026-02-12' })).toEqual(['g']);
    expect(lentOn('2026-02-13', { endedOn: '2026-02-12' })).toEqual([]);
  });

  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['g']],
    ['2026-03-11', []],
    ['2026-04-04', []],
    ['2026-04-05', ['g']],
    ['2026-04-08', ['g']],
    ['2026-04-09', []],
  ])('for who was absent stood in on %s: %j, as the absence was known then', (day, lent) => {
    expect(lentOn(day, { holds: 'whileAbsent' })).toEqual(lent);
  });
});
