import type { FormatRule } from '../../domain/reading/format.rules.js';
import type { Finding } from '../../domain/validation/finding.js';

/** Why the gate stays shut. Thrown inside this folder to leave a parser's callbacks; parseXml turns it into a finding. */
export class GateRefusal extends Error {
  constructor(
    readonly rule: FormatRule,
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(rule);
  }
}

/** The finding for a refusal. `at` is null where the file as a whole is refused. */
export const findingOf = (
  rule: FormatRule,
  values: Readonly<Record<string, string>>,
  at: { readonly line: number; readonly column: number } | null,
): Finding => ({ book: 'format', rule, severity: 'fatal', errorClass: 'format', at, terms: [], values });
