import { Module, type DynamicModule, type InjectionToken, type Provider } from '@nestjs/common';
import { ApiSettings } from '../api/api-settings.js';
import { Metrics } from '../api/metrics.js';
import { BudgetChecks } from '../pipeline/ports/budget-checks.js';
import { Clock } from '../pipeline/ports/clock.js';
import { CommonPasswords } from '../pipeline/ports/common-passwords.js';
import { Dismantler } from '../pipeline/ports/dismantler.js';
import { DocumentOpener } from '../pipeline/ports/document-opener.js';
import { DocumentStore } from '../pipeline/ports/document-store.js';
import { CheckExaminer, Examiner } from '../pipeline/ports/examiner.js';
import { Installation } from '../pipeline/ports/installation.js';
import { Hosts } from '../pipeline/ports/hosts.js';
import { Ids } from '../pipeline/ports/ids.js';
import { KeyedHash } from '../pipeline/ports/keyed-hash.js';
import { Lookup } from '../pipeline/ports/lookup.js';
import { MailSender } from '../pipeline/ports/mail-sender.js';
import { MailHeaders, MailServers } from '../pipeline/ports/mailbox.js';
import { Passwords } from '../pipeline/ports/passwords.js';
import { SealAnchor, SealLedger, SealSigner } from '../pipeline/ports/seal-ledger.js';
import { Secrets } from '../pipeline/ports/secrets.js';
import { TenantDoor } from '../pipeline/ports/tenant-door.js';
import { TimeCodes } from '../pipeline/ports/time-codes.js';
import { TokenServers } from '../pipeline/ports/token-servers.js';
import { WakeQueue } from '../pipeline/ports/wake-queue.js';
import type { Ports } from './open-ports.js';

/** What the running service stands on, beside what commands need too. */
export interface ServicePorts extends Ports {
  readonly queue: WakeQueue;
  readonly examiner: Examiner;
  readonly checkExaminer: CheckExaminer;
  readonly opener: DocumentOpener;
  readonly dismantler: Dismantler;
  readonly settings: ApiSettings;
}

/** Binds the ports to the adapters that have been opened; they are closed by whoever opened them. */
@Module({})
export class PortsModule {
  static of(ports: ServicePorts): DynamicModule {
    return globally([
      ...tokens.map(([token, name]) => ({ provide: token, useValue: ports[name] })),
      { provide: Metrics, useFactory: () => new Metrics(ports.lookup, ports.clock) },
    ]);
  }

  /** The same tokens with nothing behind them, for looking at the controllers without an installation. */
  static unopened(): DynamicModule {
    return globally([...tokens.map(([token]) => token), Metrics].map((token) => ({ provide: token, useValue: null })));
  }
}

const tokens = [
  [TenantDoor, 'door'],
  [Lookup, 'lookup'],
  [DocumentStore, 'documents'],
  [SealLedger, 'ledger'],
  [SealSigner, 'signer'],
  [SealAnchor, 'anchor'],
  [Passwords, 'passwords'],
  [CommonPasswords, 'commonPasswords'],
  [KeyedHash, 'keyedHash'],
  [Secrets, 'secrets'],
  [TimeCodes, 'timeCodes'],
  [Hosts, 'hosts'],
  [BudgetChecks, 'budgetChecks'],
  [MailServers, 'mailServers'],
  [TokenServers, 'tokenServers'],
  [MailHeaders, 'mailHeaders'],
  [MailSender, 'mailSender'],
  [Clock, 'clock'],
  [Ids, 'ids'],
  [Installation, 'installation'],
  [WakeQueue, 'queue'],
  [Examiner, 'examiner'],
  [CheckExaminer, 'checkExaminer'],
  [DocumentOpener, 'opener'],
  [Dismantler, 'dismantler'],
  [ApiSettings, 'settings'],
] as const satisfies readonly (readonly [InjectionToken, keyof ServicePorts])[];

const globally = (providers: readonly (Provider & { readonly provide: InjectionToken })[]): DynamicModule => ({
  module: PortsModule,
  global: true,
  providers: [...providers],
  exports: providers.map(({ provide }) => provide),
});
