import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findPostmaster } from '../src/adapters/embedded-postgres/postmaster.js';

/** Where the embedded PostgreSQL says its cluster lies. */
const clusterRecord = z.object({ home: z.string() });

/** How long the service may take; the machine may be busy with other things. */
const limits = { readyMs: 3 * 60_000, answerMs: 5_000, stopMs: 2 * 60_000, lookEveryMs: 50, starts: 5 } as const;

/** The service as a process of its own that can be killed without warning and started again on the same data. */
export class KillableService {
  /** How often it ended although nobody had killed or stopped it. */
  endedByItself = 0;
  private child: ChildProcess | null = null;
  private readonly told = new WeakSet<ChildProcess>();
  private over = false;

  constructor(
    private readonly dataFolder: string,
    private readonly port: number,
    /** Settings beside those that every run needs. */
    private readonly settings: Readonly<Record<string, string>> = {},
    /** Where its log goes; by default to this program's standard error. */
    private readonly logFile: string | null = null,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /**
   * Waits until it says it is ready, and starts it where it does not run; started again if it ends before that, as a
   * supervisor would. Once it has been stopped it stays so.
   */
  async start(): Promise<void> {
    for (let attempt = 1; attempt <= limits.starts; attempt += 1) {
      if (this.over) return;
      const child = this.alive() ?? this.spawn();
      if (await this.becomesReady(child)) return;
      await ended(child, 'SIGKILL');
    }
    throw new Error(`the service did not become ready in ${limits.starts} attempts`);
  }

  /** kill -9, at once and without a word. False if it did not run. */
  async killNode(): Promise<boolean> {
    const child = this.alive();
    if (child === null) return false;
    this.told.add(child);
    await ended(child, 'SIGKILL');
    return true;
  }

  /** kill -9 for PostgreSQL's postmaster and every process of its, then for node. False if one of them did not run. */
  async killNodeAndPostgres(): Promise<boolean> {
    const child = this.alive();
    if (child) this.told.add(child);
    const postmaster = this.postmaster();
    const killed = postmaster !== null && signalled(postmaster, childrenOf(postmaster));
    return (await this.killNode()) && killed;
  }

  /** Lets it end in order, and kills it if that takes too long. Returns the milliseconds, or null if it was killed. */
  async stop(): Promise<number | null> {
    this.over = true;
    const child = this.alive();
    if (child === null) return 0;
    this.told.add(child);
    const began = Date.now();
    if (await ended(child, 'SIGTERM', limits.stopMs)) return Date.now() - began;
    await ended(child, 'SIGKILL');
    return null;
  }

  private alive(): ChildProcess | null {
    return this.child?.exitCode === null && this.child.signalCode === null ? this.child : null;
  }

  private spawn(): ChildProcess {
    const log = this.logFile === null ? 2 : openSync(this.logFile, 'a');
    const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.js', import.meta.url))], {
      env: {
        PATH: process.env['PATH'],
        EINGANG_DATA: this.dataFolder,
        EINGANG_PORT: String(this.port),
        EINGANG_LOG_LEVEL: this.logFile === null ? 'error' : 'info',
        ...this.settings,
      },
      stdio: ['ignore', log, log],
    });
    if (log !== 2) closeSync(log);
    child.once('exit', () => {
      if (!this.told.has(child)) this.endedByItself += 1;
    });
    this.child = child;
    return child;
  }

  /** The living postmaster, or null. */
  private postmaster(): number | null {
    const { home } = clusterRecord.parse(JSON.parse(readFileSync(join(this.dataFolder, 'postgres.json'), 'utf8')));
    return findPostmaster(join(home, 'cluster'))?.pid ?? null;
  }

  private async becomesReady(child: ChildProcess): Promise<boolean> {
    const giveUpAt = Date.now() + limits.readyMs;
    while (child.exitCode === null && child.signalCode === null && Date.now() < giveUpAt) {
      const ready = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(limits.answerMs) }).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return true;
      await pause(limits.lookEveryMs);
    }
    return false;
  }
}

/** Sends the signal and waits for the end; false if it has not come within the time. */
async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', withinMs?: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const patience = withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) };
  const exit = once(child, 'exit', patience).then(
    () => true,
    () => false,
  );
  child.kill(signal);
  return exit;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function childrenOf(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children.trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Whether the first of them was met. */
function signalled(pid: number, others: readonly number[]): boolean {
  const [first] = [pid, ...others].map((one) => {
    try {
      return process.kill(one, 'SIGKILL');
    } catch {
      // It has ended by itself in the meantime.
      return false;
    }
  });
  return first === true;
}
