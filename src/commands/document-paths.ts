import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NothingThere } from './command.js';

export interface DocumentPath {
  /** Where the file lies. */
  readonly path: string;
  /** What it is called in the results: relative to the folder if that is all that was given, otherwise from the path given. */
  readonly label: string;
}

/**
 * The files behind the paths given, one after the other: a file as it is, of a folder every `.xml` and `.pdf` below
 * it, sorted by name in each folder. Links to folders are not followed. A folder that vanishes in between is empty.
 * @throws NothingThere if a path given is not there, before the first file.
 */
export async function* documentPaths(given: readonly string[]): AsyncGenerator<DocumentPath> {
  const kinds = await Promise.all(given.map(kindOf));
  for (const [at, path] of given.entries()) {
    if (kinds[at] === 'folder')
      for await (const { path: file, label } of filesBelow(path, ''))
        yield { path: file, label: given.length === 1 ? label : `${path.replace(/\/$/, '')}/${label}` };
    else yield { path, label: path };
  }
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return 'folder';
  if (found?.isFile()) return 'file';
  throw new NothingThere(`${path}: ${found ? 'neither a file nor a folder' : 'no such file or folder'}`);
}

async function* filesBelow(root: string, inner: string): AsyncGenerator<DocumentPath> {
  const entries = await readdir(join(root, inner), { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const label = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(root, label);
    else if (/\.(xml|pdf)$/i.test(entry.name)) yield { path: join(root, label), label };
  }
}
