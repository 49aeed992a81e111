import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { ApiSettings } from '../api/api-settings.js';
import { Metrics } from '../api/metrics.js';
import { Clock } from '../pipeline/ports/clock.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { Examiner } from '../pipeline/ports/examiner.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { Passwords } from '../pipeline/ports/passwords.js';
import { SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import type { Ports } from './open-ports.js';

/** What the running service stands on, beside what commands need too. */
export interface ServicePorts extends Ports {
  readonly queue: WakeQueue;
  readonly examiner: Examiner;
  readonly settings: ApiSettings;
}

/** Binds the ports to the adapters that have been opened; they are closed by whoever opened them. */
@Module({})
export class PortsModule {
  static of(ports: ServicePorts): DynamicModule {
    const providers: Provider[] = [
      { provide: TenantDoor, useValue: ports.door },
      { provide: Lookup, useValue: ports.lookup },
      { provide: DocumentStore, useValue: ports.documents },
      { provide: SealLedger, useValue: ports.ledger },
      { provide: SealSigner, useValue: ports.signer },
      { provide: SealAnchor, useValue: ports.anchor },
      { provide: Passwords, useValue: ports.passwords },
      { provide: KeyedHash, useValue: ports.keyedHash },
      { provide: Clock, useValue: ports.clock },
      { provide: Ids, useValue: ports.ids },
      { provide: WakeQueue, useValue: ports.queue },
      { provide: Examiner, useValue: ports.examiner },
      { provide: ApiSettings, useValue: ports.settings },
      { provide: Metrics, useFactory: () => new Metrics(ports.lookup, ports.clock) },
    ];
    return {
      module: PortsModule,
      global: true,
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
