import { isInForce, lentGrants } from './deputies.js';
import type { Person, Principal } from './facts.js';
import type { Action } from './lifecycle.js';
import { refuse, type Refusal } from './refusals.js';
import { PERMISSIONS, hasBegun, hasEnded, isValidOn, reaches, type Grant } from './roles.js';

/** The written authority that carries an action, or why there is none. */
export type Authority =
  | {
      readonly kind: 'authority';
      readonly limitCents: bigint | null;
      /** The deputyship that lends it; null: the person's own. */
      readonly deputyshipId: string | null;
    }
  | None;

interface None {
  readonly kind: 'none';
  readonly refusal: Refusal;
}

/**
 * What a person may do here by their grants. A deputy needs the principal's grant for this department and one of their
 * own for the role, in whatever department: to deputise lends the place, not the skill. The smaller limit holds.
 */
export function authorityOf(person: Person, action: Action, departmentId: string | null, today: string): Authority {
  const here = (grant: Grant) => reaches(grant, departmentId);
  if (!person.onBehalfOf) return granted(person.id, person.grants, action, today, here);
  const lent = lentTo(person.onBehalfOf, action, today, here);
  if (lent.kind === 'none') return lent;
  const own = granted(person.id, person.grants, action, today, () => true);
  return own.kind === 'none' ? own : { ...lent, limitCents: smaller(lent.limitCents, own.limitCents) };
}

/** What the deputyships that hold today lend for this action; the one that goes furthest carries it. */
function lentTo(principal: Principal, action: Action, today: string, here: (grant: Grant) => boolean): Authority {
  const { id, grants, deputyships, absences } = principal;
  const valid = deputyships.filter((one) => isValidOn(one, today));
  if (valid.length === 0) return none('deputyshipNotValid', { principal: id });
  const inForce = valid.filter((one) => isInForce(one, absences, today));
  if (inForce.length === 0) return none('principalIsThere', { principal: id });
  const own = granted(id, grants, action, today, here);
  if (own.kind === 'none') return own;
  const carried = inForce.flatMap((one) => {
    const lent = granted(id, lentGrants(one, grants), action, today, here);
    return lent.kind === 'none' ? [] : [{ ...lent, deputyshipId: one.id }];
  });
  const [first, ...others] = carried;
  if (first === undefined) return none('notLent', { action, principal: id });
  return others.reduce((best, one) => (goesFurther(one.limitCents, best.limitCents) ? one : best), first);
}

const none = (code: Refusal['code'], values: Refusal['values']): None => ({
  kind: 'none',
  refusal: refuse(code, values),
});

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
    const limitCents = valid.map((grant) => grant.limitCents).reduce(larger);
    return { kind: 'authority', limitCents, deputyshipId: null };
  }
  const values = { action, person: personId, roles: roles.join(' ') };
  const ended = fitting.filter((grant) => hasEnded(grant, today));
  const lastDay = ended.map((grant) => grant.validTo ?? '').reduce(later, '');
  if (lastDay !== '') return none('grantExpired', { ...values, day: lastDay });
  const firstDay = fitting
    .filter((grant) => !hasBegun(grant, today))
    .map((grant) => grant.validFrom ?? '')
    .reduce(earlier, '');
  return firstDay === '' ? none('noGrant', values) : none('grantNotYetValid', { ...values, day: firstDay });
}

/** null is no limit at all: the largest. */
const larger = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a > b ? a : b);

const smaller = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

const goesFurther = (a: bigint | null, b: bigint | null): boolean => b !== null && (a === null || a > b);

const later = (a: string, b: string): string => (b > a ? b : a);
const earlier = (a: string, b: string): string => (a === '' || b < a ? b : a);
