import type { ExaminedDocument } from '../domain/validation/examination.js';
import type { Finding } from '../domain/validation/finding.js';
import { reasonSentences, severityLabels, verdictLabels } from '../domain/validation/report-words.table.js';
import { sentenceOf } from '../domain/validation/sentences.js';
import type { Language } from './command.js';
import { printable } from './printable.js';

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
  const { severity, rule, at } = finding;
  const place = at ? `${at.line}:${at.column}` : '-';
  const words = [severityLabels[severity][language].padEnd(11), rule.padEnd(14), place.padEnd(9)];
  return `  ${words.join(' ')} ${sentenceOf(finding, language)}`;
}
