import type { ApprovalPolicy } from '../domain/approval/facts.js';
import { centsOf } from '../domain/invoice/money.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import { valueStepsOf } from './tenant-settings.table.js';

/** What the tenant has set about approval, as decisions want to know it. */
export async function approvalPolicy(tenant: TenantRecords): Promise<ApprovalPolicy> {
  const { steps, declineByTwoAbove, twoConfirmers, orderException } = (await settingIn(tenant, 'approval')).value;
  return {
    steps: valueStepsOf(steps),
    declineByTwoAboveCents: declineByTwoAbove === null ? null : (centsOf(declineByTwoAbove) ?? 0n),
    ...{ twoConfirmers, orderException },
  };
}
