import { mkdir, mkdtemp, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ExaminedDocument } from '../domain/validation/examination.js';
import { reportPage } from '../domain/validation/report-page.js';
import { NoPlace, type Language } from './command.js';

/** Writes the pages of reports into one folder. */
export interface ReportPages {
  readonly write: (file: string, document: ExaminedDocument) => Promise<void>;
}

/**
 * The folder is made where it is missing, and tried before the first file is checked; a page that was there by the
 * same name is replaced.
 * @throws NoPlace if no page can be written there, now or later.
 */
export async function pagesIn(folder: string, language: Language): Promise<ReportPages> {
  const orNoPlace = (error: unknown): never => {
    throw new NoPlace(sentences[language](folder, causeOf(error, language)));
  };
  await makeFolder(resolve(folder))
    .then(() => mkdtemp(join(folder, '.eingang-')))
    .then(rmdir)
    .catch(orNoPlace);
  const taken = new Set<string>();
  return {
    write: async (file, document) => {
      const name = document.embedded ? `${file} (${document.embedded.name})` : file;
      await writeFile(join(folder, freeName(name, taken)), reportPage({ name }, document)).catch(orNoPlace);
    },
  };
}

/** One folder after the other: Node's own way to make several does not end where a parent stays missing, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    // Another run has just made it; whether it is a folder shows when something is written there.
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

const sentences: Readonly<Record<Language, (folder: string, cause: string) => string>> = {
  de: (folder, cause) => `In den Ordner "${folder}" können keine Berichte geschrieben werden: ${cause}.`,
  en: (folder, cause) => `No reports can be written to the folder "${folder}": ${cause}.`,
};

const causes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  EACCES: { de: 'die Berechtigung fehlt', en: 'permission is missing' },
  EPERM: { de: 'die Berechtigung fehlt', en: 'permission is missing' },
  EROFS: { de: 'dort kann nur gelesen werden', en: 'it can only be read from' },
  ENOTDIR: { de: 'auf dem Weg dorthin steht eine Datei', en: 'there is a file on the way to it' },
  ENOENT: { de: 'dort kann nichts angelegt werden', en: 'nothing can be made there' },
  ENOSPC: { de: 'es ist kein Platz mehr', en: 'there is no room left' },
  ENAMETOOLONG: { de: 'der Name ist zu lang', en: 'the name is too long' },
};

function causeOf(error: unknown, language: Language): string {
  return causes[codeOf(error)]?.[language] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
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
