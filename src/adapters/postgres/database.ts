import { DataSource } from 'typeorm';
import { SnakeCase } from './column-types.js';
import {
  AuditEventEntity,
  AuditHeadEntity,
  AuditPayloadEntity,
  SealEntity,
  SealMemberEntity,
} from './entities/audit.entities.js';
import {
  DeliveryEntity,
  DeliveryPartEntity,
  PartReportEntity,
  IdempotencyKeyEntity,
  OriginalBytesEntity,
  OriginalEntity,
  OutboxEntity,
} from './entities/delivery.entities.js';
import { AbsenceEntity, DeputyshipEntity } from './entities/deputy.entities.js';
import { IssuedDocumentEntity } from './entities/documentation.entities.js';
import { DisposalEntity, DisposalItemEntity, LegalHoldEntity } from './entities/retention.entities.js';
import { SupplierQueryEntity } from './entities/query.entities.js';
import {
  CaptureEntity,
  InvoiceCorrectionEntity,
  InvoiceDistinctionEntity,
  DecisionEntity,
  HandOverEntity,
  HandOverItemEntity,
  InvoiceEntity,
  InvoiceReportEntity,
  InvoiceSearchEntity,
  PaymentInstructionEntity,
  SupplierAccountEntity,
  SupplierNameAccountEntity,
  SupplierEntity,
  SupplierKeyEntity,
} from './entities/invoice.entities.js';
import { BudgetAnswerEntity, ChartEntryEntity, CodingEntity } from './entities/coding.entities.js';
import {
  ReminderChoiceEntity,
  ReminderEntity,
  ReminderMailEntity,
  ReminderRoundEntity,
} from './entities/reminder.entities.js';
import {
  AnswerEntity,
  MailboxEntity,
  MailEntity,
  MailPlaceEntity,
  SubscriptionEntity,
} from './entities/mail.entities.js';
import {
  ApiKeyEntity,
  ChannelEntity,
  CounterHoldEntity,
  CounterUseEntity,
  DepartmentEntity,
  LeitwegIdEntity,
  PersonAccountEntity,
  PersonEntity,
  PersonGrantEntity,
  RoutingRuleEntity,
  RoutingVersionEntity,
  SessionEntity,
  TenantEntity,
  SettingProposalEntity,
  TenantSettingEntity,
} from './entities/tenant.entities.js';
import { RecoveryCodeEntity, SecondFactorEntity } from './entities/second-factor.entities.js';
import { migrations } from './migrations.js';

/** Every table as an entity; test/adapters compares them with the catalogue. */
export const entities = [
  ChartEntryEntity,
  CodingEntity,
  BudgetAnswerEntity,
  LegalHoldEntity,
  DisposalEntity,
  DisposalItemEntity,
  IssuedDocumentEntity,
  TenantEntity,
  DepartmentEntity,
  LeitwegIdEntity,
  PersonEntity,
  PersonAccountEntity,
  PersonGrantEntity,
  AbsenceEntity,
  DeputyshipEntity,
  SessionEntity,
  SecondFactorEntity,
  RecoveryCodeEntity,
  RoutingRuleEntity,
  RoutingVersionEntity,
  ChannelEntity,
  MailboxEntity,
  SettingProposalEntity,
  TenantSettingEntity,
  CounterUseEntity,
  CounterHoldEntity,
  ApiKeyEntity,
  AuditHeadEntity,
  AuditEventEntity,
  AuditPayloadEntity,
  SealEntity,
  SealMemberEntity,
  OriginalEntity,
  OriginalBytesEntity,
  DeliveryEntity,
  DeliveryPartEntity,
  PartReportEntity,
  SupplierQueryEntity,
  MailEntity,
  MailPlaceEntity,
  AnswerEntity,
  SubscriptionEntity,
  IdempotencyKeyEntity,
  OutboxEntity,
  SupplierEntity,
  SupplierKeyEntity,
  SupplierAccountEntity,
  SupplierNameAccountEntity,
  InvoiceEntity,
  InvoiceSearchEntity,
  InvoiceReportEntity,
  PaymentInstructionEntity,
  CaptureEntity,
  InvoiceCorrectionEntity,
  InvoiceDistinctionEntity,
  DecisionEntity,
  HandOverEntity,
  HandOverItemEntity,
  ReminderChoiceEntity,
  ReminderRoundEntity,
  ReminderMailEntity,
  ReminderEntity,
];

/** Oldest server that this schema is tried on. */
const oldestServer = 15;

/** Why a server cannot be used, or null. `versionNumber` is PostgreSQL's server_version_num: 150004 for 15.4. */
export const refusalOfServer = (versionNumber: number): string | null =>
  Math.floor(versionNumber / 10_000) >= oldestServer
    ? null
    : `PostgreSQL ${oldestServer} or newer is needed; this server reports version ${versionNumber}. Point DATABASE_URL to a newer server.`;

/** Opens a pool and checks the server's version. @throws Error with a sentence that says what to mend. */
export async function openDatabase(url: string, poolSize: number): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'eingang',
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    namingStrategy: new SnakeCase(),
    poolSize,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'eingang',
    extra: { connectionTimeoutMillis: 10_000, statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  });
  await database.initialize();
  const [{ version }] = await database.query<[{ version: string }]>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const refusal = refusalOfServer(Number(version));
  if (refusal === null) return database;
  await database.destroy();
  throw new Error(refusal);
}

/**
 * Refuses to run with more rights than the application may have (invariant 6). What the role could become by SET ROLE
 * counts as well: a superuser, the schema's owner, and the role `lookup`, which sees every tenant.
 * @throws Error naming the role and what is wrong with it.
 */
export async function refuseTooPowerfulRole(database: DataSource): Promise<void> {
  const [role] = await database.query<{ name: string; prepared: boolean; powerful: boolean }[]>(`
    SELECT current_user AS name,
           EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'eingang') AS prepared,
           EXISTS (SELECT 1 FROM pg_roles r WHERE pg_has_role(r.oid, 'MEMBER')
             AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolname = 'eingang_lookup'
               OR r.oid = (SELECT nspowner FROM pg_namespace WHERE nspname = 'eingang'))) AS powerful`);
  if (role === undefined || !role.prepared)
    throw new Error('The database has no schema "eingang" yet: run `eingang migrate` with DATABASE_OWNER_URL first.');
  if (role.powerful)
    throw new Error(
      `DATABASE_URL signs in as "${role.name}", which owns the schema or may pass row-level security, itself or through a role it is a member of. Use the role eingang_app that \`eingang migrate\` prepares.`,
    );
}
