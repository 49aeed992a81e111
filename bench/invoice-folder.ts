import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseXml } from '../src/adapters/xml/parse-xml.js';
import { bareParse } from './rates.js';

/**
 * The XML files of a folder, those left out in which the gate or libxml2 finds a fault; says how many there are. A
 * number is the program's exit code: there is nothing to measure, and it was said why.
 */
export async function xmlFilesOf(folder: string | undefined, program: string): Promise<readonly Buffer[] | number> {
  if (folder === undefined || !(await stat(folder).catch(() => null))?.isDirectory()) {
    console.error(`npm run bench -- ${program} FOLDER: a folder with XML invoices is needed.`);
    return 2;
  }
  const found = await filesOf(folder);
  const documents = found.filter(isTaken);
  if (documents.length === 0) {
    console.error(`${folder} holds no XML file that can be read.`);
    return 1;
  }
  const mean = Math.round(documents.reduce((sum, { length }) => sum + length, 0) / documents.length / 1000);
  console.log(`${documents.length} of ${found.length} XML files, mean ${mean} kB`);
  return documents;
}

async function filesOf(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { recursive: true });
  const documents = names.filter((name) => name.toLowerCase().endsWith('.xml')).sort();
  return Promise.all(documents.map((name) => readFile(join(folder, name))));
}

function isTaken(bytes: Buffer): boolean {
  try {
    void bareParse.run(bytes);
    return parseXml(bytes).ok;
  } catch {
    return false;
  }
}
