import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Seal } from '../../domain/audit/seal.js';
import { SealAnchor } from '../../pipeline/ports/seal-ledger.js';
import { lineOf, readLine } from './seal-lines.js';

/**
 * Seals in a file that is only ever appended to, one JSON object a line. A line that a power cut has torn is completed
 * by the next append of its seal; where something else comes, the torn piece stays as a line of its own.
 */
export class FileSealAnchor extends SealAnchor {
  private readonly known: { readonly number: number; readonly hash: string }[] = [];
  /** Bytes of whole lines that `known` has been read from. */
  private readUpTo = 0;
  private lastAppend: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {
    super();
  }

  append(seal: Seal): Promise<void> {
    const turn = this.lastAppend.then(() => this.write(lineOf(seal)));
    this.lastAppend = turn.catch(() => undefined);
    return turn;
  }

  async seals(): Promise<readonly { readonly number: number; readonly hash: string }[]> {
    const handle = await openExisting(this.path);
    if (handle === null) return [];
    try {
      const { size } = await handle.stat();
      if (size < this.readUpTo) this.forget();
      await this.readOn(handle, size);
      return [...this.known];
    } finally {
      await handle.close();
    }
  }

  private async write(line: string): Promise<void> {
    const isNew = await this.isMissing();
    const torn = isNew ? '' : await this.tornTail();
    const missing = line.startsWith(torn) ? line.slice(torn.length) : `\n${line}`;
    const handle = await open(this.path, 'a', 0o640);
    try {
      await handle.write(missing);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (isNew) await syncFolder(dirname(this.path));
  }

  private async isMissing(): Promise<boolean> {
    const handle = await openExisting(this.path);
    await handle?.close();
    if (handle === null) await mkdir(dirname(this.path), { recursive: true, mode: 0o750 });
    return handle === null;
  }

  /** What stands behind the last line feed; '' where the file ends as it should. */
  private async tornTail(): Promise<string> {
    const handle = await open(this.path, 'r');
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, longestLine);
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.subarray(buffer.lastIndexOf(lineFeed) + 1).toString('utf8');
    } finally {
      await handle.close();
    }
  }

  private async readOn(handle: FileHandle, size: number): Promise<void> {
    while (this.readUpTo < size) {
      const length = Math.min(size - this.readUpTo, readAtOnce);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, this.readUpTo);
      const end = buffer.subarray(0, bytesRead).lastIndexOf(lineFeed) + 1;
      // A torn tail waits for its completion; a line longer than what is read at once is no seal.
      if (end === 0) return;
      const lines = buffer.subarray(0, end - 1).toString('utf8');
      for (const line of lines.split('\n')) this.known.push(readLine(line));
      this.readUpTo += end;
    }
  }

  /** The file has become shorter: nothing that was read from it counts any more. */
  private forget(): void {
    this.known.length = 0;
    this.readUpTo = 0;
  }
}

const lineFeed = 0x0a;
const longestLine = 64 * 1024;
const readAtOnce = 1024 * 1024;

async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
