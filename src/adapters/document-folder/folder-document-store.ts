import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DocumentStore } from '../../pipeline/ports/document-store.js';

/**
 * Originals as files, named by what they hold: FOLDER/TENANT/ab/cd/SHA-256. No name that a sender has given ever
 * becomes a path. A file appears whole or not at all: it is written aside, forced to the disk, and renamed.
 */
export class FolderDocumentStore extends DocumentStore {
  /** Folders whose own entry this process has forced to the disk already. */
  private readonly durable = new Set<string>();

  constructor(private readonly folder: string) {
    super();
  }

  async keep(tenantId: string, sha256: string, bytes: Uint8Array): Promise<void> {
    const steps = this.stepsTo(tenantId, sha256);
    const home = join(...steps);
    const path = join(home, sha256);
    await this.makeDurable(steps);
    if ((await sizeOf(path)) !== bytes.byteLength) await this.place(path, bytes);
    // Also where the file was there: whoever renamed it may not have come to this line.
    await syncFolder(home);
  }

  async read(tenantId: string, sha256: string): Promise<Uint8Array | null> {
    try {
      return await readFile(join(...this.stepsTo(tenantId, sha256), sha256));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(tenantId: string, sha256: string): Promise<void> {
    const home = join(...this.stepsTo(tenantId, sha256));
    await rm(join(home, sha256), { force: true });
    await syncFolder(home).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }

  override async head(tenantId: string, sha256: string, length: number): Promise<Uint8Array | null> {
    try {
      const handle = await open(join(...this.stepsTo(tenantId, sha256), sha256), 'r');
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** @throws RangeError if either name is not what its kind looks like: nothing else may become part of a path. */
  private stepsTo(tenantId: string, sha256: string): readonly [string, ...string[]] {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenantId)) throw new RangeError('not the id of a tenant');
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256');
    return [this.folder, tenantId, sha256.slice(0, 2), sha256.slice(2, 4)];
  }

  private async place(path: string, bytes: Uint8Array): Promise<void> {
    const aside = `${path}.${randomBytes(8).toString('hex')}.part`;
    try {
      const handle = await open(aside, 'wx', 0o440);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, path);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  /** Makes the folders on the way and forces each one's entry in its parent to the disk. */
  private async makeDurable(steps: readonly [string, ...string[]]): Promise<void> {
    if (this.durable.has(join(...steps))) return;
    await mkdir(join(...steps), { recursive: true, mode: 0o750 });
    for (let depth = 1; depth < steps.length; depth += 1) {
      const parent = join(...steps.slice(0, depth));
      const entry = join(...steps.slice(0, depth + 1));
      if (this.durable.has(entry)) continue;
      await syncFolder(parent);
      this.durable.add(entry);
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
