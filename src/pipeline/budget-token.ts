import type { Secrets } from './ports/secrets.js';
import type { CodingSetting } from './tenant-settings.table.js';

const placeOf = (tenantId: string): string => `budgetCheck ${tenantId}`;

/** The token that a budget system knows this tenant by, encrypted for this tenant's setting alone. */
export const sealBudgetToken = (secrets: Secrets, tenantId: string, token: string): Uint8Array =>
  secrets.seal(placeOf(tenantId), token);

/** null: there is none, or none that this installation's key opens. */
export const openBudgetToken = (secrets: Secrets, tenantId: string, sealed: Uint8Array | null): string | null =>
  sealed && secrets.open(placeOf(tenantId), sealed);

/** Nobody may send a stored token to a server of their own choice by changing the address alone. */
export function keepsToken(before: CodingSetting, after: CodingSetting): boolean {
  if (after.budgetCheck?.authorised !== true) return true;
  if (before.budgetCheck?.authorised !== true) return false;
  return new URL(before.budgetCheck.url).origin === new URL(after.budgetCheck.url).origin;
}
