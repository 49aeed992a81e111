import { Module } from '@nestjs/common';
import { ApiKeysController } from '../api/administration/api-keys.controller.js';
import { MailboxesController } from '../api/administration/mailboxes.controller.js';
import { PeopleController } from '../api/administration/people.controller.js';
import { RightsController } from '../api/administration/rights.controller.js';
import { DryRunsController } from '../api/administration/dry-runs.controller.js';
import { RoutingRulesController } from '../api/administration/routing-rules.controller.js';
import { SettingProposalsController } from '../api/administration/setting-proposals.controller.js';
import { SettingsController } from '../api/administration/settings.controller.js';
import { TownController } from '../api/administration/town.controller.js';
import { ApiSettings } from '../api/api-settings.js';
import { CounterChecksController } from '../api/counter/counter-checks.controller.js';
import { CounterController } from '../api/counter/counter.controller.js';
import { CounterDeliveriesController } from '../api/counter/counter-deliveries.controller.js';
import { NotificationsController } from '../api/counter/notifications.controller.js';
import { ChartController } from '../api/coding/chart.controller.js';
import { CodingController } from '../api/coding/coding.controller.js';
import { PaymentController } from '../api/coding/payment.controller.js';
import { DecisionsController } from '../api/decisions.controller.js';
import { DeputiesController } from '../api/deputies.controller.js';
import { DeliveriesController } from '../api/deliveries.controller.js';
import { BulkDecisionsController } from '../api/bulk-decisions.controller.js';
import { ExceptionsController } from '../api/exceptions.controller.js';
import { HandOversController } from '../api/hand-overs.controller.js';
import { InvoicePartsController } from '../api/invoice-parts.controller.js';
import { InvoicesController } from '../api/invoices.controller.js';
import { RemindersController } from '../api/reminders.controller.js';
import { ChooseReminders } from '../pipeline/choose-reminders.js';
import { QueriesController } from '../api/counter/queries.controller.js';
import { InvoiceQueriesController } from '../api/invoice-queries.controller.js';
import { AnswerQuery } from '../pipeline/answer-query.js';
import { ReadQueries } from '../pipeline/read-queries.js';
import { LaterPapersController } from '../api/later-papers.controller.js';
import { RateLimits } from '../api/rate-limits.js';
import { OwnSessionsController } from '../api/own-sessions.controller.js';
import { SecondFactorController } from '../api/second-factor.controller.js';
import { SessionController } from '../api/session.controller.js';
import { DisposalsController } from '../api/retention/disposals.controller.js';
import { HoldsController } from '../api/retention/holds.controller.js';
import { DocumentationController } from '../api/documentation/documentation.controller.js';
import { SubjectAnswersController } from '../api/documentation/subject-answers.controller.js';
import { AnswerSubject } from '../pipeline/answer-subject.js';
import { IssueDocumentation } from '../pipeline/issue-documentation.js';
import { Installation } from '../pipeline/ports/installation.js';
import { SealSigner } from '../pipeline/ports/seal-ledger.js';
import { HoldInvoice } from '../pipeline/hold-invoice.js';
import { ProposeDisposal } from '../pipeline/propose-disposal.js';
import { RulesController } from '../api/rules.controller.js';
import { TermsController } from '../api/terms.controller.js';
import { TrackingController } from '../api/tracking.controller.js';
import { UploadRoom } from '../api/upload-room.js';
import { AcceptDelivery } from '../pipeline/accept-delivery.js';
import { AdministerAccess } from '../pipeline/administer-access.js';
import { AdministerDeputies } from '../pipeline/administer-deputies.js';
import { EnterAbsence } from '../pipeline/enter-absence.js';
import { ReadDeputies } from '../pipeline/read-deputies.js';
import { AdministerDepartments } from '../pipeline/administer-departments.js';
import { AdministerMailboxes } from '../pipeline/administer-mailboxes.js';
import { AdministerPeople } from '../pipeline/administer-people.js';
import { AdministerRoutingRules } from '../pipeline/administer-routing-rules.js';
import { AdministerTenant } from '../pipeline/administer-tenant.js';
import { AmendPayment } from '../pipeline/amend-payment.js';
import { AnswerHandOver } from '../pipeline/answer-hand-over.js';
import { DecideOnMany } from '../pipeline/decide-on-many.js';
import { ReadExceptions } from '../pipeline/read-exceptions.js';
import { SettleHandOver } from '../pipeline/settle-hand-over.js';
import { CheckBudget } from '../pipeline/check-budget.js';
import { CheckDocument } from '../pipeline/check-document.js';
import { ClaimHandOver } from '../pipeline/claim-hand-over.js';
import { CodeInvoice } from '../pipeline/code-invoice.js';
import { DeliverAtCounter } from '../pipeline/counter-delivery.js';
import { Counter } from '../pipeline/counter.js';
import { DeskChanges } from '../pipeline/desk-change.js';
import { ImportChart } from '../pipeline/import-chart.js';
import { BudgetChecks } from '../pipeline/ports/budget-checks.js';
import { DryRunInvoices } from '../pipeline/dry-run-invoices.js';
import { DecideOnInvoice } from '../pipeline/decide-on-invoice.js';
import { Notify } from '../pipeline/notify.js';
import { ChangePassword } from '../pipeline/change-password.js';
import { OwnSessions } from '../pipeline/own-sessions.js';
import { CommonPasswords } from '../pipeline/ports/common-passwords.js';
import { Clock } from '../pipeline/ports/clock.js';
import { DocumentOpener } from '../pipeline/ports/document-opener.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { CheckExaminer } from '../pipeline/ports/examiner.js';
import { Hosts } from '../pipeline/ports/hosts.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { Passwords } from '../pipeline/ports/passwords.js';
import { Secrets } from '../pipeline/ports/secrets.js';
import { TimeCodes } from '../pipeline/ports/time-codes.js';
import { SecondFactor } from '../pipeline/second-factor.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { ReadFiles } from '../pipeline/read-files.js';
import { ReadHistory } from '../pipeline/read-history.js';
import { ReadInvoices } from '../pipeline/read-invoices.js';
import { ReadLaterPapers } from '../pipeline/read-later-papers.js';
import { ReadRights } from '../pipeline/read-rights.js';
import { ReadTown } from '../pipeline/read-town.js';
import { TellDryRun } from '../pipeline/tell-dry-run.js';
import { SimulateRouting } from '../pipeline/simulate-routing.js';
import { ProposeSetting } from '../pipeline/propose-setting.js';
import { TenantSettings } from '../pipeline/tenant-settings.js';
import { TrackDelivery } from '../pipeline/track-delivery.js';
import { madeOf } from './made-of.js';
import { WatchModule } from './watch.module.js';

const acceptDelivery = {
  provide: AcceptDelivery,
  useFactory: (
    door: TenantDoor,
    documents: DocumentStore,
    queue: WakeQueue,
    clock: Clock,
    ids: Ids,
    keyedHash: KeyedHash,
    { limits }: ApiSettings,
  ) => new AcceptDelivery(door, documents, queue, clock, ids, keyedHash, limits),
  inject: [TenantDoor, DocumentStore, WakeQueue, Clock, Ids, KeyedHash, ApiSettings],
};

/** The doors of HTTP for people and machines, and the use cases behind them. */
@Module({
  imports: [WatchModule],
  controllers: [
    DeliveriesController,
    TrackingController,
    NotificationsController,
    CounterController,
    CounterDeliveriesController,
    CounterChecksController,
    SessionController,
    OwnSessionsController,
    SecondFactorController,
    InvoicesController,
    InvoicePartsController,
    LaterPapersController,
    InvoiceQueriesController,
    QueriesController,
    RulesController,
    TermsController,
    DecisionsController,
    CodingController,
    PaymentController,
    ChartController,
    BulkDecisionsController,
    ExceptionsController,
    HandOversController,
    TownController,
    RoutingRulesController,
    DryRunsController,
    MailboxesController,
    SettingsController,
    RemindersController,
    SettingProposalsController,
    HoldsController,
    DisposalsController,
    DocumentationController,
    SubjectAnswersController,
    DeputiesController,
    PeopleController,
    RightsController,
    ApiKeysController,
  ],
  providers: [
    acceptDelivery,
    madeOf(TrackDelivery, Lookup, TenantDoor, Clock, KeyedHash),
    madeOf(AnswerQuery, TenantDoor, AcceptDelivery, Clock, Ids, KeyedHash),
    madeOf(ReadQueries, ReadInvoices, DocumentStore, Clock),
    madeOf(Notify, Lookup, TenantDoor, WakeQueue, Clock, KeyedHash),
    madeOf(Counter, Lookup, TenantDoor),
    madeOf(DeliverAtCounter, AcceptDelivery, Ids, KeyedHash),
    madeOf(CheckDocument, CheckExaminer, Clock),
    madeOf(TenantSettings, TenantDoor, Clock),
    madeOf(ChooseReminders, TenantDoor, Clock),
    madeOf(ProposeSetting, TenantDoor, Clock, Ids, Secrets, KeyedHash),
    madeOf(ReadInvoices, TenantDoor, DocumentStore, Clock),
    madeOf(ReadFiles, ReadInvoices, DocumentStore, DocumentOpener),
    madeOf(ReadLaterPapers, ReadInvoices, DocumentStore),
    madeOf(ReadHistory, ReadInvoices, TenantDoor),
    madeOf(IssueDocumentation, TenantDoor, Clock, Ids, SealSigner, Installation),
    madeOf(AnswerSubject, TenantDoor, Clock, KeyedHash),
    madeOf(ReadRights, TenantDoor, Clock),
    madeOf(ReadTown, TenantDoor, Clock),
    madeOf(DecideOnInvoice, TenantDoor, Clock, Ids, KeyedHash, WakeQueue),
    madeOf(DeskChanges, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(CodeInvoice, DeskChanges),
    madeOf(AmendPayment, DeskChanges),
    madeOf(CheckBudget, TenantDoor, DeskChanges, BudgetChecks, Clock, Secrets),
    madeOf(ImportChart, TenantDoor, Clock),
    madeOf(ClaimHandOver, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(AnswerHandOver, TenantDoor, Clock, KeyedHash),
    madeOf(SettleHandOver, TenantDoor, Clock, KeyedHash),
    madeOf(ReadExceptions, TenantDoor, Clock),
    madeOf(HoldInvoice, TenantDoor, Clock, Ids),
    madeOf(ProposeDisposal, TenantDoor, Clock, Ids),
    madeOf(DecideOnMany, DecideOnInvoice),
    madeOf(AdministerTenant, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(AdministerMailboxes, TenantDoor, WakeQueue, Secrets, Clock, Ids, KeyedHash, Hosts),
    madeOf(AdministerDepartments, TenantDoor, Clock),
    madeOf(AdministerRoutingRules, TenantDoor, Clock, Ids),
    madeOf(SimulateRouting, TenantDoor, Clock),
    madeOf(DryRunInvoices, TenantDoor, DocumentStore, CheckExaminer),
    madeOf(TellDryRun, TenantDoor, DryRunInvoices, Clock),
    madeOf(AdministerDeputies, TenantDoor, Clock, Ids),
    madeOf(EnterAbsence, TenantDoor, Clock, Ids),
    madeOf(ReadDeputies, TenantDoor, Clock),
    madeOf(AdministerAccess, TenantDoor, Passwords, Clock, KeyedHash),
    madeOf(AdministerPeople, TenantDoor, Passwords, Clock, Ids, KeyedHash),
    madeOf(OwnSessions, TenantDoor, Clock),
    madeOf(SecondFactor, TenantDoor, TimeCodes, Secrets, KeyedHash, Clock, Ids),
    madeOf(ChangePassword, TenantDoor, Passwords, CommonPasswords, Clock),
    madeOf(RateLimits),
    madeOf(UploadRoom),
  ],
})
export class ApiModule {}
