import { fileURLToPath } from 'node:url';
import { ReaderPool } from '../adapters/reader-process/reader-pool.js';
import { isOtherwise } from '../domain/validation/dry-run.js';
import { verdictLabels } from '../domain/validation/report-words.table.js';
import { DryRunInvoices, type DryRunOfInvoice } from '../pipeline/dry-run-invoices.js';
import { dryRunLimits } from '../pipeline/limits.js';
import type { Lookup } from '../pipeline/ports/lookup.js';
import { exitCodes, understood, UsageError, type Command, type Language } from './command.js';
import { countIn, dayIn, mostJobs } from './option-values.js';
import { printable } from './printable.js';
import { withPorts } from './with-ports.js';

const usage: Readonly<Record<Language, string>> = {
  de: `eingang dry-run --day JJJJ-MM-TT [--tenant KURZNAME] [--last N] [--jobs N] [--json]
  Prüft gespeicherte Originale noch einmal, mit den Fassungen der Regelwerke, die an diesem Tag gelten, und nennt jede
  Rechnung, zu der etwas anderes gesagt würde. Geändert wird nichts.
  --tenant KURZNAME  nur dieser Mandant; sonst alle
  --last N           je Mandant die N zuletzt eingegangenen geprüften Rechnungen (sonst ${String(dryRunLimits.last)})
  --jobs N           in N eigenen Prozessen (1 … ${String(mostJobs)}; sonst 2)
  --json             eine JSON-Zeile je Rechnung, auch je gleich gebliebener, zuletzt die Anzahlen
  Rückgabewert: 0 alles bliebe gleich, 1 zu mindestens einer würde anderes gesagt, 2 Aufruf nicht verstanden,
                3 mindestens eine nicht prüfbar, 78 falsche Einstellung`,
  en: `eingang dry-run --day YYYY-MM-DD [--tenant SLUG] [--last N] [--jobs N] [--json]
  Checks stored originals once more, by the versions of the rule books that count on that day, and names each invoice of
  which something else would be said. Nothing is changed.
  --tenant SLUG  this tenant only; otherwise all
  --last N       of each tenant the N judged invoices received last (otherwise ${String(dryRunLimits.last)})
  --jobs N       in N processes of their own (1 … ${String(mostJobs)}; otherwise 2)
  --json         one line of JSON per invoice, also of those that stay the same, the counts last
  Exit code: 0 all stays the same, 1 something else would be said of at least one, 2 command line not understood,
             3 at least one could not be checked, 78 a bad setting`,
};

const sentences = {
  de: {
    day: 'Es fehlt --day: der Tag, dessen Regelwerke gelten sollen.',
    tenant: (slug: string) => `Den Mandanten "${slug}" gibt es nicht.`,
    missed: (cause: string) => `nicht geprüft (${cause})`,
    counts: ({ examined, otherwise, otherVerdict, notExamined }: Counts) =>
      `${String(examined)} geprüft: zu ${String(otherwise)} würde anderes gesagt, davon ${String(otherVerdict)} mit anderem Ergebnis; ${String(notExamined)} nicht prüfbar.`,
  },
  en: {
    day: '--day is missing: the day whose rule books are to count.',
    tenant: (slug: string) => `There is no tenant "${slug}".`,
    missed: (cause: string) => `not checked (${cause})`,
    counts: ({ examined, otherwise, otherVerdict, notExamined }: Counts) =>
      `${String(examined)} checked: something else would be said of ${String(otherwise)}, another verdict for ${String(otherVerdict)} of them; ${String(notExamined)} could not be checked.`,
  },
} as const satisfies Readonly<Record<Language, unknown>>;

interface Counts {
  examined: number;
  otherwise: number;
  otherVerdict: number;
  notExamined: number;
}

/** `eingang dry-run --day DAY`: what the rule books of another day would say of what is stored. */
export const dryRun: Command = {
  usage,
  run(words, context) {
    const { language, print, progress } = context;
    const wishes = parseWishes(words, language);
    return withPorts(context, async ({ lookup, door, documents }) => {
      const tenants = await tenantsOf(lookup, wishes.tenant);
      if (tenants === null) {
        context.tell(sentences[language].tenant(wishes.tenant ?? ''));
        return exitCodes.usage;
      }
      const examiner = new ReaderPool({ entry: readerEntry, size: wishes.jobs });
      const counts = { examined: 0, otherwise: 0, otherVerdict: 0, notExamined: 0 };
      try {
        const runs = new DryRunInvoices(door, documents, examiner);
        for (const { id, slug } of tenants)
          for await (const found of runs.run(id, { ...wishes, width: 2 * wishes.jobs })) {
            const tells = count(counts, found);
            if (wishes.json) await print(`${JSON.stringify({ tenant: slug, ...found })}\n`);
            else if (tells) await print(describe(slug, found, language));
            progress(sentences[language].counts(counts));
          }
      } finally {
        progress('');
        await examiner.close();
      }
      await print(wishes.json ? `${JSON.stringify(counts)}\n` : `${sentences[language].counts(counts)}\n`);
      return counts.notExamined > 0 ? exitCodes.failed : counts.otherwise > 0 ? 1 : exitCodes.done;
    });
  },
};

const readerEntry = fileURLToPath(new URL('../reader.js', import.meta.url));

interface Wishes {
  readonly day: string;
  readonly tenant: string | null;
  readonly last: number;
  readonly jobs: number;
  readonly json: boolean;
}

function parseWishes(words: readonly string[], language: Language): Wishes {
  const text = { type: 'string' } as const;
  const {
    day,
    tenant = null,
    last,
    jobs,
    json,
  } = understood({
    args: [...words],
    options: { day: text, tenant: text, last: text, jobs: text, json: { type: 'boolean', default: false } },
  }).values;
  if (day === undefined) throw new UsageError(sentences[language].day);
  return {
    ...{ tenant, json, day: dayIn('--day', day, language) },
    last: last === undefined ? dryRunLimits.last : countIn('--last', last, dryRunLimits.most, language),
    jobs: jobs === undefined ? 2 : countIn('--jobs', jobs, mostJobs, language),
  };
}

/** All of them, or the one of this name; null where no tenant has it. */
async function tenantsOf(lookup: Lookup, slug: string | null) {
  if (slug === null) return lookup.tenants();
  const tenant = await lookup.tenantBySlug(slug);
  return tenant && [tenant];
}

/** Counts an invoice; answers whether there is something to tell of it. */
function count(counts: Counts, found: DryRunOfInvoice): boolean {
  if (found.kind === 'notExamined') {
    counts.notExamined += 1;
    return true;
  }
  const { difference } = found;
  const otherwise = isOtherwise(difference);
  counts.examined += 1;
  if (otherwise) counts.otherwise += 1;
  if (difference.verdict.stored !== difference.verdict.would) counts.otherVerdict += 1;
  return otherwise;
}

function describe(slug: string, found: DryRunOfInvoice, language: Language): string {
  const name = `${slug} ${found.number ?? found.fileName ?? found.id}`;
  if (found.kind === 'notExamined') return `${printable(`${name}: ${sentences[language].missed(found.cause)}`)}\n`;
  const { verdict, added, gone } = found.difference;
  const [stored, would] = [verdictLabels[verdict.stored][language], verdictLabels[verdict.would][language]];
  const changes = [...added.map((rule) => `  + ${rule}`), ...gone.map((rule) => `  - ${rule}`)];
  return `${[`${name}: ${stored === would ? stored : `${stored} → ${would}`}`, ...changes].map(printable).join('\n')}\n`;
}
