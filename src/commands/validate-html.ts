import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExaminedDocument } from '../domain/validation/examination.js';
import { reportPage } from '../domain/validation/report-page.js';

/** Writes the pages of reports into one folder. */
export interface ReportPages {
  readonly write: (file: string, document: ExaminedDocument) => Promise<void>;
}

/** The folder is made where it is missing; a page that was there by the same name is replaced. */
export async function pagesIn(folder: string): Promise<ReportPages> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  return {
    write: async (file, document) => {
      const name = document.embedded ? `${file} (${document.embedded.name})` : file;
      await writeFile(join(folder, freeName(name, taken)), reportPage({ name }, document));
    },
  };
}

/** Longest name of a page without its ending: with a number and the ending it stays below the 255 bytes of file systems. */
const longestName = 200;

/** A name without folders that no other page of this run has: `a/b.xml` becomes `a-b.xml.html`. */
function freeName(file: string, taken: Set<string>): string {
  const plain = file
    .toWellFormed()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|-+$/g, '');
  const base = shortened(plain === '' ? 'invoice' : plain);
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${String(number)}`;
  taken.add(name.toLowerCase());
  return `${name}.html`;
}

/** The end of a long name says more than its beginning, which is the folder. */
function shortened(name: string): string {
  let short = [...name];
  while (Buffer.byteLength(short.join('')) > longestName) short = short.slice(Math.ceil(short.length / 20));
  return short.join('');
}
