import type { AuditEntry, ChainLink } from '../../domain/audit/chain.js';
import type { CounterRecords } from './counter-records.js';
import type { Answering, AnswerRecords } from './answer-records.js';
import type { CaptureRecords } from './capture-records.js';
import type { ChartRecords } from './chart-records.js';
import type { CodingRecords } from './coding-records.js';
import type { DeadlineRecords } from './deadline-records.js';
import type { DocumentationRecords } from './documentation-records.js';
import type { DeputyRecords } from './deputy-records.js';
import type { DeskRecords } from './desk-records.js';
import type { DeliveryRecords } from './delivery-records.js';
import type { HandOverRecords } from './hand-over-records.js';
import type { IdempotencyRecords } from './idempotency-records.js';
import type { InvoiceRecords } from './invoice-records.js';
import type { OutboxRecords } from './outbox-records.js';
import type { MailboxRecords } from './mailbox-records.js';
import type { QueryRecords } from './query-records.js';
import type { PeopleRecords } from './people-records.js';
import type { ReminderRecords } from './reminder-records.js';
import type { RetentionRecords } from './retention-records.js';
import type { RoutingRecords } from './routing-records.js';
import type { SecondFactorRecords } from './second-factor-records.js';
import type { SessionRecords } from './session-records.js';
import type { SettingRecords } from './setting-records.js';
import type { SubscriptionRecords } from './subscription-records.js';
import type { SortingRecords } from './sorting-records.js';
import type { SubjectRecords } from './subject-records.js';
import type { SupplierRecords } from './supplier-records.js';
import type { TownRecords } from './town-records.js';

/**
 * The one door to tenant data (invariant 7): opens a transaction, sets the tenant locally and hands out that tenant's
 * records. What `work` has written is committed when it resolves and undone when it rejects.
 * It rejects with ConcurrentChange where another transaction was quicker.
 */
export abstract class TenantDoor {
  abstract inTenant<T>(tenantId: string, work: (tenant: TenantRecords) => Promise<T>): Promise<T>;
}

/**
 * Another transaction was quicker: it took the same name or place, or both waited for each other. Nothing of this one
 * has been kept; done again, it sees what the other has done.
 */
export class ConcurrentChange extends Error {
  override readonly name = 'ConcurrentChange';
}

/** The database does not answer, or ends the connection: nobody's fault but its own, and worth another try later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Whether what failed lies in the database and is over soon: no fault of the work that was under way. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof ConcurrentChange;

/** One tenant's records within one transaction. They see no other tenant. */
export interface TenantRecords {
  readonly tenantId: string;
  /** null: this installation answers nobody. */
  readonly answering: Answering | null;
  readonly answers: AnswerRecords;
  readonly audit: AuditLog;
  readonly counter: CounterRecords;
  readonly captures: CaptureRecords;
  readonly charts: ChartRecords;
  readonly codings: CodingRecords;
  readonly deliveries: DeliveryRecords;
  readonly deadlines: DeadlineRecords;
  readonly deputies: DeputyRecords;
  readonly desk: DeskRecords;
  readonly documentation: DocumentationRecords;
  readonly handOvers: HandOverRecords;
  readonly idempotency: IdempotencyRecords;
  readonly invoices: InvoiceRecords;
  readonly outbox: OutboxRecords;
  readonly mailboxes: MailboxRecords;
  readonly people: PeopleRecords;
  readonly queries: QueryRecords;
  readonly reminders: ReminderRecords;
  readonly retention: RetentionRecords;
  readonly routing: RoutingRecords;
  readonly secondFactors: SecondFactorRecords;
  readonly sessions: SessionRecords;
  readonly settings: SettingRecords;
  readonly subscriptions: SubscriptionRecords;
  readonly sorting: SortingRecords;
  readonly subjects: SubjectRecords;
  readonly suppliers: SupplierRecords;
  readonly town: TownRecords;
}

export interface AuditLog {
  /** Links the event to its subject's chain, within this transaction. `at` is the event's time. */
  append(entry: AuditEntry, at: Date): Promise<ChainLink>;
  /** The events of one subject in their order, at most `limit` beginning after event number `after`. */
  history(
    kind: AuditEntry['subject']['kind'],
    id: string,
    after: number,
    limit: number,
  ): Promise<readonly HistoryEvent[]>;
}

/** An event as history shows it: the hashed facts and, where it has not been disposed of, the payload. */
export interface HistoryEvent {
  readonly number: number;
  readonly event: string;
  readonly occurredAt: Date;
  readonly actor: { readonly kind: string; readonly id: string; readonly onBehalfOf?: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>> | null;
}
