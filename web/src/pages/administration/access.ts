import { useSession } from '../../api/session.js';

/** What somebody may do here: the audit office reads, administrators change. */
export type Access = 'change' | 'read' | 'none';

/** null: not known yet. */
export function useAccess(): Access | null {
  const session = useSession();
  if (!session) return null;
  const roles = session.grants.map(({ role }) => role);
  if (roles.includes('tenantAdmin')) return 'change';
  return roles.includes('auditor') ? 'read' : 'none';
}

export const useMayChange = (): boolean => useAccess() === 'change';
