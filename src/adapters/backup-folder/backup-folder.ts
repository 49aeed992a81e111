import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** The files of a backup beside its originals; the manifest holds the SHA-256 of each. */
const checkedFiles = ['database.dump', 'seals.jsonl', 'seal-public-keys.pem', 'originals.sha256'] as const;

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  owner: z.string().min(1).max(63),
  documents: z.enum(['postgres', 'folder']),
  originals: z.number().int().min(0),
  files: z.record(z.enum(checkedFiles), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What a backup says of itself. */
export type BackupManifest = Readonly<z.infer<typeof manifest>>;

const mostManifestBytes = 64 * 1024;
const originalLine = /^([0-9a-f]{64}) {2}originals\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//;

/** Where the parts of a backup lie. */
export class BackupPlaces {
  readonly dump: string;
  readonly seals: string;
  readonly publicKeys: string;
  readonly originals: string;
  readonly originalList: string;
  readonly manifest: string;

  constructor(readonly folder: string) {
    [this.dump, this.seals] = [join(folder, 'database.dump'), join(folder, 'seals.jsonl')];
    [this.publicKeys, this.originals] = [join(folder, 'seal-public-keys.pem'), join(folder, 'originals')];
    [this.originalList, this.manifest] = [join(folder, 'originals.sha256'), join(folder, 'manifest.json')];
  }
}

/** A backup that is being written: beside its place, readable by its owner only, and renamed when it is whole. */
export class NewBackup extends BackupPlaces {
  private constructor(
    private readonly target: string,
    aside: string,
    private readonly list: FileHandle,
  ) {
    super(aside);
  }

  /** @returns null where the folder holds something already. */
  static async begin(folder: string): Promise<NewBackup | null> {
    const target = resolve(folder);
    if (!(await isEmptyFolder(target))) return null;
    const aside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.part`);
    await mkdir(aside, { recursive: true, mode: 0o700 });
    return new NewBackup(target, aside, await open(join(aside, 'originals.sha256'), 'wx', 0o600));
  }

  /** A line that `sha256sum -c` understands. */
  async listOriginal(tenantId: string, sha256: string): Promise<void> {
    const path = ['originals', tenantId, sha256.slice(0, 2), sha256.slice(2, 4), sha256].join('/');
    await this.list.appendFile(`${sha256}  ${path}\n`);
  }

  /** The seal file as it is now; an empty one where nothing has been sealed yet. */
  async keepSeals(sealFile: string): Promise<void> {
    if (await isThere(sealFile)) await copyFile(sealFile, this.seals);
    else await writeFile(this.seals, '');
  }

  async keepPublicKeys(pem: string): Promise<void> {
    await writeFile(this.publicKeys, pem, { mode: 0o600 });
  }

  /** Writes the manifest last, forces everything to the disk, and gives the backup its name. */
  async finish(said: Omit<BackupManifest, 'format' | 'files'>): Promise<void> {
    await this.list.close();
    const files = Object.fromEntries(
      await Promise.all(checkedFiles.map(async (name) => [name, await sha256Of(join(this.folder, name))] as const)),
    );
    await writeFile(this.manifest, `${JSON.stringify({ format: 1, ...said, files }, null, 2)}\n`, { mode: 0o600 });
    for (const name of [...checkedFiles, 'manifest.json', '']) await synced(join(this.folder, name));
    await rename(this.folder, this.target);
    await synced(dirname(this.target));
  }

  /** Leaves nothing of it. */
  async giveUp(): Promise<void> {
    await this.list.close().catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A backup that is to be restored. */
export class FoundBackup extends BackupPlaces {
  private constructor(
    folder: string,
    readonly said: BackupManifest,
  ) {
    super(folder);
  }

  /** @returns null where there is no backup; the name of a file that is missing or not what the manifest says. */
  static async open(folder: string): Promise<FoundBackup | string | null> {
    const places = new BackupPlaces(resolve(folder));
    const size = await stat(places.manifest).then(
      (found) => found.size,
      () => null,
    );
    if (size === null) return null;
    if (size > mostManifestBytes) return 'manifest.json';
    const said = manifest.safeParse(jsonOf(await readFile(places.manifest, 'utf8')));
    if (!said.success) return 'manifest.json';
    for (const name of checkedFiles) {
      const found = await sha256Of(join(places.folder, name)).catch(() => null);
      if (found !== said.data.files[name]) return name;
    }
    return new FoundBackup(places.folder, said.data);
  }

  async *listedOriginals(): AsyncGenerator<{ readonly tenantId: string; readonly sha256: string }> {
    for await (const line of createInterface({ input: createReadStream(this.originalList) })) {
      const [, sha256, tenantId] = originalLine.exec(line) ?? [];
      if (sha256 !== undefined && tenantId !== undefined) yield { tenantId, sha256 };
    }
  }

  /** The seal file at its place, whose folder is made. @throws Error where a file is there already. */
  async putSeals(sealFile: string): Promise<void> {
    await mkdir(dirname(sealFile), { recursive: true, mode: 0o750 });
    await writeFile(sealFile, await readFile(this.seals), { flag: 'wx', mode: 0o640 });
    await synced(sealFile);
    await synced(dirname(sealFile));
  }
}

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Also where there is none yet. */
export async function isEmptyFolder(path: string): Promise<boolean> {
  return !(await isThere(path)) || (await readdir(path)).length === 0;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
