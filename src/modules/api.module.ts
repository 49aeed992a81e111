import { Module } from '@nestjs/common';
import { ApiKeysController } from '../api/administration/api-keys.controller.js';
import { PeopleController } from '../api/administration/people.controller.js';
import { TownController } from '../api/administration/town.controller.js';
import { ApiSettings } from '../api/api-settings.js';
import { DecisionsController } from '../api/decisions.controller.js';
import { DeliveriesController } from '../api/deliveries.controller.js';
import { HandOversController } from '../api/hand-overs.controller.js';
import { InvoicePartsController } from '../api/invoice-parts.controller.js';
import { InvoicesController } from '../api/invoices.controller.js';
import { RateLimits } from '../api/rate-limits.js';
import { SessionController } from '../api/session.controller.js';
import { TrackingController } from '../api/tracking.controller.js';
import { UploadRoom } from '../api/upload-room.js';
import { AcceptDelivery } from '../pipeline/accept-delivery.js';
import { AdministerPeople } from '../pipeline/administer-people.js';
import { AdministerTenant } from '../pipeline/administer-tenant.js';
import { AnswerHandOver } from '../pipeline/answer-hand-over.js';
import { ClaimHandOver } from '../pipeline/claim-hand-over.js';
import { DecideOnInvoice } from '../pipeline/decide-on-invoice.js';
import { Clock } from '../pipeline/ports/clock.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { Passwords } from '../pipeline/ports/passwords.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { ReadInvoices } from '../pipeline/read-invoices.js';
import { ReadTown } from '../pipeline/read-town.js';
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
    SessionController,
    InvoicesController,
    InvoicePartsController,
    DecisionsController,
    HandOversController,
    TownController,
    PeopleController,
    ApiKeysController,
  ],
  providers: [
    acceptDelivery,
    madeOf(TrackDelivery, Lookup, TenantDoor, Clock),
    madeOf(ReadInvoices, TenantDoor, DocumentStore, Clock),
    madeOf(ReadTown, TenantDoor, Clock),
    madeOf(DecideOnInvoice, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(ClaimHandOver, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(AnswerHandOver, TenantDoor, Clock, KeyedHash),
    madeOf(AdministerTenant, TenantDoor, Clock, Ids, KeyedHash),
    madeOf(AdministerPeople, TenantDoor, Passwords, Clock, Ids, KeyedHash),
    madeOf(RateLimits),
    madeOf(UploadRoom),
  ],
})
export class ApiModule {}
