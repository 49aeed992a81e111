import { openSync, writeSync } from 'node:fs';
import { readPdf } from '../../src/adapters/pdf/read-pdf.js';
import { createFileExaminer } from '../../src/adapters/reader-process/examine-file.js';
import { parseXml } from '../../src/adapters/xml/parse-xml.js';
import type { ExaminationOptions } from '../../src/domain/validation/examination-options.js';
import { fuzzLimits } from './limits.js';
import { mutated } from './mutations.js';
import { readSeeds, seedFor } from './seeds.js';

/**
 * Runs in a process of its own: mutates and examines. Tells of many inputs at a time, and of one that is to be noted
 * at once; which one it is at stands in a file, which costs a hundredth of a message.
 */
const examineFile = createFileExaminer({ parseXml, readPdf });
const [folder = '', place = '', first = '0', step = '1'] = process.argv.slice(2);
const seeds = await readSeeds(folder === '' ? null : folder);
const at = openSync(place, 'w');
const accept: ExaminationOptions['accept'] = new Set(['en16931', 'peppol', 'factur-x']);

// What a library says of broken PDFs is nobody's concern here.
console.warn = () => undefined;
// Who stops the run stops this process too, and wants to be told what it has done until then.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

let [inputs, slowest, told] = [0, 0, performance.now()];

for (let number = Number(first); ; number += Number(step)) {
  writeSync(at, String(number).padEnd(16), 0);
  const bytes = mutated(seedFor(seeds, number), number);
  // Processor time: what else the machine does is not the input's fault.
  const before = process.cpuUsage();
  const thrown = await examine(bytes, number % 4 === 0);
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1_000;
  const memory = process.resourceUsage().maxRSS * 1024;
  const problem = thrown ?? (milliseconds > fuzzLimits.milliseconds ? `${milliseconds.toFixed(0)} ms` : null);
  [inputs, slowest] = [inputs + 1, Math.max(slowest, milliseconds)];
  if (problem !== null || memory > fuzzLimits.memory || performance.now() - told > fuzzLimits.tellAfter)
    await tell({ number, inputs, slowest, memory, problem });
}

function tell(message: object): Promise<void> {
  [inputs, slowest, told] = [0, 0, performance.now()];
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
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
