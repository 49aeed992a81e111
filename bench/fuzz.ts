import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzLimits } from './fuzz/limits.js';
import { mutated } from './fuzz/mutations.js';
import { readSeeds, seedFor } from './fuzz/seeds.js';
import { watchChild } from './fuzz/watched-child.js';

/** What is known so far, of all children together. */
class Tally {
  readonly began = Date.now();
  inputs = 0;
  slowest = 0;
  memory = 0;
  readonly problems: string[] = [];
  /** By child, the input that comes next. */
  readonly next: number[] = [];
  stopped = false;

  line(seed: number): string {
    const minutes = ((Date.now() - this.began) / 60_000).toFixed(1);
    return (
      `fuzz: seed ${String(seed)}, ${String(this.inputs)} inputs in ${minutes} minutes, ` +
      `slowest ${this.slowest.toFixed(0)} ms, most memory ${(this.memory / 2 ** 20).toFixed(0)} MB, ` +
      `${String(this.problems.length)} found`
    );
  }
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
 * step that breaks down, more than two seconds of processor time, more than 512 MB at any time, a child that ends or
 * hangs. Such inputs are written to a folder under the number they are made from, and the exit code is 1.
 *
 * Each minute and at the end, also at the one that Ctrl+C or SIGTERM makes, it says what it has done. Inputs are
 * numbered from the seed on: a run with the seed that the last line names goes on where this one ended.
 */
export async function run(words: readonly string[]): Promise<number> {
  const wishes = wishesOf(words);
  const tally = new Tally();
  await mkdir(wishes.out, { recursive: true });
  const stop = (): void => {
    tally.stopped = true;
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const clock = setInterval(() => console.log(tally.line(wishes.seed)), fuzzLimits.progressMilliseconds);
  await Promise.all(Array.from({ length: wishes.jobs }, (_, child) => fuzzOn(wishes, tally, child)));
  clearInterval(clock);
  console.log(`${tally.line(wishes.seed)}; goes on with --seed ${String(Math.min(...tally.next))}`);
  if (tally.problems.length > 0) console.log(`fuzz: what was found lies in ${wishes.out}`);
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
async function fuzzOn(wishes: Wishes, tally: Tally, job: number): Promise<void> {
  const over = (): boolean => tally.stopped || Date.now() >= wishes.until || tally.inputs >= wishes.inputs;
  const place = join(wishes.out, `at-${String(process.pid)}-${String(job)}`);
  tally.next[job] = wishes.seed + job;
  while (!over()) {
    const { last, cause } = await watchChild({
      ...{ folder: wishes.folder, place, first: tally.next[job], step: wishes.jobs, over },
      take: ({ number, inputs, slowest, memory, problem }) => {
        tally.inputs += inputs;
        tally.slowest = Math.max(tally.slowest, slowest);
        tally.memory = Math.max(tally.memory, memory);
        if (problem !== null) void note(wishes, tally, number, problem);
      },
    });
    if (cause !== null) await note(wishes, tally, last, cause);
    tally.next[job] = cause === null ? last : last + wishes.jobs;
  }
  await rm(place, { force: true });
}

async function note(wishes: Wishes, tally: Tally, number: number, cause: string): Promise<void> {
  tally.problems.push(cause);
  console.log(`fuzz: input ${String(number)}: ${cause.split('\n').slice(0, 4).join(' | ')}`);
  const seeds = await readSeeds(wishes.folder === '' ? null : wishes.folder);
  await writeFile(join(wishes.out, `input-${String(number)}`), mutated(seedFor(seeds, number), number));
}
