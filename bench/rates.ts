import { ParseOption, XmlDocument } from 'libxml2-wasm';

/** Something that is done to one document after the other. */
export interface Task {
  readonly name: string;
  readonly run: (bytes: Buffer) => Promise<void> | void;
}

export interface Rate {
  /** Documents per second of this process's processor time: the median of all rounds. */
  readonly median: number;
  readonly best: number;
}

/** The yardstick of every figure: libxml2 parses, and nobody looks at what it found. */
export const bareParse: Task = { name: 'bare parse', run: parseBare };

/** The option lets texts be longer than 10 MB, as attachments are. */
function parseBare(bytes: Buffer): void {
  XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_HUGE }).dispose();
}

const warmUpRounds = 16;
const rounds = 15;
/** One measurement lasts at least so many documents, for the clock of the processor is coarse. */
const documentsInRound = 250;

/**
 * Lets the tasks take turns over all documents on one thread, so that whatever else the machine does falls on all of
 * them, and measures processor time, so that it falls on none.
 */
export async function measureInTurns(tasks: readonly Task[], documents: readonly Buffer[]): Promise<readonly Rate[]> {
  const rates = tasks.map(() => new Array<number>());
  const times = Math.ceil(documentsInRound / documents.length);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const [index, { run }] of tasks.entries()) {
      const before = process.cpuUsage();
      for (let time = 0; time < times; time += 1) for (const document of documents) await run(document);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) rates[index]?.push((times * documents.length * 1e6) / (user + system));
    }
  }
  return rates.map((found) => ({ median: quantile(found, 0.5), best: Math.max(...found) }));
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
