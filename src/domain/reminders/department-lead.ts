import type { Grant } from '../approval/roles.js';

/** Somebody's authority to order, on a day on which it holds. */
export interface OrderAuthority extends Pick<Grant, 'departmentId' | 'limitCents'> {
  readonly personId: string;
}

/**
 * Who leads a department: who may order there up to the highest amount by a grant for that very department, all of them
 * where several may; where it has nobody of its own, the same of those who may order in the whole authority. No role says
 * who a department's lead is, and the authority to order is given to leads.
 */
export function leadsOf(authorities: readonly OrderAuthority[], departmentId: string | null): readonly string[] {
  const own = highest(authorities.filter((one) => one.departmentId !== null && one.departmentId === departmentId));
  return own.length > 0 ? own : highest(authorities.filter((one) => one.departmentId === null));
}

function highest(authorities: readonly OrderAuthority[]): readonly string[] {
  const most = authorities.reduce<bigint | null | undefined>(
    (found, { limitCents }) => (found === undefined ? limitCents : larger(found, limitCents)),
    undefined,
  );
  return [...new Set(authorities.filter(({ limitCents }) => limitCents === most).map(({ personId }) => personId))];
}

/** null is without limit. */
const larger = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a > b ? a : b);
