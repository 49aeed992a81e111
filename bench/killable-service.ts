import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the embedded PostgreSQL says its cluster lies. */
const clusterRecord = z.object({ home: z.string() });

/** The service as a process of its own that can be killed without warning and started again on the same data. */
export class KillableService {
  private child: ChildProcess | null = null;

  constructor(
    private readonly dataFolder: string,
    private readonly port: number,
    /** Settings beside those that every run needs. */
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it and waits until it says it is ready; started again if it ends before that, as a supervisor would. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.js', import.meta.url))], {
        env: {
          PATH: process.env['PATH'],
          EINGANG_DATA: this.dataFolder,
          EINGANG_PORT: String(this.port),
          EINGANG_LOG_LEVEL: 'error',
          ...this.settings,
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      this.child = child;
      if (await this.becomesReady(child)) return;
      if (attempt === 5) throw new Error('the service did not become ready in five attempts');
    }
  }

  /** kill -9, at once and without a word. */
  async killNode(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** kill -9 for PostgreSQL's postmaster and every process of its, then for node. */
  async killNodeAndPostgres(): Promise<void> {
    const postmaster = this.postmaster();
    for (const pid of [postmaster, ...childrenOf(postmaster)]) signalled(pid);
    await this.killNode();
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  private postmaster(): number {
    const { home } = clusterRecord.parse(JSON.parse(readFileSync(join(this.dataFolder, 'postgres.json'), 'utf8')));
    return Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  }

  private async becomesReady(child: ChildProcess): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null) {
      const ready = await fetch(`${this.url}/health/ready`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }
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

function signalled(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}
