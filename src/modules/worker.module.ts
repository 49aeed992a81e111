import { Module, type DynamicModule } from '@nestjs/common';
import { ApiSettings } from '../api/api-settings.js';
import { PollMailbox } from '../pipeline/poll-mailbox.js';
import { Clock } from '../pipeline/ports/clock.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { Examiner } from '../pipeline/ports/examiner.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { MailHeaders, MailServers } from '../pipeline/ports/mailbox.js';
import { SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import { Secrets } from '../pipeline/ports/secrets.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { ProcessInvoice } from '../pipeline/process-invoice.js';
import { SealAuditLog } from '../pipeline/seal-audit-log.js';
import { TakeMailIn } from '../pipeline/take-mail-in.js';
import { MailboxWatch } from '../worker/mailbox-watch.js';
import { wakeTable } from '../worker/wake-table.js';
import { Worker, type WorkerWitness } from '../worker/worker.js';
import { madeOf } from './made-of.js';

const pollMailbox = {
  provide: PollMailbox,
  useFactory: (
    door: TenantDoor,
    servers: MailServers,
    secrets: Secrets,
    clock: Clock,
    takeMailIn: TakeMailIn,
    { limits }: ApiSettings,
  ) => new PollMailbox(door, servers, secrets, clock, takeMailIn, limits),
  inject: [TenantDoor, MailServers, Secrets, Clock, TakeMailIn, ApiSettings],
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
  static of(concurrency: number, witness: WorkerWitness): DynamicModule {
    const worker = {
      provide: Worker,
      useFactory: (
        processInvoice: ProcessInvoice,
        mailboxWatch: MailboxWatch,
        sealAuditLog: SealAuditLog,
        queue: WakeQueue,
        lookup: Lookup,
        door: TenantDoor,
        clock: Clock,
      ) => {
        const table = wakeTable({ processInvoice, mailboxWatch });
        return new Worker({ queue, lookup, door, clock, sealAuditLog, table, mailboxWatch, witness, concurrency });
      },
      inject: [ProcessInvoice, MailboxWatch, SealAuditLog, WakeQueue, Lookup, TenantDoor, Clock],
    };
    return {
      module: WorkerModule,
      providers: [
        madeOf(ProcessInvoice, TenantDoor, Lookup, DocumentStore, Examiner, Clock, Ids),
        madeOf(SealAuditLog, SealLedger, SealSigner, SealAnchor, Clock),
        madeOf(TakeMailIn, TenantDoor, DocumentStore, MailHeaders, WakeQueue, Clock, Ids, KeyedHash),
        pollMailbox,
        mailboxWatchOf(witness),
        worker,
      ],
      exports: [Worker],
    };
  }
}
