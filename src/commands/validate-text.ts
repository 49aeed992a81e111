import type { ExaminedDocument, Verdict } from '../domain/validation/examination.js';
import type { Finding } from '../domain/validation/finding.js';
import { reasonSentences, severityLabels, verdictLabels } from '../domain/validation/report-words.table.js';
import { sentenceOf } from '../domain/validation/sentences.js';
import type { Language } from './command.js';

export const usageWords: Readonly<Record<Language, string>> = {
  de: `eingang validate [--json] [--exhaustive] [--jobs N] PFAD…
  Prüft Dateien und Ordner (darin alle .xml und .pdf).
  --json        eine JSON-Zeile je Rechnung auf der Standardausgabe
  --exhaustive  alle Regelwerke auf jede Rechnung, ohne Rücksicht auf Struktur und Szenario
  --jobs N      in N eigenen Prozessen (1 … 32)
  Rückgabewert: 0 alle angenommen, 1 mindestens eine zurückgewiesen oder keine E-Rechnung,
                2 Aufruf nicht verstanden, 3 mindestens eine nicht prüfbar`,
  en: `eingang validate [--json] [--exhaustive] [--jobs N] PATH…
  Checks files and folders (every .xml and .pdf below them).
  --json        one line of JSON for each invoice on standard output
  --exhaustive  every rule book on every invoice, whatever its structure or scenario
  --jobs N      in N processes of their own (1 … 32)
  Exit code: 0 all accepted, 1 at least one rejected or no e-invoice,
             2 command line not understood, 3 at least one could not be checked`,
};

/** Findings shown of one document; whoever wants all of them takes --json. */
const mostFindings = 40;

/** A document in a few lines, ended by a newline. */
export function describeDocument(file: string, document: ExaminedDocument, language: Language): string {
  const name = document.embedded ? `${file} (${document.embedded.name})` : file;
  const kind = [document.syntax, document.scenario ?? document.specification].filter(Boolean).join(', ');
  const lines = [`${name}: ${verdictLabels[document.verdict][language]}${kind ? ` [${kind}]` : ''}`];
  if (document.reason) lines.push(`  ${reasonSentences[document.reason]?.[language] ?? document.reason}`);
  lines.push(...document.findings.slice(0, mostFindings).map((finding) => describeFinding(finding, language)));
  const more = document.findings.length - mostFindings;
  if (more > 0) lines.push(language === 'de' ? `  … und ${more} weitere` : `  … and ${more} more`);
  return `${lines.map(printable).join('\n')}\n`;
}

function describeFinding(finding: Finding, language: Language): string {
  const { severity, rule, at, terms } = finding;
  const place = at ? `${at.line}:${at.column}` : '-';
  const words = [severityLabels[severity][language].padEnd(11), rule.padEnd(14), place.padEnd(9), ...terms];
  return `  ${words.join(' ')} ${sentenceOf(finding, language)}`;
}

/** Values come from the sender: what would move a terminal's cursor is left out, what is endless is cut. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, ' ').slice(0, 500);
}

const verdictOrder: readonly Verdict[] = [
  'accepted',
  'acceptedWithRemarks',
  'rejected',
  'notAnEInvoice',
  'couldNotBeChecked',
];

/** How many documents came to which end, as one line without a newline. */
export function closingWords(count: ReadonlyMap<Verdict, number>, language: Language): string {
  const total = [...count.values()].reduce((sum, n) => sum + n, 0);
  const parts = verdictOrder.flatMap((verdict) => {
    const n = count.get(verdict);
    return n === undefined ? [] : [`${n} ${verdictLabels[verdict][language]}`];
  });
  return `${total} ${language === 'de' ? 'geprüft' : 'checked'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
