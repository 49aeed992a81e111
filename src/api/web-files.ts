import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the web pages, as it goes out. */
export interface WebFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same compressed; null where that would save nothing. */
  readonly packed: Buffer | null;
}

/** What the pages are made of; a file of any other kind is not served. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pfb': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const packedKinds: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.mjs', '.svg', '.txt', '.wasm']);

/**
 * Reads the built pages by the paths under which they are asked for. They are few and change only with the program: what
 * has been read here is all that can be had, so that no path leads anywhere else. null where nothing has been built.
 */
export async function readWebFiles(folder: string): Promise<ReadonlyMap<string, WebFile> | null> {
  try {
    const names = [...(await filesIn(folder, 'assets')), ...(await filesIn(folder, ''))];
    const known = new Map(await Promise.all(names.map((name) => fileAt(folder, name))));
    return known.has('/index.html') ? known : null;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function filesIn(folder: string, part: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, part), { withFileTypes: true });
  const served = entries.filter((entry) => entry.isFile() && Object.hasOwn(types, extname(entry.name)));
  const names = served.map(({ name }) => (part === '' ? name : `${part}/${name}`));
  if (part === '') return names;
  const deeper = entries.filter((entry) => entry.isDirectory()).map(({ name }) => filesIn(folder, `${part}/${name}`));
  return [...names, ...(await Promise.all(deeper)).flat()];
}

/** @param name below the folder, with slashes as addresses have them. */
async function fileAt(folder: string, name: string): Promise<readonly [string, WebFile]> {
  const bytes = await readFile(join(folder, name));
  const kind = extname(name);
  const smaller = packedKinds.has(kind) ? await promisify(gzip)(bytes, { level: 9 }) : bytes;
  const packed = smaller.byteLength < bytes.byteLength ? smaller : null;
  return [`/${name}`, { type: types[kind] ?? 'application/octet-stream', bytes, packed }];
}
