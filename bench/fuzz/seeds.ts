import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoInvoices } from '../../demo/make-invoices.js';
import { seededRandom } from './random.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));

/** What is mutated, by what it costs. */
export interface Seeds {
  readonly small: readonly Buffer[];
  readonly large: readonly Buffer[];
  readonly pdf: readonly Buffer[];
}

/** The fixtures of the tests, the demonstration's invoices, and a folder's if one is given. */
export async function readSeeds(folder: string | null): Promise<Seeds> {
  const own = (await demoInvoices()).map(({ bytes }) => Buffer.from(bytes));
  const folders = [join(checkout, 'test', 'fixtures'), ...(folder === null ? [] : [folder])];
  const all = [...own, ...(await Promise.all(folders.map(filesOf))).flat()];
  const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).equals(pdfMark);
  return {
    small: all.filter((bytes) => !isPdf(bytes) && bytes.length <= smallSeed),
    large: all.filter((bytes) => !isPdf(bytes) && bytes.length > smallSeed),
    pdf: all.filter(isPdf),
  };
}

const pdfMark = Buffer.from('%PDF-');
const smallSeed = 16_000;
const largestSeed = 1_000_000;

/**
 * Which of them an input is made from. A large one finds little that a small one does not and costs five times as
 * much, a PDF fifty times: of 200 inputs 11 are large and 2 PDFs.
 */
export function seedFor(seeds: Seeds, number: number): Buffer {
  const random = seededRandom(~number);
  const kind = random.below(200);
  return random.of(kind < 2 ? seeds.pdf : kind < 13 ? seeds.large : seeds.small);
}

async function filesOf(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const wanted = names.filter((name) => /\.(?:xml|pdf)$/i.test(name)).sort();
  const files = await Promise.all(wanted.map((name) => readFile(join(folder, name))));
  return files.filter(({ length }) => length > 0 && length <= largestSeed);
}
