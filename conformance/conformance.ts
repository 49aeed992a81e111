import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newDifferences, type Difference, type Differences } from './differences.js';
import { describeLevel, fallsBelow, levelOf, type Comparison, type Level } from './level.js';
import { conformancePage } from './page.js';

/**
 * `npm run conformance [-- --raise] [-- --data FOLDER]`: checks every invoice of the conformance data, compares the
 * results with the official verdicts, and holds the agreement against the committed level, which may only rise.
 * Raised, it writes the level, the documents that still differ, and docs/conformance.md, which tells of both.
 * The data are not part of the project; where they are absent nothing is compared, and it says so.
 */
const { values: wishes } = parseArgs({
  options: { raise: { type: 'boolean', default: false }, data: { type: 'string' } },
});

// Compiled into dist/conformance, two folders below the checkout.
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const levelFile = join(checkout, 'conformance', 'level.json');
const differencesFile = join(checkout, 'conformance', 'differences.json');
const pageFile = join(checkout, 'docs', 'conformance.md');
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
    const comparison = await compare(results);
    const { differing } = comparison;
    const differences = { differing, officialEngineFailed: await documentsWithoutOfficialFindings() };
    return await holdAgainstLevel(levelOf(comparison), differences);
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
async function compare(results: string): Promise<Comparison & { readonly differing: readonly Difference[] }> {
  const child = spawn(process.execPath, [join(data, 'compare.mjs'), results, '--json', '--list', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await exitCodeOf(child);
  if (code !== 0 && code !== 1) throw new Error(`compare.mjs ended with ${code}.`);
  const comparison: Comparison & { readonly differing: readonly Difference[] } = JSON.parse(
    Buffer.concat(pieces).toString('utf8'),
  );
  return comparison;
}

async function documentsWithoutOfficialFindings(): Promise<readonly string[]> {
  const text = await readFile(join(data, 'verdicts.jsonl'), 'utf8');
  const verdicts = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly file: string; readonly officialEngineFailed?: boolean } => JSON.parse(line));
  return verdicts.filter(({ officialEngineFailed }) => officialEngineFailed).map(({ file }) => file);
}

function exitCodeOf(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolveCode, reject) => {
    child.once('error', reject);
    child.once('close', resolveCode);
  });
}

async function holdAgainstLevel(now: Level, differences: Differences): Promise<number> {
  console.log(describeLevel(now));
  const before: Level = await readJson(levelFile, {});
  const known: Differences = await readJson(differencesFile, differences);
  const fallen = [...fallsBelow(now, before), ...newDifferences(differences, known)];
  for (const sentence of fallen) console.log(`conformance: FALLEN ${sentence}`);
  if (fallen.length > 0) return 1;
  if (wishes.raise) return raise(now, differences);
  if (existsSync(pageFile) && (await readFile(pageFile, 'utf8')) === conformancePage(before, known)) {
    const better = differences.differing.length < known.differing.length;
    console.log('conformance: not below the committed level');
    if (better) console.log('conformance: better than it: "npm run conformance -- --raise" commits that');
    return 0;
  }
  console.log('conformance: DRIFT docs/conformance.md does not tell the committed level; run it with --raise');
  return 1;
}

async function readJson<Value>(file: string, otherwise: Value): Promise<Value> {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : otherwise;
}

async function raise(level: Level, differences: Differences): Promise<number> {
  await writeFile(levelFile, `${JSON.stringify(level, null, 2)}\n`);
  await writeFile(differencesFile, `${JSON.stringify(differences, null, 2)}\n`);
  await writeFile(pageFile, conformancePage(level, differences));
  console.log('conformance: the level is now this');
  return 0;
}
