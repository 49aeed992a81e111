import { access, mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExportTarget, type ExportFile } from '../../pipeline/ports/export-target.js';

/** A new or empty folder, readable by its owner only: what is exported holds names and accounts. */
export class ExportFolder extends ExportTarget {
  private constructor(private readonly folder: string) {
    super();
  }

  /** @returns null where the folder holds something already: an export never mixes with another. */
  static async open(folder: string): Promise<ExportFolder | null> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return (await readdir(folder)).length === 0 ? new ExportFolder(folder) : null;
  }

  async file(name: string): Promise<ExportFile> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return new GatheringFile(await open(path, 'wx', 0o600));
  }

  has(name: string): Promise<boolean> {
    return access(join(this.folder, name)).then(
      () => true,
      () => false,
    );
  }
}

const writtenAtOnce = 256 * 1024;

/** Small pieces are gathered, so that not every line costs a call of the system. */
class GatheringFile implements ExportFile {
  private gathered: Buffer[] = [];
  private length = 0;

  constructor(private readonly handle: FileHandle) {}

  async write(piece: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(piece);
    this.gathered.push(bytes);
    this.length += bytes.length;
    if (this.length >= writtenAtOnce) await this.flush();
  }

  async close(): Promise<void> {
    try {
      await this.flush();
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.gathered);
    [this.gathered, this.length] = [[], 0];
    await this.handle.appendFile(bytes);
  }
}
