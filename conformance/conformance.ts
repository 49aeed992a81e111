import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeLevel, fallsBelow, levelOf, type Comparison, type Level } from './level.js';

/**
 * `npm run conformance [-- --raise] [-- --data FOLDER]`: checks every invoice of the conformance data, compares the
 * results with the official verdicts, and holds the agreement against the committed level, which may only rise.
 * The data are not part of the project; where they are absent nothing is compared, and it says so.
 */
const { values: wishes } = parseArgs({
  options: { raise: { type: 'boolean', default: false }, data: { type: 'string' } },
});

// Compiled into dist/conformance, two folders below the checkout.
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const levelFile = join(checkout, 'conformance', 'level.json');
const program = fileURLToPath(new URL('../src/eingang.js', import.meta.url));
const data = resolve(wishes.data ?? join(checkout, '..', 'shared', 'conformance'));

process.exitCode = existsSync(join(data, 'invoices')) ? await compareAll() : skip();

function skip(): number {
  console.log(`conformance: SKIPPED, there are no conformance data in ${data} (--data FOLDER names another folder)`);
  return 0;
}

async function compareAll(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'eingang-conformance-'));
  try {
    const results = join(folder, 'results.jsonl');
    const started = Date.now();
    await validateInto(results);
    console.log(`conformance: checked in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return await holdAgainstLevel(levelOf(await compare(results)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Exit codes 0, 1 and 3 are answers: not every document of the data is a good one. */
async function validateInto(results: string): Promise<void> {
  await using file = await open(results, 'w');
  const words = [program, 'validate', '--json', '--exhaustive', '--jobs', String(availableParallelism())];
  const child = spawn(process.execPath, [...words, join(data, 'invoices')], {
    stdio: ['ignore', file.fd, 'inherit'],
  });
  const code = await exitCodeOf(child);
  if (code !== 0 && code !== 1 && code !== 3) throw new Error(`eingang validate ended with ${code}.`);
}

/** The script beside the data compares; it ends with 1 as long as anything differs. */
async function compare(results: string): Promise<Comparison> {
  const child = spawn(process.execPath, [join(data, 'compare.mjs'), results, '--json', '--list', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await exitCodeOf(child);
  if (code !== 0 && code !== 1) throw new Error(`compare.mjs ended with ${code}.`);
  const comparison: Comparison = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return comparison;
}

function exitCodeOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolveCode, reject) => {
    child.once('error', reject);
    child.once('close', resolveCode);
  });
}

async function holdAgainstLevel(now: Level): Promise<number> {
  console.log(describeLevel(now));
  const before: Level = existsSync(levelFile) ? JSON.parse(await readFile(levelFile, 'utf8')) : {};
  const fallen = fallsBelow(now, before);
  for (const sentence of fallen) console.log(`conformance: FALLEN ${sentence}`);
  if (fallen.length > 0) return 1;
  if (wishes.raise) await writeFile(levelFile, `${JSON.stringify(now, null, 2)}\n`);
  console.log(wishes.raise ? 'conformance: the level is now this' : 'conformance: not below the committed level');
  return 0;
}
