import {
  disposableYears,
  endStatesOf,
  RETENTION_CLASSES,
  isRetentionClass,
  retentionOf,
  type Retention,
  type RetentionPolicy,
} from '../domain/retention/retention.js';
import type { InvoiceRecord } from './ports/invoice-records.js';
import type { OverQuestion } from './ports/retention-records.js';
import type { TenantRecords } from './ports/tenant-door.js';
import { settingIn } from './tenant-settings.js';
import { townDay } from './town-day.js';

/** What the town has set, as the domain reads it. */
export async function retentionPolicy(tenant: TenantRecords): Promise<RetentionPolicy> {
  const { classes, adoptions } = (await settingIn(tenant, 'retention')).value;
  return { classes: { ...classes, staff: { ...classes.staff, start: 'endOfYear' } }, adoptions };
}

/** How long an invoice is kept. */
export async function retentionIn(
  tenant: TenantRecords,
  { id, state, receivedAt }: Pick<InvoiceRecord, 'id' | 'state' | 'receivedAt'>,
  policy: RetentionPolicy,
): Promise<Retention> {
  const fiscalYear = await tenant.retention.fiscalYear(id);
  return retentionOf({ state, receivedOn: townDay(receivedAt), fiscalYear }, policy);
}

/** What documents are asked for that may go on that day, by class. */
export const overQuestions = (policy: RetentionPolicy, today: string): readonly OverQuestion[] =>
  Object.keys(RETENTION_CLASSES)
    .filter(isRetentionClass)
    .filter((name) => name !== 'staff')
    .map((name) => ({
      class: name,
      states: endStatesOf(name),
      byAccounts: policy.classes[name].start === 'accountsAdopted',
      over: disposableYears(name, policy, today),
    }));

/** The last year of leaving whose people need not be named any more. */
export function lastYearOfStaff(policy: RetentionPolicy, today: string): number {
  const over = disposableYears('staff', policy, today);
  return 'upTo' in over ? over.upTo : 0;
}
