import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nothingToJudge } from '../adapters/reader-process/nothing-to-judge.js';
import type { ExaminedDocument } from '../domain/validation/examination.js';
import type { ExaminationOptions } from '../domain/validation/examination-options.js';

/** Reads and judges files one by one, here or in processes of its own. */
export interface FileChecker {
  /** Never rejects: what cannot be read or judged is a document that could not be checked, with a reason. */
  readonly check: (path: string) => Promise<readonly ExaminedDocument[]>;
  /** How many files are worth giving it at the same time. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

/** The limit that holds for a file everywhere, in bytes (invariant 12). */
const fileBytes = 25 * 1024 * 1024;

type Examine = (bytes: Uint8Array, fileName: string) => Promise<readonly ExaminedDocument[]>;

/** Judges in this process: nothing is to be started, which is what one file wants. */
export async function checkerInThisProcess(options: ExaminationOptions): Promise<FileChecker> {
  const [{ createFileExaminer }, { parseXml }] = await Promise.all([
    import('../adapters/reader-process/examine-file.js'),
    import('../adapters/xml/parse-xml.js'),
  ]);
  const examineFile = createFileExaminer({
    parseXml,
    readPdf: async (bytes) => (await import('../adapters/pdf/read-pdf.js')).readPdf(bytes),
  });
  const check = checkWith(async (bytes, fileName) => (await examineFile(bytes, fileName, options)).documents);
  return { check, width: 1, close: () => Promise.resolve() };
}

/** Judges in that many reader processes, each within the limits that hold in the service. */
export async function checkerInProcesses(size: number, examination: ExaminationOptions): Promise<FileChecker> {
  const { ReaderPool } = await import('../adapters/reader-process/reader-pool.js');
  const entry = fileURLToPath(new URL('../reader.js', import.meta.url));
  const pool = new ReaderPool({ entry, size, examination });
  const check = checkWith(async (bytes, fileName) => {
    const answer = await pool.examine(bytes, fileName);
    if (answer.kind === 'examined') return answer.examination.documents;
    const reason = answer.kind === 'broke' ? brokenBy[answer.cause] : 'readerUnavailable';
    return [nothingToJudge('couldNotBeChecked', reason)];
  });
  return { check, width: 2 * size, close: () => pool.close() };
}

const brokenBy = { memory: 'readerMemory', time: 'readerTime', crash: 'readerCrash' } as const;

function checkWith(examine: Examine): FileChecker['check'] {
  return async (path) => {
    const bytes = await readWithin(path, fileBytes);
    if (typeof bytes === 'string') return [nothingToJudge('couldNotBeChecked', bytes)];
    return examine(bytes, path).catch(() => [nothingToJudge('couldNotBeChecked', 'readerCrash')]);
  };
}

/** The file's bytes, or the reason why not. Never holds more than the limit, whatever the file has become meanwhile. */
async function readWithin(path: string, limit: number): Promise<Buffer | 'fileUnreadable' | 'fileTooLarge'> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > limit) return 'fileTooLarge';
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await file.read(buffer, 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return 'fileUnreadable';
  }
}
