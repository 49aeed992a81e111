import { parseXml } from '../src/adapters/xml/parse-xml.js';
import { readInvoice } from '../src/domain/reading/read-invoice.js';
import { xmlFilesOf } from './invoice-folder.js';
import { bareParse, measureInTurns, type Task } from './rates.js';

/** What is measured, the first as the yardstick. */
const tasks: readonly Task[] = [
  { ...bareParse, name: 'libxml2 (wasm), bare parse' },
  { name: 'gate: parse and tree', run: (bytes) => void parseXml(bytes) },
  { name: 'gate and model: parse, tree and read', run: readWhole },
];

/** `npm run bench -- read FOLDER`: documents per second of processor time, on one thread, over a folder's XML files. */
export async function run([folder]: readonly string[]): Promise<number> {
  const documents = await xmlFilesOf(folder, 'read');
  if (typeof documents === 'number') return documents;
  const rates = await measureInTurns(tasks, documents);
  for (const [index, { name }] of tasks.entries()) {
    const { median = 0, best = 0 } = rates[index] ?? {};
    console.log(`${name.padEnd(38)} ${median.toFixed(0).padStart(6)} documents/CPU s (best ${best.toFixed(0)})`);
  }
  return 0;
}

function readWhole(bytes: Buffer): void {
  const parsed = parseXml(bytes);
  if (parsed.ok) readInvoice(parsed.root);
}
