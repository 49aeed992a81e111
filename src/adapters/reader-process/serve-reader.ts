import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import type { FileExaminer } from './examine-file.js';
import type { FileOpener } from './open-file.js';
import { FrameAssembler } from './frames.js';
import { readerLimits } from './reader-limits.js';
import { decodeRequest, encodeMessage, type ReaderMessage } from './reader-messages.js';
import type { PartDismantler } from './take-apart.js';
import type { WatchdogOrders } from './watchdog-orders.js';

/** The file descriptor on which a reader answers; standard output stays free of it, whatever a library prints there. */
export const answerDescriptor = 3;

/**
 * The reader's side of the channel: takes one document after the other from standard input, answers each on its own
 * descriptor, and ends when the input does, that is when the parent has closed it or is gone.
 */
export async function serveReader(work: ReaderWork, orders: WatchdogOrders): Promise<void> {
  new Worker(new URL('./watchdog.js', import.meta.url), { workerData: orders }).unref();
  const output = new Socket({ fd: answerDescriptor, readable: false, writable: true });
  output.on('error', () => process.exit(1));
  const say = (message: ReaderMessage): void => {
    output.write(encodeMessage(message, readerLimits.answerBytes));
  };
  const frames = new FrameAssembler(readerLimits.requestBytes);
  say({ kind: 'ready' });
  for await (const piece of process.stdin) {
    for (const payload of frames.push(piece)) say(await answerTo(payload, work));
  }
  process.exit(0);
}

/** What a reader can do with a document. */
export interface ReaderWork {
  readonly examine: FileExaminer;
  readonly open: FileOpener;
  readonly takeApart: PartDismantler;
}

async function answerTo(payload: Buffer, { examine, open, takeApart }: ReaderWork): Promise<ReaderMessage> {
  try {
    const { order, bytes, fileName, options } = decodeRequest(payload);
    if (order.kind === 'takeApart') return { kind: 'takenApart', pieces: await takeApart(bytes, fileName, order) };
    if (order.kind !== 'examine') return { kind: 'opened', value: await open(bytes, fileName, order) };
    return { kind: 'examined', examination: await examine(bytes, fileName, options) };
  } catch (error) {
    return { kind: 'failed', cause: error instanceof RangeError ? 'memory' : 'crash' };
  }
}
