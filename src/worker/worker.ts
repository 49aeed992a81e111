import { sealLimits } from '../domain/audit/seal.js';
import { deadlineLimits, work } from '../pipeline/limits.js';
import type { CarryOutDisposal } from '../pipeline/carry-out-disposal.js';
import { retentionLimits } from '../pipeline/retention-limits.js';
import type { Clock } from '../pipeline/ports/clock.js';
import type { Lookup } from '../pipeline/ports/lookup.js';
import type { TenantDoor } from '../pipeline/ports/tenant-door.js';
import type { Wake, WakeHandler, WakeQueue, WorkKind } from '../pipeline/ports/wake-queue.js';
import { RemindStaff } from '../pipeline/remind-staff.js';
import { reminderLimits } from '../pipeline/reminder-limits.js';
import { RefreshDeadlines } from '../pipeline/refresh-deadlines.js';
import type { SealAuditLog } from '../pipeline/seal-audit-log.js';
import type { SendAnswers } from '../pipeline/send-answers.js';
import { Sweep } from '../pipeline/sweep.js';
import { Lane, type LaneWidth } from './lane.js';
import type { MailboxWatch } from './mailbox-watch.js';
import { Repetition } from './repetition.js';

/** Pauses between the rounds of the worker's timers: a seal may fail a few times before it is late. */
const pauses = { sealMs: sealLimits.maxAgeMs / 5, forgetMs: 24 * 60 * 60 * 1000, forgetFirstMs: 60 * 1000 } as const;

/** Wakes taken from the queue at the same time: each only stands in its lane. */
const wakesAtOnce = 10;

/** Who is told what the worker does: the log and the numbers. Errors are told by kind and place, without content. */
export interface WorkerWitness {
  handled(kind: WorkKind, outcome: 'done' | 'failed'): void;
  sealed(seals: number): void;
  failed(what: string, error: unknown, wake?: Wake): void;
}

export interface WorkerParts {
  readonly queue: WakeQueue;
  readonly lookup: Lookup;
  readonly door: TenantDoor;
  readonly clock: Clock;
  readonly sealAuditLog: SealAuditLog;
  readonly table: Readonly<Record<WorkKind, WakeHandler>>;
  readonly mailboxWatch: MailboxWatch;
  readonly sendAnswers: Pick<SendAnswers, 'stop'>;
  readonly disposal: Pick<CarryOutDisposal, 'round' | 'stop'>;
  readonly witness: WorkerWitness;
  readonly lanes: Readonly<Record<WorkKind, LaneWidth>>;
}

/** Works off wakes, sweeps for what the queue has lost, seals the audit log, forgets old keys and sessions. */
export class Worker {
  private readonly lanes: Readonly<Record<WorkKind, Lane>>;
  private readonly sweep: Sweep;
  private readonly deadlines: RefreshDeadlines;
  private readonly reminders: RemindStaff;
  private repetitions: readonly Repetition[] = [];
  private stopping = false;

  constructor(private readonly parts: WorkerParts) {
    const lane = (kind: WorkKind): Lane => new Lane(parts.lanes[kind], (wake) => this.handle(wake));
    const [invoice, delivery, outbox, mailbox] = [lane('invoice'), lane('delivery'), lane('outbox'), lane('mailbox')];
    this.lanes = { invoice, delivery, outbox, mailbox };
    this.deadlines = new RefreshDeadlines(parts.lookup, parts.door, parts.clock);
    this.reminders = new RemindStaff(parts.lookup, parts.door, parts.clock);
    this.sweep = new Sweep(parts.lookup, parts.door, parts.clock, (wake) => this.begin(wake));
  }

  async start(): Promise<void> {
    await this.parts.queue.listen((wake) => Promise.resolve(this.begin(wake)), wakesAtOnce);
    this.repetitions = [
      // At once: whoever ran before may have been killed in the middle of work.
      this.repeat('sweep', () => this.sweep.round(), work.sweepMs, 0),
      this.repeat('seal', () => this.seal(), pauses.sealMs),
      this.repeat('seal many', () => this.sealIfMany(), work.sweepMs),
      this.repeat('deadlines', () => this.deadlines.round(), deadlineLimits.pauseMs, 0),
      this.repeat('disposal', () => this.parts.disposal.round(), retentionLimits.pauseMs, 0),
      this.repeat('reminders', () => this.reminders.round(), reminderLimits.pauseMs, 0),
      // Soon after the start too: a service that is restarted every night would never forget otherwise.
      this.repeat('forget', () => this.sweep.forget(), pauses.forgetMs, pauses.forgetFirstMs),
    ];
  }

  /** Begins nothing new, gives mailboxes back, breaks off what mail servers keep waiting and rounds of reminders, waits for what the timers run, and seals what is still unsealed. The queue is closed by its owner. */
  async stop(): Promise<void> {
    this.stopping = true;
    const { mailboxWatch, sendAnswers } = this.parts;
    sendAnswers.stop();
    this.reminders.stop();
    this.parts.disposal.stop();
    await Promise.all([mailboxWatch.stop(), ...this.repetitions.map((repetition) => repetition.stop())]);
    await Promise.all(Object.values(this.lanes).map((lane) => lane.stop()));
  }

  /** To be called once nothing runs any more. */
  async sealLast(): Promise<void> {
    await this.seal().catch((error: unknown) => this.parts.witness.failed('seal', error));
  }

  /** Lets a wake stand in its lane: no wake of the queue is held up by what others wait for. */
  private begin(wake: Wake): void {
    this.lanes[wake.kind].bring(wake);
  }

  /** Never throws: a row that failed stays due. After the order to stop, wakes are let pass for the same reason. */
  private async handle(wake: Wake): Promise<void> {
    if (this.stopping) return;
    const { table, witness } = this.parts;
    try {
      await table[wake.kind](wake);
      witness.handled(wake.kind, 'done');
    } catch (error) {
      witness.handled(wake.kind, 'failed');
      witness.failed('wake', error, wake);
    }
  }

  private async seal(): Promise<void> {
    this.tell(await this.parts.sealAuditLog.seal());
  }

  private async sealIfMany(): Promise<void> {
    this.tell(await this.parts.sealAuditLog.sealIfMany());
  }

  private tell(seals: number): void {
    if (seals > 0) this.parts.witness.sealed(seals);
  }

  private repeat(what: string, round: () => Promise<unknown>, pauseMs: number, firstPauseMs = pauseMs): Repetition {
    return new Repetition(round, pauseMs, (error) => this.parts.witness.failed(what, error)).start(firstPauseMs);
  }
}
