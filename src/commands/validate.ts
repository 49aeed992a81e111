import type { ExaminedDocument, Verdict } from '../domain/validation/examination.js';
import { strictOptions } from '../domain/validation/examination-options.js';
import { exitCodes, NothingThere, understood, UsageError, type Command, type Language } from './command.js';
import { documentPaths, type DocumentPath } from './document-paths.js';
import { checkerInProcesses, checkerInThisProcess, type FileChecker } from './file-checker.js';
import { inOrder } from './in-order.js';
import { countIn, dayIn, mostJobs } from './option-values.js';
import { closingWords, progressWords } from './validate-count.js';
import { usageWords } from './validate-usage.js';

/**
 * `eingang validate [--json | --html FOLDER] [--exhaustive] [--day DAY] [--jobs N] PATH…`: checks files and folders and
 * says what it found.
 *
 * Exit codes: 0 all accepted; 1 at least one rejected or no e-invoice; 2 the command line was not understood, a
 * path is not there, there is no file to check or no page can be written; 3 at least one could not be checked (whatever became of the others).
 */
export const validate: Command = {
  usage: usageWords,
  async run(words, { language, print, tell, progress }) {
    const say = sentences[language];
    const wishes = parseWishes(words, language);
    const lineOf = await writerFor(wishes, language);
    const pages =
      wishes.html === null ? null : await (await import('./validate-html.js')).pagesIn(wishes.html, language);
    const count = new Map<Verdict, number>();
    for await (const { file, document } of checkedDocuments(wishes)) {
      count.set(document.verdict, (count.get(document.verdict) ?? 0) + 1);
      await pages?.write(file, document);
      await print(lineOf(file, document));
      progress(progressWords(count, file, language));
    }
    progress('');
    if (count.size === 0) throw new NothingThere(say.nothing);
    if (wishes.json) tell(closingWords(count, language));
    else await print(`${closingWords(count, language)}\n`);
    return exitCodeOf(count);
  },
};

/** The sentences are loaded only where they are wanted: who asks for JSON is not to wait for them. */
async function writerFor(
  { json }: Wishes,
  language: Language,
): Promise<(file: string, document: ExaminedDocument) => string> {
  if (json) return (await import('./validate-json.js')).jsonLine;
  const { describeDocument } = await import('./validate-text.js');
  return (file, document) => describeDocument(file, document, language);
}

type Sentences = Readonly<{ paths: string; nothing: string; both: string }>;

const sentences: Readonly<Record<Language, Sentences>> = {
  de: {
    paths: 'Es fehlt, was geprüft werden soll: mindestens eine Datei oder ein Ordner.',
    nothing: 'Dort liegt keine Datei, deren Name auf .xml oder .pdf endet: nichts geprüft.',
    both: 'Entweder --json oder --html ORDNER, nicht beides.',
  },
  en: {
    paths: 'It is not said what to check: expected at least one file or folder.',
    nothing: 'There is no file whose name ends in .xml or .pdf: nothing was checked.',
    both: 'Either --json or --html FOLDER, not both.',
  },
};

interface Wishes {
  readonly json: boolean;
  /** The folder for the pages; null: none are wanted. */
  readonly html: string | null;
  readonly exhaustive: boolean;
  /** null: the newest versions of the books count. */
  readonly day: string | null;
  /** 0: in this process. */
  readonly jobs: number;
  readonly paths: readonly string[];
}

function parseWishes(words: readonly string[], language: Language): Wishes {
  const say = sentences[language];
  const { values, positionals } = understood({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      html: { type: 'string' },
      exhaustive: { type: 'boolean', default: false },
      day: { type: 'string' },
      jobs: { type: 'string' },
    },
  });
  if (values.json && values.html !== undefined) throw new UsageError(say.both);
  if (positionals.length === 0) throw new UsageError(say.paths);
  const { json, html = null, exhaustive } = values;
  const day = values.day === undefined ? null : dayIn('--day', values.day, language);
  const jobs = values.jobs === undefined ? 0 : countIn('--jobs', values.jobs, mostJobs, language);
  return { json, html, exhaustive, day, jobs, paths: positionals };
}

interface CheckedDocument {
  readonly file: string;
  readonly document: ExaminedDocument;
}

/** One after the other as they come: nothing is kept, so memory does not grow with the number of files. */
async function* checkedDocuments({ jobs, exhaustive, day, paths }: Wishes): AsyncGenerator<CheckedDocument> {
  const options = { ...strictOptions, exhaustive, ...(day === null ? {} : { day }) };
  const checker = await (jobs === 0 ? checkerInThisProcess(options) : checkerInProcesses(jobs, options));
  try {
    for await (const { file, documents } of inOrder(documentPaths(paths), checker.width, checkAt(checker))) {
      for (const document of documents) yield { file, document };
    }
  } finally {
    await checker.close();
  }
}

function checkAt(checker: FileChecker) {
  return async ({ path, label }: DocumentPath) => ({ file: label, documents: await checker.check(path) });
}

function exitCodeOf(count: ReadonlyMap<Verdict, number>): number {
  if (count.has('couldNotBeChecked')) return exitCodes.failed;
  return count.has('rejected') || count.has('notAnEInvoice') ? 1 : exitCodes.done;
}
