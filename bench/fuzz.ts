import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { mutated } from './fuzz/mutations.js';
import { readSeeds } from './fuzz/seeds.js';

const limits = { milliseconds: 2_000, memory: 512 * 2 ** 20, hungMilliseconds: 20_000 } as const;

const childMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), number: z.number() }),
  z.object({
    kind: z.literal('done'),
    number: z.number(),
    milliseconds: z.number(),
    problem: z.string().nullable(),
    memory: z.number(),
  }),
]);

/** What is known so far, of all children together. */
class Tally {
  inputs = 0;
  slowest = 0;
  memory = 0;
  readonly problems: string[] = [];
}

interface Wishes {
  readonly folder: string;
  readonly out: string;
  readonly seed: number;
  readonly inputs: number;
  readonly until: number;
  readonly jobs: number;
}

/**
 * `npm run bench -- fuzz [FOLDER] [--minutes N] [--inputs N] [--seed S] [--jobs N] [--out FOLDER]`: mutates invoices
 * and lets the function that the readers run have them, in child processes. Counted as found: whatever is thrown, a
 * step that breaks down, more than two seconds of processor time, more than 512 MB, a child that ends. Such inputs are written to a folder
 * under the number they are made from, and the exit code is 1.
 */
export async function run(words: readonly string[]): Promise<number> {
  const wishes = wishesOf(words);
  const tally = new Tally();
  await mkdir(wishes.out, { recursive: true });
  const began = Date.now();
  await Promise.all(Array.from({ length: wishes.jobs }, (_, child) => fuzzOn(wishes, tally, child)));
  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  console.log(
    `fuzz: seed ${String(wishes.seed)}, ${String(tally.inputs)} inputs in ${minutes} minutes, ` +
      `slowest ${tally.slowest.toFixed(0)} ms, most memory ${(tally.memory / 2 ** 20).toFixed(0)} MB, ` +
      `${String(tally.problems.length)} found${tally.problems.length > 0 ? ` (${wishes.out})` : ''}`,
  );
  return tally.problems.length === 0 ? 0 : 1;
}

function wishesOf(words: readonly string[]): Wishes {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      minutes: { type: 'string', default: '5' },
      inputs: { type: 'string', default: '2000000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      jobs: { type: 'string', default: String(availableParallelism()) },
      out: { type: 'string', default: join(tmpdir(), 'eingang-fuzz') },
    },
  });
  return {
    folder: positionals[0] ?? '',
    out: values.out,
    seed: Number(values.seed),
    inputs: Number(values.inputs),
    until: Date.now() + Number(values.minutes) * 60_000,
    jobs: Number(values.jobs),
  };
}

/** One child after the other: a child that ended or had to be ended is followed by one that goes on behind its input. */
async function fuzzOn(wishes: Wishes, tally: Tally, offset: number): Promise<void> {
  let next = wishes.seed + offset;
  while (Date.now() < wishes.until && tally.inputs < wishes.inputs) {
    const { last, cause } = await watchChild(wishes, tally, next);
    if (cause !== null) await note(wishes, tally, last, cause);
    next = last + wishes.jobs;
  }
}

interface ChildEnd {
  /** The input that it was at. */
  readonly last: number;
  /** Why it is to be noted; null where its time was over. */
  readonly cause: string | null;
}

function watchChild(wishes: Wishes, tally: Tally, first: number): Promise<ChildEnd> {
  const entry = fileURLToPath(new URL('./fuzz/fuzzed-child.js', import.meta.url));
  const child = fork(entry, [wishes.folder, String(first), String(wishes.jobs)], {
    execArgv: ['--max-old-space-size=512', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    let at = first;
    let cause: string | null = 'the child ended';
    let clock = setTimeout(() => undefined, 0);
    const stop = (why: string | null): void => {
      cause = why;
      child.kill('SIGKILL');
    };
    child.on('message', (raw) => {
      const message = childMessage.parse(raw);
      at = message.number;
      clearTimeout(clock);
      clock = setTimeout(() => stop('it hung'), limits.hungMilliseconds);
      if (message.kind === 'begun') return;
      takeResult(wishes, tally, message, child);
      if (Date.now() >= wishes.until || tally.inputs >= wishes.inputs) stop(null);
      else if (message.memory > limits.memory) stop(`memory ${(message.memory / 2 ** 20).toFixed(0)} MB`);
    });
    child.once('exit', () => {
      clearTimeout(clock);
      resolve({ last: at, cause });
    });
  });
}

function takeResult(
  wishes: Wishes,
  tally: Tally,
  { number, milliseconds, problem, memory }: Extract<z.infer<typeof childMessage>, { kind: 'done' }>,
  child: ChildProcess,
): void {
  tally.inputs += 1;
  tally.slowest = Math.max(tally.slowest, milliseconds);
  tally.memory = Math.max(tally.memory, memory);
  const found = problem ?? (milliseconds > limits.milliseconds ? `${milliseconds.toFixed(0)} ms` : null);
  if (found !== null && child.connected) void note(wishes, tally, number, found);
}

async function note(wishes: Wishes, tally: Tally, number: number, cause: string): Promise<void> {
  tally.problems.push(cause);
  console.log(`fuzz: input ${String(number)}: ${cause.split('\n').slice(0, 4).join(' | ')}`);
  const seeds = await readSeeds(wishes.folder === '' ? null : wishes.folder);
  const source = seeds[number % seeds.length];
  if (source) await writeFile(join(wishes.out, `input-${String(number)}`), mutated(source, number));
}
