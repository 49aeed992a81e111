import type { ExaminedDocument } from './examination.js';
import type { Severity } from './finding.js';
import { readableReport, type FindingGroup, type ReadableReport } from './readable-report.js';
import { bookName, pageWords, syntaxNames } from './report-page.table.js';
import { reportPageStyle } from './report-page.style.js';
import type { Language } from './value-forms.js';

/** What a page is about, beside the document. */
export interface ReportedFile {
  /** The file's name as it was given. */
  readonly name: string;
}

type Reported = Omit<ExaminedDocument, 'invoice' | 'attachments'>;

const languages = ['de', 'en'] as const;

/**
 * The report as a page of its own: German first, then English, without script and without anything fetched, for the
 * screen and for paper. Every value comes from a stranger and is escaped.
 */
export const reportPage = (file: ReportedFile, document: Reported): string => reportsPage([{ file, document }]);

/** Several reports on one page, each beginning a sheet of paper. */
export function reportsPage(reports: readonly { readonly file: ReportedFile; readonly document: Reported }[]): string {
  const title = `${pageWords.title.de}: ${reports.map(({ file }) => clean(file.name)).join(', ')}`.slice(
    0,
    longestTitle,
  );
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${reportPageStyle}</style>
</head>
<body>
<nav aria-label="Sprache / Language"><a href="#de" hreflang="de" lang="de">Deutsch</a> <a href="#en" hreflang="en" lang="en">English</a></nav>
<main>
${languages.map((language) => articles(reports, language)).join('\n')}
</main>
</body>
</html>
`;
}

const longestTitle = 200;

/** The links at the top lead to the first of a language. */
const articles = (reports: Parameters<typeof reportsPage>[0], language: Language): string =>
  reports
    .map(({ file, document }, index) => article(file, document, language, index === 0 ? ` id="${language}"` : ''))
    .join('\n');

function article(file: ReportedFile, document: Reported, language: Language, anchor: string): string {
  const report = readableReport(document, language);
  return `<article lang="${language}"${anchor}>
<h1>${pageWords.title[language]}</h1>
${verdictBox(report, language)}
${facts(factsOf(file, document, language))}
${lists.map((list) => findingList(report, list, language)).join('')}<section>
<h2>${pageWords.method[language]}</h2>
${facts(methodOf(document, language))}
</section>
</article>`;
}

function verdictBox({ verdict, verdictLabel, reason, findings }: ReadableReport, language: Language): string {
  const said = [
    reason ?? '',
    pageWords.verdicts[verdict][language],
    findings.length === 0 ? pageWords.nothing[language] : '',
  ];
  const text = said.filter((part) => part !== '').join(' ');
  return `<div class="verdict ${verdict}"><p class="label">${escaped(capital(verdictLabel))}</p><p>${escaped(text)}</p></div>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Facts = readonly (readonly [label: string, value: string])[];

function factsOf({ name }: ReportedFile, document: Reported, language: Language): Facts {
  const { embedded, syntax, specification } = document;
  const words = pageWords.facts;
  return [
    [words.file[language], name],
    ...(embedded ? [[words.embedded[language], embedded.name] as const] : []),
    ...(syntax === null ? [] : [[words.syntax[language], syntaxNames[syntax]] as const]),
    ...(specification === null ? [] : [[words.specification[language], specification] as const]),
  ];
}

function methodOf({ scenario, steps, versions }: Reported, language: Language): Facts {
  const words = pageWords;
  return [
    ...(scenario === null ? [] : [[words.facts.scenario[language], scenario] as const]),
    ...steps.map(({ step, outcome }) => [words.steps[step][language], words.outcomes[outcome][language]] as const),
    ...Object.entries(versions).map(([book, version]) => [bookName(book, language), version] as const),
  ];
}

const facts = (rows: Facts): string =>
  `<dl class="facts">\n${rows.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(clean(value))}</dd></div>`).join('\n')}\n</dl>`;

const lists = [
  { title: 'mustMend', severities: ['fatal'] },
  { title: 'remarks', severities: ['warning', 'information'] },
] as const satisfies readonly { readonly title: string; readonly severities: readonly Severity[] }[];

/** Findings shown in one list; a file that is wrong in more ways than this is made anew and not mended. */
const mostFindings = 300;

function findingList(
  { findings }: ReadableReport,
  { title, severities }: (typeof lists)[number],
  language: Language,
): string {
  const own = findings.filter(({ severity }) => severities.some((wanted) => wanted === severity));
  if (own.length === 0) return '';
  const more = own.length - mostFindings;
  return `<section>
<h2>${pageWords[title][language]} (${String(own.length)})</h2>
<ol class="findings">
${own
  .slice(0, mostFindings)
  .map((finding) => item(finding, language))
  .join('\n')}
</ol>
${more > 0 ? `<p>${pageWords.more[language](more)}</p>\n` : ''}</section>
`;
}

function item(finding: FindingGroup, language: Language): string {
  const { severity, severityLabel, what, where, why, mend, rule, book } = finding;
  const words = pageWords.finding;
  return `<li class="${severity}">
<h3>${severity === 'fatal' ? '' : `${escaped(severityLabel)}: `}${escaped(clean(what))}</h3>
${facts([
  [words.where[language], where],
  [words.why[language], why],
  [words.mend[language], mend],
])}
<p class="rule">${words.rule[language]}: ${escaped(rule)}${book === 'format' || book === 'structure' ? '' : ` (${escaped(bookName(book, language))})`}</p>
</li>`;
}

/** Control characters, and those that turn the direction of writing, are no part of what is said. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
