import type { ExaminedDocument, Verdict } from './examination.js';
import type { Book, ErrorClass, Finding, Severity } from './finding.js';
import { errorClassLabels, reasonSentences, severityLabels, verdictLabels } from './report-words.table.js';
import { faultsOnce } from './same-fault.js';
import { adviceOf, sentenceOf } from './sentences.js';
import { termInWords } from './term-words.js';
import type { Language } from './value-forms.js';

/** A finding as a person without knowledge of rules reads it: what, where, why, how to mend it; the rule comes last. */
export interface ReadableFinding {
  readonly severity: Severity;
  readonly severityLabel: string;
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly mend: string;
  readonly rule: string;
  readonly line: number | null;
  /** Element path with positions; null where the finding is about the whole file. */
  readonly path: string | null;
}

/** A report (Prüfbericht) in the reader's language: what mails, pages and the API say. */
export interface ReadableReport {
  readonly verdict: Verdict;
  readonly verdictLabel: string;
  /** Why there is nothing to judge; null otherwise. */
  readonly reason: string | null;
  /** Faults before remarks, each in the order of the document; what is said of several lines alike is said once. */
  readonly findings: readonly FindingGroup[];
}

/**
 * One fault, and every line of the file that has it: fifty lines of an invoice may be wrong in the same way. `rule`
 * names every rule that tells it.
 */
export interface FindingGroup extends ReadableFinding {
  readonly book: Book;
  readonly lines: readonly number[];
}

export function readableReport(
  document: Pick<ExaminedDocument, 'verdict' | 'reason' | 'findings'>,
  language: Language,
): ReadableReport {
  const { verdict, reason } = document;
  return {
    verdict,
    verdictLabel: verdictLabels[verdict][language],
    reason: reason === null ? null : (reasonSentences[reason]?.[language] ?? reason),
    findings: groupsOf(faultsFirst(document.findings), language),
  };
}

function groupsOf(findings: readonly Finding[], language: Language): readonly FindingGroup[] {
  const groups = new Map<string, { readonly first: Finding; readonly rule: string; readonly lines: Set<number> }>();
  for (const { finding, rules } of faultsOnce(findings)) {
    const rule = rules.join(', ');
    const key = `${finding.book} ${rule} ${sentenceOf(finding, language)}`;
    const group = groups.get(key) ?? { first: finding, rule, lines: new Set() };
    if (finding.at) group.lines.add(finding.at.line);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, rule, lines }) => {
    const sorted = [...lines].sort((a, b) => a - b);
    const where = [linesInWords(sorted, language), ...termsInWords(first, language)].join('; ');
    return { ...readableFinding(first, language), rule, book: first.book, lines: sorted, where };
  });
}

const mostLines = 10;

/** "Zeile 12", "Zeilen 12, 14, 19", at most ten of them by number. */
function linesInWords(lines: readonly number[], language: Language): string {
  const [first] = lines;
  if (first === undefined) return placeWords.whole[language];
  if (lines.length === 1) return `${placeWords.line[language]} ${String(first)}`;
  const more = lines.length - mostLines;
  const shown = lines.slice(0, mostLines).join(', ');
  return `${placeWords.lines[language]} ${shown}${more > 0 ? ` ${placeWords.more[language](more)}` : ''}`;
}

const order = { fatal: 0, warning: 1, information: 2 } as const;

export const faultsFirst = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => order[a.severity] - order[b.severity]);

export function readableFinding(finding: Finding, language: Language): ReadableFinding {
  return {
    severity: finding.severity,
    severityLabel: severityLabels[finding.severity][language],
    what: sentenceOf(finding, language),
    where: whereOf(finding, language),
    why: whyOf(finding, language),
    mend: adviceOf(finding, language),
    rule: finding.rule,
    line: finding.at?.line ?? null,
    path: finding.at?.path ?? null,
  };
}

/** Line and business terms: "Zeile 12, Verkäufer, Name (BT-27)". */
function whereOf({ at, terms }: Finding, language: Language): string {
  return [linesInWords(at === null ? [] : [at.line], language), ...termsInWords({ terms }, language)].join('; ');
}

function termsInWords({ terms }: Pick<Finding, 'terms'>, language: Language): readonly string[] {
  return terms.map((term) => termInWords(term, language));
}

const placeWords = {
  line: { de: 'Zeile', en: 'line' },
  lines: { de: 'Zeilen', en: 'lines' },
  more: {
    de: (count: number) => `und ${String(count)} weitere`,
    en: (count: number) => `and ${String(count)} more`,
  },
  whole: { de: 'in der ganzen Datei', en: 'in the whole file' },
} as const;

/** What it means, and the class of the error as the Federal Ministry of Finance names it, for those who look for it. */
export function whyOf({ book, errorClass }: Pick<Finding, 'book' | 'errorClass'>, language: Language): string {
  return `${reasonFor(book, errorClass)[language]} (${errorClassLabels[errorClass][language]})`;
}

function reasonFor(book: Book, errorClass: ErrorClass): Readonly<Record<Language, string>> {
  if (errorClass === 'content') return reasonsOfContent;
  return reasonsByBook.find(([beginning]) => book.startsWith(beginning))?.[1] ?? reasonsOfContent;
}

/** What the law demands is said before what a standard demands. */
const reasonsOfContent = {
  de: 'Diese Angabe verlangt § 14 Abs. 4 UStG; ohne sie ist die Rechnung nicht ordnungsgemäß.',
  en: 'German VAT law (§ 14 (4) UStG) demands this; without it the invoice is not in order.',
} as const;

const reasonsByBook: readonly (readonly [book: string, reason: Readonly<Record<Language, string>>])[] = [
  [
    'format',
    {
      de: 'So kann kein Programm die Rechnung sicher lesen; sie gilt nicht als E-Rechnung.',
      en: 'Like this no program can read the invoice reliably; it does not count as an e-invoice.',
    },
  ],
  [
    'structure',
    {
      de: 'Der Aufbau einer E-Rechnung ist vorgeschrieben; ein Teil an falscher Stelle würde übersehen.',
      en: 'The structure of an e-invoice is prescribed; a part at the wrong place would be overlooked.',
    },
  ],
  [
    'en16931',
    {
      de: 'Die europäische Norm für elektronische Rechnungen (EN 16931) verlangt es.',
      en: 'The European standard for electronic invoicing (EN 16931) demands it.',
    },
  ],
  [
    'xrechnung',
    {
      de: 'Der Standard XRechnung verlangt es für Rechnungen an die öffentliche Verwaltung.',
      en: 'The standard XRechnung demands it of invoices to the German public administration.',
    },
  ],
  ['peppol', { de: 'Die Regeln des Peppol-Netzes verlangen es.', en: 'The rules of the Peppol network demand it.' }],
  [
    'factur-x',
    {
      de: 'Das Profil von ZUGFeRD/Factur-X, das die Rechnung nennt, verlangt es.',
      en: 'The profile of ZUGFeRD/Factur-X that the invoice names demands it.',
    },
  ],
];
