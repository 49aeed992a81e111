import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { ExaminationOptions } from '../../src/domain/validation/examination-options.js';
import { mutated } from './mutations.js';
import { readSeeds } from './seeds.js';

/** Runs in a process of its own: mutates, examines, tells of each input how long it took, or that it threw. */
const examineFile = createFileExaminer({ parseXml, readPdf });
const [folder = '', first = '0', step = '1'] = process.argv.slice(2);
const seeds = await readSeeds(folder === '' ? null : folder);
const accept: ExaminationOptions['accept'] = new Set(['en16931', 'peppol', 'factur-x']);

// What a library says of broken PDFs is nobody's concern here.
console.warn = () => undefined;

for (let number = Number(first); ; number += Number(step)) {
  const source = seeds[number % seeds.length];
  if (!source) break;
  const bytes = mutated(source, number);
  process.send?.({ kind: 'begun', number });
  // Processor time: what else the machine does is not the input's fault.
  const before = process.cpuUsage();
  const problem = await examine(bytes, number % 4 === 0);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1_000;
  await new Promise<void>((resolve) => {
    process.send?.({ kind: 'done', number, milliseconds, problem, memory: process.memoryUsage.rss() }, () => resolve());
  });
}

/** null, or what went wrong: something thrown, or a step that broke down. */
async function examine(bytes: Buffer, exhaustive: boolean): Promise<string | null> {
  try {
    const { documents } = await examineFile(bytes, 'fuzzed', { accept, exhaustive });
    JSON.stringify(documents);
    const broken = documents.flatMap(({ steps }) => steps).find(({ outcome }) => outcome === 'couldNotRun');
    return broken && broken.step !== 'verdict' && broken.step !== 'wellFormed' && !exhaustive
      ? `step ${broken.step} could not run`
      : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
