import type { Grant, Period, Role } from './roles.js';
import { isValidOn } from './roles.js';

/** Days on which somebody is not there, YYYY-MM-DD, both inclusive. Why is nobody's business here. */
export interface Absence {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** When a deputyship holds: on the principal's days of absence, or on every day of its period. */
export const HOLDS = ['whileAbsent', 'always'] as const;
export type Holds = (typeof HOLDS)[number];

/** That somebody acts in another's place (Vertretung), given in writing and confirmed by a second person. */
export interface Deputyship extends Period {
  readonly id: string;
  readonly principalId: string;
  readonly deputyId: string;
  /** Which of the principal's roles are lent; null: all that can be. */
  readonly roles: readonly Role[] | null;
  /** null: wherever the principal may act. */
  readonly departmentId: string | null;
  readonly holds: Holds;
}

/** Roles that can be lent: those that work with invoices. Who administers rights or audits does it in person. */
export const LENDABLE_ROLES = [
  'intake',
  'coding',
  'factualConfirmer',
  'arithmeticalConfirmer',
  'orderer',
  'cashier',
  'bookkeeper',
  'records',
] as const satisfies readonly Role[];

const isLendable = (role: Role): boolean => LENDABLE_ROLES.some((one) => one === role);

export const isAbsentOn = (absences: readonly Absence[], day: string): boolean =>
  absences.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);

/** The last day of an absence that lasts on that day, those that follow without a gap counted in; null: there. */
export function absentUntil(absences: readonly Absence[], day: string): string | null {
  const covering = absences.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  const [last] = covering.map(({ lastDay }) => lastDay).toSorted((a, b) => (a < b ? 1 : -1));
  if (last === undefined) return null;
  return (
    absentUntil(
      absences.filter(({ lastDay }) => lastDay > last),
      dayAfter(last),
    ) ?? last
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** Whether the deputy may act on that day; what they may do then is `lentGrants`. */
export const isInForce = (deputyship: Deputyship, absences: readonly Absence[], day: string): boolean =>
  isValidOn(deputyship, day) && (deputyship.holds === 'always' || isAbsentOn(absences, day));

/**
 * What a deputyship lends of the principal's own grants: its roles, in its department. Only what was given to the
 * principal in person: who stands in for a deputy does not stand in for whom that deputy represents.
 */
export function lentGrants<Given extends Grant>(deputyship: Deputyship, grants: readonly Given[]): readonly Given[] {
  const { roles, departmentId } = deputyship;
  const lent = grants.filter(({ role }) => isLendable(role) && (roles === null || roles.includes(role)));
  if (departmentId === null) return lent;
  return lent.flatMap((grant) =>
    grant.departmentId === null || grant.departmentId === departmentId ? [{ ...grant, departmentId }] : [],
  );
}

/** A deputy's sight: what is lent, of the roles that the deputy holds somewhere too (`authorityOf`). */
export function lentAlong<Given extends Grant>(
  own: readonly Grant[],
  lent: readonly Given[],
  today: string,
): readonly Given[] {
  return lent.filter(({ role }) => own.some((grant) => grant.role === role && isValidOn(grant, today)));
}
