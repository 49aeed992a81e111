import type { FormatRule } from '../../domain/reading/format.rules.js';
import type { Finding } from '../../domain/validation/finding.js';

type Values = Readonly<Record<string, string>>;

/** Why the gate stays shut. Thrown inside this folder from the depth of a scan; parseXml turns it into a finding. */
export class GateRefusal extends Error {
  /** @param offset in the decoded text; null where the refusal is about the file as a whole. */
  constructor(
    readonly rule: FormatRule,
    readonly values: Values,
    readonly offset: number | null,
  ) {
    super(rule);
  }
}

/** Refuses what is not well-formed; `detail` says what was found, in a few English words. */
export const malformed = (detail: string, offset: number): never => {
  throw new GateRefusal('FORMAT-NOT-WELL-FORMED', { detail }, offset);
};

/** The finding for a refusal. `at` is null where the file as a whole is refused. */
export const findingOf = (
  rule: FormatRule,
  values: Values,
  at: { readonly line: number; readonly column: number } | null,
): Finding => ({ book: 'format', rule, severity: 'fatal', errorClass: 'format', at, terms: [], values });
