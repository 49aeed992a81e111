import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Answering } from '../../src/pipeline/ports/answer-records.js';
import { Clock } from '../../src/pipeline/ports/clock.js';
import { Examiner, type ExaminerAnswer } from '../../src/pipeline/ports/examiner.js';
import {
  Dismantler,
  type DismantlerAnswer,
  type Dismantling,
  type WholePart,
} from '../../src/pipeline/ports/dismantler.js';
import type { PartDismantler } from '../../src/adapters/reader-process/take-apart.js';
import { Ids } from '../../src/pipeline/ports/ids.js';
import { KeyedHash } from '../../src/pipeline/ports/keyed-hash.js';
import { Passwords } from '../../src/pipeline/ports/passwords.js';
import { SealAnchor } from '../../src/pipeline/ports/seal-ledger.js';
import { WakeQueue, type Wake } from '../../src/pipeline/ports/wake-queue.js';
import type { Seal } from '../../src/domain/audit/seal.js';

/** A clock that stands until it is set or moved. */
export class StandingClock extends Clock {
  private time = new Date('2026-11-23T09:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  move(ms: number): void {
    this.time = new Date(this.time.getTime() + ms);
  }
}

/** Ids in the order of their making, as version 7 has them; also where many are made within one millisecond. */
export class CountingIds extends Ids {
  private last = 0;

  next(): string {
    this.last = Math.max(this.last + 1, Date.now() * 1000);
    const inOrder = this.last.toString(16).padStart(14, '0').slice(-12);
    return `${inOrder.slice(0, 8)}-${inOrder.slice(8)}-7${randomUUID().slice(15)}`;
  }

  secret(): string {
    return randomBytes(32).toString('base64url');
  }
}

/** The installation's way out, in the test's hand; closed until it is set. */
export class TestAnswering implements Answering {
  outgoing: Answering['outgoing'] = null;
  authservIds: readonly string[] = [];

  constructor(
    readonly ids: Ids,
    readonly keyedHash: KeyedHash,
  ) {}
}

export class PlainKeyedHash extends KeyedHash {
  hex(purpose: string, text: string): string {
    return createHmac('sha256', 'test').update(`${purpose} ${text}`).digest('hex');
  }

  token(purpose: string, text: string): string {
    return createHmac('sha256', 'test').update(`${purpose} ${text}`).digest('base64url');
  }
}

/** Quick, because these tests are not about passwords. */
export class QuickPasswords extends Passwords {
  hash(password: string): Promise<string> {
    return Promise.resolve(createHmac('sha256', 'quick').update(password).digest('hex'));
  }

  async verify(hash: string | null, password: string): Promise<boolean> {
    return hash === (await this.hash(password));
  }
}

/** Keeps what was woken; nobody listens. */
export class ListedWakes extends WakeQueue {
  readonly wakes: Wake[] = [];

  wake(wake: Wake): Promise<void> {
    this.wakes.push(wake);
    return Promise.resolve();
  }

  listen(): Promise<void> {
    return Promise.resolve();
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Answers with what the test says, or lets the real reader answer. */
export class GuidedExaminer extends Examiner {
  readonly next: ExaminerAnswer[] = [];
  /** The days whose rule books were asked for, call by call. */
  readonly days: (string | undefined)[] = [];

  constructor(
    private readonly otherwise: (bytes: Uint8Array, fileName: string, day?: string) => Promise<ExaminerAnswer>,
  ) {
    super();
  }

  examine(bytes: Uint8Array, fileName: string, day?: string): Promise<ExaminerAnswer> {
    this.days.push(day);
    const guided = this.next.shift();
    return guided ? Promise.resolve(guided) : this.otherwise(bytes, fileName, day);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Answers with what the test says, or takes apart in this process. */
export class GuidedDismantler extends Dismantler {
  readonly next: DismantlerAnswer[] = [];
  /** Whether PDFs were looked into, call by call. */
  readonly thorough: boolean[] = [];

  constructor(private readonly takePartApart: PartDismantler) {
    super();
  }

  async takeApart({ bytes, fileName, mediaType }: WholePart, how: Dismantling): Promise<DismantlerAnswer> {
    this.thorough.push(how.thorough);
    const guided = this.next.shift();
    if (guided) return guided;
    const pieces = await this.takePartApart(bytes, fileName, { kind: 'takeApart', mediaType, ...how });
    return { kind: 'takenApart', pieces };
  }
}

export class ListedSeals extends SealAnchor {
  readonly lines: Seal[] = [];

  append(seal: Seal): Promise<void> {
    this.lines.push(seal);
    return Promise.resolve();
  }

  seals(): Promise<readonly Seal[]> {
    return Promise.resolve([...this.lines]);
  }
}
