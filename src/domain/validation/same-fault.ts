import type { Finding } from './finding.js';

/**
 * Rules that tell the same fault where they are broken at the same place, the one that knows the business term first:
 * the standard's own tables and its binding to UBL both demand it, and who has to mend it is told once.
 */
const sameFaults: readonly (readonly [fault: string, rules: RegExp])[] = [
  ['decimals', /^(?:BR-DEC-\d+|UBL-DT-01)$/],
  ['categoryOfLine', /^(?:BR-CO-04|UBL-SR-48)$/],
];

/** A fault, and the rules that tell it. */
export interface Fault {
  readonly finding: Finding;
  readonly rules: readonly string[];
}

/** Every fault once, in the order in which they were found first. */
export function faultsOnce(findings: readonly Finding[]): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const [index, finding] of findings.entries()) {
    const key = keyOf(finding) ?? String(index);
    const known = faults.get(key);
    faults.set(key, known ? both(known, finding) : { finding, rules: [finding.rule] });
  }
  return [...faults.values()];
}

/** null: nothing else tells this fault. */
function keyOf({ rule, severity, at }: Finding): string | null {
  const fault = at && sameFaults.find(([, rules]) => rules.test(rule))?.[0];
  return fault && at ? `${fault} ${severity} ${String(at.line)}:${String(at.column)}` : null;
}

function both({ finding, rules }: Fault, other: Finding): Fault {
  return finding.terms.length === 0 && other.terms.length > 0
    ? { finding: other, rules: [other.rule, ...rules] }
    : { finding, rules: [...rules, other.rule] };
}
