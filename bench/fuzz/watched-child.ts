import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { fuzzLimits } from './limits.js';

/** What a child has done since its last message; `number` is the input it was at. */
const childMessage = z.object({
  number: z.number(),
  inputs: z.number(),
  slowest: z.number(),
  memory: z.number(),
  problem: z.string().nullable(),
});

export type ChildMessage = z.infer<typeof childMessage>;

export interface ChildEnd {
  /** The input that it was at. */
  readonly last: number;
  /** Why it is to be noted; null where the run was over. */
  readonly cause: string | null;
}

export interface ChildWishes {
  readonly folder: string;
  /** The file in which the child writes which input it is at. */
  readonly place: string;
  readonly first: number;
  readonly step: number;
  /** Whether the run is over; asked at each message. */
  readonly over: () => boolean;
  readonly take: (message: ChildMessage) => void;
}

/** Lets a child work until it ends, hangs, takes too much memory, or the run is over. */
export function watchChild({ folder, place, first, step, over, take }: ChildWishes): Promise<ChildEnd> {
  const entry = fileURLToPath(new URL('./fuzzed-child.js', import.meta.url));
  const child = fork(entry, [folder, place, String(first), String(step)], {
    execArgv: ['--max-old-space-size=512', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    let cause: string | null = 'the child ended';
    const stop = (why: string | null): void => {
      cause = why;
      child.kill('SIGKILL');
    };
    const watch = (): NodeJS.Timeout => setTimeout(() => stop('it hung'), fuzzLimits.hungMilliseconds);
    let clock = watch();
    child.on('message', (raw) => {
      const message = childMessage.parse(raw);
      clearTimeout(clock);
      clock = watch();
      take(message);
      if (over()) stop(null);
      else if (message.memory > fuzzLimits.memory) stop(`memory ${(message.memory / 2 ** 20).toFixed(0)} MB`);
    });
    child.once('exit', () => {
      clearTimeout(clock);
      resolve({ last: Number(readFileSync(place, 'utf8').trim() || first), cause });
    });
  });
}
