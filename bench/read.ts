import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ParseOption, XmlDocument } from 'libxml2-wasm';
import { parseXml } from '../src/adapters/xml/parse-xml.js';
import { readInvoice } from '../src/domain/reading/read-invoice.js';

/** What is measured, the first as the yardstick: libxml2 parses, and nobody looks at what it found. */
const measured: readonly { readonly name: string; readonly read: (bytes: Uint8Array) => void }[] = [
  { name: 'libxml2 (wasm), bare parse', read: parseBare },
  { name: 'gate: parse and tree', read: (bytes) => void parseXml(bytes) },
  { name: 'gate and model: parse, tree and read', read: readWhole },
];

const warmUpRounds = 8;
const rounds = 15;
/** One measurement lasts at least so many documents, for the clock of the processor is coarse. */
const documentsInRound = 250;

/**
 * `npm run bench -- read FOLDER`: documents per second of processor time, on one thread, over all XML files of a
 * folder; the parts take turns, so that whatever else the machine does falls on all of them. Files in which the gate
 * or libxml2 finds a fault are left out, and counted.
 */
export async function run([folder]: readonly string[]): Promise<number> {
  if (folder === undefined || !(await stat(folder).catch(() => null))?.isDirectory()) {
    console.error('npm run bench -- read FOLDER: a folder with XML invoices is needed.');
    return 2;
  }
  const found = await filesOf(folder);
  const documents = found.filter(isTaken);
  if (documents.length === 0) {
    console.error(`${folder} holds no XML file that can be read.`);
    return 1;
  }
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  const mean = Math.round(bytes / documents.length / 1000);
  console.log(`${documents.length} of ${found.length} XML files, mean ${mean} kB, one thread`);
  for (const { name, rates } of measure(documents)) {
    const sorted = rates.toSorted((a, b) => a - b);
    const [median, best] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
    console.log(`${name.padEnd(38)} ${median.toFixed(0).padStart(6)} documents/CPU s (best ${best.toFixed(0)})`);
  }
  return 0;
}

async function filesOf(folder: string): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { recursive: true });
  const documents = names.filter((name) => name.toLowerCase().endsWith('.xml')).sort();
  return Promise.all(documents.map((name) => readFile(join(folder, name))));
}

function isTaken(bytes: Buffer): boolean {
  try {
    parseBare(bytes);
    return parseXml(bytes).ok;
  } catch {
    return false;
  }
}

function measure(documents: readonly Buffer[]): readonly { readonly name: string; readonly rates: number[] }[] {
  const results = measured.map(({ name, read }) => ({ name, read, rates: new Array<number>() }));
  const times = Math.ceil(documentsInRound / documents.length);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const { read, rates } of results) {
      const before = process.cpuUsage();
      for (let time = 0; time < times; time += 1) for (const document of documents) read(document);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) rates.push((times * documents.length * 1e6) / (user + system));
    }
  }
  return results;
}

/** The option lets texts be longer than 10 MB, as attachments are. */
function parseBare(bytes: Uint8Array): void {
  XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE }).dispose();
}

function readWhole(bytes: Uint8Array): void {
  const parsed = parseXml(bytes);
  if (parsed.ok) readInvoice(parsed.root);
}
