import { useSession } from '../../api/session.js';

/** What somebody may do here: the audit office reads, administrators change, records management finds its own part. */
export type Access = 'change' | 'read' | 'records' | 'none';

/** null: not known yet. */
export function useAccess(): Access | null {
  const session = useSession();
  if (!session) return null;
  const roles = session.grants.map(({ role }) => role);
  if (roles.includes('tenantAdmin')) return 'change';
  if (roles.includes('auditor')) return 'read';
  return roles.includes('records') ? 'records' : 'none';
}

export const useMayChange = (): boolean => useAccess() === 'change';
