import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identityOf, isAlive } from './process-identity.js';

const note = z.object({ pid: z.int(), startedAt: z.string(), state: z.enum(['using', 'stopping']) });
type Note = z.infer<typeof note>;

/**
 * Who uses a cluster now: one small file per user. Several processes may share one embedded cluster (a command line
 * beside a running service); the last one out stops it. A user that was killed is recognised by its process id.
 *
 * There is no lock. Who stops writes "stopping" first and looks for users then; who starts writes "using" first and
 * looks for stopping ones then. So at least one of two that meet sees the other, and gives way.
 */
export class Attendance {
  private readonly file: string;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.file = `${String(process.pid)}-${randomBytes(6).toString('hex')}.json`;
  }

  /** Written before the cluster is looked at. */
  enter(): void {
    this.write('using');
  }

  /** Whether somebody else is about to stop the cluster. */
  someoneStops(): boolean {
    return this.others().some(({ state }) => state === 'stopping');
  }

  /** Announces the stop; false if others still use the cluster, and then it must go on running. */
  mayStop(): boolean {
    this.write('stopping');
    return !this.others().some(({ state }) => state === 'using');
  }

  leave(): void {
    rmSync(join(this.folder, this.file), { force: true });
  }

  private write(state: Note['state']): void {
    const path = join(this.folder, this.file);
    writeFileSync(`${path}.new`, JSON.stringify({ ...identityOf(process.pid), state } satisfies Note), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  /** The living others; what the dead have left behind is cleared away. */
  private others(): readonly Note[] {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.json') && name !== this.file)
      .flatMap((name) => {
        const found = readNote(join(this.folder, name));
        if (found !== undefined && isAlive(found)) return [found];
        rmSync(join(this.folder, name), { force: true });
        return [];
      });
  }
}

function readNote(path: string): Note | undefined {
  try {
    return note.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
