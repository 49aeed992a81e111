import { isValidOn, type Role } from '../domain/approval/roles.js';
import { rolesFor } from '../domain/access/role-groups.js';
import { settingIn } from './tenant-settings.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { townDay } from './town-day.js';

/**
 * given: proved in this session. asked: the person has one and has not proved it yet. toEnrol: they have none and need
 * one. none: they have none and need none.
 */
export const factorStates = ['given', 'asked', 'toEnrol', 'none'] as const;
export type FactorState = (typeof factorStates)[number];

/** Whoever disposes of money, or of who may. */
export const rolesNeedingFactor: readonly Role[] = [
  ...rolesFor('order', 'orderAsException'),
  'tenantAdmin',
  'systemAdmin',
];

/** Where a session stands with the second factor. */
export async function factorStateOf(
  tenant: TenantRecords,
  personId: string,
  factorAt: Date | null,
  at: Date,
): Promise<FactorState> {
  if (factorAt !== null) return 'given';
  const factor = await tenant.secondFactors.find(personId);
  if (factor?.secret) return 'asked';
  return (await isFactorRequired(tenant, personId, at)) ? 'toEnrol' : 'none';
}

/** By the tenant's setting, and by the roles that the person holds today. */
export async function isFactorRequired(tenant: TenantRecords, personId: string, at: Date): Promise<boolean> {
  if ((await settingIn(tenant, 'signIn')).value.secondFactor === 'voluntary') return false;
  const grants = await tenant.people.grantsInForce(personId);
  return grants.some((grant) => rolesNeedingFactor.includes(grant.role) && isValidOn(grant, townDay(at)));
}

/** Whether the second factor was proved within so many minutes. */
export const isFresh = (factorAt: Date | null, minutes: number, at: Date): boolean =>
  factorAt !== null && at.getTime() - factorAt.getTime() < minutes * 60_000;
