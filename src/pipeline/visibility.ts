import { INVOICE_READERS } from '../domain/access/role-groups.js';
import { isValidOn, type Grant, type Role } from '../domain/approval/roles.js';

/** Roles that see invoices no department has yet (clearing), and every department. */
const everywhere: readonly Role[] = ['intake', 'auditor', 'cashier', 'bookkeeper', 'records'];

/** Departments whose invoices the holder of these grants sees today; null: all of them, and what has none. */
export function visibleDepartments(grants: readonly Grant[], today: string): readonly string[] | null {
  const reading = grants.filter((grant) => INVOICE_READERS.includes(grant.role) && isValidOn(grant, today));
  if (reading.some((grant) => grant.departmentId === null || everywhere.includes(grant.role))) return null;
  return reading.flatMap((grant) => (grant.departmentId === null ? [] : [grant.departmentId]));
}

/** What one may not see does not exist for one: nobody learns of it by the way in which it is refused. */
export const isVisible = (departmentId: string | null, visible: readonly string[] | null): boolean =>
  visible === null || (departmentId !== null && visible.includes(departmentId));
