import type { Deputyship } from '../../../src/domain/approval/deputies.js';
import type { DecisionFacts, Machine, Person, Principal } from '../../../src/domain/approval/facts.js';
import type { Grant, MachinePart, Role } from '../../../src/domain/approval/roles.js';

export const TODAY = '2026-03-16';
export const BAUAMT = 'bauamt';
export const SCHULAMT = 'schulamt';

export const grant = (role: Role, extra: Partial<Grant> = {}): Grant => ({
  role,
  departmentId: BAUAMT,
  limitCents: null,
  validFrom: null,
  validTo: null,
  ...extra,
});

export const person = (id: string, grants: readonly Grant[], extra: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  grants,
  ownAccountHashes: [],
  onBehalfOf: null,
  ...extra,
});

/** That somebody acts for this principal: on every day and in everything that the principal may do, unless told otherwise. */
export const deputyship = (principalId: string, extra: Partial<Deputyship> = {}): Deputyship => ({
  id: `for-${principalId}`,
  principalId,
  deputyId: 'whoever-acts',
  roles: null,
  departmentId: null,
  validFrom: null,
  validTo: null,
  holds: 'always',
  ...extra,
});

export const principal = (id: string, grants: readonly Grant[], extra: Partial<Principal> = {}): Principal => ({
  id,
  grants,
  ownAccountHashes: [],
  deputyships: [deputyship(id)],
  absences: [],
  ...extra,
});

export const machine = (part: MachinePart): Machine => ({ kind: 'machine', id: part, part });

/** Every role that decides on invoices, everywhere and without limit; without the Kasse, which may not. */
export const EVERY_DESK: readonly Grant[] = (
  ['intake', 'coding', 'factualConfirmer', 'arithmeticalConfirmer', 'orderer', 'bookkeeper', 'records'] as const
).map((role) => grant(role, { departmentId: null }));

export const by = (personId: string, onBehalfOfId: string | null = null) => ({ personId, onBehalfOfId });

/** An invoice of the Bauamt over 1,000 EUR on which nobody has decided anything. */
export const invoice = (extra: Partial<DecisionFacts> = {}): DecisionFacts => ({
  state: 'in_review',
  departmentId: BAUAMT,
  clarificationReason: null,
  accountInDoubt: false,
  suspicionOpen: false,
  capturedBy: null,
  gross: { currency: 'EUR', cents: 100_000n },
  euroRate: null,
  payeeAccountHashes: ['hash-of-the-supplier'],
  paymentChangedBy: [],
  paymentReduced: false,
  missingForOrder: [],
  claimedBy: null,
  confirmations: [],
  orders: [],
  proposals: [],
  exceptionBegunBy: [],
  ...extra,
});

/** Confirmed in both kinds by Feld, so that an order is due. */
export const confirmed = (extra: Partial<DecisionFacts> = {}): DecisionFacts =>
  invoice({
    state: 'confirmed',
    confirmations: [
      { kind: 'factual', by: by('feld') },
      { kind: 'arithmetical', by: by('feld') },
    ],
    ...extra,
  });
