import type { Report } from './checked-report.js';

type Finding = Report['findings'][number];

/** One fault, and every line of the file that has it: fifty lines of an invoice may be wrong in the same way. */
export interface FindingGroup {
  readonly finding: Finding;
  readonly lines: readonly number[];
}

/** Findings that say the same are one; in the order in which they come first. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { readonly finding: Finding; readonly lines: Set<number> }>();
  for (const finding of findings) {
    const said = `${finding.book} ${finding.rule} ${finding.sentence}`;
    const group = groups.get(said) ?? { finding, lines: new Set() };
    if (finding.line !== null) group.lines.add(finding.line);
    groups.set(said, group);
  }
  return [...groups.values()].map(({ finding, lines }) => ({ finding, lines: [...lines].sort((a, b) => a - b) }));
}
