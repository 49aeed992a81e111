import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

const launched = z.object({ ownerUrl: z.string(), appUrl: z.string(), superuserUrl: z.string(), adopted: z.boolean() });

/** A process of its own that has started, or adopted, the embedded PostgreSQL of a data folder. */
export interface Launch extends Readonly<z.infer<typeof launched>> {
  /** Tells the process to go on as said at its launch, and waits for its end. */
  finish(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder: string;
  readonly systemFolder?: string;
  /** What follows `finish`: stop(), process.exit(), or nothing more, so that the process ends by itself. */
  readonly then?: 'stop' | 'exit' | 'end';
  /** Where the transpiled launcher lies. */
  readonly launcher?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
}

const program = `
  const { startEmbeddedPostgres } = await import(process.argv[1]);
  const { then, ...options } = JSON.parse(process.argv[2]);
  const server = await startEmbeddedPostgres(options);
  console.log(JSON.stringify(server));
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
  if (then === 'stop') await server.stop();
  if (then === 'exit') process.exit(0);
`;

/** Starts the embedded PostgreSQL in a process of its own; rejects with what that process complained of. */
export async function launch({ launcher, user, ...options }: LaunchOptions): Promise<Launch> {
  const file = join(launcher ?? launcherFolder(), 'embedded-postgres.js');
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', program, file, JSON.stringify({ then: 'stop', ...options })],
    { stdio: ['pipe', 'pipe', 'pipe'], cwd: '/', ...user },
  );
  const ended = once(child, 'exit');
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const said = once(child.stdout, 'data').then(([chunk]) => String(chunk));
  const failed = ended.then(() => Promise.reject(new Error(complaint)));
  failed.catch(() => undefined);
  const urls = launched.parse(JSON.parse(await Promise.race([said, failed])));
  return {
    ...urls,
    finish: async () => {
      child.stdin.write('\n');
      await ended;
      if (child.exitCode !== 0) throw new Error(complaint);
    },
    kill: () => killed(child, ended),
  };
}

/** The folder in which jest's global setup has put the transpiled launcher. */
export function launcherFolder(): string {
  const folder = process.env['EINGANG_TEST_LAUNCHER'];
  if (folder === undefined) throw new Error('Run this file in the jest project "system".');
  return folder;
}

/** Asks one question in a connection of its own. */
export async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // tests end servers under open connections
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return rows;
  } finally {
    await client.end();
  }
}

async function killed(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
