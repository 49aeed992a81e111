import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoInvoices } from '../../demo/make-invoices.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** What is mutated: the fixtures of the tests, the demonstration's invoices, and a folder's if one is given. */
export async function readSeeds(folder: string | null): Promise<readonly Buffer[]> {
  const own = (await demoInvoices()).map(({ bytes }) => Buffer.from(bytes));
  const folders = [join(checkout, 'test', 'fixtures'), ...(folder === null ? [] : [folder])];
  const files = await Promise.all(folders.map(filesOf));
  return [...own, ...files.flat()];
}

const largestSeed = 1_000_000;

async function filesOf(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const wanted = names.filter((name) => /\.(?:xml|pdf)$/i.test(name)).sort();
  const files = await Promise.all(wanted.map((name) => readFile(join(folder, name))));
  return files.filter(({ length }) => length > 0 && length <= largestSeed);
}
