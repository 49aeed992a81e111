import { spawn, type ChildProcess } from 'node:child_process';
import { Readable, type Writable } from 'node:stream';
import type { ExaminerAnswer } from '../../pipeline/ports/examiner.js';
import { FrameAssembler } from './frames.js';
import type { ReaderLimits } from './reader-limits.js';
import { decodeMessage, encodeRequest, type ReaderMessage, type ReaderRequest } from './reader-messages.js';
import { readerArguments } from './reader-orders.js';
import { residentMemoryOf } from './resident-memory.js';
import { watchdogSignal } from './watchdog-orders.js';

type BrokenBy = Extract<ExaminerAnswer, { kind: 'broke' }>['cause'];

/** What came of an order; `broke`: the document itself broke the reader. */
export type ReaderAnswer =
  | Extract<ReaderMessage, { kind: 'examined' | 'opened' | 'takenApart' }>
  | { readonly kind: 'broke'; readonly cause: BrokenBy };

/** What a reader says, or that it is not there any more. */
type Heard = ReaderMessage | { readonly kind: 'gone' };

/** How often a working reader's memory is looked at: at 1 GB/s it can overshoot by some 25 MB. */
const watchEveryMs = 25;

/**
 * One reader process as its parent sees it: takes one document at a time, is killed when that document takes more
 * memory or time than it may, and is of no use afterwards.
 */
export class ReaderChild {
  private documents = 0;
  private gone = false;
  private killedFor: BrokenBy | null = null;
  private settle: ((answer: Heard) => void) | null = null;
  private readonly ended: Promise<void>;
  private readonly frames: FrameAssembler;

  private constructor(
    private readonly process: ChildProcess,
    private readonly input: Writable,
    private readonly limits: ReaderLimits,
    output: Readable,
  ) {
    this.ended = new Promise((resolve) => {
      process.once('close', () => resolve());
      process.on('error', () => resolve());
    });
    void this.ended.then(() => this.onGone());
    this.frames = new FrameAssembler(limits.answerBytes);
    output.on('data', (piece: Buffer) => this.onOutput(piece));
    output.on('error', () => this.kill('crash'));
    input.on('error', () => this.kill('crash'));
  }

  /** @throws Error with the reason where the process does not start or does not say in time that it is ready. */
  static async start(entry: string, limits: ReaderLimits): Promise<ReaderChild> {
    const started = spawn(process.execPath, readerArguments(entry, limits.memoryBytes), {
      env: {},
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    const { stdin: input, stderr: errors } = started;
    const output = started.stdio[3];
    if (!input || !errors || !(output instanceof Readable)) throw new Error('A reader was started without channels.');
    const complaint = collectStart(errors);
    const child = new ReaderChild(started, input, limits, output);
    const timer = setTimeout(() => child.kill('time'), limits.startMs);
    const first = await child.nextMessage();
    clearTimeout(timer);
    if (first.kind === 'ready') return child;
    child.kill('crash');
    throw new Error(`A reader process could not be started from ${entry}. ${complaint()}`.trim());
  }

  /** Whether it can take another document. */
  get usable(): boolean {
    return !this.gone && this.killedFor === null && this.documents < this.limits.documents;
  }

  /** Judges a document or opens it, as the order says. */
  async answer(request: ReaderRequest): Promise<ReaderAnswer> {
    this.documents += 1;
    const clock = setTimeout(() => this.kill('time'), this.limits.timeMs);
    const watch = setInterval(() => this.watchMemory(), watchEveryMs);
    const { piecesBytes, answerBytes } = this.limits;
    this.frames.limit = request.order.kind === 'takeApart' ? piecesBytes : answerBytes;
    const answer = this.nextMessage();
    this.input.write(encodeRequest(request));
    const message = await answer;
    clearTimeout(clock);
    clearInterval(watch);
    return this.answerFrom(message);
  }

  /** Lets it end by itself, and kills it if it has not within the time given. */
  async stop(graceMs: number): Promise<void> {
    this.input.end();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), graceMs);
    await this.ended;
    clearTimeout(timer);
  }

  private answerFrom(message: Heard): ReaderAnswer {
    if (message.kind === 'examined' || message.kind === 'opened' || message.kind === 'takenApart') {
      // What one document has left behind is no reason to refuse the next one: such a reader is replaced.
      if ((residentMemoryOf(this.process.pid ?? 0) ?? 0) > this.limits.memoryBytes / 2) this.documents = Infinity;
      return message;
    }
    const cause = message.kind === 'failed' ? message.cause : (this.killedFor ?? causeOf(this.process));
    this.kill(cause);
    return { kind: 'broke', cause };
  }

  private watchMemory(): void {
    const resident = residentMemoryOf(this.process.pid ?? 0);
    if (resident !== null && resident > this.limits.memoryBytes) this.kill('memory');
  }

  private kill(reason: BrokenBy): void {
    this.killedFor ??= reason;
    this.process.kill('SIGKILL');
  }

  private nextMessage(): Promise<Heard> {
    return new Promise((resolve) => {
      this.settle = resolve;
      if (this.gone) resolve({ kind: 'gone' });
    });
  }

  private onOutput(piece: Buffer): void {
    try {
      for (const payload of this.frames.push(piece)) this.deliver(decodeMessage(payload));
    } catch {
      this.kill('crash');
    }
  }

  private onGone(): void {
    this.gone = true;
    this.deliver({ kind: 'gone' });
  }

  private deliver(message: Heard): void {
    this.settle?.(message);
    this.settle = null;
  }
}

/** V8 aborts when its heap is full; the watchdog uses a signal of its own; everything else is a crash. */
function causeOf(process: ChildProcess): BrokenBy {
  return process.signalCode === 'SIGABRT' || process.signalCode === watchdogSignal ? 'memory' : 'crash';
}

const complaintBytes = 4000;

/** Keeps the beginning of standard error and finds the error in it, to say why a start failed; the rest is dropped. */
function collectStart(stream: Readable): () => string {
  let text = '';
  stream.on('data', (piece: Buffer) => {
    if (text.length < complaintBytes) text += piece.toString('utf8', 0, complaintBytes);
  });
  return () => /^\w*Error\b.*$/m.exec(text)?.[0] ?? '';
}
