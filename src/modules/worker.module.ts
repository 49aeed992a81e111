import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '../pipeline/ports/clock.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { Examiner } from '../pipeline/ports/examiner.js';
import { Ids } from '../pipeline/ports/ids.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import { ProcessInvoice } from '../pipeline/process-invoice.js';
import { SealAuditLog } from '../pipeline/seal-audit-log.js';
import { wakeTable } from '../worker/wake-table.js';
import { Worker, type WorkerWitness } from '../worker/worker.js';
import { madeOf } from './made-of.js';

/** The doors of jobs and timers, and the use cases behind them. */
@Module({})
export class WorkerModule {
  static of(concurrency: number, witness: WorkerWitness): DynamicModule {
    const worker = {
      provide: Worker,
      useFactory: (
        processInvoice: ProcessInvoice,
        sealAuditLog: SealAuditLog,
        queue: WakeQueue,
        lookup: Lookup,
        door: TenantDoor,
        clock: Clock,
      ) => {
        const table = wakeTable(processInvoice);
        return new Worker({ queue, lookup, door, clock, sealAuditLog, table, witness, concurrency });
      },
      inject: [ProcessInvoice, SealAuditLog, WakeQueue, Lookup, TenantDoor, Clock],
    };
    return {
      module: WorkerModule,
      providers: [
        madeOf(ProcessInvoice, TenantDoor, Lookup, DocumentStore, Examiner, Clock, Ids),
        madeOf(SealAuditLog, SealLedger, SealSigner, SealAnchor, Clock),
        worker,
      ],
      exports: [Worker],
    };
  }
}
