import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { requestLog } from '../api/request-log.js';
import type { Role } from '../config.js';
import type { WorkerParts, WorkerWitness } from '../worker/worker.js';
import { ApiModule } from './api.module.js';
import { PortsModule, type ServicePorts } from './ports.module.js';
import { WatchModule } from './watch.module.js';
import { WorkerModule } from './worker.module.js';

export interface ServiceParts {
  readonly role: Role;
  readonly ports: ServicePorts;
  readonly log: Logger;
  readonly witness: WorkerWitness;
  /** How many wakes are handled at the same time. */
  readonly lanes: WorkerParts['lanes'];
}

/** The service in one of its roles. */
@Module({})
export class ServiceModule {
  static of({ role, ports, log, witness, lanes }: ServiceParts): DynamicModule {
    return {
      module: ServiceModule,
      imports: [
        LoggerModule.forRoot(requestLog(log)),
        PortsModule.of(ports),
        WatchModule,
        ...(role === 'worker' ? [] : [ApiModule]),
        ...(role === 'api' ? [] : [WorkerModule.of(lanes, witness)]),
      ],
    };
  }
}
