import { Module, type DynamicModule } from '@nestjs/common';
import { ApiSettings } from '../api/api-settings.js';
import { CarryOutDisposal } from '../pipeline/carry-out-disposal.js';
import { MailboxAccess } from '../pipeline/mailbox-access.js';
import { PollMailbox } from '../pipeline/poll-mailbox.js';
import { Clock } from '../pipeline/ports/clock.js';
import { Dismantler } from '../pipeline/ports/dismantler.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { Examiner } from '../pipeline/ports/examiner.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { MailSender } from '../pipeline/ports/mail-sender.js';
import { MailHeaders, MailServers } from '../pipeline/ports/mailbox.js';
import { SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import { Secrets } from '../pipeline/ports/secrets.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { TokenServers } from '../pipeline/ports/token-servers.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { ProcessInvoice } from '../pipeline/process-invoice.js';
import { SealAuditLog } from '../pipeline/seal-audit-log.js';
import { SendAnswers } from '../pipeline/send-answers.js';
import { SortDelivery } from '../pipeline/sort-delivery.js';
import { TakeMailIn } from '../pipeline/take-mail-in.js';
import { MailboxWatch } from '../worker/mailbox-watch.js';
import { wakeTable } from '../worker/wake-table.js';
import { Worker, type WorkerParts, type WorkerWitness } from '../worker/worker.js';
import { madeOf } from './made-of.js';

const pollMailbox = {
  provide: PollMailbox,
  useFactory: (
    door: TenantDoor,
    servers: MailServers,
    access: MailboxAccess,
    clock: Clock,
    takeMailIn: TakeMailIn,
    { limits }: ApiSettings,
  ) => new PollMailbox(door, servers, access, clock, takeMailIn, limits),
  inject: [TenantDoor, MailServers, MailboxAccess, Clock, TakeMailIn, ApiSettings],
};

const sendAnswers = {
  provide: SendAnswers,
  useFactory: (
    door: TenantDoor,
    sender: MailSender,
    secrets: Secrets,
    access: MailboxAccess,
    clock: Clock,
    settings: ApiSettings,
  ) => new SendAnswers(door, sender, secrets, access, clock, () => settings.publicUrl),
  inject: [TenantDoor, MailSender, Secrets, MailboxAccess, Clock, ApiSettings],
};

const mailboxWatchOf = (witness: WorkerWitness) => ({
  provide: MailboxWatch,
  useFactory: (poll: PollMailbox) =>
    new MailboxWatch(poll, (error, wake) => witness.failed('watch a mailbox', error, wake)),
  inject: [PollMailbox],
});

/** The doors of jobs and timers, and the use cases behind them. */
@Module({})
export class WorkerModule {
  static of(lanes: WorkerParts['lanes'], witness: WorkerWitness): DynamicModule {
    const worker = {
      provide: Worker,
      useFactory: (
        processInvoice: ProcessInvoice,
        sortDelivery: SortDelivery,
        mailboxWatch: MailboxWatch,
        sendAnswers: SendAnswers,
        sealAuditLog: SealAuditLog,
        queue: WakeQueue,
        lookup: Lookup,
        door: TenantDoor,
        clock: Clock,
        disposal: CarryOutDisposal,
      ) => {
        const table = wakeTable({ processInvoice, sortDelivery, mailboxWatch, sendAnswers });
        return new Worker({
          queue,
          lookup,
          door,
          clock,
          sealAuditLog,
          table,
          mailboxWatch,
          sendAnswers,
          disposal,
          witness,
          lanes,
        });
      },
      inject: [
        ProcessInvoice,
        SortDelivery,
        MailboxWatch,
        SendAnswers,
        SealAuditLog,
        WakeQueue,
        Lookup,
        TenantDoor,
        Clock,
        CarryOutDisposal,
      ],
    };
    return {
      module: WorkerModule,
      providers: [
        madeOf(ProcessInvoice, TenantDoor, DocumentStore, Examiner, Clock, Ids),
        madeOf(SortDelivery, TenantDoor, DocumentStore, Dismantler, WakeQueue, Clock, Ids),
        madeOf(CarryOutDisposal, Lookup, TenantDoor, DocumentStore, Clock),
        madeOf(SealAuditLog, SealLedger, SealSigner, SealAnchor, Clock),
        madeOf(TakeMailIn, TenantDoor, DocumentStore, MailHeaders, WakeQueue, Clock, Ids, KeyedHash),
        madeOf(MailboxAccess, TenantDoor, TokenServers, Secrets, Clock),
        pollMailbox,
        mailboxWatchOf(witness),
        sendAnswers,
        worker,
      ],
      exports: [Worker],
    };
  }
}
