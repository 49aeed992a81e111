import type { Deputyship } from '../../src/domain/approval/deputies.js';
import type { Grant, Role } from '../../src/domain/approval/roles.js';
import type { ReminderKind } from '../../src/domain/reminders/reminder-kinds.js';
import type { RemindedInvoice } from '../../src/pipeline/ports/reminder-records.js';
import { recipientsOf, type RemindedFacts, type Staff } from '../../src/pipeline/reminder-recipients.js';

const today = '2026-11-24';
const grant = (role: Role, departmentId: string | null, limitCents: bigint | null = null): Grant => ({
  ...{ role, departmentId, limitCents, validFrom: null, validTo: null },
});

/** Two departments, `haupt` and `bau`, and the leads of the town. */
const grants: Readonly<Record<string, readonly Grant[]>> = {
  hanna: [grant('factualConfirmer', 'haupt'), grant('coding', 'haupt')],
  henrik: [grant('arithmeticalConfirmer', 'haupt')],
  bea: [grant('factualConfirmer', 'bau')],
  eingang: [grant('intake', null)],
  leitung: [grant('orderer', 'haupt', 100_000n)],
  vize: [grant('orderer', 'haupt', 5_000n), grant('factualConfirmer', 'haupt')],
  chef: [grant('orderer', null)],
  kasse: [grant('bookkeeper', null)],
};
const deputyship = (principalId: string, deputyId: string): Deputyship => ({
  ...{ id: `${deputyId} for ${principalId}`, principalId, deputyId, roles: null, departmentId: null },
  ...{ holds: 'whileAbsent', validFrom: null, validTo: null },
});

interface Situation {
  readonly kind?: ReminderKind;
  readonly invoice?: Partial<RemindedInvoice>;
  readonly facts?: Partial<Omit<RemindedFacts, 'invoice'>>;
  readonly absent?: readonly string[];
  readonly deputies?: readonly Deputyship[];
}

const told = ({ kind = 'unclaimed', invoice, facts, absent = [], deputies = [] }: Situation): readonly string[] => {
  const staff: Staff = {
    grants: new Map(Object.entries(grants)),
    sight: new Map(Object.entries(grants)),
    absent: new Set(absent),
    deputiesOf: (principalId) => deputies.filter((one) => one.principalId === principalId),
    today,
  };
  const reminded: RemindedInvoice = {
    ...{ id: 'r', state: 'routed', stateSince: new Date(0), departmentId: 'haupt', claimedBy: null, number: 'R-1' },
    ...{ fileName: null, sellerName: null, currency: 'EUR', grossCents: 11_900n },
    ...{ nextLossOn: null, nextLossCents: null, nextLossKind: null },
    ...invoice,
  };
  return recipientsOf(kind, { signedBy: [], askedBy: null, ...facts, invoice: reminded }, staff)
    .map(({ personId, onBehalfOf }) => (onBehalfOf === null ? personId : `${personId} for ${onBehalfOf}`))
    .toSorted();
};

const held = { state: 'in_review', claimedBy: 'hanna' } as const;
const toBeOrdered = { state: 'confirmed' } as const;
const asked = { state: 'query', claimedBy: 'hanna' } as const;
const henrikForHanna = deputyship('hanna', 'henrik');

describe('A reminder goes to', () => {
  it.each<[string, Situation, readonly string[]]>([
    ['everybody who may take on what nobody has', {}, ['hanna', 'henrik', 'vize']],
    ['nobody of another department', { invoice: { departmentId: 'bau' } }, ['bea']],
    ['the intake for what no department has', { invoice: { state: 'clarification', departmentId: null } }, ['eingang']],
    ['nobody for what no department has and nobody may work on', { invoice: { departmentId: null } }, []],
    ['the bookkeepers for what is approved', { invoice: { state: 'approved' } }, ['kasse']],
    ['nobody for what waits for nobody', { kind: 'interest', invoice: { state: 'paid' } }, []],
    ['whoever holds it', { kind: 'unconfirmed', invoice: held }, ['hanna']],
    [
      'all whose work it is where nobody holds it',
      { invoice: { ...held, claimedBy: null } },
      ['hanna', 'henrik', 'vize'],
    ],
    ['whoever has asked the supplier', { invoice: asked, facts: { askedBy: 'henrik' } }, ['henrik']],
    ['whoever holds what was asked by the link', { invoice: asked }, ['hanna']],
    ['all who may order so much', { invoice: toBeOrdered }, ['chef', 'leitung']],
    [
      'also those who may order less, for less',
      { invoice: { ...toBeOrdered, grossCents: 5_000n } },
      ['chef', 'leitung', 'vize'],
    ],
    ['the same for a credit note', { invoice: { ...toBeOrdered, grossCents: -5_001n } }, ['chef', 'leitung']],
    [
      'all who may order where no amount is known',
      { invoice: { ...toBeOrdered, grossCents: null } },
      ['chef', 'leitung', 'vize'],
    ],
    ['nobody who has confirmed', { invoice: toBeOrdered, facts: { signedBy: ['leitung'] } }, ['chef']],
    ['the lead of the department', { kind: 'escalation' }, ['leitung']],
    [
      'the lead of the town where the department has none',
      { kind: 'escalation', invoice: { departmentId: 'bau' } },
      ['chef'],
    ],
    ['the lead of the town where the department’s is away', { kind: 'escalation', absent: ['leitung'] }, ['chef']],
    ['nobody where all leads are away', { kind: 'escalation', absent: ['leitung', 'chef'] }, []],
  ])('%s', (_, situation, people) => {
    expect(told(situation)).toEqual(people);
  });
});

describe('For who is absent, a reminder goes to', () => {
  const [away, deputies] = [['hanna'], [henrikForHanna]];
  it.each<[string, Situation, readonly string[]]>([
    ['colleagues where nobody stands in', { invoice: held, absent: away }, ['henrik', 'vize']],
    [
      'colleagues where the deputy holds none of the lent roles',
      { invoice: held, absent: away, deputies },
      ['henrik', 'vize'],
    ],
    [
      'the deputy, who holds such a role elsewhere',
      { invoice: held, absent: away, deputies: [deputyship('hanna', 'bea')] },
      ['bea for hanna'],
    ],
    [
      'no deputy who is away, too',
      { invoice: held, absent: ['hanna', 'bea'], deputies: [deputyship('hanna', 'bea')] },
      ['henrik', 'vize'],
    ],
    ['nobody twice', { absent: away, deputies: [deputyship('hanna', 'vize')] }, ['henrik', 'vize']],
    [
      'the deputy of who may order',
      { invoice: toBeOrdered, absent: ['chef', 'leitung'], deputies: [deputyship('leitung', 'vize')] },
      ['vize for leitung'],
    ],
    [
      'no deputy who has confirmed',
      {
        ...{ invoice: toBeOrdered, facts: { signedBy: ['vize'] } },
        ...{ absent: ['chef', 'leitung'], deputies: [deputyship('leitung', 'vize')] },
      },
      [],
    ],
    [
      'the deputy of the lead, for what has waited long',
      { kind: 'escalation', absent: ['leitung'], deputies: [deputyship('leitung', 'chef')] },
      ['chef for leitung'],
    ],
  ])('%s', (_, situation, people) => {
    expect(told(situation)).toEqual(people);
  });
});
