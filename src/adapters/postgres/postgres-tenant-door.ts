import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { Answering } from '../../pipeline/ports/answer-records.js';
import { TenantDoor, type TenantRecords } from '../../pipeline/ports/tenant-door.js';
import { translated } from './database-failures.js';
import { PostgresAnswerRecords } from './stores/postgres-answer-records.js';
import { PostgresAuditLog } from './stores/postgres-audit-log.js';
import { PostgresCounterRecords } from './stores/postgres-counter-records.js';
import { PostgresCaptureRecords } from './stores/postgres-capture-records.js';
import { PostgresChartRecords } from './stores/postgres-chart-records.js';
import { PostgresCodingRecords } from './stores/postgres-coding-records.js';
import { PostgresDeadlineRecords } from './stores/postgres-deadline-records.js';
import { PostgresDeputyRecords } from './stores/postgres-deputy-records.js';
import { PostgresDeskRecords } from './stores/postgres-desk-records.js';
import { PostgresDeliveryRecords } from './stores/postgres-delivery-records.js';
import { PostgresDocumentationRecords } from './stores/postgres-documentation-records.js';
import { PostgresHandOverRecords } from './stores/postgres-hand-over-records.js';
import { PostgresIdempotencyRecords } from './stores/postgres-idempotency-records.js';
import { PostgresInvoiceRecords } from './stores/postgres-invoice-records.js';
import { PostgresOutboxRecords } from './stores/postgres-outbox-records.js';
import { PostgresMailboxRecords } from './stores/postgres-mailbox-records.js';
import { PostgresPeopleRecords } from './stores/postgres-people-records.js';
import { PostgresReminderRecords } from './stores/postgres-reminder-records.js';
import { PostgresRetentionRecords } from './stores/postgres-retention-records.js';
import { PostgresRoutingRecords } from './stores/postgres-routing-records.js';
import { PostgresQueryRecords } from './stores/postgres-query-records.js';
import { PostgresSecondFactorRecords } from './stores/postgres-second-factor-records.js';
import { PostgresSessionRecords } from './stores/postgres-session-records.js';
import { PostgresSettingRecords } from './stores/postgres-setting-records.js';
import { PostgresSubscriptionRecords } from './stores/postgres-subscription-records.js';
import { PostgresSortingRecords } from './stores/postgres-sorting-records.js';
import { PostgresSubjectRecords } from './stores/postgres-subject-records.js';
import { PostgresSupplierRecords } from './stores/postgres-supplier-records.js';
import { PostgresTownRecords } from './stores/postgres-town-records.js';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Opens a transaction, sets the tenant for it alone, and hands out the stores that work in it. */
export class PostgresTenantDoor extends TenantDoor {
  /** @param answering null: no answer is planned by what happens behind this door. */
  constructor(
    private readonly database: DataSource,
    private readonly answering: Answering | null = null,
  ) {
    super();
  }

  inTenant<T>(tenantId: string, work: (tenant: TenantRecords) => Promise<T>): Promise<T> {
    return inTenantTransaction(this.database, tenantId, (manager) =>
      work(recordsOf(manager, tenantId, this.answering)),
    );
  }
}

/** The transaction itself, for the adapters of this folder that need another statement than the stores have. */
export function inTenantTransaction<T>(
  database: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ' = 'READ COMMITTED',
): Promise<T> {
  const transaction = database.transaction(isolation, async (manager) => {
    await manager.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
    return work(manager);
  });
  return transaction.catch((error: unknown) => {
    throw translated(error);
  });
}

const recordsOf = (manager: EntityManager, tenantId: string, answering: Answering | null): TenantRecords => ({
  tenantId,
  answering,
  answers: new PostgresAnswerRecords(manager, tenantId),
  audit: new PostgresAuditLog(manager, tenantId, sha256, () => randomBytes(32).toString('hex')),
  counter: new PostgresCounterRecords(manager, tenantId),
  captures: new PostgresCaptureRecords(manager, tenantId),
  charts: new PostgresChartRecords(manager, tenantId),
  codings: new PostgresCodingRecords(manager, tenantId),
  deliveries: new PostgresDeliveryRecords(manager, tenantId),
  deadlines: new PostgresDeadlineRecords(manager, tenantId),
  deputies: new PostgresDeputyRecords(manager, tenantId),
  desk: new PostgresDeskRecords(manager, tenantId),
  documentation: new PostgresDocumentationRecords(manager, tenantId),
  handOvers: new PostgresHandOverRecords(manager, tenantId),
  idempotency: new PostgresIdempotencyRecords(manager, tenantId),
  invoices: new PostgresInvoiceRecords(manager, tenantId),
  outbox: new PostgresOutboxRecords(manager, tenantId),
  mailboxes: new PostgresMailboxRecords(manager, tenantId),
  people: new PostgresPeopleRecords(manager, tenantId),
  queries: new PostgresQueryRecords(manager, tenantId),
  reminders: new PostgresReminderRecords(manager, tenantId),
  retention: new PostgresRetentionRecords(manager, tenantId),
  routing: new PostgresRoutingRecords(manager, tenantId),
  secondFactors: new PostgresSecondFactorRecords(manager, tenantId),
  sessions: new PostgresSessionRecords(manager, tenantId),
  settings: new PostgresSettingRecords(manager, tenantId),
  subscriptions: new PostgresSubscriptionRecords(manager, tenantId),
  sorting: new PostgresSortingRecords(manager, tenantId),
  subjects: new PostgresSubjectRecords(manager, tenantId),
  suppliers: new PostgresSupplierRecords(manager, tenantId),
  town: new PostgresTownRecords(manager, tenantId),
});
