import type { ExaminedDocument, Verdict } from '../domain/validation/examination.js';
import type { Finding, Severity } from '../domain/validation/finding.js';
import { sentenceOf } from '../domain/validation/sentences.js';
import type { Language } from './command.js';

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const verdictWords: Words<Verdict> = {
  de: {
    accepted: 'angenommen',
    acceptedWithRemarks: 'angenommen mit Hinweisen',
    rejected: 'zurückgewiesen',
    couldNotBeChecked: 'nicht prüfbar',
    notAnEInvoice: 'keine E-Rechnung',
  },
  en: {
    accepted: 'accepted',
    acceptedWithRemarks: 'accepted with remarks',
    rejected: 'rejected',
    couldNotBeChecked: 'could not be checked',
    notAnEInvoice: 'no e-invoice',
  },
};

const severityWords: Words<Severity> = {
  de: { fatal: 'Fehler', warning: 'Warnung', information: 'Hinweis' },
  en: { fatal: 'error', warning: 'warning', information: 'information' },
};

/** Sentences for the reasons why there is nothing to judge; a reason without one is shown as it is. */
const reasonSentences: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  de: {
    unknownDocument: 'Die XML-Datei ist keine Rechnung in UBL oder CII.',
    'zugferd-1': 'ZUGFeRD 1 ist veraltet und wird nicht angenommen. Bitte als XRechnung oder ZUGFeRD 2 senden.',
    noScenario: 'Die Spezifikation (BT-24) wird hier nicht angenommen.',
    noFullInvoice: 'Das Profil ist nur eine Buchungshilfe und keine vollständige Rechnung.',
    emptyFile: 'Die Datei ist leer.',
    unknownFileKind: 'Die Datei ist weder XML noch PDF.',
    pdfWithoutInvoice: 'In der PDF-Datei ist keine Rechnung als XML eingebettet.',
    pdfEncrypted: 'Die PDF-Datei ist mit einem Kennwort verschlüsselt. Bitte unverschlüsselt senden.',
    pdfDamaged: 'Die PDF-Datei ist beschädigt oder unvollständig. Bitte neu erzeugen und erneut senden.',
    pdfUnpacksTooLarge: 'Der Inhalt der PDF-Datei ist entpackt größer als erlaubt.',
    pdfTooManyFiles: 'In der PDF-Datei sind mehr als 200 Dateien eingebettet.',
    pdfEmbeddedFileTooLarge: 'Eine in der PDF-Datei eingebettete XML-Datei ist entpackt größer als erlaubt.',
    fileUnreadable: 'Die Datei kann nicht gelesen werden.',
    fileTooLarge: 'Die Datei ist größer als 25 MB.',
    readerMemory: 'Die Prüfung brauchte mehr Arbeitsspeicher, als einer Datei zusteht.',
    readerTime: 'Die Prüfung dauerte länger, als einer Datei zusteht.',
    readerCrash: 'Die Prüfung ist an dieser Datei abgestürzt.',
    readerUnavailable: 'Es konnte kein Prüfprozess gestartet werden.',
  },
  en: {
    unknownDocument: 'The XML is no invoice in UBL or CII.',
    'zugferd-1': 'ZUGFeRD 1 is outdated and not taken. Please send XRechnung or ZUGFeRD 2.',
    noScenario: 'The specification (BT-24) is not taken here.',
    noFullInvoice: 'The profile is a booking aid only, not a full invoice.',
    emptyFile: 'The file is empty.',
    unknownFileKind: 'The file is neither XML nor PDF.',
    pdfWithoutInvoice: 'No invoice is embedded in the PDF as XML.',
    pdfEncrypted: 'The PDF is encrypted with a password. Please send it unencrypted.',
    pdfDamaged: 'The PDF is damaged or incomplete. Please create and send it anew.',
    pdfUnpacksTooLarge: 'The content of the PDF is larger than allowed when unpacked.',
    pdfTooManyFiles: 'More than 200 files are embedded in the PDF.',
    pdfEmbeddedFileTooLarge: 'An XML file embedded in the PDF is larger than allowed when unpacked.',
    fileUnreadable: 'The file cannot be read.',
    fileTooLarge: 'The file is larger than 25 MB.',
    readerMemory: 'Checking took more memory than a file may use.',
    readerTime: 'Checking took longer than a file may take.',
    readerCrash: 'Checking crashed on this file.',
    readerUnavailable: 'No process for checking could be started.',
  },
};

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
  const lines = [`${name}: ${verdictWords[language][document.verdict]}${kind ? ` [${kind}]` : ''}`];
  if (document.reason) lines.push(`  ${reasonSentences[language][document.reason] ?? document.reason}`);
  lines.push(...document.findings.slice(0, mostFindings).map((finding) => describeFinding(finding, language)));
  const more = document.findings.length - mostFindings;
  if (more > 0) lines.push(language === 'de' ? `  … und ${more} weitere` : `  … and ${more} more`);
  return `${lines.map(printable).join('\n')}\n`;
}

function describeFinding(finding: Finding, language: Language): string {
  const { severity, rule, at, terms } = finding;
  const place = at ? `${at.line}:${at.column}` : '-';
  const words = [severityWords[language][severity].padEnd(11), rule.padEnd(14), place.padEnd(9), ...terms];
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
    return n === undefined ? [] : [`${n} ${verdictWords[language][verdict]}`];
  });
  return `${total} ${language === 'de' ? 'geprüft' : 'checked'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
