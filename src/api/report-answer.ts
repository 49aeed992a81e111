import { z } from 'zod';
import type { ExaminedDocument } from '../domain/validation/examination.js';
import type { Finding } from '../domain/validation/finding.js';
import {
  errorClassLabels,
  reasonSentences,
  severityLabels,
  verdictLabels,
} from '../domain/validation/report-words.table.js';
import { readableFinding } from '../domain/validation/readable-report.js';
import { wordsOfTerm } from '../domain/validation/term-words.js';
import { wording } from './pages.js';
import type { Language } from './problem.js';

const reportedFinding = z.object({
  book: z.string(),
  rule: z.string(),
  severity: z.string(),
  severityLabel: wording,
  errorClass: z.string(),
  errorClassLabel: wording,
  sentence: z.string().describe('What the finding says, in the language of Accept-Language (de or en)'),
  why: z.string().describe('The class of the error, and what it means, in that language'),
  advice: z.string().describe('How it is mended, in that language'),
  line: z.int().nullable().describe('Line in the XML, counted from 1; null: about something that is missing'),
  column: z.int().nullable(),
  path: z.string().nullable().describe('Element path in the XML'),
  terms: z.array(z.object({ id: z.string(), label: wording.nullable() })).describe('Business terms concerned'),
});

/** A report (Prüfbericht) in plain words. */
export const plainReport = z.object({
  verdict: z.string(),
  verdictLabel: wording,
  reason: wording.nullable().describe('Why there is nothing to judge'),
  syntax: z.string().nullable(),
  specification: z.string().nullable(),
  scenario: z.string().nullable(),
  embedded: z.string().nullable().describe('Name of the file in the PDF that was checked'),
  findings: z.array(reportedFinding),
});
export type PlainReport = z.infer<typeof plainReport>;

/** A document's findings and verdict, for people. */
export const plainReportOf = (document: Omit<ExaminedDocument, 'invoice'>, language: Language): PlainReport => ({
  verdict: document.verdict,
  verdictLabel: verdictLabels[document.verdict],
  reason: document.reason === null ? null : (reasonSentences[document.reason] ?? sameInBoth(document.reason)),
  syntax: document.syntax,
  specification: document.specification,
  scenario: document.scenario,
  embedded: document.embedded?.name ?? null,
  findings: document.findings.map((finding) => plainFindingOf(finding, language)),
});

function plainFindingOf(finding: Finding, language: Language): z.infer<typeof reportedFinding> {
  const { what, why, mend, line, path } = readableFinding(finding, language);
  return {
    book: finding.book,
    rule: finding.rule,
    severity: finding.severity,
    severityLabel: severityLabels[finding.severity],
    errorClass: finding.errorClass,
    errorClassLabel: errorClassLabels[finding.errorClass],
    ...{ sentence: what, why, advice: mend, line, path },
    column: finding.at?.column ?? null,
    terms: finding.terms.map((id) => ({ id, label: wordsOfTerm(id) })),
  };
}

const sameInBoth = (text: string) => ({ de: text, en: text });
