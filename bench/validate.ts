import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readPdf } from '../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../src/adapters/reader-process/examine-file.js';
import { ReaderPool } from '../src/adapters/reader-process/reader-pool.js';
import { findBase64Cuts } from '../src/adapters/xml/base64-cuts.js';
import { parseXml } from '../src/adapters/xml/parse-xml.js';
import { strictOptions } from '../src/domain/validation/examination-options.js';
import { xmlFilesOf } from './invoice-folder.js';
import { bareParse, measureInTurns, quantile, type Task } from './rates.js';
import { runValidate } from './started-command.js';
import { syntheticInvoice } from './synthetic-invoices.js';

/** The function that the reader process runs for every file. */
const examineFile = createFileExaminer({ parseXml, readPdf });

const asInService: Task = {
  name: 'validate',
  run: async (bytes) => void (await examineFile(bytes, 'invoice.xml', strictOptions)),
};
const everyBook: Task = {
  name: 'validate --exhaustive',
  run: async (bytes) => void (await examineFile(bytes, 'invoice.xml', { ...strictOptions, exhaustive: true })),
};

/**
 * `npm run bench -- validate FOLDER [--jobs N]`: how fast invoices are read and judged, beside libxml2's bare parse of
 * the same files in the same run. Rates on one thread are per second of processor time; those of several processes,
 * and the start of the command, are by the clock and want a quiet machine.
 */
export async function run(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { jobs: { type: 'string', default: String(availableParallelism()) } },
  });
  const [folder] = positionals;
  const documents = await xmlFilesOf(folder, 'validate');
  if (typeof documents === 'number' || folder === undefined) return Number(documents);
  await oneThread(documents);
  await singleDocuments(documents);
  await manyProcesses(documents, Math.max(1, Number(values.jobs) || 1));
  await theCommand(folder);
  await growth();
  return 0;
}

async function oneThread(documents: readonly Buffer[]): Promise<void> {
  const [ours, all, bare] = await measureInTurns([asInService, everyBook, bareParse], documents);
  if (!ours || !all || !bare) return;
  console.log(
    `one thread: ${ours.median.toFixed(0)} documents/s, bare parse: ${bare.median.toFixed(0)} documents/s, ` +
      `ratio ${(ours.median / bare.median).toFixed(2)}`,
  );
  console.log(`every book (--exhaustive): ${all.median.toFixed(0)} documents/s`);
  const bytes = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const withoutBase64 = bytes - documents.reduce((sum, each) => sum + base64In(each), 0) / documents.length;
  const megabytes = (size: number): string => ((ours.median * size) / 1e6).toFixed(1);
  console.log(`${megabytes(bytes)} MB/s, base64 not counted ${megabytes(withoutBase64)} MB/s`);
}

function base64In(bytes: Buffer): number {
  return findBase64Cuts(bytes).reduce((sum, { start, end }) => sum + end - start, 0);
}

const timesEach = 5;

async function singleDocuments(documents: readonly Buffer[]): Promise<void> {
  const times: number[] = [];
  for (let time = 0; time < timesEach; time += 1) {
    for (const document of documents) {
      const began = process.hrtime.bigint();
      await asInService.run(document);
      times.push(Number(process.hrtime.bigint() - began) / 1e6);
    }
  }
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)];
  console.log(`one document by the clock: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms`);
}

const documentsInPool = 1000;

async function manyProcesses(documents: readonly Buffer[], size: number): Promise<void> {
  const entry = fileURLToPath(new URL('../src/reader.js', import.meta.url));
  const pool = new ReaderPool({ entry, size });
  try {
    const rounds = Math.ceil(documentsInPool / documents.length);
    const queue = Array.from({ length: rounds }, () => documents).flat();
    await askAll(pool, queue, 2 * size);
    const began = process.hrtime.bigint();
    await askAll(pool, queue, 2 * size);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    console.log(`--jobs ${String(size)}: ${(queue.length / seconds).toFixed(0)} documents/s by the clock`);
  } finally {
    await pool.close();
  }
}

async function askAll(pool: ReaderPool, queue: readonly Buffer[], width: number): Promise<void> {
  const left = queue.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const document of left) await pool.examine(document, 'invoice.xml');
    }),
  );
}

const starts = 5;

async function theCommand(folder: string): Promise<void> {
  const { peakMemory } = await runValidate([folder]);
  if (peakMemory !== null)
    console.log(`peak memory of eingang validate FOLDER: ${(peakMemory / 2 ** 20).toFixed(0)} MB`);
  const scratch = await mkdtemp(join(tmpdir(), 'eingang-bench-'));
  try {
    const file = join(scratch, 'invoice.xml');
    await writeFile(file, syntheticInvoice('ubl', 3));
    const times: number[] = [];
    for (let start = 0; start < starts; start += 1) times.push((await runValidate([file])).seconds);
    const [half, least] = [quantile(times, 0.5), Math.min(...times)];
    console.log(`cold eingang validate FILE: ${half.toFixed(2)} s by the clock (least ${least.toFixed(2)} s)`);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const sizes = [1, 10, 100, 1_000, 10_000] as const;
const leastMilliseconds = 200;

async function growth(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'eingang-bench-'));
  try {
    for (const syntax of ['ubl', 'cii'] as const) {
      const costs = new Map<number, number>();
      for (const lines of sizes) {
        const path = join(scratch, `${syntax}-${String(lines)}.xml`);
        await writeFile(path, syntheticInvoice(syntax, lines));
        costs.set(lines, await costOf(await readFile(path)));
      }
      const told = [...costs].map(([lines, cost]) => `${String(lines)}: ${cost.toFixed(2)} ms`).join(', ');
      const factor = (costs.get(10_000) ?? 0) / (costs.get(1_000) ?? 1);
      console.log(`${syntax} by lines: ${told}; 10,000 cost ${factor.toFixed(1)} times 1,000`);
    }
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Milliseconds of processor time for one document: the least of several turns, once the code is warm. */
async function costOf(bytes: Buffer): Promise<number> {
  const { documents } = await examineFile(bytes, 'invoice.xml', strictOptions);
  const verdict = documents[0]?.verdict;
  if (verdict !== 'accepted') throw new Error(`A synthetic invoice is ${String(verdict)}; it has to be accepted.`);
  let least = Infinity;
  for (let turn = 0, spent = 0; turn < 3 || spent < leastMilliseconds; turn += 1) {
    const before = process.cpuUsage();
    await asInService.run(bytes);
    const { user, system } = process.cpuUsage(before);
    spent += (user + system) / 1e3;
    least = Math.min(least, (user + system) / 1e3);
  }
  return least;
}
