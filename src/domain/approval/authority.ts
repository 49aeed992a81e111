import type { Person } from './facts.js';
import type { Action } from './lifecycle.js';
import type { Refusal } from './refusals.js';
import { PERMISSIONS, hasBegun, hasEnded, isValidOn, reaches, type Grant } from './roles.js';

/** The written authority that carries an action, or why there is none. */
export type Authority =
  | { readonly kind: 'authority'; readonly limitCents: bigint | null }
  | { readonly kind: 'none'; readonly refusal: Refusal };

/**
 * What a person may do here by their grants. A deputy needs the principal's grant for this department and one of their
 * own for the role, in whatever department: to deputise lends the place, not the skill. The smaller limit holds.
 */
export function authorityOf(person: Person, action: Action, departmentId: string | null, today: string): Authority {
  const principal = person.onBehalfOf;
  if (!principal) return granted(person.id, person.grants, action, today, (grant) => reaches(grant, departmentId));
  if (!isValidOn(principal, today)) {
    return { kind: 'none', refusal: { code: 'deputyshipNotValid', values: { principal: principal.id } } };
  }
  const lent = granted(principal.id, principal.grants, action, today, (grant) => reaches(grant, departmentId));
  if (lent.kind === 'none') return lent;
  const own = granted(person.id, person.grants, action, today, () => true);
  if (own.kind === 'none') return own;
  return { kind: 'authority', limitCents: smaller(lent.limitCents, own.limitCents) };
}

function granted(
  personId: string,
  grants: readonly Grant[],
  action: Action,
  today: string,
  here: (grant: Grant) => boolean,
): Authority {
  const { roles } = PERMISSIONS[action];
  const fitting = grants.filter((grant) => roles.includes(grant.role) && here(grant));
  const valid = fitting.filter((grant) => isValidOn(grant, today));
  if (valid.length > 0) {
    return { kind: 'authority', limitCents: valid.map((grant) => grant.limitCents).reduce(larger) };
  }
  const values = { action, person: personId, roles: roles.join(' ') };
  const ended = fitting.filter((grant) => hasEnded(grant, today));
  const lastDay = ended.map((grant) => grant.validTo ?? '').reduce(later, '');
  if (lastDay !== '') return { kind: 'none', refusal: { code: 'grantExpired', values: { ...values, day: lastDay } } };
  const firstDay = fitting
    .filter((grant) => !hasBegun(grant, today))
    .map((grant) => grant.validFrom ?? '')
    .reduce(earlier, '');
  return firstDay === ''
    ? { kind: 'none', refusal: { code: 'noGrant', values } }
    : { kind: 'none', refusal: { code: 'grantNotYetValid', values: { ...values, day: firstDay } } };
}

/** null is no limit at all: the largest. */
const larger = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a > b ? a : b);

const smaller = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

const later = (a: string, b: string): string => (b > a ? b : a);
const earlier = (a: string, b: string): string => (a === '' || b < a ? b : a);
