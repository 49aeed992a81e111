import { strictOptions, type ExaminationOptions } from '../../domain/validation/examination-options.js';
import { Examiner, type ExaminerAnswer } from '../../pipeline/ports/examiner.js';
import { ReaderChild, type ReaderAnswer } from './reader-child.js';
import { readerLimits, type ReaderLimits } from './reader-limits.js';
import type { ReaderOrder } from './reader-messages.js';

export interface ReaderPoolOptions {
  /** Path of the compiled reader program (`reader.js`). */
  readonly entry: string;
  /** How many readers work at the same time. */
  readonly size: number;
  readonly limits?: Partial<ReaderLimits>;
  readonly examination?: ExaminationOptions;
}

interface Task {
  readonly order: ReaderOrder;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly day: string | null;
  readonly answer: (answer: PoolAnswer) => void;
}

/** What a reader has answered, or why none could be asked. */
export type PoolAnswer = ReaderAnswer | { readonly kind: 'unavailable'; readonly cause: string };

/**
 * Reads documents in child processes: each takes one document at a time, and what a document does to its reader is
 * answered for that document alone. Readers are started when there is work for them.
 */
export class ReaderPool extends Examiner {
  private readonly limits: ReaderLimits;
  private readonly waiting: Task[] = [];
  private readonly idle: ReaderChild[] = [];
  private readonly running = new Set<Promise<void>>();
  private closed = false;

  constructor(private readonly options: ReaderPoolOptions) {
    super();
    this.limits = { ...readerLimits, ...options.limits };
  }

  async examine(bytes: Uint8Array, fileName: string, day?: string): Promise<ExaminerAnswer> {
    const answer = await this.ask({ kind: 'examine' }, bytes, fileName, day);
    return answer.kind === 'opened' || answer.kind === 'takenApart' ? { kind: 'broke', cause: 'crash' } : answer;
  }

  /** Gives a document and an order to the next reader that is free. */
  ask(order: ReaderOrder, bytes: Uint8Array, fileName: string, day: string | null = null): Promise<PoolAnswer> {
    if (this.closed) return Promise.resolve(unavailable('The readers are being closed.'));
    if (this.waiting.length >= this.limits.waiting)
      return Promise.resolve(unavailable('Too many documents are waiting.'));
    return new Promise((answer) => {
      this.waiting.push({ order, bytes, fileName, day, answer });
      if (this.running.size < this.options.size) this.startWorking();
    });
  }

  /** Takes nothing more, lets the documents being read come to an end (each has its own limit of time), then stops. */
  async close(): Promise<void> {
    this.closed = true;
    for (const task of this.waiting.splice(0)) task.answer(unavailable('The readers are being closed.'));
    await Promise.all(this.running);
    await Promise.all(this.idle.splice(0).map((reader) => reader.stop(stopGraceMs)));
  }

  private startWorking(): void {
    const work = this.workOff().finally(() => {
      this.running.delete(work);
      // A document may have come between the last look at the queue and now.
      if (this.waiting.length > 0) this.startWorking();
    });
    this.running.add(work);
  }

  private async workOff(): Promise<void> {
    let reader = this.idle.pop() ?? null;
    for (let task = this.waiting.shift(); task; task = this.waiting.shift()) {
      try {
        reader = await this.readerFor(reader);
      } catch (error) {
        reader = null;
        task.answer(unavailable(error instanceof Error ? error.message : String(error)));
        continue;
      }
      const { order, bytes, fileName, day } = task;
      const options = { ...(this.options.examination ?? strictOptions), ...(day === null ? {} : { day }) };
      task.answer(await reader.answer({ order, bytes, fileName, options }));
    }
    if (reader) this.idle.push(reader);
  }

  private async readerFor(reader: ReaderChild | null): Promise<ReaderChild> {
    if (reader?.usable) return reader;
    await reader?.stop(stopGraceMs);
    return ReaderChild.start(this.options.entry, this.limits);
  }
}

/** A reader between two documents has nothing to finish. */
const stopGraceMs = 2000;

function unavailable(cause: string): Extract<PoolAnswer, { kind: 'unavailable' }> {
  return { kind: 'unavailable', cause };
}
